/** One value of a version: "6 Rent vatten och sanitet för alla". */
export interface ClassificationValue {
  readonly id: string;
  /** Short and unique in its version; what people write in tables ("6", "universell"). */
  readonly code: string;
  readonly name: string;
  /** The value of an earlier version that this one has come in place of; null for one that is new. */
  readonly replaces: string | null;
}

/** The values of a system as they held for a time. A plan keeps the version that it was tagged with. */
export interface ClassificationVersion {
  readonly id: string;
  readonly label: string;
  /** ISO dates, both inclusive; null where it is not known or has no end. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Where the wordings come from; "" where nobody has said. */
  readonly source: string;
  readonly note: string;
  readonly rowVersion: number;
  readonly values: readonly ClassificationValue[];
}

/** What measures and objectives of all plans are sorted by: level of prevention, national goals, target groups. */
export interface ClassificationSystem {
  readonly id: string;
  readonly name: string;
  /** In the order of time, the oldest first. */
  readonly versions: readonly ClassificationVersion[];
}

/** The version that holds on a day (ISO date): the one that began last, of those that have values and have not ended. Null when none does. */
export function versionOn(versions: readonly ClassificationVersion[], day: string): ClassificationVersion | null {
  const holding = versions.filter(
    ({ validFrom, validTo, values }) =>
      values.length > 0 && (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day),
  );
  return holding.reduce<ClassificationVersion | null>(
    (latest, each) => ((each.validFrom ?? '') >= (latest?.validFrom ?? '') ? each : latest),
    null,
  );
}

/** Versions in the order of time: those without a first day first, then by first day and label. */
export function inOrderOfTime<V extends Pick<ClassificationVersion, 'validFrom' | 'label'>>(
  versions: readonly V[],
): V[] {
  return [...versions].sort(
    (a, b) => (a.validFrom ?? '').localeCompare(b.validFrom ?? '') || a.label.localeCompare(b.label, 'sv'),
  );
}

/**
 * The values that count as one when measures are looked for: the value, what it has come in place of, and what has come in its
 * place, however many versions apart. Ids, the value's own first.
 */
export function kinOf(system: ClassificationSystem, valueId: string): readonly string[] {
  const values = system.versions.flatMap((version) => version.values);
  const kin = new Set([valueId]);
  for (const id of kin)
    for (const value of values) {
      if (value.id === id && value.replaces !== null) kin.add(value.replaces);
      if (value.replaces === id) kin.add(value.id);
    }
  return [...kin];
}

/** What each value of one version becomes in another: the value that has come in its place, by way of versions between; null where there is none. */
export function mappingBetween(
  system: ClassificationSystem,
  from: ClassificationVersion,
  to: ClassificationVersion,
): ReadonlyMap<string, string | null> {
  return new Map(
    from.values.map(({ id }) => {
      const kin = new Set(kinOf(system, id));
      return [id, to.values.find((value) => kin.has(value.id))?.id ?? null];
    }),
  );
}
