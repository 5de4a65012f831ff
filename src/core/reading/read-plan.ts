import type { SourceBlock, SourceDocument, SourcePlace, SourceRange, SourceText } from '../document/source-document.ts';
import { isMissingText } from '../exchange/missing-text.ts';
import type { OpenPlan, Unplaced } from '../exchange/open-plan.ts';
import type { Doubt, PlanReading, SourceFact } from '../exchange/plan-reading.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { unplacedText } from './accounting.ts';
import type { ConsultationReading } from './consultation/consultation-reading.ts';
import { readConsultation } from './consultation/read-consultation.ts';
import { learnContext } from './document-words.ts';
import { furnitureRanges } from './lines.ts';
import { readMemo } from './memo.ts';
import { readMetadata } from './metadata.ts';
import { buildPlan, duplicateNumbers } from './plan-builder.ts';
import { type CasePart, type PartKind, splitCase, wholeAs } from './split-case.ts';
import { recoverBlocks } from './text/recover-blocks.ts';
import { findTitle, frontOf } from './title.ts';
import type { ReadingVocabulary } from './vocabulary.ts';
import { type MemoPart, type PlanPart, writeMemo, writePlan } from './write-plan.ts';

/** Why a document gives no plan. `numbers` are those that stand at more than one measure. */
export type ReadingRefusal =
  | { readonly kind: 'no-measure-table-found' }
  | { readonly kind: 'no-memo-found' }
  | { readonly kind: 'no-consultation-found' }
  | { readonly kind: 'duplicate-measure-numbers'; readonly numbers: readonly string[] };

/** What the caller says that a file is; without it the file's own parts decide. */
export type ReadAs = 'plan' | 'remiss' | 'memo';

const KINDS: Record<ReadAs, PartKind> = { plan: 'plan', remiss: 'consultation', memo: 'memo' };

/**
 * Reads a document into a plan with places and doubts. A case as one file gives plan, memo and consultation together; a
 * file with only a memo or a consultation gives that, with no areas. Refuses a plan without measures and a plan where
 * one number stands at two different measures. Source: spec/documents.md, steps 4 and 5.
 */
export function readPlan(
  document: SourceDocument,
  vocabulary: ReadingVocabulary,
  as: ReadAs | null = null,
): Result<PlanReading, ReadingRefusal> {
  const parts = partsAs(document, vocabulary, as);
  const planPart = parts.find((part) => part.kind === 'plan');
  const memoPart = parts.find((part) => part.kind === 'memo');
  const remissPart = parts.find((part) => part.kind === 'consultation');
  const plan = planPart ? readPlanPart(planPart, vocabulary) : null;
  const memo = memoPart ? readMemoPart(memoPart, vocabulary) : null;
  const consultation = remissPart ? readConsultation(remissPart.document, vocabulary) : null;
  const refusal = refusalOf(plan, memo, consultation, as);
  if (refusal !== null) return refuse(refusal);
  return ok(assemble(document, plan, memo, consultation));
}

function partsAs(document: SourceDocument, vocabulary: ReadingVocabulary, as: ReadAs | null): CasePart[] {
  const parts = splitCase(document, vocabulary);
  if (as === null || parts.some((part) => part.kind === KINDS[as])) return parts;
  return [wholeAs(document, KINDS[as])];
}

function refusalOf(
  plan: PlanPart | null,
  memo: MemoPart | null,
  consultation: ConsultationReading | null,
  as: ReadAs | null,
): ReadingRefusal | null {
  if (as === 'remiss' && consultation === null) return { kind: 'no-consultation-found' };
  if (as === 'memo' && (memo === null || memo.pieces.proposedDecision.length + memo.pieces.sections.length === 0))
    return { kind: 'no-memo-found' };
  const measures = plan?.pieces.containers.flatMap((container) => container.measures) ?? [];
  const wantsPlan = as === 'plan' || (plan !== null && as === null) || (memo === null && consultation === null);
  if (wantsPlan && measures.length === 0) return { kind: 'no-measure-table-found' };
  const numbers = duplicateNumbers(measures);
  return numbers.length > 0 ? { kind: 'duplicate-measure-numbers', numbers } : null;
}

function blocksOf(
  part: CasePart,
  vocabulary: ReadingVocabulary,
): { blocks: readonly SourceBlock[]; codes: ReadonlySet<string>; structure: readonly SourceRange[] } {
  if (part.document.format === 'text') return recoverBlocks(part, vocabulary);
  return { blocks: part.document.blocks, codes: new Set(), structure: [] };
}

function readPlanPart(part: CasePart, vocabulary: ReadingVocabulary): PlanPart {
  const { blocks, codes, structure } = blocksOf(part, vocabulary);
  const learnt = learnContext(part.document.text, blocks, vocabulary, codes);
  const context = { ...learnt, paragraphsAreWhole: part.document.format === 'docx' };
  const { front, body } = frontOf(blocks, vocabulary);
  const metadata = readMetadata(front, context);
  for (const block of front) if (block.kind !== 'table' && isMissingText(block.text)) metadata.structure.push(block);
  const title = metadata.title ?? findTitle(front, part.document.title);
  return { part, context, metadata: { ...metadata, title }, front, structure, pieces: buildPlan(body, context) };
}

function readMemoPart(part: CasePart, vocabulary: ReadingVocabulary): MemoPart {
  const { blocks, structure } = blocksOf(part, vocabulary);
  const context = learnContext(part.document.text, blocks, vocabulary);
  const metadata = readMetadata(
    blocks.filter((block) => block.kind !== 'table'),
    context,
  );
  const title = findTitle(blocks.slice(0, 12), null);
  const skipped = new Set(
    blocks.filter((block): block is SourceBlock & SourceText => block.kind !== 'table' && isTaken(block, metadata)),
  );
  return { part, context, metadata, structure, pieces: readMemo(blocks, title, skipped, context) };
}

/** Whether a block is a line of the letterhead: a label or a value of the title page. */
function isTaken(
  block: SourceText,
  metadata: {
    readonly structure: readonly SourceText[];
    readonly taken: readonly SourceText[];
    readonly facts: readonly { readonly place: SourcePlace }[];
  },
): boolean {
  const [range] = block.place.ranges;
  const taken = [
    ...[...metadata.structure, ...metadata.taken].map((piece) => piece.place),
    ...metadata.facts.map((fact) => fact.place),
  ];
  return (
    range !== undefined &&
    taken.some((place) => place.ranges.some((other) => other.start >= range.start && other.start < range.end))
  );
}

function assemble(
  document: SourceDocument,
  plan: PlanPart | null,
  memo: MemoPart | null,
  consultation: ConsultationReading | null,
): PlanReading {
  const places: Record<string, SourcePlace> = {};
  const doubts: Doubt[] = [];
  const placed: SourceRange[] = [...furnitureRanges(document)];
  const written = writePlan(plan, memo, places, doubts, placed);
  const memoPart = memo ? writeMemo(memo, places, placed) : null;
  if (consultation !== null) {
    Object.assign(places, consultation.places);
    doubts.push(...consultation.doubts);
    placed.push(...consultation.placed, ...consultation.unplaced.map((piece) => piece.at));
  }
  const left = unplacedText(document, { start: 0, end: document.text.length }, placed);
  const unplaced: Unplaced[] = [...left, ...(consultation?.unplaced ?? [])].sort(
    (one, other) => one.at.start - other.at.start,
  );
  const open: OpenPlan = {
    ...written,
    memo: memoPart,
    consultation: consultation?.consultation ?? null,
    findings: [],
    unplaced,
  };
  return { plan: open, places, doubts, sourceFacts: factsOf(plan, memo, consultation) };
}

function factsOf(plan: PlanPart | null, memo: MemoPart | null, consultation: ConsultationReading | null): SourceFact[] {
  const facts = (part: PlanPart | MemoPart | null, name: 'plan' | 'memo'): SourceFact[] => {
    if (part === null) return [];
    const { title, registrationNumber, facts: dates } = part.metadata;
    const named = [
      ...(title ? [{ kind: 'title' as const, raw: title.text, path: null, place: title.place }] : []),
      ...(registrationNumber
        ? [
            {
              kind: 'registration-number' as const,
              raw: registrationNumber.text,
              path: null,
              place: registrationNumber.place,
            },
          ]
        : []),
    ];
    return [...named, ...dates].map((fact) => ({ ...fact, document: name }));
  };
  const abbreviations = (plan?.pieces.abbreviations ?? []).map(
    ({ text, place }): SourceFact => ({ kind: 'abbreviation', raw: text, document: 'plan', path: null, place }),
  );
  return [...facts(memo, 'memo'), ...facts(plan, 'plan'), ...abbreviations, ...(consultation?.sourceFacts ?? [])];
}
