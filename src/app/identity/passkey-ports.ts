import type { Result } from '../../core/shared/result.ts';
import type { Account } from './ports.ts';

/** A passkey of a person: a key pair of which the private part never leaves their device. Swedish: nyckel. */
export interface Passkey {
  readonly id: string;
  readonly accountId: string;
  /** The device's own name of the key, URL-safe base64. */
  readonly credentialId: string;
  readonly publicKey: Uint8Array;
  /** How often the device says that it has been used; 0 for devices that do not count. */
  readonly counter: number;
  /** Ways to the device ("internal", "usb"), as the browser names them. */
  readonly transports: readonly string[];
  /** What its owner calls it, at most 60 letters. */
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

/** Reads passkeys. */
export interface PasskeyReader {
  /** Those of an account, oldest first. */
  listPasskeys(municipality: string, accountId: string): Promise<Passkey[]>;
  findPasskey(municipality: string, credentialId: string): Promise<{ passkey: Passkey; account: Account } | null>;
}

/** Writes passkeys. */
export interface PasskeyWriter {
  /** False when the key is known already, to whatever account. */
  addPasskey(municipality: string, passkey: Passkey): Promise<boolean>;
  renamePasskey(municipality: string, accountId: string, id: string, name: string): Promise<boolean>;
  removePasskey(municipality: string, accountId: string, id: string): Promise<boolean>;
  /** Notes a use; false when somebody else has noted one as late or later, by the device's own count. */
  usePasskey(municipality: string, id: string, use: { readonly counter: number; readonly at: Date }): Promise<boolean>;
}

/** The site as a device knows it. A key that was made for one site opens nothing at another. */
export interface PasskeySite {
  /** Host name without port. */
  readonly rpId: string;
  /** "https://plan.exempel.se" */
  readonly origin: string;
  /** What the device shows. */
  readonly name: string;
}

/** What the browser is asked, as plain JSON for it, and the challenge that its answer must carry. */
export interface PasskeyQuestion {
  readonly options: unknown;
  readonly challenge: string;
}

/** A key that a device has made. */
export type MadePasskey = Pick<Passkey, 'credentialId' | 'publicKey' | 'counter' | 'transports'>;

/** Why a device's answer is not believed. `counter-behind`: the key may have been copied. */
export type PasskeyFault = 'answer-invalid' | 'counter-behind';
type Refused = { readonly kind: PasskeyFault };

/** Checks what devices answer (WebAuthn). The person must always have shown the device who they are. */
export interface PasskeyChecks {
  askForNew(
    site: PasskeySite,
    owner: { id: string; email: string; name: string },
    known: readonly Passkey[],
  ): Promise<PasskeyQuestion>;
  checkNew(site: PasskeySite, challenge: string, answer: string): Promise<Result<MadePasskey, Refused>>;
  /** Asks for whatever key the device has for the site, so that nobody needs to write who they are. */
  askForAny(site: PasskeySite): Promise<PasskeyQuestion>;
  /** The name of the key that an answer says it is by; null for what is no answer. */
  credentialOf(answer: string): string | null;
  /** Gives the device's count after this use. */
  checkUse(site: PasskeySite, challenge: string, answer: string, passkey: Passkey): Promise<Result<number, Refused>>;
}
