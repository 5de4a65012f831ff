import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { letterExamples, letterKinds } from '../../../test/letter-examples.ts';
import { storeOf, testDeps, testMunicipality, testNow } from '../../../test/web.ts';
import type { LetterContent } from '../../app/mail/ports.ts';
import { baseOf } from './links.ts';
import { createLetterRenderer } from './render-letter.tsx';

const { secrets } = testDeps(storeOf({}));
const settings = { baseUrl: 'https://plan.exempel.se', servedAt: 'http://localhost:3000' };
const render = createLetterRenderer({ secrets, settings });
const head = { id: '33333333-3333-7333-8333-333333333333', accountId: null, createdAt: testNow };

function letter(kind: keyof typeof letterExamples, language: 'sv' | 'en' = 'sv', changes: object = {}) {
  const content = { kind, data: { ...letterExamples[kind], ...changes } } as LetterContent;
  return render({ ...head, ...content, language }, testMunicipality);
}

test('An invitation reads as one text with the link that only the letter holds', () => {
  const token = secrets.linkToken('invitation', letterExamples.invitation.linkId);
  expect(letter('invitation').text).toBe(`Välkommen till handlingsplanerna i Provby kommun

Hej Åsa Öberg!

Du har fått ett konto i Handlingskraft, där Provby kommun följer upp sina handlingsplaner. Öppna länken och välj hur du vill logga in.

Kom igång:
https://plan.exempel.se/inbjudan/${token}

Länken gäller till: 22 maj 2026 kl. 11:00

Länken är bara till för dig. Skicka den inte vidare.

Vet du inte varför du har fått brevet? Då behöver du inte göra något.

--
Brevet kommer från Handlingskraft, där Provby kommun följer upp sina handlingsplaner.
`);
});

const everyLetter = letterKinds.flatMap((kind) => [[kind, 'sv'] as const, [kind, 'en'] as const]);

test.each(everyLetter)(
  '%s in %s fetches nothing, says its language and holds the same links in both forms',
  (kind, language) => {
    const { subject, html, text } = letter(kind, language);
    expect(subject).not.toBe('');
    expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${language}">`));
    expect(html).not.toMatch(/<(?:img|script|link|iframe|style|table)\b|\bsrc=|url\(|@import/i);
    const inHtml = [...html.matchAll(/href="([^"]+)"/g)].map((found) => found[1]);
    const inText = [...text.matchAll(/https?:\S+/g)].map((found) => found[0]);
    expect(new Set(inText)).toEqual(new Set(inHtml));
    const start = language === 'sv' ? 'https://plan.exempel.se/' : 'https://plan.exempel.se/en/';
    for (const address of inText) expect(address.startsWith(start)).toBe(true);
  },
);

test.each(everyLetter)('%s in %s is the same each time it is made', (kind, language) => {
  expect(letter(kind, language)).toEqual(letter(kind, language));
});

test('What people have written stays text', () => {
  const { html, text, subject } = letter('report-reminder', 'sv', { receiverName: '<b>Bo</b>' });
  expect(html).toContain('Hej &lt;b>Bo&lt;/b>!');
  expect(html).toContain('1.2 Laga hål &amp; &lt;gropar>');
  expect(text).toContain('- Vägnämnden, Handlingsplan för vägar. 1.2 Laga hål & <gropar>\n  Rapportera:\n  https://');
  expect(subject).toBe('Ett åtagande ska rapporteras senast 29 maj 2026');
});

test('A subject is one line whatever the name holds', () => {
  const { subject } = letter('invitation', 'sv', { municipalityName: 'Provby\r\nBcc: alla@exempel.se\u2028kommun' });
  expect(subject).toBe('Välkommen till handlingsplanerna i Provby Bcc: alla@exempel.se kommun');
});

test('What can be declined says how, in the letter and to programs for e-mail; a duty does not', () => {
  const accountId = '44444444-4444-7444-8444-444444444444';
  const content = { kind: 'digest', data: letterExamples.digest } as const;
  const { text, unsubscribe } = render({ ...head, ...content, accountId, language: 'sv' }, testMunicipality);
  expect(unsubscribe).toMatch(
    /^https:\/\/plan\.exempel\.se\/brev\/avsluta\/digest\.44444444-[0-9a-f-]{27}\.[\w-]{43}$/,
  );
  expect(text).toContain(`Sluta få sådana här brev:\n${unsubscribe}\n`);
  expect(text).toContain('Och 30 till.');
  const duty = { kind: 'report-reminder', data: letterExamples['report-reminder'] } as const;
  expect(render({ ...head, ...duty, accountId, language: 'sv' }, testMunicipality).unsubscribe).toBeNull();
});

test('Data that is not the kind’s is a bug', () => {
  expect(() => letter('invitation', 'sv', { token: 'secret' })).toThrow(/token/);
  expect(() => letter('invitation', 'sv', { receiverName: '' })).toThrow(/receiverName/);
});

test('The last day is a whole day for calendars, the same in every reminder', () => {
  const [file] = letter('report-reminder').attachments;
  const [later] = letter('report-reminder', 'sv', { daysLeft: 1 }).attachments;
  expect(file?.contentType).toBe('text/calendar; charset=utf-8; method=PUBLISH');
  const calendar = new ICAL.Component(ICAL.parse(file?.content ?? ''));
  expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
  const events = calendar.getAllSubcomponents('vevent');
  expect(events).toHaveLength(1);
  const event = new ICAL.Event(events[0]);
  expect([event.startDate.isDate, event.startDate.toString(), event.endDate.toString()]).toEqual([
    true,
    '2026-05-29',
    '2026-05-30',
  ]);
  expect(event.uid).toBe('report-due-2026-05-29@plan.exempel.se');
  expect(event.summary).toBe('Sista dag att rapportera åtaganden, Provby kommun');
  expect(later?.content).toBe(file?.content);
  for (const line of (file?.content ?? '').split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

test.each([
  ['https://plan.exempel.se', [], 'https://plan.exempel.se'],
  ['https://plan.exempel.se', ['PLAN.exempel.se', 'annan.exempel.se'], 'https://plan.exempel.se'],
  ['https://plan.exempel.se:8443', ['plan.exempel.se'], 'https://plan.exempel.se:8443'],
  ['https://plan.exempel.se', ['annan.exempel.se'], 'https://annan.exempel.se'],
  [null, ['annan.exempel.se'], 'https://annan.exempel.se'],
  [null, [], 'http://localhost:3000'],
])('With the public address %s and the hosts %j links begin with %s', (baseUrl, hosts, expected) => {
  expect(baseOf({ baseUrl, servedAt: 'http://localhost:3000' }, hosts)).toBe(expected);
});
