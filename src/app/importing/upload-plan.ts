import { withFormerNames } from '../../core/organisation/labels.ts';
import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import type { ReadAs } from '../../core/reading/read-plan.ts';
import { fixedDays } from '../../core/retention/retention.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { marked } from '../../core/trail/event-facts.ts';
import { cleanFileName } from '../reading/file-name.ts';
import type { IncomingFile, SourceReader } from '../reading/ports.ts';
import { readPlanFile } from '../reading/read-plan-file.ts';
import type { Clock, Ids, Sha256 } from '../shared/world.ts';
import type { Store } from '../store.ts';
import type { ImportDraft } from './ports.ts';
import type { ImportRefusal } from './refusals.ts';

const WAITING_DAYS = fixedDays('uploads');

interface Deps {
  readonly store: Store;
  readonly reader: SourceReader;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly sha256: Sha256;
}

/** An upload by a person, whose language the findings are written in. */
export interface UploadPlanCommand {
  readonly file: IncomingFile;
  readonly language: 'sv' | 'en';
  /** What the file is said to be; left out to find out from what it holds. */
  readonly as?: ReadAs | null;
  readonly requestId: string | null;
}

/** Reads an uploaded file for a person who may import plans; see `storeUpload`. */
export function uploadPlan(deps: Deps) {
  const store = storeUpload(deps);
  return async (actor: Actor, command: UploadPlanCommand): Promise<Result<{ draftId: string }, ImportRefusal>> => {
    const { municipality, accountId } = actor;
    if (!may(actor, 'import-plan', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    return store({ municipality, actorId: accountId, createdBy: accountId }, command);
  };
}

/** Whose upload it is. `actorId` is null and `createdBy` a name when it comes from the machine's own command line. */
export interface Uploader {
  readonly municipality: string;
  readonly actorId: string | null;
  readonly createdBy: string;
}

/**
 * Reads a file and lets it wait for a person's review, at most 30 days. A refused file leaves nothing behind, and no plan
 * is touched. Asks nobody's permission: that is the caller's.
 */
export function storeUpload({ store, reader, clock, ids, sha256 }: Deps) {
  const read = readPlanFile({ reader });
  return async (
    { municipality, actorId, createdBy }: Uploader,
    { file, language, as = null, requestId }: UploadPlanCommand,
  ): Promise<Result<{ draftId: string }, ImportRefusal>> => {
    const [settings, bodies, wordRules, ruleGrades] = await Promise.all([
      store.read.getMunicipality(municipality),
      store.read.listBodies(municipality),
      store.read.listWordRules(municipality),
      store.read.listRuleGrades(municipality),
    ]);
    const names = withFormerNames(bodies);
    const words = settings?.words ?? null;
    const understood = await read(file, { as, bodies: names, words, wordRules, ruleGrades, language });
    if (!understood.ok) return understood;
    const at = clock.now();
    const draft: ImportDraft = {
      id: ids.next(),
      fileName: cleanFileName(file.name),
      sha256: sha256(file.bytes),
      bytes: file.bytes,
      ...understood.value,
      confirmed: [],
      createdBy,
      createdAt: at,
      expiresAt: new Date(at.getTime() + WAITING_DAYS * 24 * 3600 * 1000),
      rowVersion: 1,
    };
    await store.change({ municipality, actorId, at, requestId }, async (tx) => {
      await tx.addImportDraft(municipality, draft);
      const after = { fileName: marked(draft.fileName), sha256: draft.sha256, bytes: draft.bytes.length };
      await tx.event({ kind: 'file-uploaded', thingKind: 'import-draft', thingId: draft.id, before: null, after });
    });
    return ok({ draftId: draft.id });
  };
}
