import { expect, test } from 'vitest';
import { numbersFrom } from '../../../test/comparison/random.ts';
import { goldPlan } from '../../../test/gold-plan.ts';
import { compareText, readsTheSame, type TextPart, tokensOf } from './compare-text.ts';

/** "a [-b-]{+c+} d": one line a case. */
const shown = (parts: readonly TextPart[]): string =>
  parts
    .map((part) =>
      part.kind === 'equal' ? part.after : part.kind === 'removed' ? `[-${part.before}-]` : `{+${part.after}+}`,
    )
    .join('');

const joined = (parts: readonly TextPart[], side: 'before' | 'after') => parts.map((part) => part[side]).join('');

test.each([
  ['', '', ''],
  ['samma ord', 'samma ord', 'samma ord'],
  ['', 'nytt', '{+nytt+}'],
  ['gammalt', '', '[-gammalt-]'],
  ['stöd till barn', 'stöd till unga', 'stöd till [-barn-]{+unga+}'],
  ['kost- och logistöd', 'kost och logistöd', '[-kost--]{+kost+} och logistöd'],
  ['gäller 2025–2028.', 'gäller 2025–2029.', 'gäller [-2025–2028-]{+2025–2029+}.'],
  ['för lärare som', 'för lärare/elever/vaktmästare som', 'för lärare{+/elever/vaktmästare+} som'],
  ['en röd bil här', 'en grön båt här', 'en [-röd bil-]{+grön båt+} här'],
  ['ett två tre fyra', 'två tre fyra fem', '[-ett -]två tre fyra{+ fem+}'],
  ['enligt åtgärd 3.9 och 4.1', 'enligt åtgärd 3.10 och 4.1', 'enligt åtgärd [-3.9-]{+3.10+} och 4.1'],
  ['klart 2027. Sedan', 'klart 2028. Sedan', 'klart [-2027-]{+2028+}. Sedan'],
  ['före ny efter', 'före efter', 'före [-ny -]efter'],
])('%j → %j', (before, after, expected) => {
  expect(shown(compareText(before, after).parts)).toBe(expected);
});

test.each([
  ['composed and decomposed letters', 'förskola och hälsa', 'förskola och hälsa'.normalize('NFD')],
  ['kinds of space', 'tre år', 'tre\u00A0år'],
  ['wrapped lines', 'tre år', 'tre\n  år'],
  ['soft hyphens', 'samordnare', 'sam\u00ADordnare'],
  ['zero-width marks', 'samordnare utsedd', '\u200Bsamordnare \u200Butsedd'],
  ['marks of direction', 'samordnare utsedd', 'sam\u202Aordnare\u202C \u2066utsedd\u2069'],
  ['space at the ends', 'samordnare', ' samordnare\n'],
  ['nothing but what has no width', '', '\u200B\u00AD'],
])('%s give no difference', (_what, before, after) => {
  const { parts } = compareText(before, after);
  expect(parts.filter((part) => part.kind !== 'equal')).toEqual([]);
  expect(joined(parts, 'before')).toBe(before);
  expect(joined(parts, 'after')).toBe(after);
  expect(readsTheSame(before, after)).toBe(true);
});

const WORDS = ['stöd', 'behandlings-', 'och', 'samtal', '2025–2028', '/', '.', ' ', '  ', '\n', '\u00A0', '\u00AD'];
const ODD = ['\u200B', '\uD83D\uDE00', '\uD800', 'e\u0301', '-', '–', '\t', '(', ')', 'Å', 'A\u030A', '\uFEFF'];

test('5,000 random pairs: joining the parts gives both texts back', () => {
  const next = numbersFrom(20250501);
  const pool = [...WORDS, ...ODD];
  const text = () =>
    Array.from({ length: Math.floor(next() * 25) }, () => pool[Math.floor(next() * pool.length)] ?? '').join('');
  for (let pair = 0; pair < 5_000; pair += 1) {
    const before = text();
    const after = next() < 0.3 ? before.replace('och', 'samt') : text();
    const { parts, coarse } = compareText(before, after);
    expect(coarse).toBe(false);
    expect(joined(parts, 'before')).toBe(before);
    expect(joined(parts, 'after')).toBe(after);
    for (const [index, part] of parts.entries())
      expect(part.kind === 'added' && parts[index + 1]?.kind === 'added').toBe(false);
  }
});

/** Longest common subsequence by the textbook table: the figure that a shortest script must reach. */
function longestCommon(left: readonly string[], right: readonly string[]): number {
  let row = new Array<number>(right.length + 1).fill(0);
  for (const token of left) {
    const next = [0];
    for (const [index, other] of right.entries())
      next.push(token === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    row = next;
  }
  return row[right.length] ?? 0;
}

test('500 random pairs: no more is marked than the shortest script needs, apart from spaces inside a change', () => {
  const next = numbersFrom(7);
  const pool = ['a', 'b', 'c', '.', ','];
  const text = () =>
    Array.from({ length: Math.floor(next() * 20) }, () => pool[Math.floor(next() * pool.length)] ?? '').join('.');
  for (let pair = 0; pair < 500; pair += 1) {
    const [before, after] = [text(), text()];
    const kept = compareText(before, after)
      .parts.filter((part) => part.kind === 'equal')
      .reduce((sum, part) => sum + tokensOf(part.before).length, 0);
    expect(kept).toBe(longestCommon(tokensOf(before), tokensOf(after)));
  }
});

test('past a limit the middle is replaced in one piece, flagged, and nothing is lost', () => {
  const before = `början ${'ett ord '.repeat(400)}slut`;
  const after = `början ${'helt annat '.repeat(400)}slut`;
  const result = compareText(before, after, { tokens: 50, edits: 50 });
  expect(result.coarse).toBe(true);
  expect(result.parts.map((part) => part.kind)).toEqual(['equal', 'removed', 'added', 'equal']);
  expect(joined(result.parts, 'before')).toBe(before);
  expect(joined(result.parts, 'after')).toBe(after);
  expect(compareText(before, after, { tokens: 10_000, edits: 10 }).coarse).toBe(true);
});

test.each([
  ['1 MB of signs against as many others', '.,'.repeat(500_000), ';:'.repeat(500_000)],
  [
    'unrelated texts of 20,000 words',
    'ord '.repeat(20_000),
    Array.from({ length: 20_000 }, (_, i) => `x${i}`).join(' '),
  ],
])('%s passes the limits, and is told coarsely without losing a sign', (_what, before, after) => {
  const { parts, coarse } = compareText(before, after);
  expect(coarse).toBe(true);
  expect(joined(parts, 'before')).toBe(before);
  expect(joined(parts, 'after')).toBe(after);
});

test('one word of 1 MB is one token, replaced whole', () => {
  const { parts, coarse } = compareText('a-'.repeat(500_000), 'b-'.repeat(500_000));
  expect([coarse, parts.map(({ kind }) => kind)]).toEqual([false, ['removed', 'added']]);
});

test('the promised and the adopted wording of measure 5.2 differ in one word', () => {
  const plan = goldPlan();
  const promised = plan.consultation?.replies
    .flatMap((reply) => reply.remarks)
    .map((remark) => /lyder\s+”([^”]+)”/.exec(remark.handling ?? '')?.[1])
    .find((text) => text !== undefined);
  const adopted = plan.areas[4]?.measures[1]?.text;
  const changes = compareText(promised ?? '', adopted ?? '').parts.filter((part) => part.kind !== 'equal');
  expect(changes.map((part) => part.kind)).toEqual(['removed', 'added']);
  expect(changes[0]?.before.endsWith('-')).toBe(true);
  expect(`${changes[1]?.after}s-`).toBe(changes[0]?.before);
});

test('the remitted wording of measure 5.2, as the boards quote it, against the promised and the adopted one', () => {
  const plan = goldPlan();
  const remarks = plan.consultation?.replies.flatMap((reply) => reply.remarks) ?? [];
  const quoting = remarks.find((remark) => /lyder\s+”[^”]+”/.test(remark.handling ?? ''));
  const remitted = `${/5\.2 ”([^”]+)”/.exec(remarks.find(({ text }) => text.includes('5.2 ”'))?.text ?? '')?.[1]}.`;
  const promised =
    remarks.flatMap(({ handling }) => /lyder\s+”(Erbjuda [^”]+)”/.exec(handling ?? '')?.[1] ?? [])[0] ?? '';
  const adopted = plan.areas[4]?.measures[1]?.text ?? '';
  expect(quoting).toBeDefined();
  const changed = (after: string) =>
    compareText(remitted, after)
      .parts.filter(({ kind }) => kind !== 'equal')
      .map((part) => part.before || part.after);
  const [added = '', ...more] = changed(promised);
  expect(more).toEqual([]);
  expect(remitted.replace('föräldrar', `föräldrar${added}`)).toBe(promised);
  expect(added.split('/')).toHaveLength(3);
  expect(changed(adopted)).toEqual([added, 'behandlings-', 'behandling']);
});

/** Other ways to write the same letters, none of which a reader sees. */
const DISGUISES: readonly ((text: string) => string)[] = [
  (text) => text.normalize('NFD'),
  (text) => text.replaceAll(' ', '\u00A0'),
  (text) => text.replace(/(\p{L}{4})(?=\p{L}{3})/gu, '$1\u00AD'),
  (text) => `\u200B${text}`,
];

test('a mark of direction beside an edit is not told as one more', () => {
  const told = compareText('svar \u202Ainom\u202C tre veckor', 'svar inom fyra veckor').parts;
  expect(shown(told)).toBe('svar inom [-tre-]{+fyra+} veckor');
});

test('5,000 random edits of the texts of the case: both texts are rebuilt, and every edit is told and nothing else', () => {
  const plan = goldPlan();
  const texts = plan.areas.flatMap(({ text, measures }) => [...text, ...measures.map((measure) => measure.text)]);
  const next = numbersFrom(52);
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)];
  for (let edit = 0; edit < 5_000; edit += 1) {
    const before = next() < 0.02 ? '' : (pick(texts) ?? '');
    const words = before === '' ? [] : before.split(' ');
    const at = Math.floor(next() * (words.length + 1));
    const put = next() < 0.7 ? [`nyord${edit}😀`, ...(next() < 0.5 ? ['och', `mer${edit}`] : [])] : [];
    const taken = words.splice(at, Math.floor(next() * 4), ...put);
    const plain = words.join(' ');
    const after = next() < 0.5 ? plain : (pick(DISGUISES) ?? String)(plain);
    const { parts, coarse } = compareText(before, after);
    expect(coarse).toBe(false);
    expect(joined(parts, 'before')).toBe(before);
    expect(joined(parts, 'after')).toBe(after);
    const told = (kind: TextPart['kind'], side: 'before' | 'after') =>
      parts
        .filter((part) => part.kind === kind)
        .map((part) => part[side])
        .join(' ');
    for (const word of put)
      if (word !== 'och') expect(told('added', 'after').normalize('NFC')).toContain(word.replace('😀', ''));
    if (taken.length === 0 && put.length === 0) expect(parts.filter(({ kind }) => kind !== 'equal')).toEqual([]);
  }
});
