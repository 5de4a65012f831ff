import type { RegisterColumn } from './register-words.ts';

/** What is wrong with a cell, or with the file as a whole. */
export type RegisterFaultKind =
  | { readonly kind: 'no-rows' }
  | { readonly kind: 'too-many-rows'; readonly most: number }
  | { readonly kind: 'column-unknown' }
  | { readonly kind: 'column-twice' }
  | { readonly kind: 'column-missing'; readonly missing: RegisterColumn }
  | { readonly kind: 'value-missing' }
  | { readonly kind: 'too-long'; readonly most: number }
  | { readonly kind: 'kind-unknown'; readonly written: string }
  | { readonly kind: 'date-not-a-date'; readonly written: string }
  | { readonly kind: 'end-before-start' }
  | { readonly kind: 'start-after-former-name'; readonly until: string }
  | { readonly kind: 'row-twice'; readonly firstRow: number }
  | { readonly kind: 'label-taken'; readonly label: string; readonly holder: string }
  | { readonly kind: 'not-an-administration' }
  | { readonly kind: 'body-unknown'; readonly label: string }
  | { readonly kind: 'body-ambiguous'; readonly label: string }
  | { readonly kind: 'works-for-administration'; readonly label: string };

/** A fault with its place. `row` counts as a spreadsheet does, the header being 1; `column` is the column's own heading in the file, null where it concerns no single column. */
export interface RegisterFault {
  readonly row: number;
  readonly column: string | null;
  readonly fault: RegisterFaultKind;
}
