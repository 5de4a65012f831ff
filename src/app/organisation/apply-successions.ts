import type { BodyRecord } from '../../core/organisation/body.ts';
import { effectsOf, type Succession, type SuccessionEffects } from '../../core/organisation/succession.ts';
import { marked } from '../../core/trail/event-facts.ts';
import { swedishDay } from '../shared/swedish-day.ts';
import type { Clock } from '../shared/world.ts';
import type { Store, Writer } from '../store.ts';

/**
 * Carries out a planned succession inside a change that holds the register. A succession leaves "planned" once, so a second
 * try does nothing. Gives the number of commitments moved; null when it had been settled already.
 */
export async function applySuccession(
  tx: Writer,
  municipality: string,
  succession: Succession,
  at: Date,
): Promise<number | null> {
  const { id, kind, takesEffect, predecessors, rowVersion } = succession;
  const settled = await tx.settleSuccession(municipality, { id, state: 'applied', rowVersion, at });
  if (!settled) return null;
  const moving = kind === 'merge' || kind === 'split';
  const parts = moving ? await tx.holdPartsOfBodies(municipality, predecessors) : [];
  const records = await tx.listBodies(municipality);
  const effects = effectsOf(succession, records, parts);
  await tx.saveBodies(municipality, effects.bodies);
  await tx.addFormerNames(municipality, effects.leftNames);
  await tx.moveCommitments(municipality, { successionId: id, movedOn: takesEffect, moves: effects.moves });
  const followed = await tx.followRoles(municipality, effects.roles, takesEffect);
  await tell(tx, succession, records, { ...effects, roles: followed });
  return effects.moves.length;
}

async function tell(
  tx: Writer,
  { id: successionId, takesEffect }: Succession,
  records: readonly BodyRecord[],
  { bodies, leftNames, moves, roles }: SuccessionEffects,
): Promise<void> {
  for (const body of bodies) {
    const before = records.find(({ id }) => id === body.id);
    const renamed = leftNames.some(({ bodyId }) => bodyId === body.id);
    const facts = (each: BodyRecord | undefined) =>
      renamed
        ? { name: marked(each?.name ?? null), abbreviation: marked(each?.abbreviation ?? null) }
        : { validTo: each?.validTo ?? null };
    await tx.event({
      kind: renamed ? 'body-renamed' : 'body-ended',
      thingKind: 'body',
      thingId: body.id,
      before: facts(before),
      after: { ...facts(body), takesEffect, successionId },
    });
  }
  for (const { commitmentId, fromBodyId, toBodyId } of moves) {
    await tx.event({
      kind: 'commitment-moved',
      thingKind: 'commitment',
      thingId: commitmentId,
      before: { bodyId: fromBodyId },
      after: { bodyId: toBodyId, successionId },
    });
  }
  for (const { accountId, role, fromBodyId, toBodyId } of roles) {
    await tx.event({
      kind: 'role-followed',
      thingKind: 'account',
      thingId: accountId,
      before: { role, bodyId: fromBodyId },
      after: { role, bodyId: toBodyId, validFrom: takesEffect, successionId },
    });
  }
  await tx.event({
    kind: 'succession-applied',
    thingKind: 'succession',
    thingId: successionId,
    before: { state: 'planned' },
    after: { state: 'applied', moved: moves.length, roles: roles.length },
  });
}

/**
 * Carries out every planned succession of a municipality whose day has come, the earliest first. Meant to be called often:
 * with nothing due it costs one query. Gives how many were carried out.
 */
export function applyDueSuccessions({ store, clock }: { store: Store; clock: Clock }) {
  return async (municipality: string): Promise<number> => {
    const at = clock.now();
    const today = swedishDay(at);
    const isDue = ({ state, takesEffect }: Succession) => state === 'planned' && takesEffect <= today;
    if (!(await store.read.listSuccessions(municipality)).some(isDue)) return 0;
    return store.change({ municipality, actorId: null, at, requestId: null }, async (tx) => {
      await tx.holdRegister(municipality);
      const due = (await tx.listSuccessions(municipality)).filter(isDue);
      // One after the other, since a later one may concern what an earlier one leaves.
      for (const succession of due) await applySuccession(tx, municipality, succession, at);
      return due.length;
    });
  };
}
