import type { CorrectionRefusal } from '../../core/exchange/change-reading.ts';
import type { ReadingRefusal } from '../../core/reading/read-plan.ts';
import type { ReadRefusal } from '../reading/ports.ts';

/** Why an import step was not taken. Each kind has a sentence in `web/importing/texts.*`. */
export type ImportRefusal =
  | ReadRefusal
  | ReadingRefusal
  | CorrectionRefusal
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'no-such-draft' }
  | { readonly kind: 'draft-changed' }
  | { readonly kind: 'items-left'; readonly count: number }
  | { readonly kind: 'title-required' }
  | { readonly kind: 'body-choice-missing'; readonly label: string }
  | { readonly kind: 'body-name-taken'; readonly name: string }
  | { readonly kind: 'no-such-plan' };
