import type { OpenMeasure, OpenPlan } from '../../src/core/exchange/open-plan.ts';
import { revisedPlans } from './made-up-plans.ts';
import { numbersFrom } from './random.ts';

/** What was done to a plan, and what a person who did it knows: for each old measure, by its place, the new numbers that it lives on in. */
export interface RandomRevision {
  readonly after: OpenPlan;
  readonly truth: ReadonlyMap<string, readonly string[]>;
}

interface Draft {
  readonly was: readonly string[];
  readonly text: string;
  readonly measure: OpenMeasure;
}

/** Revises a plan as one seed says: measures are joined, reworded, removed, added, moved to other areas and renumbered. */
export function reviseAtRandom(before: OpenPlan, seed: number): RandomRevision {
  const next = numbersFrom(seed);
  const pick = (most: number) => Math.floor(next() * most);
  const words = before.areas.flatMap(({ text }) => text.join(' ').split(' '));
  let drafts = before.areas.flatMap(({ measures }) =>
    measures.map((measure): Draft => ({ was: [measure.number ?? ''], text: measure.text, measure })),
  );
  const count = drafts.length;
  for (let join = 0; join < 2; join += 1) drafts = joined(drafts, pick(drafts.length - 1));
  drafts = drafts.map((draft) => (next() < 0.4 ? { ...draft, text: reworded(draft.text, words, next) } : draft));
  drafts = drafts.filter(() => next() > 2 / count);
  const others = revisedPlans.flatMap((plan) => plan.before.areas).flatMap(({ measures }) => measures);
  for (let more = 0; more < 3; more += 1) {
    const measure = others[pick(others.length)];
    if (measure) drafts.splice(pick(drafts.length), 0, { was: [], text: measure.text, measure });
  }
  for (let move = 0; move < 4; move += 1) {
    const [taken] = drafts.splice(pick(drafts.length), 1);
    if (taken) drafts.splice(pick(drafts.length), 0, taken);
  }
  return numbered(before, drafts);
}

function joined(drafts: readonly Draft[], at: number): Draft[] {
  const [one, other] = [drafts[at], drafts[at + 1]];
  if (!one || !other) return [...drafts];
  const text = `${one.text.replace(/\.$/, '')} och ${other.text.slice(0, 1).toLowerCase()}${other.text.slice(1)}`;
  return [...drafts.slice(0, at), { ...one, text, was: [...one.was, ...other.was] }, ...drafts.slice(at + 2)];
}

/** Up to a third of the words gone or changed for another of the plan's. */
function reworded(text: string, words: readonly string[], next: () => number): string {
  const share = next() / 3;
  const kept = text.split(' ').flatMap((word) => {
    if (next() > share) return [word];
    return next() < 0.5 ? [] : [words[Math.floor(next() * words.length)] ?? word];
  });
  return kept.length === 0 ? text : kept.join(' ');
}

function numbered(before: OpenPlan, drafts: readonly Draft[]): RandomRevision {
  const each = Math.ceil(drafts.length / before.areas.length);
  const truth = new Map<string, string[]>();
  for (const { measures } of before.areas) for (const { number } of measures) truth.set(number ?? '', []);
  const areas = before.areas.map((area, index) => ({
    ...area,
    measures: drafts.slice(index * each, (index + 1) * each).map(({ was, text, measure }, place) => {
      const number = `${area.number}.${place + 1}`;
      for (const old of was) truth.get(old)?.push(number);
      return { ...measure, number, text };
    }),
  }));
  return { after: { ...before, areas }, truth };
}
