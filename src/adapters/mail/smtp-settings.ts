import { isIP } from 'node:net';
import addressparser from 'nodemailer/lib/addressparser';

/** A mail server and how it is spoken to. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /**
   * `from-start`: TLS at once. `required`: begun in the clear and then encrypted, or nothing is sent. `if-offered`: for a
   * server on this same machine, which nobody can listen in on and whose certificate is seldom in any name.
   */
  readonly encryption: 'from-start' | 'required' | 'if-offered';
  readonly login: { readonly user: string; readonly password: string } | null;
  /** A certificate in PEM that is trusted beside those of the machine. */
  readonly trusted?: string;
}

const PORTS: Readonly<Record<string, number>> = { 'smtp:': 587, 'smtps:': 465 };
const LOCAL_PORT = 25;

/** The mail server of an address such as "smtp://user:password@mail.exempel.se:587"; null when it is not such an address. */
export function parseSmtpUrl(text: string): SmtpServer | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, port, username, password, pathname, search } = new URL(text);
  const usual = PORTS[protocol];
  if (usual === undefined || hostname === '' || !/^\/?$/.test(pathname) || search !== '') return null;
  const host = hostname.replace(/^\[|\]$/g, '');
  const local = isLocal(host);
  return {
    host,
    port: port === '' ? (local && protocol === 'smtp:' ? LOCAL_PORT : usual) : Number(port),
    encryption: protocol === 'smtps:' ? 'from-start' : local ? 'if-offered' : 'required',
    login: username === '' ? null : { user: decodeURIComponent(username), password: decodeURIComponent(password) },
  };
}

function isLocal(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/** Who letters come from: "brev@exempel.se" or "Provby kommun <brev@exempel.se>". */
export interface MailSender {
  /** Null for the municipality's own name. */
  readonly name: string | null;
  readonly address: string;
}

/** The sender that a setting names; null when it is not exactly one address. */
export function parseSender(text: string): MailSender | null {
  const [found, ...more] = addressparser(text, { flatten: true });
  if (found === undefined || more.length > 0 || !isUsableAddress(found.address)) return null;
  return { name: found.name.trim() || null, address: found.address };
}

const LONGEST_ADDRESS = 254;

/** Whether a text can be written as an e-mail address without being read as anything else. */
export function isUsableAddress(text: string): boolean {
  if (text.length > LONGEST_ADDRESS) return false;
  return /^[^\s\p{C}<>()[\],;:"\\@]+@[^\s\p{C}<>()[\],;:"\\@.]+(?:\.[^\s\p{C}<>()[\],;:"\\@.]+)*$/u.test(text);
}
