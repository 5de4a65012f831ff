import { pictureOf } from '../../core/overlap/similarity.ts';
import { pairOf } from '../../core/overlap/verdict.ts';
import { rootsOf } from '../../core/overlap/words.ts';
import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { comparer, type OverlapDeps, type Similarity } from './compare-measures.ts';
import type { NoSimilar } from './find-similar.ts';
import { lexiconOf } from './lexicon-of.ts';

/** Two measures of different plans side by side, the first given one here. A draft's is not there for those who may not read drafts. */
export function getPair(deps: OverlapDeps) {
  return async (actor: Actor, [hereId, thereId]: readonly [string, string]): Promise<Result<Similarity, NoSimilar>> => {
    const { municipality } = actor;
    const { read } = deps.store;
    if (!may(actor, 'read-overlap', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const measures = await read.listMeasuresById(municipality, [hereId, thereId]);
    const here = measures.find(({ id }) => id === hereId);
    const there = measures.find(({ id }) => id === thereId);
    if (here === undefined || there === undefined || here.planId === there.planId)
      return refuse({ kind: 'no-such-measure' });
    const readsDrafts = may(actor, 'read-draft-plan', { municipality, bodyId: null });
    if ([here, there].some(({ planState }) => planState === 'draft' && !readsDrafts))
      return refuse({ kind: 'no-such-measure' });
    const lexicon = await lexiconOf(deps, municipality);
    const { firstId, secondId } = pairOf(hereId, thereId);
    const verdicts = (await read.listVerdictsOf(municipality, [firstId])).filter((each) => each.secondId === secondId);
    return ok(comparer(deps, lexicon, verdicts)(here, pictureOf(lexicon, rootsOf(here.text)), there));
  };
}
