import type { ClaimRuleForm } from '../../app/identity/keep-claim-rules.ts';
import type { LoginProvider, ProviderFacts } from '../../app/identity/provider-ports.ts';
import type { Body } from '../../core/organisation/body.ts';
import { type ClaimRule, claimableRoles } from '../../core/permission/claim-rule.ts';
import type { View } from '../context.ts';
import { ErrorSummary, type FieldErrors, Select, SubmitButton, TextField } from '../design/form.tsx';
import { Alert, ButtonLink, Pairs, Table, Tag } from '../design/parts.tsx';
import { callbackPath, keysPath } from '../identity/provider-routes.tsx';
import { SIGNED_OUT } from '../identity/routes.tsx';
import { planLang } from '../plan/parts.tsx';
import { loginProviderTexts } from './texts.ts';

export const PROVIDERS = '/administration/inloggning';

/** All login providers of the municipality. */
export function ProviderList({ view, providers }: { view: View; providers: readonly LoginProvider[] }) {
  const t = loginProviderTexts[view.language];
  return (
    <>
      {providers.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <ul class="hk-list">
          {providers.map(({ id, label, issuer, enabled }) => (
            <li key={id} class="hk-stack">
              <h2>
                <a href={view.href(`${PROVIDERS}/${id}`)}>{label}</a>
              </h2>
              <p>
                {t.issuerIs}: {issuer}
              </p>
              <p>
                <Tag tone={enabled ? 'success' : 'neutral'} icon={enabled ? 'check' : 'stop'}>
                  {enabled ? t.inUse : t.notInUse}
                </Tag>
              </p>
            </li>
          ))}
        </ul>
      )}
      <p>
        <ButtonLink href={view.href(`${PROVIDERS}/ny`)}>{t.add}</ButtonLink>
      </p>
    </>
  );
}

/** The addresses that a provider must know; a new provider's short name is not known yet. */
export function Addresses({ view, origin, provider }: { view: View; origin: string; provider: LoginProvider | null }) {
  const t = loginProviderTexts[view.language];
  const slug = provider?.slug ?? `<${t.slugInAddress}>`;
  const pairs = [
    [t.callback, <code key="callback">{origin + callbackPath(slug)}</code>],
    [t.signedOut, <code key="signed-out">{origin + SIGNED_OUT}</code>],
    [t.keys, <code key="keys">{origin + keysPath(slug)}</code>],
  ] as const;
  const needsKeys = provider === null || provider.clientAuthentication === 'key';
  return (
    <section class="hk-panel">
      <h2>{t.register}</h2>
      <Pairs pairs={needsKeys ? pairs : pairs.slice(0, 2)} />
    </section>
  );
}

/** Trying a provider, and what came of it. */
export function Probe(props: { view: View; id: string; facts: ProviderFacts | null; fault: string | null }) {
  const { view, id, facts, fault } = props;
  const t = loginProviderTexts[view.language];
  return (
    <section class="hk-stack" id="prova">
      <h2>{t.probeTitle}</h2>
      <p>{t.probeWhat}</p>
      {fault !== null && (
        <Alert tone="danger">
          <p>{fault}</p>
        </Alert>
      )}
      {facts && <ProbeFacts view={view} facts={facts} />}
      <form method="post" action={view.href(`${PROVIDERS}/${id}/prova#prova`)}>
        <SubmitButton quiet>{t.probe}</SubmitButton>
      </form>
    </section>
  );
}

function ProbeFacts({ view, facts }: { view: View; facts: ProviderFacts }) {
  const t = loginProviderTexts[view.language];
  const list = (words: readonly string[]) => (words.length === 0 ? t.empty : words.join(' '));
  return (
    <Alert tone="success">
      <p>{t.probeOk}</p>
      <Pairs
        pairs={[
          [t.issuerIs, facts.issuer],
          [t.facts.keyCount, String(facts.keyCount)],
          [t.facts.scopes, list(facts.scopes)],
          [t.facts.claims, list(facts.claims)],
          [t.facts.acrValues, list(facts.acrValues)],
          [t.facts.clientAuthentications, list(facts.clientAuthentications)],
          [t.facts.signsOut, facts.signsOut ? t.yes : t.no],
        ]}
      />
    </Alert>
  );
}

interface RuleProps {
  readonly view: View;
  readonly providerId: string;
  readonly rules: readonly ClaimRule[];
  readonly bodies: readonly Body[];
  readonly values: ClaimRuleForm;
  readonly errors: FieldErrors;
}

/** The rules that give roles by claims. */
export function ClaimRules(props: RuleProps) {
  const { view, rules } = props;
  const t = loginProviderTexts[view.language];
  return (
    <section class="hk-stack" id="regler">
      <h2>{t.rulesTitle}</h2>
      <p>{t.rulesLead}</p>
      {rules.length === 0 ? <p>{t.noRules}</p> : <RuleTable {...props} />}
      <RuleForm {...props} />
    </section>
  );
}

function RuleTable({ view, providerId, rules, bodies }: RuleProps) {
  const t = loginProviderTexts[view.language];
  const nameOf = (bodyId: string | null) => bodies.find(({ id }) => id === bodyId)?.name;
  return (
    <Table language={view.language} caption={t.rulesTitle} id="regeltabell">
      <thead>
        <tr>
          <th scope="col">{t.claim}</th>
          <th scope="col">{t.value}</th>
          <th scope="col">{t.role}</th>
          <th scope="col">{t.body}</th>
          <th scope="col">{t.actions}</th>
        </tr>
      </thead>
      <tbody>
        {rules.map(({ id, claim, value, role, bodyId }) => (
          <tr key={id}>
            <td>{claim}</td>
            <td>{value}</td>
            <td>{t.roles[role]}</td>
            {bodyId === null ? <td>{t.wholeMunicipality}</td> : <td lang={planLang(view)}>{nameOf(bodyId)}</td>}
            <td>
              <form method="post" action={view.href(`${PROVIDERS}/${providerId}/regler/ta-bort`)}>
                <input type="hidden" name="rule" value={id} />
                <button class="hk-plain-button" type="submit" aria-label={t.removeRule(claim, value)}>
                  {t.remove}
                </button>
              </form>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function RuleForm({ view, providerId, bodies, values, errors }: RuleProps) {
  const { language } = view;
  const t = loginProviderTexts[language];
  const roles = claimableRoles.map((role) => ({ value: role, label: t.roles[role] }));
  const owners = bodies.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <form method="post" action={view.href(`${PROVIDERS}/${providerId}/regler#fel`)} class="hk-form" novalidate>
      <ErrorSummary language={language} errors={errors} />
      <TextField
        language={language}
        name="claim"
        label={t.claim}
        hint={t.claimHint}
        value={values.claim}
        error={errors.claim}
      />
      <TextField language={language} name="value" label={t.value} value={values.value} error={errors.value} />
      <Select
        language={language}
        name="role"
        label={t.role}
        value={values.role}
        error={errors.role}
        choices={[{ value: '', label: t.chooseRole }, ...roles]}
      />
      <Select
        language={language}
        name="bodyId"
        label={t.body}
        hint={t.bodyHint}
        value={values.bodyId}
        error={errors.bodyId}
        required={false}
        choices={[{ value: '', label: t.noBody }, ...owners]}
      />
      <SubmitButton quiet>{t.addRule}</SubmitButton>
    </form>
  );
}
