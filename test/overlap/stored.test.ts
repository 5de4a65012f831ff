import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { sha256 } from '../../src/adapters/sha256.ts';
import { findSimilar } from '../../src/app/overlap/find-similar.ts';
import type { NewPlan } from '../../src/app/plan/ports.ts';
import type { Actor } from '../../src/core/permission/role.ts';
import { createTestStore } from '../database.ts';
import { contextOf, madeUpMunicipality } from '../followup-world.ts';
import { testNow } from '../web.ts';
import { type MadeUpMeasure, madeUpMeasures } from './made-up-measures.ts';
import { paraphrases } from './paraphrases.ts';

const CODE = '0001';
const PLANTED = 50;
const { store } = await createTestStore();
const made = madeUpMeasures(9000);
const planted = paraphrases.slice(0, PLANTED);
const ids = new Map<string, string>();

function planOf(slug: string, measures: readonly Pick<MadeUpMeasure, 'id' | 'text'>[]): NewPlan {
  const area = randomUUID();
  const block = { parentId: null, label: null, dueYear: null, rowVersion: 1, position: 0 } as const;
  const none = { registrationNumber: null, decisionMaker: null, documentOwner: null, words: null };
  const years = { periodFrom: 2027, periodTo: 2030, adoptedOn: '2026-05-01' };
  const blocks = measures.map(({ id, text }, position) => {
    const blockId = randomUUID();
    ids.set(id, blockId);
    return { ...block, id: blockId, kind: 'measure' as const, parentId: area, position, text };
  });
  return {
    facts: { id: randomUUID(), slug, title: slug, state: 'adopted', rowVersion: 1, ...none, ...years },
    blocks: [{ ...block, id: area, kind: 'area', text: 'Område' }, ...blocks],
    commitments: [],
    planCase: null,
    sourceFile: null,
  };
}

beforeAll(async () => {
  const plans = [...new Set(made.map(({ planId }) => planId))].map((planId) =>
    planOf(
      planId,
      made.filter((measure) => measure.planId === planId),
    ),
  );
  plans.push(
    planOf(
      'originals',
      planted.map(({ original }, at) => ({ id: `original-${at}`, text: original })),
    ),
  );
  plans.push(
    planOf(
      'rewritings',
      planted.map(({ rewritten }, at) => ({ id: `rewritten-${at}`, text: rewritten })),
    ),
  );
  await store.change(contextOf(CODE), async (tx) => {
    await tx.addMunicipality(madeUpMunicipality(CODE));
    for (const plan of plans) await tx.addPlan(CODE, plan);
    await tx.event({ kind: 'world-made', thingKind: 'municipality', thingId: CODE, before: null, after: null });
  });
}, 120_000);

test(`of ${PLANTED} rewritings among 9,000 stored measures, at least 40 lead to their original among the first three`, async () => {
  const actor: Actor = {
    municipality: CODE,
    accountId: randomUUID(),
    name: '',
    memberships: [{ role: 'reader', bodyId: null }],
  };
  const find = findSimilar({ store, sha256, clock: { now: () => testNow } });
  const found: boolean[] = [];
  for (const [at] of planted.entries()) {
    const command = { slug: 'rewritings', measureId: ids.get(`rewritten-${at}`) ?? '' };
    const similar = await find(actor, command);
    const first = similar.ok ? similar.value.similar.slice(0, 3) : [];
    found.push(first.some(({ there }) => there.id === ids.get(`original-${at}`)));
  }
  expect(found).toHaveLength(PLANTED);
  expect(found.filter(Boolean).length).toBeGreaterThanOrEqual(40);
}, 120_000);
