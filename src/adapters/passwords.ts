import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import type { Passwords } from '../app/shared/world.ts';

/** Cost of scrypt: memory is 128 × cost × blockSize bytes. */
export interface ScryptCost {
  readonly cost: number;
  readonly blockSize: number;
  readonly parallelization: number;
}

/** 32 MiB and some 80 ms a try on an ordinary server. Source: OWASP Password Storage Cheat Sheet, scrypt N=2^15, r=8, p=3. */
export const ordinaryCost: ScryptCost = { cost: 2 ** 15, blockSize: 8, parallelization: 3 };

const KEY_BYTES = 32;
const SALT_BYTES = 16;

interface ParsedHash {
  readonly cost: ScryptCost;
  readonly salt: Buffer;
  readonly key: Buffer;
}

/** Passwords by scrypt. The hash carries its own cost ("scrypt$32768$8$3$salt$key"), so that the cost can be raised later. */
export function createPasswords(cost: ScryptCost = ordinaryCost): Passwords {
  const unknown: ParsedHash = { cost, salt: randomBytes(SALT_BYTES), key: randomBytes(KEY_BYTES) };
  return {
    async hash(password) {
      const salt = randomBytes(SALT_BYTES);
      const key = await derive(password, salt, cost);
      const { cost: n, blockSize, parallelization } = cost;
      return ['scrypt', n, blockSize, parallelization, salt.toString('base64url'), key.toString('base64url')].join('$');
    },
    async verify(password, hash) {
      const parsed = hash === null ? null : parseHash(hash);
      const wanted = parsed ?? unknown;
      const key = await derive(password, wanted.salt, wanted.cost);
      return timingSafeEqual(key, wanted.key) && parsed !== null;
    },
  };
}

function derive(password: string, salt: Buffer, cost: ScryptCost): Promise<Buffer> {
  const options: ScryptOptions = { ...cost, maxmem: 256 * cost.cost * cost.blockSize };
  return new Promise((resolve, reject) => {
    // Two keyboards write "å" as one or two code points: the same password must give the same key.
    scrypt(password.normalize('NFC'), salt, KEY_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

function parseHash(hash: string): ParsedHash | null {
  const [name, cost, blockSize, parallelization, salt, key] = hash.split('$');
  if (name !== 'scrypt' || salt === undefined || key === undefined) return null;
  const numbers = { cost: Number(cost), blockSize: Number(blockSize), parallelization: Number(parallelization) };
  const bytes = Buffer.from(key, 'base64url');
  if (!Object.values(numbers).every((n) => Number.isInteger(n) && n > 0) || bytes.length !== KEY_BYTES) return null;
  return { cost: numbers, salt: Buffer.from(salt, 'base64url'), key: bytes };
}
