import type { DocumentLanguage } from './missing-text.ts';

/** Words of a document that are the same in every municipality. */
export interface DocumentLabels {
  readonly fact: string;
  readonly value: string;
  readonly documentType: string;
  readonly registrationNumber: string;
  readonly decisionMaker: string;
  readonly documentOwner: string;
  readonly period: string;
  readonly date: string;
  readonly contents: string;
  readonly page: string;
  readonly number: string;
  readonly relatedDocuments: string;
  readonly abbreviations: string;
  readonly abbreviation: string;
  readonly meaning: string;
  readonly memo: string;
  readonly proposedDecision: string;
  readonly attachments: string;
  readonly consultation: string;
  readonly withRemarks: string;
  readonly approving: string;
  readonly abstaining: string;
  readonly noAnswer: string;
  readonly remarksAndHandling: string;
  readonly body: string;
  readonly remarks: string;
  readonly handling: string;
}

const swedish: DocumentLabels = {
  fact: 'Uppgift',
  value: 'Värde',
  documentType: 'Dokumenttyp',
  registrationNumber: 'Diarienummer',
  decisionMaker: 'Beslutsfattare',
  documentOwner: 'Dokumentansvarig',
  period: 'Giltighetsperiod',
  date: 'Datum',
  contents: 'Innehåll',
  page: 'Sida',
  number: 'Nr',
  relatedDocuments: 'Relaterade dokument',
  abbreviations: 'Förkortningar',
  abbreviation: 'Förkortning',
  meaning: 'Betydelse',
  memo: 'Tjänsteskrivelse',
  proposedDecision: 'Förslag till beslut',
  attachments: 'Beslutsunderlag',
  consultation: 'Remissammanställning',
  withRemarks: 'Inkomna yttranden med synpunkter',
  approving: 'Inkomna yttranden som tillstyrker utan synpunkter',
  abstaining: 'Avstod från att lämna yttrande',
  noAnswer: 'Inget svar',
  remarksAndHandling: 'Synpunkter och hantering',
  body: 'Remissinstans',
  remarks: 'Synpunkter',
  handling: 'Hantering av synpunkter',
};

const english: DocumentLabels = {
  fact: 'Item',
  value: 'Value',
  documentType: 'Document type',
  registrationNumber: 'Registration number',
  decisionMaker: 'Decided by',
  documentOwner: 'Document owner',
  period: 'Period',
  date: 'Date',
  contents: 'Contents',
  page: 'Page',
  number: 'No.',
  relatedDocuments: 'Related documents',
  abbreviations: 'Abbreviations',
  abbreviation: 'Abbreviation',
  meaning: 'Meaning',
  memo: 'Memo',
  proposedDecision: 'Proposed decision',
  attachments: 'Documents for the decision',
  consultation: 'Compiled consultation',
  withRemarks: 'Replies with remarks',
  approving: 'Replies that approve without remarks',
  abstaining: 'Abstained from replying',
  noAnswer: 'No answer',
  remarksAndHandling: 'Remarks and handling',
  body: 'Body',
  remarks: 'Remarks',
  handling: 'Handling of remarks',
};

/** The fixed words of a document in one language. */
export function documentLabels(language: DocumentLanguage): DocumentLabels {
  return language === 'sv' ? swedish : english;
}
