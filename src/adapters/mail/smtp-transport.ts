import { createTransport } from 'nodemailer';
import type { MailTransport } from '../../app/mail/ports.ts';
import type { DeliveryFault } from '../../core/mail/letter-state.ts';
import { compose } from './compose.ts';
import { isUsableAddress, type MailSender, type SmtpServer } from './smtp-settings.ts';

/** How long a server may keep us waiting, in milliseconds. */
export interface Patience {
  /** For the connection, its greeting and its encryption together. */
  readonly connectMs: number;
  /** For each answer after that. */
  readonly answerMs: number;
  /** For the whole letter. */
  readonly letterMs: number;
}

const usualPatience: Patience = { connectMs: 15_000, answerMs: 120_000, letterMs: 180_000 };

/** Hands letters to a mail server, each over a connection of its own. */
export function createSmtpTransport(
  server: SmtpServer,
  sender: MailSender,
  patience: Patience = usualPatience,
): MailTransport {
  const transport = createTransport({
    host: server.host,
    port: server.port,
    secure: server.encryption === 'from-start',
    requireTLS: server.encryption === 'required',
    tls: {
      minVersion: 'TLSv1.2',
      rejectUnauthorized: server.encryption !== 'if-offered',
      ...(server.trusted === undefined ? {} : { ca: server.trusted }),
    },
    ...(server.login === null ? {} : { auth: { user: server.login.user, pass: server.login.password } }),
    connectionTimeout: patience.connectMs,
    greetingTimeout: patience.connectMs,
    dnsTimeout: patience.connectMs,
    socketTimeout: patience.answerMs,
    // The server has taken the letter with its answer, so what becomes of the connection after that is nothing to us.
    logger: false,
  });
  return {
    send: async (mail) => {
      if (!isUsableAddress(mail.receiver.address)) return 'address-unusable';
      try {
        const signal = AbortSignal.timeout(patience.letterMs);
        await transport.sendMail({ ...compose(mail, sender), signal });
        return null;
      } catch (error) {
        return faultOf(error as SmtpError);
      }
    },
  };
}

/** What the library tells of a failure. `command` is the step at which it came; `responseCode` what the server answered. */
interface SmtpError extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

const faultOfCode: Readonly<Record<string, DeliveryFault>> = {
  ECONNECTION: 'no-contact',
  ETIMEDOUT: 'no-contact',
  ESOCKET: 'no-contact',
  EDNS: 'no-contact',
  EPROTOCOL: 'no-contact',
  EABORT: 'no-contact',
  EPROXY: 'no-contact',
  ETLS: 'encryption-refused',
  EAUTH: 'sign-in-refused',
  ENOAUTH: 'sign-in-refused',
};

/** The class of a failure. What is not known is tried again: a letter is never given up for something that we do not understand. */
export function faultOf({ code = '', command = '', responseCode, message }: SmtpError): DeliveryFault {
  // Asked to encrypt a connection, a server that cannot is told apart by nothing but the step.
  if (command === 'STARTTLS' || (code === 'ESOCKET' && /certificate|tls|ssl/i.test(message)))
    return 'encryption-refused';
  const known = faultOfCode[code];
  if (known !== undefined) return known;
  const refused = responseCode !== undefined && responseCode >= 500;
  if (command === 'MAIL FROM') return refused ? 'sender-refused' : 'try-later';
  if (!refused) return 'try-later';
  return command === 'RCPT TO' ? 'receiver-refused' : 'content-refused';
}
