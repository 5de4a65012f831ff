// Reads every source file and checks who may import whom, by the tables in table.ts.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { assert, test } from 'vitest';
import { features, layers, walls } from './table.ts';

const root = resolve(import.meta.dirname, '../../src');

/** Words that let the outside world into a pure rule. */
const impure = /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\bas SafeCount\b/;
const impureAllowed = /^core\/disclosure\//;

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((f) => /\.tsx?$/.test(f) && !f.endsWith('.d.ts'))
  .map((f) => f.split(sep).join('/'));

const importOf =
  /(?:^|;)\s*(?:import|export)\b[^'";]*?from\s*['"]([^'"]+)['"]|(?:^|;)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

function violations(): string[] {
  const found: string[] = [];
  const edges = new Map<string, string[]>();
  for (const file of sources) {
    const text = readFileSync(join(root, file), 'utf8');
    const [layer = '', feature = ''] = file.split('/');
    if (!(layer in layers)) found.push(`${file}: unknown layer «${layer}»`);
    if (layer === 'core' && !(feature in features)) found.push(`${file}: feature «${feature}» is not in the table`);
    for (const m of text.matchAll(importOf)) {
      const spec = m[1] ?? m[2] ?? m[3] ?? '';
      if (!spec.startsWith('.')) {
        if (layer === 'core' && !/\.test\.tsx?$/.test(file)) found.push(`${file}: core may not import «${spec}»`);
        continue;
      }
      const target = relative(root, resolve(root, dirname(file), spec))
        .split(sep)
        .join('/');
      // Tests lie beside their subject and share the helpers in /test.
      if (target.startsWith('../test/') && /\.test\.tsx?$/.test(file)) continue;
      const [toLayer = '', toFeature = ''] = target.split('/');
      if (!layers[layer]?.includes(toLayer)) found.push(`${file}: ${layer} may not import ${toLayer} (${target})`);
      if (layer === 'core' && toLayer === 'core' && toFeature !== feature && !features[feature]?.includes(toFeature))
        found.push(`${file}: core/${feature} may not know core/${toFeature}`);
      edges.set(file, [...(edges.get(file) ?? []), target]);
    }
    const hit = layer === 'core' && !impureAllowed.test(file) && !/\.test\.tsx?$/.test(file) ? impure.exec(text) : null;
    if (hit) found.push(`${file}: «${hit[0]}» — pass the value in instead`);
    if (layer !== 'core' && /\bas SafeCount\b/.test(text))
      found.push(`${file}: only core/disclosure may make a SafeCount`);
  }
  // Walls hold along the whole path, not only for the nearest import.
  for (const wall of walls)
    for (const start of sources.filter((f) => wall.from.test(f))) {
      const seen = new Set([start]);
      for (const file of seen) for (const next of edges.get(file) ?? []) seen.add(next);
      for (const reached of seen) if (wall.to.test(reached)) found.push(`${start} ⇒ ${reached}: ${wall.why}`);
    }
  return found;
}

test('imports follow the architecture table', () => {
  assert.deepEqual(violations(), []);
});

test('the table of features has no circle', () => {
  const above = new Set<string>();
  for (const [feature, known] of Object.entries(features)) {
    for (const name of known) assert.ok(above.has(name), `core/${feature} names ${name}, which is not above it`);
    above.add(feature);
  }
});

/** First two columns of the Markdown table under `heading`: name → list of names in code marks. */
function tableOf(document: string, heading: string): Record<string, string[]> {
  const section = document.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  const rows = [...section.matchAll(/^\| `([a-z]+)` \| ([^|]*)\|/gm)];
  return Object.fromEntries(
    rows.map(([, name = '', known = '']) => [name, [...known.matchAll(/`([a-z]+)`/g)].map((m) => m[1] ?? '')]),
  );
}

test('docs/architecture.md draws the same tables', () => {
  const document = readFileSync(resolve(root, '../docs/architecture.md'), 'utf8');
  assert.deepEqual(tableOf(document, 'Layers'), { ...layers });
  assert.deepEqual(tableOf(document, 'Features of core'), { ...features });
});
