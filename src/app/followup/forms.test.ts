import { expect, test } from 'vitest';
import { isDay } from '../../core/shared/day.ts';
import { validate } from '../shared/validate.ts';
import { activityForm, answerForm, followupFaults, reportForm } from './forms.ts';

const requestKey = '018f3b1e-0000-7000-8000-000000000001';
const report = { status: 'done', text: ' Klart. ', requestKey, basedOn: '' };
const answer = { stance: 'accepted', comment: '', rowVersion: '1' };
const activity = { title: 'Kurs', startsOn: '2026-01-01', endsOn: '', state: 'planned' };

test.each([
  ['a report', reportForm, report, {}],
  ['no status', reportForm, { ...report, status: undefined }, { status: 'status-missing' }],
  ['an unknown status', reportForm, { ...report, status: 'nästan' }, { status: 'status-missing' }],
  ['no words', reportForm, { ...report, text: '  ' }, { text: 'text-missing' }],
  ['too many words', reportForm, { ...report, text: 'x'.repeat(4001) }, { text: 'text-too-long' }],
  ['a broken key', reportForm, { ...report, requestKey: 'x' }, { requestKey: 'form-broken' }],
  ['an answer', answerForm, answer, {}],
  ['a comment without words', answerForm, { ...answer, stance: 'commented' }, { comment: 'comment-missing' }],
  ['no answer chosen', answerForm, { ...answer, stance: '' }, { stance: 'stance-missing' }],
  ['a version that is none', answerForm, { ...answer, rowVersion: 'x' }, { rowVersion: 'form-broken' }],
  ['an activity', activityForm, activity, {}],
  ['an end before the start', activityForm, { ...activity, endsOn: '2025-12-31' }, { endsOn: 'end-before-start' }],
  ['a day that is none', activityForm, { ...activity, startsOn: '2026-02-30' }, { startsOn: 'date-not-a-date' }],
  ['no title', activityForm, { ...activity, title: '' }, { title: 'title-missing' }],
])('%s', (_name, schema, form, faults) => {
  const result = validate<unknown, (typeof followupFaults)[number]>(schema, followupFaults, form);
  expect(result.ok ? {} : result.refusal.faults).toEqual(faults);
});

test.each([
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-1-1', false],
  ['1826-01-01', false],
  ['', false],
])('%s is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});
