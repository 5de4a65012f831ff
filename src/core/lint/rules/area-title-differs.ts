import type { OpenArea, OpenPlan } from '../../exchange/open-plan.ts';
import { comparableTitle } from '../repeated-texts.ts';
import type { Rule, RuleFinding, RulePlace } from '../rule.ts';
import { oneOf } from '../sentences.ts';
import type { LintVocabulary } from '../vocabulary.ts';

/** An item of a list, and the place it stands in. */
interface ListItem {
  readonly text: string;
  readonly path: string;
}

/** Fewest letters that two titles must share at the start to be the same title in two lengths. */
const SHARED_START = 12;

/** An area whose heading is not the title it has in a list of the areas, in the plan or in the memo. */
export const areaTitleDiffers: Rule<'area-title-differs'> = {
  id: 'area-title-differs',
  severity: 'warning',
  check({ plan }, { vocabulary }) {
    const found = new Map<string, RuleFinding<'area-title-differs'>>();
    for (const list of listsOf(plan, vocabulary))
      for (const { areaIndex, item } of differencesIn(list, plan.areas)) {
        const area = plan.areas[areaIndex];
        if (area === undefined) continue;
        const key = `${areaIndex} ${comparableTitle(item.text)}`;
        const place: RulePlace = { path: item.path, quote: item.text };
        const known = found.get(key);
        const heading = { path: `/areas/${areaIndex}/title`, quote: area.title };
        const data = { number: area.number, heading: area.title, listed: item.text };
        found.set(key, known ? { ...known, at: [...known.at, place] } : { data, at: [heading, place] });
      }
    return [...found.values()];
  },
};

/** Every section's paragraphs as list items, without numbers and bullets; a paragraph that holds a whole list is divided. */
function listsOf(plan: OpenPlan, vocabulary: LintVocabulary): ListItem[][] {
  const sections = [
    ...plan.sections.map((section, index) => ({ section, base: `/sections/${index}` })),
    ...(plan.memo?.sections ?? []).map((section, index) => ({ section, base: `/memo/sections/${index}` })),
  ];
  const label = new RegExp(`^(?:${oneOf(vocabulary.area)}\\s+)?(?:\\d{1,2}[.:)]?\\s+)?`, 'iu');
  return sections.map(({ section, base }) =>
    section.paragraphs.flatMap((paragraph, index) =>
      paragraph
        .split(/\s*[•▪·]\s+/u)
        .filter((text) => text !== '')
        .map((text) => ({ text: text.replace(label, '').trim(), path: `${base}/paragraphs/${index}` })),
    ),
  );
}

/**
 * The items of a list that stand for an area under another title. A list counts as a list of the areas where it names at
 * least half of them, and at least two, with their very titles.
 */
function differencesIn(list: readonly ListItem[], areas: readonly OpenArea[]) {
  const titles = areas.map((area) => comparableTitle(area.title));
  const exact = new Map<number, number>();
  for (const [position, item] of list.entries()) {
    const area = titles.indexOf(comparableTitle(item.text));
    if (area >= 0) exact.set(area, position);
  }
  if (exact.size < 2 || exact.size < areas.length / 2) return [];
  const first = Math.min(...exact.values()) - areas.length;
  const last = Math.max(...exact.values()) + areas.length;
  return titles.flatMap((title, areaIndex) => {
    if (exact.has(areaIndex)) return [];
    const item = list.find((one, position) => position > first && position < last && sameStart(one.text, title));
    return item ? [{ areaIndex, item }] : [];
  });
}

function sameStart(listed: string, title: string): boolean {
  const other = comparableTitle(listed);
  const shorter = Math.min(other.length, title.length);
  return shorter >= SHARED_START && (other.startsWith(title) || title.startsWith(other));
}
