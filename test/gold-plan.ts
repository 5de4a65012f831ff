import { readFileSync } from 'node:fs';
import type { OpenConsultation, OpenMemo, OpenPlan } from '../src/core/exchange/open-plan.ts';
import { inputPath } from './inputs.ts';

interface GoldMeasure {
  readonly nummer: string;
  readonly text: string;
  readonly samordnare: string | null;
  readonly delansvariga: readonly string[];
  readonly slutar: number | null;
}

interface GoldArea {
  readonly nummer: number;
  readonly titel: string;
  readonly brodtext: readonly string[];
  readonly delmal: readonly string[];
  readonly atgarder: readonly GoldMeasure[];
  readonly indikatorer: readonly string[];
}

interface GoldCase {
  readonly meta: {
    readonly titel: string;
    readonly diarienummer: string;
    readonly beslutsfattare: string;
    readonly dokumentansvarig: string;
    readonly period: { readonly fran: number; readonly till: number };
    readonly forslag_till_beslut: readonly string[];
    readonly beslutsunderlag: readonly string[];
  };
  readonly tjansteskrivelse: {
    readonly arendet: readonly string[];
    readonly beredning: readonly string[];
    readonly foredragning: readonly string[];
    readonly foredragning_lista: readonly string[];
    readonly ekonomiska_konsekvenser: readonly string[];
  };
  readonly avsnitt: readonly {
    readonly rubrik: string;
    readonly stycken: readonly string[];
    readonly lista?: readonly string[];
  }[];
  readonly malomraden: readonly GoldArea[];
  readonly relaterade_dokument: readonly string[];
  readonly remiss: {
    readonly instanser: {
      readonly med_synpunkter: readonly string[];
      readonly tillstyrker_utan_synpunkter: readonly string[];
      readonly avstod: readonly string[];
    };
    readonly yttranden: readonly {
      readonly instans: string;
      readonly synpunkter: readonly { readonly text: string; readonly hantering: string | null }[];
    }[];
  };
}

function memoOf(gold: GoldCase): OpenMemo {
  const memo = gold.tjansteskrivelse;
  return {
    proposedDecision: gold.meta.forslag_till_beslut,
    sections: [
      { heading: 'Ärendet', paragraphs: memo.arendet },
      { heading: 'Beredning', paragraphs: memo.beredning },
      { heading: 'Föredragning', paragraphs: [...memo.foredragning, ...memo.foredragning_lista] },
      { heading: 'Ekonomiska konsekvenser', paragraphs: memo.ekonomiska_konsekvenser },
    ],
    attachments: gold.meta.beslutsunderlag,
  };
}

function consultationOf(gold: GoldCase): OpenConsultation {
  return {
    withRemarks: gold.remiss.instanser.med_synpunkter,
    approving: gold.remiss.instanser.tillstyrker_utan_synpunkter,
    abstaining: gold.remiss.instanser.avstod,
    noAnswer: [],
    replies: gold.remiss.yttranden.map((reply) => ({
      body: reply.instans,
      remarks: reply.synpunkter.map((remark) => ({ text: remark.text, handling: remark.hantering })),
    })),
  };
}

/**
 * The gold reading of the case in the open plan format: what a person read in the documents. The sentence under
 * "Åtgärder" that says when the measures are to be done has no place in the format and is left out.
 */
export function goldPlan(): OpenPlan {
  const gold: GoldCase = JSON.parse(readFileSync(inputPath('uppsala-2025-2028.gold.json'), 'utf8'));
  return {
    format: 'handlingskraft-plan/1',
    title: gold.meta.titel,
    registrationNumber: gold.meta.diarienummer,
    decisionMaker: gold.meta.beslutsfattare,
    documentOwner: gold.meta.dokumentansvarig,
    period: { from: gold.meta.period.fran, to: gold.meta.period.till },
    sections: gold.avsnitt.map((part) => ({
      heading: part.rubrik,
      paragraphs: [...part.stycken, ...(part.lista ?? [])],
    })),
    areas: gold.malomraden.map((area) => ({
      number: String(area.nummer),
      title: area.titel,
      text: area.brodtext,
      objectives: area.delmal,
      measures: area.atgarder.map((measure) => ({
        number: measure.nummer,
        text: measure.text,
        coordinator: measure.samordnare,
        coResponsible: measure.delansvariga,
        dueYear: measure.slutar,
      })),
      indicators: area.indikatorer,
    })),
    relatedDocuments: gold.relaterade_dokument,
    memo: memoOf(gold),
    consultation: consultationOf(gold),
    findings: [],
    unplaced: [],
  };
}
