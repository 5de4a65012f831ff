import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { marked } from '../../core/trail/event-facts.ts';
import type { WordRule } from '../organisation/ports.ts';
import type { Clock, Ids } from '../shared/world.ts';
import type { Store } from '../store.ts';

/** Why a word rule was not added. */
export type WordRuleRefusal =
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'words-required' }
  | { readonly kind: 'word-too-short'; readonly word: string }
  | { readonly kind: 'body-required' };

const SHORTEST_WORD = 3;

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Adds a rule: a measure with any of the words must name the body. Words are kept in lower case, each once; shorter than three letters are refused, since they would be found everywhere. */
export function addWordRule({ store, clock, ids }: Deps) {
  return async (
    actor: Actor,
    command: { words: readonly string[]; bodyLabel: string; requestId: string | null },
  ): Promise<Result<WordRule, WordRuleRefusal>> => {
    const { municipality } = actor;
    if (!may(actor, 'change-word-rules', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const words = [...new Set(command.words.map((word) => word.trim().toLocaleLowerCase('sv')))].filter(Boolean);
    const bodyLabel = command.bodyLabel.trim();
    const short = words.find((word) => word.length < SHORTEST_WORD);
    if (words.length === 0) return refuse({ kind: 'words-required' });
    if (short !== undefined) return refuse({ kind: 'word-too-short', word: short });
    if (bodyLabel === '') return refuse({ kind: 'body-required' });
    const rule: WordRule = { id: ids.next(), words, bodyLabel };
    const context = { municipality, actorId: actor.accountId, at: clock.now(), requestId: command.requestId };
    await store.change(context, async (tx) => {
      await tx.addWordRule(municipality, rule);
      await tx.event({
        kind: 'word-rule-added',
        thingKind: 'word-rule',
        thingId: rule.id,
        before: null,
        after: ruleFacts(rule),
      });
    });
    return ok(rule);
  };
}

/** Takes a rule away; one that is gone already is no fault. */
export function removeWordRule({ store, clock }: Pick<Deps, 'store' | 'clock'>) {
  return async (
    actor: Actor,
    command: { ruleId: string; requestId: string | null },
  ): Promise<Result<null, WordRuleRefusal>> => {
    const { municipality } = actor;
    if (!may(actor, 'change-word-rules', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const rule = (await store.read.listWordRules(municipality)).find(({ id }) => id === command.ruleId);
    if (rule === undefined) return ok(null);
    const context = { municipality, actorId: actor.accountId, at: clock.now(), requestId: command.requestId };
    await store.change(context, async (tx) => {
      await tx.removeWordRule(municipality, rule.id);
      await tx.event({
        kind: 'word-rule-removed',
        thingKind: 'word-rule',
        thingId: rule.id,
        before: ruleFacts(rule),
        after: null,
      });
    });
    return ok(null);
  };
}

function ruleFacts({ words, bodyLabel }: WordRule) {
  return { words: words.map(marked), bodyLabel: marked(bodyLabel) };
}
