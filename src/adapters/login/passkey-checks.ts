import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { z } from 'zod';
import type { Passkey, PasskeyChecks, PasskeySite } from '../../app/identity/passkey-ports.ts';
import { ok, refuse } from '../../core/shared/result.ts';

/** Ed25519, ECDSA with P-256, and RSA for older devices. Source: IANA COSE Algorithms. */
const ALGORITHMS = [-8, -7, -257];
const TIMEOUT_MS = 5 * 60 * 1000;

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/);
const common = {
  id: base64url.max(1400),
  rawId: base64url.max(1400),
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
};
const newSchema = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().regex(/^[a-z-]{1,30}$/)).max(10),
  }),
});
const useSchema = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url,
  }),
});

/** The checks of devices' answers, by SimpleWebAuthn. */
export const passkeyChecks: PasskeyChecks = {
  async askForNew({ rpId, name }, owner, known) {
    const options = await generateRegistrationOptions({
      rpID: rpId,
      rpName: name,
      userID: new Uint8Array(Buffer.from(owner.id)),
      userName: owner.email,
      userDisplayName: owner.name,
      timeout: TIMEOUT_MS,
      attestationType: 'none',
      excludeCredentials: known.map(({ credentialId, transports }) => ({
        id: credentialId,
        transports: [...transports],
      })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      supportedAlgorithmIDs: ALGORITHMS,
    });
    return { options, challenge: options.challenge };
  },
  async checkNew({ rpId, origin }, challenge, answer) {
    const response = read(newSchema, answer);
    const checked =
      response &&
      (await believed(() =>
        verifyRegistrationResponse({
          response,
          expectedChallenge: challenge,
          expectedOrigin: origin,
          expectedRPID: rpId,
          requireUserVerification: true,
          supportedAlgorithmIDs: ALGORITHMS,
        }),
      ));
    if (!response || !checked?.verified) return refuse({ kind: 'answer-invalid' });
    const { id, publicKey, counter } = checked.registrationInfo.credential;
    return ok({ credentialId: id, publicKey, counter, transports: response.response.transports });
  },
  async askForAny({ rpId }) {
    const options = await generateAuthenticationOptions({
      rpID: rpId,
      timeout: TIMEOUT_MS,
      userVerification: 'required',
    });
    return { options, challenge: options.challenge };
  },
  credentialOf: (answer) => read(useSchema, answer)?.id ?? null,
  async checkUse(site, challenge, answer, passkey) {
    const response = read(useSchema, answer);
    const owner = response && Buffer.from(response.response.userHandle, 'base64url').toString();
    if (!response || owner !== passkey.accountId) return refuse({ kind: 'answer-invalid' });
    const counter = await newCounter(site, challenge, response, passkey);
    if (counter !== null) return ok(counter);
    // An answer that is right but for the count is by a key that has been used elsewhere since.
    const uncounted = await newCounter(site, challenge, response, { ...passkey, counter: 0 });
    return refuse({ kind: uncounted === null ? 'answer-invalid' : 'counter-behind' });
  },
};

/** The count after a right answer; null for a wrong one. */
async function newCounter(
  { rpId, origin }: PasskeySite,
  challenge: string,
  response: z.infer<typeof useSchema>,
  passkey: Passkey,
): Promise<number | null> {
  const { credentialId, publicKey, counter } = passkey;
  const checked = await believed(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      credential: { id: credentialId, publicKey: new Uint8Array(publicKey), counter },
      requireUserVerification: true,
    }),
  );
  return checked?.verified ? checked.authenticationInfo.newCounter : null;
}

/** The library throws for every answer that does not fit; to us that is an answer too. */
async function believed<T>(check: () => Promise<T>): Promise<T | null> {
  try {
    return await check();
  } catch {
    return null;
  }
}

function read<T>(schema: z.ZodType<T>, answer: string): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(answer));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
