import type { PlanContent } from '../../core/plan/plan-content.ts';
import type { EditableItem, EditableWords } from '../../core/roundtrip/editable-plan.ts';
import type { EditedDocument, ExportMark } from '../../core/roundtrip/edited-document.ts';
import type { EditBase } from '../../core/roundtrip/find-edits.ts';
import type { FoundEdits, Proposal } from '../../core/roundtrip/proposal.ts';
import type { ProposalState } from '../../core/roundtrip/standing.ts';
import type { Result } from '../../core/shared/result.ts';
import type { IncomingFile, ReadRefusal } from '../reading/ports.ts';
import type { VersionedWrite } from '../store.ts';

/** A plan to be written for editing in a word processor. */
export interface EditableFile {
  readonly title: string;
  readonly language: 'sv-SE' | 'en-GB';
  /** `#rrggbb`. */
  readonly themeColour: string;
  readonly mark: ExportMark;
  readonly items: readonly EditableItem[];
}

/** Word files for editing, out and in. Reading and comparing happen apart from the calling process, with a limit on time and memory. */
export interface WordFiles {
  /** The same plan gives the same bytes. */
  write(file: EditableFile): Uint8Array;
  /** Refuses with plain data and keeps nothing. */
  read(file: IncomingFile): Promise<Result<EditedDocument, ReadRefusal | { readonly kind: 'not-a-word-file' }>>;
  /** Every edit of what was read against what it was made from. */
  compare(
    base: EditBase,
    document: EditedDocument,
  ): Promise<Result<FoundEdits, Extract<ReadRefusal, { kind: 'too-slow' | 'too-much-memory' }>>>;
}

/** What a file for editing was made from, kept so that what comes back is compared with that and nothing else. */
export interface WordExport {
  readonly planId: string;
  /** SHA-256 of `hashedText`, lower-case hex: the same content is kept once. */
  readonly contentHash: string;
  readonly content: PlanContent;
  readonly words: EditableWords;
  readonly madeAt: Date;
  readonly madeBy: string | null;
}

/** A file that came back, as a list shows it. */
export interface EditedFileView {
  readonly id: string;
  readonly planId: string;
  /** Cleaned: no path, no control characters. */
  readonly fileName: string;
  readonly sha256: string;
  readonly receivedAt: Date;
  readonly receivedByName: string | null;
  readonly proposals: number;
  readonly open: number;
}

/** What was found in a file beside its proposals. */
export interface FoundBeside extends Omit<FoundEdits, 'proposals'> {
  /** The program that saved it, as it says; null where it does not. */
  readonly program: string | null;
}

/** A proposal as it is kept. */
export interface StoredProposal {
  /** From 0, in the order of the file. */
  readonly position: number;
  readonly proposal: Proposal;
  readonly state: ProposalState;
  readonly decidedAt: Date | null;
  readonly decidedByName: string | null;
  /** The block that a taken addition became; null for others. */
  readonly resultId: string | null;
  readonly rowVersion: number;
}

/** A file that came back, with all that was found in it. */
export interface EditedFile extends EditedFileView {
  /** What the proposals are against. */
  readonly base: WordExport;
  /** False when the base is not what the file was made from, only the plan as it was when the file came. */
  readonly baseKnown: boolean;
  readonly beside: FoundBeside;
  readonly list: readonly StoredProposal[];
}

/** A file to be kept as it came, with what was found in it. */
export interface NewEditedFile {
  readonly id: string;
  readonly planId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly contentHash: string;
  readonly baseKnown: boolean;
  readonly beside: FoundBeside;
  readonly proposals: readonly Proposal[];
  readonly receivedAt: Date;
  readonly receivedBy: string;
}

/** Reads files for editing. Nothing is filtered by permission here. */
export interface RoundtripReader {
  /** By the plan and the first 32 signs of the hash, or all of it; null when no such export is kept. */
  getWordExport(municipality: string, planId: string, contentHash: string): Promise<WordExport | null>;
  /** The latest first. */
  listEditedFiles(municipality: string, planId: string): Promise<EditedFileView[]>;
  /** With base and proposals; one query whatever the size. */
  getEditedFile(municipality: string, planId: string, id: string): Promise<EditedFile | null>;
}

/** One person's word on a proposal. */
export interface ProposalDecision {
  readonly fileId: string;
  readonly position: number;
  readonly rowVersion: number;
  readonly state: Exclude<ProposalState, 'open'>;
  readonly resultId: string | null;
  readonly decidedAt: Date;
  readonly decidedBy: string;
}

/** Writes files for editing. */
export interface RoundtripWriter {
  /** Keeps an export; does nothing when the same content is kept already. Gives whether it was new. */
  keepWordExport(municipality: string, made: WordExport): Promise<boolean>;
  /** Adds a file with its proposals. The plan is held, and the same file has not come before (throws otherwise). */
  addEditedFile(municipality: string, file: NewEditedFile): Promise<void>;
  /** Decides open proposals against the versions that were read, all or none of them; in one statement. */
  decideProposals(municipality: string, decisions: readonly ProposalDecision[]): Promise<VersionedWrite<null>>;
}
