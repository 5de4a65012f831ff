import { expect, test } from 'vitest';
import type { Claims } from '../../core/permission/claim-rule.ts';
import { newAccount } from './ports.ts';
import { settlePerson } from './settle-person.ts';

const account = newAccount({
  id: 'a1',
  municipality: '0001',
  email: 'anna@kommun.example',
  name: 'Anna',
  passwordHash: null,
  memberships: [],
});
const email = account.email;
const verified = { email, email_verified: true };

type Setting = [trust: 'none' | 'verified' | 'all', newPersons: 'refused' | 'given-account', domains?: string[]];
type Case = [what: string, setting: Setting, claims: Claims, known: 'identity' | 'email' | 'nobody', answer: string];

const cases: Case[] = [
  ['linked before', ['none', 'refused'], {}, 'identity', 'known'],
  ['linked before, whatever the address says now', ['none', 'refused'], { email: 'x@y.example' }, 'identity', 'known'],
  ['address verified and trusted', ['verified', 'refused'], verified, 'email', 'linked'],
  ['address verified by a text', ['verified', 'refused'], { email, email_verified: 'true' }, 'email', 'linked'],
  ['address verified as Microsoft says it', ['verified', 'refused'], { email, xms_edov: '1' }, 'email', 'linked'],
  ['address not verified', ['verified', 'given-account'], { email }, 'email', 'unknown-person'],
  [
    'address said to be unverified',
    ['verified', 'refused'],
    { email, email_verified: false },
    'email',
    'unknown-person',
  ],
  ['provider not trusted for addresses', ['none', 'given-account'], verified, 'email', 'unknown-person'],
  ['every address trusted', ['all', 'refused'], { email }, 'email', 'linked'],
  ['unknown and refused', ['all', 'refused'], verified, 'nobody', 'unknown-person'],
  ['unknown and given an account', ['verified', 'given-account'], verified, 'nobody', 'new'],
  ['unknown without address', ['all', 'given-account'], {}, 'nobody', 'email-missing'],
  ['unknown with a text that is no address', ['all', 'given-account'], { email: 'anna' }, 'nobody', 'email-missing'],
  ['unknown with an unverified address', ['verified', 'given-account'], { email }, 'nobody', 'email-not-trusted'],
  ['in an allowed domain', ['verified', 'refused', ['kommun.example']], verified, 'identity', 'known'],
  ['in another domain', ['all', 'given-account', ['other.example']], verified, 'identity', 'domain-not-allowed'],
  ['in a domain below', ['all', 'given-account', ['example']], verified, 'nobody', 'domain-not-allowed'],
  [
    'domains limited, address unverified',
    ['verified', 'refused', ['kommun.example']],
    { email },
    'identity',
    'email-not-trusted',
  ],
  ['domains limited, no address', ['all', 'refused', ['kommun.example']], {}, 'identity', 'email-missing'],
];

test.each(cases)('%s', (_, [emailTrust, newPersons, emailDomains = []], claims, known, answer) => {
  const settled = settlePerson({ emailTrust, newPersons, emailDomains }, claims, {
    byIdentity: known === 'identity' ? account : null,
    byEmail: known === 'email' ? account : null,
  });
  expect(settled.ok ? settled.value.kind : settled.refusal.kind).toBe(answer);
});

test.each<[Claims, string]>([
  [{ name: ' Anna  Alm ', given_name: 'A' }, 'Anna  Alm'],
  [{ given_name: 'Anna', family_name: 'Alm' }, 'Anna Alm'],
  [{ family_name: 'Alm' }, 'Alm'],
  [{ name: '', preferred_username: 'annalm' }, 'annalm'],
  [{ name: 'Anna\nAlm' }, 'Anna Alm'],
  [{ name: 'x'.repeat(300) }, 'x'.repeat(200)],
  [{ name: 7 }, email],
  [{ name: '#A1B2' }, email],
])('a new account with %j is named %s', (claims, name) => {
  const rules = { emailTrust: 'all', newPersons: 'given-account', emailDomains: [] } as const;
  const settled = settlePerson(rules, { ...claims, email: email.toUpperCase() }, { byIdentity: null, byEmail: null });
  expect(settled).toEqual({ ok: true, value: { kind: 'new', email, name } });
});
