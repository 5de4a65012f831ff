import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { OpenPlan } from '../src/core/exchange/open-plan.ts';
import { activityStates, reportStatuses } from '../src/core/followup/commitment.ts';
import { roles } from '../src/core/permission/role.ts';
import { inputPath } from './inputs.ts';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'demo');

interface DemoRow {
  readonly plan: string;
  readonly measure: string;
  readonly body: string;
  readonly by: string;
  readonly date: string;
}
interface DemoPlan {
  readonly slug: string;
  readonly file: string;
  readonly adoptedOn: string;
  readonly words: Readonly<Record<string, string>>;
}

function read<T>(name: string): T {
  return JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;
}

const municipality = read<{
  code: string;
  reportDueMonthDay: string;
  wordRules: { words: string[]; body: string }[];
  plans: DemoPlan[];
}>('municipality.json');
const bodies = read<{ abbreviation: string | null; name: string; kind: string }[]>('bodies.json');
const accounts =
  read<{ email: string; name: string; role: string; body: string | null; login: boolean }[]>('accounts.json');
const followup = read<{
  commitments: (DemoRow & { role: string; stance: string; comment: string })[];
  activities: (DemoRow & { title: string; startsOn: string | null; endsOn: string | null; state: string })[];
  reports: (DemoRow & { year: number; status: string; text: string })[];
}>('followup.json');
const plans = new Map(municipality.plans.map((plan) => [plan.slug, read<OpenPlan>(plan.file)]));
const abbreviations = new Set(bodies.map((body) => body.abbreviation).filter((code) => code !== null));
const names = new Set(bodies.map((body) => body.name));

/** "plan number body" → role, for every part that the plans hand out. */
const parts = new Map<string, string>();
for (const [slug, plan] of plans)
  for (const measure of plan.areas.flatMap((area) => area.measures)) {
    parts.set(`${slug} ${measure.number} ${measure.coordinator}`, 'coordinator');
    for (const body of measure.coResponsible) parts.set(`${slug} ${measure.number} ${body}`, 'co-responsible');
  }
const keyOf = (row: DemoRow): string => `${row.plan} ${row.measure} ${row.body}`;

describe('the municipality', () => {
  test('has a code of four digits in no real county', () => expect(municipality.code).toMatch(/^99\d\d$/));

  test('lists every plan file and no other', () => {
    const files = readdirSync(folder).filter((name) => name.startsWith('plan-'));
    expect(municipality.plans.map((plan) => plan.file).sort()).toEqual(files.sort());
  });

  test('has words for both plans', () => {
    for (const plan of municipality.plans)
      for (const key of ['area', 'measure', 'coordinator', 'coResponsible']) expect(plan.words[key]).toBeTruthy();
  });

  test('writes word rules about known bodies', () => {
    for (const rule of municipality.wordRules) expect(abbreviations).toContain(rule.body);
  });

  test('names no body twice', () => {
    expect(names.size).toBe(bodies.length);
    expect(abbreviations.size).toBe(bodies.filter((body) => body.abbreviation !== null).length);
  });
});

describe('accounts', () => {
  test('one login for each role but that of support, which is given for a few hours', () => {
    const given = accounts.filter((account) => account.login).map((account) => account.role);
    expect(given.sort()).toEqual(roles.filter((role) => role !== 'support').sort());
  });

  test.each(accounts)('$email', ({ email, body }) => {
    expect(email).toMatch(/^[a-z.]+@example\.se$/);
    expect(body === null || abbreviations.has(body)).toBe(true);
    expect(accounts.filter((account) => account.email === email)).toHaveLength(1);
  });
});

describe.each([...plans])('plan %s', (_slug, plan) => {
  test('is in the open format, with nothing found and nothing unplaced by itself', () => {
    expect(plan.format).toBe('handlingskraft-plan/1');
    expect([...plan.findings, ...plan.unplaced]).toEqual([]);
  });

  test('numbers areas and measures in series', () => {
    for (const [index, area] of plan.areas.entries()) {
      expect(area.number).toBe(String(index + 1));
      const separator = area.measures[0]?.number?.includes(':') ? ':' : '.';
      const expected = area.measures.map((_, at) => `${index + 1}${separator}${at + 1}`);
      expect(area.measures.map((measure) => measure.number)).toEqual(expected);
    }
  });

  test('gives measures to known bodies only, once each', () => {
    for (const measure of plan.areas.flatMap((area) => area.measures)) {
      const given = [measure.coordinator, ...measure.coResponsible];
      expect(new Set(given).size).toBe(given.length);
      for (const body of given) expect(abbreviations, `${measure.number}`).toContain(body);
    }
  });

  test('ends its measures within the period', () => {
    const { from, to } = plan.period ?? { from: 0, to: 0 };
    for (const year of plan.areas.flatMap((area) => area.measures.map((measure) => measure.dueYear)))
      if (year !== null) expect(year >= from && year <= to).toBe(true);
  });
});

test('the benchmarked plan has 5 areas, 24 measures and at least 13 indicators', () => {
  const areas = plans.get('trygga-relationer')?.areas ?? [];
  expect(areas).toHaveLength(5);
  expect(areas.flatMap((area) => area.measures)).toHaveLength(24);
  expect(areas.flatMap((area) => area.indicators).length).toBeGreaterThanOrEqual(13);
});

test('the consultation counts each invited body once, and gives remarks to those who made them', () => {
  const consultation = plans.get('trygga-relationer')?.consultation;
  if (!consultation) throw new Error('The demo has no consultation');
  const { withRemarks, approving, abstaining, noAnswer } = consultation;
  const invited = [...withRemarks, ...approving, ...abstaining, ...noAnswer];
  expect(new Set(invited).size).toBe(invited.length);
  for (const body of invited) expect(names).toContain(body);
  expect(consultation.replies.map((reply) => reply.body)).toEqual(withRemarks);
  for (const reply of consultation.replies) expect(reply.remarks.length).toBeGreaterThan(0);
});

describe('follow-up', () => {
  const rows: DemoRow[] = [...followup.commitments, ...followup.activities, ...followup.reports];

  test('every row names a part that the plan hands out, an account and a date', () => {
    const emails = new Map(accounts.map((account) => [account.email, account.body]));
    for (const row of rows) {
      expect(parts.has(keyOf(row)), keyOf(row)).toBe(true);
      expect(emails.get(row.by), `${keyOf(row)} by ${row.by}`).toBe(row.body);
      expect(new Date(`${row.date}T12:00:00Z`).toISOString().slice(0, 10)).toBe(row.date);
      const adoptedOn = municipality.plans.find((plan) => plan.slug === row.plan)?.adoptedOn ?? '9999';
      expect(row.date > adoptedOn, `${keyOf(row)} ${row.date}`).toBe(true);
    }
  });

  test('a commitment has the role of the plan, and a comment exactly when it says so', () => {
    expect(new Set(followup.commitments.map(keyOf)).size).toBe(followup.commitments.length);
    for (const row of followup.commitments) {
      expect(row.role, keyOf(row)).toBe(parts.get(keyOf(row)));
      expect(row.comment === '', keyOf(row)).toBe(row.stance === 'accepted');
      expect(['accepted', 'commented']).toContain(row.stance);
    }
  });

  test('an activity has a state, and ends after it starts', () => {
    for (const { title, state, startsOn, endsOn } of followup.activities) {
      expect(activityStates, title).toContain(state);
      if (startsOn !== null && endsOn !== null) expect(startsOn <= endsOn, title).toBe(true);
    }
  });

  test('a report comes once a year, after the year, and never after the part is done', () => {
    const seen = new Map<string, { year: number; status: string }>();
    for (const report of [...followup.reports].sort((a, b) => a.year - b.year)) {
      const before = seen.get(keyOf(report));
      expect(before?.year, keyOf(report)).not.toBe(report.year);
      expect(before?.status, keyOf(report)).not.toBe('done');
      expect(reportStatuses).toContain(report.status);
      expect(Number(report.date.slice(0, 4))).toBeGreaterThan(report.year);
      seen.set(keyOf(report), report);
    }
  });

  test('shows every status, late bodies, and one body that never reported', () => {
    const isLate = (row: { year: number; date: string }) =>
      row.date > `${row.year + 1}-${municipality.reportDueMonthDay}`;
    expect(new Set(followup.reports.map((row) => row.status)).size).toBe(4);
    expect(new Set(followup.reports.map((row) => row.year))).toEqual(new Set([2024, 2025]));
    expect(new Set(followup.reports.filter(isLate).map((row) => row.body))).toEqual(
      new Set(['KFN', 'TSN', 'BUN', 'RFF']),
    );
    const reporting = new Set(followup.reports.map((row) => row.body));
    const silent = new Set(
      [...parts.keys()].map((key) => key.split(' ')[2]).filter((body) => !reporting.has(body ?? '')),
    );
    expect(silent).toEqual(new Set(['MBN']));
  });
});

const wordRun = 8;

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLocaleLowerCase('sv')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function runsOf(text: string): Set<string> {
  const words = wordsOf(text);
  return new Set(words.slice(wordRun - 1).map((_, at) => words.slice(at, at + wordRun).join(' ')));
}

/** The text of a file: a DOCX without its markup (paragraphs kept apart), everything else as it is. */
function textOf(path: string): string {
  const bytes = readFileSync(path);
  if (extname(path) !== '.docx') return bytes.toString('utf8');
  return Object.entries(unzipSync(bytes))
    .filter(([name]) => /^word\/.*\.xml$/.test(name))
    .map(([, part]) =>
      strFromU8(part)
        .replace(/<\/w:p>|<w:tab\/>|<w:br\/>/g, ' ')
        .replace(/<[^>]*>/g, ''),
    )
    .join('\n');
}

function filesUnder(path: string, endings: readonly string[]): string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => endings.includes(extname(name)))
    .map((name) => join(path, name));
}

describe('our own words', () => {
  // The PDF files of the case are printed from the same texts as its DOCX and text files.
  const sources = filesUnder(inputPath('.'), ['.txt', '.docx', '.json']);
  const known = new Set(sources.flatMap((path) => [...runsOf(textOf(path))]));
  const ours = [
    ...filesUnder(folder, ['.json', '.txt', '.md']),
    ...filesUnder(join(root, 'docs'), ['.md']),
    ...readdirSync(root)
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(root, name)),
  ].map((path) => relative(root, path));

  test('the check itself sees a copied sentence', () => {
    const copied = wordsOf(textOf(inputPath('plan.docx')))
      .slice(200, 220)
      .join(' ');
    expect([...runsOf(copied)].filter((run) => known.has(run)).length).toBeGreaterThan(0);
    expect(known.size).toBeGreaterThan(10_000);
  });

  test.each(ours)(`no run of ${wordRun} words from the case in %s`, (path) => {
    expect([...runsOf(textOf(join(root, path)))].filter((run) => known.has(run))).toEqual([]);
  });
});
