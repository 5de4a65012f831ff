import type { OverviewTexts } from './texts.sv.ts';

export const en: OverviewTexts = {
  stances: {
    unanswered: 'the role is not answered',
    accepted: 'the role is accepted',
    commented: 'the role is commented on',
  },
  title: 'Overview',
  lead: 'Who does what, and how far has it come? Each cell is one body’s part in a measure.',
  noPlans: 'There is no adopted plan to follow up.',
  planLabel: 'Plan',
  bodyLabel: 'Body',
  allBodies: 'All bodies',
  lateLabel: 'Show',
  choices: { all: 'Everything', late: 'Only late', 'without-responsible': 'Only with nobody responsible' },
  show: 'Show selection',
  tableCaption: 'Measures and bodies',
  measure: 'Measure',
  unplaced: 'Others',
  sum: 'Sum',
  noPart: 'no role',
  nothing: 'Nothing matches the selection.',
  sums: (reported, parts) => `${reported} of ${parts} reported`,
  lateCount: (late) => `${late} late`,
  legend: 'How to read the table',
  legendRole: (coordinator, coResponsible) =>
    `Thick frame: ${coordinator}. Thin frame: ${coResponsible}. Empty cell: the body has no role in the measure.`,
  legendNever: 'Not reported means that nobody has been in touch. It is not the same as work that has not begun.',
  nobodyResponsible: 'nobody responsible',
  unmanned: (count) =>
    count === 1
      ? '1 commitment in the municipality’s plans has nobody responsible.'
      : `${count} commitments in the municipality’s plans have nobody responsible.`,
  withoutResponsible: (count) => (count === 0 ? 'Nobody responsible' : `Nobody responsible (${count})`),
  withoutResponsibleHint:
    'Nobody has been chosen, or whoever was chosen has left or given up the role. The body’s controller chooses somebody new on the page of the commitment.',
  allHaveResponsible: 'Every commitment in the plan has a person responsible.',
  attention: 'Needs your attention',
  attentionNone: 'Nothing right now.',
  commented: 'Bodies that have commented on their role',
  late: 'Late',
  neverReported: 'Have never reported',
  withoutBody: 'Roles without a body in the register',
  withoutBodyHint: 'The plan names them, but nobody has them on their list.',
};
