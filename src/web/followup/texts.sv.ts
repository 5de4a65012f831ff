import type { FollowupFault } from '../../app/followup/forms.ts';
import type { CommitmentFilter } from '../../app/followup/list-own-commitments.ts';
import type { ActivityState, ReportStatus, Stance } from '../../core/followup/commitment.ts';

const filters: Readonly<Record<CommitmentFilter, string>> = {
  all: 'Alla',
  unanswered: 'Inte besvarade',
  late: 'Försenade',
  'never-reported': 'Inte rapporterade',
  'without-responsible': 'Utan ansvarig',
  'not-started': 'Inte påbörjade',
  'in-progress': 'Pågår',
  done: 'Klara',
  stopped: 'Avbrutna',
};
const statusHints: Readonly<Record<ReportStatus, string>> = {
  'not-started': 'Arbetet har inte börjat än.',
  'in-progress': 'Arbetet är i gång.',
  done: 'Allt som skulle göras är gjort.',
  stopped: 'Arbetet har avbrutits och ska inte fortsätta.',
};
const stances: Readonly<Record<Stance, string>> = {
  unanswered: 'Inte besvarat',
  accepted: 'Accepterat',
  commented: 'Kommenterat',
};
const activityStates: Readonly<Record<ActivityState, string>> = {
  planned: 'Planerad',
  'in-progress': 'Pågår',
  done: 'Klar',
  stopped: 'Avbruten',
};
const faults: Readonly<Record<FollowupFault, string>> = {
  'status-missing': 'Välj hur det går.',
  'text-missing': 'Beskriv kort vad som har hänt sedan sist.',
  'text-too-long': 'Texten får vara högst 4 000 tecken.',
  'stance-missing': 'Välj om ni accepterar eller vill kommentera.',
  'comment-missing': 'Skriv vad ni vill kommentera.',
  'title-missing': 'Skriv vad ni ska göra.',
  'title-too-long': 'Texten får vara högst 300 tecken.',
  'date-not-a-date': 'Skriv datumet som år-månad-dag, till exempel 2026-03-14.',
  'end-before-start': 'Slutdatumet ligger före startdatumet.',
  'state-missing': 'Välj hur det står till med aktiviteten.',
  'form-broken': 'Formuläret var ofullständigt. Ladda om sidan och försök igen.',
};

export const sv = {
  title: 'Våra åtaganden',
  lead: 'Allt som ni ansvarar för eller deltar i, samlat från kommunens alla beslutade planer.',
  formerly: (name: string) => `tidigare ${name}`,
  movesTitle: 'Organ över tid',
  moved: (day: string, from: string, to: string) => `${day}: från ${from} till ${to}`,
  none: 'Ni har inga åtaganden i beslutade planer.',
  noneMatch: 'Inga åtaganden passar urvalet.',
  dueDays: (days: readonly string[]) =>
    `Rapportera varje åtagande senast ${days.length < 2 ? days.join('') : `${days.slice(0, -1).join(', ')} och ${days.at(-1)}`} varje år.`,
  filterLabel: 'Visa',
  filterButton: 'Visa urvalet',
  filters,
  shown: (shown: number, all: number) =>
    shown === all ? (all === 1 ? '1 åtagande' : `${all} åtaganden`) : `${shown} av ${all} åtaganden`,
  summary: (late: number, unanswered: number) =>
    [
      late > 0 && (late === 1 ? '1 åtagande är försenat' : `${late} åtaganden är försenade`),
      unanswered > 0 && (unanswered === 1 ? '1 väntar på ert svar' : `${unanswered} väntar på ert svar`),
    ]
      .filter(Boolean)
      .join(' och '),
  showLate: 'Visa de försenade',
  nothingWaits: 'Inget är försenat och inget väntar på svar.',
  steps: { answer: 'Svara på rollen', report: 'Rapportera läget', none: 'Öppna' },
  activities: (count: number) => (count === 1 ? '1 egen aktivitet' : `${count} egna aktiviteter`),
  dueYear: (year: number) => `klar senast ${year}`,
  stances,
  yourRole: 'Er roll',
  forBody: 'Organ',
  plan: 'Plan',
  reportHeading: 'Rapportera läget',
  reportLead: 'Det tar några minuter. En skickad rapport går inte att ändra, men ni kan alltid skicka en ny.',
  statusLabel: 'Hur går det?',
  statusHints,
  textLabel: 'Vad har hänt sedan sist?',
  textHint: 'Skriv kort och sakligt. Skriv aldrig något om en enskild person.',
  send: 'Skicka rapporten',
  answerHeading: 'Svara på rollen',
  answerLead: 'Har ni tagit emot uppdraget som det står, eller vill ni säga något till den som håller i planen?',
  answerLabel: 'Ert svar',
  accept: 'Vi accepterar rollen',
  comment: 'Vi vill kommentera rollen',
  commentLabel: 'Kommentar',
  commentHint: 'Behövs bara om ni vill kommentera.',
  sendAnswer: 'Skicka svaret',
  answered: 'Ert svar',
  changeAnswer: 'Ändra svaret',
  activitiesHeading: 'Egna aktiviteter',
  activitiesLead: 'Det ni själva gör för att klara er del, till exempel ur verksamhetsplanen.',
  noActivities: 'Inga aktiviteter är inlagda.',
  addActivity: 'Lägg till en aktivitet',
  changeActivity: 'Ändra aktiviteten',
  activityTitle: 'Vad ska ni göra?',
  activityStart: 'Börjar',
  activityEnd: 'Slutar',
  activityState: 'Läge',
  activityStates,
  save: 'Spara',
  historyHeading: 'Tidigare rapporter',
  noHistory: 'Ingen har rapporterat än.',
  reportBy: (name: string, date: string) => `${date}, ${name}`,
  othersHeading: 'Fler som deltar',
  noOthers: 'Ni är ensamma om åtgärden.',
  dates: (from: string | null, to: string | null) =>
    from && to ? `${from} – ${to}` : from ? `från ${from}` : to ? `till ${to}` : '',
  done: {
    rapport: 'Tack! Rapporten är sparad.',
    svar: 'Tack! Svaret är sparat.',
    aktivitet: 'Aktiviteten är sparad.',
    ansvarig: 'Ansvarig person är sparad.',
  },
  conflictTitle: 'Någon annan hann före',
  reportConflict:
    'En kollega skickade en rapport medan du skrev. Inget är förlorat: läs den här nedanför, ändra din text om det behövs och skicka igen.',
  answerConflict:
    'En kollega svarade medan du skrev. Läs svaret här nedanför och skicka igen om ditt svar ska gälla i stället.',
  activityConflict:
    'En kollega ändrade aktiviteten medan du skrev. Så här står det nu. Spara igen om din text ska gälla i stället.',
  theirs: 'Så står det nu',
  yours: 'Din text',
  faults,
};
export type FollowupTexts = typeof sv;
