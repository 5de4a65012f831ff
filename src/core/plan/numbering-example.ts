import { type NumberedKind, type NumberingPattern, templateFault } from './numbering.ts';

/**
 * A template as people write it: the number that the third block of its kind in the second area has, and the second area.
 * It is the fourteenth of its kind in the plan. `MARK` stands where the block writes a part of its own.
 */
const AREA = ['2', 'B'] as const;
const THIRD = ['3', 'C'] as const;
const OF_ALL = '14';
const MARK = '×';

/** "{area}.{n}" → "2.3"; "" for a kind without numbers. */
export function exampleOf(pattern: NumberingPattern, kind: NumberedKind): string {
  const template = pattern[kind];
  if (template === null) return '';
  const [figure, letter] = kind === 'area' ? AREA : THIRD;
  return template
    .replaceAll('{n}', figure)
    .replaceAll('{A}', letter)
    .replaceAll('{all}', kind === 'area' ? AREA[0] : OF_ALL)
    .replaceAll('{area}', pattern.area?.includes('{A}') ? AREA[1] : AREA[0])
    .replaceAll('{mark}', MARK);
}

/** "2.3" → "{area}.{n}"; null for "", a kind without numbers; undefined when nothing in it counts, or it is too long. */
export function templateOf(example: string, kind: NumberedKind): string | null | undefined {
  const written = example.trim().replaceAll(/[{}]/g, '');
  if (written === '') return null;
  const template = withMarks(kind === 'area' ? areaTemplate(written) : blockTemplate(written));
  return templateFault(kind, template) === null ? template : undefined;
}

function withMarks(template: string): string {
  return template.replaceAll(MARK, '{mark}');
}

function areaTemplate(written: string): string {
  return written.replace(/2$/, '{n}').replace(/B$/, '{A}');
}

function blockTemplate(written: string): string {
  const hit = /^(.*?)([2B]?)([.:\-\s]?)([3C])$/u.exec(written);
  if (hit === null) return written.replace(/14$/, '{all}');
  const [, before = '', area = '', join = '', count = ''] = hit;
  return `${before}${area === '' ? '' : '{area}'}${join}${count === '3' ? '{n}' : '{A}'}`;
}
