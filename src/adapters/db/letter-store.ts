import { letterSchemas, letterTraits } from '../../app/mail/letter-kinds.ts';
import type { NewLetter } from '../../app/mail/ports.ts';
import { query, type Session } from './session.ts';

export async function addLetter(session: Session, letter: NewLetter, now: Date): Promise<void> {
  await session.write(
    query.insertInto('letter').values({
      municipality: session.municipality,
      letter_id: letter.id,
      account_id: letter.accountId,
      address: letter.address,
      language: letter.language,
      kind: letter.kind,
      data: JSON.stringify(letterSchemas[letter.kind].parse(letter.data)),
      duty: letterTraits[letter.kind].duty,
      created_at: now,
      send_after: letter.sendAfter,
      state: 'waiting',
      urgent: letterTraits[letter.kind].urgent,
      attempts: 0,
      first_due_at: letter.sendAfter ?? now,
      due_at: letter.sendAfter ?? now,
      fault: null,
      ended_at: null,
      unique_key: null,
    }),
  );
}
