export const sv = {
  title: (municipality: string) => `Planer i ${municipality}`,
  lead: 'Här ser du vad kommunen har beslutat att göra, vem som ansvarar och hur långt arbetet har kommit.',
  plansHeading: 'Gällande planer',
  draftsHeading: 'Utkast',
  noPlans: 'Inga planer är publicerade än.',
  draft: 'Utkast',
  period: (from: number, to: number) => (from === to ? `${from}` : `${from}–${to}`),
};
export type HomeTexts = typeof sv;
