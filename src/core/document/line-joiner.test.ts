import { expect, test } from 'vitest';
import { lineJoiner } from './line-joiner.ts';

const habit = [
  'en parkför-',
  'valtning och en trafik-',
  'nämnd med en miljö-',
  'plan om luft-',
  'kvalitet samt buller-',
  'skydd',
];

test.each<[string, string[], string[], string]>([
  ['lines are joined by a space', ['Plantera', 'träd'], [], 'Plantera träd'],
  ['a hyphen stays when nothing speaks against it', ['icke-', 'diskriminering'], [], 'icke-diskriminering'],
  ['a suspended hyphen keeps its space', ['hälso-', 'och sjukvård'], [], 'hälso- och sjukvård'],
  [
    'a word that stands whole elsewhere is mended',
    ['parkför-', 'valtningen'],
    ['Vår parkförvaltningen är'],
    'parkförvaltningen',
  ],
  ['a document with the habit of parting words is mended', ['en parkför-', 'valtning'], habit, 'en parkförvaltning'],
  [
    'but not where the word is written with a hyphen elsewhere',
    ['icke-', 'val'],
    [...habit, 'Ett icke-val är'],
    'icke-val',
  ],
  ['a soft hyphen goes', ['träd\u00AD', 'gård'], [], 'trädgård'],
  [
    'a word broken without a sign is mended when it stands whole',
    ['Arbetsmarknadsnä', 'mnden'],
    ['Vår Arbetsmarknadsnämnden är'],
    'Arbetsmarknadsnämnden',
  ],
  ['two whole words stay two', ['lång', 'siktig'], ['En lång väg'], 'lång siktig'],
  ['a slash joins', ['förvaltning/', 'bolag'], [], 'förvaltning/bolag'],
])('%s', (_, lines, others, text) => {
  expect(lineJoiner([...others, ...lines])(lines)).toBe(text);
});
