import type { OpenArea, OpenPlan } from '../../exchange/open-plan.ts';
import { normaliseText } from '../../shared/text.ts';
import type { LintContext } from '../context.ts';
import { numberOf, numberPattern } from '../numbers.ts';
import type { Rule, RuleFinding, RulePlace } from '../rule.ts';
import { oneOf, sentencesOf } from '../sentences.ts';

type Found = RuleFinding<'addition-misplaced'>;

/** The memo places an addition in an area's running text, but what the consultation asked to add stands among its objectives. */
export const additionMisplaced: Rule<'addition-misplaced'> = {
  id: 'addition-misplaced',
  severity: 'warning',
  check({ plan, pieces }, context) {
    const pattern = additionPattern(context);
    return pieces
      .filter((piece) => piece.part === 'memo')
      .flatMap((piece) => [...piece.text.matchAll(pattern)].map((hit) => ({ hit, piece })))
      .flatMap(({ hit, piece }): Found[] => {
        const number = numberOf(hit.groups?.number ?? '', context.vocabulary);
        const areaIndex = plan.areas.findIndex((area) => area.number === String(number));
        const area = plan.areas[areaIndex];
        const added = area ? additionInObjectives(plan, area, areaIndex, context) : null;
        if (!area || !added) return [];
        const data = { written: hit[0], added: added.word, area: `${area.number ?? ''}` };
        return [{ data, at: [{ path: piece.path, quote: hit[0] }, ...added.at] }];
      });
  },
};

function additionPattern({ vocabulary }: LintContext): RegExp {
  const number = `(?:${numberPattern(vocabulary)}|${oneOf(Object.keys(vocabulary.ordinals))})`;
  return new RegExp(
    `(?<!\\p{L})${oneOf(vocabulary.addition)}\\s+(?:\\p{L}+\\s+){0,4}?${oneOf(vocabulary.bodyText)}\\s+(?:\\p{L}+\\s+){0,3}?${oneOf(vocabulary.area)}\\s+(?<number>${number})(?!\\p{L})`,
    'giu',
  );
}

/** A word that a remark asked to add, found in the area's objectives and nowhere in its running text. */
function additionInObjectives(plan: OpenPlan, area: OpenArea, areaIndex: number, context: LintContext) {
  const replies = plan.consultation?.replies ?? [];
  for (const [replyIndex, reply] of replies.entries())
    for (const [remarkIndex, remark] of reply.remarks.entries())
      for (const word of wordsToAdd(remark.text, context)) {
        const line = area.objectives.findIndex((objective) => hasWord(objective, word));
        if (line < 0 || area.text.some((paragraph) => hasWord(paragraph, word))) continue;
        const at: RulePlace[] = [
          { path: `/areas/${areaIndex}/objectives/${line}`, quote: word },
          { path: `/consultation/replies/${replyIndex}/remarks/${remarkIndex}/text`, quote: word },
        ];
        return { word, at };
      }
  return null;
}

/** The names and longer words of a remark that stand before "bör läggas till" in the same sentence. */
function wordsToAdd(remark: string, { vocabulary }: LintContext): string[] {
  const adding = new RegExp(`(?<!\\p{L})${oneOf(vocabulary.adding)}(?!\\p{L})`, 'iu');
  return sentencesOf(remark).flatMap((sentence): string[] => {
    const hit = adding.exec(sentence.text);
    if (!hit) return [];
    const before: string[] = sentence.text.slice(0, hit.index).match(/[\p{L}\p{M}\p{N}-]{5,}/gu) ?? [];
    return [...new Set(before)].reverse();
  });
}

function hasWord(text: string, word: string): boolean {
  const words: readonly string[] =
    normaliseText(text)
      .toLocaleLowerCase('sv')
      .match(/[\p{L}\p{M}\p{N}-]+/gu) ?? [];
  return words.includes(word.toLocaleLowerCase('sv'));
}
