import type { ComponentChildren } from 'preact';
import type { View } from '../context.ts';
import { organisationTexts } from './texts.ts';

/** Says that somebody was first, and shows how it stands now; what was written is kept in the form below. */
export function Conflict({ view, lead, children }: { view: View; lead: string; children: ComponentChildren }) {
  const t = organisationTexts[view.language];
  return (
    <div class="ds-alert" data-color="warning" role="alert" id="fel" tabIndex={-1}>
      <h2>{t.conflictTitle}</h2>
      <p>{lead}</p>
      <h3>{t.conflictNow}</h3>
      {children}
    </div>
  );
}
