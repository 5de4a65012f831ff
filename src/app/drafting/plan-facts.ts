import { z } from 'zod';
import type { StatedFacts } from '../../core/plan/plan-content.ts';
import { type Result, refuse } from '../../core/shared/result.ts';
import { type Invalid, validate } from '../shared/validate.ts';

/** Every fault that the form of a plan's facts can have. */
export const factFaults = ['title-missing', 'too-long', 'year-not-a-year', 'period-backwards', 'form-broken'] as const;
export type FactFault = (typeof factFaults)[number];

const fault = (error: FactFault) => ({ error });
const text = z.string(fault('form-broken')).trim().max(1_000, fault('too-long'));
const optional = text.transform((value) => (value === '' ? null : value));
const year = z
  .string(fault('form-broken'))
  .trim()
  .regex(/^(|(19|20|21)\d\d)$/, fault('year-not-a-year'))
  .transform((value) => (value === '' ? null : Number(value)));

const factForm = z.object({
  title: text.min(1, fault('title-missing')),
  registrationNumber: optional,
  decisionMaker: optional,
  documentOwner: optional,
  periodFrom: year,
  periodTo: year,
});

/** What a plan says of itself, from a form. A period with one end only is that year; one that ends before it begins is refused. */
export function readFacts(form: unknown): Result<StatedFacts, Invalid<FactFault>> {
  const read = validate(factForm, factFaults, form);
  if (!read.ok) return read;
  const { periodFrom, periodTo } = read.value;
  if (periodFrom !== null && periodTo !== null && periodFrom > periodTo)
    return refuse({ kind: 'invalid', faults: { periodTo: 'period-backwards' } });
  return {
    ok: true,
    value: { ...read.value, periodFrom: periodFrom ?? periodTo, periodTo: periodTo ?? periodFrom },
  };
}
