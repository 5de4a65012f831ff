import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { lintRules } from '../../src/core/lint/rules/index.ts';
import { swedishLintTexts } from '../../src/core/lint/texts.sv.ts';

const page = readFileSync(join(resolve(import.meta.dirname, '../..'), 'docs/handbok/kontrollera-planen.md'), 'utf8');

test('the handbook lists every rule and no other, by its title, in the order in which findings are shown', () => {
  const rows = [...page.matchAll(/^\| `([a-z-]+)` \| ([^|]+) \| [^|]+ \|$/gm)].map(([, id, title]) => ({ id, title }));
  expect(rows).toEqual(lintRules.map(({ id }) => ({ id, title: swedishLintTexts[id].title })));
});
