import { type Grade, grades } from '../../core/lint/grade.ts';
import type { RuleId } from '../../core/lint/rule.ts';
import { lintRules } from '../../core/lint/rules/index.ts';
import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import type { Clock } from '../shared/world.ts';
import type { Store } from '../store.ts';
import type { RuleGrade } from './ports.ts';

/** A rule with the grade that it has, and the program's own. */
export interface GradedRule {
  readonly rule: RuleId;
  readonly own: Grade;
  readonly grade: Grade;
}

/** `changed-meanwhile`: somebody else has changed some of the same rules; `rules` are those, as they stand now. */
export type GradeRefusal =
  | { readonly kind: 'not-allowed' | 'form-broken' }
  | { readonly kind: 'changed-meanwhile'; readonly rules: readonly GradedRule[] };

/** One rule of a sent form: the grade that was shown, and the one that was chosen. */
export interface ChosenGrade {
  readonly rule: string;
  readonly shown: string;
  readonly chosen: string;
}

/** Every rule in the order of the findings, with its grade in a municipality. */
export function gradedRules(set: readonly RuleGrade[]): GradedRule[] {
  const byRule = new Map(set.map(({ rule, grade }) => [rule, grade]));
  return lintRules.map(({ id, severity }) => ({ rule: id, own: severity, grade: byRule.get(id) ?? severity }));
}

/** The rules with their grades, for whoever may change them. */
export function listGradedRules({ store }: { readonly store: Store }) {
  return async (actor: Actor): Promise<Result<GradedRule[], { readonly kind: 'not-allowed' }>> => {
    const { municipality } = actor;
    if (!may(actor, 'change-lint-rules', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    return ok(gradedRules(await store.read.listRuleGrades(municipality)));
  };
}

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

/** Gives rules other grades. Only what was changed in the form is saved, and only where it stands as it was shown. */
export function changeRuleGrades({ store, clock }: Deps) {
  return async (
    actor: Actor,
    command: { readonly rules: readonly ChosenGrade[]; readonly requestId: string | null },
  ): Promise<Result<null, GradeRefusal>> => {
    const { municipality } = actor;
    if (!may(actor, 'change-lint-rules', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const chosen = command.rules.flatMap((each) => validChoice(each) ?? []);
    if (chosen.length !== command.rules.length) return refuse({ kind: 'form-broken' });
    const changed = chosen.filter(({ shown, grade }) => shown !== grade);
    if (changed.length === 0) return ok(null);
    const context = { municipality, actorId: actor.accountId, at: clock.now(), requestId: command.requestId };
    return store.change(context, async (tx) => {
      const now = new Map(gradedRules(await tx.holdRuleGrades(municipality)).map((each) => [each.rule, each]));
      const moved = changed.flatMap(({ rule, shown, grade }) => {
        const current = now.get(rule);
        return current && current.grade !== shown && current.grade !== grade ? [current] : [];
      });
      if (moved.length > 0) return refuse({ kind: 'changed-meanwhile', rules: moved });
      await tx.setRuleGrades(
        municipality,
        changed.map(({ rule, grade }) => ({ rule, grade: grade === now.get(rule)?.own ? null : grade })),
      );
      await tx.event({
        kind: 'lint-rules-changed',
        thingKind: 'municipality',
        thingId: municipality,
        before: Object.fromEntries(changed.map(({ rule, shown }) => [rule, shown])),
        after: Object.fromEntries(changed.map(({ rule, grade }) => [rule, grade])),
      });
      return ok(null);
    });
  };
}

function validChoice({ rule, shown, chosen }: ChosenGrade) {
  const known = lintRules.find(({ id }) => id === rule);
  const [before, after] = [shown, chosen].map((written) => grades.find((grade) => grade === written));
  return known && before && after ? { rule: known.id, shown: before, grade: after } : null;
}

/** Gives every rule the program's own grade back. */
export function resetRuleGrades({ store, clock }: Deps) {
  return async (
    actor: Actor,
    command: { readonly requestId: string | null },
  ): Promise<Result<null, { readonly kind: 'not-allowed' }>> => {
    const { municipality } = actor;
    if (!may(actor, 'change-lint-rules', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const context = { municipality, actorId: actor.accountId, at: clock.now(), requestId: command.requestId };
    await store.change(context, async (tx) => {
      const set = await tx.holdRuleGrades(municipality);
      if (set.length === 0) return;
      await tx.setRuleGrades(
        municipality,
        set.map(({ rule }) => ({ rule, grade: null })),
      );
      await tx.event({
        kind: 'lint-rules-reset',
        thingKind: 'municipality',
        thingId: municipality,
        before: Object.fromEntries(set.map(({ rule, grade }) => [rule, grade])),
        after: null,
      });
    });
    return ok(null);
  };
}
