import type { OpenConsultation, OpenPlan } from '../../exchange/open-plan.ts';
import type { LintContext } from '../context.ts';
import { measuresOf } from '../measures.ts';
import { numberOf, numberPattern } from '../numbers.ts';
import type { FindingData, Rule, RuleFinding } from '../rule.ts';
import { hasStem, oneOf, sentencesOf } from '../sentences.ts';
import type { LintedPlan, TextPiece } from '../subject.ts';

type Counted = FindingData['count-against-lists']['of'];
type Found = RuleFinding<'count-against-lists'>;

/** Numbers in running text ("sex remissyttranden", "fem målområden") that the lists of the same documents contradict. */
export const countAgainstLists: Rule<'count-against-lists'> = {
  id: 'count-against-lists',
  severity: 'warning',
  check(subject, context) {
    return [...replyCounts(subject, context), ...itemCounts(subject, context)];
  },
};

function listSizes(consultation: OpenConsultation | null) {
  return {
    withRemarks: consultation?.withRemarks.length ?? 0,
    approving: consultation?.approving.length ?? 0,
    abstaining: consultation?.abstaining.length ?? 0,
  };
}

function countPattern(nouns: readonly string[], { vocabulary }: LintContext): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\p{N}.:])(?<number>${numberPattern(vocabulary)})\\s+(?:\\p{L}+\\s+){0,2}?${oneOf(nouns)}(?!\\p{L})`,
    'giu',
  );
}

function replyCounts({ plan, pieces }: LintedPlan, context: LintContext): Found[] {
  const { consultation } = plan;
  if (consultation === null) return [];
  const pattern = countPattern(context.vocabulary.reply, context);
  return pieces
    .filter((piece) => piece.part === 'memo')
    .flatMap((piece) =>
      sentencesOf(piece.text).flatMap((sentence) =>
        [...sentence.text.matchAll(pattern)].flatMap((hit) => {
          const after = sentence.text.slice(hit.index + hit[0].length).slice(0, NEAR);
          const near = hit[0] + after.replace(/[,;].*/su, '');
          return replyFault(hit, whichReplies(near, context), consultation, piece, context);
        }),
      ),
    );
}

/** How many signs after the noun, up to a comma, may tell which replies are counted ("sex yttranden med synpunkter"). */
const NEAR = 40;

function whichReplies(words: string, { vocabulary }: LintContext): Counted {
  if (hasStem(words, vocabulary.approving)) return 'approving';
  if (hasStem(words, vocabulary.abstaining)) return 'abstaining';
  return hasStem(words, vocabulary.withRemarks) ? 'with-remarks' : 'replies';
}

function replyFault(
  hit: RegExpExecArray,
  of: Counted,
  consultation: OpenConsultation,
  piece: TextPiece,
  { vocabulary }: LintContext,
): Found[] {
  const stated = numberOf(hit.groups?.number ?? '', vocabulary);
  const sizes = listSizes(consultation);
  const answered = sizes.withRemarks + sizes.approving;
  const fits: Partial<Record<Counted, readonly number[]>> = {
    replies: [answered, answered + sizes.abstaining],
    'with-remarks': [sizes.withRemarks],
    approving: [sizes.approving],
    abstaining: [sizes.abstaining, sizes.abstaining + consultation.noAnswer.length],
  };
  const right = fits[of] ?? [];
  if (stated === null || right.length === 0 || right.includes(stated) || answered === 0) return [];
  const lists = (['withRemarks', 'approving'] as const).filter((list) => consultation[list].length > 0);
  return [
    {
      data: { written: hit[0], stated, counted: right[0] ?? 0, of, ...sizes },
      at: [
        { path: piece.path, quote: hit[0] },
        ...lists.map((list) => ({ path: `/consultation/${list}`, quote: null })),
      ],
    },
  ];
}

/** Numbers of areas wherever they stand; of measures and indicators only where the sentence says what the plan contains. */
function itemCounts({ plan, pieces }: LintedPlan, context: LintContext): Found[] {
  const { vocabulary } = context;
  const own = pieces.filter((piece) => piece.part !== 'consultation' && piece.kind === 'paragraph');
  const levels = [
    { of: 'areas', nouns: vocabulary.areaPlural, counted: plan.areas.length, always: true },
    { of: 'measures', nouns: vocabulary.measurePlural, counted: measuresOf(plan).length, always: false },
    { of: 'indicators', nouns: vocabulary.indicatorPlural, counted: indicatorCount(plan), always: false },
  ] as const;
  return levels
    .filter((level) => level.counted > 0)
    .flatMap((level) => {
      const pattern = countPattern(level.nouns, context);
      return own
        .filter((piece) => !piece.path.startsWith('/areas/'))
        .flatMap((piece) =>
          sentencesOf(piece.text)
            .filter((sentence) => level.always || hasStem(sentence.text, vocabulary.containing))
            .flatMap((sentence) => [...sentence.text.matchAll(pattern)])
            .flatMap((hit) => itemFault(hit, level.of, level.counted, piece, context)),
        );
    });
}

function indicatorCount(plan: OpenPlan): number {
  return plan.areas.reduce((sum, area) => sum + area.indicators.length, 0);
}

function itemFault(
  hit: RegExpExecArray,
  of: Counted,
  counted: number,
  piece: TextPiece,
  context: LintContext,
): Found[] {
  const stated = numberOf(hit.groups?.number ?? '', context.vocabulary);
  if (stated === null || stated === counted) return [];
  const data = { written: hit[0], stated, counted, of, withRemarks: 0, approving: 0, abstaining: 0 };
  return [
    {
      data,
      at: [
        { path: piece.path, quote: hit[0] },
        { path: '/areas', quote: null },
      ],
    },
  ];
}
