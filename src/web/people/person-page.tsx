import type { ComponentChildren } from 'preact';
import type { ListedPerson } from '../../app/people/list-people.ts';
import type { Person, Responsibility } from '../../app/people/ports.ts';
import type { Body } from '../../core/organisation/body.ts';
import { heldOn, type RolePeriod } from '../../core/permission/role-period.ts';
import type { View } from '../context.ts';
import { Select, SubmitButton } from '../design/form.tsx';
import { ButtonLink, Facts, Notice } from '../design/parts.tsx';
import { writeDate, writeInstant } from '../language.ts';
import { dataPathOf } from '../personal-data/removal-page.tsx';
import { planLang } from '../plan/parts.tsx';
import { StateTag } from './list-page.tsx';
import { periodText, roleText } from './role-text.ts';
import { peopleTexts } from './texts.ts';

export interface PersonPageProps {
  readonly view: View;
  readonly listed: ListedPerson;
  readonly people: readonly Person[];
  readonly bodies: readonly Body[];
  readonly responsibilities: readonly Responsibility[];
  /** ISO date in Sweden. */
  readonly today: string;
  /** The time as ISO in UTC. */
  readonly now: string;
  readonly message: string | null;
  /** What went wrong with what was sent; null for a page that was just opened. */
  readonly problem: ComponentChildren;
}

/** One person: how the account stands, roles, what they are responsible for, and what can be done. */
export function PersonPage(props: PersonPageProps) {
  const { view, listed, message, problem } = props;
  const { person, state } = listed;
  const t = peopleTexts[view.language].person;
  const facts: (readonly [string, ComponentChildren])[] = [
    [t.email, person.email],
    [t.state, <StateTag view={view} state={state} />],
    [t.signsIn, person.hasPassword ? t.hasPassword : t.noPassword],
  ];
  if (person.leftOn !== null) facts.push([t.lastDay, writeDate(view.language, person.leftOn)]);
  return (
    <article class="hk-stack">
      <Notice message={message} />
      {problem}
      <h1>{person.name}</h1>
      <Facts pairs={facts} />
      <Actions {...props} />
      <Roles {...props} />
      <ResponsibleFor {...props} />
      {!person.hasPassword && <Invitation {...props} />}
    </article>
  );
}

function Actions({ view, listed }: PersonPageProps) {
  const t = peopleTexts[view.language].person;
  const { person } = listed;
  const path = view.href(`/administration/personer/${person.id}`);
  const isEnded = person.disabled || person.leftOn !== null;
  return (
    <div class="hk-row">
      <ButtonLink href={`${path}/andra`}>{t.change}</ButtonLink>
      {listed.state !== 'left' && (
        <ButtonLink href={`${path}/avsluta`} quiet>
          {t.end}
        </ButtonLink>
      )}
      {isEnded && (
        <form method="post" action={`${path}/oppna`}>
          <input type="hidden" name="rowVersion" value={person.rowVersion} />
          <SubmitButton quiet>{t.reopen}</SubmitButton>
        </form>
      )}
      <a href={view.href(dataPathOf(person.id))}>{t.extract}</a>
      {listed.state === 'left' && <a href={view.href(`${dataPathOf(person.id)}/ta-bort`)}>{t.remove}</a>}
    </div>
  );
}

function Roles({ view, listed, people, bodies, today }: PersonPageProps) {
  const t = peopleTexts[view.language].person;
  const { memberships, claimed } = listed.person;
  return (
    <section class="hk-stack" aria-labelledby="roller">
      <h2 id="roller">{t.rolesHeading}</h2>
      {memberships.length + claimed.length === 0 && <p>{t.noRoles}</p>}
      {memberships.length + claimed.length > 0 && (
        <ul class="hk-list">
          {memberships.map((period, index) => (
            <li key={index} class="hk-row">
              <strong lang={planLang(view)}>{roleText(view, period, bodies)}</strong>
              <span class="hk-muted">
                {[periodText(view, period, people), standing(view, period, today)].filter(Boolean).join(', ')}
              </span>
            </li>
          ))}
          {claimed.map((role) => (
            <li key={`${role.role} ${role.bodyId}`} class="hk-row">
              <strong lang={planLang(view)}>{roleText(view, role, bodies)}</strong>
              <span class="hk-muted">{t.fromProvider}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function standing(view: View, period: RolePeriod, today: string): string | null {
  const t = peopleTexts[view.language].person;
  if (heldOn(period, today)) return null;
  return period.validTo !== null && period.validTo < today ? t.over : t.coming;
}

function ResponsibleFor({ view, responsibilities }: PersonPageProps) {
  const t = peopleTexts[view.language].person;
  return (
    <section class="hk-stack" aria-labelledby="ansvar">
      <h2 id="ansvar">{t.responsibleHeading}</h2>
      {responsibilities.length === 0 ? (
        <p>{t.notResponsible}</p>
      ) : (
        <ul class="ds-list">
          {responsibilities.map(({ bodyId, bodyName, count }) => (
            <li key={bodyId}>
              <span lang={planLang(view)}>{bodyName}</span>: {t.commitments(count)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Invitation({ view, listed, now }: PersonPageProps) {
  const { language } = view;
  const t = peopleTexts[language];
  const { person, state } = listed;
  const { invitation } = person;
  const path = view.href(`/administration/personer/${person.id}/inbjudan`);
  const when = (at: string) => writeInstant(language, at);
  return (
    <section class="hk-stack" aria-labelledby="inbjudan">
      <h2 id="inbjudan">{t.person.invitationHeading}</h2>
      {invitation === null ? (
        <p>{t.person.none}</p>
      ) : (
        <p>
          {t.person.sent(when(invitation.sentAt))}{' '}
          {now < invitation.expiresAt
            ? t.person.valid(when(invitation.expiresAt))
            : t.person.expired(when(invitation.expiresAt))}
        </p>
      )}
      {state !== 'left' && (
        <form method="post" action={path} class="hk-filter">
          <Select
            language={language}
            name="language"
            label={t.invite.language}
            hint={invitation === null ? '' : t.person.resendHint}
            value="sv"
            choices={(['sv', 'en'] as const).map((value) => ({ value, label: t.invite.languages[value] }))}
          />
          <SubmitButton quiet>{t.person.resend}</SubmitButton>
        </form>
      )}
      {invitation !== null && (
        <form method="post" action={`${path}/aterkalla`} class="hk-stack">
          <input type="hidden" name="rowVersion" value={person.rowVersion} />
          <p class="hk-muted">{t.person.withdrawHint}</p>
          <SubmitButton quiet>{t.person.withdraw}</SubmitButton>
        </form>
      )}
    </section>
  );
}
