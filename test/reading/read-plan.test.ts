import { expect, test } from 'vitest';
import { readDocx } from '../../src/adapters/reading/docx/reader.ts';
import { readPdf } from '../../src/adapters/reading/pdf/reader.ts';
import { layOutText } from '../../src/core/document/text-layout.ts';
import type { OpenPlan } from '../../src/core/exchange/open-plan.ts';
import { readPlan } from '../../src/core/reading/read-plan.ts';
import { defaultVocabulary } from '../../src/core/reading/vocabulary.ts';
import { goldPlan } from '../gold-plan.ts';
import { inputBytes } from '../inputs.ts';

function read(name: string) {
  const document = readDocx(inputBytes(name));
  if (!document.ok) throw new Error(document.refusal.kind);
  const reading = readPlan(document.value, defaultVocabulary());
  if (!reading.ok) throw new Error(reading.refusal.kind);
  return reading.value;
}

test('the plan as a Word file is read as a person reads it', () => {
  const { plan } = read('plan.docx');
  const gold = goldPlan();
  expect(plan.areas).toEqual(gold.areas);
  expect(plan.relatedDocuments).toEqual(gold.relatedDocuments);
  expect(plan.title).toBe(gold.title);
  expect(plan.period).toEqual(gold.period);
});

test.each(['plan-lo.pdf', 'arende-helt-lo.pdf'])('%s is read as a person reads it', async (name) => {
  const document = await readPdf(inputBytes(name));
  if (!document.ok) throw new Error(document.refusal.kind);
  const reading = readPlan(document.value, defaultVocabulary());
  if (!reading.ok) throw new Error(reading.refusal.kind);
  const { plan } = reading.value;
  expect(plan.areas).toEqual(goldPlan().areas);
  expect(plan.relatedDocuments).toEqual(goldPlan().relatedDocuments);
  if (plan.memo !== null) expect(plan.memo).toEqual(goldPlan().memo);
  expect(plan.memo !== null).toBe(name.startsWith('arende'));
});

test('a memo alone gives its decision, sections and attachments, and no areas', () => {
  const { plan } = read('tjansteskrivelse.docx');
  expect(plan.areas).toEqual([]);
  expect(plan.memo).toEqual(goldPlan().memo);
});

const caseText = new TextDecoder().decode(inputBytes('uppsala-2025-2028.txt'));

function readText(text: string) {
  const reading = readPlan(layOutText(text), defaultVocabulary());
  if (!reading.ok) throw new Error(reading.refusal.kind);
  return reading.value;
}

/** Every statement that a plan makes about itself, its areas and its memo, one string each. */
function statements(plan: OpenPlan): string[] {
  const { sections, areas, relatedDocuments, memo, title, registrationNumber, decisionMaker, documentOwner, period } =
    plan;
  return [
    ...[title, registrationNumber, decisionMaker, documentOwner, period].map((fact) => JSON.stringify(fact)),
    ...sections.flatMap((section) => section.paragraphs.map((text) => `${section.heading}: ${text}`)),
    ...areas.flatMap((area) => [
      `${area.number} ${area.title}`,
      ...area.text.map((text) => `${area.number} text ${text}`),
      ...area.objectives.map((text) => `${area.number} objective ${text}`),
      ...area.indicators.map((text) => `${area.number} indicator ${text}`),
      ...area.measures.flatMap((measure) => [
        `${measure.number} ${measure.text}`,
        `${measure.number} ${measure.coordinator}`,
        `${measure.number} ${measure.coResponsible.join('|')} ${measure.dueYear}`,
      ]),
    ]),
    ...relatedDocuments,
    ...(memo?.proposedDecision ?? []),
    ...(memo?.attachments ?? []),
    ...(memo?.sections.flatMap((section) => section.paragraphs.map((text) => `${section.heading}: ${text}`)) ?? []),
  ];
}

function shareFound(plan: OpenPlan): number {
  const found = new Set(statements(plan));
  const gold = statements(goldPlan());
  return gold.filter((statement) => found.has(statement)).length / gold.length;
}

test('the case as one text is read as a person reads it', () => {
  const { plan } = readText(caseText);
  expect(plan.areas).toEqual(goldPlan().areas);
  expect(plan.memo).toEqual(goldPlan().memo);
  expect(shareFound(plan)).toBeGreaterThanOrEqual(0.99);
  expect(statements(plan).length).toBe(statements(goldPlan()).length);
});

const wrap = (line: string, width: number) =>
  line.split(/\s+/).reduce((text, word) => {
    const last = text.slice(text.lastIndexOf('\n') + 1);
    return text === '' ? word : `${text}${last.length + 1 + word.length > width ? '\n' : ' '}${word}`;
  }, '');

const variants: readonly (readonly [string, (text: string) => string])[] = [
  ['without blank lines', (text) => text.replace(/\n(?:[ \t]*\n)+/g, '\n')],
  [
    'wrapped again at 45',
    (text) =>
      text
        .split('\n')
        .map((line) => wrap(line.trim(), 45))
        .join('\n'),
  ],
  [
    'wrapped again at 60',
    (text) =>
      text
        .split('\n')
        .map((line) => wrap(line.trim(), 60))
        .join('\n'),
  ],
  [
    'with its paragraphs wrapped again at 45',
    (text) =>
      text
        .split(/\n\s*\n/)
        .map((paragraph) => wrap(paragraph.trim(), 45))
        .join('\n\n'),
  ],
  ['with hyphens for bullets', (text) => text.replaceAll('•', '-')],
  ['with hyphens and without blank lines', (text) => text.replaceAll('•', '-').replace(/\n(?:[ \t]*\n)+/g, '\n')],
  ['with Windows line ends', (text) => text.replaceAll('\n', '\r\n')],
];

test.each(variants)('the case %s keeps at least nine statements of ten, and loses no sign of the plan', (_, change) => {
  const { plan, places } = readText(change(caseText));
  expect(shareFound(plan)).toBeGreaterThanOrEqual(0.9);
  expect(plan.areas.flatMap((area) => area.measures)).toHaveLength(24);
  expect(Object.keys(places).length).toBeGreaterThan(180);
});

test('every sign of the text stands in an item, in the structure or among what is left', () => {
  const { plan, places } = readText(caseText);
  const seen = new Uint8Array(caseText.length);
  for (const { ranges } of Object.values(places)) for (const { start, end } of ranges) seen.fill(1, start, end);
  const twice = plan.unplaced.filter(({ at }) => seen.subarray(at.start, at.end).some((mark) => mark === 1));
  expect(twice).toEqual([]);
  expect(plan.unplaced.every(({ text, at }) => caseText.slice(at.start, at.end) === text)).toBe(true);
});

test.each([
  ['Plan för trädgårdar\n\nInledning\nHär står bara text.\n', { kind: 'no-measure-table-found' }],
  [
    'Plan för parker\n\nMålområde 1 Träd\n\nÅtgärd Samordnare Delansvarig\n1.1 Plantera en ek. KS SCN\n1.1 Plantera en lind. KS SCN\n',
    { kind: 'duplicate-measure-numbers', numbers: ['1.1'] },
  ],
])('refuses what is no plan: %#', (text, refusal) => {
  expect(readPlan(layOutText(text), defaultVocabulary())).toEqual({ ok: false, refusal });
});

test('the time to read grows no faster than the text', () => {
  const part = (at: number) =>
    `Målområde ${at} Träd nummer ${at}\nTräden ska stå kvar.\n\nÅtgärd Samordnare Delansvarig\n${at}.1 Plantera ekar i parken. KS SCN, OSN\n${at}.2 Vattna dem.\nKS\n\n`;
  const textOf = (parts: number) =>
    `Plan för träd\n\n${Array.from({ length: parts }, (_, at) => part(at + 1)).join('')}`;
  const timeOf = (parts: number) => {
    const document = layOutText(textOf(parts));
    const before = performance.now();
    const reading = readPlan(document, defaultVocabulary());
    expect(reading.ok && reading.value.plan.areas.length).toBe(parts);
    return performance.now() - before;
  };
  timeOf(90);
  const small = Math.min(timeOf(9), timeOf(9), timeOf(9));
  expect(timeOf(90)).toBeLessThan(Math.max(small, 5) * 40);
});
