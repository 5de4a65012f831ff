import { type Lexicon, makeLexicon } from '../../src/core/overlap/lexicon.ts';
import { likeness, type Picture, pictureOf } from '../../src/core/overlap/similarity.ts';
import { rootsOf } from '../../src/core/overlap/words.ts';
import type { MadeUpMeasure } from './made-up-measures.ts';
import type { Paraphrase } from './paraphrases.ts';

/** Every measure of a municipality as the rules see it, without a database. */
export interface Indexed {
  readonly lexicon: Lexicon;
  readonly pictures: ReadonlyMap<string, { readonly picture: Picture; readonly roots: readonly string[] }>;
}

export function indexMeasures(measures: readonly MadeUpMeasure[], synonyms: readonly string[]): Indexed {
  const roots = new Map(measures.map(({ id, text }) => [id, rootsOf(text)]));
  const counts = new Map<string, number>();
  for (const each of roots.values()) for (const root of each) counts.set(root, (counts.get(root) ?? 0) + 1);
  const counted = [...counts].map(([root, count]) => ({ root, measures: count }));
  const lexicon = makeLexicon({ roots: counted, measures: measures.length, synonyms });
  const pictures = new Map(
    [...roots].map(([id, each]) => [id, { picture: pictureOf(lexicon, each), roots: each }] as const),
  );
  return { lexicon, pictures };
}

/** The place that the original has among what is most like its rewriting: 1 for the first. */
export function placeOf({ pictures }: Indexed, original: string, rewritten: string): number {
  const none: Picture = { weights: new Map(), length: 0 };
  const sought = pictures.get(rewritten)?.picture ?? none;
  const nearnessOf = (id: string) => likeness(sought, pictures.get(id)?.picture ?? none);
  const own = nearnessOf(original);
  return 1 + [...pictures.keys()].filter((id) => id !== rewritten && id !== original && nearnessOf(id) > own).length;
}

/** The made-up measures with both ways of saying each of `pairs`, in plans of their own. */
export function plant(
  measures: readonly MadeUpMeasure[],
  pairs: readonly Omit<Paraphrase, 'strength'>[],
): MadeUpMeasure[] {
  return [
    ...measures,
    ...pairs.map(({ original }, index) => ({ planId: 'originals', id: `original-${index}`, text: original })),
    ...pairs.map(({ rewritten }, index) => ({ planId: 'rewritings', id: `rewritten-${index}`, text: rewritten })),
  ];
}
