/** What sort of organ a body is. Swedish: nämnd, bolag, förvaltning, råd, förening, myndighet. */
export type BodyKind = 'board' | 'company' | 'administration' | 'council' | 'association' | 'authority';

/** An organ that can take on a part of a plan. Names are the municipality's own. */
export interface Body {
  readonly id: string;
  readonly kind: BodyKind;
  /** Full name, for instance the name of a board in full. */
  readonly name: string;
  /** Abbreviation as the documents write it; null where the body has none. */
  readonly abbreviation: string | null;
}

/** The body that a code or a name in a document means: equal to abbreviation or name without regard to case; null when none or more than one fits. */
export function findBody(bodies: readonly Body[], label: string): Body | null {
  const wanted = label.trim().toLocaleLowerCase('sv');
  const hits = bodies.filter(
    (body) => body.name.toLocaleLowerCase('sv') === wanted || body.abbreviation?.toLocaleLowerCase('sv') === wanted,
  );
  return hits.length === 1 ? (hits[0] ?? null) : null;
}
