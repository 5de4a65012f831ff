import { normaliseText } from '../shared/text.ts';
import { rootOf } from './stem.ts';

/** A word of a text that says something of what it is about. */
export interface ContentWord {
  /** For comparing; never shown. */
  readonly root: string;
  /** As it stands in the text. */
  readonly text: string;
}

/** A word with what stands around it: joining `text` of all gives the text back. `root` is null for what is not compared. */
export interface TextPiece {
  readonly text: string;
  readonly root: string | null;
}

const PIECE = /[\p{L}\p{M}]+|[^\p{L}\p{M}]+/gu;
const LETTERS = /^[\p{L}\p{M}]+$/u;

/** Words that hold a sentence together and say nothing of its subject. */
const stopWords = new Set(
  `alla allt all allmän alltid andra andras annan annat annars att av bara bland blev bli blir bör både de del dem den denna deras
  dess dessa det detta dig din dit då där därför därmed dock du där efter eller en enligt ens er ett exempel exempelvis
  fler flera flest form fram framför från får få för före genom ges ge ger gör göra gäller gälla ha hade han har hel hela helt hen henne hennes hon
  honom hos hur här i icke in inför inga ingen inget inklusive inom innan inte ja jag just kan kom komma kommer kring kunna lite
  längs man med medan mellan men mer mest mot mycket mål många måste ned ner nog nu någon något några när nästa oavsett och också om
  olika oss på rad redan respektive runt rörande samma samt sedan ser sig sin sina sitt själv ska skall skulle som så sådan sådana
  sådant sätt t tar ta tas tex till tillsammans två under upp ur ut utan utifrån utöver vad var vara varav vare varit varje varför vars
  vem vi via vid vidare vilka vilken vilket vill vår våra vårt än ändå även åt är över ex dvs bl a mm m fl osv etc ev ca
  minst senast löpande gång gånger år åren årligen årlig månad tid både dels även genom samtliga ny nya nytt egen egna eget
  finns finnas finnes ska bland annat the and of`.split(/\s+/),
);

/** Particles that make one word of a verb: "följa upp" is "uppfölja". */
const particles = new Set(['upp', 'ut', 'in', 'fram', 'samman', 'igenom', 'ihop', 'över', 'bort']);
const looseVerb = /^(?:\p{L}{2,}(?:a|ar|as|ade|at|ts|er|s)|ta|tar|tas|se|ser|ses|ge|ger|ges|gå|går|få|får|slå|slår)$/u;
/** After which verbs "över" is no preposition. */
const overVerb = /^(?:se|ser|ses|sett|lämna|lämnar|föra|förs)$/;

/** The words of a text that are compared, in its order. */
export function contentWords(text: string): ContentWord[] {
  return piecesOf(text).flatMap(({ root, text: piece }) => (root === null ? [] : [{ root, text: piece }]));
}

/** The distinct roots of a text, in the order in which they first stand: what the register of words keeps of a measure. */
export function rootsOf(text: string): string[] {
  return [...new Set(contentWords(text).map(({ root }) => root))];
}

/** A text taken apart at its words. */
export function piecesOf(text: string): TextPiece[] {
  const pieces = normaliseText(text).match(PIECE) ?? [];
  return pieces.map((piece, index) => {
    if (!LETTERS.test(piece)) return { text: piece, root: null };
    return { text: piece, root: rootAt(pieces, index) };
  });
}

function rootAt(pieces: readonly string[], index: number): string | null {
  const word = lower(pieces[index]);
  const next = particleAfter(pieces, index, word);
  if (next !== null) return next + rootOf(word);
  if (stopWords.has(word) || particles.has(word) || word.length < 2) return null;
  return rootOf(word);
}

/** The particle that belongs to a verb, one or two words further on: "följa upp", "tas gemensamt fram". */
function particleAfter(pieces: readonly string[], index: number, word: string): string | null {
  if (!looseVerb.test(word)) return null;
  if (pieces[index + 1] !== ' ') return null;
  const next = lower(pieces[index + 2]);
  if (!particles.has(next)) return null;
  return next !== 'över' || overVerb.test(word) ? next : null;
}

function lower(text: string | undefined): string {
  return (text ?? '').toLocaleLowerCase('sv');
}
