import type { WatchedFault } from '../../app/horizon/keep-watched.ts';
import type { DayKind, WatchedKind, WatchedState } from '../../core/horizon/watched-item.ts';

const kinds: Readonly<Record<WatchedKind, string>> = {
  law: 'Lag eller förordning',
  directive: 'EU-direktiv',
  assignment: 'Uppdrag från staten',
  inquiry: 'Utredning',
  goal: 'Mål eller strategi',
  other: 'Annat',
};
const states: Readonly<Record<WatchedState, string>> = {
  expected: 'Väntas',
  decided: 'Beslutad',
  'in-force': 'Gäller',
  ended: 'Avslutad',
};
const days: Readonly<Record<DayKind, string>> = {
  expected: 'väntas',
  'in-force': 'börjar gälla',
  'follow-up': 'ska följas upp',
};
const faults: Readonly<Record<WatchedFault, string>> = {
  'title-missing': 'Skriv vad det heter.',
  'text-too-long': 'Texten är för lång. Korta den.',
  'kind-missing': 'Välj vad det är.',
  'state-missing': 'Välj hur långt det har kommit.',
  'source-not-an-address': 'Skriv en adress som börjar med https://, utan mellanslag.',
  'day-not-a-day': 'Skriv datumet som år-månad-dag, till exempel 2026-07-01.',
  'owner-unknown': 'Välj ett organ eller en person i listan.',
  'form-broken': 'Formuläret var ofullständigt. Ladda om sidan och försök igen.',
};
/** What was done, by the kind of event. */
const done: Readonly<Record<string, string>> = {
  'watched-added': 'lade till bevakningen',
  'watched-changed': 'ändrade uppgifterna',
  'watched-touches': 'ändrade vad som berörs',
};

export const sv = {
  title: 'Omvärldsbevakning',
  lead: 'Lagar, direktiv, uppdrag och utredningar som kan ändra det kommunen ska göra, med dagar och vem som håller ögonen på dem.',
  none: 'Inget bevakas än. Lägg till det första, till exempel en lag som träder i kraft eller ett uppdrag med sista dag.',
  noneHere: 'Inget bevakas just nu. Det som är avslutat står nedan.',
  add: 'Lägg till en bevakning',
  nearHeading: 'Snart eller passerat',
  near: (title: string, what: string, day: string) => `${title} ${what} ${day}`,
  daysLeft: (count: number) =>
    count === 0
      ? 'i dag'
      : count > 0
        ? `om ${count} ${count === 1 ? 'dag' : 'dagar'}`
        : `för ${-count} ${count === -1 ? 'dag' : 'dagar'} sedan`,
  overviewHeading: 'I omvärlden',
  overviewMore: 'Hela omvärldsbevakningen',
  list: 'Bevakas',
  ended: (count: number) => `Avslutade (${count})`,
  what: 'Vad',
  kind: 'Slag',
  state: 'Läge',
  daysHeading: 'Dagar',
  owner: 'Ansvarig',
  noOwner: 'Ingen',
  noDays: 'Inga dagar angivna',
  kinds,
  states,
  days,
  inForceOn: 'Börjar gälla',
  expectedOn: 'Beslut väntas',
  followUpOn: 'Följs upp',
  unknownDay: 'Inte angivet',
  source: 'Källa',
  noSource: 'Ingen källa är angiven',
  change: 'Ändra uppgifterna',
  touchedHeading: 'Det som berörs',
  touchedNone: 'Ingen plan är angiven. Välj en plan nedan och kryssa för det som berörs.',
  wholePlan: 'Hela planen',
  touchPlan: 'Plan',
  touchShow: 'Välj åtgärder',
  touchTitle: (plan: string) => `Vad berörs i ${plan}?`,
  touchMeasures: 'Åtgärder',
  touchNone: 'Planen har inga åtgärder.',
  touched: 'Det som berörs är sparat.',
  history: 'Historik',
  done,
  program: 'Programmet',
  happened: (who: string, what: string, when: string) => `${who} ${what} ${when}`,
  newTitle: 'Ny bevakning',
  changeTitle: 'Ändra bevakningen',
  name: 'Vad heter det?',
  nameHint: 'Till exempel lagens namn och nummer.',
  kindLabel: 'Vad är det?',
  stateLabel: 'Hur långt har det kommit?',
  stateHints: {
    expected: 'Förslag, utredning eller uppdrag på väg.',
    decided: 'Beslutet är fattat men gäller inte än.',
    'in-force': 'Det gäller i dag.',
    ended: 'Det behöver inte bevakas längre.',
  } satisfies Readonly<Record<WatchedState, string>>,
  sourceHint: 'Adressen till beslutet eller dokumentet.',
  summary: 'Vad betyder det för kommunen?',
  ownerLabel: 'Vem håller ögonen på det?',
  ownerHint: 'Ett organ eller en person.',
  save: 'Spara',
  saved: 'Bevakningen är sparad.',
  faults,
  conflictTitle: 'Någon annan hann ändra bevakningen',
  conflictLead: 'Så här står den nu. Det du skrev finns kvar i formuläret. Spara igen om ditt ska gälla.',
};
export type HorizonTexts = typeof sv;
