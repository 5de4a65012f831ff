import { expect, test } from 'vitest';
import { layOutText } from '../../src/core/document/text-layout.ts';
import { readPlan } from '../../src/core/reading/read-plan.ts';
import { defaultVocabulary } from '../../src/core/reading/vocabulary.ts';
import { inputBytes } from '../inputs.ts';

function read(name: string) {
  const raw = new TextDecoder().decode(inputBytes(`other-plans/${name}`));
  const reading = readPlan(layOutText(raw), defaultVocabulary());
  if (!reading.ok) throw new Error(reading.refusal.kind);
  const areas = reading.value.plan.areas;
  return {
    raw,
    places: reading.value.places,
    plan: reading.value.plan,
    areas,
    measures: areas.flatMap((area) => area.measures),
  };
}

/** Signs of a text without white space and hyphens, so that a mended line end counts as the source's own words. */
const ink = (text: string) => text.replace(/[\s-]/g, '').toLocaleLowerCase('sv');

const names = [
  '03_goteborg_rasism_2026-2028.txt',
  '05_goteborg_civil-beredskap_2024-2027.txt',
  '08_goteborg_nyrekrytering_2023-2026.txt',
];

test.each(names)('%s: every measure and body that is read stands at its place in the source', (name) => {
  const { raw, areas, places } = read(name);
  const standsAt = (path: string, text: string) => {
    const ranges = places[path]?.ranges ?? [];
    expect(ink(ranges.map(({ start, end }) => raw.slice(start, end)).join(''))).toContain(ink(text));
  };
  for (const [a, area] of areas.entries())
    for (const [m, { text, coordinator, coResponsible }] of area.measures.entries()) {
      const path = `/areas/${a}/measures/${m}`;
      standsAt(`${path}/text`, text);
      if (coordinator !== null) standsAt(`${path}/coordinator`, coordinator);
      for (const [at, body] of coResponsible.entries()) standsAt(`${path}/coResponsible/${at}`, body);
    }
});

test('a plan without numbers, with a line "Ansvar: …" after each measure', () => {
  const { areas, measures } = read('03_goteborg_rasism_2026-2028.txt');
  expect(areas.map((area) => area.measures.length)).toEqual([4, 2, 1, 4, 1]);
  expect(measures.map(({ coResponsible }) => coResponsible.length)).toEqual([2, 2, 2, 1, 0, 0, 1, 0, 3, 0, 0, 1]);
  expect(measures.every(({ coordinator }) => coordinator !== null)).toBe(true);
  expect(measures.at(-1)?.coResponsible).toEqual(['kommunstyrelsen']);
});

test('a plan whose columns were folded into single lines', () => {
  const { areas, measures } = read('05_goteborg_civil-beredskap_2024-2027.txt');
  expect(areas.map((area) => area.measures.length)).toEqual([3, 3, 9, 8, 4, 3]);
  expect(measures.map(({ dueYear }) => dueYear)).toEqual([
    2026, 2024, 2026, 2025, 2025, 2024, 2027, 2027, 2025, 2025, 2025, 2027, 2027, 2027, 2025, 2024, 2025, 2027, 2026,
    2024, 2027, 2024, 2027, 2027, 2027, 2027, 2027, 2025, 2025, 2024,
  ]);
  const bodies = measures.map(({ coordinator, coResponsible }) => [coordinator, ...coResponsible]);
  expect(bodies[6]).toEqual(['Berörda nämnder och styrelser', 'inköp och upphandlingsnämnden']);
  expect(bodies[11]).toContain('Stadsfastighetsnämnden');
  expect(bodies[11]).toContain('Göteborg Energi');
  expect(bodies[8]).toEqual(['Nämnder som bedriver måltidsverksamhet']);
  expect(bodies[28]).toHaveLength(10);
});

test('a plan where each measure stands in prose and again on a card', () => {
  const { areas, measures } = read('08_goteborg_nyrekrytering_2023-2026.txt');
  expect(areas.map(({ number }) => number)).toEqual(['1', '2', '3', '4']);
  const expected = '1:1 1:2 1:3 1:4 1:5 2:1 2:2 2:3 2:4 3:1 3:2 4:1 4:2 4:3 4:4 4:5 4:6';
  expect(measures.map(({ number }) => number).join(' ')).toBe(expected);
  const coordinated = measures.filter(({ coordinator }) => coordinator !== null).map(({ number }) => number);
  expect(coordinated.join(' ')).toBe('1:1 1:5 2:1 2:2 3:1 3:2 4:1 4:2 4:3 4:5 4:6');
  expect(measures.every(({ coResponsible }) => coResponsible.length > 0)).toBe(true);
  expect(measures[2]?.coResponsible).toEqual(['Socialnämnden Sydväst', 'Idrotts- och föreningsnämnden']);
});

test.each([
  [names[0], 'SLK-2024-00154', { from: 2026, to: 2028 }, null],
  [names[1], 'SLK-2023-01023', { from: 2024, to: 2027 }, 'Säkerhetschef'],
  [names[2], '1668/20', { from: 2023, to: 2026 }, undefined],
])('%s: the title page, though its columns were folded', (name, registrationNumber, period, documentOwner) => {
  const { plan } = read(name ?? '');
  expect(plan).toMatchObject({ registrationNumber, period, decisionMaker: 'Kommunfullmäktige' });
  if (documentOwner !== undefined) expect(plan.documentOwner).toBe(documentOwner);
  expect(plan.title).toMatch(/^\p{Lu}.*plan/u);
  expect(plan.title).not.toMatch(/Datum|Beslutad/);
});
