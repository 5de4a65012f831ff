import { z } from 'zod';
import { type FrozenByHand, frozenByHand, hashedText, mayFollow, needsCauses } from '../../core/drafting/version.ts';
import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import type { PlanContent } from '../../core/plan/plan-content.ts';
import { isDay } from '../../core/shared/day.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { asciiBytes } from '../shared/ascii-bytes.ts';
import { swedishDay } from '../shared/swedish-day.ts';
import { type Invalid, validate } from '../shared/validate.ts';
import type { Sha256 } from '../shared/world.ts';
import type { Writer } from '../store.ts';
import type { DraftDeps } from './edit-draft.ts';
import type { PlanVersion, VersionFacts, WorkingPlan } from './ports.ts';
import { getWorkingPlan } from './working-plan.ts';

/** Every fault that the form of a version can have. */
export const versionFaults = ['kind-missing', 'note-too-long', 'date-not-a-date', 'date-in-the-future'] as const;
export type VersionFault = (typeof versionFaults)[number];

const fault = (error: VersionFault) => ({ error });

const versionForm = z.object({
  kind: z.enum(frozenByHand, fault('kind-missing')),
  note: z.string(fault('note-too-long')).trim().max(500, fault('note-too-long')),
  decidedOn: z
    .string(fault('date-not-a-date'))
    .trim()
    .refine((day) => day === '' || isDay(day), fault('date-not-a-date')),
});

export type FreezeRefusal =
  | { readonly kind: 'not-allowed' | 'no-such-plan' | 'adopted' | 'empty-plan' }
  /** `count` changes since the latest version do not say why they were made. */
  | { readonly kind: 'causes-missing'; readonly count: number }
  | Invalid<VersionFault>;

type FreezeDeps = DraftDeps & { readonly sha256: Sha256 };

/**
 * Freezes a draft as it stands: a version with a number, an address and a hash that never change. What others have read or will
 * decide on (remitted, proposal) is refused while a change since such a version lacks its cause.
 */
export function freezeVersion({ store, clock, sha256 }: FreezeDeps) {
  return async (
    actor: Actor,
    command: { readonly slug: string; readonly form: unknown; readonly requestId: string | null },
  ): Promise<Result<VersionFacts, FreezeRefusal>> => {
    const { municipality, accountId } = actor;
    if (!may(actor, 'change-plan', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const form = validate(versionForm, versionFaults, command.form);
    if (!form.ok) return form;
    const at = clock.now();
    const { kind, note, decidedOn } = form.value;
    if (decidedOn > swedishDay(at)) return refuse({ kind: 'invalid', faults: { decidedOn: 'date-in-the-future' } });
    const found = await store.read.getPlanFacts(municipality, command.slug);
    if (found === null) return refuse({ kind: 'no-such-plan' });
    const { id } = found;
    const context = { municipality, actorId: accountId, at, requestId: command.requestId };
    return store.change<Result<VersionFacts, FreezeRefusal>>(context, async (tx) => {
      if (!(await tx.holdDraft(municipality, id))) return refuse({ kind: 'adopted' });
      const missing = kind === 'draft' ? 0 : await countMissingCauses(tx, municipality, id);
      if (missing > 0) return refuse({ kind: 'causes-missing', count: missing });
      const plan = await getWorkingPlan(tx, municipality, id);
      if (plan === null || plan.blocks.length === 0) return refuse({ kind: 'empty-plan' });
      const frozen = { kind, note, decidedOn: decidedOn === '' ? null : decidedOn, frozenAt: at, frozenBy: accountId };
      return ok(await addNextVersion(tx, municipality, plan, frozen, sha256));
    });
  };
}

/** How many changes since the latest version lack a cause; 0 while no version has been read by others. */
export async function countMissingCauses(tx: Writer, municipality: string, planId: string): Promise<number> {
  const versions = await tx.listVersions(municipality, planId);
  const latest = versions.find(({ kind }) => needsCauses([kind]));
  return latest === undefined ? 0 : tx.countCauseless(municipality, planId, latest.number);
}

/** Freezes a held plan as its next version, with the event. */
export async function addNextVersion(
  tx: Writer,
  municipality: string,
  plan: Pick<WorkingPlan, 'facts' | 'blocks' | 'commitments'>,
  frozen: Omit<VersionFacts, 'number' | 'contentHash'>,
  sha256: Sha256,
): Promise<VersionFacts> {
  const [latest] = await tx.listVersions(municipality, plan.facts.id);
  const content = contentOf(plan);
  const contentHash = sha256(asciiBytes(hashedText(content)));
  const version: PlanVersion = { ...frozen, number: (latest?.number ?? 0) + 1, contentHash, content };
  await tx.addVersion(municipality, plan.facts.id, version);
  await tx.event({
    kind: 'version-frozen',
    thingKind: 'plan',
    thingId: plan.facts.id,
    before: latest === undefined ? null : { version: latest.number, kind: latest.kind },
    after: { version: version.number, kind: version.kind, contentHash, decidedOn: version.decidedOn },
  });
  const { content: _whole, ...facts } = version;
  return facts;
}

/** What one version of a stored plan holds. */
export function contentOf({
  facts,
  blocks,
  commitments,
}: Pick<WorkingPlan, 'facts' | 'blocks' | 'commitments'>): PlanContent {
  const { title, registrationNumber, decisionMaker, documentOwner, periodFrom, periodTo } = facts;
  return {
    facts: { title, registrationNumber, decisionMaker, documentOwner, periodFrom, periodTo },
    blocks,
    roles: commitments.map(({ measureId, bodyLabel, role, position }) => {
      return { measureId, label: bodyLabel, role, position };
    }),
  };
}

/** The kinds that can be frozen by hand now, after the latest version. */
export function kindsToFreeze(versions: readonly Pick<VersionFacts, 'kind'>[]): readonly FrozenByHand[] {
  const latest = versions[0]?.kind ?? null;
  return frozenByHand.filter((kind) => mayFollow(latest, kind));
}
