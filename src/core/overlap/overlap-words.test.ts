import { expect, test } from 'vitest';
import { makeLexicon } from './lexicon.ts';
import { likeness, markWords, pictureOf, sharedWords, soughtRoots } from './similarity.ts';
import { splitCompound } from './split-compound.ts';
import { rootOf } from './stem.ts';
import { swedishSynonyms } from './synonyms.sv.ts';
import { pairOf } from './verdict.ts';
import { rootsOf } from './words.ts';

test.each([
  ['skola', 'skolan', 'skolans', 'skolor', 'skolorna', 'skolornas'],
  ['kommun', 'kommunen', 'kommunens', 'kommuner', 'kommunerna', 'kommunernas'],
  ['stöd', 'stödet', 'stödets', 'stöda', 'stöder'],
  ['åtgärd', 'åtgärden', 'åtgärder', 'åtgärdernas', 'åtgärda', 'åtgärdas'],
  ['utbilda', 'utbildar', 'utbildas', 'utbildning', 'utbildningen', 'utbildningarna'],
  ['kartlägga', 'kartlägger', 'kartläggs', 'kartläggning', 'kartläggningens'],
  ['samverka', 'samverkan', 'samverkar'],
  ['säker', 'säkra', 'säkert', 'säkerhet', 'säkerheten'],
  ['förälder', 'föräldrar', 'föräldrarna', 'förälderns'],
  ['regel', 'regler', 'reglerna', 'regelns'],
  ['jämställd', 'jämställda', 'jämställdhet', 'jämställdheten'],
  ['planera', 'planerar', 'planering', 'planeringen'],
  ['information', 'informera', 'informerar', 'informationen'],
  ['digital', 'digitalt', 'digitala', 'digitalisera', 'digitalisering'],
  ['man', 'män', 'männen'],
  ['trygg', 'tryggt', 'trygga', 'trygghet'],
])('%s and its family are one', (...family) => {
  expect([...new Set(family.map(rootOf))]).toHaveLength(1);
});

test.each([
  ['barn', 'ban'],
  ['plan', 'plats'],
  ['vård', 'våld'],
  ['äldre', 'elev'],
  ['hot', 'het'],
  ['skola', 'skog'],
  ['kvinna', 'kvitto'],
])('%s and %s are two', (one, other) => {
  expect(rootOf(one)).not.toBe(rootOf(other));
});

test.each([
  ['', []],
  ['2025–2028 §§ 3.10 …', []],
  ['och att det som ska', []],
  ['Vi följer upp planen.', ['uppfölj', 'plan']],
  ['Planen följs upp.', ['plan', 'uppfölj']],
  ['Planen ses över.', ['plan', 'överse']],
  ['Stöd, STÖD och stödet', ['stöd']],
  ['behand\u00ADling', ['behandling']],
  ['A\u030Atga\u0308rd', ['åtgärd']],
])('«%s» is about %j', (text, roots) => {
  expect(rootsOf(text)).toEqual(roots.map((root) => (/^(upp|över)/.test(root) ? root : rootOf(root))));
});

const used = new Set(['behandling', 'stöd', 'kvinna', 'jour', 'gata', 'miljö', 'rullstol', 'värme'].map(rootOf));

test.each([
  ['behandlingsstöd', ['behandling', 'stöd']],
  ['kvinnojouren', ['kvinna', 'jour']],
  ['gatumiljö', ['gata', 'miljö']],
  ['sommarvärme', ['värme']],
  ['rullstolsburna', ['rullstol']],
  ['upphandling', []],
  ['understöd', []],
  ['jour', []],
])('%s falls into %j', (word, parts) => {
  expect(splitCompound(rootOf(word), (root) => used.has(root))).toEqual(parts.map(rootOf));
});

const texts = [
  'Erbjuda stöd i behandling till föräldrar.',
  'Behandlingsstöd för vårdnadshavare.',
  'Bygga cykelvägar till skolan.',
  'Utbilda chefer i brandskydd.',
];
const lexicon = makeLexicon({
  roots: [...new Set(texts.flatMap(rootsOf))].map((root) => ({
    root,
    measures: texts.filter((text) => rootsOf(text).includes(root)).length,
  })),
  measures: texts.length,
  synonyms: swedishSynonyms,
});
const pictures = texts.map((text) => pictureOf(lexicon, rootsOf(text)));

test('what says the same in other words is nearer than what does not', () => {
  const [one, same, other, unlike] = pictures.map((picture) => likeness(picture, pictures[0] ?? picture));
  expect(one).toBeCloseTo(1);
  expect(same).toBeGreaterThan(0.5);
  expect(Math.max(other ?? 1, unlike ?? 1)).toBeLessThan(0.1);
});

test('a text without content is like nothing, itself included', () => {
  const empty = pictureOf(lexicon, rootsOf('och att 2027'));
  expect([likeness(empty, empty), likeness(empty, pictures[0] ?? empty)]).toEqual([0, 0]);
});

test('shared words stand as they are written in each text, with how they belong together', () => {
  expect(sharedWords(lexicon, texts[1] ?? '', texts[0] ?? '')).toEqual([
    { here: 'vårdnadshavare', there: ['föräldrar'], how: 'synonym', telling: true },
    { here: 'Behandlingsstöd', there: ['stöd', 'behandling'], how: 'part', telling: true },
  ]);
  expect(sharedWords(lexicon, texts[2] ?? '', texts[3] ?? '')).toEqual([]);
});

test('the search goes by the most telling words first and stops at its limit', () => {
  const picture = pictures[0] ?? pictureOf(lexicon, []);
  const all = soughtRoots(lexicon, picture, 1000).map(({ root }) => root);
  expect(all).toEqual(expect.arrayContaining(['behandlingsstöd', 'vårdnadshavare'].map(rootOf)));
  expect(soughtRoots(lexicon, picture, 2)).toHaveLength(2);
  expect(soughtRoots(lexicon, picture, 2).map(({ root }) => root)).toEqual(all.slice(0, 2));
});

test('words are marked where they stand, and nothing of the text is lost', () => {
  const text = 'Stöd i behandling, och behandlingar.';
  const pieces = markWords(text, ['behandling']);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  expect(pieces.filter(({ shared }) => shared)).toEqual([{ text: 'behandling', shared: true }]);
});

test('a pair is the same from both sides', () => {
  expect(pairOf('b', 'a')).toEqual(pairOf('a', 'b'));
});
