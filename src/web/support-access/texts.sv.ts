export const sv = {
  title: 'Logga in som support',
  lead: (name: string, time: string) =>
    `Åtkomsten gäller ${name} till kl. ${time}. Du kan läsa utkast, åtaganden och översikt, men inte ändra något.`,
  logged: 'Allt du läser skrivs i kommunens spårlogg. Kommunens administratör kan avsluta åtkomsten när som helst.',
  enter: 'Logga in',
  goneTitle: 'Länken gäller inte',
  gone: 'Länken har använts eller gått ut. Den gäller en gång, i 15 minuter. Be om en ny.',
  list: {
    heading: 'Support är inloggad eller inbjuden nu',
    who: (name: string, time: string) => `${name}, till kl. ${time}`,
    unused: 'Länken är inte använd än.',
    reason: (kind: string, reason: string) => `${kind}: ${reason}`,
    reasons: {
      fault: 'Fel',
      question: 'Fråga',
      settings: 'Inställning',
      security: 'Säkerhet',
      other: 'Annat',
    },
    end: 'Avsluta åtkomsten',
    ended: 'Supportåtkomsten är avslutad.',
  },
};
export type SupportAccessTexts = typeof sv;
