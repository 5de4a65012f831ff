import { defaultHouse, type House } from './house.ts';
import { noNumbers } from './numbering.ts';
import type { PlanWords } from './words.ts';

/** A whole set of words and settings to begin from. */
export interface HousePreset {
  readonly id: 'objectives-per-area' | 'focus-areas';
  readonly words: PlanWords;
  readonly house: House;
  /** Month and day of each report in a year, in order. */
  readonly reportDueDays: readonly string[];
}

/** What most Swedish plans are like, in two kinds. Data: a municipality takes one and changes it. Source: spec/stories.md, "How plans differ". */
export const housePresets: readonly HousePreset[] = [
  {
    id: 'objectives-per-area',
    words: {
      area: 'målområde',
      areas: 'målområden',
      objective: 'prioriterat delmål',
      objectives: 'prioriterade delmål',
      measure: 'åtgärd',
      measures: 'åtgärder',
      indicator: 'indikator',
      indicators: 'indikatorer',
      coordinator: 'samordnare',
      coResponsible: 'delansvarig',
      supporting: 'övrig medverkan',
    },
    house: defaultHouse,
    reportDueDays: ['04-30'],
  },
  {
    id: 'focus-areas',
    words: {
      area: 'fokusområde',
      areas: 'fokusområden',
      objective: 'mål',
      objectives: 'mål',
      measure: 'insats',
      measures: 'insatser',
      indicator: 'indikator',
      indicators: 'indikatorer',
      coordinator: 'samordningsansvar',
      coResponsible: 'ansvar',
      supporting: 'med stöd av',
    },
    house: {
      statuses: { 'not-started': 'Inte påbörjad', 'in-progress': 'Pågår', done: 'Fullgjord', stopped: 'Avbruten' },
      documentTypes: ['program', 'plan', 'policy', 'riktlinje', 'regel', 'reglemente'],
      documentClasses: ['planerande', 'reglerande'],
      decisionMakers: ['Kommunfullmäktige', 'Kommunstyrelsen', 'Nämnden', 'Bolagsstyrelsen', 'Förvaltningschefen'],
      numbering: { ...noNumbers, area: '{n}', measure: '{area}:{n}' },
    },
    reportDueDays: ['03-31', '08-31', '12-31'],
  },
];
