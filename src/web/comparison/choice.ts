/** How a reader wants to see a comparison; told in the address, so that every view can be linked to. */
export interface ComparisonChoice {
  /** Both texts beside each other, instead of one text with what is new and what is gone in it. */
  readonly sides: boolean;
  /** The whole text, instead of what has changed alone. */
  readonly whole: boolean;
  /** From 1. */
  readonly page: number;
}

/** Reads the choice from an address; what is not understood is as if it were left out. */
export function readComparisonChoice(query: (name: string) => string | undefined): ComparisonChoice {
  const page = Number(query('blad') ?? 1);
  return {
    sides: query('vy') === 'sidor',
    whole: query('visa') === 'allt',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

/** The address of a view of the comparison at `address`, which may have a query of its own. */
export function addressOfChoice(address: string, choice: ComparisonChoice): string {
  const query = new URLSearchParams();
  if (choice.sides) query.set('vy', 'sidor');
  if (choice.whole) query.set('visa', 'allt');
  if (choice.page > 1) query.set('blad', String(choice.page));
  const text = query.toString();
  if (text === '') return address;
  return `${address}${address.includes('?') ? '&' : '?'}${text}`;
}
