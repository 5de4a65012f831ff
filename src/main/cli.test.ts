import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { inputPath } from '../../test/inputs.ts';
import { makeFolder, runProgram } from '../../test/program.ts';

const folder = makeFolder();
const at = (name: string) => join(folder.path, name);
const plan = resolve(import.meta.dirname, '../../demo/plan-klimatanpassning.json');
const data = folder.data('data');

writeFileSync(at('old.doc'), Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2048)]));
writeFileSync(at('empty.txt'), '');
writeFileSync(at('other.json'), '{"a": 1}');
writeFileSync(at('broken.json'), '{"a": ');
const cells = (total: number, forced: boolean) => [
  { id: 'T', value: total, forced },
  { id: 'a', value: 2 },
  { id: 'b', value: 6, forced },
];
const equations = [{ total: 'T', parts: ['a', 'b'] }];
writeFileSync(at('wrong-sum.json'), JSON.stringify({ cells: cells(9, false), equations }));
writeFileSync(at('forced.json'), JSON.stringify({ cells: cells(8, true), equations }));
writeFileSync(at('locked.txt'), Buffer.from([0, 1, 2, 3, 0xff, 0xfe, 0, 0]));
afterAll(() => folder.clear());

/** Bad input for every command: what is written, and a word that both languages' sentence must hold, or one for each. */
const refused: readonly (readonly [args: readonly string[], says: string, inEnglish?: string])[] = [
  [['nonsense'], 'nonsense'],
  [['constructor'], 'constructor'],
  [['protect'], 'handlingskraft protect'],
  [['protect', 'broken.json'], 'broken.json'],
  [['protect', 'other.json'], 'tables.a'],
  [['protect', 'other.json', '--seconds', '0'], '--seconds'],
  [['protect', 'other.json', '--round', '4'], '--round'],
  [['protect', 'wrong-sum.json'], '«T» är 9', '“T” is 9'],
  [['protect', 'forced.json'], 'måste publiceras', 'must be published'],
  [['attack'], 'handlingskraft attack'],
  [['attack', 'missing.json'], 'missing.json'],
  [['attack', 'other.json'], 'publication.a'],
  [['attack', 'other.json', '--nope'], '--nope'],
  [['serve', '--port', 'abc'], '65535'],
  [['serve', '--port', '70000'], '65535'],
  [['serve', '--port'], '--port'],
  [['serve', '--nope'], '--nope'],
  [['serve', 'extra'], 'extra'],
  [['serve', '--demo=yes'], '--demo'],
  [['import'], 'handlingskraft import'],
  [['import', 'missing.docx', '--json'], 'missing.docx'],
  [['import', '.', '--json'], '.'],
  [['import', plan, '--as', 'letter'], '--as'],
  [['import', plan, '--as'], '--as'],
  [['import', plan, plan, '--json'], plan],
  [['import', plan, '--nope'], '--nope'],
  [['import', 'old.doc', '--json'], '.docx'],
  [['import', 'old.doc', '--data', 'nowhere'], 'nowhere'],
  [['import', 'empty.txt', '--json'], 'tom', 'empty'],
  [['import', 'other.json', '--json'], 'JSON'],
  [['import', 'broken.json', '--json'], 'Fil', 'file'],
  [['import', 'locked.txt', '--json'], 'UTF-8'],
  [['lint'], 'handlingskraft lint'],
  [['lint', 'missing.json'], 'missing.json'],
  [['lint', 'old.doc'], '.docx'],
  [['lint', plan, 'extra'], 'extra'],
  [['lint', plan, '--nope'], '--nope'],
  [['export'], 'handlingskraft export'],
  [['export', plan, '--out', 'x.pdf'], '--to'],
  [['export', plan, '--to', 'xls', '--out', 'x.xls'], '--to'],
  [['export', plan, '--to', 'pdf'], '--out'],
  [['export', plan, '--to', 'html', '--out', 'nowhere/x.html'], 'nowhere/x.html'],
  [['export', plan, '--to', 'pdf', '--out', 'x.pdf', '--template', 'old.doc'], '--to docx'],
  [['export', plan, '--to', 'docx', '--out', 'x.docx', '--template', 'missing.docx'], 'missing.docx'],
  [['export', plan, '--to', 'docx', '--out', 'x.docx', '--template', 'old.doc'], 'Word', 'Word'],
  [['export', 'missing.json', '--to', 'pdf', '--out', 'x.pdf'], 'missing.json'],
  [['export', 'other.json', '--to', 'pdf', '--out', 'x.pdf'], 'JSON'],
  [['export', 'a-slug', '--to', 'pdf', '--out', 'x.pdf', '--data', 'nowhere'], 'nowhere'],
  [['export', plan, 'extra', '--to', 'pdf', '--out', 'x.pdf'], 'extra'],
  [['compare'], 'A.json'],
  [['compare', plan], 'A.json'],
  [['compare', plan, 'missing.json'], 'missing.json'],
  [['compare', 'other.json', plan], 'JSON'],
  [['compare', 'old.doc', plan], '.docx'],
  [['compare', plan, plan, 'extra'], 'extra'],
  [['compare', plan, plan, '--to', 'pdf', '--out', 'x.pdf'], '--to docx'],
  [['compare', plan, plan, '--to', 'docx'], '--out'],
  [['compare', plan, plan, '--to', 'docx', '--out', 'x.docx', '--date', '2026-02-30'], '--date'],
  [['backup'], 'handlingskraft backup'],
  [['backup', 'x.backup', '--data', 'nowhere'], 'nowhere'],
  [['backup', 'x.backup', 'extra'], 'extra'],
  [['restore'], 'handlingskraft restore'],
  [['restore', '--nope'], '--nope'],
  [['check', '--data', 'nowhere'], 'nowhere'],
  [['check', 'extra'], 'extra'],
  [['check', '--against'], '--against'],
  [['trail'], 'trail export'],
  [['trail', 'nonsense'], 'trail verify'],
  [['trail', 'export'], '--out'],
  [['trail', 'export', 'extra', '--out', 'x.zip'], 'extra'],
  [['trail', 'export', '--out', 'x.zip', '--data', 'nowhere'], 'nowhere'],
  [['trail', 'verify'], 'trail verify'],
  [['trail', 'verify', 'missing.zip'], 'missing.zip'],
  [['trail', 'verify', 'old.doc'], 'old.doc'],
  [['trail', 'verify', 'old.doc', '--key', 'missing.pem'], 'missing.pem'],
  [['trail', 'verify', 'old.doc', 'extra'], 'extra'],
  [['support'], '--municipality'],
  [['support', 'extra'], 'extra'],
  [['support', '--municipality', '9901', '--data', 'nowhere'], 'nowhere'],
  [['demo', 'extra'], 'extra'],
  [['demo', '--data'], '--data'],
  [['lint', plan, '--lang', 'de'], '--lang'],
  [['lint', plan, '--lang'], '--lang'],
];

/** Words of which at least one stands in every sentence of the language. */
const swedish = /\b(det|ett|en|finns|inte|till|eller|som|filen|efter|ange|skriver)\b/i;
const english = /\b(the|is|be|does|cannot|with|write|name|after|there|file)\b/i;

test('Every command refuses bad input with exit 2 and one line, in Swedish and in English, and writes nothing', async () => {
  for (const [args, says, inEnglish = says] of refused) {
    const lang = args.includes('--lang') ? [] : ['--lang', 'en'];
    const env = { HANDLINGSKRAFT_LANG: 'en' };
    const [sv, en] = await Promise.all([
      runProgram(args, { cwd: folder.path }),
      runProgram([...args, ...lang], { cwd: folder.path, env: lang.length === 0 ? env : {} }),
    ]);
    for (const [ran, word, words] of [
      [sv, says, swedish],
      [en, inEnglish, english],
    ] as const) {
      const told = `${args.join(' ')}: ${ran.stderr}`;
      expect.soft([ran.code, ran.stdout], told).toEqual([2, '']);
      expect.soft(ran.stderr, told).toMatch(/^[^\n]{10,300}\.\n$/);
      expect.soft(ran.stderr, told).toContain(word);
      expect.soft(ran.stderr, told).toMatch(words);
      expect.soft(ran.stderr, told).not.toMatch(/undefined|null|\[object|Error/);
    }
    expect.soft(en.stderr, args.join(' ')).not.toBe(sv.stderr);
  }
  for (const made of ['nowhere', 'data', 'x.pdf', 'x.docx', 'x.backup'])
    expect.soft(existsSync(at(made)), made).toBe(false);
}, 240_000);

test('Help is given in both languages with exit 0', async () => {
  for (const args of [['--help'], ['help'], [], ['export', '--help']]) {
    const sv = await runProgram(args);
    const en = await runProgram([...args, '--lang=en']);
    expect([sv.code, sv.stderr, en.code, en.stderr]).toEqual([0, '', 0, '']);
    expect(sv.stdout).toContain('startar tjänsten');
    expect(en.stdout).toContain('starts the service');
  }
});

test('import --json and lint --json print JSON and nothing else', async () => {
  const text = inputPath('uppsala-2025-2028.txt');
  const read = await runProgram(['import', text, '--json']);
  expect([read.code, read.stderr]).toEqual([0, '']);
  writeFileSync(at('read.json'), read.stdout);
  const again = await runProgram(['import', at('read.json'), '--json']);
  expect([again.code, again.stderr]).toEqual([0, '']);
  expect(Object.keys(JSON.parse(again.stdout)).sort()).toEqual(Object.keys(JSON.parse(read.stdout)).sort());
  const lint = await runProgram(['lint', text, '--json']);
  expect([lint.code, lint.stderr]).toEqual([0, '']);
  expect(JSON.parse(lint.stdout).length).toBeGreaterThan(0);
});

test('export writes each format, and compare finds the plan the same after its own format', async () => {
  const begins = { pdf: '%PDF-', docx: 'PK', html: '<!doctype html>', json: '{', csv: '' };
  for (const [format, start] of Object.entries(begins)) {
    const out = at(`plan.${format}`);
    const ran = await runProgram(['export', plan, '--to', format, '--out', out]);
    expect([format, ran]).toEqual([format, { code: 0, stdout: '', stderr: '' }]);
    expect(readFileSync(out, 'latin1').slice(0, start.length).toLowerCase()).toBe(start.toLowerCase());
    expect(statSync(out).size, format).toBeGreaterThan(1000);
  }
  const same = await runProgram(['compare', plan, at('plan.json')]);
  expect(same).toEqual({ code: 0, stdout: 'Planerna är lika.\n', stderr: '' });
  const other = resolve(plan, '../plan-trygga-relationer.json');
  const different = await runProgram(['compare', plan, other, '--json']);
  expect([different.code, different.stderr]).toEqual([0, '']);
  expect(JSON.parse(different.stdout).changes.length).toBeGreaterThan(0);
  const out = at('changes.docx');
  const asked = ['compare', plan, other, '--to', 'docx', '--out', out, '--author', 'Strateg', '--date', '2026-05-15'];
  expect(await runProgram(asked)).toEqual({ code: 0, stdout: '', stderr: '' });
  const xml = strFromU8(unzipSync(new Uint8Array(readFileSync(out)))['word/document.xml'] ?? new Uint8Array());
  expect(xml).toContain('w:author="Strateg" w:date="2026-05-15T00:00:00Z"');
});

test('A backup restored into another folder holds the same plan; what is not empty or no backup is refused', async () => {
  const demo = await runProgram(['demo', '--data', data]);
  expect([demo.code, demo.stdout.split('\n')[0]]).toEqual([0, 'Demokommunen är inlagd.']);
  const { code, plans } = JSON.parse(readFileSync(resolve(plan, '../municipality.json'), 'utf8'));
  const { slug } = plans[0];
  const copy = at('copy.backup');
  const toJson = (name: string, from: string) => ['export', slug, '--to', 'json', '--out', at(name), '--data', from];
  const moved = folder.data('moved');
  for (const args of [
    ['backup', copy, '--data', data],
    ['restore', copy, '--data', moved],
    ['check', '--data', moved],
    ['trail', 'export', '--out', at('trail.zip'), '--data', data],
    ['trail', 'verify', at('trail.zip')],
    ['check', '--against', at('trail.zip'), '--data', data],
    toJson('before.json', data),
    toJson('after.json', moved),
  ]) {
    const ran = await runProgram(args);
    expect([args[0], ran.code, ran.stderr]).toEqual([args[0], 0, '']);
  }
  expect(readFileSync(at('after.json'), 'utf8')).toBe(readFileSync(at('before.json'), 'utf8'));
  for (const [args, says] of [
    [['restore', copy, '--data', data], 'inte tom'],
    [['backup', copy, '--data', data], 'finns redan'],
    [['restore', 'missing.backup', '--data', folder.data('third')], 'missing.backup'],
    [['restore', plan, '--data', folder.data('third')], 'ingen säkerhetskopia'],
    [['trail', 'export', '--out', at('trail.zip'), '--data', data], 'finns redan'],
    [['check', '--against', plan, '--data', data], 'skadad'],
    // The other folder has a key of its own.
    [['check', '--against', at('trail.zip'), '--data', moved], '--key'],
    [['support', '--municipality', '0000', '--data', data], '0000'],
    [['support', '--municipality', code, '--reason', 'Fel', '--data', data], '--name'],
    [['support', '--municipality', code, '--name', 'A', '--data', data], '--reason'],
    [['support', '--municipality', code, '--name', 'A', '--reason', 'B', '--hours', '99', '--data', data], '--hours'],
    [['support', '--municipality', code, '--name', 'A', '--reason', 'B', '--class', 'x', '--data', data], '--class'],
    [['export', 'no-such-plan', '--to', 'csv', '--out', at('no.csv'), '--data', data], 'no-such-plan'],
    [['import', at('old.doc'), '--data', data], '.docx'],
  ] as const) {
    const ran = await runProgram(args);
    expect([ran.code, ran.stdout], ran.stderr).toEqual([2, '']);
    expect(ran.stderr).toMatch(/^[^\n]+\.\n$/);
    expect(ran.stderr).toContain(says);
  }
  const header = 'slag;namn;gäller från';
  writeFileSync(at('bad.csv'), `${header}\nnämnd;Ny nämnd;\nnämd;Fel nämnd;i våras\n`);
  expect(await runProgram(['bodies', 'import', at('bad.csv'), '--data', data])).toEqual({
    code: 2,
    stdout: '',
    stderr: [
      'Rad 3, kolumn slag: ”nämd” är inget slag. Skriv nämnd, bolag, förvaltning, råd, förening eller myndighet.',
      'Rad 3, kolumn gäller från: ”i våras” är inget datum. Skriv det som 2027-01-01.',
      'Filen har 2 fel. Ingenting är sparat.',
      '',
    ].join('\n'),
  });
  writeFileSync(at('good.csv'), `${header}\nnämnd;Ny nämnd;2027-01-01\n`);
  for (const counts of ['1 nya och 0 ändrade', '0 nya och 0 ändrade']) {
    const ran = await runProgram(['bodies', 'import', at('good.csv'), '--data', data]);
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    expect(ran.stdout).toContain(counts);
  }
  const waiting = await runProgram(['import', plan, '--data', data]);
  expect([waiting.code, waiting.stderr]).toEqual([0, '']);
  expect(waiting.stdout).toContain('/import/');
});
