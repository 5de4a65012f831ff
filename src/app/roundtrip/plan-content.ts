import { hashedText } from '../../core/drafting/version.ts';
import { commonWords } from '../../core/exchange/document-context.ts';
import { documentLabels } from '../../core/exchange/document-labels.ts';
import type { DocumentLanguage } from '../../core/exchange/missing-text.ts';
import type { PlanContent } from '../../core/plan/plan-content.ts';
import type { PlanWords } from '../../core/plan/words.ts';
import type { EditableWords } from '../../core/roundtrip/editable-plan.ts';
import { asciiBytes } from '../shared/ascii-bytes.ts';
import type { Sha256 } from '../shared/world.ts';
import type { EditedFile } from './ports.ts';

/** SHA-256 of the content: equal text gives an equal hash. */
export function hashOfContent(sha256: Sha256, content: PlanContent): string {
  return sha256(asciiBytes(hashedText(content)));
}

const HOW_TO: Readonly<Record<DocumentLanguage, string>> = {
  sv: 'Ändra i texten som vanligt, gärna med spårade ändringar. Stycken kan läggas till, strykas, flyttas, delas och slås ihop. Delansvariga skiljs åt med semikolon. Numren sätts av systemet. Spara som Word-dokument (.docx) och ladda upp filen på planens sida. Ingen ändring tas in förrän någon har tagit den.',
  en: 'Edit the text as usual, preferably with tracked changes. Paragraphs may be added, struck, moved, split and joined. Co-responsible bodies are parted by semicolons. Numbers are set by the system. Save as a Word document (.docx) and upload the file on the page of the plan. No change is made until somebody has taken it.',
};

/** The words of a file for editing, in the municipality's own where it has them. */
export function editableWords(language: DocumentLanguage, own: PlanWords): EditableWords {
  const labels = documentLabels(language);
  const capital = (word: string) => word.slice(0, 1).toLocaleUpperCase('sv') + word.slice(1);
  return {
    howTo: HOW_TO[language],
    objectives: capital(own.objectives),
    measures: capital(own.measures),
    indicators: capital(own.indicators),
    relatedDocuments: labels.relatedDocuments,
    coordinator: capital(own.coordinator),
    coResponsible: capital(own.coResponsible),
    dueYear: commonWords(language).dueYear,
    registrationNumber: labels.registrationNumber,
    decisionMaker: labels.decisionMaker,
    documentOwner: labels.documentOwner,
    period: labels.period,
  };
}

/** Ids of the blocks that taken additions of a file have become, by their key in the file. */
export function addedBlocks({ list }: Pick<EditedFile, 'list'>): ReadonlyMap<string, string> {
  return new Map(
    list.flatMap(({ proposal: { edit }, resultId }) =>
      edit.kind === 'add' && resultId !== null ? [[edit.key, resultId] as const] : [],
    ),
  );
}
