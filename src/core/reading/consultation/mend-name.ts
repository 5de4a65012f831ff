const WORD = /[\p{L}\p{M}]+/gu;

/** The words of a text in lower case, to tell a broken name from a whole one. */
export function wordsOf(texts: Iterable<string>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const text of texts) for (const [word] of text.toLocaleLowerCase('sv').matchAll(WORD)) words.add(word);
  return words;
}

/**
 * A name that a narrow column broke in the middle of a word ("Utbildningsnämnde n"), made whole: two pieces are joined
 * when together they are a word that stands elsewhere in the document. Other names come back as they are.
 */
export function mendName(name: string, known: ReadonlySet<string>): string {
  const parts = name.trim().split(/\s+/u);
  const mended: string[] = [];
  for (const part of parts) {
    const last = mended.at(-1);
    if (
      last !== undefined &&
      /^\p{Ll}/u.test(part) &&
      /\p{L}$/u.test(last) &&
      known.has((last + part).toLocaleLowerCase('sv'))
    )
      mended[mended.length - 1] = last + part;
    else mended.push(part);
  }
  return mended.join(' ');
}
