// Plans of chosen length, made up of words that mean nothing, to measure what comparing two versions costs.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/build.mjs';

const AREAS_PER_BLOCK = 1 / 50;
const NEW_WORD = 0.15;

/** A small repeatable source of numbers from 0 to 1 (mulberry32). */
function numbersFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A plan in the open format with so many blocks; 10,000 fill about 300 pages. */
export function planOf(blocks) {
  const next = numbersFrom(20261125);
  const words = Array.from(
    { length: 3000 },
    (_, at) => `ord${Math.floor(next() * 1e6).toString(36)}${['', 'en', 'ning'][at % 3]}`,
  );
  // Some words are common and most are not, as in any language.
  const word = () => words[Math.floor(next() ** 3 * words.length)];
  const text = () => `${Array.from({ length: 6 + Math.floor(next() * 14) }, word).join(' ')}.`;
  const texts = (count) => Array.from({ length: count }, text);
  const areas = Array.from({ length: Math.round(blocks * AREAS_PER_BLOCK) }, (_, area) => ({
    ...{
      number: `${area + 1}`,
      title: `${word()} ${word()}`,
      text: texts(15),
      objectives: texts(4),
      indicators: texts(5),
    },
    measures: texts(25).map((each, at) => ({
      ...{ number: `${area + 1}.${at + 1}`, text: each, coordinator: 'KS', coResponsible: ['SN'], dueYear: 2028 },
    })),
  }));
  return {
    ...{ format: 'handlingskraft-plan/1', title: 'Plan', registrationNumber: null, decisionMaker: null },
    ...{ documentOwner: null, period: null, sections: [], areas, relatedDocuments: [], memo: null },
    ...{ consultation: null, findings: [], unplaced: [] },
  };
}

/** The plan after a revision: every third text with some new words, one measure in ten moved on, all numbers new after it. */
export function revisedOf(plan) {
  const next = numbersFrom(7);
  const reworded = (text) =>
    next() < 1 / 3
      ? text
          .split(' ')
          .map((word) => (next() < NEW_WORD ? `nytt${Math.floor(next() * 1000)}` : word))
          .join(' ')
      : text;
  const areas = plan.areas.map((area) => ({
    ...area,
    text: area.text.map(reworded),
    objectives: area.objectives.map(reworded),
    indicators: area.indicators.map(reworded),
    measures: area.measures.map((measure) => ({ ...measure, text: reworded(measure.text) })),
  }));
  for (const [at, area] of areas.entries()) {
    const to = areas[(at + 1) % areas.length];
    to.measures.unshift(...area.measures.splice(-2, 2));
  }
  for (const area of areas)
    area.measures = area.measures.map((measure, at) => ({ ...measure, number: `${area.number}.${at + 1}` }));
  return { ...plan, areas };
}

const INSIDE = `
import { readFileSync } from 'node:fs';
const { comparePlans } = await import(process.argv[1]);
const { contentOfOpenPlan } = await import(process.argv[2]);
const [before, after] = process.argv.slice(3, 5).map((file, at) => contentOfOpenPlan(JSON.parse(readFileSync(file, 'utf8')), 'plan-' + at));
const turns = [];
let rows = 0;
for (let turn = 0; turn < 7; turn += 1) {
  const from = process.cpuUsage();
  rows = comparePlans(before, after).rows.length;
  const { user, system } = process.cpuUsage(from);
  turns.push((user + system) / 1000);
}
console.log(JSON.stringify({ rows, ms: turns.sort((a, b) => a - b)[3], peakBytes: process.resourceUsage().maxRSS * 1024 }));
`;

/** Processor time of one comparison (the median of seven), with the memory that the process had at its most; a process of its own for each length. */
export function comparisonFigures(folder, blocks) {
  const files = ['before', 'after'].map((name) => join(folder, `${name}-${blocks}.json`));
  const before = planOf(blocks);
  writeFileSync(files[0], JSON.stringify(before));
  writeFileSync(files[1], JSON.stringify(revisedOf(before)));
  const modules = ['compare-plans', 'open-plan-content'].map((name) => join(root, `dist/core/comparison/${name}.js`));
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', INSIDE, ...modules, ...files], {
    encoding: 'utf8',
  });
  return { files, characters: JSON.stringify(before).length, ...JSON.parse(out) };
}
