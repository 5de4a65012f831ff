import type { Body } from '../../core/organisation/body.ts';
import type { Membership } from '../../core/permission/role.ts';
import type { View } from '../context.ts';
import { planLang } from '../plan/parts.tsx';
import { roleText } from './role-text.ts';
import { peopleTexts } from './texts.ts';

/** The roles that the one who is signed in holds today. */
export function OwnRoles(props: { view: View; roles: readonly Membership[]; bodies: readonly Body[] }) {
  const { view, roles, bodies } = props;
  const t = peopleTexts[view.language];
  return (
    <section class="hk-stack" aria-labelledby="roller">
      <h2 id="roller">{t.own.rolesHeading}</h2>
      {roles.length === 0 && <p>{t.own.noRoles}</p>}
      {roles.length > 0 && (
        <ul class="ds-list">
          {roles.map((role) => (
            <li key={`${role.role} ${role.bodyId}`}>
              <span lang={planLang(view)}>{roleText(view, role, bodies)}</span>.{' '}
              <span class="hk-muted">{t.roleHints[role.role]}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
