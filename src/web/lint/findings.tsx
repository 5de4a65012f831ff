import {
  type AcknowledgeRefusal,
  acknowledgeFinding,
  withdrawAcknowledgement,
} from '../../app/lint/acknowledge-finding.ts';
import { lintStoredPlan } from '../../app/lint/lint-stored-plan.ts';
import { actorOf, seeOther, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { titleWithErrors } from '../design/parts.tsx';
import { notFoundPage, refusePage } from '../errors/pages.tsx';
import { readForm } from '../form-data.ts';
import type { Language } from '../language.ts';
import { shownName } from '../people/shown-name.ts';
import { type PageStatus, respond } from '../respond.tsx';
import { FindingsPage, type Selection, selectionOf } from './findings-page.tsx';
import { lintTexts } from './texts.ts';

/** A reason that was refused: of which finding, what was written, and why. */
export interface RefusedReason {
  readonly findingKey: string;
  readonly written: string;
  readonly sentence: string;
  /** Whether it can be written again: not where somebody else was first, or the finding is gone. */
  readonly again: boolean;
}

export async function showFindings(deps: WebDeps, c: WebContext): Promise<Response> {
  const query = (name: string) => c.req.query(name) ?? '';
  const selection = selectionOf({ which: query('visa'), grade: query('grad'), rule: query('regel') });
  return answer(deps, c, selection, null, 200);
}

async function answer(
  deps: WebDeps,
  c: WebContext,
  selection: Selection,
  refused: RefusedReason | null,
  status: PageStatus,
): Promise<Response> {
  const view = viewOf(c);
  const t = lintTexts[view.language];
  const linted = await lintStoredPlan(deps)(actorOf(c), c.req.param('slug') ?? '', view.language);
  if (!linted.ok) return notFoundPage(c);
  const { facts } = linted.value;
  const crumbs = [{ text: facts.title, path: `/planer/${facts.slug}`, lang: 'sv' as const }];
  const title = titleWithErrors(view.language, t.title, refused === null ? 0 : 1);
  const done = c.req.query('klart') ?? null;
  return respond(
    c,
    { title, menu: 'plans', crumbs, unlisted: true },
    <FindingsPage view={view} linted={linted.value} selection={selection} refused={refused} done={done} />,
    status,
  );
}

export async function acknowledge(deps: WebDeps, c: WebContext): Promise<Response> {
  const { nyckel: findingKey = '', visa, grad, regel, ...rest } = await readForm(c);
  const reason = Object.entries(rest).find(([name]) => name.startsWith('skal-'))?.[1] ?? '';
  const slug = c.req.param('slug') ?? '';
  const command = { slug, findingKey, reason, requestId: c.get('requestId') };
  const done = await acknowledgeFinding(deps)(actorOf(c), command);
  const selection = selectionOf({ which: visa ?? '', grade: grad ?? '', rule: regel ?? '' });
  if (done.ok) return seeOther(c, `/planer/${slug}/granska?${queryOf(selection)}&klart=kvitterad`);
  const { refusal } = done;
  if (refusal.kind === 'not-allowed') return refusePage(c, 'forbidden');
  if (refusal.kind === 'no-such-plan') return notFoundPage(c);
  const again = refusal.kind === 'reason-missing' || refusal.kind === 'reason-too-long';
  const sentence = sentenceOf(viewOf(c).language, refusal, reason);
  return answer(deps, c, selection, { findingKey, written: reason, sentence, again }, again ? 422 : 409);
}

function sentenceOf(language: Language, refusal: AcknowledgeRefusal, written: string): string {
  const t = lintTexts[language].acknowledgeRefusals;
  if (refusal.kind !== 'already-acknowledged') return t[refusal.kind];
  const { personName, reason } = refusal.current;
  return t.alreadyAcknowledged(shownName(language, personName), reason, written.trim());
}

export async function withdraw(deps: WebDeps, c: WebContext): Promise<Response> {
  const { nyckel: findingKey = '', visa, grad, regel } = await readForm(c);
  const slug = c.req.param('slug') ?? '';
  const command = { slug, findingKey, requestId: c.get('requestId') };
  const done = await withdrawAcknowledgement(deps)(actorOf(c), command);
  if (!done.ok) return done.refusal.kind === 'no-such-plan' ? notFoundPage(c) : refusePage(c, 'forbidden');
  const selection = selectionOf({ which: visa ?? '', grade: grad ?? '', rule: regel ?? '' });
  return seeOther(c, `/planer/${slug}/granska?${queryOf(selection)}&klart=tillbakatagen`);
}

function queryOf({ which, grade, rule }: Selection): string {
  return new URLSearchParams({ visa: which, grad: grade ?? '', regel: rule ?? '' }).toString();
}
