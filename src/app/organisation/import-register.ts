import type { BodyRecord } from '../../core/organisation/body.ts';
import { planRegister, type RegisterPlan } from '../../core/organisation/plan-register.ts';
import { readRegister, registerCells } from '../../core/organisation/read-register.ts';
import type { RegisterFault } from '../../core/organisation/register-fault.ts';
import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import type { IncomingFile, TableCells, TableReader, TableRefusal } from '../reading/ports.ts';
import type { Clock, Ids, Sha256 } from '../shared/world.ts';
import type { Store, Writer } from '../store.ts';
import { bodyFacts } from './keep-bodies.ts';
import { worksForFacts } from './keep-works-for.ts';
import type { WorksFor } from './ports.ts';

/** What a register file would do, for a person to look at before it is done. */
export interface RegisterPreview {
  /** The file in our own form, to be sent back when the person confirms. */
  readonly cells: TableCells;
  readonly plan: RegisterPlan;
  /** SHA-256 of the plan: what is confirmed must be what was shown. */
  readonly fingerprint: string;
}

/** Why a register file was not read or not stored. */
export type RegisterRefusal =
  | TableRefusal
  | { readonly kind: 'not-allowed' }
  /** Every fault of the file; nothing was stored. */
  | { readonly kind: 'register-faults'; readonly faults: readonly RegisterFault[] }
  /** The register has changed since the preview; `preview` is what the file would do now. */
  | { readonly kind: 'register-changed'; readonly preview: RegisterPreview };

interface Deps {
  readonly store: Store;
  readonly tables: TableReader;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly sha256: Sha256;
}

/** Reads a register file and shows what it would do. Stores nothing. */
export function previewRegister({ store, tables, sha256 }: Pick<Deps, 'store' | 'tables' | 'sha256'>) {
  return async (actor: Actor, file: IncomingFile): Promise<Result<RegisterPreview, RegisterRefusal>> => {
    const { municipality } = actor;
    if (!may(actor, 'change-bodies', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const read = await tables.readTable(file);
    if (!read.ok) return read;
    const [bodies, worksFor] = await Promise.all([
      store.read.listBodies(municipality),
      store.read.listWorksFor(municipality),
    ]);
    return preview(read.value, bodies, worksFor, sha256);
  };
}

function preview(
  cells: TableCells,
  bodies: readonly BodyRecord[],
  worksFor: readonly WorksFor[],
  sha256: Sha256,
): Result<RegisterPreview, Extract<RegisterRefusal, { kind: 'register-faults' }>> {
  const table = readRegister(cells);
  if (!table.ok) return refuse({ kind: 'register-faults', faults: table.refusal });
  const plan = planRegister(table.value, bodies, worksFor);
  if (!plan.ok) return refuse({ kind: 'register-faults', faults: plan.refusal });
  const { added, changed, worksFor: newWorksFor } = plan.value;
  // Percent signs make letters of every sort one byte a sign.
  const text = encodeURIComponent(JSON.stringify([added, changed, newWorksFor]));
  const fingerprint = sha256(Uint8Array.from(text, (sign) => sign.charCodeAt(0)));
  return ok({ cells: registerCells(table.value), plan: plan.value, fingerprint });
}

/** How many rows of each sort were stored. */
export interface ImportedRegister {
  readonly added: number;
  readonly changed: number;
  readonly worksFor: number;
}

/** Who imports: `actorId` is null when it comes from the machine's own command line. */
export interface RegisterImporter {
  readonly municipality: string;
  readonly actorId: string | null;
}

interface ImportCommand {
  readonly cells: TableCells;
  /** Of the preview that was confirmed; null to store what the file says without one. */
  readonly fingerprint: string | null;
  readonly requestId: string | null;
}

/** Stores a register file that a person has seen the preview of; see `storeRegister`. */
export function importRegister(deps: Pick<Deps, 'store' | 'clock' | 'ids' | 'sha256'>) {
  return async (actor: Actor, command: ImportCommand): Promise<Result<ImportedRegister, RegisterRefusal>> => {
    const { municipality, accountId: actorId } = actor;
    if (!may(actor, 'change-bodies', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    return storeRegister(deps)({ municipality, actorId }, command);
  };
}

/**
 * Stores a whole register file or, when anything in it is at fault, nothing. A file that is stored already does nothing.
 * Asks nobody's permission: that is the caller's.
 */
export function storeRegister({ store, clock, ids, sha256 }: Pick<Deps, 'store' | 'clock' | 'ids' | 'sha256'>) {
  return (
    { municipality, actorId }: RegisterImporter,
    { cells, fingerprint, requestId }: ImportCommand,
  ): Promise<Result<ImportedRegister, RegisterRefusal>> =>
    store.change<Result<ImportedRegister, RegisterRefusal>>(
      { municipality, actorId, at: clock.now(), requestId },
      async (tx) => {
        await tx.holdRegister(municipality);
        const bodies = await tx.listBodies(municipality);
        const now = preview(cells, bodies, await tx.listWorksFor(municipality), sha256);
        if (!now.ok) return now;
        const { plan } = now.value;
        const counts = { added: plan.added.length, changed: plan.changed.length, worksFor: plan.worksFor.length };
        if (counts.added + counts.changed + counts.worksFor === 0) return ok(counts);
        if (fingerprint !== null && fingerprint !== now.value.fingerprint)
          return refuse({ kind: 'register-changed', preview: now.value });
        await write(tx, municipality, plan, ids);
        await tx.event({
          kind: 'register-imported',
          thingKind: 'municipality',
          thingId: municipality,
          before: null,
          after: counts,
        });
        return ok(counts);
      },
    );
}

async function write(tx: Writer, municipality: string, plan: RegisterPlan, ids: Ids): Promise<void> {
  const newIds = new Map(plan.added.map(({ id }) => [id, ids.next()]));
  const real = (id: string) => newIds.get(id) ?? id;
  const added = plan.added.map((body) => ({ ...body, id: real(body.id) }));
  const worksFor = plan.worksFor.map(({ administrationId, bodyId }): WorksFor => {
    const pair = { administrationId: real(administrationId), bodyId: real(bodyId) };
    return { id: ids.next(), ...pair, validFrom: null, validTo: null, rowVersion: 1 };
  });
  await tx.addBodies(municipality, added);
  await tx.saveBodies(
    municipality,
    plan.changed.map(({ after }) => after),
  );
  await tx.addWorksFor(municipality, worksFor);
  for (const body of added) {
    await tx.event({ kind: 'body-added', thingKind: 'body', thingId: body.id, before: null, after: bodyFacts(body) });
  }
  for (const { before, after } of plan.changed) {
    const facts = { before: bodyFacts(before), after: bodyFacts(after) };
    await tx.event({ kind: 'body-changed', thingKind: 'body', thingId: after.id, ...facts });
  }
  for (const row of worksFor) {
    const after = worksForFacts(row);
    await tx.event({ kind: 'works-for-added', thingKind: 'works-for', thingId: row.id, before: null, after });
  }
}
