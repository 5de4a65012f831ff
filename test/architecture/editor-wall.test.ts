import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const src = resolve(import.meta.dirname, '../../src');

test('one file knows ProseMirror, so that another editor is a change of that file', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
  const knowing = files.filter((name) => /from 'prosemirror-/.test(readFileSync(join(src, name), 'utf8')));
  expect(knowing).toEqual(['web/islands/editor/text-editor.ts']);
});
