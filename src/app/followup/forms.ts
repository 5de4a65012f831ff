import { z } from 'zod';
import { activityStates, reportStatuses } from '../../core/followup/commitment.ts';
import { isDay } from '../../core/shared/day.ts';
import { versionField } from '../shared/validate.ts';

/** Every fault that a follow-up form can have. */
export const followupFaults = [
  'status-missing',
  'text-missing',
  'text-too-long',
  'stance-missing',
  'comment-missing',
  'title-missing',
  'title-too-long',
  'date-not-a-date',
  'end-before-start',
  'state-missing',
  'form-broken',
] as const;
export type FollowupFault = (typeof followupFaults)[number];

const fault = (error: FollowupFault) => ({ error });
const LONGEST_TEXT = 4000;
const LONGEST_TITLE = 300;

const longText = (missing: FollowupFault) =>
  z.string(fault(missing)).trim().min(1, fault(missing)).max(LONGEST_TEXT, fault('text-too-long'));
const rowVersion = versionField('form-broken');
const id = z.string(fault('form-broken')).regex(/^[0-9a-f-]{36}$/i, fault('form-broken'));

/** An ISO date that exists, or null for an empty field. */
const optionalDate = z
  .string(fault('form-broken'))
  .trim()
  .transform((text) => (text === '' ? null : text))
  .refine((text) => text === null || isDay(text), fault('date-not-a-date'));

/** A report of status. `requestKey` comes with the form; `basedOn` is the latest report that the writer saw, "" for none. */
export const reportForm = z.object({
  status: z.enum(reportStatuses, fault('status-missing')),
  text: longText('text-missing'),
  requestKey: id,
  basedOn: z.union([id, z.literal('').transform(() => null)], fault('form-broken')),
});

/** An answer about a role: accepted, or commented with words. */
export const answerForm = z
  .object({
    stance: z.enum(['accepted', 'commented'], fault('stance-missing')),
    comment: z.string(fault('form-broken')).trim().max(LONGEST_TEXT, fault('text-too-long')),
    rowVersion,
  })
  .refine(({ stance, comment }) => stance === 'accepted' || comment !== '', {
    ...fault('comment-missing'),
    path: ['comment'],
  });

/** A body's own activity. */
export const activityForm = z
  .object({
    title: z
      .string(fault('title-missing'))
      .trim()
      .min(1, fault('title-missing'))
      .max(LONGEST_TITLE, fault('title-too-long')),
    startsOn: optionalDate,
    endsOn: optionalDate,
    state: z.enum(activityStates, fault('state-missing')),
  })
  .refine(({ startsOn, endsOn }) => startsOn === null || endsOn === null || startsOn <= endsOn, {
    ...fault('end-before-start'),
    path: ['endsOn'],
  });

/** The version that a changed thing was read in. */
export const versionForm = z.object({ rowVersion });
