import type { Municipality } from '../organisation/ports.ts';
import { type DigestTopic, digestTopics, type LetterPart } from './letter-kinds.ts';
import { counted, shortened } from './letter-part.ts';
import type { NewLetter, News, Receiver } from './ports.ts';

interface Round {
  readonly municipality: Municipality;
  /** ISO date. */
  readonly day: string;
  readonly receivers: readonly Receiver[];
  readonly nextId: () => string;
}

/** One letter to each person whom something concerns, instead of one for each thing that happened. */
export function digests(news: readonly News[], { municipality, day, receivers, nextId }: Round): NewLetter[] {
  return receivers
    .filter(({ declined }) => !declined.includes('digest'))
    .flatMap((receiver): NewLetter[] => {
      const sections = sectionsFor(receiver, news);
      if (sections.length === 0) return [];
      return [
        {
          id: nextId(),
          accountId: receiver.accountId,
          address: receiver.address,
          language: 'sv',
          sendAfter: null,
          uniqueKey: `digest ${day} ${receiver.accountId}`,
          kind: 'digest',
          data: { receiverName: receiver.name, municipalityName: municipality.name, sections },
        },
      ];
    });
}

function sectionsFor(receiver: Receiver, news: readonly News[]) {
  const own = news.filter((item) => item.actorId !== receiver.accountId && concerns(receiver, item));
  return digestTopics.flatMap((topic) => {
    const parts = eachOnce(own.filter((item) => item.topic === topic).map(({ part }) => part));
    return parts.length === 0 ? [] : [{ topic, ...counted(parts) }];
  });
}

/** Strategists are told what bodies answer and report, controllers what their body has got to do. */
const listeners: Readonly<Record<DigestTopic, 'strategist' | 'board-controller'>> = {
  'new-commitments': 'board-controller',
  answered: 'strategist',
  reported: 'strategist',
};

function concerns({ roles }: Receiver, { topic, bodyId }: News): boolean {
  return roles.some((held) => held.role === listeners[topic] && (held.bodyId === null || held.bodyId === bodyId));
}

/** Somebody who reports twice on the same day has one line. */
function eachOnce(parts: readonly LetterPart[]): LetterPart[] {
  return [...new Map(parts.map((part) => [part.commitmentId, shortened(part)])).values()];
}
