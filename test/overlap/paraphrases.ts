/** How far a rewriting goes: other forms and order, some other words, or mostly other words. */
export type Strength = 'light' | 'medium' | 'strong';

/** One measure said twice, as two offices would write it in two plans. */
export interface Paraphrase {
  readonly strength: Strength;
  readonly original: string;
  readonly rewritten: string;
}

const said = (strength: Strength, original: string, rewritten: string): Paraphrase => ({
  strength,
  original,
  rewritten,
});

/**
 * Measures written twice by hand before the rules were tuned. None of them is blind: the ones with an even place were looked at
 * while the rules were tuned, and all of them when synonyms were written.
 */
export const paraphrases: readonly Paraphrase[] = [
  said(
    'light',
    'Utbilda all personal i förskolan om våld i nära relationer.',
    'Förskolans personal ska få utbildning om våld i nära relation.',
  ),
  said(
    'light',
    'Ta fram en gemensam rutin för hur orosanmälningar hanteras i skolan.',
    'En rutin för skolornas hantering av orosanmälan tas fram gemensamt.',
  ),
  said(
    'medium',
    'Erbjuda behandling till personer som utövar våld i nära relation.',
    'Våldsutövare får tillgång till behandlingsstöd.',
  ),
  said(
    'medium',
    'Informera äldre om hur de undviker bedrägerier på telefon och nätet.',
    'Seniorer ska få kunskap om hur de skyddar sig mot telefon- och internetbedrägeri.',
  ),
  said(
    'strong',
    'Kartlägga otrygga platser i stadsmiljön tillsammans med invånarna.',
    'Trygghetsvandringar görs med de boende för att hitta ställen där folk känner sig rädda.',
  ),
  said(
    'medium',
    'Inrätta en samordnare för arbetet mot hedersrelaterat våld och förtryck.',
    'Anställ en koordinator mot hedersförtryck.',
  ),
  said(
    'light',
    'Öka andelen ekologiska livsmedel i de offentliga måltiderna.',
    'Andelen ekologisk mat i kommunens måltider ska öka.',
  ),
  said(
    'medium',
    'Bygga ut laddplatser för elbilar vid kommunens fastigheter.',
    'Fler laddstolpar sätts upp vid kommunala byggnader så att elfordon kan laddas.',
  ),
  said(
    'strong',
    'Minska matsvinnet i skolrestaurangerna.',
    'Eleverna och köken hjälps åt så att mindre lunch slängs i skolmatsalen.',
  ),
  said(
    'medium',
    'Erbjuda sommarjobb till ungdomar som avslutat årskurs nio.',
    'Unga som gått ut nian ska få feriearbete.',
  ),
  said(
    'light',
    'Följa upp lönekartläggningen ur ett jämställdhetsperspektiv varje år.',
    'Årlig uppföljning av lönekartläggning med jämställdhetsperspektiv.',
  ),
  said(
    'medium',
    'Se över hur kommunens webbplats fungerar för personer med funktionsnedsättning.',
    'Hemsidans tillgänglighet för funktionsnedsatta granskas.',
  ),
  said(
    'strong',
    'Stödja föreningar som ordnar fritidsaktiviteter för flickor.',
    'Tjejers idrott och andra hobbyer främjas genom bidrag till civilsamhället.',
  ),
  said(
    'medium',
    'Upprätta en beredskapsplan för dricksvattenförsörjningen vid kris.',
    'Nödvattenplan tas fram för att säkra dricksvattnet under en krissituation.',
  ),
  said(
    'light',
    'Plantera träd längs gatorna i centrum för att minska värmen sommartid.',
    'Trädplantering längs centrumgator för minskad sommarvärme.',
  ),
  said('medium', 'Öppna en mötesplats för unga hbtqi-personer.', 'Starta en träffpunkt där hbtq-ungdomar kan mötas.'),
  said(
    'strong',
    'Införa skolsociala team på alla högstadieskolor.',
    'Socialarbetare finns på plats på grundskolor med årskurs 7–9.',
  ),
  said(
    'medium',
    'Utreda behovet av skyddat boende för våldsutsatta med missbruk.',
    'Behovet av skyddade boendeplatser för våldsutsatta personer i beroende analyseras.',
  ),
  said(
    'light',
    'Genomföra en medborgardialog om översiktsplanen i varje kommundel.',
    'Dialog med medborgarna om översiktsplan genomförs i alla kommundelar.',
  ),
  said(
    'medium',
    'Förebygga fallolyckor hos äldre i hemtjänsten.',
    'Arbeta förebyggande så att färre hemtjänsttagare faller och skadar sig.',
  ),
  said(
    'strong',
    'Ställa krav på arbetsvillkor i upphandlingar av städtjänster.',
    'Vid inköp av lokalvård ska leverantören visa schysta anställningsvillkor och kollektivavtal.',
  ),
  said(
    'medium',
    'Höja anställdas kunskap om nationella minoriteters rättigheter.',
    'Kompetensutveckling för medarbetare om rätten för de nationella minoriteterna.',
  ),
  said(
    'light',
    'Utveckla samverkan mellan socialtjänst och polis kring barn som bevittnat våld.',
    'Samverkan mellan polisen och socialtjänsten om barn som har bevittnat våld ska utvecklas.',
  ),
  said('medium', 'Anlägga säkra cykelvägar till skolor.', 'Trafiksäkra cykelbanor till skolan byggs.'),
  said(
    'strong',
    'Motverka ofrivillig ensamhet bland äldre.',
    'Sociala träffar ordnas så att gamla människor inte blir isolerade.',
  ),
  said('medium', 'Ge föräldrastöd till nyanlända familjer.', 'Nyanlända vårdnadshavare erbjuds stöd i föräldraskapet.'),
  said(
    'light',
    'Screena för våldsutsatthet i mötet med gravida på familjecentralen.',
    'Gravida som möter familjecentralen ska screenas för utsatthet för våld.',
  ),
  said(
    'medium',
    'Energieffektivisera kommunens lokaler genom nya ventilationssystem.',
    'Byt ventilation i kommunala fastigheter för lägre energianvändning.',
  ),
  said(
    'strong',
    'Öka valdeltagandet i områden där få röstar.',
    'Demokratiambassadörer söker upp invånare inför valet i valdistrikt med lågt deltagande.',
  ),
  said(
    'medium',
    'Säkerställa att barns bästa prövas vid beslut om vräkning.',
    'Barnperspektivet ska beaktas när en barnfamilj riskerar avhysning.',
  ),
  said(
    'light',
    'Kommunens chefer utbildas i att upptäcka och hantera diskriminering.',
    'Utbildning för kommunens chefer i att hantera och upptäcka diskriminering.',
  ),
  said('medium', 'Upprätta handlingsplan mot droger på gymnasiet.', 'Gymnasieskolorna tar fram planer mot narkotika.'),
  said(
    'strong',
    'Förkorta handläggningstiden för bygglov.',
    'Den som söker lov för att bygga ska snabbare få sitt beslut.',
  ),
  said(
    'medium',
    'Bekämpa invasiva växter på kommunens mark.',
    'Invasiva främmande arter, till exempel lupin och parkslide, tas bort på kommunal mark.',
  ),
  said(
    'light',
    'Erbjuda arbetsmarknadsinsatser för långtidsarbetslösa med försörjningsstöd.',
    'Långtidsarbetslösa som har försörjningsstöd ska erbjudas insatser på arbetsmarknaden.',
  ),
  said(
    'medium',
    'Inventera tillgängligheten i kommunens simhallar och badplatser.',
    'Kartlägg hur tillgängliga bad och simhall är.',
  ),
  said(
    'strong',
    'Stärka barns läsning genom samarbete mellan bibliotek och förskola.',
    'Bokstunder för små barn ordnas av biblioteket ute på förskolorna för att främja språket.',
  ),
  said(
    'medium',
    'Ta fram en modell för avhopparstöd till den som vill lämna en kriminell gruppering.',
    'Utveckla stöd till avhoppare från gängkriminalitet.',
  ),
  said(
    'light',
    'Översyn av rutiner för hot och våld mot förtroendevalda.',
    'Rutinerna vid hot och våld mot förtroendevalda ses över.',
  ),
  said(
    'medium',
    'Skapa fler praktikplatser för personer med funktionsnedsättning inom kommunen.',
    'Kommunens förvaltningar tar emot praktikanter med funktionshinder.',
  ),
  said(
    'strong',
    'Minska utsläppen från kommunens tjänsteresor.',
    'Medarbetare väljer tåg, cykel eller digitala möten i stället för bil och flyg i arbetet.',
  ),
  said(
    'medium',
    'Tillhandahålla samtalsstöd för barn som lever med missbruk i familjen.',
    'Barn till föräldrar med beroende erbjuds stödsamtal.',
  ),
  said(
    'light',
    'Utöka belysningen vid busshållplatser och gångvägar.',
    'Gångvägars och busshållplatsers belysning utökas.',
  ),
  said(
    'medium',
    'Öka kunskapen om sex mot ersättning hos socialsekreterare.',
    'Socialtjänstens handläggare fortbildas om prostitution och sex mot ersättning.',
  ),
  said(
    'strong',
    'Motverka skolfrånvaro genom tidiga insatser.',
    'När en elev börjar utebli från lektioner ska skolan agera direkt så att hemmasittande undviks.',
  ),
  said(
    'medium',
    'Inrätta återbruksdepåer för byggmaterial.',
    'Skapa en återbrukscentral där byggvaror kan återanvändas.',
  ),
  said(
    'light',
    'Tillgodose behovet av teckenspråkstolkning vid kommunens evenemang.',
    'Behov av tolkning till teckenspråk ska tillgodoses vid kommunala evenemang.',
  ),
  said(
    'medium',
    'Sprida information om kvinnojourens stöd på flera språk.',
    'Flerspråkigt informationsmaterial om kvinnojouren distribueras.',
  ),
  said(
    'strong',
    'Höja brandsäkerheten i särskilda boenden.',
    'Äldreboenden får sprinkler och personalen övar utrymning vid eldsvåda.',
  ),
  said(
    'medium',
    'Stödja lantbrukare vid omställning till fossilfria drivmedel.',
    'Hjälpa jordbruket att gå över till fossilfritt bränsle.',
  ),
  said(
    'light',
    'Samordna fältarbetare och nattvandrare under helgkvällar.',
    'Nattvandring och fältarbete samordnas på kvällar under helger.',
  ),
  said(
    'medium',
    'Genomföra en kampanj mot sexuella trakasserier på krogen.',
    'Informationskampanj om sexuella trakasserier i restaurangbranschen.',
  ),
  said(
    'strong',
    'Förbättra integrationen på arbetsplatser genom språkstöd.',
    'Utrikes födda anställda får hjälp att lära sig svenska på jobbet.',
  ),
  said(
    'medium',
    'Utarbeta rutiner för digital säkerhet för personer med skyddade personuppgifter.',
    'Rutiner ska finnas så att den som har skyddad identitet kan använda digitala tjänster säkert.',
  ),
  said(
    'light',
    'Restaurera våtmarker för att gynna biologisk mångfald.',
    'För att gynna den biologiska mångfalden ska våtmarker restaureras.',
  ),
  said(
    'medium',
    'Erbjuda elever undervisning om samtycke och relationer.',
    'Skolans sexualundervisning ska ta upp samtycke och sunda relationer.',
  ),
  said(
    'strong',
    'Upptäcka psykisk ohälsa hos unga tidigt.',
    'Elevhälsan fångar upp ungdomar som mår dåligt innan problemen växer.',
  ),
  said('medium', 'Anpassa bostäder för personer som använder rullstol.', 'Bostadsanpassning för rullstolsburna.'),
  said(
    'light',
    'Mäta luftkvaliteten vid hårt trafikerade gator varje vinter.',
    'Luftkvalitet mäts vintertid vid gator som är hårt trafikerade.',
  ),
  said(
    'medium',
    'Tillsätta en visselblåsarfunktion för misstankar om korruption.',
    'Inför visselblåsning så att misstänkt korruption kan anmälas.',
  ),
  said(
    'strong',
    'Stötta anhöriga som vårdar en närstående i hemmet.',
    'Avlösning och samtalsgrupper för den som hjälper en sjuk familjemedlem hemma.',
  ),
  said(
    'medium',
    'Öva krisledningen i samband med elavbrott.',
    'Krisledningsnämnden ska träna på ett långvarigt strömavbrott.',
  ),
  said(
    'light',
    'Införa barnchecklista vid alla beslut i nämnden.',
    'En checklista för barn införs vid nämndens alla beslut.',
  ),
  said('medium', 'Rekrytera fler män till förskolan.', 'Locka manliga sökande till arbete i förskola.'),
];
