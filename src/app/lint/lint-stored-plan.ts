import type { Finding } from '../../core/exchange/open-plan.ts';
import { toOpenPlan } from '../../core/exchange/plan-blocks.ts';
import type { RoleAnswer } from '../../core/lint/context.ts';
import { findingText } from '../../core/lint/finding-text.ts';
import { withFormerNames } from '../../core/organisation/labels.ts';
import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { type Block, type BlockKind, type PlanFacts, seriesOf } from '../../core/plan/block.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import type { WorkingPlan } from '../drafting/ports.ts';
import type { Sha256 } from '../shared/world.ts';
import type { Store } from '../store.ts';
import { lintReading } from './lint-reading.ts';
import type { Acknowledgement } from './ports.ts';

/** A finding in a stored plan. */
export interface StoredFinding extends Finding {
  /** SHA-256 of what makes it the same finding, lower-case hex; differs within a plan. */
  readonly key: string;
  /** The block of its first place; null where it stands in none (the memo, the whole plan). */
  readonly blockId: string | null;
  /** Whether the plan cannot be adopted while it is open. */
  readonly blocking: boolean;
  /** Why it is left as it is; null while it is open. */
  readonly acknowledged: Acknowledgement | null;
}

/** A stored plan looked over. */
export interface LintedStoredPlan {
  readonly facts: PlanFacts;
  /** True when what was looked over is the revision of an adopted plan, and not the text that holds. */
  readonly isRevision: boolean;
  readonly findings: readonly StoredFinding[];
  /** The block that a finding's path leads to; null where it leads to none. */
  readonly blockIdOf: (path: string) => string | null;
}

/** A plan as it is written: of its parts only what the plan itself says. */
type WrittenPlan = Pick<WorkingPlan, 'facts' | 'blocks' | 'commitments'>;

interface Deps {
  readonly store: Store;
  readonly sha256: Sha256;
}

/**
 * Looks over a plan in the database as it stands now, memo, consultation and the bodies' answers included. Of an adopted plan that
 * is being revised it is the revision, since that is what will be decided on.
 */
export function lintStoredPlan({ store, sha256 }: Deps) {
  return async (
    actor: Actor,
    slug: string,
    language: 'sv' | 'en',
  ): Promise<Result<LintedStoredPlan, { kind: 'not-allowed' | 'no-such-plan' }>> => {
    const { municipality } = actor;
    if (!may(actor, 'lint-plan', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const stored = await store.read.getPlanBySlug(municipality, slug);
    if (stored === null) return refuse({ kind: 'no-such-plan' });
    const { id, state } = stored.facts;
    const revision = state === 'adopted' ? await store.read.getRevision(municipality, id) : null;
    const whole = revision ?? stored;
    const [planCase, bodies, wordRules, ruleGrades, acknowledgements] = await Promise.all([
      store.read.getPlanCase(municipality, id),
      store.read.listBodies(municipality),
      store.read.listWordRules(municipality),
      store.read.listRuleGrades(municipality),
      store.read.listAcknowledgements(municipality, id),
    ]);
    const plan = openPlanOf(whole, planCase ?? { memo: null, consultation: null });
    const findBlock = blockFinder(whole.blocks);
    const options = { bodies: withFormerNames(bodies), wordRules, ruleGrades, answers: answersIn(whole), language };
    const found = lintReading({ plan, places: {} }, null, options);
    const blocking = new Set<string>(ruleGrades.filter(({ grade }) => grade === 'blocking').map(({ rule }) => rule));
    const byKey = new Map(acknowledgements.map((each) => [each.findingKey, each]));
    const findings = keysOf(found, findBlock, sha256).map(({ finding, key }) => ({
      ...finding,
      key,
      blockId: findBlock(finding.at[0]?.path ?? ''),
      blocking: blocking.has(finding.rule),
      acknowledged: byKey.get(key) ?? null,
    }));
    return ok({ facts: whole.facts, isRevision: revision !== null, findings, blockIdOf: findBlock });
  };
}

/** What is open in a plan before it is decided: findings that nobody has acknowledged. */
export interface OpenFindings {
  readonly errors: number;
  /** Of rules that stop the plan from being adopted; counted among the errors too. */
  readonly blocking: number;
}

/** Counts what is open in a plan; nothing for somebody who may not look it over. */
export function countOpenFindings(deps: Deps) {
  return async (actor: Actor, slug: string): Promise<OpenFindings> => {
    const linted = await lintStoredPlan(deps)(actor, slug, 'sv');
    const open = linted.ok ? linted.value.findings.filter(({ acknowledged }) => acknowledged === null) : [];
    return {
      errors: open.filter(({ severity }) => severity === 'error').length,
      blocking: open.filter(({ blocking }) => blocking).length,
    };
  };
}

/** Each finding with its key. Where one rule says two things of the same words, the second is told by its number. */
function keysOf(found: readonly Finding[], findBlock: (path: string) => string | null, sha256: Sha256) {
  const times = new Map<string, number>();
  return found.map((finding) => {
    const text = findingText(finding, findBlock);
    const count = (times.get(text) ?? 0) + 1;
    times.set(text, count);
    return { finding, key: sha256(bytesOf(count === 1 ? text : `${text}\n#${count}`)) };
  });
}

/** Two bytes for each UTF-16 unit, so that every text has bytes of its own. */
function bytesOf(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length * 2 }, (_, at) => {
    const unit = text.charCodeAt(at >> 1);
    return at % 2 === 0 ? unit >> 8 : unit & 0xff;
  });
}

function answersIn({ blocks, commitments }: WrittenPlan): RoleAnswer[] {
  const paths = measurePaths(blocks);
  return commitments.flatMap(({ measureId, bodyLabel, stance }) => {
    const path = paths.get(measureId);
    return path === undefined ? [] : [{ path, label: bodyLabel, accepted: stance === 'accepted' }];
  });
}

/** The measures' JSON Pointers in the open plan that the blocks make. */
function measurePaths(blocks: readonly Block[]): Map<string, string> {
  const inOrder = (kind: BlockKind) =>
    blocks.filter((block) => block.kind === kind).sort((a, b) => a.position - b.position);
  const areas = new Map(inOrder('area').map(({ id }, index) => [id, index]));
  const next = new Map<string | null, number>();
  return new Map(
    inOrder('measure').map(({ id, parentId }) => {
      const index = next.get(parentId) ?? 0;
      next.set(parentId, index + 1);
      return [id, `/areas/${areas.get(parentId ?? '')}/measures/${index}`];
    }),
  );
}

/** A stored plan in the open plan format. */
export function openPlanOf(whole: WrittenPlan, planCase: Parameters<typeof toOpenPlan>[2]) {
  const roles = whole.commitments.map(({ measureId, bodyLabel: label, role, position }) => ({
    measureId,
    label,
    role,
    position,
  }));
  return toOpenPlan(whole.facts, { blocks: whole.blocks, roles }, planCase);
}

const KINDS: Readonly<Record<string, BlockKind>> = {
  sections: 'section',
  areas: 'area',
  paragraphs: 'paragraph',
  text: 'paragraph',
  objectives: 'objective',
  measures: 'measure',
  indicators: 'indicator',
  relatedDocuments: 'related-document',
};

/** Follows "/areas/1/measures/4/text" through the blocks: each name followed by a number leads one step down. */
function blockFinder(blocks: readonly Block[]): (path: string) => string | null {
  const children = new Map<string, Block[]>();
  // A table of responsibilities is no item of the open plan.
  for (const block of blocks.filter(({ kind }) => kind !== 'responsibility-table')) {
    const key = `${block.parentId} ${seriesOf(block.kind)}`;
    const siblings = children.get(key);
    if (siblings) siblings.push(block);
    else children.set(key, [block]);
  }
  for (const siblings of children.values()) siblings.sort((a, b) => a.position - b.position);
  return (path) => {
    const parts = path.split('/').slice(1);
    let parentId: string | null = null;
    for (let at = 0; at + 1 < parts.length && /^\d+$/.test(parts[at + 1] ?? ''); at += 2) {
      const block: Block | undefined = children.get(`${parentId} ${KINDS[parts[at] ?? '']}`)?.[Number(parts[at + 1])];
      if (block === undefined) return parentId;
      parentId = block.id;
    }
    return parentId;
  };
}
