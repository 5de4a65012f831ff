import type { OverviewChoice } from '../../app/followup/overview.ts';
import type { Stance } from '../../core/followup/commitment.ts';

const stances: Readonly<Record<Stance, string>> = {
  unanswered: 'rollen är inte besvarad',
  accepted: 'rollen är accepterad',
  commented: 'rollen är kommenterad',
};
const choices: Readonly<Record<OverviewChoice, string>> = {
  all: 'Allt',
  late: 'Bara försenade',
  'without-responsible': 'Bara utan ansvarig',
};

export const sv = {
  stances,
  choices,
  title: 'Översikt',
  lead: 'Vem gör vad, och hur långt har det kommit? Varje ruta är ett organs del i en åtgärd.',
  noPlans: 'Det finns ingen beslutad plan att följa upp.',
  planLabel: 'Plan',
  bodyLabel: 'Organ',
  allBodies: 'Alla organ',
  lateLabel: 'Visa',
  show: 'Visa urvalet',
  tableCaption: 'Åtgärder och organ',
  measure: 'Åtgärd',
  unplaced: 'Övriga',
  sum: 'Summa',
  noPart: 'ingen roll',
  nothing: 'Inget passar urvalet.',
  sums: (reported: number, parts: number) => `${reported} av ${parts} rapporterade`,
  lateCount: (late: number) => (late === 1 ? '1 försenad' : `${late} försenade`),
  legend: 'Så läser du tabellen',
  legendRole: (coordinator: string, coResponsible: string) =>
    `Tjock ram: ${coordinator}. Tunn ram: ${coResponsible}. Tom ruta: organet har ingen roll i åtgärden.`,
  legendNever:
    'Inte rapporterad betyder att ingen har hört av sig. Det är inte samma sak som att arbetet inte har börjat.',
  nobodyResponsible: 'utan ansvarig',
  unmanned: (count: number) =>
    count === 1
      ? '1 åtagande i kommunens planer är utan ansvarig.'
      : `${count} åtaganden i kommunens planer är utan ansvarig.`,
  withoutResponsible: (count: number) => (count === 0 ? 'Utan ansvarig' : `Utan ansvarig (${count})`),
  withoutResponsibleHint:
    'Ingen person är vald, eller så har den som var vald slutat eller lämnat sin roll. Organets controller väljer en ny på åtagandets sida.',
  allHaveResponsible: 'Alla åtaganden i planen har en ansvarig person.',
  attention: 'Behöver din uppmärksamhet',
  attentionNone: 'Inget just nu.',
  commented: 'Organ som har kommenterat sin roll',
  late: 'Försenade',
  neverReported: 'Har aldrig rapporterat',
  withoutBody: 'Roller utan organ i registret',
  withoutBodyHint: 'Planen nämner dem, men ingen får dem på sin lista.',
};
export type OverviewTexts = typeof sv;
