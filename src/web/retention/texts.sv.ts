import type { DaysFault } from '../../app/retention/change-retention-days.ts';
import type { RetentionAction, RetentionClass } from '../../core/retention/retention.ts';

const classes: Readonly<Record<RetentionClass, string>> = {
  sessions: 'Inloggningar',
  uploads: 'Uppladdade filer',
  'letter-content': 'Brevens adress och innehåll',
  letters: 'Brev i utkorgen',
  'account-links': 'Länkar till konton',
  'guest-links': 'Gästlänkar',
  'support-accesses': 'Supportåtkomster',
  accounts: 'Konton för dem som har slutat',
  trail: 'Spårlogg',
  plans: 'Planer',
  reports: 'Rapporter',
};

const what: Readonly<Record<RetentionClass, string>> = {
  sessions: 'När tiden är slut, eller när ingen har använt dem på två timmar. Det görs varje timme.',
  uploads: 'Filer som väntar på granskning. Tiden räknas från uppladdningen.',
  'letter-content':
    'Tiden räknas från att brevet skickades eller gavs upp. Vilket brev det var, till vem och när finns kvar.',
  letters: 'Vilka brev som har skickats, till vem och när. Tiden räknas från att brevet skickades eller gavs upp.',
  'account-links':
    'Inbjudningar och länkar för nytt lösenord. Tiden räknas från att länken användes eller slutade gälla.',
  'guest-links': 'Tiden räknas från sista dagen, eller från att länken togs tillbaka. Rapporter och svar finns kvar.',
  'support-accesses':
    'Vem utifrån som fick läsa, och varför. Tiden räknas från att åtkomsten slutade. Spårloggen finns kvar.',
  accounts: 'Tiden räknas från sista dagen. Namnet ersätts av en pseudonym, och det som personen har gjort finns kvar.',
  trail: 'Går inte att ändra eller ta bort. Den håller id, aldrig namn.',
  plans: 'Planer med beslut, remisser och originalfiler. Lämnas till e-arkiv.',
  reports: 'Vad varje organ har rapporterat. Lämnas till e-arkiv med planen.',
};

const actions: Readonly<Record<RetentionAction, { readonly heading: string; readonly lead: string }>> = {
  proposed: {
    heading: 'Gallras efter beslut',
    lead: 'Programmet föreslår, och en administratör bekräftar. Kommunen väljer hur länge.',
  },
  automatic: {
    heading: 'Gallras av sig självt',
    lead: 'Programmet tar bort det utan att fråga. Tiden går inte att ändra.',
  },
  kept: { heading: 'Bevaras', lead: 'Det här tas aldrig bort i programmet.' },
};

const faults: Readonly<Record<DaysFault, (least: number, most: number) => string>> = {
  'days-missing': () => 'Skriv ett antal dagar.',
  'days-not-whole': () => 'Skriv antalet dagar som ett helt tal, till exempel 365.',
  'days-out-of-bounds': (least, most) => `Välj mellan ${least} och ${most} dagar.`,
  'form-broken': () => 'Formuläret var ofullständigt. Ladda om sidan och försök igen.',
};

export const sv = {
  title: 'Gallring',
  lead: 'Hur länge programmet sparar vad, med vilken grund, och vad som ska tas bort.',
  toProposal: 'Gallringsförslag',
  toProtocol: 'Gallringsprotokoll',
  toPersonalData: 'Personuppgifter',
  classes,
  what,
  actions,
  kept: (days: number) => (days === 0 ? 'genast' : `${days} dagar`),
  after: 'Tid',
  ground: 'Grund',
  change: 'Ändra tiden',
  changeFor: (name: string) => `för ${name.toLocaleLowerCase('sv')}`,
  saved: 'Tiden är ändrad.',
  days: {
    title: (name: string) => `Ändra tiden: ${name.toLocaleLowerCase('sv')}`,
    label: 'Antal dagar',
    hint: (least: number, most: number, usual: number) =>
      `Mellan ${least} och ${most}. Från början ${usual}. Stäm av med kommunens dokumenthanteringsplan.`,
    save: 'Spara',
    conflict: (days: number) =>
      `En annan administratör valde ${days} dagar medan du hade sidan öppen. Det du skrev finns kvar. Spara igen om det ska gälla i stället.`,
    faults,
  },
  proposal: {
    title: 'Gallringsförslag',
    lead: 'Det här har sparats så länge som kommunen har valt, och kan tas bort i dag.',
    none: 'Inget har sparats så länge att det ska tas bort i dag. Titta hit igen om en månad, eller ändra tiderna under Gallring.',
    choose: 'Välj vad som ska tas bort',
    count: (name: string, count: number) => `${name}: ${count}`,
    hint: (date: string, days: number) => `Avslutades före ${date}. Sparas i ${days} dagar.`,
    people: 'De här personerna har slutat',
    person: (name: string, day: string) => `${name}, sista dag ${day}`,
    peopleLead:
      'De tas bort om du har valt konton. Öppna en person för att se vad som försvinner och vad som finns kvar.',
    forGood: 'Det går inte att ångra. Vad som togs bort, hur mycket och av vem skrivs i spårloggen, utan namn.',
    submit: 'Gallra det valda',
    changed:
      'Förslaget har ändrats sedan du öppnade sidan. Inget är borttaget. Så här ser det ut nu: läs igenom och bekräfta igen.',
    nothingChosen: 'Välj minst ett slag av uppgifter.',
  },
  protocol: {
    title: 'Gallringsprotokoll',
    lead: 'Vad som har gallrats efter beslut, enligt spårloggen.',
    none: 'Inget har gallrats efter beslut än. När du bekräftar ett förslag eller tar bort en person står det här.',
    done: (count: number) => (count === 1 ? '1 post är borttagen.' : `${count} poster är borttagna.`),
    download: 'Ladda ner som kalkylblad (CSV)',
    caption: 'Senaste först',
    inTrail: 'Visa i spårloggen',
    automatic: 'Det som programmet tar bort av sig självt står i spårloggen som Städning.',
    toAutomatic: 'Visa städningen',
    program: 'Programmet',
    columns: {
      when: 'När',
      who: 'Av vem',
      what: 'Vad',
      count: 'Antal',
      days: 'Sparades i dagar',
      endedBefore: 'Avslutat före',
      proof: 'Kontrollvärde',
      event: 'Händelse',
    },
    proofLead: 'Kontrollvärdet är SHA-256 av posternas id i ordning, med komma emellan.',
    cut: (most: number) => `Bara de senaste ${most} visas. Alla finns i kalkylbladet.`,
  },
};
export type RetentionTexts = typeof sv;
