import type { SuccessionDraft } from '../../app/organisation/record-succession.ts';
import type { RecordRefusal } from '../../app/organisation/refusals.ts';
import type { BodyRecord } from '../../core/organisation/body.ts';
import type { FieldErrors } from '../design/form.tsx';
import { type Language, writeDate } from '../language.ts';
import { organisationTexts } from './texts.ts';

type Refusal = Exclude<RecordRefusal, { kind: 'not-allowed' | 'bodies-changed-meanwhile' }>;

/** What a refused succession says about the fields of the details step. */
export function refusalErrors(
  language: Language,
  refusal: RecordRefusal,
  draft: Pick<SuccessionDraft, 'targets'>,
  bodies: readonly BodyRecord[],
): FieldErrors {
  const t = organisationTexts[language];
  if (refusal.kind === 'not-allowed' || refusal.kind === 'bodies-changed-meanwhile') return {};
  if (refusal.kind === 'invalid')
    return Object.fromEntries(Object.entries(refusal.faults).map(([field, fault]) => [field, t.faults[fault]]));
  return { [fieldOf(refusal, draft)]: sentence(language, refusal, bodies) };
}

function fieldOf(
  refusal: Exclude<Refusal, { kind: 'invalid' }>,
  { targets }: Pick<SuccessionDraft, 'targets'>,
): string {
  const fresh = targets.filter((target) => !('bodyId' in target));
  switch (refusal.kind) {
    case 'date-too-early':
    case 'already-ended':
    case 'already-planned':
      return 'takesEffect';
    case 'name-missing':
    case 'name-unchanged':
      return 'new-name';
    case 'label-taken':
      return refusal.at < 0 ? 'new-name' : `${fresh[refusal.at]?.ref}-name`;
    default:
      return 'successor0';
  }
}

function sentence(
  language: Language,
  refusal: Exclude<Refusal, { kind: 'invalid' }>,
  bodies: readonly BodyRecord[],
): string {
  const t = organisationTexts[language].refusals;
  const day = (date: string) => writeDate(language, date);
  const nameOf = (id: string | null) => bodies.find((body) => body.id === id)?.name ?? '';
  switch (refusal.kind) {
    case 'date-too-early':
      return t[refusal.kind](day(refusal.earliest));
    case 'already-planned':
      return t[refusal.kind](nameOf(refusal.bodyId), day(refusal.takesEffect));
    case 'already-ended':
      return t[refusal.kind](nameOf(refusal.bodyId), day(refusal.validTo));
    case 'successor-not-valid':
      return t[refusal.kind](nameOf(refusal.bodyId));
    case 'label-taken':
      return refusal.bodyId === null
        ? t['label-taken-twice'](refusal.label)
        : organisationTexts[language].labelTaken(refusal.label, nameOf(refusal.bodyId));
    default:
      return t[refusal.kind];
  }
}
