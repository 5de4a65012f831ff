import { z } from 'zod';
import { bodyKinds, LONGEST_ABBREVIATION, LONGEST_NAME } from '../../core/organisation/body.ts';
import { successionKinds } from '../../core/organisation/succession.ts';
import { isDay } from '../../core/shared/day.ts';
import { normaliseText } from '../../core/shared/text.ts';
import { versionField } from '../shared/validate.ts';

/** Every fault that a form about bodies can have, beside the refusals of the rules. */
export const bodyFaults = [
  'kind-missing',
  'name-missing',
  'name-too-long',
  'abbreviation-too-long',
  'date-missing',
  'date-not-a-date',
  'end-before-start',
  'body-missing',
  'choice-missing',
  'form-broken',
] as const;
export type BodyFault = (typeof bodyFaults)[number];

const fault = (error: BodyFault) => ({ error });

const name = z
  .string(fault('name-missing'))
  .transform(normaliseText)
  .refine((text) => text !== '', fault('name-missing'))
  .refine((text) => text.length <= LONGEST_NAME, fault('name-too-long'));
const abbreviation = z
  .string(fault('form-broken'))
  .transform(normaliseText)
  .refine((text) => text.length <= LONGEST_ABBREVIATION, fault('abbreviation-too-long'))
  .transform((text) => (text === '' ? null : text));
const optionalDay = z
  .string(fault('form-broken'))
  .trim()
  .refine((text) => text === '' || isDay(text), fault('date-not-a-date'))
  .transform((text) => (text === '' ? null : text));
const day = z
  .string(fault('date-missing'))
  .trim()
  .refine((text) => text !== '', fault('date-missing'))
  .refine((text) => text === '' || isDay(text), fault('date-not-a-date'));
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The id of a thing. */
export const idField = z.string(fault('form-broken')).regex(UUID, fault('form-broken'));

const inOrder = ({ validFrom, validTo }: { validFrom: string | null; validTo: string | null }) =>
  validFrom === null || validTo === null || validFrom <= validTo;
const endsBeforeStart = { ...fault('end-before-start'), path: ['validTo'] };

/** The version that a changed thing was read in. */
export const bodyVersion = versionField('form-broken');

/** A body as it is written on a page: kind, names and period. */
export const bodyForm = z
  .object({
    kind: z.enum(bodyKinds, fault('kind-missing')),
    name,
    abbreviation,
    validFrom: optionalDay,
    validTo: optionalDay,
  })
  .refine(inOrder, endsBeforeStart);

/** The days on which an administration works for a body. */
export const worksForPeriod = z
  .object({ validFrom: optionalDay, validTo: optionalDay })
  .refine(inOrder, endsBeforeStart);

/** That an administration works for a body, as it is written on a page. */
export const worksForForm = z
  .object({
    bodyId: z
      .string(fault('body-missing'))
      .refine((text) => text !== '', fault('body-missing'))
      .pipe(idField),
    validFrom: optionalDay,
    validTo: optionalDay,
  })
  .refine(inOrder, endsBeforeStart);

/** A name of a body, as it is written on a page. */
export const nameForm = z.object({ name, abbreviation });

/** What every succession has. `requestKey` comes with the form and makes it one succession however often it is sent. */
export const successionForm = z.object({
  kind: z.enum(successionKinds, fault('kind-missing')),
  takesEffect: day,
  requestKey: idField,
});
