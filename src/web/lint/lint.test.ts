import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createDemoSite, type DemoSite, DRAFT } from '../../../test/demo-site.ts';
import { formVisitor } from '../../../test/form-visitor.ts';
import { lintStoredPlan, type StoredFinding } from '../../app/lint/lint-stored-plan.ts';
import type { Role } from '../../core/permission/role.ts';

const PAGE = `/planer/${DRAFT}/granska`;
const GRADES = '/administration/granskningsregler';
const REASON = 'Kommer i nästa plan';
let site: DemoSite;
/** How long the trail was when the test began. */
let begun = 0;

beforeAll(async () => {
  site = await createDemoSite();
});

beforeEach(async () => {
  await site.change('delete from finding_acknowledgement');
  await site.change('delete from rule_grade');
  begun = (await site.store.read.getTrailHead(site.code)).sequence;
});

const as = (role: Role | null) => formVisitor(site, role);

async function findings(): Promise<readonly StoredFinding[]> {
  const account = (await site.store.read.listAccounts(site.code)).find(
    ({ memberships, disabled }) => !disabled && memberships.some(({ role }) => role === 'strategist'),
  );
  if (!account) throw new Error('The demo has no strategist');
  const actor = {
    municipality: site.code,
    accountId: account.id,
    name: account.name,
    memberships: account.memberships,
  };
  const linted = await lintStoredPlan(site.deps)(actor, DRAFT, 'sv');
  if (!linted.ok) throw new Error(linted.refusal.kind);
  return linted.value.findings;
}

const one = async (rule: string) => {
  const found = (await findings()).find((finding) => finding.rule === rule);
  if (found === undefined) throw new Error(`The draft has no finding of ${rule}`);
  return found;
};

const fieldOf = ({ key }: StoredFinding) => `skal-${key.slice(0, 16)}`;

const acknowledge = (finding: StoredFinding, reason: string) =>
  as('strategist').post(`${PAGE}/kvittera`, { nyckel: finding.key, [fieldOf(finding)]: reason });

const events = () =>
  site.rows<{ kind: string; after: unknown }>(
    `select kind, after from event where sequence > ${begun} order by sequence`,
  );
const kinds = async () => (await events()).map(({ kind }) => kind);

const RULE = 'vague-verb';

async function changeText(blockId: string, text: string): Promise<void> {
  const { location } = await as('strategist').fill(`/planer/${DRAFT}/redigera/${blockId}`, { text });
  expect(location).toMatch(new RegExp(`^/planer/${DRAFT}/`));
}

/** A text of the draft that the rule of vague words speaks about. */
async function writeVague(): Promise<string> {
  const plan = await site.store.read.getPlanBySlug(site.code, DRAFT);
  const measure = plan?.blocks.find(({ kind }) => kind === 'measure');
  await changeText(measure?.id ?? '', 'Utveckla samverkan med föreningar');
  return measure?.id ?? '';
}

describe('acknowledging', () => {
  test('a finding with a reason is no longer open, and says who and why', async () => {
    await writeVague();
    const before = await findings();
    const vague = await one(RULE);
    const { status, location } = await acknowledge(vague, `  ${REASON}\n`);
    expect([status, location]).toEqual([303, `${PAGE}?visa=open&grad=&regel=&klart=kvitterad`]);
    const page = await as('auditor').get(`${PAGE}?visa=all`);
    expect(page.html).toContain(`${before.length - 1} öppna, 1 kvitterad<`);
    expect(page.html).toContain(REASON);
    expect(page.html).not.toContain('/ta-tillbaka');
    expect((await as('strategist').get(PAGE)).html).not.toContain(vague.key.slice(0, 16));
    expect(await kinds()).toContain('finding-acknowledged');
  });

  test('it stays through changes elsewhere, and opens when its own words change', async () => {
    const blockId = await writeVague();
    await acknowledge(await one(RULE), REASON);
    const plan = await site.store.read.getPlanBySlug(site.code, DRAFT);
    const other = plan?.blocks.find(({ kind }) => kind === 'section');
    await changeText(other?.id ?? '', 'En helt annan rubrik');
    expect((await one(RULE)).acknowledged?.reason).toBe(REASON);
    await changeText(blockId, 'Utveckla samverkan med idrottsföreningar');
    expect((await one(RULE)).acknowledged).toBeNull();
    await changeText(blockId, 'Utveckla samverkan med föreningar');
    expect((await one(RULE)).acknowledged?.reason).toBe(REASON);
  });

  test('it can be withdrawn, twice over', async () => {
    await writeVague();
    const vague = await one(RULE);
    await acknowledge(vague, REASON);
    for (const _turn of [1, 2]) {
      const { location } = await as('strategist').post(`${PAGE}/ta-tillbaka`, { nyckel: vague.key });
      expect(location).toContain('klart=tillbakatagen');
    }
    expect((await one(RULE)).acknowledged).toBeNull();
    expect((await kinds()).filter((kind) => kind === 'acknowledgement-withdrawn')).toHaveLength(1);
  });

  test.each([
    ['no reason', '   ', 'Skriv varför anmärkningen inte åtgärdas.'],
    ['a reason too long', 'x'.repeat(1001), 'Skriv högst 1 000 tecken'],
  ])('%s is refused and what was written is kept', async (_what, reason, sentence) => {
    await writeVague();
    const vague = await one(RULE);
    const { status, html } = await acknowledge(vague, reason);
    expect(status).toBe(422);
    expect(html).toContain(sentence);
    expect(html).toContain(`href="#${fieldOf(vague)}"`);
    expect(html.replace(/\s/g, '')).toContain(`${reason.trim()}</textarea>`);
    expect((await one(RULE)).acknowledged).toBeNull();
  });

  test('the second of two is told the first one’s reason, and keeps their own words', async () => {
    await writeVague();
    const vague = await one(RULE);
    const answers = await Promise.all([acknowledge(vague, 'Första skälet'), acknowledge(vague, 'Andra skälet')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const late = answers.find(({ status }) => status === 409);
    expect(late?.html).toContain('Första skälet');
    expect(late?.html).toContain('Andra skälet');
    expect((await kinds()).filter((kind) => kind === 'finding-acknowledged')).toHaveLength(1);
  });

  test('a finding that is gone is refused', async () => {
    const blockId = await writeVague();
    const vague = await one(RULE);
    await changeText(blockId, 'Träffa tre föreningar varje år');
    const { status, html } = await acknowledge(vague, REASON);
    expect(status).toBe(409);
    expect(html).toContain('finns inte längre');
  });

  test('only the strategist may', async () => {
    await writeVague();
    const fields = { nyckel: (await one(RULE)).key, x: REASON };
    for (const role of ['auditor', 'administrator', 'reader', 'reporter'] as const)
      for (const step of ['kvittera', 'ta-tillbaka'])
        expect([role, (await as(role).post(`${PAGE}/${step}`, fields)).status]).toEqual([role, 403]);
  });
});

describe('the page', () => {
  test('shows each rule with why and an example, and each finding with a way to its text', async () => {
    const blockId = await writeVague();
    const { html } = await as('strategist').get(PAGE);
    expect(html).toContain('Vagt ord utan resultat (');
    expect(html).toContain('säger en riktning');
    expect(html).toContain('Exempel:');
    expect(html).toContain(`/planer/${DRAFT}/redigera/${blockId}`);
    expect((await as('auditor').get(PAGE)).html).toContain(`/planer/${DRAFT}#${blockId}`);
  });

  test('is filtered by grade, rule and whether it is open', async () => {
    await writeVague();
    const vague = await one(RULE);
    const shown = async (query: string) =>
      [...(await as('strategist').get(`${PAGE}?${query}`)).html.matchAll(/<li class="hk-stack" id="(\w+)"/g)].map(
        ([, id]) => id,
      );
    const all = await findings();
    expect(await shown('visa=all')).toHaveLength(all.length);
    expect(await shown('grad=warning')).toHaveLength(all.filter(({ severity }) => severity === 'warning').length);
    expect(await shown(`regel=${RULE}`)).toContain(vague.key.slice(0, 16));
    expect(await shown('visa=acknowledged')).toEqual([]);
    expect(await shown('visa=x&grad=y&regel=__proto__')).toHaveLength(all.length);
  });
});

describe('the rules', () => {
  test('are turned off, graded and reset, and the trail tells', async () => {
    await writeVague();
    expect((await as('administrator').fill(GRADES, { [RULE]: 'off' })).location).toBe(`${GRADES}?klart=sparat`);
    expect((await findings()).filter(({ rule }) => rule === RULE)).toEqual([]);
    await as('strategist').fill(GRADES, { [RULE]: 'error' });
    expect((await one(RULE)).severity).toBe('error');
    expect((await as('strategist').get(GRADES)).html).toContain('Ändrad. Programmets val: Notera.');
    await as('strategist').post(`${GRADES}/aterstall`, {});
    expect((await one(RULE)).severity).toBe('note');
    const told = (await events()).filter(({ kind }) => kind.startsWith('lint-rules-'));
    expect(told).toEqual([
      { kind: 'lint-rules-changed', after: { [RULE]: 'off' } },
      { kind: 'lint-rules-changed', after: { [RULE]: 'error' } },
      { kind: 'lint-rules-reset', after: null },
    ]);
  });

  test('two people change different rules; the same rule is the first one’s until the second has seen it', async () => {
    const change = (rule: string, shown: string, chosen: string) =>
      as('strategist').post(GRADES, { [`visad-${rule}`]: shown, [rule]: chosen });
    expect((await change(RULE, 'note', 'warning')).status).toBe(303);
    expect((await change('heavy-word', 'note', 'off')).status).toBe(303);
    const late = await change(RULE, 'note', 'error');
    expect(late.status).toBe(409);
    expect(late.html).toContain('Vagt ord utan resultat (varning)');
    expect(late.html).toContain('<option value="error" selected');
    expect(late.html).toContain(`name="visad-${RULE}" value="warning"`);
    expect((await change(RULE, 'warning', 'error')).status).toBe(303);
    expect((await site.store.read.listRuleGrades(site.code)).length).toBe(2);
  });

  test.each([
    [{ 'visad-vague-verb': 'note', 'vague-verb': 'fatal' }],
    [{ 'visad-no-such-rule': 'note', 'no-such-rule': 'off' }],
    [{ 'visad-vague-verb': '', 'vague-verb': 'off' }],
  ])('a broken form is refused: %j', async (fields) => {
    expect((await as('strategist').post(GRADES, fields)).status).toBe(422);
    expect(await site.store.read.listRuleGrades(site.code)).toEqual([]);
  });
});

describe('word rules', () => {
  test('are changed against the version that was read', async () => {
    const [rule] = await site.store.read.listWordRules(site.code);
    const address = `/ordregler/${rule?.id}`;
    expect((await as('administrator').fill(address, { ord: 'bad\nSIM', organ: 'TN' })).location).toContain('andrad');
    const changed = (await site.store.read.listWordRules(site.code)).find(({ id }) => id === rule?.id);
    expect(changed).toMatchObject({ words: ['bad', 'sim'], bodyLabel: 'TN', rowVersion: 2 });
    const late = await as('strategist').post(address, { ord: 'kultur', organ: 'KN', version: '1' });
    expect(late.status).toBe(409);
    expect(late.html).toContain('bad, sim');
    expect(late.html).toContain('kultur</textarea>');
    expect((await as('strategist').post(address, { ord: 'ab', organ: 'KN', version: '2' })).status).toBe(422);
    await as('strategist').post('/ordregler/ta-bort', { regel: rule?.id ?? '' });
    const gone = await as('strategist').post(address, { ord: 'kultur', organ: 'KN', version: '2' });
    expect(gone.status).toBe(404);
    expect(gone.html).toContain('tagit bort regeln');
    expect(gone.html).toContain('kultur</textarea>');
    expect((await as('strategist').get(address)).status).toBe(404);
  });
});

// The last: it adopts the draft.
describe('a blocking rule', () => {
  test('stops the plan until its findings are corrected or acknowledged', async () => {
    await writeVague();
    await as('strategist').fill(GRADES, { [RULE]: 'blocking' });
    const page = await as('strategist').get(`/planer/${DRAFT}`);
    expect(page.html).toContain('Planen kan inte beslutas än');
    const plan = await site.store.read.getPlanBySlug(site.code, DRAFT);
    const fields = { adoptedOn: '2026-05-10', rowVersion: String(plan?.facts.rowVersion) };
    const refused = await as('strategist').post(`/planer/${DRAFT}/anta`, fields);
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('stoppande anmärkningar är öppna');
    for (const finding of await findings()) if (finding.blocking) await acknowledge(finding, REASON);
    const done = await as('strategist').post(`/planer/${DRAFT}/anta`, fields);
    expect(done.location).toBe(`/planer/${DRAFT}?klart=beslut`);
  });
});
