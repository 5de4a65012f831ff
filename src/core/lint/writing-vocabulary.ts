/** The words by which the rules judge how a plan is written. Settings, like the rest of the vocabulary; lower case. */
export interface WritingVocabulary {
  /** Beginnings of measures and objectives that say a direction and no result ("utveckla"). Whole words or phrases, in every form. */
  readonly vagueVerbs: readonly string[];
  /** Words that may stand before the verb ("ska"). */
  readonly modals: readonly string[];
  /** Words and phrases that lead in a result, or a deed that can be seen to be done ("så att", "minst", "inrätta"). Stems. */
  readonly results: readonly string[];
  /** Stems of words for something done: an indicator that counts them counts activity ("utbildning"). */
  readonly activities: readonly string[];
  /** Stems of words for what became of it: with one of them an indicator does not count activity alone ("minska"). */
  readonly effects: readonly string[];
  /** Words by which an indicator counts ("antal"). Stems. */
  readonly counting: readonly string[];
  /** Stems of words for the last report of a measure or a plan. */
  readonly finalReport: readonly string[];
  /** Words that most plans use everywhere, and that therefore tie nothing to anything. Stems. */
  readonly everywhere: readonly string[];
  /** Heavy word or phrase in one of its forms → a plainer one in the same form. Source: klarspråk, as the state's own lists have it. */
  readonly heavyWords: Readonly<Record<string, string>>;
  /** Words that make a sentence say the opposite. */
  readonly negations: readonly string[];
  /** Most words of a sentence that passes without a remark. */
  readonly longestSentence: number;
}
