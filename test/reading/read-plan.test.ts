import { expect, test } from 'vitest';
import { readDocx } from '../../src/adapters/reading/docx/reader.ts';
import { readPlan } from '../../src/core/reading/read-plan.ts';
import { defaultVocabulary } from '../../src/core/reading/vocabulary.ts';
import { goldPlan } from '../gold-plan.ts';
import { inputBytes } from '../inputs.ts';

function read(name: string) {
  const document = readDocx(inputBytes(name));
  if (!document.ok) throw new Error(document.refusal.kind);
  const reading = readPlan(document.value, defaultVocabulary());
  if (!reading.ok) throw new Error(reading.refusal.kind);
  return reading.value;
}

test('the plan as a Word file is read as a person reads it', () => {
  const { plan } = read('plan.docx');
  const gold = goldPlan();
  expect(plan.areas).toEqual(gold.areas);
  expect(plan.relatedDocuments).toEqual(gold.relatedDocuments);
  expect(plan.title).toBe(gold.title);
  expect(plan.period).toEqual(gold.period);
});

test('a memo alone gives its decision, sections and attachments, and no areas', () => {
  const { plan } = read('tjansteskrivelse.docx');
  expect(plan.areas).toEqual([]);
  expect(plan.memo).toEqual(goldPlan().memo);
});
