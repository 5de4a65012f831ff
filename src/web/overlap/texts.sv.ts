import type { SharedWord } from '../../core/overlap/similarity.ts';
import type { OverlapVerdict } from '../../core/overlap/verdict.ts';
import type { PlanWords } from '../../core/plan/words.ts';

const verdicts: Readonly<Record<OverlapVerdict, { readonly name: string; readonly hint: string }>> = {
  complements: { name: 'Kompletterar', hint: 'De hör ihop men gör olika saker. Ansvariga bör veta om varandra.' },
  overlaps: { name: 'Överlappar', hint: 'En del av arbetet styrs två gånger.' },
  same: { name: 'Samma sak', hint: 'De säger samma sak med olika ord. En av dem räcker.' },
  none: { name: 'Inget samband', hint: 'Orden liknar varandra, men det handlar om olika saker.' },
};

const how: Readonly<Record<SharedWord['how'], string>> = {
  same: 'samma ord',
  synonym: 'betyder detsamma',
  part: 'delar ord',
};

export const sv = {
  title: 'Överlapp mellan planer',
  lead: (words: PlanWords) =>
    `Här syns ${words.measures} i olika planer som liknar varandra. Det är ord som jämförs. Vad likheten betyder avgör du.`,
  planLabel: 'Plan',
  show: 'Visa',
  onePlan:
    'Det behövs minst två planer för att något ska kunna överlappa. Läs in en plan till, så görs jämförelsen här.',
  noPlans: 'Det finns inga planer att jämföra än.',
  openHeading: 'Att ta ställning till',
  openCount: (count: number) => (count === 1 ? '1 par liknar varandra.' : `${count} par liknar varandra.`),
  noOpen: 'Inget i den här planen liknar något i en annan plan så mycket att det behöver bedömas.',
  settledHeading: 'Bedömda',
  noSettled: 'Ingen har bedömt något i den här planen än. Öppna ett par för att säga vad det är.',
  noneHeading: (count: number) => `Utan samband (${count})`,
  synonymsLink: 'Ord som betyder samma sak',
  similarTitle: (words: PlanWords, label: string | null) =>
    `Liknande ${words.measures}${label === null ? '' : ` för ${label}`}`,
  similarLink: (words: PlanWords) => `Liknande ${words.measures} i andra planer`,
  similarLead: (words: PlanWords) => `Det här är de ${words.measures} i kommunens andra planer som liknar mest.`,
  noSimilar: (words: PlanWords) =>
    `Inga ${words.measures} i andra planer liknar den här. Fler kan komma när fler planer läses in.`,
  back: (words: PlanWords) => `Tillbaka till ${words.measure}`,
  overlapLink: 'Se hela planens överlapp',
  sharedWords: 'Gemensamma ord',
  noShared: 'inga',
  how,
  draft: 'Utkast',
  compare: 'Jämför och bedöm',
  compareOnly: 'Jämför',
  comparePair: (here: string, there: string) => `${here} med ${there}`,
  pairTitle: 'Två åtgärder bredvid varandra',
  pairLead: 'Gemensamma ord är markerade. Ordningen spelar ingen roll: bedömningen gäller båda.',
  wordsTable: { here: 'Här', there: 'Där', how: 'Hur de hör ihop' },
  verdictHeading: 'Bedömning',
  verdictQuestion: 'Vad är de för varandra?',
  verdicts,
  reason: 'Skäl',
  reasonHint: 'Till exempel vem som tar vad. Skriv inget om enskilda personer.',
  save: 'Spara bedömningen',
  saved: 'Bedömningen är sparad och syns vid båda.',
  notSettled: 'Ingen har bedömt paret än.',
  settled: (name: string, date: string) => `${name}, ${date}`,
  changedSince: 'Texten har ändrats sedan bedömningen gjordes. Se om den fortfarande stämmer.',
  changedShort: 'Texten är ändrad sedan dess',
  conflictTitle: 'Någon annan hann bedöma paret',
  conflictLead: 'Nedan står den andras bedömning. Det du skrev finns kvar i formuläret. Spara igen om ditt ska gälla.',
  errors: {
    'verdict-missing': 'Välj vad de två är för varandra.',
    'reason-too-long': 'Skälet får vara högst 2 000 tecken.',
    'form-broken': 'Formuläret var ofullständigt. Ladda om sidan och försök igen.',
  },
  synonymsTitle: 'Ord som betyder samma sak',
  synonymsLead:
    'Programmet har en lista över ord som planer brukar använda om samma sak. Här lägger du till kommunens egna ord, eller säger att två ord inte hör ihop hos er.',
  ownHeading: 'Kommunens egna',
  noOwn: 'Kommunen har inte lagt till några ord än.',
  words: 'Ord',
  kind: 'Vad som gäller',
  actions: 'Ändra',
  kinds: { together: 'Betyder samma sak', apart: 'Hör inte ihop med programmets synonymer' },
  remove: 'Ta bort',
  removeGroup: (words: string) => `Ta bort ${words}`,
  addHeading: 'Lägg till',
  wordsLabel: 'Ord, ett per rad',
  wordsHint: 'Skriv grundformen: skola, inte skolornas.',
  kindLabel: 'Vad gäller för orden?',
  add: 'Lägg till',
  added: 'Orden är tillagda.',
  removed: 'Orden är borttagna.',
  listHeading: (count: number) => `Programmets lista (${count} grupper)`,
  refusals: {
    'not-allowed': 'Du har inte behörighet att ändra orden.',
    'words-required': 'Skriv minst ett ord.',
    'two-words-required': 'Skriv minst två ord som betyder samma sak.',
    'kind-required': 'Välj vad som gäller för orden.',
    'too-many-words': 'En grupp får ha högst 50 ord.',
    notOneWord: (word: string) => `«${word}» är inte ett ensamt ord. Skriv ett ord per rad, utan mellanslag.`,
  },
};
export type OverlapTexts = typeof sv;
