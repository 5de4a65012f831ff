import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';

/** A letter as the server got it. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  /** Whether the line was encrypted. */
  readonly secure: boolean;
}

/** A real mail server on this machine, whose answers a test can choose. */
export interface TestMailServer {
  readonly port: number;
  readonly url: string;
  /** All that was taken over, in its order; also what was taken just before a cut. */
  readonly mails: ReceivedMail[];
  close(): Promise<void>;
}

interface Behaviour {
  /** Refuses a receiver with this answer; null to take it. */
  readonly onReceiver?: (address: string) => Refusal | null;
  /** What to do with a letter that has come in whole; null to take it. `cut` ends the connection without an answer. */
  readonly onLetter?: (mail: ReceivedMail) => Refusal | 'cut' | null | Promise<Refusal | 'cut' | null>;
  readonly options?: SMTPServerOptions;
}

interface Refusal {
  readonly code: number;
  readonly text: string;
}

/** Starts a mail server; port 0 lets the machine choose. It takes what comes unless told otherwise. */
export async function startMailServer(behaviour: Behaviour = {}, port = 0): Promise<TestMailServer> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo: ({ address }, _session, answer) => answer(asError(behaviour.onReceiver?.(address) ?? null)),
    onData: (stream, session, answer) => {
      const received = readAll(stream).then(async (raw) => {
        const mail = { raw, secure: session.secure, ...envelopeOf(session) };
        const verdict = (await behaviour.onLetter?.(mail)) ?? null;
        if (verdict === null || verdict === 'cut') mails.push(mail);
        if (verdict !== 'cut') return answer(asError(verdict));
        for (const connection of server.connections) connection.close();
      });
      // A letter whose sender goes away in the middle is no letter.
      received.catch(answer);
    },
    ...behaviour.options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', () => done()));
  const { port: bound } = server.server.address() as AddressInfo;
  return {
    port: bound,
    url: `smtp://127.0.0.1:${bound}`,
    mails,
    close: () => new Promise((done) => server.close(() => done())),
  };
}

function asError(refusal: Refusal | null): Error | null {
  return refusal === null ? null : Object.assign(new Error(refusal.text), { responseCode: refusal.code });
}

function envelopeOf({ envelope }: SMTPServerSession): { from: string; to: string[] } {
  const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
  return { from, to: envelope.rcptTo.map(({ address }) => address) };
}

async function readAll(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
