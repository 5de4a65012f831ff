import type { SuccessionDraft, Target } from '../../app/organisation/record-succession.ts';

/** Rows for successors on the page of a split. */
export const SPLIT_ROWS = 4;

export type Written = Readonly<Record<string, string>>;

const ROLE = /^role-([0-9a-f-]{36})-([0-9a-f-]{36})-([a-z-]+)$/i;

/** What the fields of the steps say, as a draft. Fields of steps that have not been reached are empty. */
export function readDraft(bodyId: string, form: Written): SuccessionDraft {
  const kind = form.slag ?? '';
  return {
    bodyId,
    kind,
    takesEffect: form.takesEffect ?? '',
    requestKey: form.requestKey ?? '',
    others: idsAfter(form, 'other-'),
    targets: kind === 'merge' ? targetsOf(form, 1) : kind === 'split' ? splitTargets(bodyId, form) : [],
    newName: { name: form['new-name'] ?? '', abbreviation: form['new-abbreviation'] ?? '' },
    choices: Object.fromEntries(idsAfter(form, 'to-').map((id) => [id, form[`to-${id}`] ?? ''])),
    roles: Object.entries(form).flatMap(([field, toRef]) => {
      const [, accountId, fromBodyId, role] = ROLE.exec(field) ?? [];
      return accountId && fromBodyId && role && toRef !== '' ? [{ accountId, fromBodyId, role, toRef }] : [];
    }),
  };
}

/** The name of the field that says whether a role follows. */
export function roleField(role: { accountId: string; bodyId: string; role: string }): string {
  return `role-${role.accountId}-${role.bodyId}-${role.role}`;
}

function idsAfter(form: Written, start: string): string[] {
  return Object.keys(form).flatMap((field) => (field.startsWith(start) ? [field.slice(start.length)] : []));
}

function splitTargets(bodyId: string, form: Written): Target[] {
  const rows = targetsOf(form, SPLIT_ROWS);
  return form.keeps === undefined ? rows : [{ ref: bodyId, bodyId }, ...rows];
}

function targetsOf(form: Written, rows: number): Target[] {
  return Array.from({ length: rows }, (_, at): Target[] => {
    const chosen = form[`successor${at}`] ?? '';
    if (chosen === '') return [];
    if (chosen !== 'new') return [{ ref: chosen, bodyId: chosen }];
    const ref = `new${at}`;
    const field = (name: string) => form[`${ref}-${name}`] ?? '';
    return [{ ref, name: field('name'), abbreviation: field('abbreviation'), bodyKind: field('kind') }];
  }).flat();
}

/** The version in which each body was read. */
export function readVersions(form: Written): Record<string, number> {
  return Object.fromEntries(idsAfter(form, 'version-').map((id) => [id, Number(form[`version-${id}`])]));
}

/** The fields that a step carries on: all but those that the step itself shows or that name the step. */
export function carriedFields(form: Written, own: (field: string) => boolean): Written {
  const left = Object.entries(form).filter(([field]) => field !== 'steg' && field !== 'do' && !own(field));
  return Object.fromEntries(left);
}

/** Whether a field belongs to the step on which commitments and roles are allotted. */
export function isAllotField(field: string): boolean {
  return field.startsWith('to-') || field.startsWith('role-');
}
