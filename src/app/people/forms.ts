import { z } from 'zod';
import { bodyRoles, type Role, roles } from '../../core/permission/role.ts';
import { canBeName } from '../../core/retention/remove-person.ts';
import { isDay } from '../../core/shared/day.ts';
import { versionField } from '../shared/validate.ts';

/** Every fault that a form about a person can have. */
export const personFaults = [
  'name-missing',
  'name-too-long',
  'email-missing',
  'email-not-an-address',
  'email-taken',
  'role-missing',
  'body-missing',
  'body-without-role',
  'date-not-a-date',
  'end-before-start',
  'substitute-without-end',
  'substitute-for-nobody',
  'substitute-without-role',
  'role-twice',
  'last-day-missing',
  'successor-not-for-the-body',
  'last-administrator',
  'form-broken',
] as const;
export type PersonFault = (typeof personFaults)[number];

/** Roles that an administrator gives. Support is given for a few hours in a way of its own. */
export const givenRoles: readonly Role[] = roles.filter((role) => role !== 'support');

/** What a browser sends for a ticked box. */
export const TICKED = 'on';

/** What a role form's fields are called. */
export const fieldOf = {
  role: (role: Role) => `role-${role}`,
  body: (bodyId: string) => `body-${bodyId}`,
  from: (key: string) => `from-${key}`,
  to: (key: string) => `to-${key}`,
  remove: (key: string) => `remove-${key}`,
  successor: (bodyId: string) => `successor-${bodyId}`,
};

const fault = (error: PersonFault) => ({ error });
const LONGEST_NAME = 200;
const LONGEST_EMAIL = 254;

const optionalDay = z
  .string()
  .trim()
  .default('')
  .transform((text) => (text === '' ? null : text))
  .refine((text) => text === null || isDay(text), fault('date-not-a-date'));

const optionalId = z
  .string()
  .default('')
  .transform((text) => (text === '' ? null : text))
  .refine((text) => text === null || /^[0-9a-f-]{36}$/i.test(text), fault('form-broken'));

/** Name and e-mail address; the address in lower case, as accounts keep it. */
export const personForm = z.object({
  name: z
    .string(fault('name-missing'))
    .trim()
    .transform((text) => text.replace(/\s+/g, ' '))
    .pipe(z.string().min(1, fault('name-missing')).max(LONGEST_NAME, fault('name-too-long')))
    .refine(canBeName, fault('name-missing')),
  email: z
    .string(fault('email-missing'))
    .trim()
    .toLowerCase()
    .min(1, fault('email-missing'))
    .max(LONGEST_EMAIL, fault('email-not-an-address'))
    .pipe(z.email(fault('email-not-an-address'))),
});

/** The days and the person that new roles are given for. */
export const periodForm = z
  .object({ validFrom: optionalDay, validTo: optionalDay, substituteFor: optionalId })
  .refine(({ validFrom, validTo }) => validFrom === null || validTo === null || validFrom <= validTo, {
    ...fault('end-before-start'),
    path: ['validTo'],
  })
  .refine(({ substituteFor, validTo }) => substituteFor === null || validTo !== null, {
    ...fault('substitute-without-end'),
    path: ['validTo'],
  });

/** One role that somebody holds, with its days as written. */
export const heldForm = z
  .object({ validFrom: optionalDay, validTo: optionalDay })
  .refine(({ validFrom, validTo }) => validFrom === null || validTo === null || validFrom <= validTo, {
    ...fault('end-before-start'),
    path: ['validTo'],
  });

/** The language of a letter to somebody who has not chosen one. */
export const languageForm = z.object({ language: z.enum(['sv', 'en'], fault('form-broken')).default('sv') });

/** The version that a person was read in. */
export const personVersionForm = z.object({
  rowVersion: versionField('form-broken'),
});

/** How somebody leaves: now, or with a last day. */
export const endForm = z
  .object({ how: z.enum(['now', 'last-day'], fault('last-day-missing')), lastDay: optionalDay })
  .refine(({ how, lastDay }) => how === 'now' || lastDay !== null, { ...fault('last-day-missing'), path: ['lastDay'] });

/** Whether a role is held for a body. */
export function isBodyRole(role: Role): boolean {
  return bodyRoles.includes(role);
}
