import { ok, type Result, refuse } from '../shared/result.ts';

/** A value as somebody has written it. `replaces` is a code of the version before; null where nothing was written. */
export interface WrittenValue {
  readonly code: string;
  readonly name: string;
  readonly replaces: string | null;
}

/** `line` counts from 1, empty lines too. */
export type ValuesFault =
  | { readonly kind: 'no-values' | 'too-many-values' }
  | { readonly kind: 'name-missing' | 'too-long'; readonly line: number }
  | { readonly kind: 'code-twice'; readonly line: number; readonly code: string };

const MOST_VALUES = 200;
const LONGEST_CODE = 40;
const LONGEST_NAME = 300;

/** Reads values, one a line: "code; name", or "code; name; the code that it comes in place of". Empty lines are skipped. */
export function readValues(text: string): Result<WrittenValue[], ValuesFault> {
  const values: WrittenValue[] = [];
  const seen = new Set<string>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [code = '', name = '', replaces = ''] = line.split(';').map((part) => part.trim());
    if (code === '' || name === '') return refuse({ kind: 'name-missing', line: index + 1 });
    if (code.length > LONGEST_CODE || name.length > LONGEST_NAME) return refuse({ kind: 'too-long', line: index + 1 });
    if (seen.has(code)) return refuse({ kind: 'code-twice', line: index + 1, code });
    seen.add(code);
    values.push({ code, name, replaces: replaces === '' ? null : replaces });
  }
  if (values.length === 0) return refuse({ kind: 'no-values' });
  return values.length > MOST_VALUES ? refuse({ kind: 'too-many-values' }) : ok(values);
}

/** Values as they are written in the form. */
export function writeValues(values: readonly WrittenValue[]): string {
  return values
    .map(({ code, name, replaces }) => [code, name, ...(replaces === null ? [] : [replaces])].join('; '))
    .join('\n');
}
