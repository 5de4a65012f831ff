import type { OverviewChoice } from '../../app/followup/overview.ts';

/** What each choice is called in the address. */
export const choiceNames: Readonly<Record<OverviewChoice, string>> = {
  all: '',
  late: 'sena',
  'without-responsible': 'utan-ansvarig',
};
