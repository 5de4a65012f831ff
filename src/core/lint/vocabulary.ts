import type { WritingVocabulary } from './writing-vocabulary.ts';

/**
 * The words by which the rules understand documents. Settings, like all words of a municipality's documents; the rules
 * themselves hold no words of any language. Compared without regard to case; every list gives whole words with all their
 * forms unless it says stems (beginnings of words).
 */
export interface LintVocabulary extends WritingVocabulary {
  /** Words for the levels of a plan. */
  readonly area: readonly string[];
  readonly objective: readonly string[];
  readonly measure: readonly string[];
  readonly areaPlural: readonly string[];
  readonly measurePlural: readonly string[];
  readonly indicatorPlural: readonly string[];
  /** Words for the running text of an area, as memos call it. */
  readonly bodyText: readonly string[];
  /** Stems of words for the plan itself, by which a sentence is known to speak of its period. */
  readonly plan: readonly string[];
  /** Words saying how long something lasts ("sträcker sig", "gäller"). */
  readonly lasting: readonly string[];
  /** The word for years as a length. */
  readonly years: readonly string[];
  /** Endings that make a number word a length in years ("fyraårig"). */
  readonly yearlong: readonly string[];
  /** Phrases that promise a year of completion for each measure. */
  readonly yearPromise: readonly string[];
  /** Number words → number, 1 and up. */
  readonly numberWords: Readonly<Record<string, number>>;
  /** Ordinals → number, 1 and up. */
  readonly ordinals: Readonly<Record<string, number>>;
  /** Month names → 1–12. */
  readonly months: Readonly<Record<string, number>>;
  /** Words for replies in the plural. */
  readonly reply: readonly string[];
  /** Stems that tell which replies a sentence counts. */
  readonly withRemarks: readonly string[];
  readonly approving: readonly string[];
  readonly abstaining: readonly string[];
  /** Stems of words for sending out for consultation. */
  readonly inviting: readonly string[];
  /** Words for bodies of civil society in the plural. */
  readonly civilSociety: readonly string[];
  /** Stems of words that say that a plan contains a number of items. */
  readonly containing: readonly string[];
  /** Phrases by which a remark asks for an addition. */
  readonly adding: readonly string[];
  /** Words by which a memo tells of an addition. */
  readonly addition: readonly string[];
  /** How a name ends when it is a board's. */
  readonly boardEndings: readonly string[];
  /** Stems of words in the names of companies, and of other public bodies. */
  readonly companyWords: readonly string[];
  readonly otherPublicWords: readonly string[];
  /** Words after a municipality's name ("kommun"). */
  readonly municipality: readonly string[];
  /** Stems in names that stand for many bodies ("berörda nämnder"). */
  readonly genericBody: readonly string[];
  /** Abbreviations that need no explanation, in capitals. */
  readonly commonAbbreviations: readonly string[];
  /** Words that never begin a compound: a word that begins with one has lost a space. Lower case, like all below. */
  readonly neverFirstInCompound: readonly string[];
  /** Preposition → nouns that cannot stand directly before another noun without it. */
  readonly governing: Readonly<Record<string, readonly string[]>>;
  /** Common nouns of municipal documents; they verify the second half of a word that has lost a space. */
  readonly commonNouns: readonly string[];
  readonly prepositions: readonly string[];
  /** Endings of a noun's genitive that a slip gives to verbs: the verb's own endings, and the one probably meant. */
  readonly misreadEndings: readonly {
    readonly ending: string;
    readonly verbEndings: readonly string[];
    readonly likely: string;
  }[];
  /** Words that join the halves of a compound after a hyphen. */
  readonly joining: readonly string[];
}
