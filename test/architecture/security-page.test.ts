import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const page = read('docs/security.md');

const rows = [...page.matchAll(/^\| (V[\d.]+) \| ([12]) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
  ([, id = '', level = '', about = '', status = '', shown = '']) => ({ id, level, about, status, shown }),
);
interface LockedPackage {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
}

const pathsOf = (text: string) => [...text.matchAll(/`([^`\s]+)`/g)].map(([, path = '']) => path);

test('every requirement of level 1 and 2 stands once, in its order, with its level, and no other', () => {
  const listed = read('test/tables/asvs-5.0.csv').trim().split('\n').slice(1);
  expect(listed).toHaveLength(253);
  expect(rows.map(({ id, level }) => `${id},${level}`)).toEqual(listed);
});

test('every status is one of three; what is met names a file that shows it, the rest says why', () => {
  expect(rows.filter(({ status }) => !['met', 'not applicable', 'not met'].includes(status))).toEqual([]);
  expect(rows.filter(({ status, shown }) => status === 'met' && pathsOf(shown).length === 0)).toEqual([]);
  expect(rows.filter(({ status, shown }) => status !== 'met' && shown.trim().length < 6)).toEqual([]);
});

test('every file that the tables name is there', () => {
  const named = rows.flatMap(({ shown }) => pathsOf(shown)).filter((path) => path.includes('/') || path.includes('.'));
  expect(named.length).toBeGreaterThan(180);
  expect([...new Set(named)].filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('the counts at the top are those of the tables, and nine in ten of what applies are met', () => {
  const applicable = rows.filter(({ status }) => status !== 'not applicable').length;
  const met = rows.filter(({ status }) => status === 'met').length;
  const share = met / applicable;
  expect(page).toContain(`\n| ${applicable} | ${met} | ${(share * 100).toFixed(1)} % |\n`);
  expect(share).toBeGreaterThanOrEqual(0.9);
});

test('every package is pinned, and the lock file has a SHA-512 of each that comes from outside', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json'));
  const asked = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(String(version)))).toEqual([]);
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, LockedPackage> };
  const outside = Object.entries(packages).filter(([path]) => path !== '');
  expect(outside.length).toBeGreaterThan(100);
  expect(outside.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
  expect(outside.filter(([, { resolved, link }]) => resolved !== undefined || link === true)).toEqual([]);
});
