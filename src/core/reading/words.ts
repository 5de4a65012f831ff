/** Inflections of a Swedish noun or adjective that leave its beginning as it is (åtgärd, åtgärder, åtgärdernas). */
const INFLECTION = /^(?:e|a|en|et|n|t|er|ar|or|r|na|erna|arna|orna|s|ens|ets|ns|ernas|arnas|ande|as)?$/;

const EDGE = /^[\s:;,.•()"”“\-–/*]+|[\s:;,.•()"”“\-–/*]+$/g;

/** A text in the form in which words are compared: lower case, composed letters, one space between words, no edge signs. */
export function foldWords(text: string): string {
  const composed = COMBINING.test(text) ? text.normalize('NFC') : text;
  const lower = composed.toLowerCase();
  return PLAIN_WORD.test(lower) ? lower : lower.replace(/\s+/g, ' ').replace(EDGE, '');
}

const COMBINING = /[\u0300-\u036F]/;
const PLAIN_WORD = /^[a-zåäö]+$/;

/** Whether `word` is `base` or an inflection of it; both folded. */
export function isInflectionOf(word: string, base: string): boolean {
  if (!word.startsWith(base))
    return stemOf(base) !== base && word.startsWith(stemOf(base)) && INFLECTION.test(word.slice(stemOf(base).length));
  return INFLECTION.test(word.slice(base.length));
}

/** "prioriterat" → "prioritera": adjectives in -at change their last letter when inflected (prioriterade). */
function stemOf(base: string): string {
  return base.endsWith('at') || base.endsWith('rd') ? base.slice(0, -1) : base;
}

/** How many words of `words`, from `at`, the phrase `base` takes, inflected or not; 0 when it does not stand there. */
export function phraseLength(words: readonly string[], at: number, base: string): number {
  const first = words[at];
  if (first === undefined || first.charCodeAt(0) !== base.charCodeAt(0)) return 0;
  const parts = base.includes(' ') ? base.split(' ') : [base];
  for (const [index, part] of parts.entries()) {
    const word = words[at + index];
    if (word === undefined || !isInflectionOf(word, part)) return 0;
  }
  return parts.length;
}

/** The longest phrase of a list that stands at `at`, as a count of words; 0 when none does. */
export function longestPhrase(words: readonly string[], at: number, phrases: readonly string[]): number {
  let longest = 0;
  for (const phrase of phrases) {
    const length = phraseLength(words, at, phrase);
    if (length > longest) longest = length;
  }
  return longest;
}

/** Whether the whole text, folded, is one phrase of the list, inflected or not. */
export function isPhrase(text: string, phrases: readonly string[]): boolean {
  const words = foldWords(text).split(' ');
  return words.length > 0 && longestPhrase(words, 0, phrases) === words.length;
}

/** Whether the text begins with a phrase of the list. */
export function beginsWithPhrase(text: string, phrases: readonly string[]): boolean {
  return longestPhrase(splitFolded(text), 0, phrases) > 0;
}

/** The folded words of a text, each without the signs at its edges. */
export function splitFolded(text: string): string[] {
  return text
    .split(/\s+/)
    .map(foldWords)
    .filter((word) => word !== '');
}

/** Whether a text begins with a capital letter, after an opening quotation mark or bracket. */
export function beginsUpper(text: string): boolean {
  return /^[”"“(»']?\p{Lu}/u.test(text.trimStart());
}

/** Whether a text ends a sentence. */
export function endsSentence(text: string): boolean {
  return /[.!?:]["”’)»]?$/.test(text.trimEnd());
}

/** Whether a text cannot end where it ends: after a comma, a hyphen or a word that always leads on. */
export function isHanging(text: string): boolean {
  return HANGING.test(text.trimEnd());
}

const HANGING =
  /(?:[,\-–/(&]|(?:^|\s)(?:och|eller|samt|som|att|av|för|i|på|till|med|om|från|hos|inom|vid|under|mot|mellan|genom|utan|en|ett|den|det|de|är|ska|kan|har|inte|över|per|efter|enligt|utifrån|kring|bland|via|sin|sitt|sina|deras|där|vilka|vilket|vilken|så|ur|åt|än|men|respektive|dels|både|varje|alla))$/iu;
