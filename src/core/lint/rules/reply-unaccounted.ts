import { sameBody } from '../body-names.ts';
import type { Rule, RuleFinding } from '../rule.ts';

type Found = RuleFinding<'reply-unaccounted'>;

/** A body listed with remarks whose remarks are nowhere answered, or a reply from a body that no list names. */
export const replyUnaccounted: Rule<'reply-unaccounted'> = {
  id: 'reply-unaccounted',
  severity: 'warning',
  check({ plan }) {
    const { consultation } = plan;
    if (consultation === null || consultation.replies.length === 0) return [];
    const listed = [...consultation.withRemarks, ...consultation.approving, ...consultation.abstaining];
    const unanswered = consultation.withRemarks.flatMap((body, index): Found[] =>
      consultation.replies.some((reply) => sameBody(reply.body, body))
        ? []
        : [
            {
              data: { body, why: 'listed-without-reply' },
              at: [{ path: `/consultation/withRemarks/${index}`, quote: body }],
            },
          ],
    );
    if (listed.length === 0) return unanswered;
    const unlisted = consultation.replies.flatMap((reply, index): Found[] =>
      listed.some((body) => sameBody(reply.body, body))
        ? []
        : [
            {
              data: { body: reply.body, why: 'reply-without-listing' },
              at: [{ path: `/consultation/replies/${index}/body`, quote: reply.body }],
            },
          ],
    );
    return [...unanswered, ...unlisted];
  },
};
