import { writeInstant } from '../../language.ts';
import { Facts, LinkButton, Paragraph } from '../parts.tsx';
import type { LetterTemplate } from '../template.ts';

export const invitation: LetterTemplate<'invitation'> = {
  subject: ({ t, data }) => t.invitation.subject(data.municipalityName),
  body: ({ language, t, data, links }) => (
    <>
      <Paragraph>{t.greeting(data.receiverName)}</Paragraph>
      <Paragraph>{t.invitation.lead(data.municipalityName)}</Paragraph>
      <LinkButton href={links.secret('invitation', data.linkId)} or={t.orCopy}>
        {t.invitation.button}
      </LinkButton>
      <Facts pairs={[[t.validUntil, writeInstant(language, data.validUntil)]]} />
      <Paragraph>{t.ownLink}</Paragraph>
      <Paragraph>{t.invitation.unexpected}</Paragraph>
    </>
  ),
};

export const passwordReset: LetterTemplate<'password-reset'> = {
  subject: ({ t }) => t.passwordReset.subject,
  body: ({ language, t, data, links }) => (
    <>
      <Paragraph>{t.greeting(data.receiverName)}</Paragraph>
      <Paragraph>{t.passwordReset.lead(data.municipalityName)}</Paragraph>
      <LinkButton href={links.secret('password-reset', data.linkId)} or={t.orCopy}>
        {t.passwordReset.button}
      </LinkButton>
      <Facts pairs={[[t.validUntil, writeInstant(language, data.validUntil)]]} />
      <Paragraph>{t.ownLink}</Paragraph>
      <Paragraph>{t.passwordReset.unexpected}</Paragraph>
    </>
  ),
};

export const passwordChanged: LetterTemplate<'password-changed'> = {
  subject: ({ t }) => t.passwordChanged.subject,
  body: ({ language, t, data, links }) => (
    <>
      <Paragraph>{t.greeting(data.receiverName)}</Paragraph>
      <Paragraph>{t.passwordChanged.lead(data.municipalityName)}</Paragraph>
      <Facts pairs={[[t.passwordChanged.when, writeInstant(language, data.changedAt)]]} />
      <Paragraph>{t.passwordChanged.unexpected}</Paragraph>
      <LinkButton href={links.page('/logga-in')} or={t.orCopy}>
        {t.passwordChanged.button}
      </LinkButton>
    </>
  ),
};

export const addressChanged: LetterTemplate<'address-changed'> = {
  subject: ({ t }) => t.addressChanged.subject,
  body: ({ language, t, data }) => (
    <>
      <Paragraph>{t.greeting(data.receiverName)}</Paragraph>
      <Paragraph>{t.addressChanged.lead(data.municipalityName)}</Paragraph>
      <Facts pairs={[[t.addressChanged.when, writeInstant(language, data.changedAt)]]} />
      <Paragraph>{t.addressChanged.unexpected}</Paragraph>
    </>
  ),
};

export const guestLink: LetterTemplate<'guest-link'> = {
  subject: ({ t, data }) => t.guestLink.subject(data.municipalityName),
  body: ({ language, t, data, links }) => (
    <>
      <Paragraph>{t.greeting(data.receiverName)}</Paragraph>
      <Paragraph>{t.guestLink.lead(data.senderName, data.municipalityName)}</Paragraph>
      <Facts pairs={[[t.guestLink.thing, <span lang="sv">{data.thingTitle}</span>]]} />
      <LinkButton href={links.secret('guest-link', data.linkId)} or={t.orCopy}>
        {t.guestLink.button}
      </LinkButton>
      <Facts pairs={[[t.validUntil, writeInstant(language, data.validUntil)]]} />
      <Paragraph>{t.ownLink}</Paragraph>
    </>
  ),
};

export const test: LetterTemplate<'test'> = {
  subject: ({ t }) => t.test.subject,
  body: ({ t, data, links }) => (
    <>
      <Paragraph>{t.greeting(data.receiverName)}</Paragraph>
      <Paragraph>{t.test.lead}</Paragraph>
      <LinkButton href={links.page('/administration/brev')} or={t.orCopy}>
        {t.test.button}
      </LinkButton>
    </>
  ),
};
