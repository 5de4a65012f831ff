import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailTransport } from '../../app/mail/ports.ts';
import { compose } from './compose.ts';
import type { MailSender } from './smtp-settings.ts';

/**
 * Puts letters in a folder instead of sending them: for the demo, so that an invitation can be opened where there is no mail
 * server. Each becomes two files: the mail as it would have left (.eml), and its page (.html).
 */
export function createFolderTransport(folder: string, sender: MailSender): MailTransport {
  return {
    send: async (mail) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const message = await new MailComposer(compose(mail, sender)).compile().build();
      const name = `${mail.at.toISOString().slice(0, 19).replaceAll(':', '.')} ${mail.id}`;
      await write(join(folder, `${name}.html`), mail.letter.html);
      await write(join(folder, `${name}.eml`), message);
      return null;
    },
  };
}

/** Whole or not at all. The links in letters are for their receivers only. */
async function write(file: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${file}.unfinished`, content, { mode: 0o600 });
  await rename(`${file}.unfinished`, file);
}
