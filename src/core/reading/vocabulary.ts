import type { Body } from '../organisation/body.ts';
import { swedishConsultationWords } from './consultation/consultation-words.sv.ts';
import type { ConsultationWords } from './consultation/consultation-words.ts';

/**
 * The words by which a plan is recognised. All are settings that a municipality can change; the defaults are the
 * field's common words. Given in lower case and in their basic form: inflections (åtgärd, åtgärder, åtgärden) are
 * understood by the reader. A phrase of several words is matched word by word.
 */
export interface ReadingVocabulary {
  /** Words for an area (målområde, fokusområde …). */
  readonly area: readonly string[];
  /** Words that name an area only where a number follows (område 1 …), since they also stand in other headings. */
  readonly numberedArea: readonly string[];
  /** Words for an objective (prioriterade delmål, mål …). */
  readonly objective: readonly string[];
  /** Words for a measure (åtgärd, insats, aktivitet …). */
  readonly measure: readonly string[];
  /** Words for an indicator. */
  readonly indicator: readonly string[];
  /** Words for the role that coordinates or answers first (samordnare, samordningsansvar, ansvarig …). */
  readonly coordinator: readonly string[];
  /** Words for the role that takes part (delansvarig, ansvar beside a coordinator, deltar, medverkande …). */
  readonly coResponsible: readonly string[];
  /** Words for the role that only gives support (övrig medverkan, med stöd av …). */
  readonly supporting: readonly string[];
  /** Words for the time of a measure (tidplan, klart, slutår …). */
  readonly due: readonly string[];
  /** Words of a compiled consultation: its columns, answers and groups. */
  readonly consultation: ConsultationWords;
  /** Words for columns and fields that a measure may have beside these, known so that they are never taken for text. */
  readonly otherField: readonly string[];
  /** Words between bodies that make those that follow take part ("med stöd av", "i samverkan med"). */
  readonly withSupport: readonly string[];
  /** Headings of the list of related documents. */
  readonly related: readonly string[];
  /** Headings of a list of abbreviations, and of its columns. */
  readonly abbreviations: readonly string[];
  /** Headings of a table of contents. */
  readonly contents: readonly string[];
  /** First words of headings that sections outside the areas commonly have (inledning, syfte, uppföljning …). */
  readonly section: readonly string[];
  /** Names of a memo as a kind of document (tjänsteskrivelse), which stand above it as its heading. */
  readonly memoTitle: readonly string[];
  /** Headings of a memo's proposed decision. */
  readonly proposedDecision: readonly string[];
  /** Headings of a memo's list of attachments. */
  readonly attachments: readonly string[];
  /** Headings that only a memo has (ärendet, föredragning …). */
  readonly memoSection: readonly string[];
  /** Labels of the title page, each for one field of the plan. */
  readonly labels: {
    readonly registrationNumber: readonly string[];
    readonly decisionMaker: readonly string[];
    readonly documentOwner: readonly string[];
    readonly period: readonly string[];
    readonly title: readonly string[];
    /** Labels whose values have no field in the open format (datum, handläggare …). */
    readonly other: readonly string[];
  };
  /** Ways in which the name of an organ ends (nämnd, styrelse, bolag …). */
  readonly bodyEnding: readonly string[];
  /** The bodies that the municipality knows; may be empty, since a first import comes before the register. */
  readonly bodies: readonly Body[];
}

/**
 * The field's common Swedish words, and the words of a document of ours in English, so that it can be read again; no
 * municipality's own words or names.
 */
export function defaultVocabulary(bodies: readonly Body[] = []): ReadingVocabulary {
  return {
    area: [
      'målområde',
      'fokusområde',
      'insatsområde',
      'åtgärdsområde',
      'utvecklingsområde',
      'prioriterat område',
      'area',
    ],
    numberedArea: ['område'],
    objective: ['delmål', 'mål', 'målsättning', 'effektmål', 'inriktningsmål', 'strategi', 'önskat läge', 'objective'],
    measure: ['åtgärd', 'insats', 'aktivitet', 'utvecklingsuppdrag', 'uppdrag', 'föreslagen åtgärd', 'measure'],
    indicator: ['indikator', 'nyckeltal', 'mått', 'uppföljningsmått', 'indicator'],
    coordinator: [
      'samordnare',
      'samordningsansvar',
      'samordningsansvarig',
      'samordnande',
      'huvudansvar',
      'huvudansvarig',
      'ansvarig',
      'ansvar',
      'utförare',
      'coordinator',
    ],
    coResponsible: [
      'delansvarig',
      'delansvar',
      'medansvarig',
      'ansvarig',
      'ansvar',
      'deltar',
      'deltagare',
      'medverkande',
      'medverkar',
      'medverkan',
      'berörd',
      'i samverkan med',
      'i samarbete med',
      'samverkan',
      'samverkar med',
      'samarbetspart',
      'samverkanspart',
      'samverkansaktör',
      'stöd',
      'co responsible',
    ],
    supporting: ['övrig medverkan', 'övriga medverkande', 'med stöd av', 'stödjande', 'supporting'],
    due: [
      'tidplan',
      'tidsplan',
      'tid',
      'tidpunkt',
      'tidsperiod',
      'klart',
      'klar',
      'slutår',
      'slutdatum',
      'när',
      'år',
      'due year',
    ],
    otherField: [
      'förväntat resultat',
      'förväntad effekt',
      'målgrupp',
      'uppföljning',
      'kommentar',
      'status',
      'syfte',
      'beskrivning',
      'motivering',
      'bakgrund',
      'finansiering',
      'kostnad',
      'resurs',
      'prioritet',
      'prioritering',
      'resultat',
      'effekt',
      'utgångsvärde',
      'basvärde',
      'målvärde',
      'källa',
      'budget',
    ],
    withSupport: [
      'med stöd av',
      'i samverkan med',
      'i samarbete med',
      'i samråd med',
      'tillsammans med',
      'med hjälp av',
    ],
    related: [
      'relaterade dokument',
      'relaterade styrdokument',
      'relaterade styrande dokument',
      'koppling till andra styrdokument',
      'koppling till andra styrande dokument',
      'anslutande dokument',
      'related document',
    ],
    abbreviations: ['förkortning', 'förkortning och förklaring', 'lista över förkortningar', 'abbreviation'],
    contents: ['innehåll', 'innehållsförteckning', 'contents'],
    section: [
      'inledning',
      'bakgrund',
      'syfte',
      'omfattning',
      'avgränsning',
      'ansvar',
      'genomförande',
      'spridning',
      'implementering',
      'uppföljning',
      'utvärdering',
      'revidering',
      'giltighetstid',
      'definition',
      'begrepp',
      'utgångspunkt',
      'målgrupp',
      'organisation',
      'ekonomi',
      'finansiering',
      'målens',
      'planens',
      'så',
    ],
    memoTitle: ['tjänsteskrivelse', 'memo'],
    proposedDecision: [
      'förslag till beslut',
      'förslag till kommunstyrelsen',
      'förslag till kommunfullmäktige',
      'proposed decision',
    ],
    attachments: ['beslutsunderlag', 'bilagor', 'underlag för beslut', 'documents for the decision'],
    memoSection: [
      'ärendet',
      'sammanfattning',
      'beredning',
      'föredragning',
      'ekonomiska konsekvenser',
      'ärendebeskrivning',
      'beskrivning av ärendet',
      'konsekvenser',
      'beslutsmotivering',
    ],
    consultation: swedishConsultationWords,
    labels: {
      registrationNumber: ['diarienummer', 'dnr', 'diarienr', 'ärendenummer', 'registration number'],
      decisionMaker: [
        'beslutsfattare',
        'beslutad av',
        'beslutande organ',
        'beslutsinstans',
        'antagen av',
        'fastställd av',
        'decided by',
      ],
      documentOwner: [
        'dokumentansvarig',
        'dokumentägare',
        'ansvarig för dokumentet',
        'dokumentansvarig tjänsteperson',
        'document owner',
      ],
      period: ['giltighetstid', 'gäller för perioden', 'giltig', 'gäller', 'planperiod', 'period', 'giltighetsperiod'],
      title: ['dokumentnamn', 'dokumentets namn', 'dokumenttitel'],
      other: [
        'datum',
        'handläggare',
        'uppgift',
        'värde',
        'dokumentsort',
        'dokumenttyp',
        'senast reviderad',
        'gäller för',
        'bilagor',
        'datum och paragraf för beslutet',
        'version',
        'reviderad',
        'telefon',
        'e-post',
        'date',
        'item',
        'value',
        'document type',
      ],
    },
    bodyEnding: [
      'nämnd',
      'styrelse',
      'bolag',
      'förvaltning',
      'kontor',
      'råd',
      'fullmäktige',
      'utskott',
      'myndighet',
      'förbund',
      'avdelning',
      'koncern',
    ],
    bodies,
  };
}
