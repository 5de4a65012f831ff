import type { SourceDocument } from '../../core/document/source-document.ts';
import type { Finding } from '../../core/exchange/open-plan.ts';
import type { PlanReading } from '../../core/exchange/plan-reading.ts';
import type { Body } from '../../core/organisation/body.ts';
import type { PlanWords } from '../../core/plan/words.ts';
import { withOwnWords } from '../../core/reading/own-words.ts';
import { type ReadAs, type ReadingRefusal, readPlan } from '../../core/reading/read-plan.ts';
import { defaultVocabulary } from '../../core/reading/vocabulary.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import { lintReading } from '../lint/lint-reading.ts';
import type { RuleGrade } from '../lint/ports.ts';
import type { WordRule } from '../organisation/ports.ts';
import type { IncomingFile, ReadRefusal, SourceReader } from './ports.ts';

/** What is known when a file is read: the register, the municipality's rules, and what the file is said to be. */
export interface ReadPlanFileOptions {
  /** The kind of document; null to find out from what it contains. */
  readonly as: ReadAs | null;
  readonly bodies: readonly Body[];
  /** The municipality's own words for the parts of its plans; null when no municipality is known. */
  readonly words: PlanWords | null;
  readonly wordRules: readonly WordRule[];
  readonly ruleGrades: readonly RuleGrade[];
  /** Language of the findings' messages. */
  readonly language: 'sv' | 'en';
}

/** A file that has been read: where it had a text, the text; and what it was understood as, findings included. */
export interface ReadPlanFile {
  readonly source: SourceDocument | null;
  readonly reading: PlanReading;
}

/** Reads a file, gives it meaning and looks it over. Stores nothing. */
export function readPlanFile({ reader }: { reader: SourceReader }) {
  return async (
    file: IncomingFile,
    options: ReadPlanFileOptions,
  ): Promise<Result<ReadPlanFile, ReadRefusal | ReadingRefusal>> => {
    const read = await reader.read(file);
    if (!read.ok) return read;
    if (read.value.kind === 'open-plan') {
      const bare = { plan: read.value.plan, places: {}, doubts: [], sourceFacts: [] };
      return ok({ source: null, reading: withFindings(bare, null, options) });
    }
    const source = read.value.document;
    const vocabulary = withOwnWords(defaultVocabulary(options.bodies), options.words);
    const understood = readPlan(source, vocabulary, options.as);
    return understood.ok ? ok({ source, reading: withFindings(understood.value, source, options) }) : understood;
  };
}

function withFindings(reading: PlanReading, source: SourceDocument | null, options: ReadPlanFileOptions): PlanReading {
  const findings: Finding[] = [
    ...reading.plan.findings,
    ...lintReading(reading, source, { ...options, answers: null }),
  ];
  return { ...reading, plan: { ...reading.plan, findings } };
}
