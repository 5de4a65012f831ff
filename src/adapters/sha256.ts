import { createHash } from 'node:crypto';
import type { Sha256 } from '../app/shared/world.ts';

/** SHA-256 of bytes as lower-case hex. */
export const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** SHA-256 of a text in UTF-8, lower-case hex. */
export const sha256OfText = (text: string): string => createHash('sha256').update(text).digest('hex');
