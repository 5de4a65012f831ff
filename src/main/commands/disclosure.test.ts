import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { inputPath } from '../../../test/inputs.ts';
import { makeFolder, runProgram } from '../../../test/program.ts';

const folder = makeFolder();
afterAll(() => folder.clear());
const classic = (name: string) => inputPath(`disclosure/classic/${name}.json`);

test('protect gives a publication that attack finds safe; one secondary shown again, or one number changed, is found', async () => {
  const protectedTable = await runProgram(['protect', classic('linked-usersupport-136'), '--json']);
  expect([protectedTable.code, protectedTable.stderr]).toEqual([0, '']);
  const publication = JSON.parse(protectedTable.stdout);
  expect(publication.report).toMatchObject({
    primary: 5,
    secondary: 1,
    lowerBound: 1,
    optimal: true,
    levelBFailures: 0,
  });
  const attacked = async (changed: unknown) => {
    const path = join(folder.path, 'publication.json');
    writeFileSync(path, JSON.stringify(changed));
    const { code, stdout, stderr } = await runProgram(['attack', path, '--json']);
    expect(stderr).toBe('');
    return { code, ...JSON.parse(stdout) };
  };
  expect(await attacked(publication)).toMatchObject({ code: 0, safe: true, findings: [] });
  const cells = publication.cells.map((cell: { id: string }) =>
    cell.id === 'N' ? { id: 'N', value: 7, status: 'public' } : cell,
  );
  const shown = await attacked({ ...publication, cells });
  expect([
    shown.code,
    shown.findings.map(({ kind, cell }: { kind: string; cell: string }) => `${kind} ${cell}`),
  ]).toEqual([1, ['proof-fault N', 'level-failed K']]);
  const [first, ...rest] = publication.proof;
  const proof = [{ ...first, witness: { ...first.witness, I: first.witness.I + 1 } }, ...rest];
  expect(await attacked({ ...publication, proof })).toMatchObject({ code: 1, safe: false });
});

test('a group that is all alike is shown with a warning, since a person must judge it', async () => {
  const cells = [
    { id: 'sökta', value: 14 },
    { id: 'beviljade', value: 14 },
    { id: 'avslag', value: 0 },
  ];
  const path = join(folder.path, 'alike.json');
  writeFileSync(path, JSON.stringify({ cells, equations: [{ total: 'sökta', parts: ['beviljade', 'avslag'] }] }));
  const { code, stdout } = await runProgram(['protect', path, '--json']);
  expect([code, JSON.parse(stdout).report.warnings]).toEqual([0, [{ total: 'sökta', part: 'beviljade' }]]);
});

test('a file as large as ten million cells is refused without being read', async () => {
  const path = join(folder.path, 'ten-million.json');
  writeFileSync(path, '');
  truncateSync(path, 220 * 1024 * 1024);
  const ran = await runProgram(['protect', path]);
  expect([ran.code, ran.stdout]).toEqual([2, '']);
  expect(ran.stderr).toContain('250000');
});

test('what cannot be protected gives exit 2, the smallest conflict and ways out', async () => {
  const ran = await runProgram(['protect', classic('forced-infeasible'), '--json']);
  expect(ran.code).toBe(2);
  const { conflictingSet, offers } = JSON.parse(ran.stdout);
  expect(conflictingSet.sort()).toEqual(['a|T', 'a|x', 'a|y']);
  expect(offers).toEqual(['unforce-cell', 'merge-categories', 'drop-total', 'round']);
  const plain = await runProgram(['protect', classic('forced-infeasible')]);
  expect([plain.code, plain.stdout]).toEqual([2, '']);
});

test('in words, primary and secondary look the same and no hidden count is printed', async () => {
  const ran = await runProgram(['protect', classic('publication-halfyear-then-year')]);
  expect(ran.code).toBe(0);
  const lines = ran.stdout.split('\n').filter((line) => line.startsWith('  '));
  expect(new Set(lines.map((line) => line.split(': ')[1])).size).toBe(1);
  expect(lines.length).toBe(5);
});
