import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import type { EditedDocument } from '../../core/roundtrip/edited-document.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { marked } from '../../core/trail/event-facts.ts';
import { contentOf } from '../drafting/freeze-version.ts';
import type { Municipality } from '../organisation/ports.ts';
import type { WholePlan } from '../plan/ports.ts';
import { cleanFileName } from '../reading/file-name.ts';
import type { IncomingFile, ReadRefusal } from '../reading/ports.ts';
import type { Clock, Ids, Sha256 } from '../shared/world.ts';
import type { Reader, Store } from '../store.ts';
import { editableWords, hashOfContent } from './plan-content.ts';
import type { NewEditedFile, WordExport, WordFiles } from './ports.ts';

/** Why an edited file was not taken in. Nothing of it is kept. */
export type ReceiveRefusal =
  | ReadRefusal
  | { readonly kind: 'not-allowed' | 'no-such-plan' | 'adopted' | 'not-a-word-file' }
  /** It was made from another plan. */
  | { readonly kind: 'another-plan' }
  /** The same file, byte for byte, came before: `fileId` is what it became then. */
  | { readonly kind: 'received-before'; readonly fileId: string };

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly sha256: Sha256;
  readonly word: WordFiles;
}

interface ReceiveCommand {
  readonly slug: string;
  readonly file: IncomingFile;
  readonly requestId: string | null;
}

/**
 * Reads a Word file that was edited, compares it with what it was made from, and keeps the file as it came with one
 * proposal for each edit. Changes nothing in the plan.
 */
export function receiveEdited({ store, clock, ids, sha256, word }: Deps) {
  return async (actor: Actor, command: ReceiveCommand): Promise<Result<{ fileId: string }, ReceiveRefusal>> => {
    const { municipality, accountId } = actor;
    if (!may(actor, 'change-plan', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const [plan, settings] = await Promise.all([
      store.read.getPlanBySlug(municipality, command.slug),
      store.read.getMunicipality(municipality),
    ]);
    if (plan === null || settings === null) return refuse({ kind: 'no-such-plan' });
    if (plan.facts.state !== 'draft') return refuse({ kind: 'adopted' });
    const hash = sha256(command.file.bytes);
    const earlier = (await store.read.listEditedFiles(municipality, plan.facts.id)).find(
      (file) => file.sha256 === hash,
    );
    if (earlier) return refuse({ kind: 'received-before', fileId: earlier.id });
    const read = await word.read(command.file);
    if (!read.ok) return read;
    const document = read.value;
    if (document.mark !== null && !isOf(document.mark.planId, plan.facts.id)) return refuse({ kind: 'another-plan' });
    const at = clock.now();
    const kept = await findBase(store, municipality, plan, document);
    const base = kept ?? currentAsBase({ plan, settings, sha256, at, accountId });
    const { content, words } = base;
    const found = await word.compare({ content, words, known: kept !== null }, document);
    if (!found.ok) return found;
    const { proposals, ...beside } = found.value;
    const file: NewEditedFile = {
      ...{ id: ids.next(), planId: plan.facts.id, fileName: cleanFileName(command.file.name), sha256: hash },
      ...{ bytes: command.file.bytes, contentHash: base.contentHash, baseKnown: kept !== null },
      ...{ beside: { ...beside, program: document.program }, proposals, receivedAt: at, receivedBy: accountId },
    };
    const context = { municipality, actorId: accountId, at, requestId: command.requestId };
    return store.change<Result<{ fileId: string }, ReceiveRefusal>>(context, async (tx) => {
      // Held, so that of the same file sent twice at once the second finds the first.
      if (!(await tx.holdDraft(municipality, file.planId))) return refuse({ kind: 'adopted' });
      const first = await findReceived(tx, municipality, file);
      if (first !== null) return refuse({ kind: 'received-before', fileId: first });
      if (kept === null) await tx.keepWordExport(municipality, base);
      await tx.addEditedFile(municipality, file);
      await tx.event({
        kind: 'edited-file-received',
        thingKind: 'edited-file',
        thingId: file.id,
        before: null,
        after: {
          planId: file.planId,
          fileName: marked(file.fileName),
          sha256: file.sha256,
          bytes: file.bytes.length,
          proposals: proposals.length,
        },
      });
      return ok({ fileId: file.id });
    });
  };
}

/** The id of the same file, if it came before. */
async function findReceived(
  reader: Reader,
  municipality: string,
  { planId, sha256 }: Pick<NewEditedFile, 'planId' | 'sha256'>,
): Promise<string | null> {
  const files = await reader.listEditedFiles(municipality, planId);
  return files.find((file) => file.sha256 === sha256)?.id ?? null;
}

/** A bookmark holds an id without its hyphens. */
function isOf(stated: string, planId: string): boolean {
  const plain = (id: string) => id.replaceAll('-', '').toLowerCase();
  return plain(stated) === plain(planId);
}

async function findBase(
  store: Store,
  municipality: string,
  { facts }: WholePlan,
  { mark }: EditedDocument,
): Promise<WordExport | null> {
  return mark === null ? null : store.read.getWordExport(municipality, facts.id, mark.contentHash);
}

interface Now {
  readonly plan: WholePlan;
  readonly settings: Municipality;
  readonly sha256: Sha256;
  readonly at: Date;
  readonly accountId: string;
}

/** For a file whose origin is not known: the plan as it is now. */
function currentAsBase({ plan, settings, sha256, at, accountId }: Now): WordExport {
  const content = contentOf(plan);
  const words = editableWords('sv', plan.facts.words ?? settings.words);
  const contentHash = hashOfContent(sha256, content);
  return { planId: plan.facts.id, contentHash, content, words, madeAt: at, madeBy: accountId };
}
