import { type Lexicon, makeLexicon } from '../../core/overlap/lexicon.ts';
import { synonymLines } from '../../core/overlap/synonym-group.ts';
import { rootsOf } from '../../core/overlap/words.ts';
import type { Clock } from '../shared/world.ts';
import type { Store } from '../store.ts';

const REGISTERED_AT_A_TIME = 1000;
/** Lexicons kept ready, the ones last used; a municipality's takes a few megabytes. */
const MOST_KEPT = 12;

interface Kept {
  readonly version: number;
  readonly lexicon: Lexicon;
}
const keptByStore = new WeakMap<Store, Map<string, Kept>>();

/**
 * The words of a municipality with what they mean, as its texts and synonyms stand now. Measures whose text is new or changed are
 * registered first, so nothing that is compared is older than what is shown. The lexicon is made anew when something has changed.
 */
export async function lexiconOf(deps: { store: Store; clock: Clock }, municipality: string): Promise<Lexicon> {
  const { store } = deps;
  const kept = keptByStore.get(store) ?? new Map<string, Kept>();
  keptByStore.set(store, kept);
  let state = await store.read.getWordstockState(municipality);
  if (state.stale) {
    await registerAll(deps, municipality);
    state = await store.read.getWordstockState(municipality);
  }
  const known = kept.get(municipality);
  const lexicon = known?.version === state.version ? known.lexicon : await readLexicon(store, municipality);
  kept.delete(municipality);
  kept.set(municipality, { version: state.version, lexicon });
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return lexicon;
}

async function readLexicon(store: Store, municipality: string): Promise<Lexicon> {
  const [{ roots, measures }, groups] = await Promise.all([
    store.read.getWordstock(municipality),
    store.read.listSynonymGroups(municipality),
  ]);
  return makeLexicon({ roots, measures, synonyms: synonymLines(groups) });
}

/** A thousand measures at a time, until none is left. */
async function registerAll({ store, clock }: { store: Store; clock: Clock }, municipality: string): Promise<void> {
  const context = { municipality, actorId: null, at: clock.now(), requestId: null };
  let found: number;
  do {
    const measures = await store.read.listUnregisteredMeasures(municipality, REGISTERED_AT_A_TIME);
    const rooted = measures.map(({ id, planId, rowVersion, text }) => ({
      id,
      planId,
      rowVersion,
      roots: rootsOf(text),
    }));
    if (measures.length > 0) await store.change(context, (tx) => tx.registerWords(municipality, rooted));
    found = measures.length;
  } while (found === REGISTERED_AT_A_TIME);
}
