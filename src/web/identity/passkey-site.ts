import { z } from 'zod';
import { QUESTION_MS } from '../../app/identity/keep-passkeys.ts';
import type { PasskeySite } from '../../app/identity/passkey-ports.ts';
import { viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { designTexts } from '../design/texts.ts';
import { sealedCookie } from './sealed-cookie.ts';
import { siteOrigin } from './site-origin.ts';

/** The site as a device knows it. */
export function passkeySite(deps: WebDeps, c: WebContext): PasskeySite {
  const origin = siteOrigin(deps, c);
  const { municipality } = viewOf(c);
  return { origin, rpId: new URL(origin).hostname, name: designTexts.sv.siteName(municipality.name) };
}

const schema = z.object({
  challenge: z.string(),
  municipality: z.string(),
  /** Account that a key is to be added to; null for a sign-in. */
  accountId: z.string().nullable(),
});

const cookie = sealedCookie('passkey-question', schema, QUESTION_MS / 1000);

/** Lets the browser keep the question that it was asked. */
export function askBrowser(deps: WebDeps, c: WebContext, challenge: string, accountId: string | null): void {
  cookie.set(deps, c, { challenge, municipality: c.get('municipality').code, accountId });
}

/** The question that this browser was asked, for this account or for a sign-in; null when it was another or none. It is let go of. */
export function takeQuestion(deps: WebDeps, c: WebContext, accountId: string | null): string | null {
  const asked = cookie.read(deps, c);
  cookie.clear(deps, c);
  const isThis = asked?.municipality === c.get('municipality').code && asked.accountId === accountId;
  return isThis ? asked.challenge : null;
}
