import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { operations, permissions } from '../../src/core/permission/may.ts';
import { roles } from '../../src/core/permission/role.ts';
import type { Access } from '../../src/web/route.ts';
import { allRoutes } from '../../src/web/routes.ts';
import { emptySite } from '../web.ts';

const root = resolve(import.meta.dirname, '../..');
const wordList = readFileSync(resolve(root, 'docs/ordlista.md'), 'utf8');
const PUBLIC = 'read-public-plan';

/** The word that people use for a value of the code, from the word list. */
function swedish(type: 'roles' | 'operations', value: string): string {
  const row = wordList.split('\n').find((line) => line.startsWith(`| \`${type}\` | \`${value}\` |`));
  const word = row?.split('|')[3]?.trim();
  if (!word) throw new Error(`The word list lacks ${type} ${value}`);
  return word;
}

const reaches = { municipality: 'hela kommunen', 'own-body': 'sitt organ' } as const;

function permissionTable(): string {
  const head = ['vad', ...roles.map((role) => swedish('roles', role))];
  const rows = operations.map((operation) => [
    swedish('operations', operation),
    ...roles.map((role) => {
      const reach = permissions[role][operation];
      return operation === PUBLIC ? 'alla' : reach === undefined ? '' : reaches[reach];
    }),
  ]);
  return tableOf(head, rows);
}

function routeTable(): string {
  const rows = [...allRoutes(emptySite().deps)]
    .sort((a, b) => a.path.localeCompare(b.path, 'sv') || a.method.localeCompare(b.method))
    .map(({ method, path, access }) => [`\`${path}\``, method === 'GET' ? 'läsa' : 'skicka', demandOf(access)]);
  return tableOf(['adress', 'hur', 'kräver'], rows);
}

function demandOf(access: Access): string {
  if (access === 'open') return 'alla';
  if (access === 'signed-in') return 'inloggade';
  return access === 'guest' ? 'gästlänk' : swedish('operations', access);
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function page(): string {
  const tried = roles.length * operations.length * 3 * 2;
  return `# Behörigheter

Den här sidan görs av programmets egen tabell. Ett test stannar om sidan och programmet säger olika saker.

Det som inte står i tabellen är inte tillåtet. **Hela kommunen** betyder alla organ i den egna kommunen, aldrig någon annan
kommuns. **Sitt organ** betyder det eller de organ som rollen är till för. En person kan ha flera roller och får då det som
någon av dem får. En roll gäller bara mellan sina dagar. Den som har en gästlänk får göra det som länken är till för, med just den
saken, och inget annat.

## Vad varje roll får göra

${permissionTable()}

Testet i \`src/core/permission/may.test.ts\` prövar varje roll mot varje rad, för eget organ, annat organ och inget organ, i egen och i annan
kommun: ${tried} fall.

## Vad varje adress kräver

Programmet svarar inte på några andra adresser än de här, utom driftens, som står i [Drift](drift.md), och filerna för utseende och
skript. Adresserna finns också på engelska, med \`/en\` före. Bakom adressen prövas rätten en gång till, mot just den sak som den gäller:
\`test/isolation.test.ts\` prövar varje adress som pekar ut en sak med en annan kommuns personer.

${routeTable()}
`;
}

test('the handbook shows the table of permissions and every route as they are', async () => {
  // To write it anew: npx vitest run test/architecture/permissions-page.test.ts -u
  await expect(page()).toMatchFileSnapshot(resolve(root, 'docs/handbok/behorigheter.md'));
});
