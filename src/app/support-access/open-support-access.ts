import { z } from 'zod';
import { always } from '../../core/permission/role-period.ts';
import { LONGEST_SUPPORT_HOURS, SUPPORT_LINK_MS, supportReasons } from '../../core/permission/support-access.ts';
import { canBeName } from '../../core/retention/remove-person.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import { marked } from '../../core/trail/event-facts.ts';
import { newAccount } from '../identity/ports.ts';
import { hashToken } from '../identity/session-token.ts';
import { swedishDay } from '../shared/swedish-day.ts';
import { type Invalid, validate } from '../shared/validate.ts';
import type { Clock, Ids, Secrets, Sha256 } from '../shared/world.ts';
import type { Store } from '../store.ts';

/** Every fault that an access for support can have. */
export const supportFaults = [
  'name-missing',
  'reason-missing',
  'reason-too-long',
  'unknown-class',
  'bad-hours',
] as const;
export type SupportFault = (typeof supportFaults)[number];

const fault = (error: SupportFault) => ({ error });
const supportForm = z.object({
  name: z
    .string(fault('name-missing'))
    .trim()
    .min(1, fault('name-missing'))
    .max(100, fault('name-missing'))
    .refine(canBeName, fault('name-missing')),
  reason: z.string(fault('reason-missing')).trim().min(1, fault('reason-missing')).max(500, fault('reason-too-long')),
  reasonClass: z.enum(supportReasons, fault('unknown-class')),
  hours: z.coerce
    .number(fault('bad-hours'))
    .int(fault('bad-hours'))
    .min(1, fault('bad-hours'))
    .max(LONGEST_SUPPORT_HOURS, fault('bad-hours')),
});

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly sha256: Sha256;
  readonly secrets: Secrets;
}

/** The way in: a token for one sign-in within 15 minutes. */
export interface OpenedSupport {
  readonly token: string;
  readonly endsAt: Date;
}

/**
 * Lets somebody who runs the machine in to help one municipality: an account of its own that only reads, ends by itself and
 * has no password. It is in the trail from the first moment. Asks nobody's permission: whoever has the machine has the data.
 */
export function openSupportAccess({ store, clock, ids, sha256, secrets }: Deps) {
  return async (municipality: string, form: unknown): Promise<Result<OpenedSupport, Invalid<SupportFault>>> => {
    const read = validate(supportForm, supportFaults, form);
    if (!read.ok) return read;
    const { name, reason, reasonClass, hours } = read.value;
    const openedAt = clock.now();
    const [id, accountId] = [ids.next(), ids.next()];
    const endsAt = new Date(openedAt.getTime() + hours * 3_600_000);
    const token = secrets.linkToken('support', id);
    const last = swedishDay(endsAt);
    const account = newAccount({
      id: accountId,
      municipality,
      // An address under ".invalid" leads nowhere (RFC 2606).
      email: `${accountId}@support.invalid`,
      name,
      passwordHash: null,
      memberships: [{ ...always({ role: 'support', bodyId: null }), validTo: last }],
    });
    const link = { linkHash: hashToken(sha256, token), linkEndsAt: new Date(openedAt.getTime() + SUPPORT_LINK_MS) };
    await store.change({ municipality, actorId: null, at: openedAt, requestId: null }, async (tx) => {
      await tx.addAccount({ ...account, leftOn: last });
      await tx.addSupportAccess(municipality, { id, accountId, reasonClass, reason, ...link, openedAt, endsAt });
      await tx.event({
        kind: 'support-access-opened',
        thingKind: 'support-access',
        thingId: id,
        before: null,
        after: { account: accountId, reasonClass, reason: marked(reason), endsAt },
      });
    });
    return ok({ token, endsAt });
  };
}
