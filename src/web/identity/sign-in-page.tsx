import type { LoginButton } from '../../app/identity/provider-ports.ts';
import { type View, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { ErrorSummary, type FieldErrors, SubmitButton, TextField } from '../design/form.tsx';
import { Alert, ButtonLink, titleWithErrors } from '../design/parts.tsx';
import { type Language, splitLanguage } from '../language.ts';
import { peopleTexts } from '../people/texts.ts';
import { type PageStatus, respond } from '../respond.tsx';
import { KEPT_FIELD, type KeptForm, writeKept } from './kept-form.ts';
import { PASSKEY_ISLAND, PasskeyForm } from './passkey-form.tsx';
import { identityTexts } from './texts.ts';

/** Says to a login provider's button that the provider must ask who it is. */
export const PROOF_FIELD = 'bekrafta';

/** What the sign-in page shows and carries along. */
export interface SignInState {
  readonly email: string;
  /** Where to go afterwards, as a shared path; "/" when unknown. */
  readonly next: string;
  readonly errors: FieldErrors;
  /** What was sent when the sign-in had run out, to be sent again afterwards; null when there is none. */
  readonly kept: KeptForm | null;
  /** Why a sign-in with a login provider did not succeed, as a sentence. */
  readonly fault?: string;
  /** Set when something was sent without a sign-in (whether it could be kept), or must be proved anew by who is signed in. */
  readonly interrupted?: 'kept' | 'too-large' | 'proof';
}

/** Answers with the sign-in page; one query, for the municipality's login providers. */
export async function answerSignIn(deps: WebDeps, c: WebContext, state: SignInState, status: PageStatus) {
  const view = viewOf(c);
  const buttons = await deps.store.read.listLoginButtons(view.municipality.code);
  const t = identityTexts[view.language];
  const heading = state.interrupted ? t.againTitle : t.title;
  const faults = Object.keys(state.errors).length + (state.fault === undefined ? 0 : 1);
  const title = titleWithErrors(view.language, heading, faults);
  const body = <SignInPage view={view} state={state} heading={heading} buttons={buttons} />;
  return respond(c, { title, unlisted: true, islands: [PASSKEY_ISLAND] }, body, status);
}

interface SignInProps {
  readonly view: View;
  readonly state: SignInState;
  readonly heading: string;
  readonly buttons: readonly LoginButton[];
}

function SignInPage({ view, state, heading, buttons }: SignInProps) {
  const t = identityTexts[view.language];
  return (
    <div class="hk-stack">
      <h1>{heading}</h1>
      {state.interrupted ? (
        <Interrupted view={view} state={state} />
      ) : (
        <p class="hk-lead">{state.next === '/' ? t.lead : t.next}</p>
      )}
      {state.fault !== undefined && (
        <Alert tone="danger">
          <p>{state.fault}</p>
        </Alert>
      )}
      {buttons.length > 0 && <ProviderButtons view={view} state={state} buttons={buttons} />}
      <PasswordForm view={view} state={state} />
      <PasskeyForm view={view} question="/logga-in/nyckel/fraga" action="/logga-in/nyckel" does="get" hidden>
        <Carried state={state} />
        <SubmitButton quiet>{t.withPasskey}</SubmitButton>
      </PasskeyForm>
    </div>
  );
}

function ProviderButtons({ view, state, buttons }: Omit<SignInProps, 'heading'>) {
  const t = identityTexts[view.language];
  const told = new URLSearchParams();
  if (state.next !== '/') told.set('till', state.next);
  if (state.interrupted === 'proof') told.set(PROOF_FIELD, '1');
  const query = told.size === 0 ? '' : `?${told}`;
  return (
    <>
      <ul class="hk-plain hk-stack">
        {buttons.map(({ slug, label }) => (
          <li key={slug}>
            {state.kept === null ? (
              <ButtonLink href={view.href(`/logga-in/tjanst/${slug}`) + query}>{t.signInWith(label)}</ButtonLink>
            ) : (
              <form method="post" action={view.href(`/logga-in/tjanst/${slug}`)}>
                <Carried state={state} />
                {state.interrupted === 'proof' && <input type="hidden" name={PROOF_FIELD} value="1" />}
                <SubmitButton>{t.signInWith(label)}</SubmitButton>
              </form>
            )}
          </li>
        ))}
      </ul>
      <h2>{t.withPassword}</h2>
    </>
  );
}

function Interrupted({ view, state }: { view: View; state: SignInState }) {
  const t = identityTexts[view.language];
  const { kept, interrupted } = state;
  const why = interrupted === 'proof' ? t.proof : kept === null ? t.tooLargeToKeep : t.runOut;
  return (
    <Alert tone="info">
      <p>{why}</p>
      {kept?.partial && <p>{t.keptPartly}</p>}
    </Alert>
  );
}

/** What must travel with every form of the page. */
function Carried({ state }: { state: SignInState }) {
  return (
    <>
      <input type="hidden" name="till" value={state.next} />
      {state.kept && <input type="hidden" name={KEPT_FIELD} value={writeKept(state.kept)} />}
    </>
  );
}

function PasswordForm({ view, state }: { view: View; state: SignInState }) {
  const { language } = view;
  const t = identityTexts[language];
  return (
    <form method="post" action={view.href('/logga-in')} class="hk-form" novalidate>
      <ErrorSummary language={language} errors={state.errors} />
      <Carried state={state} />
      <TextField
        language={language}
        name="email"
        type="email"
        autocomplete="username"
        label={t.email}
        value={state.email}
        error={state.errors.email}
      />
      <TextField
        language={language}
        name="password"
        type="password"
        autocomplete="current-password"
        label={t.password}
        value=""
        error={state.errors.password}
      />
      <SubmitButton>{t.submit}</SubmitButton>
      <p>
        <a href={view.href('/glomt-losenord')}>{peopleTexts[language].forgotLink}</a>
      </p>
    </form>
  );
}

/** Answers, after the sign-in, with what was written before it, ready to be sent to where it was going. */
export function answerKept(c: WebContext, kept: KeptForm) {
  const view = viewOf(c);
  const { title } = keptWords(view.language, kept);
  return respond(c, { title, unlisted: true }, <KeptPage view={view} kept={kept} />);
}

/** The words of the page: forms of one's own account mostly have nothing written in them, and the words are then of going on. */
function keptWords(language: Language, kept: KeptForm) {
  const t = identityTexts[language];
  const elsewhere = !splitLanguage(kept.to).path.startsWith('/konto/');
  const wrote = elsewhere || kept.partial || kept.fields.some(([, value]) => isProse(value));
  return wrote
    ? { title: t.keptTitle, lead: t.keptLead, button: t.sendKept }
    : { title: t.goOnTitle, lead: t.goOnLead, button: t.goOn };
}

function KeptPage({ view, kept }: { view: View; kept: KeptForm }) {
  const t = identityTexts[view.language];
  const written = kept.fields.map(([, value]) => value).filter(isProse);
  const { title, lead, button } = keptWords(view.language, kept);
  return (
    <div class="hk-stack">
      <h1>{title}</h1>
      <p class="hk-lead">{lead}</p>
      {kept.partial && (
        <Alert tone="warning">
          <p>{t.keptPartly}</p>
        </Alert>
      )}
      {written.length > 0 && <h2>{t.keptHeading}</h2>}
      {written.map((text, index) => (
        <blockquote key={index} class="hk-quote">
          {text}
        </blockquote>
      ))}
      <form method="post" action={kept.to} class="hk-row">
        {kept.fields.map(([name, value], index) => (
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <SubmitButton>{button}</SubmitButton>
        <a href={view.href('/')}>{t.dropKept}</a>
      </form>
    </div>
  );
}

/** Words that somebody wrote, and not an id or a choice. */
function isProse(value: string): boolean {
  return /\S\s+\S/.test(value.trim());
}
