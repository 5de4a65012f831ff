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

/** Somebody has changed the rule, or taken it away (null), since it was opened. */
export type WordRuleChanged = { readonly kind: 'changed-meanwhile'; readonly current: WordRule | null };

const SHORTEST_WORD = 3;

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
}

interface WrittenRule {
  readonly words: readonly string[];
  readonly bodyLabel: string;
}

/** Words are kept in lower case, each once; shorter than three letters are refused, since they would be found everywhere. */
function checkRule(written: WrittenRule): Result<WrittenRule, WordRuleRefusal> {
  const words = [...new Set(written.words.map((word) => word.trim().toLocaleLowerCase('sv')))].filter(Boolean);
  const bodyLabel = written.bodyLabel.trim();
  const short = words.find((word) => word.length < SHORTEST_WORD);
  if (words.length === 0) return refuse({ kind: 'words-required' });
  if (short !== undefined) return refuse({ kind: 'word-too-short', word: short });
  return bodyLabel === '' ? refuse({ kind: 'body-required' }) : ok({ words, bodyLabel });
}

/** Adds a rule: a measure with any of the words must name the body. */
export function addWordRule({ store, clock, ids }: Deps) {
  return async (
    actor: Actor,
    command: WrittenRule & { readonly requestId: string | null },
  ): Promise<Result<WordRule, WordRuleRefusal>> => {
    const { municipality } = actor;
    if (!may(actor, 'change-word-rules', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const checked = checkRule(command);
    if (!checked.ok) return checked;
    const rule: WordRule = { id: ids.next(), ...checked.value, rowVersion: 1 };
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

/** Changes the words and the body of a rule against the version that was read. */
export function changeWordRule({ store, clock }: Omit<Deps, 'ids'>) {
  return async (
    actor: Actor,
    command: WrittenRule & {
      readonly ruleId: string;
      readonly rowVersion: number;
      readonly requestId: string | null;
    },
  ): Promise<Result<null, WordRuleRefusal | WordRuleChanged>> => {
    const { municipality } = actor;
    if (!may(actor, 'change-word-rules', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const before = (await store.read.listWordRules(municipality)).find(({ id }) => id === command.ruleId);
    if (before === undefined) return refuse({ kind: 'changed-meanwhile', current: null });
    const checked = checkRule(command);
    if (!checked.ok) return checked;
    const rule: WordRule = { id: before.id, ...checked.value, rowVersion: command.rowVersion };
    const context = { municipality, actorId: actor.accountId, at: clock.now(), requestId: command.requestId };
    const written = await store.change(context, async (tx) => {
      const answer = await tx.changeWordRule(municipality, rule);
      if (answer.done)
        await tx.event({
          kind: 'word-rule-changed',
          thingKind: 'word-rule',
          thingId: rule.id,
          before: ruleFacts(before),
          after: ruleFacts(rule),
        });
      return answer;
    });
    return written.done ? ok(null) : refuse({ kind: 'changed-meanwhile', current: written.current });
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
