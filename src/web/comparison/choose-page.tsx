import type { PlanFacts } from '../../core/plan/block.ts';
import type { View } from '../context.ts';
import { Select, SubmitButton } from '../design/form.tsx';
import { comparisonTexts } from './texts.ts';

/** Addresses in the query: what is compared from, and to. */
export const FROM = 'av';
export const TO = 'med';

interface ChoosePageProps {
  readonly view: View;
  readonly plans: readonly PlanFacts[];
  /** What was chosen already, by slug. */
  readonly chosen: { readonly before: string; readonly after: string };
}

/** Asks which two plans to compare. */
export function ChoosePage({ view, plans, chosen }: ChoosePageProps) {
  const t = comparisonTexts[view.language];
  const choices = [{ value: '', label: t.choose }, ...plans.map(({ slug, title }) => ({ value: slug, label: title }))];
  const common = { language: view.language, required: null, choices } as const;
  return (
    <div class="hk-stack">
      <h1>{t.title}</h1>
      {plans.length < 2 ? (
        <p>{t.tooFew}</p>
      ) : (
        <>
          <p class="hk-lead">{t.chooseLead}</p>
          <form method="get" action={view.href('/jamfor')} class="hk-form">
            <Select {...common} name={FROM} label={t.before} value={chosen.before} />
            <Select {...common} name={TO} label={t.after} value={chosen.after} />
            <SubmitButton>{t.compare}</SubmitButton>
          </form>
        </>
      )}
    </div>
  );
}
