import { z } from 'zod';
import type { Actor } from '../../core/permission/role.ts';
import { canChoose, daysKept, retentionClasses, retentionRules } from '../../core/retention/retention.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { type Invalid, validate, versionField } from '../shared/validate.ts';
import type { ProposedClass, RetentionChoice } from './ports.ts';
import { getOwnDays, mayKeepPersonalData, type NotAllowed, type RetentionPorts } from './retention-access.ts';

/** What can be wrong with the days as they were written. */
export const daysFaults = ['days-missing', 'days-not-whole', 'days-out-of-bounds', 'form-broken'] as const;
export type DaysFault = (typeof daysFaults)[number];

const fault = (error: DaysFault) => ({ error });

/** The days of one class, as the form sends them. */
const daysForm = z.object({
  recordClass: z.enum(retentionClasses, fault('form-broken')),
  days: z
    .string(fault('days-missing'))
    .trim()
    .min(1, fault('days-missing'))
    .regex(/^\d{1,6}$/, fault('days-not-whole'))
    .transform(Number),
  rowVersion: versionField('form-broken', 0),
});

/** Whether a class is one whose time the municipality chooses. */
export function isChosen(recordClass: string): recordClass is ProposedClass {
  return retentionClasses.some((each) => each === recordClass && retentionRules[each].bounds !== null);
}

export type DaysRefusal =
  | NotAllowed
  | Invalid<DaysFault>
  /** Somebody chose meanwhile; `current` is what holds now. */
  | { readonly kind: 'changed-meanwhile'; readonly current: RetentionChoice };

/** Chooses how many days records of a class are kept, against the version that was read. */
export function changeRetentionDays({ store, clock }: Pick<RetentionPorts, 'store' | 'clock'>) {
  return async (
    actor: Actor,
    command: { readonly form: unknown; readonly requestId: string | null },
  ): Promise<Result<null, DaysRefusal>> => {
    const { municipality, accountId } = actor;
    if (!mayKeepPersonalData(actor)) return refuse({ kind: 'not-allowed' });
    const form = validate(daysForm, daysFaults, command.form);
    if (!form.ok) return form;
    const { recordClass, days } = form.value;
    if (!isChosen(recordClass)) return refuse({ kind: 'invalid', faults: { recordClass: 'form-broken' } });
    if (!canChoose(recordClass, days)) return refuse({ kind: 'invalid', faults: { days: 'days-out-of-bounds' } });
    const context = { municipality, actorId: accountId, at: clock.now(), requestId: command.requestId };
    return store.change(context, async (tx) => {
      const own = await getOwnDays(tx, municipality);
      const written = await tx.changeRetentionChoice(municipality, form.value);
      if (!written.done) {
        const { current } = written;
        const days = daysKept(recordClass, own) ?? 0;
        return refuse({ kind: 'changed-meanwhile', current: current ?? { recordClass, days, rowVersion: 0 } });
      }
      await tx.event({
        kind: 'retention-changed',
        thingKind: 'retention-class',
        thingId: recordClass,
        before: { recordClass, days: daysKept(recordClass, own) },
        after: { recordClass, days },
      });
      return ok(null);
    });
  };
}
