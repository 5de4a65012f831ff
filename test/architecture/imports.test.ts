// Reads every source file and checks who may import whom. The table below is the architecture;
// docs/architecture.md draws the same table. Change both in one commit, with a decision record.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { assert, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../src');

const layers: Record<string, string[]> = {
  core: ['core'],
  app: ['core', 'app'],
  adapters: ['core', 'app', 'adapters'],
  web: ['core', 'app', 'web'],
  main: ['core', 'app', 'adapters', 'web', 'main'],
};

/** Inside `core`: feature → features it may know. Each may only name features above it, so no circle can form. */
const features: Record<string, string[]> = {
  shared: [],
  organisation: ['shared'],
  document: ['shared'],
  disclosure: ['shared'],
  support: ['shared'],
  permission: ['shared', 'organisation'],
  plan: ['shared', 'organisation', 'document'],
  indicator: ['shared', 'organisation', 'plan'],
  consultation: ['shared', 'organisation', 'document', 'plan'],
  exchange: ['shared', 'organisation', 'document', 'plan', 'consultation'],
  lint: ['shared', 'organisation', 'document', 'plan', 'consultation', 'exchange'],
  reading: ['shared', 'organisation', 'document', 'plan', 'consultation', 'exchange'],
  decision: ['shared', 'organisation', 'plan', 'consultation'],
  followup: ['shared', 'organisation', 'plan', 'indicator'],
  publication: ['shared', 'organisation', 'document', 'disclosure', 'plan', 'indicator', 'followup'],
};

/** Whole areas that must stay strangers, whatever the layer. */
const walls = [{ from: /^web\/support\//, to: /identity/, why: 'help pages must not know who is asking' }];

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
