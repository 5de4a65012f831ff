// `npm run bench`: one JSON line a figure, each a ratio or a size measured in this run. Never a test: it fails on nothing but an error.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { comparisonFigures } from './bench/comparison.mjs';
import { disclosureFigures } from './bench/disclosure.mjs';
import { draftingFigures } from './bench/drafting.mjs';
import { guestLinkTimes, shareLonger } from './bench/guests.mjs';
import { lintFigures } from './bench/lint.mjs';
import { load, median } from './bench/load.mjs';
import { overlapFigures } from './bench/overlap.mjs';
import { measure, residentBytes, signIn, startBareServer, startService, withFolder } from './bench/programs.mjs';
import { trailFigures } from './bench/trail.mjs';
import { wordFigures } from './bench/word.mjs';
import { buildIfNeeded, root } from './lib/build.mjs';

const shared = join(root, '../shared/input');
const demo = join(root, 'demo');
const PLAN_PAGE = '/planer/trygga-relationer';
const round = (number, digits = 3) => Number(number.toFixed(digits));
const megabytes = (bytes) => round(bytes / 1024 / 1024, 1);

function figure(name, value, unit, more = {}) {
  console.log(JSON.stringify({ figure: name, value, unit, ...more }));
}

buildIfNeeded();
await withFolder(async (folder) => {
  const data = join(folder, 'data');
  const first = await startService(data);
  await first.stop();
  const service = await startService(data);
  figure('second-start', round(service.readyMs / 1000, 2), 'seconds to the first answer', {
    firstStart: round(first.readyMs / 1000, 2),
  });
  for (const connections of [1, 8, 32]) {
    await throughput(service, { connections, name: 'plan-page', path: PLAN_PAGE });
    await throughput(service, {
      connections,
      name: 'plan-page-alone',
      path: (index) => `${PLAN_PAGE}?number=${index}`,
    });
  }
  await readersBeside(service);
  figure('service-memory', megabytes(residentBytes(service.pid)), 'MB resident, database included');
  await service.stop();
  await guests(data);
  await trail(data);
  await drafting(data);
  await lint();
  await overlap(data);
  await word();
  await imports(folder);
  await exports(folder);
  await disclosureFigures(figure);
  await comparisons(folder);
});

/**
 * Public plan page against a bare server that sends the same bytes; rounds take turns so that a busy machine touches both.
 * Visitors who ask for one address share readings (decision 0019); "alone" gives each its own, and tells what one page costs.
 */
async function throughput(service, { connections, name, path }) {
  const page = Buffer.from(await (await fetch(service.address + PLAN_PAGE)).arrayBuffer());
  const bare = await startBareServer(page);
  const options = { connections, seconds: 2 };
  await load(service.address, path, options);
  const pairs = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const there = await load(bare.address, '/', options);
    const here = await load(service.address, path, options);
    pairs.push({ ratio: here.perSecond / there.perSecond, here: here.perSecond, there: there.perSecond });
  }
  await bare.stop();
  figure(
    `${name}-throughput-${connections}-clients`,
    round(median(pairs.map((pair) => pair.ratio))),
    'share of a bare node:http server',
    {
      pageBytes: page.length,
      pagesPerSecond: Math.round(median(pairs.map((pair) => pair.here))),
      barePerSecond: Math.round(median(pairs.map((pair) => pair.there))),
      scriptTags: (page.toString().match(/<script/g) ?? []).length,
    },
  );
}

/** A public reader's median with fifty signed-in readers who never pause, against the same reader alone. */
async function readersBeside(service) {
  const cookie = await signIn(
    service.address,
    service.logins.find((login) => login.role === 'strategist'),
  );
  const alone = await load(service.address, PLAN_PAGE, { connections: 1, seconds: 3 });
  const [beside] = await Promise.all([
    load(service.address, PLAN_PAGE, { connections: 1, seconds: 5 }),
    load(service.address, '/oversikt', { connections: 50, seconds: 5, headers: { Cookie: cookie } }),
  ]);
  figure('public-page-beside-50-signed-in', round(beside.medianMs / alone.medianMs, 2), 'times the median alone', {
    aloneMs: round(alone.medianMs, 2),
    besideMs: round(beside.medianMs, 2),
  });
}

/** A page of a trail of 100,000 events, by each filter: what it costs must not depend on how many there are. */
async function trail(data) {
  const { events, milliseconds } = await trailFigures(data, 100_000);
  const slowest = Math.max(...Object.values(milliseconds));
  figure('trail-page-slowest-filter', slowest, 'ms, the median of seven', { events, milliseconds });
}

/** A plan of 300 pages against one of 30: opening, saving one text, freezing. At most ten times as long is at most linear. */
async function drafting(data) {
  const { figures, memory } = await draftingFigures(data, [{ pages: 30 }, { measures: 500 }, { pages: 300 }]);
  const [small, middle, large] = figures;
  const inMs = ({ pages: _pages, measures: _measures, lint: _lint, ...times }) =>
    Object.fromEntries(Object.entries(times).map(([name, ms]) => [name, round(ms, 1)]));
  const ratios = Object.keys(inMs(small)).map((name) => [name, round(large[name] / small[name], 1)]);
  figure(
    'drafting-300-pages-against-30',
    Math.max(...ratios.map(([, ratio]) => ratio)),
    'times as long, the worst of',
    {
      ratios: Object.fromEntries(ratios),
      pages30Ms: inMs(small),
      pages300Ms: inMs(large),
      serviceMB: megabytes(memory),
    },
  );
  figure('lint-page', round(middle.lint, 1), 'ms over HTTP for the measures told', { measures: middle.measures });
}

/** The rules over 500 measures, and over ten times as many: where the cost follows the size the ratio is about ten. */
async function lint() {
  const { of500, of5000 } = await lintFigures();
  figure('lint-ten-times-the-measures', round(of5000 / of500, 1), 'times as long', {
    of500Ms: round(of500, 1),
    of5000Ms: round(of5000, 1),
  });
}

/** Similar measures to one of 9,000 in a municipality that is alone, and among 290: the time for a measure must not depend on the others. */
async function overlap(data) {
  const size = { measures: 9000, others: 289, measuresOfOthers: 300 };
  const { first, alone, among } = await overlapFigures(data, size);
  figure(
    'similar-measures-290-municipalities',
    round(among.fastest / alone.fastest, 2),
    'times the fastest with 1 municipality',
    {
      ...size,
      millisecondsPerMeasure: { municipalities1: alone, municipalities290: among },
      firstTimeMilliseconds: first,
    },
  );
}

/** A plan of 300 pages out to Word and home again, against one of 30: where the cost follows the size the ratio is about ten. */
async function word() {
  const [small, large] = await wordFigures([30, 300]);
  const total = ({ writeMs, readMs, findMs }) => writeMs + readMs + findMs;
  const inMs = ({ writeMs, readMs, findMs, ...rest }) => {
    return { ...rest, writeMs: round(writeMs, 1), readMs: round(readMs, 1), findMs: round(findMs, 1) };
  };
  figure('word-300-pages-against-30', round(total(large) / total(small), 1), 'times as long, out and home', {
    of30: inMs(small),
    of300: inMs(large),
  });
}

/** Whether the time of the answer tells a guessed guest link from one that has been given. */
async function guests(data) {
  const times = await guestLinkTimes(data);
  const milliseconds = Object.fromEntries(Object.entries(times).map(([kind, all]) => [kind, round(median(all), 2)]));
  const against = (kind) => round(shareLonger(times[kind], times.guessed));
  figure('guest-link-timing', against('expired'), 'share of expired links that took longer than guessed ones', {
    withdrawn: against('withdrawn'),
    guessedAgainstGuessed: against('guessedToo'),
    answers: times.guessed.length,
    milliseconds,
  });
}

/** Whole processes: reading files of different kinds and lengths. */
async function imports(folder) {
  const text = readFileSync(join(shared, 'uppsala-2025-2028.txt'), 'utf8');
  const longer = join(folder, 'ten-times.txt');
  writeFileSync(
    longer,
    `${text}\n${'Ett stycke som fyller ut texten med vanliga ord och meningar utan rubriker.\n'.repeat(6000)}`,
  );
  const files = {
    text: join(shared, 'uppsala-2025-2028.txt'),
    docx: join(shared, 'plan.docx'),
    pdf: join(shared, 'plan-lo.pdf'),
    'long-text': longer,
  };
  const times = {};
  for (const [kind, file] of Object.entries(files)) {
    const runs = [];
    for (let turn = 0; turn < 3; turn += 1) runs.push(await measure(['import', file, '--json']));
    times[kind] = median(runs.map((run) => run.ms));
    const bytes = readFileSync(file).length;
    figure(`import-${kind}`, round(times[kind] / 1000, 2), 'seconds, whole process', {
      fileKilobytes: Math.round(bytes / 1024),
      peakMegabytes: megabytes(Math.max(...runs.map((run) => run.peakBytes))),
    });
  }
  const growth = readFileSync(longer).length / readFileSync(files.text).length;
  figure(
    'import-growth',
    round(times['long-text'] / times.text, 2),
    `times the time for ${round(growth, 1)} times the text`,
  );
}

/** Whole processes: making documents of a plan of 24 measures. */
async function exports(folder) {
  const plan = join(demo, 'plan-trygga-relationer.json');
  const version = await measure(['--help']);
  for (const format of ['pdf', 'docx', 'html', 'csv', 'json']) {
    const runs = [];
    for (let turn = 0; turn < 3; turn += 1) {
      runs.push(await measure(['export', plan, '--to', format, '--out', join(folder, `plan.${format}`)]));
    }
    const ms = median(runs.map((run) => run.ms));
    figure(`export-${format}`, round(ms / 1000, 2), 'seconds, whole process', {
      timesEmptyCommand: round(ms / version.ms, 1),
      fileKilobytes: Math.round(readFileSync(join(folder, `plan.${format}`)).length / 1024),
      peakMegabytes: megabytes(Math.max(...runs.map((run) => run.peakBytes))),
    });
  }
}

/** Two versions of a plan of 30 and of 300 pages: the time must not grow faster than the plan. */
async function comparisons(folder) {
  const [short, long] = [1_000, 10_000].map((blocks) => ({ blocks, ...comparisonFigures(folder, blocks) }));
  figure('comparison-growth', round(long.ms / short.ms, 1), 'times the time for 10 times the plan', {
    shortMs: Math.round(short.ms),
    longMs: Math.round(long.ms),
    shortPeakMegabytes: megabytes(short.peakBytes),
    longPeakMegabytes: megabytes(long.peakBytes),
    longRows: long.rows,
  });
  const out = join(folder, 'changes.docx');
  const word = await measure(['compare', ...long.files, '--to', 'docx', '--out', out]);
  figure('comparison-as-word-300-pages', round(word.ms / 1000, 2), 'seconds, whole process', {
    fileKilobytes: Math.round(readFileSync(out).length / 1024),
    peakMegabytes: megabytes(word.peakBytes),
  });
}
