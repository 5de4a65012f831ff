import { AuthorizationResponseError, ResponseBodyError, WWWAuthenticateChallengeError } from 'openid-client';
import type { ProviderFault } from '../../app/identity/provider-ports.ts';
import { AddressNotAllowed, AnswerTooLarge } from './guarded-fetch.ts';

/** The provider's answer is right by the protocol and not enough for us. */
export class NotEnough extends Error {
  readonly fault: ProviderFault;
  constructor(fault: ProviderFault) {
    super(fault);
    this.fault = fault;
  }
}

const byCode: Readonly<Record<string, ProviderFault>> = {
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: 'token-expired',
  OAUTH_KEY_SELECTION_FAILED: 'signature-invalid',
  OAUTH_RESPONSE_IS_NOT_CONFORM: 'provider-unknown-form',
  OAUTH_RESPONSE_IS_NOT_JSON: 'provider-unknown-form',
  OAUTH_PARSE_ERROR: 'provider-unknown-form',
  OAUTH_MISSING_SERVER_METADATA: 'provider-unknown-form',
  OAUTH_INVALID_SERVER_METADATA: 'provider-unknown-form',
  OAUTH_UNSUPPORTED_OPERATION: 'signature-invalid',
  ERR_INVALID_URL: 'provider-unknown-form',
};

const byClaim: Readonly<Record<string, ProviderFault>> = {
  nonce: 'nonce-mismatch',
  aud: 'audience-mismatch',
  azp: 'audience-mismatch',
  iss: 'issuer-mismatch',
};

/** Why a provider's answer is not believed; null for an error that is no fault of the provider but a bug of ours. */
export function faultOf(error: unknown): ProviderFault | null {
  if (error instanceof NotEnough) return error.fault;
  if (error instanceof AuthorizationResponseError)
    return error.error === 'access_denied' ? 'cancelled' : 'provider-refused';
  if (error instanceof ResponseBodyError) return error.error === 'invalid_grant' ? 'code-refused' : 'client-refused';
  if (error instanceof WWWAuthenticateChallengeError) return 'client-refused';
  const causes = causesOf(error);
  if (causes.some((cause) => cause instanceof AddressNotAllowed)) return 'address-not-allowed';
  if (causes.some((cause) => cause instanceof AnswerTooLarge)) return 'provider-unknown-form';
  const code = textOf(error, 'code');
  if (code === 'OAUTH_JWT_CLAIM_COMPARISON_FAILED') return byClaim[lastText(causes, 'claim')] ?? 'answer-invalid';
  if (code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED')
    return lastText(causes, 'attribute') === 'issuer' ? 'issuer-mismatch' : 'answer-invalid';
  if (code === 'OAUTH_INVALID_RESPONSE') return invalidResponse(causes);
  const known = byCode[code];
  if (known !== undefined) return known;
  return error instanceof TypeError ? null : 'provider-unreachable';
}

/** The library tells these apart by what it found, which it hands along. */
function invalidResponse(causes: readonly unknown[]): ProviderFault {
  if (causes.some((cause) => has(cause, 'signature'))) return 'signature-invalid';
  return causes.some((cause) => has(cause, 'parameters')) ? 'issuer-mismatch' : 'answer-invalid';
}

function causesOf(error: unknown): readonly unknown[] {
  const causes: unknown[] = [];
  for (let each = error; each !== undefined && causes.length < 10; each = has(each, 'cause') ? each.cause : undefined)
    causes.push(each);
  return causes;
}

function has<K extends string>(thing: unknown, key: K): thing is Record<K, unknown> {
  return typeof thing === 'object' && thing !== null && key in thing;
}

function textOf(thing: unknown, key: string): string {
  const value = has(thing, key) ? thing[key] : '';
  return typeof value === 'string' ? value : '';
}

function lastText(causes: readonly unknown[], key: string): string {
  return causes.map((cause) => textOf(cause, key)).findLast((text) => text !== '') ?? '';
}
