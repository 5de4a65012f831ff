export const sv = {
  title: (municipality: string) => `Planer i ${municipality}`,
  lead: 'Här ser du vad kommunen har beslutat att göra, vem som ansvarar och hur långt arbetet har kommit.',
  plansHeading: 'Gällande planer',
  newPlan: 'Börja på en ny plan',
  draftsHeading: 'Utkast',
  noPlans: 'Inga planer är publicerade än.',
  draft: 'Utkast',
  nextHeading: (name: string) => `Hej ${name}!`,
  commitmentsNext: (late: number, unanswered: number) =>
    late + unanswered === 0
      ? 'Inget är försenat och inget väntar på svar.'
      : `Försenade åtaganden: ${late}. Väntar på ert svar: ${unanswered}.`,
  toCommitments: 'Till våra åtaganden',
  overviewNext: 'Se vem som gör vad i planerna och vad som behöver din uppmärksamhet.',
  toOverview: 'Till översikten',
  period: (from: number, to: number) => (from === to ? `${from}` : `${from}–${to}`),
};
export type HomeTexts = typeof sv;
