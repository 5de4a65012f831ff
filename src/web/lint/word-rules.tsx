import {
  addWordRule,
  changeWordRule,
  removeWordRule,
  type WordRuleChanged,
  type WordRuleRefusal,
} from '../../app/lint/change-word-rules.ts';
import type { WordRule } from '../../app/organisation/ports.ts';
import { lines } from '../../core/exchange/change-reading.ts';
import { actorOf, seeOther, type View, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { ErrorSummary, type FieldErrors, HiddenFields, SubmitButton, TextArea, TextField } from '../design/form.tsx';
import { Notice, Table, titleWithErrors } from '../design/parts.tsx';
import { notFoundPage } from '../errors/pages.tsx';
import { isId, readForm } from '../form-data.ts';
import type { Language } from '../language.ts';
import { type PageStatus, respond } from '../respond.tsx';
import { lintTexts } from './texts.ts';

const RULES = '/ordregler';

type Fields = Readonly<Record<string, string>>;

export async function showRules(deps: WebDeps, c: WebContext): Promise<Response> {
  return answerRules(deps, c, {}, {}, 200);
}

async function answerRules(
  deps: WebDeps,
  c: WebContext,
  errors: FieldErrors,
  written: Fields,
  status: PageStatus,
): Promise<Response> {
  const view = viewOf(c);
  const { language } = view;
  const t = lintTexts[language];
  const all = await deps.store.read.listWordRules(actorOf(c).municipality);
  const done = c.req.query('klart') ?? '';
  const receipts: Fields = { tillagd: t.added, andrad: t.changed, borttagen: t.removed };
  const body = (
    <div class="hk-stack">
      <h1>{t.rulesTitle}</h1>
      <p class="hk-lead">{t.rulesLead}</p>
      <Notice message={Object.hasOwn(receipts, done) ? (receipts[done] ?? null) : null} />
      <ErrorSummary language={language} errors={errors} />
      <h2>{t.rulesHeading}</h2>
      {all.length === 0 ? <p>{t.noRules}</p> : <RuleTable view={view} rules={all} />}
      <h2>{t.addHeading}</h2>
      <form class="hk-form" method="post" action={view.href(RULES)}>
        <RuleFields view={view} written={written} errors={errors} />
        <SubmitButton>{t.add}</SubmitButton>
      </form>
      <p>
        <a href={view.href('/administration/granskningsregler')}>{t.gradesLink}</a>
      </p>
    </div>
  );
  const title = titleWithErrors(language, t.rulesTitle, Object.keys(errors).length);
  return respond(c, { title, menu: 'lint', unlisted: true }, body, status);
}

function RuleFields({ view: { language }, written, errors }: { view: View; written: Fields; errors: FieldErrors }) {
  const t = lintTexts[language];
  return (
    <>
      <TextArea
        language={language}
        name="ord"
        label={t.wordsLabel}
        hint={t.wordsHint}
        value={written.ord ?? ''}
        error={errors.ord}
        rows={4}
        lang="sv"
      />
      <TextField
        language={language}
        name="organ"
        label={t.bodyLabel}
        hint={t.bodyHint}
        value={written.organ ?? ''}
        error={errors.organ}
      />
    </>
  );
}

function RuleTable({ view, rules }: { view: View; rules: readonly WordRule[] }) {
  const t = lintTexts[view.language];
  return (
    <Table language={view.language} caption={t.rulesTitle} id="regler">
      <thead>
        <tr>
          <th scope="col">{t.words}</th>
          <th scope="col">{t.body}</th>
          <th scope="col">{t.actions}</th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.id}>
            <td lang="sv">{rule.words.join(', ')}</td>
            <td lang="sv">{rule.bodyLabel}</td>
            <td>
              <div class="hk-row">
                <a href={view.href(`${RULES}/${rule.id}`)} aria-label={t.changeRuleOf(rule.words.join(', '))}>
                  {t.changeRule}
                </a>
                <form method="post" action={view.href(`${RULES}/ta-bort`)}>
                  <input type="hidden" name="regel" value={rule.id} />
                  <button class="hk-plain-button" type="submit" aria-label={t.removeRule(rule.words.join(', '))}>
                    {t.remove}
                  </button>
                </form>
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

export async function addRule(deps: WebDeps, c: WebContext): Promise<Response> {
  const form = await readForm(c);
  const command = { words: lines(form.ord ?? ''), bodyLabel: form.organ ?? '', requestId: c.get('requestId') };
  const done = await addWordRule(deps)(actorOf(c), command);
  if (done.ok) return seeOther(c, `${RULES}?klart=tillagd`);
  return answerRules(deps, c, errorsOf(viewOf(c).language, done.refusal), form, 422);
}

function errorsOf(language: Language, refusal: WordRuleRefusal): FieldErrors {
  const { refusals } = lintTexts[language];
  const sentence = refusal.kind === 'word-too-short' ? refusals.wordTooShort(refusal.word) : refusals[refusal.kind];
  return { [refusal.kind === 'body-required' ? 'organ' : 'ord']: sentence };
}

export async function removeRule(deps: WebDeps, c: WebContext): Promise<Response> {
  const { regel = '' } = await readForm(c);
  await removeWordRule(deps)(actorOf(c), { ruleId: regel, requestId: c.get('requestId') });
  return seeOther(c, `${RULES}?klart=borttagen`);
}

export async function showRule(deps: WebDeps, c: WebContext): Promise<Response> {
  const id = c.req.param('ruleId');
  if (!isId(id)) return notFoundPage(c);
  const rule = (await deps.store.read.listWordRules(actorOf(c).municipality)).find((each) => each.id === id);
  if (rule === undefined) return notFoundPage(c);
  const written = { ord: rule.words.join('\n'), organ: rule.bodyLabel, version: String(rule.rowVersion) };
  return answerRule(c, id, written, {}, 200);
}

function answerRule(
  c: WebContext,
  id: string,
  written: Fields,
  errors: FieldErrors,
  status: PageStatus,
): Response | Promise<Response> {
  const view = viewOf(c);
  const t = lintTexts[view.language];
  const title = titleWithErrors(view.language, t.changeTitle, Object.keys(errors).length);
  const page = { title, menu: 'lint' as const, crumbs: [{ text: t.rulesTitle, path: RULES }], unlisted: true };
  const body = (
    <div class="hk-stack">
      <h1>{t.changeTitle}</h1>
      <ErrorSummary language={view.language} errors={errors} />
      <form class="hk-form" method="post" action={view.href(`${RULES}/${id}`)}>
        <HiddenFields fields={{ version: written.version ?? '' }} />
        <RuleFields view={view} written={written} errors={errors} />
        <SubmitButton>{t.saveRule}</SubmitButton>
      </form>
    </div>
  );
  return respond(c, page, body, status);
}

export async function changeRule(deps: WebDeps, c: WebContext): Promise<Response> {
  const id = c.req.param('ruleId');
  if (!isId(id)) return notFoundPage(c);
  const form = await readForm(c);
  const rowVersion = /^\d{1,9}$/.test(form.version ?? '') ? Number(form.version) : 0;
  const command = { ruleId: id, words: lines(form.ord ?? ''), bodyLabel: form.organ ?? '', rowVersion };
  const done = await changeWordRule(deps)(actorOf(c), { ...command, requestId: c.get('requestId') });
  if (done.ok) return seeOther(c, `${RULES}?klart=andrad`);
  const { refusal } = done;
  if (refusal.kind !== 'changed-meanwhile') return answerRule(c, id, form, errorsOf(viewOf(c).language, refusal), 422);
  return answerConflict(deps, c, id, form, refusal);
}

/** Both texts: the form keeps what was written, the sentence says what stands now, and the version is the new one. */
function answerConflict(deps: WebDeps, c: WebContext, id: string, form: Fields, { current }: WordRuleChanged) {
  const t = lintTexts[viewOf(c).language];
  if (current === null) return answerRules(deps, c, { ord: t.ruleGone }, form, 404);
  const errors = { ord: t.ruleChanged(current.words.join(', '), current.bodyLabel) };
  return answerRule(c, id, { ...form, version: String(current.rowVersion) }, errors, 409);
}
