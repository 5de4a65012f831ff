import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { plainContext } from '../src/core/exchange/document-context.ts';
import type { OpenPlan } from '../src/core/exchange/open-plan.ts';
import { type PlanDocument, planDocument } from '../src/core/exchange/plan-document.ts';
import { goldPlan } from './gold-plan.ts';

/** The invented plan that the demo shows, with memo and consultation. */
export function demoPlan(): OpenPlan {
  const file = resolve(import.meta.dirname, '../demo/plan-trygga-relationer.json');
  return JSON.parse(readFileSync(file, 'utf8')) as OpenPlan;
}

/** A plan as the document of an invented municipality that can explain two of its codes. */
export function exampleDocument(plan: OpenPlan): PlanDocument {
  const bodyNames = { KS: 'Kommunstyrelsen', SN: 'Socialnämnden' };
  return planDocument(plan, { ...plainContext('sv'), municipality: 'Ängköping', date: '2026-01-02', bodyNames });
}

/** Two whole cases by name: the invented one and the real one. */
export function exampleDocuments(): readonly (readonly [string, PlanDocument])[] {
  return [
    ['the demo plan', exampleDocument(demoPlan())],
    ['the real case', exampleDocument(goldPlan())],
  ];
}

/** A text without white space, soft hyphens and other unseen characters, so that line breaks do not matter. */
export function compact(text: string): string {
  return text.replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]+/g, '');
}
