import type { DisclosureTexts } from './texts.sv.ts';

const wayOuts = {
  'unforce-cell': 'let one of them be hidden',
  'merge-categories': 'merge groups',
  'drop-total': 'drop a total',
  round: 'round the table',
};

const list = (names: readonly string[]) => names.map((name) => `“${name}”`).join(', ');

const faults = {
  'not-a-count': 'the proof holds a value that cannot be a count',
  'differs-from-published': 'the proof does not agree with what is published',
  'sum-broken': 'a sum of the proof does not add up',
  'reaches-other': 'the proof reaches another count than it says',
  'not-hidden': 'a sensitive cell is published',
  'alone-in-sum': 'a sensitive cell is the only hidden one of a sum',
  'witness-missing': 'there is no proof for the cell',
  'too-narrow': 'the proof is not enough for the level',
};

/** What disclosure control says, in English. */
export const en: DisclosureTexts = {
  refusals: {
    'wrong-shape': ({ at }) => `The file does not follow the format at ${at}. See the handbook on disclosure control.`,
    'unknown-field': ({ at }) => `The field ${at} is not in the format. Check how it is spelt.`,
    'too-many-cells': ({ most }) =>
      `The file is too large: at most ${most} cells can be protected at a time. Split it, for example by year.`,
    'bad-count': ({ cell }) => `The count of the cell “${cell}” is not a whole number of 0 or more.`,
    'bad-bounds': ({ cell }) =>
      `The bounds lo and up of the cell “${cell}” are not whole numbers on either side of it.`,
    'structural-not-zero': ({ cell }) => `The cell “${cell}” is marked as a structural zero but is not zero.`,
    'duplicate-id': ({ id }) => `The cell “${id}” is there twice. Each cell needs a name of its own.`,
    'unknown-id': ({ id }) => `A sum or difference names the cell “${id}”, which is not in the file.`,
    'repeated-part': ({ total, part }) => `The sum “${total}” counts the cell “${part}” twice.`,
    'sum-differs': ({ total, says, parts }) =>
      `The sum “${total}” is ${says} but its parts make ${parts}. Mend the figures in the file.`,
    circle: ({ cells }) => `The sums go in a circle: ${list(cells.slice(0, 6))}. A cell cannot be a part of itself.`,
    conflict: ({ primary, cells, wayOuts: ways }) =>
      `The table cannot be protected: the cell “${primary}” is given away by what must be published (${list(cells)}). Ways out: ${ways.map((way) => wayOuts[way]).join(', ')}.`,
    'cannot-round': () => 'The table cannot be rounded so that all sums hold. Hide cells instead.',
    'given-away': ({ cell }) =>
      `Rounding is not enough: the cell “${cell}” can be worked out of what is public already. Hide cells instead.`,
    cancelled: () => 'The work was cancelled. Nothing is protected, and nothing may be published.',
    'time-out': () =>
      'Time ran out before there was a proof. Nothing may be published; split the table or give more time.',
    'solver-failed': () => 'The solver failed. There is no proof, and nothing may be published.',
    'proof-refused': ({ cell }) =>
      `The proof did not hold at the cell “${cell}”. Nothing may be published; the fault is ours.`,
  },
  findings: {
    'proof-fault': ({ fault, cell }) => `The proof does not hold at “${cell}”: ${faults[fault]}.`,
    'proof-incomplete': () => 'The proof is not about the cells that the report counts.',
    'proof-missing': () => 'Cells are suppressed, but there is no proof that they are safe.',
    inconsistent: () => 'No table agrees with what is published.',
    'level-failed': ({ cell }) => `More can be worked out of “${cell}” than the level allows.`,
  },
  suppressed: 'too small to be shown, or hidden to protect a small count',
  protectedTables: (primary, secondary) =>
    `Protected: ${primary} sensitive cells, and ${secondary} hidden so that they cannot be worked out. The proof is checked.`,
  allAlike: (total, part) => `Look at this: all of “${total}” are “${part}”. That shows, although no count is small.`,
  optimal: 'It cannot be done with fewer; that is proved.',
  bound: (least) => `At least ${least} must be hidden; there was no time to show whether fewer than here will do.`,
  safe: (count) => `The attack failed: ${count} hidden cells, all within the level, and the proof holds.`,
  rounded: (base, moved) =>
    `Rounded to multiples of ${base}, with all sums kept. The counts are moved by ${moved} in all.`,
  belowB: (count) =>
    count === 0
      ? 'No small count can be ruled out.'
      : `Of ${count} sensitive cells some small count can be ruled out, but none can be worked out exactly.`,
  explained: ({ secondary, primary, direction, bound, terms }) =>
    `“${secondary}” protects “${primary}”, which would else be at ${direction === 'at-most' ? 'most' : 'least'} ${bound} = ${terms.map(({ cell, factor, value, isFloor }) => `${factor < 0 ? '−' : '+'} ${Math.abs(factor) === 1 ? '' : `${Math.abs(factor)} × `}${value} (${isFloor ? `at least, ${cell}` : cell})`).join(' ')}`,
  interval: (id, low, high) =>
    high === null ? `${id}: at least ${low}` : low === high ? `${id}: ${low}` : `${id}: ${low}–${high}`,
};
