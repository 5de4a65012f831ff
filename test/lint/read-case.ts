import { readDocx } from '../../src/adapters/reading/docx/reader.ts';
import { readPdf } from '../../src/adapters/reading/pdf/reader.ts';
import { layOutText } from '../../src/core/document/text-layout.ts';
import { type CombinedReading, combineReadings } from '../../src/core/exchange/combine-readings.ts';
import { readPlan } from '../../src/core/reading/read-plan.ts';
import { defaultVocabulary } from '../../src/core/reading/vocabulary.ts';
import { inputBytes } from '../inputs.ts';

async function readOne(name: string) {
  const bytes = inputBytes(name);
  if (name.endsWith('.txt')) return layOutText(new TextDecoder().decode(bytes));
  const document = name.endsWith('.docx') ? readDocx(bytes) : await readPdf(bytes);
  if (!document.ok) throw new Error(document.refusal.kind);
  return document.value;
}

/** One case read from these files of the material. */
export async function readCase(...names: readonly string[]): Promise<CombinedReading> {
  const parts = [];
  for (const name of names) {
    const document = await readOne(name);
    const reading = readPlan(document, defaultVocabulary());
    if (!reading.ok) throw new Error(`${name}: ${reading.refusal.kind}`);
    parts.push({ reading: reading.value, source: document.text });
  }
  const combined = combineReadings(parts);
  if (combined === null) throw new Error('no file given');
  return combined;
}
