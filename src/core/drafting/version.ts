import type { PlanContent } from '../plan/plan-content.ts';
import { normaliseText } from '../shared/text.ts';

/** What a frozen version is: utkast, remissversion, slutligt förslag, antagen, reviderad. */
export const versionKinds = ['draft', 'remitted', 'proposal', 'adopted', 'revised'] as const;
export type VersionKind = (typeof versionKinds)[number];

/** Kinds that a person freezes by hand; `adopted` and `revised` are frozen by the decision itself. */
export const frozenByHand = ['draft', 'remitted', 'proposal'] as const satisfies readonly VersionKind[];
export type FrozenByHand = (typeof frozenByHand)[number];

/** The kinds that may follow on a version, by its kind; what is not listed may not. Null: before the first. */
const following: Readonly<Record<VersionKind | 'none', readonly VersionKind[]>> = {
  none: ['draft', 'remitted', 'proposal', 'adopted'],
  draft: ['draft', 'remitted', 'proposal', 'adopted', 'revised'],
  remitted: ['draft', 'remitted', 'proposal', 'adopted', 'revised'],
  proposal: ['draft', 'remitted', 'proposal', 'adopted', 'revised'],
  adopted: ['draft', 'remitted', 'proposal', 'revised'],
  revised: ['draft', 'remitted', 'proposal', 'revised'],
};

/** Whether a version of a kind may be frozen after the latest one. */
export function mayFollow(latest: VersionKind | null, next: VersionKind): boolean {
  return following[latest ?? 'none'].includes(next);
}

/**
 * Why a text was changed between two versions: a remark from the remiss (synpunkt), a motion (yrkande), editing that changes nothing
 * in substance (redaktionell), or a decision by an authority (beslut). Source: spec/consultation.md, S7.
 */
export const causeKinds = ['remark', 'motion', 'editorial', 'authority'] as const;
export type CauseKind = (typeof causeKinds)[number];

/** Versions that others have read or will decide on: between them and the next, every change must have a cause. */
const settled: readonly VersionKind[] = ['remitted', 'proposal', 'adopted', 'revised'];

/** Whether each change has to say why, once a version of one of these kinds has been frozen. */
export function needsCauses(kinds: readonly VersionKind[]): boolean {
  return kinds.some((kind) => settled.includes(kind));
}

const NOT_ASCII = /[^\u0020-\u007e]/g;

/**
 * What the hash of a version is made from: everything that a reader can see and every lasting id, in document order, with texts in
 * their comparable form. Equal content gives an equal text, however its letters are composed and whatever row versions it has.
 * ASCII alone, so that its bytes are its letters.
 */
export function hashedText(content: PlanContent): string {
  const { facts, blocks, roles } = content;
  const text = (value: string | null) => (value === null ? null : normaliseText(value));
  const whole = JSON.stringify([
    'handlingskraft-version/1',
    [facts.title, facts.registrationNumber, facts.decisionMaker, facts.documentOwner].map(text),
    [facts.periodFrom, facts.periodTo],
    blocks.map(({ id, parentId, kind, position, label, text: own, dueYear, time }) => {
      const said = time === undefined ? [] : [text(time.text)];
      return [id, parentId, kind, position, text(label), text(own), dueYear, ...said];
    }),
    roles.map(({ measureId, label, role, position }) => [measureId, text(label), role, position]),
  ]);
  return whole.replace(NOT_ASCII, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
