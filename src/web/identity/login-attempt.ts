import { z } from 'zod';
import { ATTEMPT_MS } from '../../app/identity/finish-provider-sign-in.ts';
import { languages } from '../language.ts';
import { sealedCookie } from './sealed-cookie.ts';

const schema = z.object({
  municipality: z.string(),
  slug: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** Where to go afterwards, as a shared path. */
  next: z.string(),
  language: z.enum(languages),
  /** Whether something that was written waits to be sent. */
  kept: z.boolean(),
  /** Account to link to; null to sign in. */
  linkTo: z.string().nullable(),
});

/** What a browser keeps while somebody is at a login provider. */
export type BrowserAttempt = z.infer<typeof schema>;

/** One attempt a browser: a second one takes the place of the first. */
export const attemptCookie = sealedCookie('login-attempt', schema, ATTEMPT_MS / 1000);
