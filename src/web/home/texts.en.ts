import type { HomeTexts } from './texts.sv.ts';

export const en: HomeTexts = {
  title: (municipality) => `Plans of ${municipality}`,
  lead: 'Here you see what the municipality has decided to do, who is responsible and how far the work has come. The plans themselves are in Swedish.',
  plansHeading: 'Plans in force',
  newPlan: 'Begin a new plan',
  draftsHeading: 'Drafts',
  noPlans: 'No plans have been published yet.',
  draft: 'Draft',
  nextHeading: (name) => `Hello ${name}!`,
  commitmentsNext: (late, unanswered) =>
    late + unanswered === 0
      ? 'Nothing is late and nothing awaits an answer.'
      : `Late commitments: ${late}. Awaiting your answer: ${unanswered}.`,
  toCommitments: 'To our commitments',
  overviewNext: 'See who does what in the plans and what needs your attention.',
  toOverview: 'To the overview',
  period: (from, to) => (from === to ? `${from}` : `${from}–${to}`),
};
