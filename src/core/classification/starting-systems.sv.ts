/** A version that comes with the program. Without values where the wordings could not be checked: then the municipality writes them. */
export interface StartingVersion {
  readonly label: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly source: string;
  readonly note: string;
  readonly values: readonly (readonly [code: string, name: string])[];
}

/** A system that a municipality can take in and then change as its own. */
export interface StartingSystem {
  readonly key: string;
  readonly name: string;
  readonly versions: readonly StartingVersion[];
}

const open = { validFrom: null, validTo: null, source: '', note: '' } as const;

/** The systems that come with the program, in Swedish. */
export const startingSystems: readonly StartingSystem[] = [
  {
    key: 'prevention-level',
    name: 'Förebyggande nivå',
    versions: [
      {
        ...open,
        label: 'Tre nivåer',
        values: [
          ['universell', 'Universell: riktas till alla'],
          ['selektiv', 'Selektiv: riktas till grupper med förhöjd risk'],
          ['indikativ', 'Indikativ: riktas till dem där det redan finns problem'],
        ],
      },
    ],
  },
  {
    key: 'target-group',
    name: 'Målgrupp',
    versions: [
      {
        ...open,
        label: 'Grundlista',
        note: 'En början. Byt mot de grupper som kommunens planer talar om.',
        values: [
          ['barn', 'Barn'],
          ['unga', 'Unga'],
          ['vuxna', 'Vuxna'],
          ['äldre', 'Äldre'],
          ['föräldrar', 'Föräldrar och vårdnadshavare'],
          ['medarbetare', 'Kommunens medarbetare'],
          ['civilsamhälle', 'Civilsamhället'],
          ['näringsliv', 'Näringslivet'],
          ['allmänhet', 'Allmänheten'],
        ],
      },
    ],
  },
  {
    key: 'vulnerable-group',
    name: 'Grupp med särskild utsatthet',
    versions: [
      {
        ...open,
        label: 'Grundlista',
        note: 'En början. Byt mot de grupper som kommunens planer talar om.',
        values: [
          ['barn', 'Barn'],
          ['äldre', 'Äldre personer'],
          ['funktionsnedsättning', 'Personer med funktionsnedsättning'],
          ['hbtqi', 'Hbtqi-personer'],
          ['missbruk', 'Personer med missbruk eller beroende'],
          ['hederskontext', 'Personer som lever i hederskontext'],
          ['migration', 'Personer som nyligen har kommit till Sverige'],
          ['minoriteter', 'Personer som tillhör en nationell minoritet'],
        ],
      },
    ],
  },
  {
    key: 'gender-equality-goals',
    name: 'Nationella jämställdhetspolitiska mål',
    versions: [
      {
        label: 'Sex delmål',
        validFrom: '2016-11-17',
        validTo: null,
        source: 'Regeringens skrivelse 2016/17:10',
        note: 'Målen formulerades om i september 2025. Skriv sista dagen för den här versionen när den nya är inskriven.',
        values: [
          ['1', 'En jämn fördelning av makt och inflytande'],
          ['2', 'Ekonomisk jämställdhet'],
          ['3', 'Jämställd utbildning'],
          ['4', 'En jämn fördelning av det obetalda hem- och omsorgsarbetet'],
          ['5', 'Jämställd hälsa'],
          ['6', 'Mäns våld mot kvinnor ska upphöra'],
        ],
      },
      {
        label: 'Omformulerade i september 2025',
        validFrom: null,
        validTo: null,
        source: '',
        note: 'Ordalydelsen har inte kunnat kontrolleras och följer därför inte med programmet. Skriv in målen, första dagen och källan. Skriv sist på varje rad vilket tidigare mål det kommer i stället för.',
        values: [],
      },
    ],
  },
  {
    key: 'agenda-2030',
    name: 'Agenda 2030',
    versions: [
      {
        label: 'De 17 globala målen',
        validFrom: '2015-09-25',
        validTo: null,
        source: 'FN:s generalförsamling, resolution 70/1',
        note: 'Målens korta namn på svenska.',
        values: [
          ['1', 'Ingen fattigdom'],
          ['2', 'Ingen hunger'],
          ['3', 'God hälsa och välbefinnande'],
          ['4', 'God utbildning för alla'],
          ['5', 'Jämställdhet'],
          ['6', 'Rent vatten och sanitet för alla'],
          ['7', 'Hållbar energi för alla'],
          ['8', 'Anständiga arbetsvillkor och ekonomisk tillväxt'],
          ['9', 'Hållbar industri, innovationer och infrastruktur'],
          ['10', 'Minskad ojämlikhet'],
          ['11', 'Hållbara städer och samhällen'],
          ['12', 'Hållbar konsumtion och produktion'],
          ['13', 'Bekämpa klimatförändringarna'],
          ['14', 'Hav och marina resurser'],
          ['15', 'Ekosystem och biologisk mångfald'],
          ['16', 'Fredliga och inkluderande samhällen'],
          ['17', 'Genomförande och globalt partnerskap'],
        ],
      },
    ],
  },
];
