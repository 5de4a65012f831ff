import { renderToString } from 'preact-render-to-string';
import { type LetterData, type LetterKind, letterSchemas } from '../../app/mail/letter-kinds.ts';
import type { RenderedLetter, RenderLetter } from '../../app/mail/ports.ts';
import type { Secrets } from '../../app/shared/world.ts';
import type { Texts } from '../language.ts';
import { guestLink, invitation, passwordChanged, passwordReset, test } from './letters/links.tsx';
import { reportReminder } from './letters/report-reminder.tsx';
import { createLinks, type LinkSettings } from './links.ts';
import { Letter } from './parts.tsx';
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
  'guest-link': guestLink,
  test,
  'report-reminder': reportReminder,
};

/** Makes letters of their kind and data: plain text and HTML of the same parts. Throws on data that is not the kind's. */
export function createLetterRenderer(deps: {
  readonly secrets: Secrets;
  readonly settings: LinkSettings;
}): RenderLetter {
  return ({ id, createdAt, language, kind, data }, municipality) => {
    const links = createLinks(deps, municipality, language);
    const checked: LetterData[LetterKind] = letterSchemas[kind].parse(data);
    return draw<LetterKind>(kind, { id, createdAt, language, t: texts[language], data: checked, links });
  };
}

function draw<K extends LetterKind>(kind: K, view: LetterView<K>): RenderedLetter {
  const template = templates[kind];
  const subject = oneLine(template.subject(view));
  const letter = (
    <Letter language={view.language} subject={subject} foot={<p>{view.t.foot(view.data.municipalityName)}</p>}>
      {template.body(view)}
    </Letter>
  );
  return {
    subject,
    text: plainText(letter),
    html: `<!doctype html>${renderToString(letter)}`,
    attachments: template.attachments?.(view) ?? [],
    unsubscribe: null,
  };
}

/** A subject is one line, whatever a name in it holds. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
