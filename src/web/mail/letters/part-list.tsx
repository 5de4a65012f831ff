import type { LetterPart } from '../../../app/mail/letter-kinds.ts';
import { Link, List, Paragraph } from '../parts.tsx';
import type { LetterView } from '../template.ts';

/** Parts as a list, each with a link to its page, and how many are left out. */
export function PartList(props: {
  view: Pick<LetterView<'digest' | 'report-reminder'>, 't' | 'links'>;
  count: number;
  parts: readonly LetterPart[];
  /** What the link to each says. */
  open: string;
}) {
  const { t, links } = props.view;
  const left = props.count - props.parts.length;
  return (
    <>
      <List
        items={props.parts.map(({ commitmentId, bodyName, planTitle, label, text }) => (
          <>
            <span lang="sv">
              {bodyName}, {planTitle}. {[label, text].filter(Boolean).join(' ')}
            </span>{' '}
            <Link href={links.page(`/ataganden/${commitmentId}`)}>{props.open}</Link>
          </>
        ))}
      />
      {left > 0 && <Paragraph>{t.andMore(left)}</Paragraph>}
    </>
  );
}
