import type { Paraphrase } from './paraphrases.ts';

/**
 * Measures written twice by hand by one who had not seen the rules, the synonyms or the other paraphrases, before the list of
 * synonyms was widened. The rules that stood then had been made without them: what they found of these is a blind figure. The
 * list was widened afterwards by the same hand, which remembered them: some fifty of the new words stand here too. Since then
 * they are not blind. Without those words 11 of 30 are found, against 10 before.
 */
export const blindParaphrases: readonly Omit<Paraphrase, 'strength'>[] = [
  {
    original: 'Erbjuda samtalsstöd till kvinnor som utsatts för våld i nära relation.',
    rewritten: 'Ge hjälp och rådgivning åt dem som blivit misshandlade av sin partner.',
  },
  {
    original: 'Utbilda hemtjänstens personal i att upptäcka våld mot äldre.',
    rewritten: 'Fortbilda medarbetare i ordinärt boende så att de ser tecken på övergrepp mot seniorer.',
  },
  {
    original: 'Ta fram en rutin för skyddat boende.',
    rewritten: 'Utarbeta arbetssätt för placering i kvinnojour.',
  },
  {
    original: 'Minska undernäring bland boende på särskilt boende.',
    rewritten: 'Motverka att äldre på vårdhem går ner i vikt genom bättre måltider.',
  },
  {
    original: 'Införa fast omsorgskontakt för alla med hemtjänst.',
    rewritten: 'Varje brukare i hemmet ska ha en namngiven medarbetare som ansvarar för kontinuiteten.',
  },
  {
    original: 'Förebygga fallolyckor hos äldre i hemmet.',
    rewritten: 'Se till att färre seniorer ramlar och skadar sig i bostaden.',
  },
  {
    original: 'Öka skolnärvaron i årskurs 7–9.',
    rewritten: 'Minska frånvaro och skolk på högstadiet.',
  },
  {
    original: 'Anställa fler behöriga lärare i grundskolan.',
    rewritten: 'Rekrytera legitimerade pedagoger till kommunens skolor.',
  },
  {
    original: 'Kartlägga trygghet och studiero i klassrummen.',
    rewritten: 'Genomföra en enkät bland elever om arbetsro och hur säkra de känner sig på lektionerna.',
  },
  {
    original: 'Minska matsvinnet i skolköken.',
    rewritten: 'Slänga mindre mat i skolrestaurangerna.',
  },
  {
    original: 'Byta ut kommunens bensinbilar mot elbilar.',
    rewritten: 'Fordonsflottan ska bli fossilfri genom eldrivna personbilar.',
  },
  {
    original: 'Installera solceller på kommunala tak.',
    rewritten: 'Producera egen solel på verksamhetslokalernas byggnader.',
  },
  {
    original: 'Upprätta en plan för klimatanpassning vid skyfall.',
    rewritten: 'Ta fram strategi för att hantera översvämningar och kraftiga regn.',
  },
  {
    original: 'Bygga fler säkra cykelvägar till skolorna.',
    rewritten: 'Förbättra gång- och cykelbanor så att barn tryggt kan ta sig till undervisningen.',
  },
  {
    original: 'Sänka hastigheten på gator vid förskolor.',
    rewritten: 'Införa farthinder och lägre fartgräns intill förskolegårdar.',
  },
  {
    original: 'Erbjuda språkpraktik till nyanlända.',
    rewritten: 'Ordna arbetsplatser där invandrare kan träna svenska.',
  },
  {
    original: 'Stärka utrikes födda kvinnors väg till arbete.',
    rewritten: 'Få fler invandrade mammor i jobb genom riktad vägledning.',
  },
  {
    original: 'Motverka hemlöshet bland barnfamiljer.',
    rewritten: 'Förhindra att föräldrar med barn vräks och står utan bostad.',
  },
  {
    original: 'Ta fram riktlinjer för bostadsförsörjning.',
    rewritten: 'Utforma ett program för hur kommunen ska få fram fler lägenheter.',
  },
  {
    original: 'Öppna biblioteket på kvällar med meröppet.',
    rewritten: 'Låta låntagare komma in i bibliotekslokalen utanför bemannad tid.',
  },
  {
    original: 'Erbjuda avgiftsfri kulturskola.',
    rewritten: 'Ta bort terminsavgiften för undervisning i musik, dans och teater.',
  },
  {
    original: 'Införa e-tjänst för ansökan om ekonomiskt bistånd.',
    rewritten: 'Göra det möjligt att söka försörjningsstöd digitalt.',
  },
  {
    original: 'Höja informationssäkerheten genom årlig övning.',
    rewritten: 'Träna medarbetarna varje år i att stå emot cyberangrepp och dataintrång.',
  },
  {
    original: 'Sänka sjukfrånvaron bland medarbetarna.',
    rewritten: 'Färre anställda ska vara sjukskrivna.',
  },
  {
    original: 'Ge nya chefer ett introduktionsprogram.',
    rewritten: 'Ledare som just har tillträtt ska få en strukturerad start och mentor.',
  },
  {
    original: 'Inventera tillgängligheten i kommunens lokaler.',
    rewritten: 'Undersöka om personer med funktionsnedsättning kan ta sig in i offentliga byggnader.',
  },
  {
    original: 'Skapa fler praktikplatser på daglig verksamhet.',
    rewritten: 'Ordna meningsfull sysselsättning hos arbetsgivare för personer inom LSS.',
  },
  {
    original: 'Informera föräldrar om narkotika.',
    rewritten: 'Genomföra en kampanj om droger riktad till vårdnadshavare.',
  },
  {
    original: 'Skydda kommunens vattentäkter mot föroreningar.',
    rewritten: 'Säkra dricksvattnet genom vattenskyddsområden och kontroll av utsläpp.',
  },
  {
    original: 'Förenkla tillståndsgivningen för småföretagare.',
    rewritten: 'Korta handläggningstiden när företag söker lov och tillstånd.',
  },
];
