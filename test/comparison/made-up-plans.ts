import type { OpenPlan } from '../../src/core/exchange/open-plan.ts';

/** A measure before and after a revision. `was` are the numbers that it had; a number in two rows was cut in two. */
interface Row {
  readonly was: readonly string[];
  readonly number: string;
  readonly text: string;
  readonly coordinator: string;
}

/** A made-up plan of 14 measures in two versions, and what a person who made the revision knows of it. */
export interface RevisedPlan {
  readonly name: string;
  readonly before: OpenPlan;
  readonly after: OpenPlan;
  /** Old number → the new numbers that it lives on in. None: it was removed. */
  readonly truth: ReadonlyMap<string, readonly string[]>;
}

type Old = readonly [number: string, coordinator: string, text: string];
type New = readonly [was: string, number: string, coordinator: string, text: string];

function measureOf(number: string, text: string, coordinator: string) {
  return { number, text, coordinator, coResponsible: [], dueYear: null };
}

function planOf(areas: Readonly<Record<string, string>>, rows: readonly Omit<Row, 'was'>[]): OpenPlan {
  return {
    ...{ format: 'handlingskraft-plan/1', title: 'Plan', registrationNumber: null, decisionMaker: null },
    ...{ documentOwner: null, period: null, sections: [], relatedDocuments: [], memo: null },
    ...{ consultation: null, findings: [], unplaced: [] },
    areas: Object.entries(areas).map(([number, title]) => ({
      ...{ number, title, text: [], objectives: [], indicators: [] },
      measures: rows
        .filter((row) => row.number.startsWith(`${number}.`))
        .map((row) => measureOf(row.number, row.text, row.coordinator)),
    })),
  };
}

function revised(
  name: string,
  areas: readonly [Readonly<Record<string, string>>, Readonly<Record<string, string>>],
  olds: readonly Old[],
  news: readonly New[],
): RevisedPlan {
  const rows = news.map(([was, number, coordinator, text]): Row => {
    return { was: was === '' ? [] : was.split('+'), number, coordinator, text };
  });
  const truth = new Map(
    olds.map(([number]) => [number, rows.filter(({ was }) => was.includes(number)).map((row) => row.number)]),
  );
  return {
    ...{ name, truth },
    before: planOf(
      areas[0],
      olds.map(([number, coordinator, text]) => ({ number, coordinator, text })),
    ),
    after: planOf(areas[1], rows),
  };
}

const winter = revised(
  'loneliness: two merged, four moved, an area gone, everything renumbered',
  [
    { 1: 'Mötesplatser', 2: 'Stöd i hemmet', 3: 'Kunskap och uppföljning' },
    { 1: 'Mötesplatser och kultur', 2: 'Stöd och kunskap' },
  ],
  [
    ['1.1', 'KFN', 'Öppna tre nya träffpunkter för äldre i stadsdelar som saknar bibliotek och fritidsgård.'],
    ['1.2', 'KFN', 'Erbjuda gratis inträde på badhuset en förmiddag i veckan för den som har fyllt sjuttio år.'],
    ['1.3', 'KFN', 'Starta en läsecirkel i varje filial till stadsbiblioteket.'],
    ['1.4', 'TN', 'Ställa ut bänkar med armstöd längs gångstråken mellan äldreboenden och centrum.'],
    ['1.5', 'KFN', 'Ge föreningar bidrag till aktiviteter där unga och gamla möts.'],
    ['2.1', 'ÄN', 'Fråga om ensamhet vid varje nytt beslut om hemtjänst och skriva ner svaret i genomförandeplanen.'],
    ['2.2', 'ÄN', 'Erbjuda telefonkontakt två gånger i veckan till den som bor ensam och vill bli uppringd.'],
    ['2.3', 'ÄN', 'Utbilda hemtjänstens personal i att upptäcka nedstämdhet hos äldre.'],
    ['2.4', 'ÄN', 'Låna ut surfplattor och ge handledning i videosamtal.'],
    ['2.5', 'SN', 'Ta fram en rutin för samarbete med vårdcentralen när någon slutar äta.'],
    ['3.1', 'KS', 'Göra en enkät om ensamhet bland alla invånare över åttio år vartannat år.'],
    ['3.2', 'KS', 'Redovisa enkäten för nämnderna och de tre pensionärsråden.'],
    ['3.3', 'ÄN', 'Utbilda biståndshandläggare i samtal om sorg och förlust.'],
    ['3.4', 'KS', 'Följa forskning om ensamhet tillsammans med högskolan.'],
  ],
  [
    ['1.4', '1.1', 'TN', 'Ställa ut bänkar med armstöd längs gångstråken mellan äldreboenden och centrum.'],
    ['1.1', '1.2', 'KFN', 'Öppna fyra nya träffpunkter för äldre i stadsdelar som saknar bibliotek eller fritidsgård.'],
    ['1.3', '1.3', 'KFN', 'Starta en läsecirkel i varje filial till stadsbiblioteket och på två äldreboenden.'],
    ['1.5', '1.4', 'KFN', 'Ge föreningar bidrag till aktiviteter där unga och gamla möts, särskilt på somrarna.'],
    ['2.4', '1.5', 'KFN', 'Låna ut surfplattor och ge handledning i videosamtal på biblioteken.'],
    [
      '1.2',
      '1.6',
      'KFN',
      'Erbjuda gratis inträde på badhuset en förmiddag i veckan för den som har fyllt sextiofem år.',
    ],
    ['2.2', '2.1', 'ÄN', 'Erbjuda telefonkontakt varje vardag till den som bor ensam och vill bli uppringd.'],
    [
      '2.1',
      '2.2',
      'ÄN',
      'Fråga om ensamhet vid varje nytt beslut om hemtjänst och skriva ner svaret i genomförandeplanen.',
    ],
    [
      '2.3+3.3',
      '2.3',
      'ÄN',
      'Utbilda hemtjänstens personal i att upptäcka nedstämdhet hos äldre, och biståndshandläggare i samtal om sorg och förlust.',
    ],
    ['', '2.4', 'ÄN', 'Pröva gemensamma middagar på tre servicehus.'],
    ['2.5', '2.5', 'SN', 'Ta fram en rutin för samarbete med vårdcentralen när någon slutar äta eller ta sin medicin.'],
    [
      '3.1+3.2',
      '2.6',
      'KS',
      'Göra en enkät om ensamhet bland alla invånare över åttio år vartannat år och redovisa den för nämnderna och pensionärsråden.',
    ],
  ],
);

const roads = revised(
  'roads: swapped numbers, one split, near-identical measures',
  [
    { 1: 'Skolvägar', 2: 'Cykel', 3: 'Hastighet' },
    { 1: 'Skolvägar', 2: 'Cykel', 3: 'Hastighet' },
  ],
  [
    ['1.1', 'TN', 'Bygga upphöjda övergångsställen vid alla grundskolor.'],
    ['1.2', 'TN', 'Bygga upphöjda övergångsställen vid alla förskolor.'],
    ['1.3', 'BUN', 'Införa cykelprov i årskurs fem.'],
    ['1.4', 'BUN', 'Ordna vandrande skolbuss på tio skolor och belöna klasser som går eller cyklar hela terminen.'],
    ['1.5', 'TN', 'Inventera skymda korsningar på vägen till skolan.'],
    ['2.1', 'TN', 'Bygga cykelbana längs Ågatan mellan torget och järnvägsstationen.'],
    ['2.2', 'TN', 'Bygga cykelbana längs Kvarnvägen mellan torget och sjukhuset.'],
    ['2.3', 'TN', 'Sätta upp cykelpumpar på fem platser.'],
    ['2.4', 'TN', 'Sopsalta huvudstråken för cykel före klockan sju.'],
    ['3.1', 'TN', 'Sänka hastigheten till trettio kilometer i timmen utanför alla skolor.'],
    ['3.2', 'TN', 'Mäta hastigheten på tjugo gator varje år och lägga ut mätningarna som öppna data.'],
    ['3.3', 'KS', 'Avtala med polisen om fler kontroller på utfartsvägarna.'],
    ['3.4', 'TN', 'Måla om slitna vägmarkeringar senast i maj.'],
    ['3.5', 'KS', 'Kräva alkolås i alla transporter som kommunen köper.'],
  ],
  [
    ['1.2', '1.1', 'TN', 'Bygga upphöjda övergångsställen vid alla förskolor.'],
    ['1.1', '1.2', 'TN', 'Bygga upphöjda övergångsställen vid alla grundskolor och gymnasieskolor.'],
    ['1.4', '1.3', 'BUN', 'Ordna vandrande skolbuss på femton skolor.'],
    ['1.4', '1.4', 'BUN', 'Belöna klasser som går eller cyklar till skolan hela terminen.'],
    ['1.3', '1.5', 'BUN', 'Införa cykelprov i årskurs fem och sex.'],
    ['1.5', '1.6', 'TN', 'Inventera skymda korsningar på vägen till skolan.'],
    ['2.2', '2.1', 'TN', 'Bygga cykelbana längs Kvarnvägen mellan torget och lasarettet.'],
    ['2.1', '2.2', 'TN', 'Bygga cykelbana längs Ågatan mellan torget och järnvägsstationen, med belysning.'],
    ['2.4', '2.3', 'TN', 'Sopsalta huvudstråken för cykel före klockan sex på vardagar.'],
    ['2.3', '2.4', 'TN', 'Sätta upp cykelpumpar på åtta platser.'],
    ['3.2', '3.1', 'TN', 'Mäta hastigheten på tjugo gator varje år och lägga ut mätningarna som öppna data.'],
    ['3.1', '3.2', 'TN', 'Sänka hastigheten till trettio kilometer i timmen utanför alla skolor och förskolor.'],
    ['3.5', '3.3', 'KS', 'Kräva alkolås i alla transporter som kommunen köper eller upphandlar.'],
    ['3.4', '3.4', 'TN', 'Måla om slitna vägmarkeringar senast i april.'],
    ['', '3.5', 'KS', 'Utreda en miljözon i centrum.'],
  ],
);

const heat = revised(
  'heat: half reworded, two into one with edits, one removed for something much like it',
  [
    { 1: 'Värme', 2: 'Vatten', 3: 'Beredskap' },
    { 1: 'Vatten och skyfall', 2: 'Värme', 3: 'Beredskap' },
  ],
  [
    ['1.1', 'TN', 'Plantera femhundra träd på skolgårdar och torg som saknar skugga.'],
    ['1.2', 'ÄN', 'Ta fram en värmeplan för varje äldreboende.'],
    ['1.3', 'BUN', 'Ta fram en värmeplan för varje förskola.'],
    ['1.4', 'TN', 'Sätta upp dricksvattenkranar i alla större parker.'],
    ['1.5', 'FN', 'Installera solskydd i kommunens lokaler där mätningar visar mer än tjugosex grader.'],
    ['2.1', 'TN', 'Kartlägga var skyfall samlas och vilka byggnader som då hotas.'],
    ['2.2', 'TN', 'Bygga två dagvattendammar i Norra industriområdet.'],
    ['2.3', 'SBN', 'Ställa krav på genomsläppliga ytor i nya detaljplaner.'],
    ['2.4', 'TN', 'Rensa brunnar och diken före den första oktober varje år.'],
    ['2.5', 'VA', 'Bygga en reservledning för dricksvatten från Storsjön.'],
    ['3.1', 'KS', 'Öva samhällsstörningar vid extrem värme med region och frivilliga.'],
    ['3.2', 'KS', 'Upprätta en lista över personer som frivilligt vill bli uppringda vid värmebölja.'],
    ['3.3', 'KS', 'Utbilda kommunens krisledning i klimatrisker.'],
    ['3.4', 'KS', 'Informera hushållen om hur man klarar en vecka utan rinnande vatten.'],
  ],
  [
    [
      '2.1',
      '1.1',
      'TN',
      'Kartlägga var skyfall samlas, vilka byggnader som hotas och vilka vägar som blir oframkomliga.',
    ],
    ['2.3', '1.2', 'SBN', 'Ställa krav på gröna tak och genomsläppliga ytor i nya detaljplaner och markanvisningar.'],
    ['2.2', '1.3', 'TN', 'Bygga tre dagvattendammar i Norra industriområdet och i Vreten.'],
    ['2.4', '1.4', 'TN', 'Rensa brunnar och diken före den första oktober varje år.'],
    ['1.1', '2.1', 'TN', 'Plantera åttahundra träd på skolgårdar, torg och gator som saknar skugga.'],
    ['1.2+1.3', '2.2', 'ÄN', 'Ta fram en värmeplan för varje äldreboende och varje förskola.'],
    ['1.4', '2.3', 'TN', 'Sätta upp dricksvattenkranar i alla parker och vid de största busshållplatserna.'],
    ['1.5', '2.4', 'FN', 'Installera solskydd i skolor och andra lokaler där mätningar visar mer än tjugosex grader.'],
    ['3.1', '3.1', 'KS', 'Öva extrem värme tillsammans med region, frivilliga och länsstyrelsen vartannat år.'],
    [
      '3.2',
      '3.2',
      'KS',
      'Ringa upp personer som frivilligt har satt upp sig på en lista när en värmebölja väntas pågå i mer än tre dygn.',
    ],
    ['', '3.3', 'KS', 'Utbilda kommunens chefer i arbetsmiljö vid värme.'],
    ['3.4', '3.4', 'KS', 'Informera hushåll och föreningar om hur man klarar en vecka utan rinnande vatten.'],
    ['2.5', '3.5', 'VA', 'Bygga en reservledning för dricksvatten från Storsjön och öva omkoppling till den.'],
  ],
);

const digital = revised(
  'digital: the same frame in every measure, numbers shifted by one',
  [
    { 1: 'Kunskap', 2: 'Tjänster' },
    { 1: 'Kunskap', 2: 'Tjänster', 3: 'Säkerhet' },
  ],
  [
    ['1.1', 'KFN', 'Ta fram och genomföra en utbildning i digital säkerhet för bibliotekens personal.'],
    ['1.2', 'BUN', 'Ta fram och genomföra en utbildning i digital säkerhet för lärare i grundskolan.'],
    ['1.3', 'ÄN', 'Ta fram och genomföra en utbildning i digital säkerhet för anhöriga till äldre.'],
    ['1.4', 'SN', 'Ta fram och genomföra en utbildning i digital säkerhet för socialsekreterare.'],
    ['1.5', 'KFN', 'Ta fram och genomföra en utbildning i källkritik för föreningsledare.'],
    ['1.6', 'BUN', 'Ta fram och genomföra en utbildning i källkritik för lärare i gymnasieskolan.'],
    ['1.7', 'KS', 'Ta fram och genomföra en introduktion till e-tjänster för nyanlända.'],
    ['2.1', 'KS', 'Översätta de tjugo mest använda e-tjänsterna till fem språk.'],
    ['2.2', 'KS', 'Pröva varje ny e-tjänst med personer som har skärmläsare.'],
    ['2.3', 'KS', 'Erbjuda tidsbokning i alla verksamheter som tar emot besök.'],
    ['2.4', 'SBN', 'Erbjuda bygglov genom en e-tjänst från ansökan till beslut.'],
    ['2.5', 'KS', 'Införa inloggning med id-kort från andra länder i unionen.'],
    ['2.6', 'KS', 'Säkra reservrutiner för telefonväxeln vid driftavbrott.'],
    ['2.7', 'KS', 'Granska leverantörernas loggar varje kvartal.'],
  ],
  [
    ['', '1.1', 'KS', 'Ta fram och genomföra en utbildning i digital säkerhet för förtroendevalda.'],
    ['1.1', '1.2', 'KFN', 'Ta fram och genomföra en utbildning i digital säkerhet för bibliotekens personal.'],
    [
      '1.2',
      '1.3',
      'BUN',
      'Ta fram och genomföra en utbildning i digital säkerhet för lärare i grundskolan och fritidshemmen.',
    ],
    ['1.3', '1.4', 'ÄN', 'Ta fram och genomföra en utbildning i digital säkerhet för äldre och deras anhöriga.'],
    [
      '1.4',
      '1.5',
      'SN',
      'Ta fram och genomföra en utbildning i digital säkerhet för socialsekreterare och familjehem.',
    ],
    [
      '1.5+1.6',
      '1.6',
      'BUN',
      'Ta fram och genomföra en utbildning i källkritik för föreningsledare och för lärare i gymnasieskolan.',
    ],
    ['1.7', '1.7', 'KS', 'Ta fram och genomföra en introduktion till e-tjänster för nyanlända på lätt svenska.'],
    ['2.2', '2.1', 'KS', 'Pröva varje ny e-tjänst med personer som har skärmläsare eller förstoring.'],
    ['2.1', '2.2', 'KS', 'Översätta de trettio mest använda e-tjänsterna till fem språk.'],
    ['2.3', '2.3', 'KS', 'Erbjuda tidsbokning i alla verksamheter som tar emot besök.'],
    ['2.4', '2.4', 'SBN', 'Erbjuda bygglov och strandskyddsdispens genom en e-tjänst från ansökan till beslut.'],
    ['2.5', '3.1', 'KS', 'Införa inloggning med id-kort från andra länder i unionen.'],
    ['2.6', '3.2', 'KS', 'Säkra reservrutiner för telefonväxeln och öva dem vid driftavbrott.'],
    ['2.7', '3.3', 'KS', 'Granska leverantörernas loggar varje månad.'],
  ],
);

const work = revised(
  'work: rewritten to the half, moved and renumbered, one cut in two across areas, three merged',
  [
    { A: 'Vägar in', B: 'Stöd på arbetsplatsen', C: 'Samarbete' },
    { A: 'Vägar till arbete', B: 'Samarbete och stöd' },
  ],
  [
    ['A.1', 'AMN', 'Erbjuda praktik i kommunens verksamheter åt minst tvåhundra personer om året.'],
    ['A.2', 'AMN', 'Starta yrkesutbildning på svenska som andraspråk för undersköterskor, kockar och lokalvårdare.'],
    ['A.3', 'GN', 'Öppna vuxenutbildning på kvällar och lördagar.'],
    ['A.4', 'AMN', 'Ge sommarjobb åt alla som går i årskurs nio och söker i tid.'],
    ['A.5', 'AMN', 'Kartlägga varje deltagares styrkor inom två veckor och skriva en plan tillsammans med deltagaren.'],
    ['B.1', 'KS', 'Utse en handledare på varje arbetsplats som tar emot praktikanter.'],
    ['B.2', 'KS', 'Ersätta arbetsplatser för den tid som handledningen tar.'],
    ['B.3', 'KS', 'Utbilda handledare i bemötande och språkstöd.'],
    ['B.4', 'AMN', 'Följa upp varje anställning efter tre och tolv månader.'],
    ['B.5', 'KS', 'Anpassa rekryteringen så att tjänster kan delas mellan flera personer.'],
    ['C.1', 'AMN', 'Träffa Arbetsförmedlingen varje månad för att gå igenom gemensamma ärenden.'],
    ['C.2', 'SN', 'Ge den som får försörjningsstöd en tid hos arbetsmarknadsenheten inom fem dagar.'],
    ['C.3', 'KS', 'Ställa sociala krav i alla upphandlingar över fem miljoner kronor.'],
    ['C.4', 'AMN', 'Bjuda in företagen till en arbetsmarknadsdag varje vår.'],
  ],
  [
    ['A.3', 'A.1', 'GN', 'Öppna vuxenutbildning på kvällar, lördagar och under sommaren.'],
    ['A.1', 'A.2', 'AMN', 'Varje år ska minst trehundra personer få praktik i kommunens verksamheter.'],
    ['A.2', 'A.3', 'AMN', 'Starta yrkesutbildning på svenska som andraspråk för undersköterskor och bussförare.'],
    ['A.5', 'A.4', 'AMN', 'Kartlägga varje deltagares styrkor inom två veckor.'],
    ['A.5', 'A.5', 'AMN', 'Skriva en plan tillsammans med varje deltagare och följa den varje månad.'],
    ['A.4', 'A.6', 'AMN', 'Ge sommarjobb åt alla som går i årskurs nio eller första året i gymnasiet och söker i tid.'],
    ['C.2', 'A.7', 'SN', 'Den som får försörjningsstöd ska få en tid hos arbetsmarknadsenheten inom tre dagar.'],
    [
      'C.1',
      'B.1',
      'AMN',
      'Träffa Arbetsförmedlingen och Försäkringskassan varje månad för att gå igenom gemensamma ärenden.',
    ],
    [
      'B.1+B.2+B.3',
      'B.2',
      'KS',
      'Utse en handledare på varje arbetsplats som tar emot praktikanter, utbilda handledare i bemötande och språkstöd och ersätta arbetsplatser för den tid som handledningen tar.',
    ],
    ['B.5', 'B.3', 'KS', 'Anpassa rekryteringen så att heltidstjänster kan delas mellan flera personer.'],
    ['B.4', 'B.4', 'AMN', 'Följa upp varje anställning efter tre, sex och tolv månader.'],
    ['C.3', 'B.5', 'KS', 'Ställa sociala krav i alla upphandlingar över två miljoner kronor.'],
    ['', 'B.6', 'AMN', 'Starta ett nätverk för sociala företag.'],
  ],
);

const reading = revised(
  'reading: one area cut in two, a merge with other words, numbers without dots',
  [
    { 1: 'Barn och unga', 2: 'Vuxna' },
    { 1: 'Små barn', 2: 'Skolan', 3: 'Vuxna' },
  ],
  [
    ['1.1', 'KFN', 'Dela ut en bok till alla nyfödda genom barnavårdscentralen.'],
    ['1.2', 'KFN', 'Hålla sagostund på bokbussen varje vecka i byar utan bibliotek.'],
    ['1.3', 'BUN', 'Läsa högt varje dag på alla förskolor.'],
    ['1.4', 'BUN', 'Bemanna skolbiblioteken med utbildade bibliotekarier på minst halvtid.'],
    ['1.5', 'BUN', 'Köpa in böcker på elevernas modersmål.'],
    ['1.6', 'BUN', 'Ordna läxhjälp på biblioteket tre eftermiddagar i veckan.'],
    ['1.7', 'BUN', 'Göra lästest i årskurs två, fyra och sex och sätta in stöd inom en månad.'],
    ['2.1', 'KFN', 'Utöka öppettiderna på huvudbiblioteket med meröppet till klockan tjugotvå.'],
    ['2.2', 'KFN', 'Ge boktips på lätt svenska i kommunens nyhetsbrev.'],
    ['2.3', 'SN', 'Ge frivården tillgång till bibliotekets e-böcker.'],
    ['2.4', 'ÄN', 'Låta volontärer läsa tidningen högt på äldreboenden.'],
    ['2.5', 'GN', 'Erbjuda skrivarkurser för vuxna med läs- och skrivsvårigheter.'],
    ['2.6', 'KS', 'Skriva alla beslut till enskilda på klarspråk.'],
    ['2.7', 'KS', 'Granska kommunens webbplats med en panel av läsare.'],
  ],
  [
    ['1.2', '1.1', 'KFN', 'Hålla sagostund på bokbussen varje vecka i alla byar som saknar bibliotek.'],
    ['1.1', '1.2', 'KFN', 'Dela ut en bok till alla nyfödda och ettåringar genom barnavårdscentralen.'],
    ['1.3', '1.3', 'BUN', 'Läsa högt minst en gång varje dag på alla förskolor.'],
    ['1.7', '2.1', 'BUN', 'Göra lästest i årskurs ett, tre och sex och sätta in stöd inom tre veckor.'],
    [
      '1.4+1.5',
      '2.2',
      'BUN',
      'Bemanna skolbiblioteken med utbildade bibliotekarier och köpa in böcker på elevernas modersmål till dem.',
    ],
    ['1.6', '2.3', 'KFN', 'Ordna läxhjälp på biblioteket alla vardagar.'],
    ['2.5', '3.1', 'GN', 'Erbjuda skrivarkurser på kvällstid för vuxna med läs- och skrivsvårigheter.'],
    ['2.1', '3.2', 'KFN', 'Meröppet till klockan tjugotvå på huvudbiblioteket och till tjugo på filialerna.'],
    ['2.4', '3.3', 'ÄN', 'Låta volontärer läsa tidningen och romaner högt på äldreboenden.'],
    ['2.6', '3.4', 'KS', 'Skriva alla beslut till enskilda på klarspråk och pröva dem på läsare.'],
    ['2.7', '3.5', 'KS', 'Granska kommunens webbplats och blanketter med en panel av läsare.'],
    ['', '3.6', 'KS', 'Ta fram en språkpolicy för kommunens skyltar.'],
    ['2.2', '3.7', 'KFN', 'Ge boktips på lätt svenska i kommunens nyhetsbrev och på bussarna.'],
  ],
);

const energy = revised(
  'energy: removed and replaced by its neighbour in meaning, a split with new words, order turned around',
  [
    { 1: 'Byggnader', 2: 'Transporter' },
    { 1: 'Transporter', 2: 'Byggnader' },
  ],
  [
    ['1.1', 'FN', 'Byta till ledbelysning i alla idrottshallar.'],
    ['1.2', 'FN', 'Byta till ledbelysning i alla skolor.'],
    ['1.3', 'FN', 'Montera solceller på tolv skoltak och mäta vad de ger.'],
    ['1.4', 'FN', 'Sänka inomhustemperaturen en grad i kontor.'],
    ['1.5', 'FN', 'Tilläggsisolera vindarna i kommunens äldsta fastigheter.'],
    ['1.6', 'KB', 'Installera individuell mätning av varmvatten i allmännyttans lägenheter.'],
    ['1.7', 'KB', 'Utbilda vaktmästare i driftoptimering.'],
    ['2.1', 'TN', 'Byta ut kommunens bilar mot elbilar när avtalen löper ut.'],
    ['2.2', 'TN', 'Bygga laddplatser vid kommunens arbetsplatser och vid infartsparkeringar.'],
    ['2.3', 'KS', 'Införa en klimatkompensation för tjänsteresor med flyg.'],
    ['2.4', 'KS', 'Ge anställda rabatt på årskort för kollektivtrafik.'],
    ['2.5', 'TN', 'Samordna varutransporter till skolor, förskolor och äldreboenden.'],
    ['2.6', 'KS', 'Ställa krav på fossilfria fordon i entreprenader.'],
    ['2.7', 'TN', 'Anlägga en cykelgata genom centrum.'],
  ],
  [
    ['2.7', '1.1', 'TN', 'Anlägga en cykelgata genom centrum och sommargågator runt torget.'],
    ['2.6', '1.2', 'KS', 'Ställa krav på fossilfria fordon och arbetsmaskiner i entreprenader.'],
    ['2.5', '1.3', 'TN', 'Samordna varutransporter till skolor, förskolor och äldreboenden.'],
    ['2.4', '1.4', 'KS', 'Ge anställda halva priset på årskort för kollektivtrafik.'],
    ['2.2', '1.5', 'TN', 'Bygga fyrtio laddplatser vid kommunens arbetsplatser.'],
    ['2.2', '1.6', 'TN', 'Bygga laddplatser vid infartsparkeringar tillsammans med nätbolaget.'],
    ['2.1', '1.7', 'TN', 'Byta ut kommunens bilar och lätta lastbilar mot eldrivna när avtalen löper ut.'],
    ['1.7', '2.1', 'KB', 'Utbilda vaktmästare och lokalvårdare i driftoptimering.'],
    ['1.6', '2.2', 'KB', 'Installera individuell mätning av varmvatten i alla lägenheter som allmännyttan bygger om.'],
    ['1.5', '2.3', 'FN', 'Tilläggsisolera vindar och fasader i kommunens äldsta fastigheter.'],
    ['1.3', '2.4', 'FN', 'Montera solceller på tolv skoltak, mäta vad de ger och visa det för eleverna.'],
    ['1.2', '2.5', 'FN', 'Byta till ledbelysning i alla skolor.'],
    ['', '2.6', 'FN', 'Byta till ledbelysning i alla simhallar.'],
    ['', '2.7', 'KS', 'Införa en avgift för tjänsteresor med flyg inom landet.'],
  ],
);

/** Plans of different subjects, each with 14 measures before the revision. */
export const revisedPlans: readonly RevisedPlan[] = [winter, roads, heat, digital, work, reading, energy];
