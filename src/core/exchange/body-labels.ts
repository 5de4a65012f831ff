import { type Body, type BodyKind, findBody } from '../organisation/body.ts';
import type { OpenPlan } from './open-plan.ts';

/** What a label in a plan's role columns stands for, as a person has decided. `group`: a class of bodies, for which nobody in particular reports. */
export type BodyChoice =
  | { readonly kind: 'known'; readonly bodyId: string }
  | { readonly kind: 'new'; readonly name: string; readonly abbreviation: string | null; readonly bodyKind: BodyKind }
  | { readonly kind: 'group' };

/** A label of the plan with how many roles it has and what it probably stands for. */
export interface LabelSuggestion {
  readonly label: string;
  readonly roleCount: number;
  readonly suggestion: BodyChoice;
}

const COMPANY = /(^|\s)(AB|aktiebolag|kommanditbolag|KB)$|bolag(et)?$/iu;
const CLASS_OF_BODIES = /^(berörda|samtliga|alla|respektive|övriga|nämnder|styrelser|bolag|förvaltningar)\b/iu;
const ADMINISTRATION = /(förvaltning|förvaltningen|kontor|kontoret)$/iu;

/** Every label in the roles of a plan, in the order it first stands, with a suggestion that a person confirms or changes. */
export function suggestBodies(plan: OpenPlan, bodies: readonly Body[]): LabelSuggestion[] {
  const counts = new Map<string, number>();
  for (const measure of plan.areas.flatMap((area) => area.measures)) {
    for (const label of [measure.coordinator, ...measure.coResponsible]) {
      if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1);
    }
  }
  return [...counts].map(([label, roleCount]) => ({ label, roleCount, suggestion: suggest(label, bodies) }));
}

function suggest(label: string, bodies: readonly Body[]): BodyChoice {
  const known = findBody(bodies, label);
  if (known) return { kind: 'known', bodyId: known.id };
  if (CLASS_OF_BODIES.test(label)) return { kind: 'group' };
  const abbreviation = /^[\p{Lu}\d]{2,6}$/u.test(label) ? label : null;
  const bodyKind = COMPANY.test(label) ? 'company' : ADMINISTRATION.test(label) ? 'administration' : 'board';
  return { kind: 'new', name: label, abbreviation, bodyKind };
}
