import type { Stance } from '../../core/followup/commitment.ts';

const stances: Readonly<Record<Stance, string>> = {
  unanswered: 'rollen är inte besvarad',
  accepted: 'rollen är accepterad',
  commented: 'rollen är kommenterad',
};

export const sv = {
  stances,
  title: 'Översikt',
  lead: 'Vem gör vad, och hur långt har det kommit? Varje ruta är ett organs del i en åtgärd.',
  noPlans: 'Det finns ingen beslutad plan att följa upp.',
  planLabel: 'Plan',
  bodyLabel: 'Organ',
  allBodies: 'Alla organ',
  lateLabel: 'Visa',
  showAll: 'Allt',
  showLate: 'Bara försenade',
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
  attention: 'Behöver din uppmärksamhet',
  attentionNone: 'Inget just nu.',
  commented: 'Organ som har kommenterat sin roll',
  late: 'Försenade',
  neverReported: 'Har aldrig rapporterat',
  withoutBody: 'Roller utan organ i registret',
  withoutBodyHint: 'Planen nämner dem, men ingen får dem på sin lista.',
};
export type OverviewTexts = typeof sv;
