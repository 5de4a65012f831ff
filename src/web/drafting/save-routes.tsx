import { changeBlock } from '../../app/drafting/change-block.ts';
import { readCause } from '../../app/drafting/set-cause.ts';
import { actorOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { readForm } from '../form-data.ts';
import type { Route } from '../route.ts';
import { openBlock } from './block-routes.tsx';

/** Saves one text for the editor, which goes on on the same page: the answer is data and not a page. */
export function saveRoutes(deps: WebDeps): readonly Route[] {
  const path = '/planer/:slug/redigera/:blockId/spara' as const;
  return [{ method: 'POST', path, access: 'change-plan', gives: 'file', handle: (c) => doSave(deps, c) }];
}

async function doSave(deps: WebDeps, c: WebContext) {
  const opened = await openBlock(deps, c);
  if (opened instanceof Response) return opened;
  const { draft, block } = opened;
  const { errors, refusals } = draft.t;
  const { text = '', dueYear = '', rowVersion = '', cause = '', note = '' } = await readForm(c);
  const why = readCause({ cause, note });
  if (!why.ok) return c.json({ message: errors['cause-missing'] }, 422);
  const command = { slug: draft.plan.facts.slug, blockId: block.id, cause: why.value, requestId: c.get('requestId') };
  const result = await changeBlock(deps)(actorOf(c), { ...command, form: { text, dueYear, rowVersion } });
  c.header('Cache-Control', 'no-store');
  if (result.ok) return c.json({ saved: { rowVersion: result.value.rowVersion } });
  const { refusal } = result;
  if (refusal.kind === 'invalid')
    return c.json({ message: errors[Object.values(refusal.faults)[0] ?? 'form-broken'] }, 422);
  if (refusal.kind === 'not-allowed' || refusal.kind === 'adopted')
    return c.json({ message: errors['form-broken'] }, 403);
  if (refusal.kind !== 'changed-meanwhile') return c.json({ message: refusals[refusal.kind] }, 409);
  const { current } = refusal;
  const now = current === null ? null : { text: current.text, rowVersion: current.rowVersion };
  return c.json({ current: now, message: refusals[now === null ? 'no-such-block' : 'changed-meanwhile'] }, 409);
}
