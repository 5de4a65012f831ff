import type { Period } from '../../exchange/open-plan.ts';
import { numberOf, numberPattern } from '../numbers.ts';
import type { Rule, RuleFinding } from '../rule.ts';
import { hasStem, oneOf, sentencesOf } from '../sentences.ts';
import type { TextPiece } from '../subject.ts';
import type { LintVocabulary } from '../vocabulary.ts';

type Found = RuleFinding<'period-against-prose'>;

/** A sentence that gives the plan another length ("tre år"), or other years, than its period. */
export const periodAgainstProse: Rule<'period-against-prose'> = {
  id: 'period-against-prose',
  severity: 'warning',
  check({ plan, pieces }, { vocabulary }) {
    const { period } = plan;
    if (period === null) return [];
    const patterns = { length: lengthPattern(vocabulary), years: yearsPattern(vocabulary) };
    const found = pieces
      .filter((piece) => piece.kind !== 'title' && piece.kind !== 'measure')
      .flatMap((piece) => faultsIn(piece, period, patterns, vocabulary));
    return gathered(found);
  },
};

interface Patterns {
  readonly length: RegExp;
  readonly years: RegExp;
}

function lengthPattern(vocabulary: LintVocabulary): RegExp {
  const { lasting, years } = vocabulary;
  const number = numberPattern(vocabulary);
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${oneOf(lasting)}\\s+(?:\\p{L}+\\s+){0,3}?(?<a>${number})\\s+${oneOf(years)}|(?<b>${oneOf(Object.keys(vocabulary.numberWords))})${oneOf(vocabulary.yearlong)})(?![\\p{L}\\p{N}])`,
    'giu',
  );
}

function yearsPattern({ lasting }: LintVocabulary): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${oneOf(lasting)}\\s+(?:\\p{L}+\\s+){0,4}?(?<from>(?:19|20)\\d\\d)\\s*(?:[–-]|till\\s+(?:och\\s+med\\s+)?)\\s*(?<to>(?:19|20)\\d\\d)`,
    'giu',
  );
}

function faultsIn(piece: TextPiece, period: Period, patterns: Patterns, vocabulary: LintVocabulary): Found[] {
  return sentencesOf(piece.text)
    .filter((sentence) => hasStem(sentence.text, vocabulary.plan))
    .flatMap((sentence) => [
      ...[...sentence.text.matchAll(patterns.length)]
        .filter((hit) => {
          const years = numberOf(hit.groups?.a ?? hit.groups?.b ?? '', vocabulary);
          return years !== null && years > 1 && years !== period.to - period.from + 1;
        })
        .map((hit) => fault(piece, hit[0], period, 'length')),
      ...[...sentence.text.matchAll(patterns.years)]
        .filter((hit) => Number(hit.groups?.from) !== period.from || Number(hit.groups?.to) !== period.to)
        .map((hit) => fault(piece, hit[0], period, 'years')),
    ]);
}

function fault(piece: TextPiece, written: string, period: Period, why: 'length' | 'years'): Found {
  return { data: { written, from: period.from, to: period.to, why }, at: [{ path: piece.path, quote: written }] };
}

/** One finding for the same words in several places: an answer is often used for many remarks. */
function gathered(found: readonly Found[]): Found[] {
  const byWords = new Map<string, Found>();
  for (const one of found) {
    const known = byWords.get(one.data.written);
    byWords.set(one.data.written, known ? { ...known, at: [...known.at, ...one.at] } : one);
  }
  return [...byWords.values()];
}
