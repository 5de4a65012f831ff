import type { MadeUpCompilation } from './lay-out.ts';

/** Three columns of lists; companies and associations, whose names are not doubled; no sign of where a page begins. */
const climate: MadeUpCompilation = {
  title: 'Sammanställning av remissvar över klimatplan för Lindby kommun',
  listHeadings: ['Svar med synpunkter', 'Svar utan synpunkter', 'Avstår från att svara'],
  lists: [
    [
      'Bygg- och miljönämnden',
      'Hyresgästföreningen Västra',
      'Lindby Energi AB',
      'Naturskyddsföreningen i Lindby',
      'Tekniska nämnden',
    ],
    ['Kultur- och fritidsnämnden', 'Lindby Bostäder AB', 'Överförmyndarnämnden'],
    ['Gymnasienämnden', 'Lindby Vatten & Avfall', 'Räddningstjänsten Mellansjö', 'Valnämnden'],
  ],
  listKinds: ['withRemarks', 'approving', 'abstaining'],
  listsInTurn: false,
  headings: 'Remissinstans Yttrande Förvaltningens bedömning',
  widths: { remark: 48, answer: 60 },
  pageMark: 'none',
  repeatsHeadings: false,
  replies: [
    {
      name: 'Bygg- och miljönämnden',
      pages: [
        {
          remarks: [
            'Nämnden är positiv till att kommunen tar fram en klimatplan.',
            'Nämnden föreslår att åtgärd 1.4 om solceller även omfattar skolornas tak, eftersom de utgör en stor del av kommunens takyta.',
            'Nämnden saknar en beskrivning av hur kommunens upphandling av livsmedel ska minska utsläppen.',
          ],
          answers: [
            'Förvaltningen delar uppfattningen att skolornas tak lämpar sig för solceller. Åtgärd 1.4 ändras så att skolorna nämns.',
            'Upphandling av livsmedel behandlas i kostpolicyn, som revideras under nästa år. Klimatplanen hänvisar dit.',
          ],
        },
      ],
      pairs: [
        [0, null],
        [1, 0],
        [2, 1],
      ],
    },
    {
      name: 'Hyresgästföreningen Västra',
      pages: [
        {
          remarks: [
            'Föreningen anser att hyresgästernas kostnader måste vägas in när husen energirenoveras. Erfarenheter från andra orter visar att hyrorna annars stiger kraftigt.',
            'Föreningen vill att laddplatser för elbilar byggs även i områden där få i dag har bil.',
          ],
          answers: [
            'Kostnader för boende prövas i varje renoveringsprojekt enligt bolagets riktlinjer. Planen reglerar inte hyror.',
            'Laddplatser byggs ut efter den kartläggning som gjordes i våras. Kartläggningen omfattar samtliga bostadsområden i kommunen och ses över vartannat år.',
          ],
        },
      ],
      pairs: [
        [0, 0],
        [1, 1],
      ],
    },
    {
      name: 'Lindby Energi AB',
      pages: [
        {
          remarks: [
            'Bolaget ser fram emot att bidra till planens mål om fossilfri fjärrvärme.',
            'Bolaget påpekar att målet om fossilfri fjärrvärme till 2028 kräver att en ny panna byggs, vilket inte ryms inom nuvarande investeringsram.',
          ],
          answers: [
            'Behovet av en ny panna hanteras i bolagets investeringsplan och i kommunens budgetarbete. Årtalet för målet ligger fast.',
          ],
        },
        {
          remarks: ['Bolaget önskar att ansvaret för energirådgivningen tydliggörs i planen.'],
          answers: [
            'Ansvaret för energirådgivningen ligger hos konsumentenheten. Texten under insatsområde 3 förtydligas.',
          ],
        },
      ],
      pairs: [
        [0, null],
        [1, 0],
        [2, 1],
      ],
    },
    {
      name: 'Naturskyddsföreningen i Lindby',
      pages: [
        {
          remarks: [
            'Föreningen välkomnar planen men anser att takten är för låg och att utsläppen behöver halveras redan till 2027.',
            'Föreningen efterlyser ett mål för hur mycket skogsmark som ska skyddas.',
            'Vi vill också att föreningslivet bjuds in till den årliga uppföljningen.',
          ],
          answers: [
            'Takten följer den koldioxidbudget som kommunfullmäktige har antagit. Någon ändring görs därför inte.',
            'Skydd av skogsmark ingår i naturvårdsprogrammet och lämnas utanför klimatplanen.',
            'Förvaltningen instämmer. Ett stycke om föreningslivets medverkan i uppföljningen har lagts till.',
          ],
        },
      ],
      pairs: [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
    },
    {
      name: 'Tekniska nämnden',
      pages: [
        {
          remarks: [
            'Tekniska nämnden tillstyrker planen.',
            'Nämnden anser att cykelvägarnas vinterväghållning bör få en egen åtgärd.',
            'Nämnden ifrågasätter att nämnden ensam pekas ut som ansvarig för åtgärd 4.2, då',
          ],
          answers: [
            'Vinterväghållning av cykelvägar läggs till som åtgärd 4.6.',
            'Ansvaret för åtgärd 4.2 delas mellan tekniska nämnden och kommunstyrelsen, som har',
          ],
        },
        {
          remarks: ['+även kommunstyrelsen äger fordon.'],
          answers: ['+hand om bilpoolen. Tabellen rättas.'],
        },
      ],
      pairs: [
        [0, null],
        [1, 0],
        [2, 1],
      ],
    },
  ],
};

/** Lists in turn; the remark column is the wider; names that the remark repeats; pages begin with an indent. */
export const youth: MadeUpCompilation = {
  title: 'Remissammanställning ungdomsprogram för Strandvik',
  listHeadings: ['Har lämnat synpunkter', 'Har inga synpunkter', 'Har avstått från att yttra sig'],
  lists: [
    [
      'Arbets- och näringslivsnämnden',
      'Barn- och utbildningsnämnden',
      'Elevrådet vid Strandskolan',
      'Socialnämnden',
      'Strandviks ungdomsråd',
    ],
    ['Kommunala pensionärsrådet', 'Miljönämnden'],
    ['Strandviks Hamn AB', 'Revisionen'],
  ],
  listKinds: ['withRemarks', 'approving', 'abstaining'],
  listsInTurn: true,
  headings: 'Nämnd eller organisation Synpunkt Bemötande',
  widths: { remark: 62, answer: 46 },
  pageMark: 'indent',
  repeatsHeadings: false,
  replies: [
    {
      name: 'Arbets- och näringslivsnämnden',
      group: 'Nämnder',
      pages: [
        {
          remarks: [
            'Arbets- och näringslivsnämnden ställer sig bakom programmet i stort.',
            'Arbets- och näringslivsnämnden föreslår att antalet feriejobb anges i programmet, så att målet går att följa upp.',
          ],
          answers: ['Antalet feriejobb beslutas i budgeten varje år och anges därför inte i programmet.'],
        },
      ],
      pairs: [
        [0, null],
        [1, 0],
      ],
    },
    {
      name: 'Barn- och utbildningsnämnden',
      pages: [
        {
          remarks: [
            'Barn- och utbildningsnämnden anser att skolans roll är otydlig i avsnittet om trygghet. Det framgår inte vem som kallar till möten när flera skolor är berörda.',
            'Nämnden vill stryka åtgärd 2.3 om läxhjälp, eftersom den redan bedrivs på alla högstadieskolor.',
            'Nämnden menar vidare att programmet bör omfatta unga till och med 25 år.',
          ],
          answers: [
            'Avsnittet om trygghet skrivs om. Rektor för den största skolan är sammankallande.',
            'Åtgärd 2.3 tas bort.',
            'Programmet gäller unga mellan 13 och 19 år enligt uppdraget från kommunfullmäktige. Unga vuxna omfattas av andra styrdokument.',
          ],
        },
        {
          remarks: ['Nämnden lyfter slutligen behovet av fler kuratorer.'],
          answers: ['Antalet kuratorer är en fråga för nämndens egen internbudget.'],
        },
      ],
      pairs: [
        [0, 0],
        [1, 1],
        [2, 2],
        [3, 3],
      ],
    },
    {
      name: 'Socialnämnden',
      pages: [
        {
          remarks: [
            'Socialnämnden efterfrågar en tydligare koppling till det brottsförebyggande rådets arbete.',
            'Socialnämnden noterar att fältassistenterna saknas i beskrivningen av vilka vuxna som möter unga på kvällar och helger.',
          ],
          answers: [
            'En hänvisning till rådets handlingsplan förs in i inledningen.',
            'Fältassistenterna har lagts till i beskrivningen, tillsammans med fritidsledarna och nattvandrarna.',
          ],
        },
      ],
      pairs: [
        [0, 0],
        [1, 1],
      ],
    },
    {
      name: 'Elevrådet vid Strandskolan',
      group: 'Organisationer',
      pages: [
        {
          remarks: [
            'Elevrådet tycker att ungdomsgården ska ha öppet även på söndagar.',
            'Elevrådet önskar billigare busskort under sommarlovet.',
          ],
          answers: [
            'Öppettiderna bestäms av kultur- och fritidsnämnden, som har fått del av önskemålet.',
            'Kollektivtrafikens priser beslutas av regionen. Kommunen kan inte ändra dem.',
          ],
        },
      ],
      pairs: [
        [0, 0],
        [1, 1],
      ],
    },
    {
      name: 'Strandviks ungdomsråd',
      pages: [
        {
          remarks: [
            'Strandviks ungdomsråd är glada över att unga har fått vara med och skriva programmet.',
            'Ungdomsrådet vill att programmet översätts till lättläst svenska.',
            'Dessutom bör programmet finnas som film.',
          ],
          answers: ['En lättläst version tas fram när programmet har antagits. Frågan om film prövas då.'],
        },
        {
          remarks: ['Ungdomsrådet anser att två av målen är svåra att mäta.'],
          answers: ['Målen 4 och 5 har fått indikatorer.'],
        },
      ],
      pairs: [
        [0, null],
        [1, 0],
        [2, 0],
        [3, 1],
      ],
    },
  ],
};

/** Two columns of lists; authorities and a church; form feeds, and headings that come again on every page. */
const accessibility: MadeUpCompilation = {
  title: 'Sammanställning av remissyttranden - tillgänglighetsplan',
  listHeadings: ['Yttranden med synpunkter', 'Yttranden som tillstyrker förslaget utan synpunkter'],
  lists: [
    [
      'Funktionsrätt Åsele',
      'Kollektivtrafikmyndigheten',
      'Samhällsbyggnadsnämnden',
      'Svenska kyrkan i Åsele',
      'Vård- och omsorgsnämnden',
    ],
    ['Fastighetsbolaget Åsele AB', 'Lantmäterimyndigheten', 'Polismyndigheten', 'Valnämnden', 'Åsele Folkets hus'],
  ],
  listKinds: ['withRemarks', 'approving'],
  listsInTurn: false,
  headings: 'Remissinstans Synpunkter Kommentarer till synpunkterna',
  widths: { remark: 40, answer: 52 },
  pageMark: 'form-feed',
  repeatsHeadings: true,
  replies: [
    {
      name: 'Funktionsrätt Åsele',
      pages: [
        {
          remarks: [
            'Funktionsrätt Åsele tillstyrker planen och uppskattar att den är skriven på ett begripligt språk.',
            'Funktionsrätt Åsele saknar en tidplan för när de offentliga toaletterna ska byggas om.',
            'Funktionsrätt Åsele vill att personer med kognitiva svårigheter uppmärksammas mer. Det gäller till exempel skyltning i vårdcentralens entré.',
          ],
          answers: [
            'Ombyggnaden av toaletterna sker i den ordning som framgår av bilaga 2. Ordningen kompletteras med årtal.',
            'Ett avsnitt om kognitiv tillgänglighet läggs till. Vårdcentralen drivs av regionen och tas inte upp.',
          ],
        },
      ],
      pairs: [
        [0, null],
        [1, 0],
        [2, 1],
      ],
    },
    {
      name: 'Kollektivtrafikmyndigheten',
      pages: [
        {
          remarks: [
            'Kollektivtrafikmyndigheten upplyser om att hållplatserna längs väg 90 byggs om 2027.',
            'Myndigheten anser att åtgärd 7 bör samordnas med den ombyggnaden.',
          ],
          answers: ['Åtgärd 7 flyttas till 2027 så att arbetet kan samordnas.'],
        },
        {
          remarks: ['Myndigheten avråder från ledstråk i gatsten, då de snabbt slits.'],
          answers: ['Synpunkten tas med i kommunens tekniska handbok. Planen går inte in på val av material.'],
        },
      ],
      pairs: [
        [0, null],
        [1, 0],
        [2, 1],
      ],
    },
    {
      name: 'Samhällsbyggnadsnämnden',
      pages: [
        {
          remarks: [
            'Nämnden bedömer att kostnaderna för enkelt avhjälpta hinder är underskattade.',
            'Nämnden föreslår att inventeringen av lekplatser görs av en konsult.',
          ],
          answers: [
            'Kostnaderna har räknats om efter nya anbud och uppgår nu till det dubbla.',
            'Hur inventeringen utförs avgörs av nämnden själv.',
          ],
        },
      ],
      pairs: [
        [0, 0],
        [1, 1],
      ],
    },
    {
      name: 'Svenska kyrkan i Åsele',
      pages: [
        {
          remarks: [
            'Svenska kyrkan välkomnar samarbetet kring hörselslingor.',
            'Svenska kyrkan önskar att kommunen och församlingen delar på en bärbar ramp.',
          ],
          answers: ['En bärbar ramp köps in under året och lånas ut av biblioteket.'],
        },
      ],
      pairs: [
        [0, null],
        [1, 0],
      ],
    },
    {
      name: 'Vård- och omsorgsnämnden',
      pages: [
        {
          remarks: [
            'Vård- och omsorgsnämnden vill att begreppet funktionsvariation byts mot funktionsnedsättning i hela dokumentet.',
            'Vård- och omsorgsnämnden anser att anhörigas behov behöver lyftas fram i kapitlet om bemötande, där de i dag knappt',
          ],
          answers: [
            'Begreppet byts ut.',
            'Kapitlet om bemötande riktar sig till anställda. Anhörigas behov beskrivs i den anhörigstrategi som',
          ],
        },
        {
          remarks: ['+nämns alls.', 'Nämnden undrar hur planen ska följas upp.'],
          answers: ['+nämnden själv har antagit.', 'Uppföljning sker i årsredovisningen.'],
        },
      ],
      pairs: [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
    },
  ],
};

/** Compilations of municipalities that do not exist, each laid out in its own way. */
export const madeUpCompilations: Readonly<Record<string, MadeUpCompilation>> = { climate, youth, accessibility };
