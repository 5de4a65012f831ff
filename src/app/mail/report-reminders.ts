import { daysBetween, isReportAwaited, nextDueDate } from '../../core/followup/timeliness.ts';
import { daysToNextOpenDay, type QuietHours } from '../../core/mail/quiet-hours.ts';
import { reminderStep } from '../../core/mail/reminder-step.ts';
import type { CommitmentRow } from '../followup/ports.ts';
import type { Municipality } from '../organisation/ports.ts';
import { swedishDay } from '../shared/swedish-day.ts';
import type { Reader } from '../store.ts';
import { counted, letterPart } from './letter-part.ts';
import type { NewLetter, Receiver } from './ports.ts';

interface Round {
  readonly municipality: Municipality;
  readonly now: Date;
  readonly quiet: QuietHours;
  readonly receivers: readonly Receiver[];
  readonly nextId: () => string;
}

/**
 * The reminders of a day: one to each person for everything that they are to report and have not. Empty on other days than
 * the steps before the last day. The same person is reminded once for each step, whatever happens (`uniqueKey`).
 */
export async function reportReminders(read: Reader, round: Round): Promise<NewLetter[]> {
  const { municipality, now, quiet } = round;
  const { code, reportDueDays } = municipality;
  const today = swedishDay(now);
  const dueDay = nextDueDate(today, reportDueDays);
  const daysLeft = daysBetween(today, dueDay);
  const step = reminderStep(daysLeft, daysToNextOpenDay(now, quiet));
  if (step === null) return [];
  const bodyIds = (await read.listBodies(code)).map(({ id }) => id);
  const rows = await read.listCommitmentsOfBodies(code, bodyIds);
  const awaited = rows.filter(({ plan, commitment: { lastReport } }) =>
    isReportAwaited({
      lastReportedOn: lastReport?.reportedOn ?? null,
      lastStatus: lastReport?.status ?? null,
      adoptedOn: plan.adoptedOn,
      today,
      reportDueDays,
    }),
  );
  const responsible = await read.listResponsible(code, { bodyIds }, today);
  const acting = new Map(responsible.map(({ commitmentId, acting }) => [commitmentId, acting?.accountId ?? null]));
  return [...byReceiver(awaited, acting, round.receivers)].map(([receiver, own]) => ({
    id: round.nextId(),
    accountId: receiver.accountId,
    address: receiver.address,
    language: 'sv',
    sendAfter: null,
    uniqueKey: `report-reminder ${dueDay} ${step} ${receiver.accountId}`,
    kind: 'report-reminder',
    data: {
      receiverName: receiver.name,
      municipalityName: municipality.name,
      dueDay,
      daysLeft,
      ...counted(own.map(letterPart)),
    },
  }));
}

/** Who is reminded of what: the person responsible, else the body's reporters, else its controllers. */
function byReceiver(
  rows: readonly CommitmentRow[],
  acting: ReadonlyMap<string, string | null>,
  receivers: readonly Receiver[],
): Map<Receiver, CommitmentRow[]> {
  const found = new Map<Receiver, CommitmentRow[]>();
  for (const row of rows) {
    const { id, bodyId } = row.commitment;
    const holding = (role: string) =>
      receivers.filter(({ roles }) => roles.some((r) => r.role === role && r.bodyId === bodyId));
    const choices = [
      receivers.filter(({ accountId }) => accountId === acting.get(id)),
      holding('reporter'),
      holding('board-controller'),
    ];
    for (const receiver of choices.find((each) => each.length > 0) ?? [])
      found.set(receiver, [...(found.get(receiver) ?? []), row]);
  }
  return found;
}
