import type { TextPart } from '../../core/document/compare-text.ts';
import type { View } from '../context.ts';
import { planLang } from '../plan/parts.tsx';
import { comparisonTexts } from './texts.ts';

/** Which text is shown: both in one, one of them with what it alone has marked, or the earlier without any mark. */
export type Shown = 'both' | 'before' | 'after' | 'plain';

/**
 * A compared text. What is gone and what is new is marked by strike and underline, by signs where there are no colours, and by
 * words for those who hear it.
 */
export function Words({ view, text, shown = 'both' }: { view: View; text: readonly TextPart[]; shown?: Shown }) {
  return (
    <span class="hk-written" lang={planLang(view)}>
      {text.map((part) => {
        if (shown === 'plain') return part.before;
        if (part.kind === 'equal') return shown === 'before' ? part.before : part.after;
        if (part.kind === 'removed') return shown === 'after' ? null : <Removed view={view} text={part.before} />;
        return shown === 'before' ? null : <Added view={view} text={part.after} />;
      })}
    </span>
  );
}

/** Words that are new. */
export function Added({ view, text }: { view: View; text: string }) {
  const t = comparisonTexts[view.language];
  return (
    <ins class="hk-added">
      <Said view={view} words={`${t.added}: `} />
      {text}
      <Said view={view} words={` ${t.endMark} ${t.added}. `} />
    </ins>
  );
}

/** Words that are gone. */
export function Removed({ view, text }: { view: View; text: string }) {
  const t = comparisonTexts[view.language];
  return (
    <del class="hk-removed">
      <Said view={view} words={`${t.struck}: `} />
      {text}
      <Said view={view} words={` ${t.endMark} ${t.struck}. `} />
    </del>
  );
}

function Said({ view, words }: { view: View; words: string }) {
  return (
    <span class="ds-sr-only" lang={view.language === 'sv' ? undefined : view.language}>
      {words}
    </span>
  );
}
