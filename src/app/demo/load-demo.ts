import { toBlocks } from '../../core/exchange/plan-blocks.ts';
import type { Commitment } from '../../core/followup/commitment.ts';
import { bodyRoles } from '../../core/permission/role.ts';
import { always } from '../../core/permission/role-period.ts';
import { defaultHouse } from '../../core/plan/house.ts';
import { assert } from '../../core/shared/result.ts';
import { addNextVersion } from '../drafting/freeze-version.ts';
import { newAccount } from '../identity/ports.ts';
import { openCommitment } from '../plan/open-commitment.ts';
import type { NewPlan } from '../plan/ports.ts';
import { swedishDay } from '../shared/swedish-day.ts';
import type { Clock, Ids, Passwords, Sha256 } from '../shared/world.ts';
import type { Store, Writer } from '../store.ts';
import type { DemoAccount, DemoData, DemoLogin, DemoPlanEntry } from './demo-data.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly passwords: Passwords;
  readonly sha256: Sha256;
}

/** What the loading has made so far: ids by what the files call things. */
interface Made {
  readonly code: string;
  readonly bodies: Map<string, string>;
  readonly accounts: Map<string, { id: string; name: string }>;
  /** "slug measure body" → commitment. */
  readonly parts: Map<string, Commitment>;
}

/**
 * Loads the made-up municipality in one transaction; gives the logins, or null when the municipality is there already and
 * nothing was done. A reference that leads nowhere is a bug in `demo/` and throws.
 */
export function loadDemo({ store, clock, ids, passwords, sha256 }: Deps) {
  return async (data: DemoData): Promise<DemoLogin[] | null> => {
    const { code } = data.municipality;
    if ((await store.read.getMunicipality(code)) !== null) return null;
    const withLogin = data.accounts.filter(({ login }) => login);
    const secrets = new Map(withLogin.map((account) => [account.email, ids.token(9)]));
    const hashes = new Map<string, string>();
    for (const [email, password] of secrets) hashes.set(email, await passwords.hash(password));
    const at = clock.now();
    await store.change({ municipality: code, actorId: null, at, requestId: null }, async (tx) => {
      const made: Made = { code, bodies: new Map(), accounts: new Map(), parts: new Map() };
      await addOrganisation(tx, data, made, ids);
      for (const account of data.accounts) await addPerson(tx, account, made, { ids, hashes, at });
      for (const entry of data.municipality.plans) await addPlan(tx, data, entry, made, { ids, sha256, at });
      await addFollowup(tx, data, made, ids);
      const after = { plans: data.municipality.plans.length, reports: data.followup.reports.length };
      await tx.event({ kind: 'demo-loaded', thingKind: 'municipality', thingId: code, before: null, after });
    });
    return withLogin.map((account) => toLogin(account, secrets));
  };
}

function toLogin(account: DemoAccount, secrets: ReadonlyMap<string, string>): DemoLogin {
  const { role, email, name } = account;
  return { role, email, name, password: secrets.get(email) ?? '' };
}

async function addOrganisation(tx: Writer, data: DemoData, made: Made, ids: Ids): Promise<void> {
  const { name, words, hosts, reportDueMonthDay, theme } = data.municipality;
  const settings = { words, house: defaultHouse, reportDueDays: [reportDueMonthDay] };
  await tx.addMunicipality({ code: made.code, name, ...settings, hosts, theme, rowVersion: 1 });
  for (const body of data.bodies) {
    const id = ids.next();
    made.bodies.set(body.abbreviation, id);
    await tx.addBody(made.code, { id, ...body });
  }
  for (const rule of data.municipality.wordRules) {
    await tx.addWordRule(made.code, { id: ids.next(), words: rule.words, bodyLabel: rule.body, rowVersion: 1 });
  }
}

interface PersonParts {
  readonly ids: Ids;
  /** Hashes of passwords by e-mail address, for those who have one. */
  readonly hashes: ReadonlyMap<string, string>;
  readonly at: Date;
}

async function addPerson(tx: Writer, account: DemoAccount, made: Made, parts: PersonParts): Promise<void> {
  const { role, email, name, leftOn = null } = account;
  const id = parts.ids.next();
  const bodyId = account.body === null || !bodyRoles.includes(role) ? null : need(made.bodies, account.body);
  made.accounts.set(email, { id, name });
  const person = { id, municipality: made.code, email, name, passwordHash: parts.hashes.get(email) ?? null };
  const period = { ...always({ role, bodyId }), ...substitutePeriod(account, made, parts.at) };
  await tx.addAccount({ ...newAccount({ ...person, memberships: [period] }), leftOn });
}

/** Counted from the day of loading, so that the demo always shows a substitute whose time is not over. */
function substitutePeriod({ substitute }: DemoAccount, made: Made, at: Date) {
  if (substitute === undefined) return {};
  const person = made.accounts.get(substitute.for);
  assert(person, `demo: a substitute for ${substitute.for}, who is not there`);
  const end = new Date(at.getTime() + substitute.days * 24 * 3_600_000);
  return { substituteFor: person.id, validFrom: swedishDay(at), validTo: swedishDay(end) };
}

interface PlanParts {
  readonly ids: Ids;
  readonly sha256: Sha256;
  readonly at: Date;
}

async function addPlan(
  tx: Writer,
  data: DemoData,
  entry: DemoPlanEntry,
  made: Made,
  { ids, sha256, at }: PlanParts,
): Promise<void> {
  const open = data.plans[entry.slug];
  assert(open, `demo: no plan «${entry.slug}»`);
  const { blocks, roles } = toBlocks(open, () => ids.next());
  const planId = ids.next();
  const commitments = roles.map((role) =>
    openCommitment(role, { id: ids.next(), planId, bodyId: made.bodies.get(role.label) ?? null }),
  );
  for (const commitment of commitments) {
    const measure = blocks.find((block) => block.id === commitment.measureId);
    made.parts.set(partKey(entry.slug, measure?.label ?? '', commitment.bodyLabel), commitment);
  }
  await tx.addPlan(made.code, { ...planFacts(open, entry, planId), blocks, commitments });
  const whole = await tx.getPlanById(made.code, planId);
  assert(whole, 'demo: a plan that was added is there');
  const frozen = { kind: 'adopted', note: '', decidedOn: entry.adoptedOn, frozenAt: at, frozenBy: null } as const;
  await addNextVersion(tx, made.code, whole, frozen, sha256);
}

function planFacts(
  open: DemoData['plans'][string],
  entry: DemoPlanEntry,
  id: string,
): Omit<NewPlan, 'blocks' | 'commitments'> {
  return {
    facts: {
      id,
      slug: entry.slug,
      title: open.title ?? entry.slug,
      registrationNumber: open.registrationNumber,
      decisionMaker: open.decisionMaker,
      documentOwner: open.documentOwner,
      periodFrom: open.period?.from ?? null,
      periodTo: open.period?.to ?? null,
      state: 'adopted',
      words: entry.words,
      adoptedOn: entry.adoptedOn,
      rowVersion: 1,
    },
    planCase: { memo: open.memo, consultation: open.consultation },
    sourceFile: null,
  };
}

async function addFollowup(tx: Writer, data: DemoData, made: Made, ids: Ids): Promise<void> {
  const { code } = made;
  for (const answer of data.followup.commitments) {
    const part = needPart(made, answer);
    const done = await tx.answerCommitment(code, need(made.bodies, answer.body), {
      commitmentId: part.id,
      stance: answer.stance,
      comment: answer.comment,
      rowVersion: 1,
    });
    assert(done.done, `demo: two answers for ${answer.plan} ${answer.measure} ${answer.body}`);
    const person = made.accounts.get(answer.by);
    assert(person, `demo: no account ${answer.by}`);
    const choice = { commitmentId: part.id, accountId: person.id, basedOn: null };
    await tx.chooseResponsible(code, need(made.bodies, answer.body), choice);
  }
  for (const activity of data.followup.activities) {
    const { title, startsOn, endsOn, state } = activity;
    const commitmentId = needPart(made, activity).id;
    const row = { id: ids.next(), commitmentId, title, startsOn, endsOn, state, rowVersion: 1 };
    await tx.addActivity(code, need(made.bodies, activity.body), row);
  }
  await addReports(tx, data, made, ids);
}

async function addReports(tx: Writer, data: DemoData, made: Made, ids: Ids): Promise<void> {
  const latest = new Map<string, string>();
  const inOrder = [...data.followup.reports].sort((a, b) => a.date.localeCompare(b.date));
  for (const report of inOrder) {
    const commitmentId = needPart(made, report).id;
    const author = made.accounts.get(report.by);
    assert(author, `demo: no account ${report.by}`);
    const id = ids.next();
    const written = await tx.addReport(made.code, need(made.bodies, report.body), {
      id,
      commitmentId,
      status: report.status,
      text: report.text,
      reportedOn: report.date,
      authorId: author.id,
      authorName: author.name,
      requestKey: id,
      basedOn: latest.get(commitmentId) ?? null,
    });
    assert(written.done, `demo: report out of order for ${report.plan} ${report.measure} ${report.body}`);
    latest.set(commitmentId, id);
  }
}

function partKey(plan: string, measure: string, body: string): string {
  return `${plan} ${measure} ${body}`;
}

function needPart(made: Made, part: { plan: string; measure: string; body: string }): Commitment {
  const commitment = made.parts.get(partKey(part.plan, part.measure, part.body));
  assert(commitment, `demo: no part ${part.plan} ${part.measure} ${part.body}`);
  return commitment;
}

function need(map: ReadonlyMap<string, string>, key: string): string {
  const value = map.get(key);
  assert(value, `demo: nothing called «${key}»`);
  return value;
}
