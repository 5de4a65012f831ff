import { expect, test } from 'vitest';
import { createTestStore } from '../../../test/database.ts';
import { contextOf, madeUpPlan, storeWorld } from '../../../test/followup-world.ts';
import type { NewReport, ReportWrite } from '../../app/followup/ports.ts';

const { store, ids, takeQueries } = await createTestStore();
const world = await storeWorld(store, ids, { municipality: '9901', measures: 10, state: 'adopted' });
const draft = madeUpPlan(ids, world.bodies, { slug: 'draft', measures: 2, state: 'draft' });
const context = contextOf('9901');
const happened = { kind: 'tried', thingKind: 'commitment', thingId: 'x', before: null, after: null };
await store.change(context, async (tx) => {
  await tx.addPlan('9901', draft);
  await tx.event({ ...happened, thingKind: 'plan', thingId: draft.facts.id });
});

function commitmentAt(index: number) {
  const commitment = world.plan.commitments[index];
  if (commitment?.bodyId == null) throw new Error('the made-up plan has no such commitment');
  return { id: commitment.id, bodyId: commitment.bodyId };
}

function report(commitmentId: string, more: Partial<NewReport>): NewReport {
  const id = ids.next();
  const plain = { status: 'in-progress', text: 'Arbetet är i gång.', reportedOn: '2026-01-15' } as const;
  return { id, commitmentId, ...plain, authorId: null, authorName: 'Rut', requestKey: id, basedOn: null, ...more };
}

function send(bodyId: string, sent: NewReport): Promise<ReportWrite> {
  return store.change(context, async (tx) => {
    const answer = await tx.addReport('9901', bodyId, sent);
    await tx.event(happened);
    return answer;
  });
}

test('of eight reports on the same state exactly one is done, and the others see it', async () => {
  const { id, bodyId } = commitmentAt(0);
  const sent = Array.from({ length: 8 }, () => report(id, {}));
  const answers = await Promise.all(sent.map((each) => send(bodyId, each)));
  expect(answers.filter((answer) => answer.done)).toHaveLength(1);
  const first = sent[answers.findIndex((answer) => answer.done)];
  const currents = answers.flatMap((answer) => (answer.done ? [] : [answer.current?.id]));
  expect(currents).toEqual(Array(7).fill(first?.id));
  const next = report(id, { basedOn: first?.id ?? null, status: 'done' });
  expect(await send(bodyId, next)).toEqual({ done: true, repeated: false });
  const whole = await store.read.getCommitment('9901', id);
  expect(whole?.reports.map((each) => each.id)).toEqual([next.id, first?.id]);
  expect(whole?.commitment).toMatchObject({ reportCount: 2, lastReport: { id: next.id, reportedOn: '2026-01-15' } });
});

test('the same form sent many times is one report', async () => {
  const { id, bodyId } = commitmentAt(1);
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => send(bodyId, report(id, { requestKey: 'one form' }))),
  );
  expect(answers.every((answer) => answer.done)).toBe(true);
  expect(answers.filter((answer) => answer.done && !answer.repeated)).toHaveLength(1);
  expect((await store.read.getCommitment('9901', id))?.reports).toHaveLength(1);
});

test('another body cannot report, answer or plan on a commitment', async () => {
  const { id } = commitmentAt(2);
  const stranger = commitmentAt(3).bodyId;
  expect(await send(stranger, report(id, {}))).toEqual({ done: false, current: null });
  const activity = { id: ids.next(), commitmentId: id, title: 'A', startsOn: null, endsOn: null, rowVersion: 1 };
  const planned = { ...activity, state: 'planned' as const };
  await store.change(context, async (tx) => {
    const answer = { commitmentId: id, stance: 'accepted' as const, comment: '', rowVersion: 1 };
    expect(await tx.answerCommitment('9901', stranger, answer)).toEqual({ done: false, current: null });
    expect(await tx.addActivity('9901', stranger, planned)).toBe(false);
    expect(await tx.changeActivity('9901', stranger, planned)).toEqual({ done: false, current: null });
  });
});

test('the second of two answers and of two changes of an activity gets what stands there now', async () => {
  const { id, bodyId } = commitmentAt(4);
  const answer = { commitmentId: id, stance: 'accepted', comment: '', rowVersion: 1 } as const;
  const activity = { id: ids.next(), commitmentId: id, title: 'Kurs', startsOn: '2026-02-01', endsOn: null } as const;
  const planned = { ...activity, state: 'planned', rowVersion: 1 } as const;
  await store.change(context, async (tx) => {
    expect(await tx.answerCommitment('9901', bodyId, answer)).toEqual({ done: true });
    expect(await tx.answerCommitment('9901', bodyId, { ...answer, stance: 'commented' })).toMatchObject({
      done: false,
      current: { stance: 'accepted', rowVersion: 2 },
    });
    expect(await tx.addActivity('9901', bodyId, planned)).toBe(true);
    expect(await tx.changeActivity('9901', bodyId, { ...planned, title: 'Två kurser' })).toEqual({ done: true });
    expect(await tx.changeActivity('9901', bodyId, { ...planned, state: 'done' })).toEqual({
      done: false,
      current: { ...planned, title: 'Två kurser', rowVersion: 2 },
    });
    await tx.event(happened);
  });
});

test('lists cost one query each and are in the order of the document', async () => {
  const { bodyId } = commitmentAt(0);
  takeQueries();
  const rows = await store.read.listCommitmentsOfBodies('9901', [bodyId]);
  const measures = await store.read.listAdoptedMeasuresOfBody('9901', bodyId);
  await store.read.getCommitment('9901', commitmentAt(0).id);
  expect(takeQueries()).toHaveLength(3);
  const labels = world.plan.blocks.filter((block) => block.kind === 'measure').map((block) => block.label);
  const ofPlan = rows.filter((row) => row.plan.id === world.plan.facts.id);
  expect(ofPlan.map((row) => row.measure.label)).toEqual(labels);
  expect(ofPlan[4]).toMatchObject({ area: { label: '3' }, activityCount: 0 });
  const found = measures.filter((row) => row.plan.id === world.plan.facts.id);
  expect(found.map((row) => row.measure.label)).toEqual(labels);
  expect(found.every((row) => row.commitments.length === 2)).toBe(true);
});
