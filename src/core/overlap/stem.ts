const VOWELS = 'aeiouyäåöé';
const SHORTEST_ROOT = 3;

/** Endings of the first step, longest first, so that the first that fits is the right one. */
const endings = [
  ...['heterna', 'hetens', 'ernas', 'arnas', 'ornas', 'heten', 'heter', 'anden', 'andes', 'arens', 'andet'],
  ...['arna', 'erna', 'orna', 'ande', 'arne', 'aste', 'aren', 'ades', 'ens', 'erns', 'ans', 'ets', 'ade', 'are'],
  ...[
    'orerna',
    'orernas',
    'orer',
    'oren',
    'ern',
    'ast',
    'het',
    'en',
    'an',
    'et',
    'ar',
    'er',
    'or',
    'as',
    'es',
    'at',
    'ad',
    'a',
    'e',
  ],
].sort((a, b) => b.length - a.length);

/** An s goes only after a letter that a genitive or passive s can follow. */
const BEFORE_S = 'bcdfghjklmnoprtvy';
const doubled = ['dd', 'gd', 'nn', 'dt', 'gt', 'kt', 'tt'];
/** How words are made of other words; what is left is what "utbilda" and "utbildning" have in common. */
const makers = [
  'iseringen',
  'isering',
  'ering',
  'ation',
  'ning',
  'else',
  'iser',
  'ing',
  'els',
  'lig',
  'isk',
  'ig',
  'er',
];

/** Words whose vowel changes, by their shortened form. */
const irregular: Readonly<Record<string, string>> = {
  män: 'man',
  männ: 'man',
  människ: 'människ',
  ses: 'se',
  ser: 'se',
  tas: 'ta',
  tar: 'ta',
  ges: 'ge',
  ger: 'ge',
  händ: 'hand',
  städ: 'stad',
  länd: 'land',
  böck: 'bok',
  rött: 'röd',
  söner: 'son',
  döttr: 'dott',
  mödr: 'mod',
  fädr: 'fad',
  äldst: 'äld',
  yngr: 'ung',
  yngst: 'ung',
};

/**
 * A Swedish word cut to the part that its forms share. First the steps of the public Snowball algorithm for Swedish
 * (snowballstem.org), with the definite endings "et" and "an" besides, since plans write "stödet" and "skolan". The word is in
 * lower case; what comes out is for comparing and never shown.
 */
export function stemOf(word: string): string {
  const start = regionOf(word);
  const ended = withoutEnding(word, start);
  const halved = doubled.some((pair) => ended.endsWith(pair) && ended.length - 2 >= start) ? ended.slice(0, -1) : ended;
  return withoutLast(halved, start);
}

/**
 * A word cut further, to what verbs, nouns and adjectives of one family share: "kartlägga" and "kartläggning" give the same.
 * Now and then two families meet ("planer" and "planera"), which costs less than missing those that belong together.
 */
export function rootOf(word: string): string {
  const stem = stemOf(word);
  const known = irregular[stem];
  if (known !== undefined) return known;
  const maker = makers.find((each) => stem.endsWith(each) && canLose(stem, each));
  const root = maker === undefined ? stem : stem.slice(0, -maker.length);
  const settled = settle(root);
  return irregular[settled] ?? settled;
}

/** Where the part begins that endings may be taken from: after the first consonant that follows a vowel, at the third letter at the earliest. */
function regionOf(word: string): number {
  const letters = [...word];
  const at = letters.findIndex((letter, index) => index > 0 && !isVowel(letter) && isVowel(letters[index - 1] ?? ''));
  return at === -1 ? word.length : Math.max(at + 1, SHORTEST_ROOT);
}

function withoutEnding(word: string, start: number): string {
  const ending = endings.find((each) => word.endsWith(each) && word.length - each.length >= start);
  if (ending !== undefined) return word.slice(0, -ending.length);
  const before = word.at(-2) ?? '';
  return word.endsWith('s') && word.length - 1 >= start && BEFORE_S.includes(before)
    ? withoutEndingAfterS(word.slice(0, -1), start)
    : word;
}

/** "skolans", "kommuners": what stands before the s can be an ending too. */
function withoutEndingAfterS(word: string, start: number): string {
  const ending = endings.find((each) => word.endsWith(each) && word.length - each.length >= start);
  return ending === undefined ? word : word.slice(0, -ending.length);
}

function withoutLast(word: string, start: number): string {
  for (const [ending, left] of [
    ['löst', 'lös'],
    ['fullt', 'full'],
  ] as const)
    if (word.endsWith(ending) && word.length - ending.length >= start) return word.slice(0, -ending.length) + left;
  const last = ['lig', 'els', 'ig'].find((each) => word.endsWith(each) && word.length - each.length >= start);
  return last === undefined ? word : word.slice(0, -last.length);
}

function canLose(stem: string, maker: string): boolean {
  const left = stem.slice(0, -maker.length);
  const shortest = maker === 'er' ? 4 : SHORTEST_ROOT;
  return left.length >= shortest && [...left].some(isVowel);
}

/** Makes "säker", "säkert" and "säkra", "förälder" and "föräldrar", "regel" and "regler" alike, and "c" as "k" ("kommunicera"). */
function settle(root: string): string {
  if (root.length <= SHORTEST_ROOT) return root;
  const bare = root
    .replace(/c$/, 'k')
    .replace(/(?<=[^aeiouyäåö])[it]$/, '')
    .replace(/(?<=o|e[lr])n$/, '');
  const vowelless = bare.length >= 5 ? bare.replace(/([^aeiouyäåö])e([lrn])$/, '$1$2') : bare;
  return vowelless.length >= 4 ? vowelless.replace(/(?<=[bdfgkptvx])[rn]$/, '') : vowelless;
}

function isVowel(letter: string): boolean {
  return VOWELS.includes(letter);
}
