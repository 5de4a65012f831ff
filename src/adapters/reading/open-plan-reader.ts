import { parseOpenPlan } from '../../app/exchange/open-plan-schema.ts';
import type { OpenPlanFault, ReadFile, ReadRefusal } from '../../app/reading/ports.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';

const FORMAT = 'handlingskraft-plan/1';
const FAMILY = 'handlingskraft-plan/';
const DEEPEST = 64;

type Issue = Extract<ReturnType<typeof parseOpenPlan>, { ok: false }>['issue'];

/**
 * Reads JSON as a plan in the open format. JSON without the format key is another program's and of unknown format; with
 * it, the first fault is told by place and kind.
 */
export function readOpenPlan(text: string): Result<ReadFile, ReadRefusal> {
  if (isDeeperThan(text, DEEPEST)) return invalid('', 'not-json');
  const parsed = parseJson(text);
  const claims = text.includes(`"${FAMILY}`);
  if (parsed === undefined) return claims ? invalid('', 'not-json') : refuse({ kind: 'unknown-format', found: 'json' });
  const format = typeof parsed === 'object' && parsed !== null && 'format' in parsed ? parsed.format : undefined;
  if (typeof format !== 'string' || !format.startsWith(FAMILY))
    return refuse({ kind: 'unknown-format', found: 'json' });
  if (format !== FORMAT) return invalid('/format', 'unknown-version');
  const plan = parseOpenPlan(parsed);
  return plan.ok
    ? ok({ kind: 'open-plan', plan: plan.plan })
    : invalid(pointerOf(plan.issue), faultOf(plan.issue, parsed));
}

function invalid(pointer: string, reason: OpenPlanFault): Result<never, ReadRefusal> {
  return refuse({ kind: 'invalid-open-plan', pointer, reason });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** Counts brackets outside strings, since a parser given ten thousand of them may fall over. */
function isDeeperThan(text: string, limit: number): boolean {
  let depth = 0;
  for (const token of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{]|[\]}]/g)) {
    if (token[0] === '[' || token[0] === '{') depth += 1;
    else if (token[0] === ']' || token[0] === '}') depth -= 1;
    if (depth > limit) return true;
  }
  return false;
}

function pointerOf(issue: Issue): string {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  return path.map((step) => `/${String(step).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}

function faultOf(issue: Issue, root: unknown): OpenPlanFault {
  if (issue.code === 'unrecognized_keys') return 'unknown-key';
  if (issue.code === 'too_big') return issue.origin === 'string' || issue.origin === 'array' ? 'too-long' : 'bad-value';
  if (issue.code === 'invalid_type') return valueAt(root, issue.path) === undefined ? 'missing' : 'wrong-type';
  return 'bad-value';
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    root,
  );
}
