// The rules over made-up plans of two sizes, in this process: what one look costs, and whether it grows faster than the plan.
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { root } from '../lib/build.mjs';
import { median } from './load.mjs';

const TURNS = 9;
const WORDS =
  'bibliotek läsning kväll verksamhet samarbete förening ungdomar stöd rum böcker ledare utbildning familj rutin trygghet besökare skola samtal material språk'.split(
    ' ',
  );

/** Milliseconds for plans of 500 and 5,000 measures, each the median of nine looks. */
export async function lintFigures() {
  const { lintPlan } = await import(join(root, 'dist/core/lint/lint-plan.js'));
  const time = (areas) => {
    const plan = planOf(areas, 25);
    lintPlan({ plan });
    const times = Array.from({ length: TURNS }, () => {
      const started = performance.now();
      lintPlan({ plan });
      return performance.now() - started;
    });
    return median(times);
  };
  return { of500: time(20), of5000: time(200) };
}

function planOf(areaCount, measuresInEach) {
  return {
    format: 'handlingskraft-plan/1',
    title: 'Plan för bibliotekens kvällar 2026–2029',
    registrationNumber: 'KUN-2026-00412',
    decisionMaker: null,
    documentOwner: null,
    period: { from: 2026, to: 2029 },
    sections: Array.from({ length: 12 }, (_, at) => ({ heading: `Avsnitt ${at}`, paragraphs: sentences(at, 12) })),
    areas: Array.from({ length: areaCount }, (_, at) => area(at, measuresInEach)),
    relatedDocuments: [],
    memo: null,
    consultation: null,
    findings: [],
    unplaced: [],
  };
}

function area(at, measuresInEach) {
  return {
    number: String(at + 1),
    title: `Område ${at + 1} om ${word(at)}`,
    text: sentences(at, 3),
    objectives: sentences(at + 7, 5),
    measures: Array.from({ length: measuresInEach }, (_, line) => ({
      number: `${at + 1}.${line + 1}`,
      text: sentence(at * measuresInEach + line),
      coordinator: ['KTN', 'SBN', 'BUN'][line % 3],
      coResponsible: ['KFN', 'SN'],
      dueYear: line % 2 === 0 ? null : 2027,
    })),
    indicators: sentences(at + 13, 4),
  };
}

function word(at) {
  return WORDS[at % WORDS.length];
}

function sentence(at) {
  const some = Array.from({ length: 11 }, (_, step) => word(at * (step + 3) + step * step));
  return `Ordna ${some.join(' ')} nummer ${at} i hela kommunen.`;
}

function sentences(at, count) {
  return Array.from({ length: count }, (_, line) => sentence(at * 31 + line));
}
