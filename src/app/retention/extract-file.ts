import { daysKept, type OwnDays, type RetentionRule, retentionRules } from '../../core/retention/retention.ts';
import { classOfGroup, extractGroups, type RegisterExtract } from './register-extract.ts';

export const EXTRACT_FORMAT = 'handlingskraft-register-extract/1';

interface ExtractHead {
  readonly municipality: { readonly code: string; readonly name: string };
  readonly takenAt: Date;
  readonly own: OwnDays;
}

/** How long records of a class are kept, in the municipality. `days` null for ever. */
export interface Keeping extends Pick<RetentionRule, 'action' | 'ground'> {
  readonly days: number | null;
}

/** How long each part of an extract is kept. */
export function keepingOf(own: OwnDays): Readonly<Record<keyof RegisterExtract, Keeping>> {
  const entries = extractGroups.map((group) => {
    const recordClass = classOfGroup[group];
    const { action, ground } = retentionRules[recordClass];
    return [group, { action, ground, days: daysKept(recordClass, own) }] as const;
  });
  return Object.fromEntries(entries) as Record<keyof RegisterExtract, Keeping>;
}

/** An extract as the file that its person takes along: JSON that a program can read, and a person too. */
export function extractFile(extract: RegisterExtract, { municipality, takenAt, own }: ExtractHead): string {
  const { code, name } = municipality;
  const head = { format: EXTRACT_FORMAT, municipality: { code, name }, takenAt: takenAt.toISOString() };
  return `${JSON.stringify({ ...head, ...outgoing(extract), keeping: keepingOf(own) }, null, 2)}\n`;
}

/** Every field by its name: what is not written here does not leave, whatever else an extract comes to hold. */
function outgoing(extract: RegisterExtract): RegisterExtract {
  return { account: accountOf(extract), ...signInOf(extract), ...lettersOf(extract), ...workOf(extract) };
}

function accountOf({ account: { id, name, email, hasPassword, disabled, leftOn } }: RegisterExtract) {
  return { id, name, email, hasPassword, disabled, leftOn };
}

function signInOf(extract: RegisterExtract) {
  return {
    roles: extract.roles.map(({ role, body, validFrom, validTo, substituteFor, provider }) => {
      return { role, body, validFrom, validTo, substituteFor, provider };
    }),
    substitutes: extract.substitutes.map(({ name, role, body, validFrom, validTo }) => {
      return { name, role, body, validFrom, validTo };
    }),
    sessions: extract.sessions.map(({ createdAt, lastSeenAt, expiresAt, method, provider }) => {
      return { createdAt, lastSeenAt, expiresAt, method, provider };
    }),
    passkeys: extract.passkeys.map(({ name, createdAt, lastUsedAt }) => ({ name, createdAt, lastUsedAt })),
    identities: extract.identities.map(({ issuer, subject, linkedAt }) => ({ issuer, subject, linkedAt })),
    accountLinks: extract.accountLinks.map(({ purpose, createdAt, expiresAt, usedAt, withdrawnAt }) => {
      return { purpose, createdAt, expiresAt, usedAt, withdrawnAt };
    }),
  };
}

function lettersOf(extract: RegisterExtract) {
  return {
    letters: extract.letters.map(({ kind, address, language, state, createdAt, endedAt }) => {
      return { kind, address, language, state, createdAt, endedAt };
    }),
    declined: extract.declined.map(({ kind, declinedAt }) => ({ kind, declinedAt })),
  };
}

function workOf(extract: RegisterExtract) {
  return {
    guestLinks: extract.guestLinks.map(({ label, operation, plan, measure, createdAt, lastDay, withdrawnAt }) => {
      return { label, operation, plan, measure, createdAt, lastDay, withdrawnAt };
    }),
    reports: extract.reports.map(({ plan, measure, body, reportedOn, status, text, authorName }) => {
      return { plan, measure, body, reportedOn, status, text, authorName };
    }),
    planChanges: extract.planChanges.map(({ plan, op, cause, changedAt }) => ({ plan, op, cause, changedAt })),
    planVersions: extract.planVersions.map(({ plan, number, kind, frozenAt }) => ({ plan, number, kind, frozenAt })),
    acknowledgements: extract.acknowledgements.map(({ plan, rule, reason, acknowledgedAt }) => {
      return { plan, rule, reason, acknowledgedAt };
    }),
    overlapVerdicts: extract.overlapVerdicts.map(({ first, second, verdict, reason, settledAt }) => {
      return { first, second, verdict, reason, settledAt };
    }),
    commitments: extract.commitments.map(({ plan, measure, text, body, role }) => {
      return { plan, measure, text, body, role };
    }),
    watchedItems: extract.watchedItems.map(({ title, kind, state }) => ({ title, kind, state })),
    uploads: extract.uploads.map(({ fileName, createdAt, expiresAt }) => ({ fileName, createdAt, expiresAt })),
    supportAccesses: extract.supportAccesses.map(({ reasonClass, reason, openedAt, endsAt, endedAt }) => {
      return { reasonClass, reason, openedAt, endsAt, endedAt };
    }),
    events: extract.events.map(({ number, at, kind, thingKind, thingId, didIt }) => {
      return { number, at, kind, thingKind, thingId, didIt };
    }),
  };
}
