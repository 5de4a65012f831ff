/** A reply with its remarks, as the open plan format gives them. */
export interface AnsweredReply {
  readonly body: string;
  readonly remarks: readonly { readonly text: string; readonly handling: string | null }[];
}

/** An adopted measure. `number` is the document's own label; null where it has none. */
export interface AdoptedMeasure {
  readonly number: string | null;
  readonly text: string;
}

/** A run of words in a comparison; `same` stands in both texts. Joined by one space, `same` + `removed` rebuild the promised words and `same` + `added` the adopted ones. */
export interface WordRun {
  readonly kind: 'same' | 'removed' | 'added';
  readonly words: string;
}

/**
 * A wording that a handling promised, set against the plan. `replyIndex`, `remarkIndex` and `measureIndex` are places in
 * the lists given. `measureIndex` is null where no measure could be told, and then `outcome` is 'measure-unknown'.
 */
export interface PromisedWording {
  readonly body: string;
  readonly replyIndex: number;
  readonly remarkIndex: number;
  /** The promised words as quoted, without their quotation marks. */
  readonly promised: string;
  /** Where the quotation stands: in the handling itself, or in the remark that the handling follows. */
  readonly quotedIn: 'handling' | 'remark';
  readonly measureIndex: number | null;
  readonly outcome: 'kept' | 'differs' | 'measure-unknown';
  /** Word by word from promised to adopted; empty unless `outcome` is 'differs'. */
  readonly difference: readonly WordRun[];
}

/** The words by which a promise is known; settings, like all words of a municipality's documents. Lower case. */
export interface PromiseWords {
  /** Stands before a quotation that is the new wording. */
  readonly wording: readonly string[];
  /** Says in a handling that the remark's own proposal is followed. */
  readonly following: readonly string[];
}

/** The field's common words in Swedish. */
export const swedishPromiseWords: PromiseWords = {
  wording: [
    'lyder',
    'lydelse',
    'lydelsen',
    'formuleras',
    'formuleringen',
    'ändras till',
    'omformuleras',
    'skrivas',
    'skrivs om',
  ],
  following: [
    'enlighet med yttrandet',
    'enlighet med synpunkten',
    'enlighet med förslaget',
    'enligt förslaget',
    'enligt yttrandet',
  ],
};
