import { z } from 'zod';
import type { GuestThing } from '../../core/permission/guest.ts';
import { guestThingKinds } from '../../core/permission/guest.ts';
import { operations } from '../../core/permission/may.ts';
import { canBeName } from '../../core/retention/remove-person.ts';
import { isDay } from '../../core/shared/day.ts';
import { versionField } from '../shared/validate.ts';

/** Every fault that a form about guest links can have. */
export const guestLinkFaults = [
  'thing-missing',
  'operation-missing',
  'label-missing',
  'label-too-long',
  'day-not-a-day',
  'day-passed',
  'day-too-far',
  'email-not-an-address',
  'form-broken',
] as const;
export type GuestLinkFault = (typeof guestLinkFaults)[number];

const fault = (error: GuestLinkFault) => ({ error });
const LONGEST_LABEL = 120;
const LONGEST_EMAIL = 254;
const THING = new RegExp(`^(${guestThingKinds.join('|')}):([0-9a-f-]{36})$`, 'i');

const lastDay = z
  .string(fault('day-not-a-day'))
  .trim()
  .refine((text) => isDay(text), fault('day-not-a-day'));

/** A link to be given. `thing` is its kind and id with a colon between; `email` may be empty. */
export const guestLinkForm = z.object({
  thing: z
    .string(fault('thing-missing'))
    .regex(THING, fault('thing-missing'))
    .transform((text): GuestThing => {
      const [kind, id = ''] = text.split(':');
      return { kind: guestThingKinds.find((each) => each === kind) ?? 'commitment', id };
    }),
  operation: z.enum(operations, fault('operation-missing')),
  label: z
    .string(fault('label-missing'))
    .trim()
    .min(1, fault('label-missing'))
    .max(LONGEST_LABEL, fault('label-too-long'))
    .transform((text) => text.replace(/\s+/g, ' '))
    .refine(canBeName, fault('label-missing')),
  lastDay,
  email: z
    .string(fault('form-broken'))
    .trim()
    .toLowerCase()
    .max(LONGEST_EMAIL, fault('email-not-an-address'))
    .transform((text) => (text === '' ? null : text))
    .refine((text) => text === null || z.email().safeParse(text).success, fault('email-not-an-address')),
});

const rowVersion = versionField('form-broken');

/** Another last day for a link. */
export const lastDayForm = z.object({ lastDay, rowVersion });

/** A link to be taken back. */
export const withdrawForm = z.object({ rowVersion });

/** How far ahead a link may reach, in days: a year, so that a forgotten one ends by itself. */
export const LONGEST_DAYS = 366;

/** What is wrong with a last day, seen from today; null when it will do. All are ISO dates. */
export function faultOfLastDay(day: string, today: string): GuestLinkFault | null {
  if (day < today) return 'day-passed';
  return day > daysAfter(today, LONGEST_DAYS) ? 'day-too-far' : null;
}

/** The day that comes `days` after an ISO date. */
export function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
