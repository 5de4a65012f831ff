// Figures about disclosure control: time, secondaries and proven bound for tables of many sizes, each proof checked.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { buildIfNeeded, root } from '../lib/build.mjs';
import { median } from './load.mjs';
import { crossTable } from './made-tables.mjs';
import { measure, withFolder } from './programs.mjs';

const dist = (path) => import(pathToFileURL(join(root, 'dist', path)));
const round = (number, digits = 3) => Number(number.toFixed(digits));
const seeds = (count, more) => Array.from({ length: count }, (_, index) => ({ ...more, seed: index + 1 }));

// What spec/disclosure.md asks for, and four sizes of one shape for how the time grows.
const SIZES = {
  '10x5': seeds(9, { sizes: [10, 5], mean: 15 }),
  '30x12': seeds(5, { sizes: [30, 12], mean: 15 }),
  'hierarchy-200-by-4-years': seeds(3, { sizes: [40, 4], mean: 20, groups: [5] }),
  '3d-600': seeds(1, { sizes: [10, 8, 5], mean: 20 }),
  '50x20x4': seeds(1, { sizes: [50, 20, 4], mean: 20 }),
  'national-290x8x2': seeds(1, { sizes: [290, 8, 2], mean: 20 }),
};
const GROWTH = [
  [10, 5],
  [20, 10],
  [40, 10],
  [40, 20],
];

/** Prints the figures by `figure(name, value, unit, more)`. */
export async function disclosureFigures(figure) {
  const protectOne = await protector();
  protectOne(crossTable({ sizes: [10, 5], mean: 15, seed: 99 }));
  for (const [name, cases] of Object.entries(SIZES)) {
    const runs = cases.map((each) => protectOne(crossTable(each)));
    figure(`disclosure-${name}`, round(median(runs.map(({ seconds }) => seconds))), 'seconds, the median', {
      tables: runs.length,
      cells: runs[0].cells,
      primaries: runs.map(({ primaries }) => primaries),
      secondaries: runs.map(({ secondaries }) => secondaries),
      provenBound: runs.map(({ bound }) => bound),
      optimal: runs.every(({ optimal }) => optimal),
      overBound: round(median(runs.map(({ secondaries, bound }) => (bound > 0 ? secondaries / bound : 0)))),
      proofCheckSeconds: round(Math.max(...runs.map(({ checkSeconds }) => checkSeconds))),
    });
  }
  const growth = GROWTH.map((sizes) => protectOne(crossTable({ sizes, mean: 15, seed: 1 })));
  figure('disclosure-growth', round(growth.at(-1).seconds / growth[0].seconds, 1), 'times the time of the smallest', {
    cells: growth.map(({ cells }) => cells),
    seconds: growth.map(({ seconds }) => round(seconds)),
  });
  await withFolder(async (folder) => {
    const file = join(folder, 'national.json');
    writeFileSync(file, JSON.stringify(crossTable(SIZES['national-290x8x2'][0])));
    const { ms, peakBytes } = await measure(['protect', file, '--json']);
    figure('disclosure-national-process', round(ms / 1000, 1), 'seconds, whole process', {
      peakMegabytes: Math.round(peakBytes / 1024 / 1024),
    });
  });
}

async function protector() {
  const { loadHighsSolver } = await dist('adapters/disclosure/highs-solver.js');
  const { readTables } = await dist('core/disclosure/read-tables.js');
  const { buildModel } = await dist('core/disclosure/model.js');
  const { protect } = await dist('core/disclosure/protect.js');
  const { checkProof } = await dist('core/disclosure/proof.js');
  const { publishedTable } = await dist('core/disclosure/published-table.js');
  const solver = await loadHighsSolver();
  const limits = { improveSeconds: 60, certifySeconds: 600, cancelled: () => false, progress: () => undefined };
  return (json) => {
    const started = performance.now();
    const tables = readTables(json);
    const model = buildModel(tables.value);
    const answer = protect(model, { solver, now: () => performance.now(), ...limits });
    const seconds = (performance.now() - started) / 1000;
    if (!answer.ok) throw new Error(`not protected: ${answer.refusal.kind}`);
    const { hidden, proof, lowerBound: bound, optimal } = answer.value;
    const table = publishedTable(model, hidden);
    const checked = performance.now();
    if (checkProof(table, model.demands, proof) !== null) throw new Error('the proof does not hold');
    const checkSeconds = (performance.now() - checked) / 1000;
    const secondaries = model.cells.filter(({ place }, cell) => place === 'open' && hidden[cell]).length;
    return {
      cells: model.cells.length,
      primaries: model.demands.length,
      secondaries,
      bound,
      optimal,
      seconds,
      checkSeconds,
    };
  };
}

if (process.argv[1] === import.meta.filename) {
  buildIfNeeded();
  await disclosureFigures((figure, value, unit, more) => console.log(JSON.stringify({ figure, value, unit, ...more })));
}
