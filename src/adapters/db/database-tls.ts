import { isIP } from 'node:net';

const LOCAL_NAMES = new Set(['', 'localhost', '::1']);
const SAID = ['sslmode', 'ssl', 'sslcert', 'sslkey', 'sslrootcert', 'sslnegotiation'];
const CERTIFICATE_CODE = /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_|HOSTNAME_MISMATCH|INVALID_CA)/;

/** TLS as `pg` takes it, for an address that says nothing of it: with the certificate and its name checked. */
export const verifiedTls = { minVersion: 'TLSv1.2', rejectUnauthorized: true } as const;

/**
 * Whether a connection must be encrypted though its address does not say so: it leads to another machine. An address that
 * says how (`sslmode=…`) is taken at its word, and so is libpq's own variable, `PGSSLMODE`.
 */
export function needsTls(address: string, mode: string | undefined = process.env.PGSSLMODE): boolean {
  // An address without a host is none to the URL parser, and this machine to the database.
  const whole = address.replace('@/', '@localhost/');
  if (mode || address.startsWith('/') || !URL.canParse(whole)) return false;
  const { hostname, searchParams, protocol } = new URL(whole);
  if (protocol === 'socket:' || SAID.some((name) => searchParams.has(name))) return false;
  const host = (searchParams.get('host') ?? decodeURIComponent(hostname)).replace(/^\[|\]$/g, '');
  return !LOCAL_NAMES.has(host) && !host.startsWith('/') && !(isIP(host) === 4 && host.startsWith('127.'));
}

/** Why the server is not believed: `unencrypted`, its certificate, or null for something else. */
export function tlsFaultOf(error: Error): 'unencrypted' | 'certificate' | null {
  if (/server does not support SSL/i.test(error.message)) return 'unencrypted';
  return 'code' in error && CERTIFICATE_CODE.test(String(error.code)) ? 'certificate' : null;
}
