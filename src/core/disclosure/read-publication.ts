import type { Result } from '../shared/result.ts';
import type { NamedWitness, Publication, PublishedCell } from './publication.ts';
import { publishedStatuses } from './publication.ts';
import { bad, fieldsOf, flagOf, listOf, nameOf, reading, wordOf } from './read-fields.ts';
import { ABOUT, findCircle, readPolicy, readSums } from './read-tables.ts';
import { LARGEST_COUNT, MOST_CELLS, type TablesRefusal } from './tables.ts';

const TOP = new Set(['policy', 'cells', 'equations', 'report', 'proof', 'proofBase', ...ABOUT]);
const CELL = new Set(['id', 'value', 'status', 'mayBeZero']);
const ENTRY = new Set(['cell', 'direction', 'reaches', 'bound', 'witness']);

/**
 * A publication from parsed JSON (PUBLICATION.json). A shape that cannot be read is refused. Sums of published counts that
 * do not add up are not refused here: that is for the attack to find.
 */
export function readPublication(json: unknown): Result<Publication, TablesRefusal> {
  return reading(() => {
    const top = fieldsOf(json, 'publication', TOP);
    const rawCells = listOf(top.cells, 'cells');
    if (rawCells.length > MOST_CELLS) bad({ kind: 'too-many-cells', most: MOST_CELLS });
    const cells = rawCells.map((each, index) => readCell(each, `cells[${index}]`));
    const sums = readSums(top.equations);
    const known = new Set<string>();
    for (const { id } of cells) {
      if (known.has(id)) bad({ kind: 'duplicate-id', id });
      known.add(id);
    }
    for (const id of sums.flatMap(({ total, parts }) => [total, ...parts]))
      if (!known.has(id)) bad({ kind: 'unknown-id', id });
    const circle = findCircle(sums);
    if (circle !== null) bad({ kind: 'circle', cells: circle });
    return {
      policy: readPolicy(top.policy),
      cells,
      sums,
      primaries: readPrimaries(top.report),
      proof: listOf(top.proof, 'proof', true).map((each, index) => readEntry(each, `proof[${index}]`)),
      proofBase: top.proofBase === undefined ? null : readTable(top.proofBase, 'proofBase'),
    };
  });
}

function readCell(value: unknown, at: string): PublishedCell {
  const fields = fieldsOf(value, at, CELL);
  const id = nameOf(fields.id, `${at}.id`);
  const status = wordOf(
    fields.status,
    `${at}.status`,
    publishedStatuses,
    fields.value === null ? 'suppressed' : 'public',
  );
  const count = fields.value;
  const isCount = typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 && count <= LARGEST_COUNT;
  if (status === 'suppressed' ? count !== null && count !== undefined : !isCount) bad({ kind: 'bad-count', cell: id });
  if (status === 'structural' && count !== 0) bad({ kind: 'structural-not-zero', cell: id });
  return { id, value: isCount ? count : null, status, mayBeZero: flagOf(fields.mayBeZero, `${at}.mayBeZero`) };
}

function readPrimaries(report: unknown): number | null {
  if (report === undefined || report === null) return null;
  const primary = typeof report === 'object' && 'primary' in report ? report.primary : null;
  return typeof primary === 'number' ? primary : null;
}

function readEntry(value: unknown, at: string): NamedWitness {
  const fields = fieldsOf(value, at, ENTRY);
  const cell = nameOf(fields.cell, `${at}.cell`);
  const witness = readTable(fields.witness, `${at}.witness`);
  return {
    cell,
    direction: wordOf(fields.direction, `${at}.direction`, ['low', 'high'] as const, 'low'),
    reaches:
      fields.reaches === undefined
        ? Object.hasOwn(witness, cell)
          ? (witness[cell] ?? -1)
          : -1
        : numberOf(fields.reaches, `${at}.reaches`),
    bound: fields.bound === undefined ? null : numberOf(fields.bound, `${at}.bound`),
    witness,
  };
}

function numberOf(value: unknown, at: string): number {
  return typeof value === 'number' ? value : bad({ kind: 'wrong-shape', at });
}

function readTable(value: unknown, at: string): Readonly<Record<string, number>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) bad({ kind: 'wrong-shape', at });
  for (const count of Object.values(value)) if (typeof count !== 'number') bad({ kind: 'wrong-shape', at });
  return value as Readonly<Record<string, number>>;
}
