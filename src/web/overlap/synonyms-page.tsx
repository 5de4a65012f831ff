import { addSynonyms, removeSynonyms, type SynonymRefusal } from '../../app/overlap/keep-synonyms.ts';
import { lines } from '../../core/exchange/change-reading.ts';
import { type SynonymGroup, synonymKinds } from '../../core/overlap/synonym-group.ts';
import { swedishSynonyms } from '../../core/overlap/synonyms.sv.ts';
import { actorOf, seeOther, type View, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { ErrorSummary, type FieldErrors, Radios, SubmitButton, TextArea } from '../design/form.tsx';
import { Details, Notice, Table, titleWithErrors } from '../design/parts.tsx';
import { refusePage } from '../errors/pages.tsx';
import { readForm } from '../form-data.ts';
import { type PageStatus, respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { overlapTexts } from './texts.ts';

const SYNONYMS = '/overlapp/synonymer';

/** The words that mean the same in the municipality's plans. */
export function synonymRoutes(deps: WebDeps): readonly Route[] {
  const access = 'change-word-rules' as const;
  return [
    { method: 'GET', path: SYNONYMS, access, handle: (c) => show(deps, c, {}, { ord: '', slag: 'together' }, 200) },
    { method: 'POST', path: SYNONYMS, access, handle: (c) => add(deps, c) },
    { method: 'POST', path: `${SYNONYMS}/ta-bort`, access, handle: (c) => remove(deps, c) },
  ];
}

interface Written {
  readonly ord: string;
  readonly slag: string;
}

async function show(deps: WebDeps, c: WebContext, errors: FieldErrors, written: Written, status: PageStatus) {
  const view = viewOf(c);
  const t = overlapTexts[view.language];
  const groups = await deps.store.read.listSynonymGroups(actorOf(c).municipality);
  const done = c.req.query('klart');
  const faults = Object.keys(errors).length;
  const page = {
    title: titleWithErrors(view.language, t.synonymsTitle, faults),
    menu: 'overlap',
    crumbs: [{ text: t.title, path: '/overlapp' }],
    unlisted: true,
  } as const;
  const body = (
    <div class="hk-stack">
      <h1>{t.synonymsTitle}</h1>
      <p class="hk-lead">{t.synonymsLead}</p>
      <Notice message={done === 'tillagt' ? t.added : done === 'borttaget' ? t.removed : null} />
      <h2>{t.ownHeading}</h2>
      {groups.length === 0 ? <p>{t.noOwn}</p> : <GroupTable view={view} groups={groups} />}
      <h2>{t.addHeading}</h2>
      <AddForm view={view} errors={errors} written={written} />
      <Details summary={t.listHeading(swedishSynonyms.length)}>
        <ul class="ds-list" lang="sv">
          {swedishSynonyms.map((line) => (
            <li key={line}>{line.split(' ').join(', ')}</li>
          ))}
        </ul>
      </Details>
    </div>
  );
  return respond(c, page, body, status);
}

function GroupTable({ view, groups }: { view: View; groups: readonly SynonymGroup[] }) {
  const t = overlapTexts[view.language];
  return (
    <Table language={view.language} caption={t.ownHeading} id="egna">
      <thead>
        <tr>
          <th scope="col">{t.words}</th>
          <th scope="col">{t.kind}</th>
          <th scope="col">{t.actions}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ id, kind, words }) => (
          <tr key={id}>
            <td lang="sv">{words.join(', ')}</td>
            <td>{t.kinds[kind]}</td>
            <td>
              <form method="post" action={view.href(`${SYNONYMS}/ta-bort`)}>
                <input type="hidden" name="grupp" value={id} />
                <button class="hk-plain-button" type="submit" aria-label={t.removeGroup(words.join(', '))}>
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

function AddForm({ view, errors, written }: { view: View; errors: FieldErrors; written: Written }) {
  const t = overlapTexts[view.language];
  const { language } = view;
  return (
    <form class="hk-form" method="post" action={view.href(`${SYNONYMS}#fel`)} novalidate>
      <ErrorSummary language={language} errors={errors} />
      <TextArea
        language={language}
        name="ord"
        label={t.wordsLabel}
        hint={t.wordsHint}
        value={written.ord}
        error={errors.ord}
        rows={4}
        lang="sv"
      />
      <Radios
        language={language}
        name="slag"
        label={t.kindLabel}
        value={written.slag}
        error={errors.slag}
        choices={synonymKinds.map((value) => ({ value, label: t.kinds[value] }))}
      />
      <SubmitButton>{t.add}</SubmitButton>
    </form>
  );
}

async function add(deps: WebDeps, c: WebContext) {
  const { ord = '', slag = '' } = await readForm(c);
  const command = { kind: slag, words: lines(ord), requestId: c.get('requestId') };
  const done = await addSynonyms(deps)(actorOf(c), command);
  if (done.ok) return seeOther(c, `${SYNONYMS}?klart=tillagt`);
  const field = done.refusal.kind === 'kind-required' ? 'slag' : 'ord';
  return show(deps, c, { [field]: sentence(viewOf(c), done.refusal) }, { ord, slag }, 422);
}

function sentence(view: View, refusal: SynonymRefusal): string {
  const { refusals } = overlapTexts[view.language];
  return refusal.kind === 'not-one-word' ? refusals.notOneWord(refusal.word) : refusals[refusal.kind];
}

async function remove(deps: WebDeps, c: WebContext) {
  const { grupp = '' } = await readForm(c);
  const done = await removeSynonyms(deps)(actorOf(c), { groupId: grupp, requestId: c.get('requestId') });
  return done.ok ? seeOther(c, `${SYNONYMS}?klart=borttaget`) : refusePage(c, 'forbidden');
}
