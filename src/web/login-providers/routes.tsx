import {
  addClaimRule,
  type ClaimRuleForm,
  type ClaimRuleRefusal,
  removeClaimRule,
} from '../../app/identity/keep-claim-rules.ts';
import {
  addProvider,
  changeProvider,
  getProvider,
  listProviders,
  probeProvider,
} from '../../app/identity/keep-providers.ts';
import type { ProviderFieldFault, ProviderForm } from '../../app/identity/provider-form.ts';
import type { ProviderFacts, ProviderWithRules } from '../../app/identity/provider-ports.ts';
import { actorOf, seeOther, type View, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import type { FieldErrors } from '../design/form.tsx';
import { Notice, titleWithErrors } from '../design/parts.tsx';
import { notFoundPage, refusePage } from '../errors/pages.tsx';
import { readForm } from '../form-data.ts';
import { isTriedOut, siteOrigin } from '../identity/site-origin.ts';
import { type PageStatus, respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { ProviderFormPart } from './form-page.tsx';
import { formOf, freshForm, sentForm } from './form-values.ts';
import { Addresses, ClaimRules, PROVIDERS, Probe, ProviderList } from './pages.tsx';
import { loginProviderTexts } from './texts.ts';

/** The pages on which an administrator keeps the municipality's login providers. */
export function loginProviderRoutes(deps: WebDeps): readonly Route[] {
  const access = 'change-login-providers';
  const one = `${PROVIDERS}/:providerId` as const;
  return [
    { method: 'GET', path: PROVIDERS, access, handle: (c) => showAll(deps, c) },
    { method: 'GET', path: `${PROVIDERS}/ny`, access, handle: (c) => answerNew(deps, c, freshForm, {}, 200) },
    { method: 'POST', path: PROVIDERS, access, handle: (c) => add(deps, c) },
    { method: 'GET', path: one, access, handle: (c) => answerOne(deps, c, {}, 200) },
    { method: 'POST', path: one, access, handle: (c) => change(deps, c) },
    { method: 'POST', path: `${one}/prova`, access, handle: (c) => probe(deps, c) },
    { method: 'POST', path: `${one}/regler`, access, handle: (c) => addRule(deps, c) },
    { method: 'POST', path: `${one}/regler/ta-bort`, access, handle: (c) => removeRule(deps, c) },
  ];
}

function crumbsOf(view: View, deep: boolean) {
  const t = loginProviderTexts[view.language];
  const top = { text: t.administration, path: '/administration' };
  return deep ? [top, { text: t.title, path: PROVIDERS }] : [top];
}

function noticeOf(c: WebContext, view: View): string | null {
  const { done } = loginProviderTexts[view.language];
  const kind = c.req.query('klart') ?? '';
  return Object.hasOwn(done, kind) ? done[kind as keyof typeof done] : null;
}

async function showAll(deps: WebDeps, c: WebContext) {
  const view = viewOf(c);
  const t = loginProviderTexts[view.language];
  const providers = await listProviders(deps)(actorOf(c));
  if (providers === null) return refusePage(c, 'forbidden');
  const body = (
    <div class="hk-stack">
      <h1>{t.title}</h1>
      <p class="hk-lead">{t.lead}</p>
      <ProviderList view={view} providers={providers} />
    </div>
  );
  return respond(c, { title: t.title, menu: 'administration', crumbs: crumbsOf(view, false), unlisted: true }, body);
}

function answerNew(deps: WebDeps, c: WebContext, values: ProviderForm, errors: FieldErrors, status: PageStatus) {
  const view = viewOf(c);
  const t = loginProviderTexts[view.language];
  const title = titleWithErrors(view.language, t.addTitle, Object.keys(errors).length);
  const body = (
    <div class="hk-stack">
      <h1>{t.addTitle}</h1>
      <p class="hk-lead">{t.addLead}</p>
      <Addresses view={view} origin={siteOrigin(deps, c)} provider={null} />
      <ProviderFormPart view={view} values={values} errors={errors} current={null} action={PROVIDERS} isNew />
    </div>
  );
  return respond(c, { title, menu: 'administration', crumbs: crumbsOf(view, true), unlisted: true }, body, status);
}

async function add(deps: WebDeps, c: WebContext) {
  const form = sentForm(await readForm(c));
  const added = await addProvider(deps)(actorOf(c), { form, requestId: c.get('requestId') });
  if (added.ok) return seeOther(c, `${PROVIDERS}/${added.value}?klart=added`);
  if (added.refusal.kind !== 'invalid') return refusePage(c, 'forbidden');
  return answerNew(deps, c, form, sentences(viewOf(c), added.refusal.faults), 422);
}

function sentences(view: View, faults: Readonly<Record<string, ProviderFieldFault>>): FieldErrors {
  const { fieldFaults } = loginProviderTexts[view.language];
  return Object.fromEntries(Object.entries(faults).map(([field, code]) => [field, fieldFaults[code]]));
}

/** What differs from the page as it is first opened. */
interface PageState {
  readonly values?: ProviderForm;
  readonly errors?: FieldErrors;
  readonly conflict?: boolean;
  readonly facts?: ProviderFacts;
  readonly probeFault?: string;
  readonly rule?: ClaimRuleForm;
  readonly ruleErrors?: FieldErrors;
}

const noRule: ClaimRuleForm = { claim: '', value: '', role: '', bodyId: '' };

async function answerOne(deps: WebDeps, c: WebContext, state: PageState, status: PageStatus) {
  const view = viewOf(c);
  const actor = actorOf(c);
  const [found, bodies] = await Promise.all([
    getProvider(deps)(actor, c.req.param('providerId') ?? ''),
    deps.store.read.listBodies(actor.municipality),
  ]);
  if (found === null) return notFoundPage(c);
  const { provider, rules }: ProviderWithRules = found;
  const stands = formOf(provider);
  const { errors = {}, ruleErrors = {} } = state;
  const faults = Object.keys(errors).length + Object.keys(ruleErrors).length;
  const body = (
    <div class="hk-stack">
      <h1>{provider.label}</h1>
      <Notice message={noticeOf(c, view)} />
      <ProviderFormPart
        view={view}
        values={state.values ?? stands}
        errors={errors}
        current={state.conflict ? stands : null}
        action={`${PROVIDERS}/${provider.id}`}
        isNew={false}
      />
      <Addresses view={view} origin={siteOrigin(deps, c)} provider={provider} />
      <Probe view={view} id={provider.id} facts={state.facts ?? null} fault={state.probeFault ?? null} />
      <ClaimRules
        view={view}
        providerId={provider.id}
        rules={rules}
        bodies={bodies}
        values={state.rule ?? noRule}
        errors={ruleErrors}
      />
    </div>
  );
  const title = titleWithErrors(view.language, provider.label, faults);
  return respond(c, { title, menu: 'administration', crumbs: crumbsOf(view, true), unlisted: true }, body, status);
}

async function change(deps: WebDeps, c: WebContext) {
  const id = c.req.param('providerId') ?? '';
  const values = sentForm(await readForm(c));
  const changed = await changeProvider(deps)(actorOf(c), { id, form: values, requestId: c.get('requestId') });
  if (changed.ok) return seeOther(c, `${PROVIDERS}/${id}?klart=changed`);
  const { refusal } = changed;
  if (refusal.kind === 'not-allowed') return refusePage(c, 'forbidden');
  if (refusal.kind === 'no-such-provider') return notFoundPage(c);
  if (refusal.kind === 'changed-meanwhile') return answerOne(deps, c, { values, conflict: true }, 409);
  return answerOne(deps, c, { values, errors: sentences(viewOf(c), refusal.faults) }, 422);
}

async function probe(deps: WebDeps, c: WebContext) {
  const tried = await probeProvider(deps)(actorOf(c), c.req.param('providerId') ?? '', isTriedOut(deps, c));
  if (tried.ok) return answerOne(deps, c, { facts: tried.value }, 200);
  const { kind } = tried.refusal;
  if (kind === 'not-allowed') return refusePage(c, 'forbidden');
  const { probeFaults } = loginProviderTexts[viewOf(c).language];
  const probeFault = probeFaults[kind] ?? probeFaults['provider-unknown-form'] ?? '';
  return answerOne(deps, c, { probeFault }, 200);
}

const fieldOf: Readonly<Partial<Record<ClaimRuleRefusal['kind'], keyof ClaimRuleForm>>> = {
  'value-missing': 'value',
  'role-missing': 'role',
  'body-missing': 'bodyId',
  'body-unneeded': 'bodyId',
};

async function addRule(deps: WebDeps, c: WebContext) {
  const providerId = c.req.param('providerId') ?? '';
  const { claim = '', value = '', role = '', bodyId = '' } = await readForm(c);
  const form = { claim, value, role, bodyId };
  const added = await addClaimRule(deps)(actorOf(c), { providerId, form, requestId: c.get('requestId') });
  if (added.ok) return seeOther(c, `${PROVIDERS}/${providerId}?klart=rule-added#regler`);
  const { kind } = added.refusal;
  if (kind === 'not-allowed') return refusePage(c, 'forbidden');
  if (kind === 'no-such-provider') return notFoundPage(c);
  const sentence = loginProviderTexts[viewOf(c).language].ruleFaults[kind];
  return answerOne(deps, c, { rule: form, ruleErrors: { [fieldOf[kind] ?? 'claim']: sentence } }, 422);
}

async function removeRule(deps: WebDeps, c: WebContext) {
  const providerId = c.req.param('providerId') ?? '';
  const { rule = '' } = await readForm(c);
  const command = { providerId, ruleId: rule, requestId: c.get('requestId') };
  const removed = await removeClaimRule(deps)(actorOf(c), command);
  if (!removed.ok) return removed.refusal.kind === 'not-allowed' ? refusePage(c, 'forbidden') : notFoundPage(c);
  return seeOther(c, `${PROVIDERS}/${providerId}?klart=rule-removed#regler`);
}
