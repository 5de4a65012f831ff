import type { OpenArea, OpenConsultation, OpenMeasure, OpenPlan } from '../../src/core/exchange/open-plan.ts';
import { defaultLintContext, type LintContext } from '../../src/core/lint/context.ts';
import { lintPlan } from '../../src/core/lint/lint-plan.ts';

export const measure = (number: string | null, text: string, made: Partial<OpenMeasure> = {}): OpenMeasure => ({
  number,
  text,
  coordinator: 'Kulturnämnden',
  coResponsible: [],
  dueYear: 2027,
  ...made,
});

export const area = (number: string, made: Partial<OpenArea> = {}): OpenArea => ({
  number,
  title: `Rubrik nummer ${number}`,
  text: [],
  objectives: [],
  measures: [],
  indicators: ['Antal träffar'],
  ...made,
});

export const plan = (made: Partial<OpenPlan>): OpenPlan => ({
  format: 'handlingskraft-plan/1',
  title: 'Plan för bibliotekens kvällar',
  registrationNumber: null,
  decisionMaker: null,
  documentOwner: null,
  period: { from: 2026, to: 2029 },
  sections: [],
  areas: [],
  relatedDocuments: [],
  memo: null,
  consultation: null,
  findings: [],
  unplaced: [],
  ...made,
});

export const said = (...paragraphs: string[]): Partial<OpenPlan> => ({
  sections: [{ heading: 'Om planen', paragraphs }],
});
export const memo = (...paragraphs: string[]): Partial<OpenPlan> => ({
  memo: { proposedDecision: [], sections: [{ heading: 'Beredning', paragraphs }], attachments: [] },
});
export const measures = (...all: OpenMeasure[]): Partial<OpenPlan> => ({ areas: [area('1', { measures: all })] });
export const consultation = (made: Partial<OpenConsultation>): Partial<OpenPlan> => ({
  consultation: { withRemarks: [], approving: [], abstaining: [], noAnswer: [], replies: [], ...made },
});
export const reply = (body: string, text: string, handling: string | null = null) => ({
  body,
  remarks: [{ text, handling }],
});

export const lint = (made: Partial<OpenPlan>, context: Partial<LintContext> = {}) =>
  lintPlan({ plan: plan(made) }, { ...defaultLintContext, ...context });

/** The findings of one rule, as "severity path path …". */
export const found = (rule: string, made: Partial<OpenPlan>, context: Partial<LintContext> = {}) =>
  lint(made, context)
    .filter((finding) => finding.rule === rule)
    .map((finding) => `${finding.severity} ${finding.at.map((place) => place.path).join(' ')}`);
