import { Heading, LinkButton, Paragraph } from '../parts.tsx';
import type { LetterTemplate } from '../template.ts';
import { PartList } from './part-list.tsx';

export const digest: LetterTemplate<'digest'> = {
  subject: ({ t, data }) => t.digest.subject(data.sections.reduce((sum, { count }) => sum + count, 0)),
  body: (view) => {
    const { t, data, links } = view;
    const toDo = data.sections.some(({ topic }) => topic === 'new-commitments');
    return (
      <>
        <Paragraph>{t.greeting(data.receiverName)}</Paragraph>
        <Paragraph>{t.digest.lead}</Paragraph>
        {data.sections.map(({ topic, count, parts }) => (
          <div key={topic}>
            <Heading>{t.digest.topics[topic](count)}</Heading>
            <PartList view={view} count={count} parts={parts} open={t.digest.open} />
          </div>
        ))}
        <LinkButton href={links.page(toDo ? '/ataganden' : '/oversikt')} or={t.orCopy}>
          {toDo ? t.digest.toCommitments : t.digest.toOverview}
        </LinkButton>
      </>
    );
  },
};
