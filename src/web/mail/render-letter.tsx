import { renderToString } from 'preact-render-to-string';
import { type LetterData, type LetterKind, letterSchemas, letterTraits } from '../../app/mail/letter-kinds.ts';
import type { RenderedLetter, RenderLetter } from '../../app/mail/ports.ts';
import type { Secrets } from '../../app/shared/world.ts';
import type { Texts } from '../language.ts';
import { digest } from './letters/digest.tsx';
import { addressChanged, guestLink, invitation, passwordChanged, passwordReset, test } from './letters/links.tsx';
import { reportReminder } from './letters/report-reminder.tsx';
import { createLinks, type LinkSettings } from './links.ts';
import { Letter, Link, Paragraph } from './parts.tsx';
import { plainText } from './plain-text.ts';
import type { LetterTemplate, LetterView } from './template.ts';
import { en } from './texts.en.ts';
import { type MailTexts, sv } from './texts.sv.ts';

const texts: Texts<MailTexts> = { sv, en };

/** The template of every kind; a kind without one does not compile. */
const templates: { readonly [K in LetterKind]: LetterTemplate<K> } = {
  invitation,
  'password-reset': passwordReset,
  'password-changed': passwordChanged,
  'address-changed': addressChanged,
  'guest-link': guestLink,
  test,
  'report-reminder': reportReminder,
  digest,
};

/** Makes letters of their kind and data: plain text and HTML of the same parts. Throws on data that is not the kind's. */
export function createLetterRenderer(deps: {
  readonly secrets: Secrets;
  readonly settings: LinkSettings;
}): RenderLetter {
  return ({ kind, data, ...head }, municipality) => {
    const links = createLinks(deps, municipality, head.language);
    const checked: LetterData[LetterKind] = letterSchemas[kind].parse(data);
    return draw<LetterKind>(kind, { ...head, t: texts[head.language], data: checked, links });
  };
}

function draw<K extends LetterKind>(kind: K, view: LetterView<K>): RenderedLetter {
  const template = templates[kind];
  const subject = oneLine(template.subject(view));
  const declining =
    letterTraits[kind].duty || view.accountId === null ? null : view.links.decline(view.accountId, kind);
  const letter = (
    <Letter language={view.language} subject={subject} foot={<Foot view={view} declining={declining} />}>
      {template.body(view)}
    </Letter>
  );
  return {
    subject,
    text: plainText(letter),
    html: `<!doctype html>${renderToString(letter)}`,
    attachments: template.attachments?.(view) ?? [],
    unsubscribe: declining,
  };
}

/** Who the letter comes from, and how to receive no more of its kind where that can be chosen. */
function Foot({ view: { t, data }, declining }: { view: LetterView<LetterKind>; declining: string | null }) {
  return (
    <>
      <Paragraph>{t.foot(data.municipalityName)}</Paragraph>
      {declining !== null && (
        <Paragraph>
          <Link href={declining}>{t.decline}</Link>
        </Paragraph>
      )}
    </>
  );
}

/** A subject is one line, whatever a name in it holds. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
