import type { ProviderForm } from '../../app/identity/provider-form.ts';
import type { LoginProvider } from '../../app/identity/provider-ports.ts';

/** What the form of a new provider holds to begin with. */
export const freshForm: ProviderForm = {
  slug: '',
  label: '',
  issuer: '',
  clientId: '',
  clientAuthentication: 'secret',
  secret: '',
  scopes: 'openid profile email',
  acrValues: '',
  asksAnew: false,
  readsUserinfo: true,
  emailTrust: 'none',
  emailDomains: '',
  newPersons: 'refused',
  enabled: true,
  rowVersion: '0',
};

/** A provider as its form holds it; its secret is never among that. */
export function formOf(provider: LoginProvider): ProviderForm {
  const { id: _, sealedSecret: __, scopes, acrValues, emailDomains, rowVersion, ...same } = provider;
  return {
    ...same,
    secret: '',
    scopes: scopes.join(' '),
    acrValues: acrValues.join('\n'),
    emailDomains: emailDomains.join('\n'),
    rowVersion: String(rowVersion),
  };
}

/** What was sent. A box that is not ticked is not sent at all. */
export function sentForm(sent: Readonly<Record<string, string>>): ProviderForm {
  const text = (name: keyof ProviderForm) => sent[name] ?? '';
  const ticked = (name: keyof ProviderForm) => (sent[name] ?? '') !== '';
  return {
    slug: text('slug'),
    label: text('label'),
    issuer: text('issuer'),
    clientId: text('clientId'),
    clientAuthentication: text('clientAuthentication'),
    secret: text('secret'),
    scopes: text('scopes'),
    acrValues: text('acrValues'),
    asksAnew: ticked('asksAnew'),
    readsUserinfo: ticked('readsUserinfo'),
    emailTrust: text('emailTrust'),
    emailDomains: text('emailDomains'),
    newPersons: text('newPersons'),
    enabled: ticked('enabled'),
    rowVersion: text('rowVersion'),
  };
}

/** The fields in which two forms differ, save the version. A list that is written otherwise and holds the same does not differ. */
export function differences(
  one: ProviderForm,
  other: ProviderForm,
): readonly Exclude<keyof ProviderForm, 'rowVersion'>[] {
  const { rowVersion: _, ...fields } = one;
  const words = (value: string | boolean) =>
    String(value)
      .split(/[\s,]+/)
      .filter(Boolean)
      .join(' ');
  return (Object.keys(fields) as (keyof typeof fields)[]).filter((key) => words(one[key]) !== words(other[key]));
}
