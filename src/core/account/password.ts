/** Fewest characters of a password. Source: NIST SP 800-63B §3.1.1.2 and OWASP ASVS 2.1.1, which ask for 12 where nothing else guards. */
export const SHORTEST_PASSWORD = 12;
/** Most characters of a password: far more than anybody writes, so that a phrase always fits. */
export const LONGEST_PASSWORD = 256;

/**
 * Why a password is refused. `repeated`: hardly any different characters, a short piece over and over, or a row of
 * neighbours. `common`: on the lists of passwords that others have lost, or such a one with digits and signs around it.
 * `own-words`: mostly the person's own name, e-mail address or municipality.
 */
export const passwordFaults = ['too-short', 'too-long', 'repeated', 'common', 'own-words'] as const;
export type PasswordFault = (typeof passwordFaults)[number];

/** Whose password it is: what others would guess first. */
export interface PasswordOwner {
  readonly email: string;
  readonly name: string;
  readonly municipalityName: string;
}

/** Whether a text in lower case is on the list of common passwords. */
export type IsCommonPassword = (text: string) => boolean;

/**
 * What is wrong with a new password; null when it will do. Any characters are taken, in any mix; they are counted as code
 * points of the composed form, and case counts for nothing here.
 */
export function judgePassword(
  password: string,
  owner: PasswordOwner,
  isCommon: IsCommonPassword,
): PasswordFault | null {
  const text = password.normalize('NFC').toLowerCase();
  const letters = [...text];
  if (letters.length < SHORTEST_PASSWORD) return 'too-short';
  if (letters.length > LONGEST_PASSWORD) return 'too-long';
  const few = new Set(letters).size < FEWEST_DIFFERENT;
  if (few || shortestUnit(text).length <= LONGEST_REPEATED || isRow(letters)) return 'repeated';
  if (likelyOrigins(text).some(isCommon)) return 'common';
  return isOwnWords(text, owner) ? 'own-words' : null;
}

const FEWEST_DIFFERENT = 4;
const LONGEST_REPEATED = 4;
const MOST_AROUND = 10;
const SHORTEST_ORIGIN = 3;
const FEWEST_OTHER_LETTERS = 6;
const SHORTEST_OWN_WORD = 3;

/** Letters that are often written as digits or signs. */
const disguises: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** The password itself, and the words that it may have been made from: without digits and signs around, undisguised, said once. */
function likelyOrigins(text: string): readonly string[] {
  const bare = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const forms = [text, ...(text.length - bare.length <= MOST_AROUND ? [bare] : [])];
  const plain = forms.flatMap((form) => [form, form.replace(/[0134578@$!]/g, (sign) => disguises[sign] ?? sign)]);
  return [...new Set(plain.flatMap((form) => [form, shortestUnit(form)]))].filter(
    (form) => form.length >= SHORTEST_ORIGIN,
  );
}

/** The shortest piece that, repeated, gives the text; the text itself when it does not repeat. */
function shortestUnit(text: string): string {
  for (let size = 1; size <= text.length / 2; size += 1) {
    const unit = text.slice(0, size);
    if (text.length % size === 0 && unit.repeat(text.length / size) === text) return unit;
  }
  return text;
}

/** Whether each character is the next (or the one before) of the last, as in "abcdefghijkl". */
function isRow(letters: readonly string[]): boolean {
  const codes = letters.map((letter) => letter.codePointAt(0) ?? 0);
  const step = (codes[1] ?? 0) - (codes[0] ?? 0);
  return Math.abs(step) <= 1 && codes.every((code, at) => at === 0 || code - (codes[at - 1] ?? 0) === step);
}

function ownWords({ email, name, municipalityName }: PasswordOwner): readonly string[] {
  const all = `${email} ${name} ${municipalityName} kommun handlingskraft`.normalize('NFC').toLowerCase();
  const words = all.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= SHORTEST_OWN_WORD);
  return [...new Set(words)].sort((a, b) => b.length - a.length);
}

/** Whether the text holds own words, and hardly any letters beside them. */
function isOwnWords(text: string, owner: PasswordOwner): boolean {
  const rest = ownWords(owner).reduce((left, word) => left.replaceAll(word, ' '), text);
  return rest !== text && (rest.match(/\p{L}/gu)?.length ?? 0) < FEWEST_OTHER_LETTERS;
}
