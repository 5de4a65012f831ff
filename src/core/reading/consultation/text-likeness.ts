const WORD = /[\p{L}\p{M}]{4,}/gu;
const NUMBER_REFERENCE = /(?<![\d.:-])\d{1,2}[.:]\d{1,2}(?![\d:-])/g;
const GRAM_LENGTH = 5;

/** How alike two texts of the same collection are. 0 for nothing in common; a shared number reference such as "2.6" adds 1. */
export interface Likeness {
  between(a: string, b: string): number;
}

interface Profile {
  readonly grams: ReadonlyMap<string, number>;
  readonly weight: number;
  readonly references: ReadonlySet<string>;
}

/**
 * A measure of likeness for a collection of texts. Words are compared by runs of five letters, so that inflected and
 * compound forms meet, and runs that stand in few texts weigh more. Time grows with the texts' length.
 */
export function measureLikeness(collection: readonly string[]): Likeness {
  const sets = new Map(collection.map((text) => [text, gramsOf(text)] as const));
  const frequency = new Map<string, number>();
  for (const grams of sets.values()) for (const gram of grams) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  const profiles = new Map<string, Profile>();
  const profileOf = (text: string): Profile => {
    const known = profiles.get(text);
    if (known) return known;
    const made = makeProfile(text, sets.get(text) ?? gramsOf(text), frequency, sets.size);
    profiles.set(text, made);
    return made;
  };
  return { between: (a, b) => compare(profileOf(a), profileOf(b)) };
}

function gramsOf(text: string): ReadonlySet<string> {
  const grams = new Set<string>();
  for (const [word] of text.toLocaleLowerCase('sv').matchAll(WORD)) {
    if (word.length <= GRAM_LENGTH) grams.add(word);
    for (let at = 0; at + GRAM_LENGTH <= word.length; at += 1) grams.add(word.slice(at, at + GRAM_LENGTH));
  }
  return grams;
}

function makeProfile(
  text: string,
  grams: ReadonlySet<string>,
  frequency: ReadonlyMap<string, number>,
  size: number,
): Profile {
  const weighted = new Map<string, number>();
  let weight = 0;
  for (const gram of grams) {
    const rarity = Math.log((size + 1) / (frequency.get(gram) ?? 1));
    weighted.set(gram, rarity);
    weight += rarity;
  }
  return { grams: weighted, weight, references: new Set(text.match(NUMBER_REFERENCE) ?? []) };
}

function compare(a: Profile, b: Profile): number {
  let shared = 0;
  for (const [gram, rarity] of a.grams.size < b.grams.size ? a.grams : b.grams)
    if (a.grams.has(gram) && b.grams.has(gram)) shared += rarity;
  const reference = [...a.references].some((label) => b.references.has(label)) ? 1 : 0;
  return reference + (a.weight > 0 && b.weight > 0 ? shared / Math.sqrt(a.weight * b.weight) : 0);
}
