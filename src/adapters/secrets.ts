import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  randomBytes,
  sign as signBytes,
  verify,
} from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Secrets } from '../app/shared/world.ts';
import type { CheckSignature } from '../app/trail/archive-ports.ts';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** First byte of what is sealed, so that the way can be changed later. */
const SEAL_FORMAT = 1;
/** What stands before the 32 bytes of an Ed25519 key in PKCS#8. Source: RFC 8410. */
const ED25519_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Secrets that are made of one key of 32 bytes or more, kept outside the database. */
export function createSecrets(key: Uint8Array): Secrets {
  const linkKey = derive(key, 'handlingskraft link');
  const seed = derive(key, 'handlingskraft signing');
  const privateKey = createPrivateKey({ key: Buffer.concat([ED25519_PREFIX, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
  return {
    linkToken: (purpose, id) => createHmac('sha256', linkKey).update(`${purpose} ${id}`).digest('base64url'),
    seal: (purpose, text) => seal(sealingKey(key, purpose), text),
    open: (purpose, sealed) => open(sealingKey(key, purpose), sealed),
    sign: (bytes) => signBytes(null, bytes, privateKey).toString('base64'),
    publicKey,
  };
}

function sealingKey(key: Uint8Array, purpose: string): Buffer {
  return derive(key, `handlingskraft seal ${purpose}`);
}

function seal(key: Buffer, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(SEAL_FORMAT), nonce, cipher.getAuthTag(), hidden]).toString('base64url');
}

function open(key: Buffer, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  const start = 1 + NONCE_BYTES + TAG_BYTES;
  if (bytes.length < start || bytes[0] !== SEAL_FORMAT) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAuthTag(bytes.subarray(1 + NONCE_BYTES, start));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(start)), decipher.final()]).toString('utf8');
  } catch {
    // The tag does not fit: another key, another purpose, or changed bytes.
    return null;
  }
}
/** Whether a signature is right by an Ed25519 key; any other kind of key, and what is no key, gives false. */
export const checkSignature: CheckSignature = (bytes, signature, publicKey) => {
  try {
    const key = createPublicKey(publicKey);
    return key.asymmetricKeyType === 'ed25519' && verify(null, bytes, key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
};

function derive(key: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, new Uint8Array(), purpose, KEY_BYTES));
}

/** The key that a setting holds, base64 or hex; null when it is shorter than 32 bytes or written in another way. */
export function parseSecretKey(text: string): Uint8Array | null {
  const trimmed = text.trim();
  const bytes = /^[0-9a-f]+$/i.test(trimmed)
    ? Buffer.from(trimmed, 'hex')
    : /^[\w+/-]+={0,2}$/.test(trimmed)
      ? Buffer.from(trimmed, 'base64')
      : null;
  return bytes !== null && bytes.length >= KEY_BYTES ? bytes : null;
}

/** The key of this installation, kept in the data folder for its owner's eyes only; made the first time. Throws when the file is damaged. */
export function readOrMakeSecretKey(dataFolder: string): Uint8Array {
  const file = join(dataFolder, 'secret.key');
  if (!existsSync(file)) makeKeyFile(dataFolder, file);
  const key = parseSecretKey(readFileSync(file, 'utf8'));
  if (key === null) throw new Error(`The key file is damaged: ${file}`);
  return key;
}

/** Written whole before it gets its name, and never over another: two programs that start at once agree on one key. */
function makeKeyFile(dataFolder: string, file: string): void {
  mkdirSync(dataFolder, { recursive: true });
  const unfinished = `${file}.${process.pid}.unfinished`;
  const handle = openSync(unfinished, 'wx', 0o600);
  try {
    writeSync(handle, `${randomBytes(KEY_BYTES).toString('hex')}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    linkSync(unfinished, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
}
