import type { FindingData, WordingChange } from './rule.ts';
import { enumerate, type LintTexts, shorten } from './texts.ts';

const och = (items: readonly string[]) => enumerate(items, 'och');

const measureName = (number: string | null, text: string | null) => {
  if (number !== null) return `Åtgärd ${number}`;
  return text === null ? 'En åtgärd' : `Åtgärden ”${shorten(text)}”`;
};

const areaName = (number: string | null, title: string) =>
  number === null ? `Området ”${shorten(title)}”` : `Område ${number}`;

const measureInList = ({ number, text }: { readonly number: string | null; readonly text: string }) =>
  number === null ? `åtgärden ”${shorten(text)}”` : `åtgärd ${number}`;

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const elsewhere: Record<FindingData['two-wordings']['where'], string> = {
  measure: 'som en annan åtgärd',
  plan: 'i planens text',
  memo: 'i tjänsteskrivelsen',
};

const changeName = ({ before, after }: WordingChange) => {
  if (before === '') return `”${after}” har tillkommit`;
  return after === '' ? `”${before}” saknas` : `”${before}” är ”${after}”`;
};

const countedName: Record<FindingData['count-against-lists']['of'], string> = {
  replies: 'yttranden',
  'with-remarks': 'yttranden med synpunkter',
  approving: 'yttranden som tillstyrker',
  abstaining: 'som avstått',
  areas: 'områden',
  measures: 'åtgärder',
  indicators: 'indikatorer',
};

const spellingReason: Record<FindingData['spelling-slip']['why'], string> = {
  'near-common-word': 'ett mycket vanligare ord i handlingarna skiljer sig på en bokstav',
  'run-together': 'två ord verkar ha skrivits ihop',
  'wrong-form': 'formen passar inte i meningen',
  'missing-space': 'mellanslaget efter bindestrecket saknas',
};

const dateReason: Record<FindingData['impossible-date']['why'], string> = {
  'year-digits': 'årtalet har inte fyra siffror',
  'no-such-month': 'månaden finns inte',
  'no-such-day': 'dagen finns inte i den månaden',
  'far-from-plan': 'året ligger långt från planens tid',
};

function seriesMessage({ of, why, numbers, before, after }: FindingData['number-series']): string {
  const what = of === 'area' ? 'område' : 'åtgärd';
  const listed = och(numbers);
  if (why === 'duplicate')
    return `Numret ${listed} står på mer än en ${of === 'area' ? 'rubrik' : what}. Ge var och en sitt eget nummer.`;
  if (why === 'order')
    return `${what === 'område' ? 'Område' : 'Åtgärd'} ${listed} står efter ${before}. Rätta ordningen eller numret.`;
  if (why === 'other-area')
    return `Åtgärd ${listed} står under område ${before} men har ett annat områdes nummer. Flytta åtgärden eller rätta numret.`;
  const where = before === null ? `före ${after}` : `mellan ${before} och ${after}`;
  return `Nummer ${listed} saknas ${where}. Kontrollera om ${of === 'area' ? 'ett område' : 'en åtgärd'} har fallit bort, eller rätta numreringen.`;
}

function countMessage(data: FindingData['count-against-lists']): string {
  const { written, counted, of, withRemarks, approving } = data;
  const known =
    of === 'replies'
      ? `sammanställningen redovisar ${counted}: ${withRemarks} med synpunkter och ${approving} som tillstyrker utan synpunkter`
      : of === 'areas' || of === 'measures' || of === 'indicators'
        ? `planen har ${counted} ${countedName[of]}`
        : `sammanställningen redovisar ${counted} ${countedName[of]}`;
  return `Texten säger ”${written}”, men ${known}. Rätta texten eller listan.`;
}

/** The rules in Swedish. */
export const swedishLintTexts: LintTexts = {
  'measure-without-year': {
    title: 'Åtgärd utan slutår',
    explanation: 'Utan år går det inte att säga om en åtgärd är försenad, och den kan inte slutrapporteras i tid.',
    example: 'Planen säger att varje åtgärd har ett slutår, men kolumnen saknas i tabellen.',
    message: (data) => {
      if (!data.every) return `${measureName(data.number, data.text)} saknar slutår. Ange vilket år den ska vara klar.`;
      if (data.promise === null)
        return `Ingen av de ${data.count} åtgärderna har ett slutår. Ange år om åtgärderna inte ska pågå hela perioden.`;
      return `Planen lovar ett år för varje åtgärd (”${data.promise}”), men ingen av de ${data.count} åtgärderna har ett år. Ange år för varje åtgärd eller ta bort löftet.`;
    },
  },
  'measure-without-body': {
    title: 'Åtgärd utan ansvarig',
    explanation: 'En åtgärd som inget organ ansvarar för blir inte gjord.',
    example: 'Åtgärd 2.3 har tomt både under Samordnare och Delansvarig.',
    message: ({ number, text }) => `${measureName(number, text)} har ingen ansvarig. Ange vem som ska genomföra den.`,
  },
  'area-without-indicator': {
    title: 'Område utan indikator',
    explanation: 'Ett område utan indikator går inte att följa upp på samma sätt som de andra.',
    example: 'Område 2 har fem åtgärder men ingen indikator, medan de andra områdena har det.',
    message: (data) => {
      if (data.every)
        return 'Inget av planens områden har indikatorer. Kontrollera om de står i ett annat dokument, annars behöver de tas fram.';
      const name =
        data.number === null ? `Området ”${shorten(data.title)}”` : `Område ${data.number}, ”${shorten(data.title)}”,`;
      return `${name} har åtgärder men inga indikatorer. Lägg till en indikator eller skriv hur området följs upp.`;
    },
  },
  'impossible-date': {
    title: 'Datum som inte kan stämma',
    explanation: 'Ett felskrivet datum gör handlingen svår att hitta och beslutet svårt att följa.',
    example: '2025-02-31, eller 20255-03-01',
    message: ({ written, why, likely }) =>
      `Datumet ”${written}” kan inte stämma: ${dateReason[why]}. ${likely === null ? 'Rätta det.' : `Det ska troligen vara ${likely}.`}`,
  },
  'number-series': {
    title: 'Nummer som saknas, upprepas eller står i fel ordning',
    explanation: 'Numren är det som beslut, yttranden och rapporter hänvisar till.',
    example: 'Åtgärderna 1.1, 1.2, 1.4: har 1.3 strukits eller fallit bort?',
    message: seriesMessage,
  },
  'unknown-code': {
    title: 'Okänd kod för ett organ',
    explanation: 'En kod som ingen känner igen betyder att ingen vet att åtgärden är deras.',
    example: 'KFN står en enda gång, medan KTN står på elva ställen.',
    message: ({ code, number, likely }) =>
      `Koden ”${code}” ${number === null ? '' : `på åtgärd ${number} `}används bara här och förklaras inte. ${likely === null ? 'Skriv ut namnet eller rätta koden.' : `Ska det vara ${likely}?`}`,
  },
  'abbreviation-unexplained': {
    title: 'Förkortning som inte förklaras',
    explanation: 'Den som läser planen utifrån vet inte vilka nämnder och bolag koderna står för.',
    example: 'Tabellen skriver SN och BUN utan att namnen står någonstans.',
    message: ({ abbreviations }) =>
      abbreviations.length === 1
        ? `Förkortningen ${och(abbreviations)} förklaras inte i handlingarna. Skriv ut namnet första gången.`
        : `Förkortningarna ${och(abbreviations)} förklaras inte i handlingarna. Skriv ut namnen första gången eller lägg till en lista.`,
  },
  'period-against-prose': {
    title: 'Text som säger en annan period än planens',
    explanation: 'Två uppgifter om hur länge planen gäller kan inte båda vara rätta.',
    example: 'Planen gäller 2025–2028, men ett svar säger att den sträcker sig över tre år.',
    message: ({ written, from, to, why }) =>
      why === 'length'
        ? `Texten säger ”${written}”, men planens period är ${from}–${to}, alltså ${to - from + 1} år. Rätta texten eller perioden.`
        : `Texten säger ”${written}”, men planens period är ${from}–${to}. Rätta den uppgift som är fel.`,
  },
  'promise-not-kept': {
    title: 'Utlovad lydelse som inte antogs',
    explanation: 'En remissinstans har fått besked om en lydelse. Står det något annat i planen är beskedet fel.',
    example: 'Svaret lovar ”kost- och logistöd”, planen säger ”kost och logistöd”.',
    message: ({ bodies, number, changes }) => {
      const changed = och(
        changes.map(({ before, after }) =>
          before === ''
            ? `”${after}” har lagts till`
            : after === ''
              ? `”${before}” har fallit bort`
              : `”${before}” har blivit ”${after}”`,
        ),
      );
      return `${measureName(number, null)} har inte den lydelse som utlovades till ${och(bodies)}: ${changed}. Ändra åtgärden eller skriv i sammanställningen varför lydelsen blev en annan.`;
    },
  },
  'count-against-lists': {
    title: 'Antal som inte stämmer med listorna',
    explanation: 'Beslutsfattarna ska kunna lita på siffrorna i tjänsteskrivelsen.',
    example: 'Tjänsteskrivelsen säger ”sju remissyttranden”, listorna har nio.',
    message: countMessage,
  },
  'invited-unaccounted': {
    title: 'Inbjudna som inte redovisas',
    explanation: 'Den som bjudits in ska finnas med bland dem som svarat, avstått eller inte svarat.',
    example: 'Åtta föreningar fick remissen, en av dem finns i sammanställningen.',
    message: ({ written, stated, named, missing }) => {
      const found =
        named.length === 0
          ? 'ingen som kan vara en av dem'
          : `bara ${named.length} som kan vara ${named.length === 1 ? 'en av dem' : 'av dem'} (${och(named)})`;
      return `Tjänsteskrivelsen säger ”${written}”, men sammanställningen nämner ${found}. ${missing} av ${stated} är inte redovisade: skriv att de avstått eller inte svarat.`;
    },
  },
  'reply-unaccounted': {
    title: 'Yttrande och lista som inte hör ihop',
    explanation: 'Varje synpunkt ska ha en avsändare i listan, och varje avsändare i listan en synpunkt.',
    example: 'Kulturnämnden står under ”med synpunkter” men har ingen rad i tabellen.',
    message: ({ body, why }) =>
      why === 'listed-without-reply'
        ? `${body} står bland dem som lämnat synpunkter, men inga synpunkter redovisas. Lägg till dem eller flytta namnet.`
        : `${body} har synpunkter i tabellen men står inte i någon av listorna. Lägg till namnet.`,
  },
  'area-title-differs': {
    title: 'Område med två olika namn',
    explanation: 'Läsaren kan tro att det är två olika områden, eller att något har fallit bort.',
    example: 'Listan säger ”Stöd till barn, unga och föräldrar”, rubriken bara ”Stöd till barn”.',
    message: ({ number, heading, listed }) =>
      `Rubriken för ${number === null ? 'området' : `område ${number}`} är ”${shorten(heading, 90)}”, men i listan över områdena heter det ”${shorten(listed, 160)}”. Använd samma namn på båda ställena.`,
  },
  'duplicate-objective': {
    title: 'Samma mål på två ställen',
    explanation: 'Det går inte att säga vilket område som svarar för målet, och det följs upp två gånger.',
    example: 'Samma delmål står ordagrant under område 2 och område 4.',
    message: ({ text, areas }) => {
      const known = [...new Set(areas.flatMap((area) => (area === null ? [] : [area])))];
      const where =
        known.length > 1
          ? `i område ${och(known)}`
          : known.length === 1
            ? `mer än en gång i område ${known[0]}`
            : 'på mer än ett ställe';
      return `Målet ”${shorten(text)}” står ordagrant ${where}. Behåll det på ett ställe eller skriv vad som skiljer dem åt.`;
    },
  },
  'duplicate-measure': {
    title: 'Samma åtgärd på två ställen',
    explanation: 'Åtgärden skulle rapporteras två gånger, kanske olika.',
    example: 'Åtgärd 1.3 och 4.2 har samma text.',
    message: ({ text, numbers }) => {
      const known = numbers.flatMap((number) => (number === null ? [] : [number]));
      return `Åtgärden ”${shorten(text)}” står ordagrant på mer än ett ställe${known.length > 1 ? ` (${och(known)})` : ''}. Behåll den på ett ställe eller skriv vad som skiljer dem åt.`;
    },
  },
  'word-rule': {
    title: 'Åtgärd som saknar ett organ som den rör',
    explanation: 'Kommunens egna regler säger vilka organ som ska vara med när en åtgärd handlar om något visst.',
    example: 'En åtgärd om elever utan skolans nämnd bland de ansvariga.',
    message: ({ number, words, concern, label, body }) =>
      `${measureName(number, null)} verkar röra ${concern.sv} (${och(words.map((word) => `”${word}”`))}), men ${label ?? body.sv} finns inte bland de ansvariga. Lägg till ${label ?? 'nämnden'} eller skriv varför den inte berörs.`,
  },
  'addition-misplaced': {
    title: 'Tillägg som står någon annanstans än tjänsteskrivelsen säger',
    explanation: 'Den som beslutar ska kunna hitta ändringen där tjänsteskrivelsen säger att den finns.',
    example: 'Tjänsteskrivelsen säger ”tillägg i brödtexten”, men tillägget står i ett delmål.',
    message: ({ written, added, area }) =>
      `Tjänsteskrivelsen säger ”${written}”, men det som lades till (”${added}”) står i ett av delmålen i område ${area}, inte i brödtexten. Rätta hänvisningen.`,
  },
  'reference-mixes-levels': {
    title: 'Hänvisning som blandar ihop område och mål',
    explanation: 'Målen har inga egna nummer, så hänvisningen kan läsas på flera sätt.',
    example: '”Delmål 2” i ett yttrande, när det är område 2 som menas.',
    message: ({ written, number, areaTitle }) =>
      `Hänvisningen ”${written}” är oklar: målen i planen har inga nummer och inget område anges. ${areaTitle === null ? 'Skriv område och mål.' : `Troligen menas område ${number}, ”${shorten(areaTitle)}”. Skriv område och mål.`}`,
  },
  'reference-missing': {
    title: 'Hänvisning till en åtgärd som inte finns',
    explanation: 'En hänvisning som inte går att följa gör svaret eller beslutet oklart.',
    example: '”Åtgärd 6.2” i en plan med fem områden.',
    message: ({ written, number }) =>
      `Hänvisningen ”${written}” pekar på en åtgärd som inte finns i planen. Kontrollera om ${number} har bytt nummer eller strukits.`,
  },
  'spelling-slip': {
    title: 'Möjligt skrivfel',
    explanation: 'Skrivfel i ett beslut följer med i alla handlingar efteråt.',
    example: '”utvekling” en gång, ”utveckling” tjugo gånger.',
    message: ({ word, likely, why, times }) =>
      `”${word}” kan vara ett skrivfel${times > 1 ? ` (${times} ställen)` : ''}: ${spellingReason[why]}. ${likely === null ? 'Kontrollera ordet.' : `Ska det vara ”${likely}”?`}`,
  },
  'objective-without-measure': {
    title: 'Mål utan åtgärd',
    explanation:
      'Ett mål som ingen åtgärd leder till blir bara en önskan. Regeln jämför orden, så ett mål kan ha en åtgärd som den inte ser.',
    example: 'Målet ”Fler ska våga gå ut på kvällen” står i ett område där alla åtgärder handlar om skolan.',
    message: ({ number, title, objectives, noMeasures }) => {
      const area = areaName(number, title);
      if (noMeasures)
        return `${area} har ${counted(objectives.length, 'mål', 'mål')} men inga åtgärder. Lägg till en åtgärd eller flytta målen.`;
      const listed = och(objectives.map((text) => `”${shorten(text)}”`));
      return `${area} har mål som inte delar något bärande ord med någon av områdets åtgärder: ${listed}. Kontrollera vilken åtgärd som leder till dem, eller lägg till en.`;
    },
  },
  'measure-without-indicator': {
    title: 'Åtgärd utan indikator',
    explanation:
      'En åtgärd som ingen indikator mäter följs bara upp i ord. Regeln jämför orden, så en indikator kan mäta mer än den ser.',
    example: 'Åtgärden gäller trygga lokaler, men områdets indikatorer räknar bara utbildningar.',
    message: ({ number, title, measures }) =>
      `${areaName(number, title)}: ingen av indikatorerna delar något bärande ord med ${och(measures.map(measureInList))}. Lägg till en indikator eller skriv hur åtgärden följs upp.`,
  },
  'indicator-counts-activity': {
    title: 'Indikator som bara räknar aktiviteter',
    explanation: 'Den visar att något gjordes men inte om det hjälpte. Bra som stöd, men inte ensam.',
    example: '”Antal genomförda utbildningar”, utan något om vad deltagarna gör annorlunda efteråt.',
    message: ({ text, word }) =>
      `Indikatorn ”${shorten(text)}” räknar aktiviteter (”${word}”). Lägg till en som visar vad som blev bättre, till exempel vad de som berörs säger.`,
  },
  'final-report-without-year': {
    title: 'Slutrapport utan år',
    explanation: 'Utan år vet ingen när planen ska vara redovisad, och nästa plan kan inte bygga på den.',
    example: 'Planen säger att den slutrapporteras ”efter periodens slut”.',
    message: ({ promise }) =>
      promise === null
        ? 'Planen säger inte vilket år den eller dess åtgärder slutrapporteras. Skriv det i avsnittet om uppföljning.'
        : `Planen talar om slutrapport (”${promise}”) men säger inget år. Ange vilket år den lämnas, eller ett år för varje åtgärd.`,
  },
  'coordinator-also-co-responsible': {
    title: 'Samordnare som också är delansvarig',
    explanation: 'Organet räknas två gånger och får redovisa samma åtgärd två gånger.',
    example: 'Kulturnämnden står både under Samordnare och under Delansvarig.',
    message: ({ number, text, label }) =>
      `${measureName(number, text)}: ${label} står både som samordnare och som delansvarig. Ta bort det ena.`,
  },
  'body-without-acceptance': {
    title: 'Organ som inte har accepterat sin del',
    explanation: 'Den som inte har svarat kan inte räknas med när planen beslutas.',
    example: 'Tekniska nämnden har del i tre åtgärder och har inte svarat på någon.',
    message: (data) =>
      data.every
        ? `Inget organ har accepterat sin del än (${data.count} att svara på). Be dem svara innan planen beslutas.`
        : `${data.body} har inte accepterat sin del i ${och(data.measures.map(measureInList))}. Be om ett svar innan planen beslutas.`,
  },
  'two-wordings': {
    title: 'En åtgärd med två lydelser',
    explanation: 'När samma åtgärd står på två sätt går det inte att säga vilket som beslutades.',
    example: 'Tabellen säger ”utbilda all personal”, inledningen ”utbilda personal som möter barn”.',
    message: ({ number, text, changes, where, other }) =>
      `${measureName(number, text)} står också ${elsewhere[where]} med andra ord (”${shorten(other)}”): ${och(changes.slice(0, 4).map(changeName))}. Använd samma lydelse på båda ställena.`,
  },
  'document-facts-differ': {
    title: 'Titel eller nummer som skiljer sig mellan handlingarna',
    explanation: 'Den som söker handlingen hittar fel, och beslutet kan sägas gälla något annat.',
    example:
      'Planen heter ”Handlingsplan för biblioteken 2026–2029”, beslutet gäller ”Handlingsplan för biblioteken 2026–2028”.',
    message: ({ of, own, other }) =>
      of === 'title'
        ? `Planen heter ”${shorten(own, 120)}”, men tjänsteskrivelsen kallar den ”${shorten(other, 120)}”. Använd samma titel.`
        : `Planens diarienummer är ${own}, men ett annat ställe har ${other}. Rätta det som är fel.`,
  },
  'vague-verb': {
    title: 'Vagt ord utan resultat',
    explanation: '”Utveckla” och ”stärka” säger en riktning. Utan ett resultat går det inte att se när det är klart.',
    example:
      '”Utveckla samverkan med föreningar.” Bättre: ”Träffa föreningarna två gånger om året för att planera lovet.”',
    message: ({ of, number, text, verb }) =>
      `${of === 'measure' ? measureName(number, text) : `Målet ”${shorten(text)}”`} säger ”${verb}” utan att säga vad som ska bli resultatet. Skriv vad som ska finnas eller ha ändrats när det är klart.`,
  },
  'long-sentence': {
    title: 'Långa meningar',
    explanation:
      'Långa meningar gör att läsaren tappar tråden. Språklagen säger att offentligt språk ska vara vårdat, enkelt och begripligt.',
    example: 'En mening på 54 ord med tre bisatser.',
    message: ({ heading, count, longest, limit }) =>
      `${heading === '' ? 'Planens början' : `”${shorten(heading)}”`} har ${counted(count, 'mening', 'meningar')} med fler än ${limit} ord${count > 1 ? `, den längsta ${longest}` : ` (${longest})`}. Dela upp ${count > 1 ? 'dem' : 'den'}.`,
  },
  'heavy-word': {
    title: 'Tungt ord som har ett enklare',
    explanation: 'Enkla ord läses fortare och av fler, också av den som har svenska som andra språk.',
    example: '”erhålla” i stället för ”få”.',
    message: ({ word, instead, times }) =>
      `”${word}”${times > 1 ? ` (${times} ställen)` : ''} har ett enklare ord: ”${instead}”.`,
  },
};
