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
