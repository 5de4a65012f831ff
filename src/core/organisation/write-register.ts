import { csvText } from '../shared/csv.ts';
import type { BodyRecord } from './body.ts';
import type { KnownWorksFor } from './plan-register.ts';
import { columnWords, kindWords, registerColumns } from './register-words.ts';

/** The register in the form that an import reads: with no bodies, a file to fill in. */
export function registerCsv(records: readonly BodyRecord[], worksFor: readonly KnownWorksFor[]): string {
  const names = new Map(records.map(({ id, name }) => [id, name]));
  const rows = records.map(({ id, kind, abbreviation, name, validFrom, validTo }) => [
    kindWords[kind][0] ?? kind,
    abbreviation ?? '',
    name,
    validFrom ?? '',
    validTo ?? '',
    worksFor
      .filter(({ administrationId }) => administrationId === id)
      .map(({ bodyId }) => names.get(bodyId) ?? '')
      .join(' | '),
  ]);
  return csvText([registerColumns.map((column) => columnWords[column][0] ?? column), ...rows]);
}
