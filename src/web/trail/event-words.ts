/** What a sentence about an event is made of. */
export interface EventWords {
  /** Who did it, as a name. */
  readonly who: string;
  /** What it concerns, with a small first letter unless it is a name: "åtgärd 2.1, Socialnämnden". */
  readonly thing: string;
  /** A field of what stands afterwards, in words; "" when it is not there. */
  after(field: string): string;
  /** A field of what stood before, in words; "" when it is not there. */
  before(field: string): string;
}

/** How a kind of event is called in a list of choices, and told in a sentence without a full stop. */
export interface KindText {
  readonly name: string;
  readonly sentence: (words: EventWords) => string;
}
