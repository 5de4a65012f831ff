import { expect, test } from 'vitest';
import { excerpt, placeOf } from './source-excerpt.ts';

const text = 'Före. Första punkten. Mellan. Andra punkten. Efter.';
const source = { format: 'text' as const, text, blocks: [], title: null, trackedChanges: [], comments: [] };
const at = (quote: string) => {
  const start = text.indexOf(quote);
  return { ranges: [{ start, end: start + quote.length }], page: 2, box: null };
};

test('the excerpt holds the whole stretch once, with the items marked', () => {
  const { parts } = excerpt(source, [
    { path: '/b', place: at('Andra punkten.') },
    { path: '/a', place: at('Första punkten.') },
  ]);
  expect(parts.map((part) => part.text).join('')).toBe(text);
  expect(parts.filter((part) => part.path !== null).map((part) => [part.path, part.text])).toEqual([
    ['/a', 'Första punkten.'],
    ['/b', 'Andra punkten.'],
  ]);
});

test('an excerpt from the middle of a long text begins with a whole word', () => {
  const long = `${'inledning '.repeat(60)}Punkten.`;
  const start = long.indexOf('Punkten');
  const place = { ranges: [{ start, end: long.length }], page: null, box: null };
  const [before] = excerpt({ ...source, text: long }, [{ path: '/a', place }]).parts;
  expect(before?.text).toMatch(/^inledning (inledning )+$/);
  expect(before?.text.length).toBeLessThan(start);
});

test('overlapping items are shown once', () => {
  const { parts } = excerpt(source, [
    { path: '/a', place: at('Första punkten. Mellan.') },
    { path: '/b', place: at('Mellan. Andra') },
  ]);
  expect(parts.map((part) => part.text).join('')).toBe(text);
});

test('items without a place give no excerpt', () => {
  expect(excerpt(source, [])).toEqual({ parts: [], cut: false });
});

test('an item stands where its parts stand', () => {
  const places = { '/areas/0/title': at('Första'), '/areas/0/number': at('punkten'), '/areas/01': at('Mellan') };
  expect(placeOf(places, '/areas/0')?.ranges).toHaveLength(2);
  expect(placeOf(places, '/areas/9')).toBeNull();
});
