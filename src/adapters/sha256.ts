import { createHash } from 'node:crypto';
import type { Sha256 } from '../app/shared/world.ts';

/** SHA-256 of bytes as lower-case hex. */
export const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
