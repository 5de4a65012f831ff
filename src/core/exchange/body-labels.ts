import type { BodyKind, BodyRecord } from '../organisation/body.ts';
import { type ResolvedLabel, resolveLabel } from '../organisation/labels.ts';
import type { Succession } from '../organisation/succession.ts';
import type { OpenPlan } from './open-plan.ts';

/** What a label in a plan's role columns stands for, as a person has decided. `group`: a class of bodies, for which nobody in particular reports. */
export type BodyChoice =
  | { readonly kind: 'known'; readonly bodyId: string }
  | { readonly kind: 'new'; readonly name: string; readonly abbreviation: string | null; readonly bodyKind: BodyKind }
  | { readonly kind: 'group' };

/** A label of the plan with how many roles it has. */
export interface RoleLabel {
  readonly label: string;
  readonly roleCount: number;
}

/** A label with what it probably stands for. */
export interface LabelSuggestion extends RoleLabel {
  readonly suggestion: BodyChoice;
  /** Set where the label is an old one, so that a person looks twice: how it led to the body, and by way of which. */
  readonly doubt: Pick<ResolvedLabel, 'how' | 'of'> | null;
}

/** What is known of the bodies when labels are resolved. `today` is an ISO date. */
export interface LabelContext {
  readonly bodies: readonly BodyRecord[];
  readonly successions: readonly Succession[];
  readonly today: string;
}

const COMPANY = /(^|\s)(AB|aktiebolag|kommanditbolag|KB)$|bolag(et)?$/iu;
const CLASS_OF_BODIES = /^(berörda|samtliga|alla|respektive|övriga|nämnder|styrelser|bolag|förvaltningar)\b/iu;
const ADMINISTRATION = /(förvaltning|förvaltningen|kontor|kontoret)$/iu;

/** Every label in the roles of a plan, in the order it first stands. */
export function listRoleLabels(plan: OpenPlan): RoleLabel[] {
  const counts = new Map<string, number>();
  for (const measure of plan.areas.flatMap((area) => area.measures)) {
    for (const label of [measure.coordinator, ...measure.coResponsible]) {
      if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1);
    }
  }
  return [...counts].map(([label, roleCount]) => ({ label, roleCount }));
}

/** Every label with a suggestion that a person confirms or changes: the body that answers for it today. */
export function suggestBodies(plan: OpenPlan, { bodies, successions, today }: LabelContext): LabelSuggestion[] {
  return listRoleLabels(plan).map((label) => {
    const found = resolveLabel(bodies, successions, label.label, today);
    if (found === null) return { ...label, suggestion: guess(label.label), doubt: null };
    const { body, how, of } = found;
    return { ...label, suggestion: { kind: 'known', bodyId: body.id }, doubt: how === 'current' ? null : { how, of } };
  });
}

function guess(label: string): BodyChoice {
  if (CLASS_OF_BODIES.test(label)) return { kind: 'group' };
  const abbreviation = /^[\p{Lu}\d]{2,6}$/u.test(label) ? label : null;
  const bodyKind = COMPANY.test(label) ? 'company' : ADMINISTRATION.test(label) ? 'administration' : 'board';
  return { kind: 'new', name: label, abbreviation, bodyKind };
}
