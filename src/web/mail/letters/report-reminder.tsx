import { writeDate } from '../../language.ts';
import { dueDayFile } from '../calendar.ts';
import { Facts, Link, LinkButton, List, Paragraph } from '../parts.tsx';
import type { LetterTemplate } from '../template.ts';

export const reportReminder: LetterTemplate<'report-reminder'> = {
  subject: ({ language, t, data }) =>
    t.reportReminder.subject(data.commitments.length, writeDate(language, data.dueDay)),
  body: ({ language, t, data, links }) => (
    <>
      <Paragraph>{t.greeting(data.receiverName)}</Paragraph>
      <Paragraph>{t.reportReminder.lead(data.commitments.length, data.daysLeft)}</Paragraph>
      <Facts pairs={[[t.reportReminder.dueDay, writeDate(language, data.dueDay)]]} />
      <List
        items={data.commitments.map(({ commitmentId, bodyName, planTitle, label, text }) => (
          <>
            <span lang="sv">
              {bodyName}, {planTitle}. {[label, text].filter(Boolean).join(' ')}
            </span>{' '}
            <Link href={links.page(`/ataganden/${commitmentId}`)}>{t.reportReminder.report}</Link>
          </>
        ))}
      />
      <LinkButton href={links.page('/ataganden')} or={t.orCopy}>
        {t.reportReminder.button}
      </LinkButton>
      <Paragraph>{t.reportReminder.calendar}</Paragraph>
    </>
  ),
  attachments: ({ t, data, links, createdAt }) => [
    dueDayFile({
      // The same for everybody and every reminder of the day, so that a calendar changes its entry and adds none.
      id: `report-due-${data.dueDay}`,
      day: data.dueDay,
      title: t.reportReminder.calendarTitle(data.municipalityName),
      description: t.reportReminder.calendarText,
      address: links.page('/ataganden'),
      writtenAt: createdAt,
    }),
  ],
};
