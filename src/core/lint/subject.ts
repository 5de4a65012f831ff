import type { SourcePlace } from '../document/source-document.ts';
import type { OpenArea, OpenConsultation, OpenMemo, OpenPlan, OpenSection } from '../exchange/open-plan.ts';
import type { SourceFact } from '../exchange/plan-reading.ts';

/**
 * What is linted: a plan, and where they are known its places and the whole text of its source. A `PlanReading` fits.
 * Without places and source the findings point at items of the plan only, and dates in page heads go unseen.
 */
export interface LintSubject {
  readonly plan: OpenPlan;
  readonly places?: Readonly<Record<string, SourcePlace>>;
  /** `SourceDocument.text`, in which the ranges of `places` count. */
  readonly source?: string;
  /** What the documents say about themselves, as written: dates in page heads, above all. */
  readonly sourceFacts?: readonly SourceFact[];
}

/** A text of the plan with its JSON Pointer. `rest` is what no item holds: page heads, unplaced pieces. */
export interface TextPiece {
  readonly path: string;
  readonly text: string;
  readonly part: 'plan' | 'memo' | 'consultation' | 'rest';
  readonly kind:
    | 'title'
    | 'heading'
    | 'paragraph'
    | 'objective'
    | 'measure'
    | 'indicator'
    | 'remark'
    | 'handling'
    | 'line';
  /** Where the text begins in the source, for pieces that stand in no item. */
  readonly start: number | null;
}

/** A plan made ready for the rules: the subject with every text listed once. */
export interface LintedPlan {
  readonly plan: OpenPlan;
  readonly places: Readonly<Record<string, SourcePlace>>;
  readonly source: string | null;
  /** Every text of the plan, memo and consultation in the document's order. */
  readonly pieces: readonly TextPiece[];
  /** Lines of the source, or unplaced pieces, that no item holds. */
  readonly rest: readonly TextPiece[];
  readonly sourceFacts: readonly SourceFact[];
}

/** Lists every text of the subject once. */
export function prepareSubject(subject: LintSubject): LintedPlan {
  const { plan } = subject;
  const places = subject.places ?? {};
  const source = subject.source ?? null;
  const pieces = [
    ...piece('/title', plan.title, 'plan', 'title'),
    ...sectionPieces('/sections', plan.sections, 'plan'),
    ...plan.areas.flatMap(areaPieces),
    ...plan.relatedDocuments.flatMap((text, index) => piece(`/relatedDocuments/${index}`, text, 'plan', 'paragraph')),
    ...memoPieces(plan.memo),
    ...consultationPieces(plan.consultation),
  ];
  const rest = source === null ? unplacedPieces(plan) : restOf(source, places);
  const sourceFacts = subject.sourceFacts ?? [];
  return { plan, places, source, pieces, rest: [...rest, ...factPieces(sourceFacts)], sourceFacts };
}

function factPieces(facts: readonly SourceFact[]): TextPiece[] {
  return facts.map((fact) => ({
    path: fact.path ?? '',
    text: fact.raw,
    part: 'rest',
    kind: 'line',
    start: fact.place.ranges[0]?.start ?? null,
  }));
}

function piece(path: string, text: string | null, part: TextPiece['part'], kind: TextPiece['kind']): TextPiece[] {
  return text === null || text === '' ? [] : [{ path, text, part, kind, start: null }];
}

function sectionPieces(base: string, sections: readonly OpenSection[], part: TextPiece['part']): TextPiece[] {
  return sections.flatMap((section, index) => [
    ...piece(`${base}/${index}/heading`, section.heading, part, 'heading'),
    ...section.paragraphs.flatMap((text, line) =>
      piece(`${base}/${index}/paragraphs/${line}`, text, part, 'paragraph'),
    ),
  ]);
}

function areaPieces(area: OpenArea, index: number): TextPiece[] {
  const base = `/areas/${index}`;
  const list = (name: string, texts: readonly string[], kind: TextPiece['kind']) =>
    texts.flatMap((text, line) => piece(`${base}/${name}/${line}`, text, 'plan', kind));
  return [
    ...piece(`${base}/title`, area.title, 'plan', 'title'),
    ...list('text', area.text, 'paragraph'),
    ...list('objectives', area.objectives, 'objective'),
    ...area.measures.flatMap((measure, line) =>
      piece(`${base}/measures/${line}/text`, measure.text, 'plan', 'measure'),
    ),
    ...list('indicators', area.indicators, 'indicator'),
  ];
}

function memoPieces(memo: OpenMemo | null): TextPiece[] {
  if (memo === null) return [];
  const list = (name: string, texts: readonly string[]) =>
    texts.flatMap((text, line) => piece(`/memo/${name}/${line}`, text, 'memo', 'paragraph'));
  return [
    ...list('proposedDecision', memo.proposedDecision),
    ...sectionPieces('/memo/sections', memo.sections, 'memo'),
    ...list('attachments', memo.attachments),
  ];
}

function consultationPieces(consultation: OpenConsultation | null): TextPiece[] {
  if (consultation === null) return [];
  const lists = (['withRemarks', 'approving', 'abstaining', 'noAnswer'] as const).flatMap((name) =>
    consultation[name].flatMap((text, line) => piece(`/consultation/${name}/${line}`, text, 'consultation', 'line')),
  );
  const replies = consultation.replies.flatMap((reply, index) =>
    reply.remarks.flatMap((remark, line) => {
      const base = `/consultation/replies/${index}/remarks/${line}`;
      return [
        ...piece(`${base}/text`, remark.text, 'consultation', 'remark'),
        ...piece(`${base}/handling`, remark.handling, 'consultation', 'handling'),
      ];
    }),
  );
  return [...lists, ...replies];
}

function unplacedPieces(plan: OpenPlan): TextPiece[] {
  return plan.unplaced.map((item, index) => ({
    path: `/unplaced/${index}`,
    text: item.text,
    part: 'rest',
    kind: 'line',
    start: item.at.start,
  }));
}

const LINE = /[^\n\f]+/g;

/** The pieces of the source's lines that no place covers, so that no text is looked at twice. */
function restOf(source: string, places: Readonly<Record<string, SourcePlace>>): TextPiece[] {
  const covered = new Uint8Array(source.length);
  for (const place of Object.values(places)) for (const range of place.ranges) covered.fill(1, range.start, range.end);
  return [...source.matchAll(LINE)].flatMap((line) => uncovered(line[0], line.index, covered));
}

function uncovered(line: string, offset: number, covered: Uint8Array): TextPiece[] {
  const pieces: TextPiece[] = [];
  let start = 0;
  for (let index = 0; index <= line.length; index += 1) {
    if (index < line.length && covered[offset + index] === 0) continue;
    const raw = line.slice(start, index);
    const text = raw.trim();
    const lead = raw.length - raw.trimStart().length;
    if (text !== '') pieces.push({ path: '', text, part: 'rest', kind: 'line', start: offset + start + lead });
    start = index + 1;
  }
  return pieces;
}
