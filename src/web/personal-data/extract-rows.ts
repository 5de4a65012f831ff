import type { ExtractGroup, RegisterExtract } from '../../app/retention/register-extract.ts';
import type { View } from '../context.ts';
import { draftingTexts } from '../drafting/texts.ts';
import { guestTexts } from '../guest/texts.ts';
import { horizonTexts } from '../horizon/texts.ts';
import { identityTexts } from '../identity/texts.ts';
import { writeDate, writeInstant } from '../language.ts';
import { ruleTexts } from '../lint/texts.ts';
import { outboxTexts } from '../outbox/texts.ts';
import { overlapTexts } from '../overlap/texts.ts';
import { shownName } from '../people/shown-name.ts';
import { peopleTexts } from '../people/texts.ts';
import { planTexts } from '../plan/texts.ts';
import { supportAccessTexts } from '../support-access/texts.ts';
import { trailTexts } from '../trail/texts.ts';
import { personalDataTexts } from './texts.ts';

/** A record as the page shows it: names and values, without those that are missing. */
export type ShownRecord = readonly (readonly [name: string, value: string])[];

type Pair = readonly [name: string, value: string | null];
const shown = (pairs: readonly Pair[]): ShownRecord =>
  pairs.flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value] as const]));

/** What an extract holds in words, group by group. Events are shown as how often each kind happened. */
export function recordsOf(
  view: View,
  extract: RegisterExtract,
): Readonly<Record<ExtractGroup, readonly ShownRecord[]>> {
  return {
    ...signInRecords(view, extract),
    ...letterRecords(view, extract),
    ...workRecords(view, extract),
    ...planRecords(view, extract),
    events: eventRecords(view, extract),
  };
}

function wordsOf({ language }: View) {
  const t = personalDataTexts[language].extract;
  return {
    t,
    f: t.fields,
    date: (iso: string | null) => (iso === null ? null : writeDate(language, iso)),
    when: (iso: string | null) => (iso === null ? null : writeInstant(language, iso)),
    yes: (is: boolean) => (is ? t.yes : t.no),
    role: (role: keyof (typeof peopleTexts)['sv']['roles']) => peopleTexts[language].roles[role],
    name: (name: string | null) => (name === null ? null : shownName(language, name)),
  };
}

function signInRecords(view: View, extract: RegisterExtract) {
  const { f, t, date, when, yes, role, name } = wordsOf(view);
  const { account } = extract;
  const { methods } = identityTexts[view.language].sessions;
  return {
    account: [
      shown([
        [f.name, account.name],
        [f.email, account.email],
        [f.hasPassword, yes(account.hasPassword)],
        [f.disabled, yes(account.disabled)],
        [f.leftOn, date(account.leftOn)],
        [f.id, account.id],
      ]),
    ],
    roles: extract.roles.map((held) =>
      shown([
        [f.role, role(held.role)],
        [f.body, held.body],
        [f.from, date(held.validFrom)],
        [f.to, date(held.validTo)],
        [f.substituteFor, name(held.substituteFor)],
        [f.provider, held.provider],
      ]),
    ),
    substitutes: extract.substitutes.map((held) =>
      shown([
        [f.name, name(held.name)],
        [f.role, role(held.role)],
        [f.body, held.body],
        [f.from, date(held.validFrom)],
        [f.to, date(held.validTo)],
      ]),
    ),
    sessions: extract.sessions.map((session) =>
      shown([
        [f.signedIn, when(session.createdAt)],
        [f.lastSeen, when(session.lastSeenAt)],
        [f.expires, when(session.expiresAt)],
        [f.method, session.provider ?? methods[session.method]],
      ]),
    ),
    passkeys: extract.passkeys.map((passkey) =>
      shown([
        [f.name, passkey.name],
        [f.added, when(passkey.createdAt)],
        [f.lastSeen, when(passkey.lastUsedAt)],
      ]),
    ),
    identities: extract.identities.map((identity) =>
      shown([
        [f.issuer, identity.issuer],
        [f.subject, identity.subject],
        [f.linked, when(identity.linkedAt)],
      ]),
    ),
    accountLinks: extract.accountLinks.map((link) =>
      shown([
        [f.purpose, t.purposes[link.purpose]],
        [f.sent, when(link.createdAt)],
        [f.expires, when(link.expiresAt)],
        [f.used, when(link.usedAt)],
        [f.withdrawn, when(link.withdrawnAt)],
      ]),
    ),
  };
}

function letterRecords(view: View, extract: RegisterExtract) {
  const { f, t, when } = wordsOf(view);
  const { kinds } = outboxTexts[view.language];
  return {
    letters: extract.letters.map((letter) =>
      shown([
        [f.letter, kinds[letter.kind]],
        [f.address, letter.address],
        [f.language, t.languages[letter.language]],
        [f.state, t.letterStates[letter.state]],
        [f.written, when(letter.createdAt)],
        [f.ended, when(letter.endedAt)],
      ]),
    ),
    declined: extract.declined.map(({ kind, declinedAt }) =>
      shown([
        [f.letter, kinds[kind]],
        [f.declined, when(declinedAt)],
      ]),
    ),
  };
}

function workRecords(view: View, extract: RegisterExtract) {
  const { language } = view;
  const { f, t, date, when, name } = wordsOf(view);
  const operations: Readonly<Record<string, string>> = guestTexts[language].operations;
  return {
    guestLinks: extract.guestLinks.map((link) =>
      shown([
        [f.label, link.label],
        [f.purpose, operations[link.operation] ?? link.operation],
        [f.plan, link.plan],
        [f.measure, link.measure],
        [f.sent, when(link.createdAt)],
        [f.lastDay, date(link.lastDay)],
        [f.withdrawn, when(link.withdrawnAt)],
      ]),
    ),
    reports: extract.reports.map((report) =>
      shown([
        [f.plan, report.plan],
        [f.measure, report.measure],
        [f.body, report.body],
        [f.day, date(report.reportedOn)],
        [f.status, planTexts[language].status[report.status]],
        [f.text, report.text],
        [f.author, name(report.authorName)],
      ]),
    ),
    commitments: extract.commitments.map((part) =>
      shown([
        [f.plan, part.plan],
        [f.measure, [part.measure, part.text].filter(Boolean).join(' ')],
        [f.body, part.body],
        [f.role, t.commitmentRoles[part.role]],
      ]),
    ),
    watchedItems: extract.watchedItems.map((item) =>
      shown([
        [f.name, item.title],
        [f.kind, horizonTexts[language].kinds[item.kind]],
        [f.state, horizonTexts[language].states[item.state]],
      ]),
    ),
    uploads: extract.uploads.map((upload) =>
      shown([
        [f.file, upload.fileName],
        [f.uploaded, when(upload.createdAt)],
        [f.expires, when(upload.expiresAt)],
      ]),
    ),
    supportAccesses: extract.supportAccesses.map((access) =>
      shown([
        [
          f.reason,
          [supportAccessTexts[language].list.reasons[access.reasonClass], access.reason].filter(Boolean).join(': '),
        ],
        [f.opened, when(access.openedAt)],
        [f.expires, when(access.endsAt)],
        [f.ended, when(access.endedAt)],
      ]),
    ),
  };
}

function planRecords(view: View, extract: RegisterExtract) {
  const { language } = view;
  const { f, when } = wordsOf(view);
  const { ops, causes, versionKinds } = draftingTexts[language];
  const { verdicts } = overlapTexts[language];
  const rules: Readonly<Record<string, { readonly title: string }>> = ruleTexts[language];
  return {
    planChanges: extract.planChanges.map((change) =>
      shown([
        [f.plan, change.plan],
        [f.op, ops[change.op]],
        [f.cause, change.cause === null ? null : causes[change.cause]],
        [f.when, when(change.changedAt)],
      ]),
    ),
    planVersions: extract.planVersions.map((version) =>
      shown([
        [f.plan, version.plan],
        [f.number, String(version.number)],
        [f.kind, versionKinds[version.kind]],
        [f.when, when(version.frozenAt)],
      ]),
    ),
    overlapVerdicts: extract.overlapVerdicts.map((settled) =>
      shown([
        [f.measure, `${settled.first} / ${settled.second}`],
        [f.verdict, verdicts[settled.verdict].name],
        [f.reason, settled.reason],
        [f.when, when(settled.settledAt)],
      ]),
    ),
    acknowledgements: extract.acknowledgements.map((acknowledged) =>
      shown([
        [f.plan, acknowledged.plan],
        [f.rule, rules[acknowledged.rule]?.title ?? acknowledged.rule],
        [f.reason, acknowledged.reason],
        [f.when, when(acknowledged.acknowledgedAt)],
      ]),
    ),
  };
}

/** One record for the whole group: each kind of event with how many times it happened, the most frequent first. */
function eventRecords({ language }: View, { events }: RegisterExtract): readonly ShownRecord[] {
  if (events.length === 0) return [];
  const t = personalDataTexts[language].extract;
  const names: Readonly<Record<string, { readonly name: string }>> = trailTexts[language].kinds;
  const counts = new Map<string, number>();
  for (const { kind, didIt } of events) {
    const words = `${names[kind]?.name ?? kind} (${didIt ? t.by.did : t.by.concerned})`;
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b, language));
  return [sorted.map(([words, count]) => [words, t.times(count)] as const)];
}
