import { lookup as lookUp } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const MOST_BYTES = 512 * 1024;
const MOST_MS = 8_000;

/** An address that we do not go to, whoever names it. */
export class AddressNotAllowed extends Error {}

/** An answer that is larger than any honest one. */
export class AnswerTooLarge extends Error {}

// This machine, and the networks where machines in a data centre find each other and their own secrets. A municipality's
// own network (10.0.0.0/8 and the like) is not among them: its sign-in service may well stand there.
const closed = new BlockList();
for (const [address, bits] of [
  ['0.0.0.0', 8],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  closed.addSubnet(address, bits, 'ipv4');
for (const [address, bits] of [
  ['::', 128],
  ['::1', 128],
  ['fe80::', 10],
  ['fd00:ec2::', 32],
  ['ff00::', 8],
] as const)
  closed.addSubnet(address, bits, 'ipv6');

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a host name, as a URL writes it, is this very machine by name. */
export function isLoopbackName(hostname: string): boolean {
  return LOOPBACK_NAMES.has(hostname);
}

/** Whether an IP address is one that we do not go to. */
export function isClosed(address: string): boolean {
  const inIpv4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (inIpv4 !== undefined) return isClosed(inIpv4);
  return closed.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** The parts of a request that are sent. */
interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text, or something that gives one, such as URLSearchParams. */
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

interface GuardSettings {
  readonly allowLoopback: boolean;
  /** Finds the addresses of a name; the machine's own way when left out. */
  readonly look?: LookupFunction;
}

/**
 * `fetch` for what an administrator has named: https alone, bounded in time and size, no redirect followed, and never to this
 * machine or to the networks of the data centre, by whatever name. With `allowLoopback`, this machine may be named, by http too.
 */
export function createGuardedFetch({ allowLoopback, look = lookUp as LookupFunction }: GuardSettings) {
  const guardedLook = guarded(look);
  return async (address: string, options: Sent = {}): Promise<Response> => {
    const url = new URL(address);
    const loopback = allowLoopback && isLoopbackName(url.hostname);
    if (url.protocol !== 'https:' && !(loopback && url.protocol === 'http:')) throw new AddressNotAllowed(url.protocol);
    const bare = url.hostname.replace(/^\[|\]$/g, '');
    if (!loopback && (isLoopbackName(url.hostname) || (isIP(bare) !== 0 && isClosed(bare))))
      throw new AddressNotAllowed('a closed address');
    const signals = [AbortSignal.timeout(MOST_MS), ...(options.signal ? [options.signal] : [])];
    const answer = await send(url, options, AbortSignal.any(signals), loopback ? undefined : guardedLook);
    return readAnswer(answer);
  };
}

function send(url: URL, options: Sent, signal: AbortSignal, lookup: LookupFunction | undefined) {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const body = options.body === undefined || options.body === null ? null : Buffer.from(String(options.body));
  const headers = { ...options.headers, ...(body === null ? {} : { 'content-length': body.length }) };
  return new Promise<IncomingMessage>((resolve, reject) => {
    const sent = request(
      url,
      { method: options.method ?? 'GET', headers, signal, ...(lookup ? { lookup } : {}) },
      resolve,
    );
    sent.on('error', (error) => reject(signal.aborted ? signal.reason : error));
    sent.end(body ?? undefined);
  });
}

/** Looks a name up, and refuses one that leads to a closed address: a name may lead anywhere. */
function guarded(look: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    look(hostname, options, (error, found, family) => {
      const addresses = typeof found === 'string' ? [found] : (found ?? []).map(({ address }) => address);
      if (error === null && addresses.some(isClosed)) callback(new AddressNotAllowed('a closed address'), '');
      else callback(error, found, family);
    });
  };
}

async function readAnswer(answer: IncomingMessage): Promise<Response> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MOST_BYTES) throw new AnswerTooLarge(`more than ${MOST_BYTES} bytes`);
    parts.push(part);
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers))
    for (const each of [value ?? []].flat()) headers.append(name, each);
  const status = answer.statusCode ?? 500;
  const empty = status === 204 || status === 205 || status === 304;
  return new Response(empty ? null : Buffer.concat(parts), { status, headers });
}
