import type { Person } from '../../app/people/ports.ts';
import type { Body } from '../../core/organisation/body.ts';
import type { Membership } from '../../core/permission/role.ts';
import type { RolePeriod } from '../../core/permission/role-period.ts';
import type { View } from '../context.ts';
import { writeDate } from '../language.ts';
import { peopleTexts } from './texts.ts';

/** A role in words: "Controller, Socialnämnden". */
export function roleText(view: View, { role, bodyId }: Membership, bodies: readonly Body[]): string {
  const t = peopleTexts[view.language];
  const body = bodies.find(({ id }) => id === bodyId);
  return body === undefined ? t.roles[role] : t.roleFor(t.roles[role], body.name);
}

/** The days of a role and whom it is held for, in words; "" for a role of one's own without dates. */
export function periodText(view: View, period: RolePeriod, people: readonly Pick<Person, 'id' | 'name'>[]): string {
  const t = peopleTexts[view.language];
  const day = (iso: string | null) => (iso === null ? null : writeDate(view.language, iso));
  const away = people.find(({ id }) => id === period.substituteFor);
  return [away && t.substituteFor(away.name), t.period(day(period.validFrom), day(period.validTo))]
    .filter(Boolean)
    .join(', ');
}
