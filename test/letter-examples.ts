import type { LetterData, LetterKind } from '../src/app/mail/letter-kinds.ts';

const everyone = { receiverName: 'Åsa Öberg', municipalityName: 'Provby kommun' };
const link = { ...everyone, linkId: '11111111-1111-7111-8111-111111111111', validUntil: '2026-05-22T09:00:00.000Z' };

const part = {
  commitmentId: '22222222-2222-7222-8222-222222222222',
  planTitle: 'Handlingsplan för vägar',
  bodyName: 'Vägnämnden',
  label: '1.2',
  text: 'Laga hål & <gropar>',
};

/** Data of every kind of letter, for tests. A kind without an example does not compile. */
export const letterExamples: LetterData = {
  invitation: link,
  'password-reset': link,
  'password-changed': { ...everyone, changedAt: '2026-05-15T09:00:00.000Z' },
  'address-changed': { ...everyone, changedAt: '2026-05-15T09:00:00.000Z' },
  'guest-link': { ...link, senderName: 'Bo Ek', thingTitle: 'Handlingsplan för vägar' },
  test: everyone,
  'report-reminder': {
    ...everyone,
    dueDay: '2026-05-29',
    daysLeft: 14,
    count: 1,
    parts: [part],
  },
  digest: { ...everyone, sections: [{ topic: 'reported', count: 31, parts: [part] }] },
};

export const letterKinds = Object.keys(letterExamples) as LetterKind[];
