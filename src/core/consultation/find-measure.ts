const WORD = /[\p{L}\p{M}]+/gu;
const LABEL = /(?<![\d.:§-])\d{1,2}[.:]\d{1,2}(?![\d:-])/gu;
/** Least share of words in common (Jaccard, 0–1) for a measure that is named by no number. */
const LIKENESS_MIN = 0.5;
/** A named number is doubted when the texts have almost nothing in common. */
const NAMED_LIKENESS_MIN = 0.15;

/**
 * Which of the measures a promised wording concerns: the one whose number the handling or the remark names, where the
 * texts agree with it, else the one whose text is most like the promise. An index in `measures`; null when none is near.
 */
export function findMeasure(
  promise: { readonly promised: string; readonly remark: string; readonly handling: string },
  measures: readonly { readonly number: string | null; readonly text: string }[],
): number | null {
  const wanted = wordSet(promise.promised);
  const likeness = measures.map((measure) => jaccard(wanted, wordSet(measure.text)));
  const named = new Set(
    [...`${promise.handling} ${promise.remark}`.matchAll(LABEL)].map(([label]) => label.replace(':', '.')),
  );
  const byNumber = best(likeness, (index) => {
    const number = measures[index]?.number?.replace(':', '.').replace(/\.$/, '');
    return number !== undefined && named.has(number);
  });
  if (byNumber !== null && (likeness[byNumber] ?? 0) >= NAMED_LIKENESS_MIN) return byNumber;
  const byText = best(likeness, () => true);
  return byText !== null && (likeness[byText] ?? 0) >= LIKENESS_MIN ? byText : null;
}

function best(likeness: readonly number[], may: (index: number) => boolean): number | null {
  let found: number | null = null;
  likeness.forEach((value, index) => {
    if (may(index) && (found === null || value > (likeness[found] ?? 0))) found = index;
  });
  return found;
}

function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.toLocaleLowerCase('sv').match(WORD) ?? []);
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}
