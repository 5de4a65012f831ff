import { type ComponentChildren, h } from 'preact';
import type { View } from '../context.ts';
import { identityTexts } from './texts.ts';

/** The built script that talks to the device. */
export const PASSKEY_ISLAND = 'passkey.js';
/** The field in which the browser's answer is sent. */
export const ANSWER_FIELD = 'credential';

interface Props {
  readonly view: View;
  /** Where the question is fetched and the answer sent, as shared paths. */
  readonly question: string;
  readonly action: string;
  readonly does: 'create' | 'get';
  /** Whether it is of no use without script, and then not shown. */
  readonly hidden: boolean;
  readonly children: ComponentChildren;
}

/** A form whose answer comes from the person's device. Without script it is sent without one, and the page that comes says so. */
export function PasskeyForm({ view, question, action, does, hidden, children }: Props) {
  const t = identityTexts[view.language].passkeys;
  const attributes = {
    hidden,
    'data-question': view.href(question),
    'data-does': does,
    'data-cancelled': t.cancelled,
    'data-known': t.refusals['known-already'],
    'data-failed': t.failed,
  };
  return h(
    'hk-passkey',
    attributes,
    <form method="post" action={view.href(action)} class="hk-form" novalidate>
      <input type="hidden" name={ANSWER_FIELD} value="" />
      {children}
    </form>,
    <p data-words role="status"></p>,
  );
}
