import { listPlansToCompare, type PlanToCompare, plansToCompare } from '../../app/comparison/plans-to-compare.ts';
import { trackChanges } from '../../app/comparison/track-changes.ts';
import { comparePlans } from '../../core/comparison/compare-plans.ts';
import { comparisonFile } from '../../core/comparison/comparison-file.ts';
import { ok } from '../../core/shared/result.ts';
import { type View, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { draftingTexts } from '../drafting/texts.ts';
import { notFoundPage } from '../errors/pages.tsx';
import { crumbsOf } from '../plan/routes.tsx';
import { wordsOf } from '../plan/texts.ts';
import { respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { readComparisonChoice } from './choice.ts';
import { ChoosePage, FROM, TO } from './choose-page.tsx';
import { ComparisonBody } from './comparison-body.tsx';
import { comparisonTexts } from './texts.ts';

/** Comparing two plans: adopted ones for everybody, drafts for those who may read drafts. */
export function comparisonRoutes(deps: WebDeps): readonly Route[] {
  return [
    { method: 'GET', path: '/jamfor', access: 'open', costly: true, handle: (c) => showComparison(deps, c) },
    {
      ...{ method: 'GET', path: '/jamfor/ladda-ner/:file', access: 'open', gives: 'file', costly: true },
      handle: (c) => download(deps, c),
    },
  ];
}

function slugsOf(c: WebContext) {
  return { before: c.req.query(FROM) ?? '', after: c.req.query(TO) ?? '' };
}

async function showComparison(deps: WebDeps, c: WebContext) {
  const view = viewOf(c);
  const t = comparisonTexts[view.language];
  const slugs = slugsOf(c);
  const page = { title: t.title, crumbs: crumbsOf(view, null), unlisted: true };
  if (slugs.before === '' || slugs.after === '') {
    const plans = await listPlansToCompare(deps)(view.actor);
    return respond(c, page, <ChoosePage view={view} plans={plans} chosen={slugs} />);
  }
  const found = await plansToCompare(deps)(view.actor, slugs);
  if (!found.ok) return notFoundPage(c);
  const { before, after } = found.value;
  const query = new URLSearchParams({ [FROM]: slugs.before, [TO]: slugs.after });
  const crumbs = [...crumbsOf(view, null), { text: t.title, path: `/jamfor?${query}` }];
  return respond(
    c,
    { ...page, title: t.heading, crumbs, wide: true },
    <ComparisonBody
      view={view}
      words={wordsOf(view, after.facts)}
      before={{ content: before.content, name: nameOf(view, before) }}
      after={{ content: after.content, name: nameOf(view, after) }}
      choice={readComparisonChoice((name) => c.req.query(name))}
      address={`/jamfor?${query}`}
      downloads={{ docx: fileAddress('docx', query), json: fileAddress('json', query) }}
    />,
  );
}

/** What a side is called: the plan, and which of its versions. */
function nameOf(view: View, { content, version }: PlanToCompare): string {
  if (version === null) return content.facts.title;
  const t = draftingTexts[view.language];
  return `${content.facts.title}, ${t.version(version.number).toLowerCase()} (${t.versionKinds[version.kind].toLowerCase()})`;
}

function fileAddress(format: 'docx' | 'json', query: URLSearchParams): string {
  return `/jamfor/ladda-ner/jamforelse.${format}?${query}`;
}

async function download(deps: WebDeps, c: WebContext): Promise<Response> {
  const { actor, language } = viewOf(c);
  const slugs = slugsOf(c);
  const format = (['docx', 'json'] as const).find((each) => c.req.param('file') === `jamforelse.${each}`);
  const made =
    format === 'docx'
      ? await trackChanges(deps)(actor, slugs, language)
      : format === 'json'
        ? await comparisonAsJson(deps, c, slugs)
        : null;
  if (made === null || !made.ok) return notFoundPage(c);
  const content = typeof made.value === 'string' ? made.value : new Uint8Array(made.value);
  return c.body(content, 200, {
    'Content-Type': MEDIA_TYPES[format ?? 'json'],
    'Content-Disposition': `attachment; filename="jamforelse-${fileName(slugs.before)}-${fileName(slugs.after)}.${format}"`,
    'Cache-Control': actor.accountId === null ? 'no-cache' : 'private, no-store',
  });
}

function fileName(reference: string): string {
  return reference.replace(/[^a-z0-9-]+/g, '-');
}

const MEDIA_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json; charset=utf-8',
} as const;

async function comparisonAsJson(deps: WebDeps, c: WebContext, slugs: { before: string; after: string }) {
  const found = await plansToCompare(deps)(viewOf(c).actor, slugs);
  if (!found.ok) return found;
  const { before, after } = found.value;
  return ok(`${JSON.stringify(comparisonFile(comparePlans(before.content, after.content)), null, 2)}\n`);
}
