import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { WebEnv } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { isGuestAddress, isSecretAddress } from '../guest/addresses.ts';
import { sessionToken } from './session.ts';

/** What tells a browser to come back by https alone, for a year. */
export const STAY_WITH_HTTPS = `max-age=${365 * 24 * 3600}; includeSubDomains`;

/** Powers of a browser that no page of ours uses. */
const unusedPowers = [
  'accelerometer',
  'autoplay',
  'bluetooth',
  'camera',
  'displayCapture',
  'encryptedMedia',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'pictureInPicture',
  'screenWakeLock',
  'serial',
  'usb',
  'xrSpatialTracking',
] as const;

/**
 * The headers of every answer, as OWASP's HTTP Headers Cheat Sheet advises: scripts, styles and forms of our own alone, no frames,
 * no text made into markup by a script, no other site's window or picture of ours.
 */
export function headersOf(deps: Pick<WebDeps, 'settings'>): MiddlewareHandler<WebEnv> {
  const https = deps.settings.secureCookies;
  return secureHeaders({
    // What is said of an address with a token in it is stricter.
    overwrite: false,
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
      trustedTypes: ["'none'"],
      ...(https ? { upgradeInsecureRequests: [] } : {}),
    },
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    xContentTypeOptions: 'nosniff',
    strictTransportSecurity: https ? STAY_WITH_HTTPS : false,
    // "no-referrer" would make browsers send "Origin: null" with our own forms.
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    permissionsPolicy: {
      ...Object.fromEntries(unusedPowers.map((power) => [power, []])),
      publickeyCredentialsGet: ['self'],
    },
  });
}

/**
 * Nothing that was answered to somebody with a session or to a guest is kept by a browser or a proxy; a page says so again by
 * who it was made for. An address that holds a token is told to nobody, whatever the answer.
 */
export function keepToOneself(deps: WebDeps): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    if (sessionToken(deps, c) !== null || isGuestAddress(c.req.path)) c.header('Cache-Control', 'private, no-store');
    if (isSecretAddress(c.req.path)) c.header('Referrer-Policy', 'no-referrer');
    await next();
  };
}
