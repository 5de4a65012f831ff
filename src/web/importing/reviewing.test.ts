import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DemoSite } from '../../../test/demo-site.ts';
import { formFields, tickBoxes } from '../../../test/form-fields.ts';
import { countRows, createImportSite, importVisitor } from '../../../test/import-visitor.ts';
import type { ImportDraft } from '../../app/importing/ports.ts';
import { listReviewItems, listUnconfirmed } from '../../core/exchange/review-items.ts';

// The reader is unsure of one measure in the second area, and leaves a date without a place.
const bytes = new Uint8Array(readFileSync(resolve(import.meta.dirname, '../../../demo/example-plan.txt')));

let site: DemoSite;
let strategist: ReturnType<typeof importVisitor>;
let review: string;
beforeAll(async () => {
  site = await createImportSite();
  strategist = importVisitor(site);
});
beforeEach(async () => {
  review = (await strategist.upload('plan.txt', bytes)).location;
});

async function draft(): Promise<ImportDraft> {
  const found = await site.store.read.getImportDraft(site.code, review.slice('/import/'.length));
  if (!found) throw new Error('The upload is gone');
  return found;
}

const part = (group: string) => `${review}/delar/${group}`;

/** A part's form as it stands, with some fields written over. */
async function sendPart(group: string, changes: Record<string, string>) {
  return strategist.post(part(group), { ...formFields((await strategist.get(part(group))).html), ...changes });
}

describe('confirming', () => {
  test('what the reader was sure of is confirmed in one press, what it guessed is left', async () => {
    const { location } = await sendPart('area-1', { do: 'confirm-sure' });
    expect(location).toBe(part('area-1'));
    const { reading, confirmed } = await draft();
    const own = listReviewItems(reading).filter(({ group }) => group === 'area-1');
    expect(own.filter(({ doubtful }) => doubtful).map(({ path }) => path)).toEqual(['/areas/1/measures/2']);
    expect(own.filter(({ path }) => !confirmed.includes(path)).map(({ path }) => path)).toEqual([
      '/areas/1/measures/2',
    ]);
    const { html } = await strategist.get(part('area-1'));
    expect(html).toContain('Det är osäkert var texten börjar eller slutar.');
    expect(formFields(html)['ok/areas/1']).toBe('1');
    expect(formFields(html)['ok/areas/1/measures/2']).toBeUndefined();
  });

  test('a whole part leads to the next, and a tick is taken back by leaving it out', async () => {
    expect((await strategist.confirmPart(part('facts'))).location).toBe(part('sections'));
    expect((await draft()).confirmed).toContain('/title');
    const fields = formFields((await strategist.get(part('facts'))).html);
    const { 'ok/title': _, ...others } = fields;
    expect((await strategist.post(part('facts'), others)).location).toBe(part('facts'));
    expect((await draft()).confirmed).not.toContain('/title');
    expect((await draft()).confirmed).toContain('/period');
  });

  test('the plan is refused while anything is left, and nothing is stored', async () => {
    await strategist.confirmPart(part('facts'));
    expect((await strategist.get(review)).html).not.toContain('Gå vidare till organen');
    const before = await countRows(site);
    const organs = formFields((await strategist.get(`${review}/organ`)).html);
    const { status, html } = await strategist.post(`${review}/organ`, organs);
    expect(status).toBe(422);
    const left = listUnconfirmed((await draft()).reading, (await draft()).confirmed).length;
    expect(html).toContain(`${left} uppgifter är inte bekräftade än.`);
    expect(await countRows(site)).toEqual(before);
  });
});

describe('correcting', () => {
  test('what a person writes is saved and counts as seen; the rest of the item stays', async () => {
    const field = 'v/areas/0/measures/0|text';
    const { status } = await sendPart('area-0', { [field]: 'Gå  igenom\ngångvägarna.' });
    expect(status).toBe(303);
    const { reading, confirmed } = await draft();
    const [measure] = reading.plan.areas[0]?.measures ?? [];
    expect(measure).toEqual({
      number: '1.1',
      text: 'Gå igenom gångvägarna.',
      coordinator: 'TSN',
      coResponsible: ['RFF'],
      dueYear: 2026,
    });
    expect(confirmed).toEqual(['/areas/0/measures/0']);
  });

  test.each([
    ['a year', 'area-0', 'v/areas/0/measures/0|dueYear', '20288', 'Skriv året med fyra siffror'],
    ['an empty text', 'area-0', 'v/areas/0/objectives/0|text', ' ', 'Texten får inte vara tom.'],
    ['an area without a name', 'area-0', 'v/areas/0|title', '', 'Texten får inte vara tom.'],
    ['a period backwards', 'facts', 'v/period|to', '2020', 'Periodens första år ska vara före det sista.'],
  ])(
    '%s that no plan can hold is refused, and what was written and ticked is kept',
    async (_, group, field, value, sentence) => {
      const before = await draft();
      const { html: page } = await strategist.get(part(group));
      const other = tickBoxes(page).at(-1) ?? '';
      const { status, html } = await sendPart(group, { [field]: value, [other]: '1' });
      expect(status).toBe(422);
      expect(html).toMatch(new RegExp(`id="fel".*href="#i\\d+">${sentence}`, 's'));
      expect(formFields(html)[field]).toBe(value);
      expect(formFields(html)[other]).toBe('1');
      expect(await draft()).toEqual(before);
    },
  );

  test('an item is removed, and those after it keep their confirmation and their place in the source', async () => {
    await sendPart('area-0', { 'ok/areas/0/measures/2': '1' });
    const before = (await draft()).reading;
    const { location } = await sendPart('area-0', { do: 'remove /areas/0/measures/0' });
    expect(location).toBe(part('area-0'));
    const after = await draft();
    const measures = before.plan.areas[0]?.measures ?? [];
    expect(after.reading.plan.areas[0]?.measures).toEqual(measures.slice(1));
    expect(after.confirmed).toEqual(['/areas/0/measures/1']);
    expect(after.reading.places['/areas/0/measures/1']).toEqual(before.places['/areas/0/measures/2']);
  });

  test('a whole area is removed with all that stands in it, and the review goes on', async () => {
    const before = (await draft()).reading.plan.areas;
    const last = before.length - 1;
    expect((await strategist.get(part(`area-${last}`))).html).toContain('Ta bort hela området med allt i det');
    expect((await sendPart(`area-${last}`, { do: `remove /areas/${last}` })).location).toBe(review);
    expect((await draft()).reading.plan.areas).toEqual(before.slice(0, -1));
  });

  test.each(['/areas/0/measures/99', '/areas/1', '/title', '/__proto__/0', ''])(
    'removing "%s", which is no item of the part, changes nothing',
    async (path) => {
      const before = (await draft()).reading;
      const { status } = await sendPart('area-0', { do: `remove ${path}` });
      expect(status).toBe(422);
      expect((await draft()).reading).toEqual(before);
    },
  );
});

describe('text without a place', () => {
  test('waits for a decision, is said to belong nowhere, or becomes part of the plan', async () => {
    const [loose] = (await draft()).reading.plan.unplaced;
    const choice = 'v/unplaced/0|place';
    await sendPart('unplaced', { do: 'confirm-sure' });
    expect((await draft()).confirmed).toEqual([]);
    await sendPart('unplaced', { [choice]: 'none' });
    expect((await draft()).confirmed).toEqual(['/unplaced/0']);
    await sendPart('unplaced', { [choice]: 'undecided' });
    expect((await draft()).confirmed).toEqual([]);
    await sendPart('unplaced', { [choice]: 'objective:1' });
    const { reading, confirmed } = await draft();
    expect(reading.plan.unplaced).toEqual([]);
    const objectives = reading.plan.areas[1]?.objectives ?? [];
    const at = objectives.indexOf(loose?.text ?? '');
    expect(confirmed).toEqual([`/areas/1/objectives/${at}`]);
    expect((await strategist.get(part('unplaced'))).html).toContain('All text i källan har fått en plats.');
  });

  test.each(['objective:99', 'nonsense', 'measure:x'])(
    'a place "%s" that is not there changes nothing',
    async (place) => {
      const before = (await draft()).reading;
      await sendPart('unplaced', { 'v/unplaced/0|place': place });
      expect((await draft()).reading).toEqual(before);
    },
  );
});

describe('two people at once', () => {
  test('the second is told, sees both texts, and loses nothing', async () => {
    const field = 'v/areas/0/objectives/0|text';
    const stale = formFields((await strategist.get(part('area-0'))).html);
    await sendPart('area-0', { [field]: 'Den första skrev detta.' });
    const mine = { ...stale, [field]: 'Den andra skrev detta.', 'ok/areas/0/measures/1': '1' };
    const { status, html } = await strategist.post(part('area-0'), mine);
    expect(status).toBe(409);
    expect(html).toContain('Någon annan har ändrat samtidigt');
    expect(html).toContain('Nu står det: <q lang="sv">Den första skrev detta.</q>');
    expect(formFields(html)[field]).toBe('Den andra skrev detta.');
    expect(formFields(html)['ok/areas/0/measures/1']).toBe('1');
    expect((await draft()).reading.plan.areas[0]?.objectives[0]).toBe('Den första skrev detta.');
    expect((await strategist.post(part('area-0'), formFields(html))).status).toBe(303);
    expect((await draft()).reading.plan.areas[0]?.objectives[0]).toBe('Den andra skrev detta.');
  });

  test('what the second left alone is what the first wrote, and what moved keeps what was written for it', async () => {
    const stale = formFields((await strategist.get(part('area-0'))).html);
    await sendPart('area-0', { 'v/areas/0|title': 'Den förstas namn' });
    await sendPart('area-0', { do: 'remove /areas/0/measures/0' });
    const second = { 'v/areas/0/measures/1|text': 'Om den andra åtgärden.', 'ok/areas/0/measures/2': '1' };
    const { status, html } = await strategist.post(part('area-0'), { ...stale, ...second });
    expect(status).toBe(409);
    const shown = formFields(html);
    expect(shown['v/areas/0|title']).toBe('Den förstas namn');
    expect(shown['v/areas/0/measures/0|text']).toBe('Om den andra åtgärden.');
    expect(shown['v/areas/0/measures/0|number']).toBe('1.2');
    expect([shown['ok/areas/0'], shown['ok/areas/0/measures/0'], shown['ok/areas/0/measures/1']]).toEqual([
      '1',
      undefined,
      '1',
    ]);
    await strategist.post(part('area-0'), shown);
    const [area] = (await draft()).reading.plan.areas;
    expect(area?.title).toBe('Den förstas namn');
    expect(area?.measures.map(({ number }) => number)).toEqual(['1.2', '1.3']);
    expect(area?.measures[0]?.text).toBe('Om den andra åtgärden.');
  });

  test('a decision about text without a place is kept when somebody else was first', async () => {
    const stale = formFields((await strategist.get(part('unplaced'))).html);
    await sendPart('facts', { 'ok/title': '1' });
    const { status, html } = await strategist.post(part('unplaced'), { ...stale, 'v/unplaced/0|place': 'section' });
    expect([status, formFields(html)['v/unplaced/0|place']]).toEqual([409, 'section']);
  });

  test('a plan confirmed twice at the same moment becomes one plan', async () => {
    await strategist.confirmAll(review);
    const plans = (await site.store.read.listPlans(site.code)).length;
    const fields = formFields((await strategist.get(`${review}/organ`)).html);
    const answers = await Promise.all([1, 2, 3].map(() => strategist.post(`${review}/organ`, fields)));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect((await site.store.read.listPlans(site.code)).length).toBe(plans + 1);
  });

  test('a plan is not confirmed past a correction that came in between', async () => {
    await strategist.confirmAll(review);
    const fields = formFields((await strategist.get(`${review}/organ`)).html);
    await sendPart('area-0', { 'v/areas/0|title': 'Ett annat namn' });
    const before = await countRows(site);
    expect((await strategist.post(`${review}/organ`, fields)).status).toBe(409);
    expect(await countRows(site)).toEqual(before);
  });
});

test('a review that is thrown away takes the file with it and leaves every plan alone', async () => {
  const before = await countRows(site);
  expect((await strategist.post(`${review}/kasta`, {})).location).toBe('/import?klart=slangd');
  const { import_draft = 0, event = 0 } = before;
  expect(await countRows(site)).toEqual({ ...before, import_draft: import_draft - 1, event: event + 1 });
  expect((await strategist.get(review)).status).toBe(404);
});
