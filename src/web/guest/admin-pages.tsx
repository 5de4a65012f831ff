import type { ComponentChildren } from 'preact';
import type { ListedGuestLink } from '../../app/guest/ports.ts';
import { readingOf } from '../../core/permission/guest.ts';
import { may } from '../../core/permission/may.ts';
import type { View } from '../context.ts';
import { ErrorSummary, SubmitButton, TextField } from '../design/form.tsx';
import { Alert, ButtonLink, Facts, Notice, Table } from '../design/parts.tsx';
import type { FormState } from '../followup/detail-page.tsx';
import { writeDate } from '../language.ts';
import { shownName } from '../people/shown-name.ts';
import { numbered, planLang } from '../plan/parts.tsx';
import type { GuestTexts } from './texts.sv.ts';
import { guestTexts } from './texts.ts';

/** Where guest links are administered. */
export const LINKS = '/administration/gastlankar';

type LinkState = keyof GuestTexts['states'];

/** Whether a link opens anything on a day. */
export function stateOf(link: Pick<ListedGuestLink, 'withdrawnAt' | 'lastDay'>, today: string): LinkState {
  if (link.withdrawnAt !== null) return 'withdrawn';
  return link.lastDay < today ? 'expired' : 'open';
}

/** What a link concerns, for those who may read it themselves. */
export function ThingName({ view, link }: { view: View; link: ListedGuestLink }) {
  const { thing, bodyId } = link.grant;
  if (!may(view.actor, readingOf[thing.kind], { municipality: view.municipality.code, bodyId }))
    return <span class="hk-muted">{guestTexts[view.language].hiddenThing}</span>;
  return <span lang={planLang(view)}>{numbered(link.thingLabel, link.thingTitle)}</span>;
}

const operationName = (t: GuestTexts, link: ListedGuestLink): string => {
  const names: Readonly<Record<string, string>> = t.operations;
  return names[link.grant.operation] ?? link.grant.operation;
};

interface ListProps {
  readonly view: View;
  readonly links: readonly ListedGuestLink[];
  readonly today: string;
  /** The address of the link that was just made, shown this once; null otherwise. */
  readonly made: { readonly address: string; readonly sent: boolean } | null;
}

/** All guest links of the municipality. */
export function ListPage({ view, links, today, made }: ListProps) {
  const t = guestTexts[view.language];
  return (
    <div class="hk-stack">
      <h1>{t.title}</h1>
      <p class="hk-lead">{t.lead}</p>
      {made !== null && <MadeLink t={t} {...made} />}
      <p>
        <ButtonLink href={view.href(`${LINKS}/ny`)}>{t.give}</ButtonLink>
      </p>
      {links.length === 0 ? <p>{t.none}</p> : <LinkTable view={view} links={links} today={today} />}
    </div>
  );
}

function MadeLink({ t, address, sent }: { t: GuestTexts; address: string; sent: boolean }) {
  return (
    <div class="ds-alert" data-color="success" role="status">
      <h2>{t.madeTitle}</h2>
      <p>
        {t.made} {sent && t.madeSent}
      </p>
      <p>
        <label for="lank">{t.linkLabel}</label>
        <input class="ds-input" id="lank" type="text" readonly value={address} />
      </p>
    </div>
  );
}

function LinkTable({ view, links, today }: Omit<ListProps, 'made'>) {
  const t = guestTexts[view.language];
  return (
    <Table language={view.language} caption={t.caption} id="gastlankar">
      <thead>
        <tr>
          {Object.entries(t.columns).map(([key, name]) => (
            <th key={key} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {links.map((link) => (
          <tr key={link.id}>
            <th scope="row">
              <a href={view.href(`${LINKS}/${link.id}`)} lang={planLang(view)}>
                {link.label}
              </a>
            </th>
            <td>
              <ThingName view={view} link={link} />
            </td>
            <td>{operationName(t, link)}</td>
            <td>{writeDate(view.language, link.lastDay)}</td>
            <td>{t.states[stateOf(link, today)]}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

interface LinkProps {
  readonly view: View;
  readonly link: ListedGuestLink;
  readonly today: string;
  readonly form: FormState;
  readonly message: string | null;
}

/** One link: what it is for, another last day, and taking it back. */
export function LinkPage({ view, link, today, form, message }: LinkProps) {
  const t = guestTexts[view.language];
  const state = stateOf(link, today);
  const pairs: [string, ComponentChildren][] = [
    [t.columns.thing, <ThingName view={view} link={link} />],
    [t.columns.operation, operationName(t, link)],
    [t.columns.lastDay, writeDate(view.language, link.lastDay)],
    [t.columns.state, t.states[state]],
    [
      t.givenBy,
      t.given(
        shownName(view.language, link.giverName ?? t.unknownGiver),
        writeDate(view.language, link.createdAt.toISOString()),
      ),
    ],
  ];
  return (
    <div class="hk-stack">
      <Notice message={message} />
      <h1 lang={planLang(view)}>{link.label}</h1>
      <Facts pairs={pairs} />
      {form.conflict}
      {state !== 'withdrawn' && <LastDayForm view={view} link={link} form={form} />}
      {state === 'open' && <WithdrawForm view={view} link={link} />}
    </div>
  );
}

function LastDayForm({ view, link, form }: { view: View; link: ListedGuestLink; form: FormState }) {
  const t = guestTexts[view.language];
  return (
    <section class="hk-panel" aria-labelledby="andra">
      <h2 id="andra">{t.changeHeading}</h2>
      <form method="post" action={view.href(`${LINKS}/${link.id}/sista-dag#fel`)} class="hk-form" novalidate>
        <ErrorSummary language={view.language} errors={form.errors} />
        <input type="hidden" name="rowVersion" value={link.rowVersion} />
        <TextField
          language={view.language}
          name="lastDay"
          type="date"
          short
          label={t.lastDay}
          hint={t.lastDayHint}
          value={form.values.lastDay ?? link.lastDay}
          error={form.errors.lastDay}
        />
        <SubmitButton>{t.changeButton}</SubmitButton>
      </form>
    </section>
  );
}

function WithdrawForm({ view, link }: { view: View; link: ListedGuestLink }) {
  const t = guestTexts[view.language];
  return (
    <section class="hk-panel" aria-labelledby="ta-tillbaka">
      <h2 id="ta-tillbaka">{t.withdrawHeading}</h2>
      <p>{t.withdrawLead}</p>
      <form method="post" action={view.href(`${LINKS}/${link.id}/ta-tillbaka#fel`)}>
        <input type="hidden" name="rowVersion" value={link.rowVersion} />
        <SubmitButton quiet>{t.withdrawButton}</SubmitButton>
      </form>
    </section>
  );
}

/** Tells how a link stands now that somebody else has changed it. */
export function ChangedMeanwhile({ view, link }: { view: View; link: ListedGuestLink }) {
  const t = guestTexts[view.language];
  return (
    <div id="fel" role="alert" tabIndex={-1}>
      <Alert tone="warning">
        <p>{t.conflict}</p>
        <p>{link.withdrawnAt === null ? t.nowLastDay(writeDate(view.language, link.lastDay)) : t.withdrawn}</p>
      </Alert>
    </div>
  );
}
