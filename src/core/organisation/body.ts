/** What sort of organ a body is. Swedish: nämnd, bolag, förvaltning, råd, förening, myndighet. */
export const bodyKinds = ['board', 'company', 'administration', 'council', 'association', 'authority'] as const;
export type BodyKind = (typeof bodyKinds)[number];

/** Longest name and abbreviation, in characters. The longest name of a board that has been seen is under 100. */
export const LONGEST_NAME = 200;
export const LONGEST_ABBREVIATION = 30;

/** What a body is called. Both are the municipality's own words. */
export interface BodyName {
  /** Full name, for instance the name of a board in full. */
  readonly name: string;
  /** Abbreviation as the documents write it; null where the body has none. */
  readonly abbreviation: string | null;
}

/** An organ that can take on a part of a plan, by the name that it bears now. */
export interface Body extends BodyName {
  readonly id: string;
  readonly kind: BodyKind;
}

/** A name that a body has borne. `until` is the last day on which it did, an ISO date. */
export interface FormerName extends BodyName {
  readonly until: string;
}

/** A body as the register knows it over time. Days are ISO dates. */
export interface BodyRecord extends Body {
  /** First day; null where nobody has said. */
  readonly validFrom: string | null;
  /** Last day; null while no end is known. Never before `validFrom`. */
  readonly validTo: string | null;
  /** Oldest first; empty for a body that has always had the same name. */
  readonly formerNames: readonly FormerName[];
  /** Optimistic version, from 1; each change adds one. */
  readonly rowVersion: number;
}

/** The body that a code or a name in a document means: equal to abbreviation or name without regard to case; null when none or more than one fits. A body that stands in the list under several names is one. */
export function findBody(bodies: readonly Body[], label: string): Body | null {
  const wanted = comparable(label);
  const hits = bodies.filter(
    ({ name, abbreviation }) =>
      comparable(name) === wanted || (abbreviation !== null && comparable(abbreviation) === wanted),
  );
  const [first = null] = hits;
  return hits.every(({ id }) => id === first?.id) ? first : null;
}

/** The form in which names and codes are compared. */
export function comparable(label: string): string {
  return label.trim().toLocaleLowerCase('sv');
}
