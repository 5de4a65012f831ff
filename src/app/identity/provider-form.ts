import { z } from 'zod';
import type { Result } from '../../core/shared/result.ts';
import { type Invalid, LARGEST_VERSION, validate } from '../shared/validate.ts';
import { clientAuthentications, emailTrusts, newPersonRules } from './provider-ports.ts';

/** What can be wrong with what an administrator has written about a login provider. */
export const providerFieldFaults = [
  'label-missing',
  'label-too-long',
  'slug-form',
  'slug-taken',
  'issuer-form',
  'issuer-everybody',
  'client-id-missing',
  'secret-missing',
  'secret-anew',
  'scopes-form',
  'level-form',
  'domain-form',
  'choice-missing',
  'version-form',
] as const;
export type ProviderFieldFault = (typeof providerFieldFaults)[number];

/** A login provider as written in a form. Lists are written on lines or with spaces between. */
export interface ProviderForm {
  readonly slug: string;
  readonly label: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientAuthentication: string;
  /** Empty to keep the one there is. */
  readonly secret: string;
  readonly scopes: string;
  readonly acrValues: string;
  readonly asksAnew: boolean;
  readonly readsUserinfo: boolean;
  readonly emailTrust: string;
  readonly emailDomains: string;
  readonly newPersons: string;
  readonly enabled: boolean;
  readonly rowVersion: string;
}

const fault = (code: ProviderFieldFault) => code;
const list = (text: string) => [...new Set(text.split(/[\s,]+/).filter((word) => word !== ''))];
const listOf = (pattern: RegExp, code: ProviderFieldFault) =>
  z
    .string()
    .transform(list)
    .refine((words) => words.length <= 50 && words.every((word) => word.length <= 300 && pattern.test(word)), code);

/** Printable characters without spaces and quotes, as OAuth lets a scope be. Source: RFC 6749, 3.3. */
const SCOPE = /^[\x21\x23-\x5b\x5d-\x7e]+$/;
const DOMAIN = /^(?=.{1,253}$)[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** With https, or on this very machine for trying out; no name or password in it, no query. */
const ISSUER = /^(?:https:\/\/[^\s?#@\\]+|http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?:\/[^\s?#@\\]*)?)$/;
/** Services that any organisation's people sign in with: as an issuer they would let the whole world in. */
const EVERYBODY = /^https:\/\/login\.microsoftonline\.com\/(common|organizations|consumers)\b/i;

const schema = z.object({
  slug: z
    .string()
    .trim()
    .refine((slug) => slug.length <= 40 && SLUG.test(slug), fault('slug-form')),
  label: z.string().trim().min(1, fault('label-missing')).max(60, fault('label-too-long')),
  issuer: z
    .string()
    .trim()
    .max(500, fault('issuer-form'))
    .regex(ISSUER, fault('issuer-form'))
    .refine((issuer) => !EVERYBODY.test(issuer), fault('issuer-everybody')),
  clientId: z.string().trim().min(1, fault('client-id-missing')).max(500, fault('client-id-missing')),
  clientAuthentication: z.enum(clientAuthentications, fault('choice-missing')),
  secret: z.string().trim().max(2000, fault('secret-missing')),
  scopes: listOf(SCOPE, fault('scopes-form')),
  acrValues: listOf(SCOPE, fault('level-form')),
  asksAnew: z.boolean(),
  readsUserinfo: z.boolean(),
  emailTrust: z.enum(emailTrusts, fault('choice-missing')),
  emailDomains: z
    .string()
    .transform((text) => list(text.toLowerCase()).map((domain) => domain.replace(/^@/, '')))
    .refine((all) => all.length <= 50 && all.every((domain) => DOMAIN.test(domain)), fault('domain-form')),
  newPersons: z.enum(newPersonRules, fault('choice-missing')),
  enabled: z.boolean(),
  rowVersion: z.coerce.number(fault('version-form')).int(fault('version-form')).min(0).max(LARGEST_VERSION),
});

export type ProviderFields = z.infer<typeof schema>;

/** Checks what was written. "openid" is put first among the scopes. */
export function readProviderForm(form: ProviderForm): Result<ProviderFields, Invalid<ProviderFieldFault>> {
  const read = validate(schema, providerFieldFaults, form);
  if (!read.ok) return read;
  const scopes = ['openid', ...read.value.scopes.filter((scope) => scope !== 'openid')];
  return { ok: true, value: { ...read.value, scopes } };
}
