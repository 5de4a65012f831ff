import type { Sha256 } from '../shared/world.ts';

/**
 * What is kept of a session's token: its SHA-256. Tokens are URL-safe base64, so one byte a letter; other letters, which
 * only a forged cookie has, are folded and match nothing.
 */
export function hashToken(sha256: Sha256, token: string): string {
  return sha256(Uint8Array.from(token, (letter) => letter.charCodeAt(0) & 0xff));
}
