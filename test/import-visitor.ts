import { createSourceReader } from '../src/adapters/reading/source-reader.ts';
import { createTableReader } from '../src/adapters/reading/table/table-reader.ts';
import type { Role } from '../src/core/permission/role.ts';
import { createDemoSite, type DemoSite } from './demo-site.ts';
import { formFields, tickBoxes } from './form-fields.ts';
import { formRequest } from './web.ts';

/** An answer as a browser without scripts meets it: redirects are not followed. */
export interface Answer {
  readonly status: number;
  readonly location: string;
  readonly html: string;
}

const HOST = 'http://localhost';

/** The demo site with the reader that the program itself has. */
export function createImportSite(): Promise<DemoSite> {
  return createDemoSite({ reader: createSourceReader() });
}

/** The demo site with the reader of tables that the program itself has. */
export function createRegisterSite(): Promise<DemoSite> {
  return createDemoSite({ tables: createTableReader() });
}

/** Somebody with a browser before the import pages of a site. */
export function importVisitor(site: DemoSite, role: Role = 'strategist') {
  const cookie = site.cookie(role);
  const ask = async (path: string, request: RequestInit): Promise<Answer> => {
    const answer = await site.app.request(HOST + path, request);
    return { status: answer.status, location: answer.headers.get('location') ?? '', html: await answer.text() };
  };
  const get = (path: string) => ask(path, { headers: { cookie } });
  const post = (path: string, fields: Readonly<Record<string, string>>) => ask(path, formRequest(fields, { cookie }));
  const upload = (name: string, bytes: Uint8Array) => {
    const body = new FormData();
    body.append('fil', new File([new Uint8Array(bytes)], name));
    return ask('/import', { method: 'POST', headers: { cookie, origin: HOST, host: 'localhost' }, body });
  };
  /** Says of everything on a part's page that it is right, and of text without a place that it belongs nowhere. */
  const confirmPart = async (path: string) => {
    const { html } = await get(path);
    const ticks = Object.fromEntries(tickBoxes(html).map((name) => [name, '1']));
    const placed = Object.keys(formFields(html)).filter((name) => name.endsWith('|place'));
    return post(path, { ...formFields(html), ...ticks, ...Object.fromEntries(placed.map((name) => [name, 'none'])) });
  };
  /** Confirms part after part until the site leads back to the overview. */
  const confirmAll = async (reviewPath: string) => {
    let next = `${reviewPath}/delar/facts`;
    for (let steps = 0; next !== reviewPath; steps += 1) {
      if (steps > 50) throw new Error(`The review never ends: ${next}`);
      next = (await confirmPart(next)).location;
    }
  };
  return { get, post, upload, confirmPart, confirmAll };
}

/** How many rows every table that an import may touch has. */
export async function countRows(site: DemoSite): Promise<Record<string, number>> {
  const tables = ['plan', 'block', 'commitment', 'body', 'source_file', 'plan_case', 'import_draft', 'event'];
  const sums = tables.map((table) => `(select count(*) from ${table})::int as ${table}`);
  const [row] = await site.rows<Record<string, number>>(`select ${sums.join(', ')}`);
  return row ?? {};
}
