import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const YEAR_MS = 365 * 24 * 3_600_000;

/** A key and a certificate that vouches for itself, in PEM, for one host name; valid a year around `now`. */
export function makeCertificate(host: string, now = new Date()): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(set(sequence(oid('550403'), der(0x0c, Buffer.from(host)))));
  const period = sequence(time(new Date(now.getTime() - YEAR_MS)), time(new Date(now.getTime() + YEAR_MS)));
  const alternative = sequence(sequence(oid('551d11'), octets(sequence(der(0x82, Buffer.from(host))))));
  const authority = sequence(sequence(oid('551d13'), octets(sequence(der(0x01, Buffer.from([0xff]))))));
  const extensions = der(0xa3, sequence(content(alternative), content(authority)));
  const ecdsa = sequence(oid('2a8648ce3d040302'));
  const serial = der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)]));
  const version = der(0xa0, der(0x02, Buffer.from([2])));
  const publicInfo = publicKey.export({ type: 'spki', format: 'der' });
  const signed = sequence(version, serial, ecdsa, name, period, name, publicInfo, extensions);
  const signature = der(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', signed, privateKey)]));
  const body = sequence(signed, ecdsa, signature).toString('base64').replace(/.{64}/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`,
  };
}

// DER: a tag, the length, the content. Source: X.690.
function der(tag: number, inner: Uint8Array): Buffer {
  const { length } = inner;
  const head =
    length < 0x80 ? [tag, length] : length < 0x100 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), inner]);
}

const sequence = (...parts: readonly Uint8Array[]) => der(0x30, Buffer.concat(parts));
const set = (inner: Uint8Array) => der(0x31, inner);
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const octets = (inner: Uint8Array) => der(0x04, inner);

/** What a short sequence holds, without its own head. */
const content = (short: Buffer) => short.subarray(2);

function time(at: Date): Buffer {
  return der(0x18, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`));
}
