import { type NumberingPattern, noNumbers } from './numbering.ts';

/** The municipality's words for the states of a report, by state; shown in Swedish, never compared. */
export type StatusWords = Readonly<Record<'not-started' | 'in-progress' | 'done' | 'stopped', string>>;

/**
 * What a municipality calls things and how its plans are built, beside the words for levels and roles: all of it is shown or
 * suggested, and no rule looks at it. Lists are in the order in which they are offered.
 */
export interface House {
  readonly statuses: StatusWords;
  /** What a plan can be: program, handlingsplan … */
  readonly documentTypes: readonly string[];
  /** How governing documents are classed: aktiverande, normerande … */
  readonly documentClasses: readonly string[];
  /** Who can decide a plan. */
  readonly decisionMakers: readonly string[];
  /** How plans are numbered that do not say otherwise. */
  readonly numbering: NumberingPattern;
}

/** What holds until a municipality says otherwise. Source: the plans in spec/stories.md, "How plans differ". */
export const defaultHouse: House = {
  statuses: { 'not-started': 'Inte påbörjad', 'in-progress': 'Pågår', done: 'Klar', stopped: 'Avbruten' },
  documentTypes: ['program', 'handlingsplan', 'plan', 'strategi', 'policy', 'riktlinje'],
  documentClasses: ['aktiverande', 'normerande'],
  decisionMakers: ['Kommunfullmäktige', 'Kommunstyrelsen', 'Nämnden', 'Förvaltningschefen'],
  numbering: { ...noNumbers, area: '{n}', measure: '{area}.{n}' },
};

/** What a plan says of itself where it differs from the municipality: its own numbering, and what kind of document it is. */
export interface PlanSettings {
  /** Null where the municipality's serves. */
  readonly numbering: NumberingPattern | null;
  readonly documentType: string | null;
  readonly documentClass: string | null;
}

/** A plan that says nothing of its own. */
export const noSettings: PlanSettings = { numbering: null, documentType: null, documentClass: null };
