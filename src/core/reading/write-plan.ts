import type { SourceBlock, SourcePlace, SourceRange, SourceText } from '../document/source-document.ts';
import type { OpenArea, OpenMeasure, OpenMemo, OpenPlan, OpenSection } from '../exchange/open-plan.ts';
import type { Doubt } from '../exchange/plan-reading.ts';
import { saysMore } from '../plan/measure-time.ts';
import type { MeasureDraft } from './measure-draft.ts';
import type { MemoPieces } from './memo.ts';
import { findRegistrationNumber, type Metadata, statedPeriod } from './metadata.ts';
import { seriesGaps } from './number-labels.ts';
import type { Container, PlanPieces } from './plan-builder.ts';
import type { ReadingContext } from './reading-context.ts';
import { locate } from './reading-context.ts';
import type { CasePart } from './split-case.ts';

/** The plan's part of a case as read. */
export interface PlanPart {
  readonly part: CasePart;
  readonly context: ReadingContext;
  readonly metadata: Metadata;
  readonly front: readonly SourceBlock[];
  readonly structure: readonly SourceRange[];
  readonly pieces: PlanPieces;
}

/** The memo's part of a case as read. */
export interface MemoPart {
  readonly part: CasePart;
  readonly context: ReadingContext;
  readonly metadata: Metadata;
  readonly structure: readonly SourceRange[];
  readonly pieces: MemoPieces;
}

type Written = Omit<OpenPlan, 'memo' | 'consultation' | 'findings' | 'unplaced'>;

/** Notes a piece's place under its path and counts its ranges as placed; gives the piece's text. */
type Keep = (path: string, piece: SourceText) => string;

/** Writes the plan in the open format and notes where everything stands. A part that is missing gives nulls and empty lists. */
export function writePlan(
  plan: PlanPart | null,
  memo: MemoPart | null,
  places: Record<string, SourcePlace>,
  doubts: Doubt[],
  placed: SourceRange[],
): Written {
  const keep = keeper(places, placed);
  const nothing: Written = {
    format: 'handlingskraft-plan/1',
    title: null,
    registrationNumber: null,
    decisionMaker: null,
    documentOwner: null,
    period: null,
    sections: [],
    areas: [],
    relatedDocuments: [],
  };
  if (plan === null) return memo ? { ...nothing, ...headOfMemo(memo, keep) } : nothing;
  const { containers, related, structure } = plan.pieces;
  placed.push(
    ...plan.structure,
    ...structure.flatMap((piece) => piece.place.ranges),
    ...plan.metadata.structure.flatMap((piece) => piece.place.ranges),
  );
  placed.push(...plan.metadata.facts.flatMap((fact) => fact.place.ranges));
  placed.push(...plan.pieces.abbreviations.flatMap((piece) => piece.place.ranges));
  const areas = containers.filter(isArea);
  const sections = containers.filter((container) => !isArea(container));
  return {
    ...nothing,
    ...headOfPlan(plan, keep),
    sections: sections.map((section, at) => writeSection(section, `/sections/${at}`, keep)),
    areas: areas.map((area, at) => writeArea(area, `/areas/${at}`, keep, doubts, plan.context)),
    relatedDocuments: related.map((piece, at) => keep(`/relatedDocuments/${at}`, piece)),
  };
}

function keeper(places: Record<string, SourcePlace>, placed: SourceRange[]): Keep {
  return (path, piece) => {
    if (piece.place.ranges.length > 0) places[path] = piece.place;
    placed.push(...piece.place.ranges);
    return piece.text;
  };
}

function headOfPlan({ metadata, pieces, context, front }: PlanPart, keep: Keep): Partial<Written> {
  const prose = pieces.containers.flatMap((container) => (isArea(container) ? [] : container.text));
  const period = metadata.period ?? (metadata.missing.has('period') ? null : statedPeriod(prose, metadata.title));
  const frontPieces = front.flatMap((block) => (block.kind === 'table' ? [] : [block]));
  const number =
    metadata.registrationNumber ??
    (metadata.missing.has('registrationNumber') ? null : findRegistrationNumber(frontPieces, context));
  if (period) keep('/period', narrow(period, context));
  return {
    title: metadata.title ? keep('/title', metadata.title) : null,
    registrationNumber: number ? keep('/registrationNumber', number) : null,
    decisionMaker: metadata.decisionMaker ? keep('/decisionMaker', metadata.decisionMaker) : null,
    documentOwner: metadata.documentOwner ? keep('/documentOwner', metadata.documentOwner) : null,
    period: period?.value ?? null,
  };
}

function headOfMemo({ metadata, pieces }: MemoPart, keep: Keep): Partial<Written> {
  return {
    title: pieces.title ? keep('/title', pieces.title) : null,
    registrationNumber: metadata.registrationNumber ? keep('/registrationNumber', metadata.registrationNumber) : null,
  };
}

function narrow(period: NonNullable<Metadata['period']>, context: ReadingContext): SourceText {
  const hit = /20\d\d\s*(?:[-–—]|till(?: och med)?|t\.o\.m\.)\s*20\d\d/.exec(period.piece.text);
  return hit ? locate(period.piece, hit[0], context.text) : period.piece;
}

function isArea(container: Container): boolean {
  return (
    container.measures.length > 0 ||
    (container.isArea &&
      (container.number !== null ||
        container.objectives.length + container.indicators.length + container.none.length > 0 ||
        container.text.length > 0))
  );
}

function writeSection(section: Container, path: string, keep: Keep): OpenSection {
  const pieces = [...section.text, ...section.objectives, ...section.indicators];
  return {
    heading: section.heading ? keep(`${path}/heading`, section.heading) : '',
    paragraphs: pieces.map((piece, at) => keep(`${path}/paragraphs/${at}`, piece)),
  };
}

function writeArea(area: Container, path: string, keep: Keep, doubts: Doubt[], context: ReadingContext): OpenArea {
  if (area.heading) keep(`${path}/title`, area.heading);
  doubtGaps(area, path, doubts);
  return {
    number: area.number,
    title: area.title,
    text: area.text.map((piece, at) => keep(`${path}/text/${at}`, piece)),
    objectives: area.objectives.map((piece, at) => keep(`${path}/objectives/${at}`, piece)),
    measures: area.measures.map((draft, at) => writeMeasure(draft, `${path}/measures/${at}`, keep, doubts, context)),
    indicators: area.indicators.map((piece, at) => keep(`${path}/indicators/${at}`, piece)),
  };
}

/** A number that is missing in the series can be a measure that was not found: a person looks at the one after the gap. */
function doubtGaps(area: Container, path: string, doubts: Doubt[]): void {
  const labels = area.measures.map((draft) => draft.number?.text ?? '');
  for (const { after } of seriesGaps(labels.filter((label) => label !== '')))
    doubts.push({ path: `${path}/measures/${labels.indexOf(after)}`, kind: 'boundary-guessed', quote: after });
}

function writeMeasure(
  draft: MeasureDraft,
  path: string,
  keep: Keep,
  doubts: Doubt[],
  context: ReadingContext,
): OpenMeasure {
  for (const kind of new Set(draft.doubts)) doubts.push({ path, kind, quote: draft.text.text });
  const named: [string, SourceText][] = [
    ...(draft.coordinator ? [[`${path}/coordinator`, draft.coordinator] as [string, SourceText]] : []),
    ...draft.coResponsible.map((body, at): [string, SourceText] => [`${path}/coResponsible/${at}`, body]),
  ];
  if (named.length === 0 && !draft.doubts.includes('role-missing'))
    doubts.push({ path, kind: 'role-missing', quote: draft.text.text });
  for (const [at, body] of named)
    if (!context.bodies.isBody(body.text)) doubts.push({ path: at, kind: 'unknown-body', quote: body.text });
  const time = draft.due?.time ?? null;
  if (draft.due) keep(`${path}/${time?.to === null ? 'time' : 'dueYear'}`, draft.due.piece);
  return {
    number: draft.number ? keep(`${path}/number`, draft.number) : null,
    text: keep(`${path}/text`, draft.text),
    coordinator: draft.coordinator ? keep(`${path}/coordinator`, draft.coordinator) : null,
    coResponsible: draft.coResponsible.map((body, at) => keep(`${path}/coResponsible/${at}`, body)),
    ...(draft.supporting.length > 0 ? { supporting: draft.supporting.map(({ text }) => text) } : {}),
    dueYear: time?.to ?? null,
    ...(time !== null && saysMore(time) ? { time } : {}),
  };
}

/** Writes the memo in the open format and notes where everything stands. */
export function writeMemo(
  { pieces, metadata, structure }: MemoPart,
  places: Record<string, SourcePlace>,
  placed: SourceRange[],
): OpenMemo {
  const keep = keeper(places, placed);
  placed.push(
    ...structure,
    ...pieces.structure.flatMap((piece) => piece.place.ranges),
    ...metadata.structure.flatMap((piece) => piece.place.ranges),
  );
  placed.push(
    ...metadata.facts.flatMap((fact) => fact.place.ranges),
    ...(metadata.registrationNumber?.place.ranges ?? []),
  );
  if (pieces.title) placed.push(...pieces.title.place.ranges);
  return {
    proposedDecision: pieces.proposedDecision.map((piece, at) => keep(`/memo/proposedDecision/${at}`, piece)),
    sections: pieces.sections.map((section, at) => ({
      heading: keep(`/memo/sections/${at}/heading`, section.heading),
      paragraphs: section.paragraphs.map((piece, index) => keep(`/memo/sections/${at}/paragraphs/${index}`, piece)),
    })),
    attachments: pieces.attachments.map((piece, at) => keep(`/memo/attachments/${at}`, piece)),
  };
}
