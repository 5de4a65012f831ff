import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createDemoSite, type DemoSite, DRAFT } from '../../../test/demo-site.ts';
import { formFields } from '../../../test/form-fields.ts';
import { formVisitor } from '../../../test/form-visitor.ts';
import type { Role } from '../../core/permission/role.ts';
import { housePresets } from '../../core/plan/house-presets.ts';

const HOUSE = '/administration/ord';
const PLAN = `/planer/${DRAFT}/ord`;
const ADOPTED = '/planer/trygga-relationer';
let site: DemoSite;
let begun = 0;

beforeAll(async () => {
  site = await createDemoSite();
});

beforeEach(async () => {
  begun = (await site.store.read.getTrailHead(site.code)).sequence;
});

const as = (role: Role | null) => formVisitor(site, role);
const municipality = async () => {
  const found = await site.store.read.getMunicipality(site.code);
  if (found === null) throw new Error('The demo has no municipality');
  return found;
};
const plan = async () => (await site.store.read.getPlanBySlug(site.code, DRAFT))?.facts;
const kinds = async () =>
  (await site.rows<{ kind: string }>(`select kind from event where sequence > ${begun}`)).map(({ kind }) => kind);

describe('the words of the municipality', () => {
  test('a preset is shown against what holds, and saved as it stands', async () => {
    const preset = await as('administrator').get(`${HOUSE}?mall=focus-areas`);
    expect(preset.html).toContain('Det här ändras med mallen Fokusområden med insatser');
    expect(preset.html).toMatch(/Område, ett<\/th><td lang="sv">område<\/td><td lang="sv">fokusområde</);
    expect((await municipality()).words.area).toBe('område');
    const saved = await as('administrator').post(HOUSE, formFields(preset.html));
    expect(saved.location).toBe(`${HOUSE}?klart=sparat`);
    const { words, house, reportDueDays } = await municipality();
    expect({ words, house, reportDueDays }).toEqual({
      words: housePresets[1]?.words,
      house: housePresets[1]?.house,
      reportDueDays: ['03-31', '08-31', '12-31'],
    });
    expect(await kinds()).toContain('house-changed');
    expect((await as('administrator').get(`${HOUSE}?mall=focus-areas`)).html).toContain(
      'Mallen är redan det som gäller',
    );
  });

  test('words and states are shown on the pages in Swedish, and the report days to those who report', async () => {
    const changes = { measures: 'uppdrag', 'status-done': 'Förklarad fullgjord', reportDueDays: '30/4\n31/10' };
    expect((await as('strategist').fill(HOUSE, changes)).status).toBe(303);
    expect((await municipality()).reportDueDays).toEqual(['04-30', '10-31']);
    await site.change(`update plan set words = null where state = 'adopted'`);
    const page = await as(null).get(ADOPTED);
    expect(page.html).toContain('ppdrag');
    expect(page.html).toContain('Förklarad fullgjord');
    expect((await as(null).get(`/en${ADOPTED}`)).html).not.toContain('Förklarad fullgjord');
    expect((await as('board-controller').get('/ataganden')).html).toContain('senast 30 april och 31 oktober varje år');
  });

  test('every fault is named at its field, what was written is kept and nothing is saved', async () => {
    const before = await municipality();
    const { status, html } = await as('strategist').fill(HOUSE, {
      area: ' ',
      coordinator: 'x'.repeat(61),
      'number-measure': 'nummer ett',
      reportDueDays: '31/2\n04-30',
      documentTypes: Array.from({ length: 41 }, (_, index) => `slag ${index}`).join('\n'),
    });
    expect(status).toBe(422);
    for (const field of ['area', 'coordinator', 'number-measure', 'reportDueDays', 'documentTypes'])
      expect(html).toContain(`<a href="#${field}">`);
    expect(html).toContain('value="nummer ett"');
    expect(await municipality()).toEqual(before);
  });

  test('the second of two sees both, and saves on purpose', async () => {
    const { rowVersion } = await municipality();
    const { html } = await as('strategist').get(HOUSE);
    await as('administrator').fill(HOUSE, { objective: 'inriktning' });
    const late = await as('strategist').post(HOUSE, { ...formFields(html), objective: 'delmål' });
    expect(late.status).toBe(409);
    expect(late.html).toMatch(/Mål, ett<\/th><td lang="sv">inriktning<\/td><td lang="sv">delmål</);
    expect(late.html).toContain(`name="rowVersion" value="${rowVersion + 1}"`);
    expect((await as('strategist').post(HOUSE, formFields(late.html))).status).toBe(303);
    expect((await municipality()).words.objective).toBe('delmål');
  });

  test.each(['reader', 'auditor', 'board-controller'] as const)('a %s may not', async (role) => {
    expect((await as(role).get(HOUSE)).status).toBe(403);
    expect((await as(role).post(HOUSE, {})).status).toBe(403);
  });
});

describe('the words of a plan', () => {
  test('its own words, numbering and kind, and back to the municipality’s', async () => {
    const changes = { ownWords: 'on', measure: 'aktivitet', measures: 'aktiviteter', ownNumbering: 'on' };
    const kind = { documentType: 'plan', documentClass: 'reglerande' };
    await as('strategist').fill(PLAN, { ...changes, 'number-measure': 'A21.2.2.3', ...kind });
    expect(await plan()).toMatchObject({
      words: { measure: 'aktivitet' },
      settings: { numbering: { measure: 'A21.2.{area}.{n}' }, ...kind },
    });
    const page = await as('strategist').get(`/planer/${DRAFT}`);
    expect(page.html).toContain('ktivitet');
    expect(page.html).toContain('reglerande');
    expect(await kinds()).toContain('plan-house-changed');
    await as('strategist').fill(PLAN, { ownWords: null, ownNumbering: null });
    expect(await plan()).toMatchObject({ words: null, settings: { numbering: null, documentType: 'plan' } });
  });

  test('a plan is numbered by its own pattern from the next change on', async () => {
    const numbers = async () =>
      ((await site.store.read.getPlanBySlug(site.code, DRAFT))?.blocks ?? [])
        .filter(({ kind }) => kind === 'measure')
        .map(({ label }) => label);
    const before = await numbers();
    await as('strategist').fill(PLAN, { ownNumbering: 'on', 'number-measure': '2:3' });
    expect(await numbers()).toEqual(before);
    const area = (await site.store.read.getPlanBySlug(site.code, DRAFT))?.blocks.find(({ kind }) => kind === 'measure');
    await as('strategist').fill(`/planer/${DRAFT}/redigera/${area?.id}`, { text: 'En ny lydelse' });
    expect(await numbers()).toEqual(before.map((label) => label?.replace('.', ':')));
  });

  test('the second of two sees both', async () => {
    const { html } = await as('strategist').get(PLAN);
    await as('strategist').fill(PLAN, { documentClass: 'planerande' });
    const late = await as('strategist').post(PLAN, { ...formFields(html), documentClass: 'reglerande' });
    expect(late.status).toBe(409);
    expect(late.html).toMatch(/Dokumentklass<\/th><td lang="sv">planerande<\/td><td lang="sv">reglerande</);
  });

  test('what the deciders are called is suggested where a plan says who decides it', async () => {
    const { html } = await as('strategist').get(`/planer/${DRAFT}/uppgifter`);
    expect(html).toContain('<option value="Bolagsstyrelsen">');
    expect(html).toContain('list="decisionMaker-forslag"');
  });
});
