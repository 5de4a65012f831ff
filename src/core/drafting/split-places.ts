const MOST_PLACES = 40;
/** The end of a sentence or of a clause, with the space after it. */
const BREAKS = /[.!?…:;][)"”»']*\s+|\n+|,\s+(?=\p{L})/gu;

/** Where a text can be cut: after each sentence, and after each clause where there are few sentences. At most 40 places, as UTF-16 units from the beginning; none within a short text. */
export function splitPlaces(text: string): readonly number[] {
  const all = [...text.matchAll(BREAKS)].map((hit) => ({
    at: hit.index + hit[0].length,
    isClause: hit[0].startsWith(','),
  }));
  const inside = all.filter(({ at }) => text.slice(at).trim() !== '' && text.slice(0, at).trim() !== '');
  const sentences = inside.filter(({ isClause }) => !isClause);
  const chosen = sentences.length >= 3 ? sentences : inside;
  return chosen.slice(0, MOST_PLACES).map(({ at }) => at);
}

/** Where the words that somebody wrote begin in a text; null when they are not there exactly once, or at the very beginning. */
export function placeOfWords(text: string, words: string): number | null {
  const wanted = words.trim();
  if (wanted === '') return null;
  const at = text.indexOf(wanted);
  if (at <= 0 || text.indexOf(wanted, at + 1) !== -1) return null;
  return at;
}
