const FOLDED: Readonly<Record<string, string>> = { å: 'a', ä: 'a', ö: 'o', æ: 'a', ø: 'o', é: 'e', ü: 'u' };
const LONGEST = 60;

/**
 * The last part of a plan's public address: lower-case a–z, 0–9 and hyphens, at most 60 characters, never empty.
 * `taken` tells which are in use; the first free of "x", "x-2", "x-3" … is given.
 */
export function makeSlug(title: string, taken: ReadonlySet<string>): string {
  const base = cutAtWord(fold(title)) || 'plan';
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}

function fold(title: string): string {
  return title
    .normalize('NFC')
    .toLocaleLowerCase('sv')
    .replace(/[åäöæøéü]/g, (letter) => FOLDED[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

function cutAtWord(slug: string): string {
  if (slug.length <= LONGEST) return slug;
  const cut = slug.slice(0, LONGEST + 1).lastIndexOf('-');
  return slug.slice(0, cut > 20 ? cut : LONGEST).replace(/-+$/, '');
}
