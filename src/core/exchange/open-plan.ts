import type { MeasureTime } from '../plan/measure-time.ts';

/** The open plan format, `handlingskraft-plan/1`: what goes in from any file and out to anybody. Source: DESIGN.md, "The open plan format". */
export interface OpenPlan {
  readonly format: 'handlingskraft-plan/1';
  readonly title: string | null;
  readonly registrationNumber: string | null;
  readonly decisionMaker: string | null;
  readonly documentOwner: string | null;
  readonly period: Period | null;
  readonly sections: readonly OpenSection[];
  readonly areas: readonly OpenArea[];
  readonly relatedDocuments: readonly string[];
  readonly memo: OpenMemo | null;
  readonly consultation: OpenConsultation | null;
  readonly findings: readonly Finding[];
  /** Every piece of the source that is neither placed nor page furniture. */
  readonly unplaced: readonly Unplaced[];
}

/** Whole calendar years, both included; `from <= to`. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** A titled part of the plan outside its areas. `heading` is "" for text before the first heading. */
export interface OpenSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/** An area (målområde, fokusområde …). `number` is the document's own label, null where it has none. */
export interface OpenArea {
  readonly number: string | null;
  readonly title: string;
  readonly text: readonly string[];
  readonly objectives: readonly string[];
  readonly measures: readonly OpenMeasure[];
  readonly indicators: readonly string[];
}

/** A measure (åtgärd, insats, aktivitet …) in the document's order: 3.10 comes after 3.9. */
export interface OpenMeasure {
  readonly number: string | null;
  readonly text: string;
  /** The document's own code or name for the body that coordinates or answers; null where the document names none. */
  readonly coordinator: string | null;
  readonly coResponsible: readonly string[];
  /** Those of `coResponsible` that only give support ("övrig medverkan", "med stöd av"); left out where there are none. */
  readonly supporting?: readonly string[];
  /** Year of completion; null where the document states none. */
  readonly dueYear: number | null;
  /** The time as the document writes it, where that says more than the year ("löpande", "senast 2024", "2025–2026"); left out otherwise. */
  readonly time?: MeasureTime;
}

/** The memo (tjänsteskrivelse) that carries the plan to its decision. */
export interface OpenMemo {
  readonly proposedDecision: readonly string[];
  readonly sections: readonly OpenSection[];
  readonly attachments: readonly string[];
}

/** The compiled consultation (remissammanställning): who answered how, and each remark with the answer given to it. */
export interface OpenConsultation {
  readonly withRemarks: readonly string[];
  readonly approving: readonly string[];
  readonly abstaining: readonly string[];
  readonly noAnswer: readonly string[];
  readonly replies: readonly OpenReply[];
}

export interface OpenReply {
  readonly body: string;
  readonly remarks: readonly OpenRemark[];
}

export interface OpenRemark {
  readonly text: string;
  /** The municipality's answer, word for word; null where the compilation gives none. */
  readonly handling: string | null;
}

/** What a rule noticed. `rule` is stable and in English; `message` is a sentence in the language asked for (Swedish by default). */
export interface Finding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly message: string;
  readonly at: readonly FindingPlace[];
}

/**
 * Where a finding points. `path` is a JSON Pointer into the plan ("/areas/1/measures/4"), `quote` the words concerned,
 * `source` the position in the source file's text where it is known.
 */
export interface FindingPlace {
  readonly path: string;
  readonly quote: string | null;
  readonly source: { readonly start: number; readonly end: number; readonly page: number | null } | null;
}

/** A piece of the source that no rule placed, with its position in the source's text. */
export interface Unplaced {
  readonly text: string;
  readonly at: { readonly start: number; readonly end: number; readonly page: number | null };
}
