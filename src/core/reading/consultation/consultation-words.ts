/** What a column of a table of replies holds. */
export type ColumnRole = 'body' | 'remark' | 'handling' | 'decision' | 'reference' | 'date';

/** Which list of the compilation a body stands in. */
export type AnswerList = 'withRemarks' | 'approving' | 'abstaining' | 'noAnswer';

/**
 * The words by which a compiled consultation is read. All are settings of the municipality. An entry is written in lower
 * case and fits where a word of the text begins with it ("synpunkt" fits "Synpunkter"); entries of four letters or
 * fewer must stand as a whole word.
 */
export interface ConsultationWords {
  /** Column headings. `clear` words decide; `possible` words are used only for a role that no clear word took. */
  readonly columns: Readonly<
    Record<ColumnRole, { readonly clear: readonly string[]; readonly possible: readonly string[] }>
  >;
  /** Headings and decisions that tell how a body answered; the longest fitting entry wins. */
  readonly lists: Readonly<Record<AnswerList, readonly string[]>>;
  /** First words of a heading that gathers bodies (nämnder, bolag …) and is no body itself. */
  readonly groups: readonly string[];
  /** Last words of a body's name, by which names that stand in a row are told apart. */
  readonly bodyEndings: readonly string[];
  /** What stands in a cell that holds nothing. */
  readonly nothing: readonly string[];
  /** A remark that only agrees. */
  readonly agreeing: readonly string[];
  /** A remark that asks for something. */
  readonly asking: readonly string[];
  /** How an answer to a remark speaks. */
  readonly answering: readonly string[];
  /** A paragraph with such a word is completed by the next one. */
  readonly announcing: readonly string[];
  /** A paragraph that begins so continues the one before. */
  readonly continuing: readonly string[];
  /** A remark that begins so adds to the one before and may share its answer. */
  readonly adding: readonly string[];
  /** Stands beside a registration number. */
  readonly registrationLabels: readonly string[];
  /** Words of the compilation's own title. */
  readonly title: readonly string[];
}

/** The field's common words in Swedish; the starting point for a municipality's own settings. Source: spec/practice.md, "Remiss". */
export const swedishConsultationWords: ConsultationWords = {
  columns: {
    body: {
      clear: [
        'instans',
        'remissinstans',
        'remissorgan',
        'svarande',
        'avsändare',
        'lämnat av',
        'yttrande från',
        'svar från',
        'body',
      ],
      possible: [
        'nämnd',
        'bolag',
        'organisation',
        'förvaltning',
        'styrelse',
        'part',
        'aktör',
        'civilsamhälle',
        'förening',
      ],
    },
    remark: {
      clear: [
        'synpunkt',
        'yttrande',
        'remissvar',
        'inkommet svar',
        'kommentarer och synpunkter',
        'inlämnad kommentar',
        'remark',
      ],
      possible: ['kommentar', 'förslag', 'innehåll', 'svar', 'sammanfattning', 'motivering'],
    },
    handling: {
      clear: [
        'hantering',
        'åtgärd',
        'bemötande',
        'bedömning',
        'svar på synpunkt',
        'förvaltningens',
        'kontorets',
        'kommunens kommentar',
        'kommunledningskontorets',
        'beredningens',
        'så har vi',
        'hänsyn',
        'handling of',
      ],
      possible: ['kommentar', 'ställningstagande', 'svar', 'resultat', 'ändring', 'justering'],
    },
    decision: {
      clear: ['beslut', 'tillstyrker', 'avstyrker', 'tillstyrkan', 'inställning'],
      possible: ['ställningstagande', 'svar', 'typ'],
    },
    reference: {
      clear: ['område', 'avsnitt', 'kapitel', 'sida', 'avser', 'del av', 'insats', 'målområde', 'rubrik', 'gäller'],
      possible: ['del', 'mål', 'nr'],
    },
    date: { clear: ['beslutsdag', 'beslutsdatum', 'datum', 'inkom', 'paragraf', '§'], possible: ['dag', 'tid'] },
  },
  lists: {
    withRemarks: [
      'med synpunkter',
      'har synpunkter',
      'lämnat synpunkter',
      'med kommentar',
      'med förslag',
      'med undantag',
      'avstyrk',
      'with remarks',
    ],
    approving: [
      'tillstyrk',
      'utan synpunkter',
      'utan kommentar',
      'utan erinran',
      'utan anmärkning',
      'inga synpunkter',
      'ingen erinran',
      'inget att erinra',
      'ingenting att erinra',
      'godkän',
      'without remarks',
    ],
    abstaining: [
      'avstod',
      'avstår',
      'avstått',
      'avstå från',
      'avböj',
      'inte yttra',
      'ej yttra',
      'avstår från att lämna synpunkter',
      'abstain',
    ],
    noAnswer: [
      'inget svar',
      'ej svar',
      'inte svar',
      'har inte svarat',
      'svar saknas',
      'ej inkommit',
      'inte inkommit',
      'ej besvarat',
      'inte besvarat',
      'inte lämnat',
      'ej lämnat',
      'uteblivet',
      'uteblivna',
      'no answer',
    ],
  },
  groups: [
    'nämnder',
    'styrelser',
    'stadsdelsnämnder',
    'bolag',
    'kommunala bolag',
    'helägda bolag',
    'bolagen',
    'nämnderna',
    'civilsamhälle',
    'organisationer',
    'intresseorganisationer',
    'föreningar',
    'stiftelser',
    'myndigheter',
    'förvaltningar',
    'råd och',
    'kommunala råd',
    'externa',
    'interna',
    'övriga',
    'fackliga',
    'politiska partier',
    'partier',
    'regioner',
    'kommuner',
    'privatpersoner',
    'näringsliv',
  ],
  bodyEndings: [
    'nämnden',
    'nämnd',
    'styrelsen',
    'styrelse',
    'ab',
    'aktiebolag',
    'bolaget',
    'förvaltningen',
    'kontoret',
    'rådet',
    'förbundet',
    'föreningen',
    'myndigheten',
    'beredningen',
    'ombudet',
    'nämndens',
  ],
  nothing: ['-', '–', '—', 'inga', 'ingen', 'inget', 'saknas', '.'],
  agreeing: [
    'ställer sig positiv',
    'är positiv',
    'ser positivt',
    'positivt att',
    'tillstyrker',
    'stödjer',
    'stöder',
    'välkomnar',
    'instämmer',
    'ställer sig bakom',
    'delar bedömning',
    'inga synpunkter',
    'inget att erinra',
    'ingen erinran',
    'godkänner',
  ],
  asking: [
    'föreslår',
    'förslag på',
    'vill',
    'anser att',
    'anser dock',
    'bör',
    'borde',
    'önskar',
    'saknar',
    'saknas',
    'efterlys',
    'efterfråg',
    'behov av',
    'behöver',
    'förtydlig',
    'men',
    'dock',
    'betonar',
    'överväg',
    'lyfter',
    'ändra',
    'läggs till',
    'komplettera',
    'avstyrker',
    'stryk',
    'viktigt att',
    'ifrågasätt',
    'undrar',
    'oklart',
    'otydlig',
    'tydligare',
    'menar',
  ],
  answering: [
    'handlingsplanen',
    'planen',
    'programmet',
    'åtgärden',
    'åtgärderna',
    'insatsen',
    'texten',
    'synpunkten',
    'önskemålet',
    'förslaget',
    'yttrandet',
    'tillgodose',
    'omhänderta',
    'beakta',
    'justera',
    'revidera',
    'kompletter',
    'förtydligas',
    'tillägget',
    'syftet',
    'ligger utanför',
    'ingår i',
    'framgår',
    'regleras',
    'anses',
    'bedöms',
    'noteras',
    'hanteras',
    'omfattas',
    'det förutsätts',
    'refererar',
    'redogör',
    'ansvaret',
  ],
  announcing: ['nedanstående', 'enligt nedan', 'nedan'],
  continuing: [
    'eftersom',
    'detta',
    'denna',
    'dessa',
    'därför',
    'därmed',
    'motivering',
    'skälet',
    'skälen',
    'anledningen',
    'således',
    'vidare motivering',
  ],
  adding: ['dessutom', 'även', 'likaså', 'också', 'därtill', 'därutöver'],
  registrationLabels: ['diarienummer', 'dnr', 'diarienr'],
  title: [
    'sammanställning',
    'remissammanställning',
    'samrådsredogörelse',
    'remissredogörelse',
    'inkomna remissvar',
    'compiled consultation',
  ],
};
