import { expect, test } from 'vitest';
import type { Report } from './commitment.ts';
import { reportOfMeasure } from './measure-state.ts';

const report = (id: string, reportedOn: string): Report => {
  return { id, commitmentId: 'c', status: 'in-progress', text: '', reportedOn, authorName: 'A' };
};
const coordinator = (lastReport: Report | null) => ({ role: 'coordinator' as const, lastReport });
const other = (lastReport: Report | null) => ({ role: 'co-responsible' as const, lastReport });
const old = report('old', '2025-01-01');
const young = report('young', '2026-01-01');

test.each([
  ['nobody', [coordinator(null), other(null)], null],
  ['no parts', [], null],
  ['the coordinator goes before a newer report of another', [coordinator(old), other(young)], 'old'],
  ['others when the coordinator is silent', [coordinator(null), other(old), other(young)], 'young'],
  ['others when there is no coordinator', [other(young), other(old)], 'young'],
])('%s', (_name, parts, expected) => {
  expect(reportOfMeasure(parts)?.id ?? null).toBe(expected);
});
