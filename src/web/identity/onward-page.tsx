import type { WebContext } from '../context.ts';
import { ButtonLink } from '../design/parts.tsx';
import { respond } from '../respond.tsx';

interface Onward {
  /** Where to, on another site. */
  readonly address: string;
  readonly title: string;
  readonly lead: string;
  readonly button: string;
}

/**
 * Sends the browser on to another site after a form. A redirect would not do: our content policy lets forms lead to our own
 * pages alone, and browsers hold redirects to it too.
 */
export function answerOnward(c: WebContext, { address, title, lead, button }: Onward) {
  const body = (
    <div class="hk-stack">
      <h1>{title}</h1>
      <p class="hk-lead">{lead}</p>
      <p>
        <ButtonLink href={address}>{button}</ButtonLink>
      </p>
    </div>
  );
  return respond(c, { title, unlisted: true, onward: address }, body);
}
