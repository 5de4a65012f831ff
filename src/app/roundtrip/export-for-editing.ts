import { plainContext } from '../../core/exchange/document-context.ts';
import type { DocumentLanguage } from '../../core/exchange/missing-text.ts';
import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { editablePlan } from '../../core/roundtrip/editable-plan.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { contentOf } from '../drafting/freeze-version.ts';
import type { Clock, Sha256 } from '../shared/world.ts';
import type { Store } from '../store.ts';
import { editableWords, hashOfContent } from './plan-content.ts';
import type { WordExport, WordFiles } from './ports.ts';

/** `adopted`: the text of an adopted plan never changes, so there is nothing to edit. */
export type ExportForEditingRefusal = { readonly kind: 'not-allowed' | 'no-such-plan' | 'adopted' };

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly sha256: Sha256;
  readonly word: WordFiles;
}

interface ExportCommand {
  readonly slug: string;
  readonly language: DocumentLanguage;
  readonly requestId: string | null;
}

/** Makes a Word file of a draft for editing, and keeps what it was made from. */
export function exportForEditing({ store, clock, sha256, word }: Deps) {
  return async (actor: Actor, command: ExportCommand): Promise<Result<Uint8Array, ExportForEditingRefusal>> => {
    const { municipality, accountId } = actor;
    if (!may(actor, 'change-plan', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const [plan, settings] = await Promise.all([
      store.read.getPlanBySlug(municipality, command.slug),
      store.read.getMunicipality(municipality),
    ]);
    if (plan === null || settings === null) return refuse({ kind: 'no-such-plan' });
    if (plan.facts.state !== 'draft') return refuse({ kind: 'adopted' });
    const content = contentOf(plan);
    const words = editableWords(command.language, plan.facts.words ?? settings.words);
    const contentHash = hashOfContent(sha256, content);
    const planId = plan.facts.id;
    const at = clock.now();
    const made: WordExport = { planId, contentHash, content, words, madeAt: at, madeBy: accountId };
    await store.change({ municipality, actorId: accountId, at, requestId: command.requestId }, async (tx) => {
      await tx.keepWordExport(municipality, made);
      await tx.event({
        kind: 'word-file-made',
        thingKind: 'plan',
        thingId: planId,
        before: null,
        after: { contentHash },
      });
    });
    const { themeColour } = plainContext(command.language);
    const language = command.language === 'sv' ? 'sv-SE' : 'en-GB';
    const mark = { planId, contentHash };
    return ok(
      word.write({ title: content.facts.title, language, themeColour, mark, items: editablePlan(content, words) }),
    );
  };
}
