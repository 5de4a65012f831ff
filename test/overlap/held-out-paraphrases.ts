import type { Paraphrase, Strength } from './paraphrases.ts';

const said = (strength: Strength, original: string, rewritten: string): Paraphrase => ({
  strength,
  original,
  rewritten,
});

/**
 * Measures written twice by hand when the rules were done. They were blind the first time they were tried (18 of 26), but not
 * since: they were looked at when synonyms were written, and counted when the rules were tuned again.
 */
export const heldOutParaphrases: readonly Paraphrase[] = [
  said('light', 'Inför en tobakspolicy på alla skolgårdar.', 'På skolgårdarna ska en policy om tobak införas.'),
  said('medium', 'Kommunen ska ha jourhem för barn i akut kris.', 'Säkra tillgången till akuta jourfamiljer för barn.'),
  said('strong', 'Pröva fyradagarsvecka på två äldreboenden.', 'Försök med kortare arbetstid inom äldreomsorgen.'),
  said(
    'medium',
    'Lägg ut asfalt med mindre buller på infartsleder.',
    'Tyst beläggning används på de större infarterna.',
  ),
  said(
    'light',
    'Sätt upp fågelholkar i parkerna med hjälp av skolklasser.',
    'Skolklasser hjälper till att sätta fågelholkar i kommunens parker.',
  ),
  said(
    'medium',
    'Alla nya hyreshus ska få sedumtak eller solpaneler.',
    'Solceller eller gröna tak på nybyggda hyresfastigheter.',
  ),
  said('strong', 'Ge lov i centrum för mat från vagnar.', 'Tillåt food trucks på torget i stadskärnan.'),
  said(
    'medium',
    'Upphandla en gemensam larmcentral för trygghetslarm.',
    'Larmen i hemtjänsten kopplas till en central som köps in tillsammans.',
  ),
  said(
    'light',
    'Utse ett barnombud i varje nämnd som bevakar barnets rättigheter.',
    'Varje nämnd utser barnombud som bevakar rättigheterna för barn.',
  ),
  said(
    'medium',
    'Handledning till personal som arbetar med traumatiserade barn.',
    'Medarbetare som möter barn med trauma får regelbunden handledning.',
  ),
  said(
    'strong',
    'Skicka hem färre patienter utan vårdplan.',
    'Den som skrivs ut från sjukhus ska ha en samordnad plan för sin vård.',
  ),
  said(
    'medium',
    'Granska hur mycket övertid sjuksköterskor arbetar.',
    'Uppföljning av sjuksköterskornas övertidstimmar.',
  ),
  said(
    'light',
    'Rusta upp gymnastiksalar på skolor som saknar omklädningsrum.',
    'Gymnastiksalar rustas där skolan saknar rum för omklädning.',
  ),
  said('medium', 'Hålla simskola gratis för sexåringar.', 'Avgiftsfri simundervisning till barn i förskoleklass.'),
  said(
    'strong',
    'Bryta könsmönster i valet av gymnasieprogram.',
    'Flickor ska oftare välja teknik och pojkar vårdyrken efter grundskolan.',
  ),
  said(
    'medium',
    'Ta reda på varför nyrekryterade slutar inom två år.',
    'Analysera orsaker till att nyanställda säger upp sig.',
  ),
  said(
    'light',
    'Skapa en app där invånare kan felanmäla lampor och gropar.',
    'Invånarna kan felanmäla gropar och trasiga lampor i en app.',
  ),
  said(
    'medium',
    'Hyr ut skollokaler till föreningar kvällstid.',
    'Föreningslivet ska kunna låna skolornas lokaler på kvällar.',
  ),
  said('strong', 'Skydda gamla ekar vid exploatering.', 'Grova träd sparas när ny mark bebyggs.'),
  said(
    'medium',
    'Rekommendera elever att sova mer genom samtal med skolsköterskan.',
    'Elevhälsan pratar med skolbarn om vikten av sömn.',
  ),
  said(
    'light',
    'Kontrollera att registerutdrag lämnas in före anställning i skolan.',
    'Registerutdrag ska kontrolleras innan någon anställs på en skola.',
  ),
  said(
    'medium',
    'Inrätta kvotplatser till bostäder för kvinnor som lämnar skyddat boende.',
    'Förtur till lägenhet åt kvinnor efter tid på skyddat boende.',
  ),
  said(
    'strong',
    'Ha öppet längre på återvinningscentralen.',
    'Man ska kunna lämna grovsopor också på kvällar och helger.',
  ),
  said(
    'medium',
    'Sänk temperaturen i kommunens simbassänger för att spara el.',
    'Bassängerna i simhallarna får svalare vatten så att energi sparas.',
  ),
  said('light', 'Dela ut cykelhjälmar till alla elever i årskurs ett.', 'Elever i årskurs ett får cykelhjälm utdelad.'),
  said('medium', 'Ordna språkcafé på biblioteket med volontärer.', 'Frivilliga leder språkkaféer på folkbiblioteken.'),
];
