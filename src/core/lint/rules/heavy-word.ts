import type { Rule, RulePlace } from '../rule.ts';
import { oneOf } from '../sentences.ts';

/** Words of the plan that have a plainer one. One finding for each word, with all its places. */
export const heavyWord: Rule<'heavy-word'> = {
  id: 'heavy-word',
  severity: 'note',
  check({ pieces }, { vocabulary }) {
    const words = Object.keys(vocabulary.heavyWords);
    if (words.length === 0) return [];
    const pattern = new RegExp(`(?<![\\p{L}-])${oneOf(words)}(?![\\p{L}-])`, 'giu');
    const places = new Map<string, RulePlace[]>();
    for (const { part, path, text } of pieces)
      for (const [quote] of part === 'plan' ? text.matchAll(pattern) : []) {
        const word = quote.toLocaleLowerCase('sv');
        const at = places.get(word);
        if (at) at.push({ path, quote });
        else places.set(word, [{ path, quote }]);
      }
    return [...places].map(([word, at]) => ({
      data: { word, instead: vocabulary.heavyWords[word] ?? '', times: at.length },
      at,
    }));
  },
};
