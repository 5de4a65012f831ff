import { type Body, type BodyRecord, comparable } from './body.ts';
import { namesOverTime, overlap, type Period, timeOf } from './body-time.ts';
import type { Succession } from './succession.ts';

/** A name or abbreviation that another body bears on some of the same days. */
export interface LabelTaken {
  readonly label: string;
  readonly bodyId: string;
}

/**
 * The first of some names and abbreviations that is borne by another body during the period; null when all are free. The
 * same name may be borne again when the one before has ended.
 */
export function findTakenLabel(
  records: readonly BodyRecord[],
  wanted: { readonly name: string; readonly abbreviation: string | null } & Period,
  ownId: string | null,
): LabelTaken | null {
  const others = records.filter(({ id }) => id !== ownId);
  for (const label of labelsOf(wanted)) {
    const holder = others.find((record) =>
      namesOverTime(record).some(
        (name) => overlap(name, wanted) && labelsOf(name).some((each) => comparable(each) === comparable(label)),
      ),
    );
    if (holder) return { label, bodyId: holder.id };
  }
  return null;
}

function labelsOf({ name, abbreviation }: { name: string; abbreviation: string | null }): readonly string[] {
  return abbreviation === null ? [name] : [name, abbreviation];
}

/** The register with every body once for each name that it has borne, so that old documents find their bodies. */
export function withFormerNames(records: readonly BodyRecord[]): readonly Body[] {
  return records.flatMap(({ id, kind, name, abbreviation, formerNames }) => [
    { id, kind, name, abbreviation },
    ...formerNames.map((former) => ({ id, kind, name: former.name, abbreviation: former.abbreviation })),
  ]);
}

/**
 * The body that a label in a document leads to. `old-name`: by a name that the body no longer bears. `succeeded`: the label
 * means a body that is gone, `of`, and `body` is the one that took over. `ended`: it means a body that is gone, and no
 * single body took over.
 */
export interface ResolvedLabel {
  readonly body: BodyRecord;
  readonly how: 'current' | 'old-name' | 'succeeded' | 'ended';
  readonly of: BodyRecord;
}

/** Follows a label to the body that answers for it on `today` (ISO date); null when no body or more than one fits. */
export function resolveLabel(
  records: readonly BodyRecord[],
  successions: readonly Succession[],
  label: string,
  today: string,
): ResolvedLabel | null {
  const bearers = records.filter((record) => namesOverTime(record).some((name) => isCalled(name, label)));
  const living = bearers.filter((record) => timeOf(record, today) !== 'past');
  const now = living.filter((record) => isCalled(record, label));
  const body = only(now) ?? only(now.length > 0 ? [] : living);
  if (body) return { body, how: isCalled(body, label) ? 'current' : 'old-name', of: body };
  if (living.length > 0) return null;
  const gone = only(bearers);
  if (gone === null) return null;
  const heir = heirOf(records, successions, gone, today);
  return heir === null ? { body: gone, how: 'ended', of: gone } : { body: heir, how: 'succeeded', of: gone };
}

function isCalled(name: { name: string; abbreviation: string | null }, label: string): boolean {
  return labelsOf(name).some((each) => comparable(each) === comparable(label));
}

function only<T>(found: readonly T[]): T | null {
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The one body that took over, through any number of successions; null where a split left more than one, or nobody. */
function heirOf(
  records: readonly BodyRecord[],
  successions: readonly Succession[],
  gone: BodyRecord,
  today: string,
): BodyRecord | null {
  let at: BodyRecord | null = gone;
  const seen = new Set<string>();
  while (at !== null && timeOf(at, today) === 'past' && !seen.has(at.id)) {
    seen.add(at.id);
    const { id } = at;
    const heirs: readonly string[] = successions
      .filter(({ state, predecessors }) => state === 'applied' && predecessors.includes(id))
      .flatMap(({ kind, successors }) => (kind === 'rename' ? [] : successors));
    const heir = only([...new Set(heirs)]);
    at = records.find((record) => record.id === heir) ?? null;
  }
  return at !== null && timeOf(at, today) !== 'past' ? at : null;
}
