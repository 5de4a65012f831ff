import type { WebContext } from '../context.ts';

interface NodeRequest {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
}

/** The network address that a request comes from. A header is believed only behind a proxy of our own, and then its last entry, which that proxy wrote. */
export function clientAddress(c: WebContext, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  const env = c.env as NodeRequest | undefined;
  return forwarded || env?.incoming?.socket?.remoteAddress || 'unknown';
}

/** The network that an address belongs to: of IPv6 its first 64 bits, since whoever has one address there has them all. */
export function networkOf(address: string): string {
  const inIpv4 = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (inIpv4 !== undefined) return inIpv4;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: tail === undefined ? 0 : 8 - first.length - last.length }, () => '0');
  const groups = [...first, ...zeros, ...last].map((group) => group.replace(/^0+(?=.)/, ''));
  return `${groups.slice(0, 4).join(':')}::/64`;
}
