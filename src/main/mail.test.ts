import { expect, test } from 'vitest';
import { chooseMailWay } from './mail.ts';
import { readSettings } from './settings.ts';

const SMTP = 'smtp://mail.exempel.se';
const FROM = 'brev@exempel.se';

test.each([
  [SMTP, FROM, false, 'server'],
  [SMTP, FROM, true, 'server'],
  ['', FROM, false, 'nowhere'],
  ['', '', false, 'nowhere'],
  ['', '', true, 'folder'],
  [SMTP, '', false, 'mail-from-missing'],
  [SMTP, '', true, 'mail-from-missing'],
  [SMTP, 'brev', false, 'bad-mail-from'],
  ['', 'brev', true, 'bad-mail-from'],
  ['http://mail.exempel.se', FROM, false, 'bad-smtp-url'],
])('With the server «%s», the sender «%s» and demo %s the way of letters is %s', (smtp, from, demo, expected) => {
  const settings = readSettings({ HANDLINGSKRAFT_SMTP_URL: smtp, HANDLINGSKRAFT_MAIL_FROM: from }, {});
  if (!settings.ok) throw new Error(settings.refusal.kind);
  const way = chooseMailWay(settings.value, demo);
  expect(way.ok ? way.value.to : way.refusal.kind).toBe(expected);
});
