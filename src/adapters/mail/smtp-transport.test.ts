import { createServer, type Socket } from 'node:net';
import PostalMime from 'postal-mime';
import { afterEach, expect, test } from 'vitest';
import { makeCertificate } from '../../../test/certificate.ts';
import { startMailServer, type TestMailServer } from '../../../test/mail-server.ts';
import type { OutgoingMail } from '../../app/mail/ports.ts';
import { parseSender, parseSmtpUrl, type SmtpServer } from './smtp-settings.ts';
import { createSmtpTransport, type Patience } from './smtp-transport.ts';

const sender = { name: null, address: 'brev@exempel.se' };
const short: Patience = { connectMs: 1000, answerMs: 1000, letterMs: 4000 };
const opened: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
});

const mail: OutgoingMail = {
  id: '33333333-3333-7333-8333-333333333333',
  receiver: { name: 'Åsa Öberg', address: 'asa@exempel.se' },
  senderName: 'Provby kommun',
  language: 'sv',
  letter: {
    subject: 'Välkommen',
    text: 'Hej Åsa!\n',
    html: '<!doctype html><html lang="sv"><body><p>Hej Åsa!</p></body></html>',
    attachments: [],
    unsubscribe: null,
  },
  at: new Date('2026-05-15T09:00:00Z'),
};

function on(port: number, changes: Partial<SmtpServer> = {}): SmtpServer {
  return { host: '127.0.0.1', port, encryption: 'if-offered', login: null, ...changes };
}

async function serverWith(behaviour: Parameters<typeof startMailServer>[0] = {}): Promise<TestMailServer> {
  const server = await startMailServer(behaviour);
  opened.push(server);
  return server;
}

test('A letter arrives whole: addresses, identity, both forms and the attachment', async () => {
  const server = await serverWith();
  const ics = 'BEGIN:VCALENDAR\r\nSUMMARY:Å\r\nEND:VCALENDAR\r\n';
  const file = { fileName: 'dag.ics', contentType: 'text/calendar; charset=utf-8; method=PUBLISH', content: ics };
  const letter = { ...mail.letter, attachments: [file], unsubscribe: 'https://plan.exempel.se/brev/avsluta/x' };
  expect(await createSmtpTransport(on(server.port), sender).send({ ...mail, letter })).toBeNull();
  expect(server.mails).toMatchObject([{ from: 'brev@exempel.se', to: ['asa@exempel.se'] }]);
  const read = await PostalMime.parse(server.mails[0]?.raw ?? '');
  expect(read).toMatchObject({
    from: { name: 'Provby kommun', address: 'brev@exempel.se' },
    to: [{ name: 'Åsa Öberg', address: 'asa@exempel.se' }],
    subject: 'Välkommen',
    messageId: '<33333333-3333-7333-8333-333333333333@exempel.se>',
  });
  expect(read.text?.trim()).toBe('Hej Åsa!');
  expect(new Date(read.date ?? '')).toEqual(mail.at);
  expect(read.html).toContain('<html lang="sv">');
  const headers = Object.fromEntries(read.headers.map(({ key, value }) => [key, value]));
  expect(headers).toMatchObject({
    'content-language': 'sv',
    'auto-submitted': 'auto-generated',
    'list-unsubscribe': '<https://plan.exempel.se/brev/avsluta/x>',
    'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
  });
  expect(headers['x-mailer']).toBeUndefined();
  const [attachment] = read.attachments;
  expect(attachment).toMatchObject({ filename: 'dag.ics', mimeType: 'text/calendar', method: 'PUBLISH' });
  // The reader gives every line its own machine's end.
  expect(
    Buffer.from(attachment?.content as ArrayBuffer)
      .toString()
      .replace(/\r?\n/g, '\r\n'),
  ).toBe(ics);
});

const names = [
  'Bo\r\nBcc: alla@exempel.se',
  'Bo\nSubject: annat',
  'Ek, Bo',
  'Bo "Bosse" Ek',
  'Bo <bo@annan.exempel>',
  "Bo O'Ek (chef); Ek: x",
  'Åsa 🌳 Öberg',
  'bo@annan.exempel',
  '\u202eetanosreverni',
  'x'.repeat(300),
  '=?utf-8?q?Bo?=',
];

test.each(names)('The name and subject «%s» stay within their headers', async (name) => {
  const server = await serverWith();
  const transport = createSmtpTransport(on(server.port), sender);
  const letter = { ...mail.letter, subject: name };
  const receiver = { ...mail.receiver, name };
  expect(await transport.send({ ...mail, receiver, senderName: name, letter })).toBeNull();
  const [received] = server.mails;
  expect(received?.to).toEqual(['asa@exempel.se']);
  const read = await PostalMime.parse(received?.raw ?? '');
  const shown = name
    .replace(/[\s\p{C}]+/gu, ' ')
    .replaceAll('=?', '= ?')
    .trim();
  expect(read.to).toEqual([{ name: shown, address: 'asa@exempel.se' }]);
  expect(read.from).toEqual({ name: shown, address: 'brev@exempel.se' });
  expect(read.subject).toBe(shown);
  expect(read.bcc).toBeUndefined();
  const heads = read.headers.map(({ key }) => key);
  expect(new Set(heads).size).toBe(heads.length);
});

test.each([
  'asa@exempel.se\r\nRCPT TO:<alla@exempel.se>',
  'asa@exempel.se, bo@exempel.se',
  'Åsa <asa@exempel.se>',
  'asa exempel@exempel.se',
  'asa@',
  '@exempel.se',
  `${'a'.repeat(250)}@exempel.se`,
])('The address «%s» is never used', async (address) => {
  const server = await serverWith();
  const transport = createSmtpTransport(on(server.port), sender);
  expect(await transport.send({ ...mail, receiver: { ...mail.receiver, address } })).toBe('address-unusable');
  expect(server.mails).toEqual([]);
});

test.each([
  [550, 'receiver-refused'],
  [553, 'receiver-refused'],
  [450, 'try-later'],
  [452, 'try-later'],
])('A receiver answered with %i is %s', async (code, fault) => {
  const server = await serverWith({ onReceiver: () => ({ code, text: 'no' }) });
  expect(await createSmtpTransport(on(server.port), sender).send(mail)).toBe(fault);
});

test.each([
  [554, 'content-refused'],
  [552, 'content-refused'],
  [451, 'try-later'],
])('A letter answered with %i after its last line is %s', async (code, fault) => {
  const server = await serverWith({ onLetter: () => ({ code, text: 'no' }) });
  expect(await createSmtpTransport(on(server.port), sender).send(mail)).toBe(fault);
  expect(server.mails).toEqual([]);
});

test('A connection cut after the letter, before the answer, is not taken as sent', async () => {
  const server = await serverWith({ onLetter: () => 'cut' });
  expect(await createSmtpTransport(on(server.port), sender).send(mail)).toBe('no-contact');
  expect(server.mails).toHaveLength(1);
});

test('A server that is slow with its answer has not taken the letter', async () => {
  const server = await serverWith({ onLetter: () => new Promise(() => undefined) });
  expect(await createSmtpTransport(on(server.port), sender, short).send(mail)).toBe('no-contact');
});

test('A server that takes its time has, when it answers', async () => {
  const server = await serverWith({ onLetter: () => new Promise((done) => setTimeout(() => done(null), 150)) });
  expect(await createSmtpTransport(on(server.port), sender).send(mail)).toBeNull();
});

/** A server that plays a script: what it says first, and what to each command. Null cuts the connection. */
async function scripted(greeting: string | null, answers: Readonly<Record<string, string | null>>): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    if (greeting === null) return void socket.destroy();
    socket.write(greeting);
    socket.on('data', (data) => {
      const command = Object.keys(answers).find((each) => data.toString().startsWith(each)) ?? '';
      const answer = answers[command];
      if (answer === null) socket.destroy();
      else socket.write(answer ?? '250 OK\r\n');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  opened.push({
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((done) => server.close(() => done()));
    },
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const HELLO = '220 hej\r\n';

test.each([
  ['cuts before its greeting', null, {}, 'no-contact'],
  ['says nothing', '', {}, 'no-contact'],
  ['is closed for today', '421 later\r\n', {}, 'no-contact'],
  ['refuses us at the door', '554 no\r\n', {}, 'no-contact'],
  ['speaks something else', 'HTTP/1.1 400 Bad Request\r\n', {}, 'no-contact'],
  ['cuts at the sender', HELLO, { 'MAIL FROM': null }, 'no-contact'],
  ['refuses our sender', HELLO, { 'MAIL FROM': '550 no\r\n' }, 'sender-refused'],
  ['is too busy for our sender', HELLO, { 'MAIL FROM': '451 no\r\n' }, 'try-later'],
  ['cuts before the letter', HELLO, { DATA: null }, 'no-contact'],
  ['refuses to take data', HELLO, { DATA: '554 no\r\n' }, 'content-refused'],
  ['drips without end', HELLO, { 'MAIL FROM': '250-a\r\n'.repeat(3) }, 'no-contact'],
] as const)('A server that %s', async (_what, greeting, answers, fault) => {
  const port = await scripted(greeting, answers);
  expect(await createSmtpTransport(on(port), sender, short).send(mail)).toBe(fault);
});

test('A letter that was taken is sent, though the connection is cut right after', async () => {
  const port = await scripted(HELLO, { DATA: '354 go\r\n', From: '250 taken\r\n', QUIT: null });
  expect(await createSmtpTransport(on(port), sender).send(mail)).toBeNull();
});

test('Nobody at the port is no contact', async () => {
  const server = await startMailServer();
  await server.close();
  expect(await createSmtpTransport(on(server.port), sender).send(mail)).toBe('no-contact');
});

test('Where encryption is required, a server without it gets nothing', async () => {
  const server = await serverWith();
  const transport = createSmtpTransport(on(server.port, { encryption: 'required' }), sender);
  expect(await transport.send(mail)).toBe('encryption-refused');
  expect(server.mails).toEqual([]);
});

const { key, cert } = makeCertificate('localhost');
const encrypting = { key, cert, disabledCommands: [] };

test('Where encryption is required, a certificate that nobody vouches for gets nothing', async () => {
  const server = await serverWith({ options: encrypting });
  const transport = createSmtpTransport(on(server.port, { host: 'localhost', encryption: 'required' }), sender);
  expect(await transport.send(mail)).toBe('encryption-refused');
  expect(server.mails).toEqual([]);
});

test.each([
  ['required', 'localhost', false],
  ['from-start', 'localhost', true],
  ['if-offered', '127.0.0.1', false],
] as const)('Encryption %s: the letter goes encrypted', async (encryption, host, secure) => {
  const server = await serverWith({ options: { ...encrypting, secure } });
  const transport = createSmtpTransport(on(server.port, { host, encryption, trusted: cert }), sender);
  expect(await transport.send(mail)).toBeNull();
  expect(server.mails).toMatchObject([{ secure: true }]);
});

test('A certificate in another name gets nothing', async () => {
  const other = makeCertificate('annan.exempel');
  const server = await serverWith({ options: { ...other, disabledCommands: [] } });
  const settings = on(server.port, { host: 'localhost', encryption: 'required', trusted: other.cert });
  expect(await createSmtpTransport(settings, sender).send(mail)).toBe('encryption-refused');
});

test.each([
  ['hemligt', null],
  ['fel', 'sign-in-refused'],
])('With the password «%s» the answer is %s', async (password, fault) => {
  const server = await serverWith({
    options: {
      ...encrypting,
      authOptional: false,
      onAuth: (auth, _session, answer) =>
        auth.username === 'brev' && auth.password === 'hemligt'
          ? answer(null, { user: 'brev' })
          : answer(Object.assign(new Error('no'), { responseCode: 535 })),
    },
  });
  const login = { user: 'brev', password };
  const settings = on(server.port, { host: 'localhost', encryption: 'required', trusted: cert, login });
  expect(await createSmtpTransport(settings, sender).send(mail)).toBe(fault);
});

test.each([
  ['smtp://mail.exempel.se', { host: 'mail.exempel.se', port: 587, encryption: 'required', login: null }],
  ['smtp://mail.exempel.se:2525', { host: 'mail.exempel.se', port: 2525, encryption: 'required', login: null }],
  ['smtps://mail.exempel.se/', { host: 'mail.exempel.se', port: 465, encryption: 'from-start', login: null }],
  ['smtp://localhost', { host: 'localhost', port: 25, encryption: 'if-offered', login: null }],
  ['smtp://127.0.0.1:1025', { host: '127.0.0.1', port: 1025, encryption: 'if-offered', login: null }],
  ['smtp://[::1]:1025', { host: '::1', port: 1025, encryption: 'if-offered', login: null }],
  ['smtp://127.example.se', { host: '127.example.se', port: 587, encryption: 'required', login: null }],
  [
    'smtp://a%40b.se:p%3Aw@mail.exempel.se',
    { host: 'mail.exempel.se', port: 587, encryption: 'required', login: { user: 'a@b.se', password: 'p:w' } },
  ],
  ['http://mail.exempel.se', null],
  ['smtp://mail.exempel.se/path', null],
  ['smtp://mail.exempel.se?tls=no', null],
  ['mail.exempel.se', null],
  ['', null],
])('The mail server «%s»', (text, expected) => {
  expect(parseSmtpUrl(text)).toEqual(expected);
});

test.each([
  ['brev@exempel.se', { name: null, address: 'brev@exempel.se' }],
  ['Provby kommun <brev@exempel.se>', { name: 'Provby kommun', address: 'brev@exempel.se' }],
  ['brev@exempel.se, annan@exempel.se', null],
  ['Provby kommun', null],
  ['', null],
])('The sender «%s»', (text, expected) => {
  expect(parseSender(text)).toEqual(expected);
});
