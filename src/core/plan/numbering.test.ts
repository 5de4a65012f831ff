import { describe, expect, test } from 'vitest';
import {
  detectPattern,
  labelsFor,
  type NumberedKind,
  noNumbers,
  type OutlineItem,
  templateFault,
} from './numbering.ts';

type Labelled = OutlineItem & { readonly label: string | null };

/** Areas as "label: measure measure; label: …"; "-" stands for no number. */
function outlineOf(text: string): Labelled[] {
  const labelOf = (written: string) => (written === '-' ? null : written.replace('_', ' '));
  return text.split('; ').flatMap((part, areaIndex) => {
    const [area = '-', measures = ''] = part.split(': ');
    return [
      { kind: 'area' as const, id: `area ${areaIndex}`, areaIndex, label: labelOf(area) },
      ...measures
        .split(' ')
        .filter((label) => label !== '')
        .map((label, index) => ({
          kind: 'measure' as const,
          id: `measure ${areaIndex}.${index}`,
          areaIndex,
          label: labelOf(label),
        })),
    ];
  });
}

describe('the numbers of real plans are told again from their pattern', () => {
  test.each([
    ['1: 1.1 1.2; 2: 2.1 2.2 2.3', '{n}', '{area}.{n}'],
    ['1: 1:1 1:2; 2: 2:1', '{n}', '{area}:{n}'],
    ['-: 1.1 1.2; -: 2.1', null, '{area}.{n}'],
    ['1: K_1.1 K_1.2; 2: K_2.1', '{n}', 'K {area}.{n}'],
    ['1: K_1.1 K_1.2 Ö_1.1; 2: Ö_2.1 K_2.1', '{n}', '{mark} {area}.{n}'],
    ['1: Ö1.1 K1.1 K1.2; 2: Ö2.1', '{n}', '{mark}{area}.{n}'],
    ['1: A21.2.1.1 A21.2.1.2; 2: A21.2.2.1', '{n}', 'A21.2.{area}.{n}'],
    ['21.2.2: A21.2.2.1 A21.2.2.2; 21.3.1: A21.3.1.1', '{mark}', 'A{area}.{n}'],
    ['-: A21.2.2.1 A21.2.2.2 A21.3.1.1; -: A21.4.1.1', null, '{mark}.{n}'],
    ['A: A1 A2; B: B1', '{A}', '{area}{n}'],
    ['1: 1A 1B; 2: 2A', '{n}', '{area}{A}'],
    ['1: 1 2; 2: 3', '{n}', '{all}'],
    ['1: 1 2; 2: 1', '{n}', '{n}'],
    ['-: Å1 Å2; -: Å3', null, 'Å{all}'],
    ['-: - -; -: -', null, null],
  ])('%s', (text, area, measure) => {
    const outline = outlineOf(text);
    const found = detectPattern(outline);
    expect(found?.pattern).toEqual({ ...noNumbers, area, measure });
    const again = labelsFor(
      found?.pattern ?? noNumbers,
      outline.map(({ label: _label, ...item }) => ({ ...item, mark: found?.marks.get(item.id) ?? null })),
    );
    expect([...again.values()]).toEqual(outline.map((item) => item.label));
  });
});

test.each([
  ['a number is missing', '1: 1.1 1.3'],
  ['a number stands twice', '1: 1.1 1.1'],
  ['only some are numbered', '1: 1.1 -; 2: 2.1'],
  ['two forms', '1: 1.1 1:2'],
  ['only some areas are numbered', '1: 1.1; -: 2.1'],
  ['words', '1: först sedan'],
])('no pattern where %s', (_what, text) => {
  expect(detectPattern(outlineOf(text))).toBeNull();
});

test('every kind has a series of its own', () => {
  const outline: OutlineItem[] = (['area', 'objective', 'objective', 'measure', 'indicator', 'indicator'] as const).map(
    (kind, index) => ({ kind, id: String(index), areaIndex: 0 }),
  );
  const pattern = { area: '{n}', objective: 'D{area}.{n}', measure: '{area}.{n}', indicator: 'I{all}' };
  expect([...labelsFor(pattern, outline).values()]).toEqual(['1', 'D1.1', 'D1.2', '1.1', 'I1', 'I2']);
});

test('the tenth comes after the ninth, the twenty-seventh letter is AA, and a missing mark leaves no space', () => {
  const outline = Array.from({ length: 27 }, (_, index) => ({
    kind: 'measure' as const,
    id: String(index),
    areaIndex: 2,
  }));
  const labels = (measure: string) => [...labelsFor({ ...noNumbers, measure }, outline).values()];
  expect(labels('{area}.{n}').slice(8, 10)).toEqual(['3.9', '3.10']);
  expect(labels('{A}').slice(25)).toEqual(['Z', 'AA']);
  expect(labels('{mark} {area}.{n}')[0]).toBe('3.1');
});

test.each<[NumberedKind, string, string | null]>([
  ['measure', '{area}.{n}', null],
  ['measure', 'A21.2.{area}.{n}', null],
  ['area', '{mark}', null],
  ['measure', '{area}', 'nothing-counts'],
  ['measure', '{mark}', 'nothing-counts'],
  ['area', '{area}.{n}', 'unknown-part'],
  ['measure', '{nr}', 'unknown-part'],
  ['measure', '{n', 'unknown-part'],
  ['measure', `${'1.'.repeat(20)}{n}`, 'too-long'],
])('the template of %s %s: %s', (kind, template, fault) => {
  expect(templateFault(kind, template)).toBe(fault);
});
