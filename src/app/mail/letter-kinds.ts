import { z } from 'zod';

const text = z.string().min(1).max(2000);
const day = z.iso.date();
const instant = z.iso.datetime();

/** What every letter says: to whom and from which municipality. */
const everyLetter = { receiverName: text, municipalityName: text };
/** A letter with a link that opens something. `linkId` is what the link's token is made of; it is no secret. */
const linkLetter = { ...everyLetter, linkId: text, validUntil: instant };

/** One body's part in a measure, named as the plan names it. */
const part = z.strictObject({
  commitmentId: z.uuid(),
  planTitle: text,
  bodyName: text,
  /** The measure's number; null when it has none. */
  label: z.string().max(1000).nullable(),
  text: z.string(),
});

/** Most parts that a letter names; the rest are told as a number. */
export const MOST_PARTS = 30;

/** Parts, and how many there are in all. */
const parts = { count: z.int().min(1), parts: z.array(part).min(1).max(MOST_PARTS) };

/** What a digest may tell of. */
export const digestTopics = ['new-commitments', 'answered', 'reported'] as const;

/** What each kind of letter needs, and nothing more. A letter whose data is something else is a bug. */
export const letterSchemas = {
  invitation: z.strictObject(linkLetter),
  'password-reset': z.strictObject(linkLetter),
  'password-changed': z.strictObject({ ...everyLetter, changedAt: instant }),
  /** To the old address. The new one does not stand in it: whoever reads the old mailbox may be somebody else. */
  'address-changed': z.strictObject({ ...everyLetter, changedAt: instant }),
  /** `thingTitle` is what the guest is shown, in the municipality's own words: the title of a plan. */
  'guest-link': z.strictObject({ ...linkLetter, senderName: text, thingTitle: text }),
  /** Sent by an administrator to themselves, to see that letters arrive. */
  test: z.strictObject(everyLetter),
  'report-reminder': z.strictObject({
    ...everyLetter,
    dueDay: day,
    /** Days from the day of the reminder to the last day. */
    daysLeft: z.int().min(0).max(366),
    ...parts,
  }),
  /** What has happened since the last one, in one letter instead of many. */
  digest: z.strictObject({
    ...everyLetter,
    sections: z.array(z.strictObject({ topic: z.enum(digestTopics), ...parts })).min(1),
  }),
} as const;

/** Which letter: a word of the program, with a template of its own in both languages. */
export type LetterKind = keyof typeof letterSchemas;

/** What the template of each kind is given. */
export type LetterData = { readonly [K in LetterKind]: z.infer<(typeof letterSchemas)[K]> };

/**
 * How letters of a kind are treated. `duty`: its receiver cannot decline it. `urgent`: it leaves at once, also at night,
 * since somebody sits waiting for it.
 */
export const letterTraits: { readonly [K in LetterKind]: { readonly duty: boolean; readonly urgent: boolean } } = {
  invitation: { duty: true, urgent: true },
  'password-reset': { duty: true, urgent: true },
  'password-changed': { duty: true, urgent: true },
  'address-changed': { duty: true, urgent: true },
  'guest-link': { duty: true, urgent: true },
  test: { duty: true, urgent: true },
  'report-reminder': { duty: true, urgent: false },
  digest: { duty: false, urgent: false },
};

/** One body's part in a measure, as letters name it. */
export type LetterPart = z.infer<typeof part>;
export type DigestTopic = (typeof digestTopics)[number];

/** Kinds that a person can decline. */
export const declinableKinds = (Object.keys(letterTraits) as LetterKind[]).filter((kind) => !letterTraits[kind].duty);
