import { type SynonymGroup, type SynonymKind, synonymKinds } from '../../core/overlap/synonym-group.ts';
import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { marked } from '../../core/trail/event-facts.ts';
import type { Clock, Ids } from '../shared/world.ts';
import type { Store } from '../store.ts';

/** `word`: what cannot be one word in a group: it has a space or a sign in it, is shorter than two letters or longer than sixty. */
export type SynonymRefusal =
  | { readonly kind: 'not-allowed' | 'words-required' | 'two-words-required' | 'kind-required' | 'too-many-words' }
  | { readonly kind: 'not-one-word'; readonly word: string };

const MOST_WORDS = 50;
const ONE_WORD = /^\p{L}[\p{L}\p{M}-]{1,59}$/u;

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
}

interface AddCommand {
  readonly kind: string;
  readonly words: readonly string[];
  readonly requestId: string | null;
}

/** Says that some words mean the same in the municipality's plans, or that they do not, whatever the program's own list says. */
export function addSynonyms({ store, clock, ids }: Deps) {
  return async (actor: Actor, command: AddCommand): Promise<Result<SynonymGroup, SynonymRefusal>> => {
    const { municipality, accountId } = actor;
    if (!may(actor, 'change-word-rules', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const kind = synonymKinds.find((each) => each === command.kind);
    if (kind === undefined) return refuse({ kind: 'kind-required' });
    const words = wordsOf(kind, command.words);
    if (!words.ok) return words;
    const group: SynonymGroup = { id: ids.next(), kind, words: words.value };
    const context = { municipality, actorId: accountId, at: clock.now(), requestId: command.requestId };
    await store.change(context, async (tx) => {
      await tx.addSynonymGroup(municipality, group);
      await tx.event({
        kind: 'synonyms-added',
        thingKind: 'synonym-group',
        thingId: group.id,
        before: null,
        after: factsOf(group),
      });
    });
    return ok(group);
  };
}

function wordsOf(kind: SynonymKind, written: readonly string[]): Result<string[], SynonymRefusal> {
  const words = [...new Set(written.map((word) => word.normalize('NFC').trim().toLocaleLowerCase('sv')))].filter(
    Boolean,
  );
  const broken = words.find((word) => !ONE_WORD.test(word));
  if (broken !== undefined) return refuse({ kind: 'not-one-word', word: broken.slice(0, 60) });
  if (words.length === 0) return refuse({ kind: 'words-required' });
  if (kind === 'together' && words.length < 2) return refuse({ kind: 'two-words-required' });
  return words.length > MOST_WORDS ? refuse({ kind: 'too-many-words' }) : ok(words);
}

/** Takes back what was said of some words; what is gone already is no fault. */
export function removeSynonyms({ store, clock }: Pick<Deps, 'store' | 'clock'>) {
  return async (
    actor: Actor,
    command: { groupId: string; requestId: string | null },
  ): Promise<Result<null, { readonly kind: 'not-allowed' }>> => {
    const { municipality, accountId } = actor;
    if (!may(actor, 'change-word-rules', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const group = (await store.read.listSynonymGroups(municipality)).find(({ id }) => id === command.groupId);
    if (group === undefined) return ok(null);
    const context = { municipality, actorId: accountId, at: clock.now(), requestId: command.requestId };
    await store.change(context, async (tx) => {
      await tx.removeSynonymGroup(municipality, group.id);
      await tx.event({
        kind: 'synonyms-removed',
        thingKind: 'synonym-group',
        thingId: group.id,
        before: factsOf(group),
        after: null,
      });
    });
    return ok(null);
  };
}

function factsOf({ kind, words }: SynonymGroup) {
  return { kind, words: words.map(marked) };
}
