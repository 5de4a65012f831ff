import { writeDate } from '../../language.ts';
import { dueDayFile } from '../calendar.ts';
import { Facts, LinkButton, Paragraph } from '../parts.tsx';
import type { LetterTemplate } from '../template.ts';
import { PartList } from './part-list.tsx';

export const reportReminder: LetterTemplate<'report-reminder'> = {
  subject: ({ language, t, data }) => t.reportReminder.subject(data.count, writeDate(language, data.dueDay)),
  body: (view) => {
    const { language, t, data, links } = view;
    return (
      <>
        <Paragraph>{t.greeting(data.receiverName)}</Paragraph>
        <Paragraph>{t.reportReminder.lead(data.count, data.daysLeft)}</Paragraph>
        <Facts pairs={[[t.reportReminder.dueDay, writeDate(language, data.dueDay)]]} />
        <PartList view={view} count={data.count} parts={data.parts} open={t.reportReminder.report} />
        <LinkButton href={links.page('/ataganden')} or={t.orCopy}>
          {t.reportReminder.button}
        </LinkButton>
        <Paragraph>{t.reportReminder.calendar}</Paragraph>
      </>
    );
  },
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
