import type { SendMailOptions } from 'nodemailer/lib/mailer';
import type { OutgoingMail } from '../../app/mail/ports.ts';
import type { MailSender } from './smtp-settings.ts';

/** A mail in the words of the library that writes it down. */
export function compose(mail: OutgoingMail, sender: MailSender): SendMailOptions {
  const { letter, receiver } = mail;
  const domain = sender.address.slice(sender.address.lastIndexOf('@') + 1);
  return {
    // What a letter names is never fetched from a disk or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
    messageId: `<${mail.id}@${domain}>`,
    date: mail.at,
    from: { name: sender.name ?? oneLine(mail.senderName), address: sender.address },
    to: { name: oneLine(receiver.name), address: receiver.address },
    envelope: { from: sender.address, to: [receiver.address] },
    subject: oneLine(letter.subject),
    text: letter.text,
    html: letter.html,
    attachments: letter.attachments.map(({ fileName, contentType, content }) => ({
      filename: fileName,
      contentType,
      content: Buffer.from(content, 'utf8'),
    })),
    headers: {
      'Content-Language': mail.language,
      'Auto-Submitted': 'auto-generated',
      ...declining(letter.unsubscribe),
    },
    xMailer: false,
  };
}

/** Lets programs for e-mail show a button of their own for declining. Source: RFC 8058. */
function declining(address: string | null): Record<string, string> {
  if (address === null) return {};
  return { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

/** A text stays within its header and is shown as it was written, whatever somebody has put in it. */
function oneLine(text: string): string {
  return text
    .replace(/[\s\p{C}]+/gu, ' ')
    .replaceAll('=?', '= ?')
    .trim();
}
