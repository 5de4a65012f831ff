import type { HeldCounts } from '../../app/retention/ports.ts';
import type { RemovalView } from '../../app/retention/remove-person.ts';
import { pseudonymsFor, type RemovalRefusal, removedName } from '../../core/retention/remove-person.ts';
import type { View } from '../context.ts';
import { SubmitButton } from '../design/form.tsx';
import { Alert, ButtonLink } from '../design/parts.tsx';
import { writeDate } from '../language.ts';
import { shownName } from '../people/shown-name.ts';
import { personalDataTexts } from './texts.ts';

/** Address of what concerns one person's data, as a shared path. */
export const dataPathOf = (personId: string): `/${string}` => `/administration/personuppgifter/${personId}`;

interface RemovalProps {
  readonly view: View;
  readonly removal: RemovalView;
  /** What went wrong with what was sent; null for a page that was just opened. */
  readonly problem: string | null;
}

/** What the removal of a person takes away and what it leaves, with the button that does it; or what stands in the way. */
export function RemovalPage({ view, removal, problem }: RemovalProps) {
  const t = personalDataTexts[view.language].removal;
  const { person, hindrance, held } = removal;
  const name = shownName(view.language, person.name);
  return (
    <div class="hk-stack">
      <h1>{person.removedAt === null ? t.title(name) : name}</h1>
      {problem !== null && (
        <div id="fel" role="alert" tabIndex={-1}>
          <Alert tone="warning">{problem}</Alert>
        </div>
      )}
      {hindrance !== null && <Hindrance view={view} removal={removal} hindrance={hindrance} />}
      {hindrance === null && held !== null && <Summary view={view} removal={removal} held={held} />}
    </div>
  );
}

/** Why somebody cannot be removed, in a sentence. */
function hindranceText(view: View, hindrance: RemovalRefusal): string {
  const from = hindrance.kind === 'retention-time' ? writeDate(view.language, hindrance.from) : '';
  return personalDataTexts[view.language].removal.hindrances[hindrance.kind](from);
}

function Hindrance({ view, removal, hindrance }: Omit<RemovalProps, 'problem'> & { hindrance: RemovalRefusal }) {
  const t = personalDataTexts[view.language].removal;
  const path = `/administration/personer/${removal.person.accountId}`;
  const needsDay = hindrance.kind === 'no-last-day' || hindrance.kind === 'still-open';
  return (
    <>
      <Alert tone="info">
        <p>{hindranceText(view, hindrance)}</p>
      </Alert>
      {hindrance.kind !== 'already-removed' && (
        <p class="hk-row">
          {needsDay && <ButtonLink href={view.href(`${path}/avsluta`)}>{t.end}</ButtonLink>}
          <a href={view.href(path)}>{t.back}</a>
        </p>
      )}
    </>
  );
}

function Summary({ view, removal, held }: Omit<RemovalProps, 'problem'> & { held: HeldCounts }) {
  const { person, daysKept } = removal;
  const t = personalDataTexts[view.language].removal;
  const [pseudonym = ''] = pseudonymsFor([person.accountId], []).values();
  return (
    <>
      <p class="hk-lead">{t.lead(daysKept)}</p>
      <h2>{t.goes}</h2>
      <WordList words={goingWords(view, held)} />
      <h2>{t.stays}</h2>
      <p>{t.pseudonym(shownName(view.language, removedName(pseudonym)))}</p>
      <WordList words={stayingWords(view, held)} />
      {held.mentions > 0 && (
        <Alert tone="warning">
          <p>{t.mentions(held.mentions)}</p>
        </Alert>
      )}
      <p class="hk-muted">{t.files}</p>
      <form class="hk-form" method="post" action={`${view.href(`${dataPathOf(person.accountId)}/ta-bort`)}#fel`}>
        <input type="hidden" name="rowVersion" value={person.rowVersion} />
        <p>
          <strong>{t.forGood}</strong>
        </p>
        <p class="hk-row">
          <SubmitButton>{t.submit}</SubmitButton>
          <a href={view.href(`/administration/personer/${person.accountId}`)}>{t.back}</a>
        </p>
      </form>
    </>
  );
}

function WordList({ words }: { words: readonly string[] }) {
  return (
    <ul class="ds-list">
      {words.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
}

function goingWords(view: View, held: HeldCounts): readonly string[] {
  const t = personalDataTexts[view.language].removal;
  const keys = ['roles', 'sessions', 'passkeys', 'identities', 'accountLinks', 'letters', 'declined'] as const;
  return [t.nameAndAddress, ...keys.filter((key) => held[key] > 0).map((key) => t[key](held[key]))];
}

function stayingWords(view: View, held: HeldCounts): readonly string[] {
  const t = personalDataTexts[view.language].removal;
  const keys = ['events', 'reports', 'planWork', 'commitments', 'guestLinks', 'watchedItems', 'uploads'] as const;
  return keys.filter((key) => held[key] > 0).map((key) => t[key](held[key]));
}
