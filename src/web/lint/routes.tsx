import { addWordRule, removeWordRule, type WordRuleRefusal } from '../../app/lint/change-word-rules.ts';
import { lintStoredPlan } from '../../app/lint/lint-stored-plan.ts';
import type { WordRule } from '../../app/organisation/ports.ts';
import { lines } from '../../core/exchange/change-reading.ts';
import type { Finding } from '../../core/exchange/open-plan.ts';
import { actorOf, seeOther, type View, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { ErrorSummary, SubmitButton, TextArea, TextField } from '../design/form.tsx';
import { Notice, Table, Tag } from '../design/parts.tsx';
import { notFoundPage } from '../errors/pages.tsx';
import { readForm } from '../form-data.ts';
import type { Language, Texts } from '../language.ts';
import { type PageStatus, respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { en } from './texts.en.ts';
import { type LintTexts, sv } from './texts.sv.ts';

const texts: Texts<LintTexts> = { sv, en };
const RULES = '/ordregler';

export function lintRoutes(deps: WebDeps): readonly Route[] {
  return [
    { method: 'GET', path: '/planer/:slug/granska', access: 'lint-plan', handle: (c) => findings(deps, c) },
    { method: 'GET', path: RULES, access: 'change-word-rules', handle: (c) => rules(deps, c, {}, {}, 200) },
    { method: 'POST', path: RULES, access: 'change-word-rules', handle: (c) => add(deps, c) },
    { method: 'POST', path: `${RULES}/ta-bort`, access: 'change-word-rules', handle: (c) => remove(deps, c) },
  ];
}

async function findings(deps: WebDeps, c: WebContext): Promise<Response> {
  const view = viewOf(c);
  const t = texts[view.language];
  const linted = await lintStoredPlan(deps)(actorOf(c), c.req.param('slug') ?? '', view.language);
  if (!linted.ok) return notFoundPage(c);
  const { facts, findings, blockIdOf } = linted.value;
  const crumbs = [{ text: facts.title, path: `/planer/${facts.slug}`, lang: 'sv' as const }];
  const of = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  const body = (
    <div class="hk-stack">
      <h1>{t.title}</h1>
      <p class="hk-lead">{t.lead}</p>
      <p>{findings.length === 0 ? t.noFindings : t.count(of('error'), of('warning'), of('note'))}</p>
      <ul class="hk-list">
        {findings.map((finding, index) => (
          <FindingItem
            key={index}
            view={view}
            slug={facts.slug}
            finding={finding}
            blockIdOf={blockIdOf}
            editable={facts.state === 'draft'}
          />
        ))}
      </ul>
      <p>
        <a href={view.href(RULES)}>{t.rulesLink}</a>
      </p>
    </div>
  );
  return respond(c, { title: t.title, menu: 'plans', crumbs, unlisted: true }, body);
}

const tones = { error: 'danger', warning: 'warning', note: 'info' } as const;

function FindingItem(props: {
  view: View;
  slug: string;
  finding: Finding;
  blockIdOf: (path: string) => string | null;
  /** Only a draft can be changed. */
  editable: boolean;
}) {
  const { view, slug, finding } = props;
  const t = texts[view.language];
  return (
    <li class="hk-stack">
      <p class="hk-row">
        <Tag tone={tones[finding.severity]} icon={finding.severity === 'note' ? 'comment' : 'question'}>
          {t.severity[finding.severity]}
        </Tag>
      </p>
      <p>{finding.message}</p>
      {finding.at.map((place, index) => {
        const blockId = props.blockIdOf(place.path);
        return (
          <p key={index} class="hk-small">
            {place.quote && <q lang="sv">{place.quote}</q>}{' '}
            {blockId && props.editable && <a href={view.href(`/planer/${slug}/redigera/${blockId}`)}>{t.change}</a>}
          </p>
        );
      })}
    </li>
  );
}

type Fields = Readonly<Record<string, string>>;

async function rules(
  deps: WebDeps,
  c: WebContext,
  errors: Fields,
  written: Fields,
  status: PageStatus,
): Promise<Response> {
  const view = viewOf(c);
  const { language } = view;
  const t = texts[language];
  const all = await deps.store.read.listWordRules(actorOf(c).municipality);
  const done = c.req.query('klart');
  const notice = done === 'tillagd' ? t.added : done === 'borttagen' ? t.removed : null;
  const body = (
    <div class="hk-stack">
      <h1>{t.rulesTitle}</h1>
      <p class="hk-lead">{t.rulesLead}</p>
      <Notice message={notice} />
      <ErrorSummary language={language} errors={errors} />
      <h2>{t.rulesHeading}</h2>
      {all.length === 0 ? <p>{t.noRules}</p> : <RuleTable view={view} rules={all} />}
      <h2>{t.addHeading}</h2>
      <form class="hk-form" method="post" action={view.href(RULES)}>
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
        <SubmitButton>{t.add}</SubmitButton>
      </form>
    </div>
  );
  return respond(c, { title: t.rulesTitle, menu: 'lint', unlisted: true }, body, status);
}

function RuleTable({ view, rules }: { view: View; rules: readonly WordRule[] }) {
  const t = texts[view.language];
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
              <form method="post" action={view.href(`${RULES}/ta-bort`)}>
                <input type="hidden" name="regel" value={rule.id} />
                <button class="hk-plain-button" type="submit" aria-label={t.removeRule(rule.words.join(', '))}>
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

async function add(deps: WebDeps, c: WebContext): Promise<Response> {
  const form = await readForm(c);
  const command = { words: lines(form.ord ?? ''), bodyLabel: form.organ ?? '', requestId: c.get('requestId') };
  const done = await addWordRule(deps)(actorOf(c), command);
  if (done.ok) return seeOther(c, `${RULES}?klart=tillagd`);
  const field = done.refusal.kind === 'body-required' ? 'organ' : 'ord';
  return rules(deps, c, { [field]: sentence(viewOf(c).language, done.refusal) }, form, 422);
}

function sentence(language: Language, refusal: WordRuleRefusal): string {
  const { refusals } = texts[language];
  return refusal.kind === 'word-too-short' ? refusals.wordTooShort(refusal.word) : refusals[refusal.kind];
}

async function remove(deps: WebDeps, c: WebContext): Promise<Response> {
  const { regel = '' } = await readForm(c);
  await removeWordRule(deps)(actorOf(c), { ruleId: regel, requestId: c.get('requestId') });
  return seeOther(c, `${RULES}?klart=borttagen`);
}
