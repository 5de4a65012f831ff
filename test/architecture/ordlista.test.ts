import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { features } from './table.ts';

const root = resolve(import.meta.dirname, '../..');
const wordList = readFileSync(join(root, 'docs/ordlista.md'), 'utf8');
const core = join(root, 'src/core');

const literals = /'([^']+)'/g;
const constant = /export const (\w+)(?::[^=]*)? = (\[[^\]]*\]) as const/g;
const union = /export type (\w+) =\s*((?:\|?\s*'[^']*'\s*)+);/g;

/** Every value of every exported list or union of words in core, as the row that must stand in the word list. */
function valueRows(): string[] {
  const files = readdirSync(core, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ts$/.test(name) && !/\.(test|d)\.ts$/.test(name))
    .map((name) => readFileSync(join(core, name), 'utf8'));
  return files.flatMap((text) =>
    [...text.matchAll(constant), ...text.matchAll(union)].flatMap(([, type, body]) =>
      [...(body ?? '').matchAll(literals)].map((value) => `| \`${type}\` | \`${value[1]}\` |`),
    ),
  );
}

test('the word list has every feature of core', () => {
  const folders = readdirSync(core, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = [...Object.keys(features), ...folders.map((entry) => entry.name)];
  expect(names.filter((name) => !wordList.includes(`\n| \`${name}\` | `))).toEqual([]);
});

test('the word list has every status and kind that core exports', () => {
  const rows = valueRows();
  expect(rows.length).toBeGreaterThan(60);
  expect(rows.filter((row) => !wordList.includes(`\n${row} `))).toEqual([]);
});
