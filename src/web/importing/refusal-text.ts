import type { ImportRefusal } from '../../app/importing/refusals.ts';
import type { Language } from '../language.ts';
import { refusalText } from '../reading/refusal-text.ts';
import { readingTextsIn } from '../reading/texts.ts';
import { importingTexts } from './texts.ts';

/** The sentence that tells a person why an import step was not taken, and what to do. */
export function importSentence(language: Language, refusal: ImportRefusal): string {
  const texts = importingTexts[language].refusals;
  switch (refusal.kind) {
    case 'items-left':
      return texts.itemsLeft(refusal.count);
    case 'body-choice-missing':
      return texts.bodyChoiceMissing(refusal.label);
    case 'body-name-taken':
      return texts.bodyNameTaken(refusal.name);
    case 'duplicate-measure-numbers':
      return texts.duplicateNumbers(refusal.numbers.join(', '));
    case 'no-measure-table-found':
    case 'no-memo-found':
    case 'no-consultation-found':
    case 'not-allowed':
    case 'no-such-draft':
    case 'draft-changed':
    case 'title-required':
    case 'no-such-plan':
    case 'no-such-item':
    case 'text-required':
    case 'text-too-long':
    case 'year-out-of-range':
    case 'period-backwards':
      return texts[refusal.kind];
    default:
      return refusalText(readingTextsIn[language], refusal);
  }
}
