import { type BodyChoice, listRoleLabels } from '../../core/exchange/body-labels.ts';
import type { OpenPlan } from '../../core/exchange/open-plan.ts';
import { toBlocks } from '../../core/exchange/plan-blocks.ts';
import { listUnconfirmed } from '../../core/exchange/review-items.ts';
import type { Body } from '../../core/organisation/body.ts';
import { timeOf } from '../../core/organisation/body-time.ts';
import { findTakenLabel } from '../../core/organisation/labels.ts';
import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { makeSlug } from '../../core/plan/slug.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { marked } from '../../core/trail/event-facts.ts';
import { openCommitment } from '../plan/open-commitment.ts';
import type { NewPlan } from '../plan/ports.ts';
import { swedishDay } from '../shared/swedish-day.ts';
import type { Clock, Ids } from '../shared/world.ts';
import type { Store, Writer } from '../store.ts';
import type { ImportDraft } from './ports.ts';
import type { ImportRefusal } from './refusals.ts';

/** What a person decides at the end of a review: which body each label of the plan stands for. */
export interface ConfirmImportCommand {
  readonly draftId: string;
  readonly rowVersion: number;
  readonly choices: Readonly<Record<string, BodyChoice>>;
  readonly requestId: string | null;
}

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
}

/**
 * Makes a plan of a reviewed upload: the plan, new bodies, the source file with its hash and the end of the upload in one
 * transaction. Refuses while any item is unconfirmed, so that nothing reaches a plan unseen.
 */
export function confirmImport({ store, clock, ids }: Deps) {
  return async (actor: Actor, command: ConfirmImportCommand): Promise<Result<{ slug: string }, ImportRefusal>> => {
    const { municipality } = actor;
    if (!may(actor, 'import-plan', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const draft = await store.read.getImportDraft(municipality, command.draftId);
    if (draft === null) return refuse({ kind: 'no-such-draft' });
    if (draft.rowVersion !== command.rowVersion) return refuse({ kind: 'draft-changed' });
    const bodies = await store.read.listBodies(municipality);
    const decided = decide(draft, bodies, command.choices, () => ids.next());
    if (!decided.ok) return decided;
    const context = { municipality, actorId: actor.accountId, at: clock.now(), requestId: command.requestId };
    return store.change<Result<{ slug: string }, ImportRefusal>>(context, async (tx) => {
      const newBodies = await settleNewBodies(tx, municipality, decided.value.newBodies, swedishDay(context.at));
      if (!newBodies.ok) return newBodies;
      // Holds the upload until the end, so that two who confirm at once make one plan and nobody's late correction is left out.
      const { id, reading, confirmed, rowVersion } = draft;
      const held = await tx.changeImportDraft(municipality, { id, reading, confirmed, rowVersion });
      if (!held.done) return refuse({ kind: 'draft-changed' });
      const taken = new Set((await tx.listPlans(municipality)).map((plan) => plan.slug));
      const slug = makeSlug(decided.value.title, taken);
      const plan = assemble(draft, decided.value, slug, () => ids.next());
      await write(tx, municipality, draft, plan, newBodies.value);
      return ok({ slug });
    });
  };
}

/**
 * The new bodies as they can be added, with the register held, so that nobody takes a name meanwhile. A name that a living
 * body bears is refused; an abbreviation that one bears is left out, since a code must lead to one body.
 */
async function settleNewBodies(
  tx: Writer,
  municipality: string,
  newBodies: readonly Body[],
  today: string,
): Promise<Result<readonly Body[], ImportRefusal>> {
  if (newBodies.length === 0) return ok([]);
  await tx.holdRegister(municipality);
  const living = (await tx.listBodies(municipality)).filter((body) => timeOf(body, today) !== 'past');
  const isTaken = (name: string) =>
    findTakenLabel(living, { name, abbreviation: null, validFrom: null, validTo: null }, null) !== null;
  const refused = newBodies.find(({ name }) => isTaken(name));
  if (refused) return refuse({ kind: 'body-name-taken', name: refused.name });
  const free = (code: string | null) => (code !== null && isTaken(code) ? null : code);
  return ok(newBodies.map((body) => ({ ...body, abbreviation: free(body.abbreviation) })));
}

interface Decided {
  readonly title: string;
  readonly newBodies: readonly Body[];
  readonly bodyIdByLabel: ReadonlyMap<string, string | null>;
}

function decide(
  draft: ImportDraft,
  bodies: readonly Body[],
  choices: Readonly<Record<string, BodyChoice>>,
  nextId: () => string,
): Result<Decided, ImportRefusal> {
  const left = listUnconfirmed(draft.reading, draft.confirmed);
  if (left.length > 0) return refuse({ kind: 'items-left', count: left.length });
  const title = draft.reading.plan.title?.trim() ?? '';
  if (title === '') return refuse({ kind: 'title-required' });
  const placed = placeLabels(draft.reading.plan, bodies, choices, nextId);
  return placed.ok ? ok({ title, ...placed.value }) : placed;
}

function placeLabels(
  plan: OpenPlan,
  bodies: readonly Body[],
  choices: Readonly<Record<string, BodyChoice>>,
  nextId: () => string,
): Result<Omit<Decided, 'title'>, ImportRefusal> {
  const names = new Map(bodies.map((body) => [body.name.toLocaleLowerCase('sv'), body.id]));
  const newBodies: Body[] = [];
  const bodyIdByLabel = new Map<string, string | null>();
  for (const { label } of listRoleLabels(plan)) {
    const choice = Object.hasOwn(choices, label) ? choices[label] : undefined;
    if (choice === undefined) return refuse({ kind: 'body-choice-missing', label });
    if (choice.kind === 'group') bodyIdByLabel.set(label, null);
    if (choice.kind === 'known') {
      if (!bodies.some((body) => body.id === choice.bodyId)) return refuse({ kind: 'body-choice-missing', label });
      bodyIdByLabel.set(label, choice.bodyId);
    }
    if (choice.kind === 'new') {
      const name = choice.name.trim();
      if (name === '') return refuse({ kind: 'body-choice-missing', label });
      const same = newBodies.find((body) => body.name.toLocaleLowerCase('sv') === name.toLocaleLowerCase('sv'));
      if (!same && names.has(name.toLocaleLowerCase('sv'))) return refuse({ kind: 'body-name-taken', name });
      const body = same ?? { id: nextId(), kind: choice.bodyKind, name, abbreviation: choice.abbreviation };
      if (!same) newBodies.push(body);
      bodyIdByLabel.set(label, body.id);
    }
  }
  return ok({ newBodies, bodyIdByLabel });
}

function assemble(draft: ImportDraft, decided: Decided, slug: string, nextId: () => string): NewPlan {
  const { plan } = draft.reading;
  const { blocks, roles } = toBlocks(plan, nextId);
  const planId = nextId();
  return {
    facts: {
      id: planId,
      slug,
      title: decided.title,
      registrationNumber: plan.registrationNumber,
      decisionMaker: plan.decisionMaker,
      documentOwner: plan.documentOwner,
      periodFrom: plan.period?.from ?? null,
      periodTo: plan.period?.to ?? null,
      state: 'draft',
      words: null,
      adoptedOn: null,
      rowVersion: 1,
    },
    blocks,
    commitments: roles.map((role) => {
      const bodyId = decided.bodyIdByLabel.get(role.label) ?? null;
      return openCommitment(role, { id: nextId(), planId, bodyId });
    }),
    planCase: plan.memo || plan.consultation ? { memo: plan.memo, consultation: plan.consultation } : null,
    sourceFile: {
      id: nextId(),
      name: draft.fileName,
      sha256: draft.sha256,
      bytes: draft.bytes,
      receivedAt: draft.createdAt,
    },
  };
}

async function write(
  tx: Writer,
  municipality: string,
  draft: ImportDraft,
  plan: NewPlan,
  newBodies: readonly Body[],
): Promise<void> {
  for (const body of newBodies) {
    await tx.addBody(municipality, body);
    await tx.event({
      kind: 'body-added',
      thingKind: 'body',
      thingId: body.id,
      before: null,
      after: { kind: body.kind, name: marked(body.name), abbreviation: marked(body.abbreviation) },
    });
  }
  await tx.addPlan(municipality, plan);
  await tx.removeImportDraft(municipality, draft.id);
  await tx.event({
    kind: 'plan-imported',
    thingKind: 'plan',
    thingId: plan.facts.id,
    before: null,
    after: {
      slug: plan.facts.slug,
      title: marked(plan.facts.title),
      blocks: plan.blocks.length,
      commitments: plan.commitments.length,
      fileName: marked(draft.fileName),
      sha256: draft.sha256,
      importDraftId: draft.id,
    },
  });
}
