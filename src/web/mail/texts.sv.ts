export const sv = {
  greeting: (name: string) => `Hej ${name}!`,
  orCopy: 'Fungerar inte knappen? Kopiera adressen:',
  validUntil: 'Länken gäller till',
  ownLink: 'Länken är bara till för dig. Skicka den inte vidare.',
  foot: (municipality: string) =>
    `Brevet kommer från Handlingskraft, där ${municipality} följer upp sina handlingsplaner.`,
  decline: 'Sluta få sådana här brev',
  andMore: (left: number) => `Och ${left} till.`,
  invitation: {
    subject: (municipality: string) => `Välkommen till handlingsplanerna i ${municipality}`,
    lead: (municipality: string) =>
      `Du har fått ett konto i Handlingskraft, där ${municipality} följer upp sina handlingsplaner. Öppna länken och välj hur du vill logga in.`,
    button: 'Kom igång',
    unexpected: 'Vet du inte varför du har fått brevet? Då behöver du inte göra något.',
  },
  passwordReset: {
    subject: 'Välj ett nytt lösenord',
    lead: (municipality: string) =>
      `Någon har bett om ett nytt lösenord till ditt konto i Handlingskraft hos ${municipality}. Var det du? Öppna länken och välj ett nytt.`,
    button: 'Välj nytt lösenord',
    unexpected: 'Var det inte du? Då behöver du inte göra något. Ditt gamla lösenord gäller fortfarande.',
  },
  passwordChanged: {
    subject: 'Ditt lösenord är ändrat',
    lead: (municipality: string) => `Lösenordet till ditt konto i Handlingskraft hos ${municipality} är ändrat.`,
    when: 'Ändrat',
    unexpected:
      'Var det inte du? Välj då genast ett nytt lösenord med «Glömt lösenordet?» på inloggningssidan och säg till kommunens administratör.',
    button: 'Till inloggningen',
  },
  addressChanged: {
    subject: 'Din e-postadress är ändrad',
    lead: (municipality: string) =>
      `En administratör har ändrat e-postadressen för ditt konto i Handlingskraft hos ${municipality}. Brev går inte längre hit, och du loggar in med den nya adressen.`,
    when: 'Ändrad',
    unexpected: 'Känner du inte till ändringen? Säg genast till kommunens administratör.',
  },
  guestLink: {
    subject: (municipality: string) => `En länk till dig från ${municipality}`,
    lead: (sender: string, municipality: string) =>
      `${sender} på ${municipality} vill visa dig något i Handlingskraft. Du behöver inget konto.`,
    thing: 'Länken visar',
    button: 'Öppna länken',
  },
  test: {
    subject: 'Provbrev',
    lead: 'Det här är ett provbrev som du har skickat till dig själv. Har det kommit fram går kommunens brev som de ska.',
    button: 'Till utkorgen',
  },
  reportReminder: {
    subject: (count: number, dueDay: string) =>
      count === 1
        ? `Ett åtagande ska rapporteras senast ${dueDay}`
        : `${count} åtaganden ska rapporteras senast ${dueDay}`,
    lead: (count: number, daysLeft: number) =>
      `${count === 1 ? 'Det här åtagandet är' : 'De här åtagandena är'} inte rapporterat än. ${daysToGo(daysLeft)}`,
    dueDay: 'Sista dag',
    report: 'Rapportera',
    button: 'Till våra åtaganden',
    calendar: 'Den bifogade filen lägger in sista dagen i din kalender.',
    calendarTitle: (municipality: string) => `Sista dag att rapportera åtaganden, ${municipality}`,
    calendarText: 'Rapportera hur det går med varje åtagande. En kort text räcker.',
  },
  digest: {
    subject: (count: number) => (count === 1 ? 'En nyhet i handlingsplanerna' : `${count} nyheter i handlingsplanerna`),
    lead: 'Det här har hänt sedan sist.',
    topics: {
      'new-commitments': (count: number) =>
        count === 1 ? 'Ett nytt åtagande i en beslutad plan' : `${count} nya åtaganden i beslutade planer`,
      answered: (count: number) => (count === 1 ? 'Ett svar på en roll' : `${count} svar på roller`),
      reported: (count: number) => (count === 1 ? 'En rapport' : `${count} rapporter`),
    },
    open: 'Öppna',
    toCommitments: 'Till våra åtaganden',
    toOverview: 'Till översikten',
  },
};
export type MailTexts = typeof sv;

function daysToGo(days: number): string {
  if (days === 0) return 'Sista dagen är i dag.';
  return days === 1 ? 'Det är en dag kvar.' : `Det är ${days} dagar kvar.`;
}
