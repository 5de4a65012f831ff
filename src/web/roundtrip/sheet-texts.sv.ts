import type { SheetFaultKind } from '../../core/roundtrip/measure-sheet.ts';

type Fault<K extends SheetFaultKind['kind']> = Extract<SheetFaultKind, { kind: K }>;

export const sv = {
  title: 'Åtgärderna i kalkylblad',
  lead: 'Hämta åtgärderna som kalkylblad, ändra text, ansvariga och år, och läs in bladet igen. Du ser vad som ändras innan något sparas, och antingen sparas allt eller inget.',
  getHeading: 'Hämta bladet',
  xlsx: 'Excel-fil (.xlsx)',
  csv: 'Textfil med semikolon (.csv)',
  csvHint: 'Öppna inte textfilen direkt i Excel: då kan numret 3.10 bli 3.1. Excel-filen har inte det felet.',
  giveHeading: 'Läs in bladet',
  fileLabel: 'Kalkylblad med åtgärder',
  fileHint: 'Excel (.xlsx) eller text med semikolon, tabb eller komma (.csv), högst 4 MB.',
  fileRequired: 'Välj ett kalkylblad.',
  read: 'Visa vad som ändras',
  rules: 'Så läses bladet',
  ruleList: [
    'Kolumnen Id visar vilken åtgärd raden gäller. Ändra den inte.',
    'Nr och Område ska stå kvar som de är för åtgärder som finns.',
    'En rad utan Id blir en ny åtgärd, sist i det område som kolumnen Område anger.',
    'En åtgärd som saknas i bladet ändras inte och stryks inte.',
    'Delansvariga skiljs åt med semikolon.',
  ],
  faultsTitle: (count: number) =>
    count === 1 ? 'Bladet har ett fel. Inget är sparat.' : `Bladet har ${count} fel. Inget är sparat.`,
  faultsCaption: 'Fel i bladet',
  row: 'Rad',
  column: 'Kolumn',
  fault: 'Fel',
  faults: {
    'no-rows': () => 'Bladet har inga rader under rubriken.',
    'too-many-rows': ({ most }: Fault<'too-many-rows'>) => `Bladet får ha högst ${most} rader.`,
    'column-unknown': () => 'Kolumnen känns inte igen. Ta bort den, eller rätta rubriken.',
    'column-twice': () => 'Kolumnen finns två gånger.',
    'column-missing': () => 'Kolumnen saknas. Hämta ett nytt blad och utgå från det.',
    'id-unknown': () => 'Ingen åtgärd i planen har detta id.',
    'id-twice': ({ firstRow }: Fault<'id-twice'>) => `Samma id står redan på rad ${firstRow}.`,
    'number-differs': ({ expected }: Fault<'number-differs'>) =>
      `Numret ska vara ${expected}. Kalkylprogram gör 3.10 till 3.1 när cellen är ett tal: gör kolumnen till text.`,
    'area-differs': ({ expected }: Fault<'area-differs'>) =>
      `Området ska vara ”${expected}”. En åtgärd flyttas inte i kalkylbladet.`,
    'area-unknown': () => 'Området finns inte i planen. Skriv dess nummer eller namn.',
    'text-missing': () => 'Åtgärden saknar text.',
    'too-long': ({ most }: Fault<'too-long'>) => `Texten får vara högst ${most} tecken.`,
    'year-not-a-year': () => 'Skriv året med fyra siffror, eller lämna cellen tom.',
  },
  refusals: {
    'plan-changed': 'Planen har ändrats sedan förhandsvisningen. Här är vad bladet skulle ändra nu.',
    'in-use': 'Ett organ som tas bort har redan rapporterat om åtgärden. Inget är sparat.',
  },
  previewTitle: 'Det här ändras',
  nothing: 'Bladet ändrar ingenting i planen.',
  changesCaption: (count: number) => (count === 1 ? 'En ändring' : `${count} ändringar`),
  newMeasure: (area: string) => `Ny i ${area}`,
  what: { text: 'Text', fields: 'Ansvariga och år', add: 'Ny åtgärd' },
  fields: { coordinator: 'Samordnare', coResponsible: 'Delansvariga', dueYear: 'Klart år' },
  now: 'Nu',
  afterwards: 'Efteråt',
  confirm: 'Spara ändringarna',
  another: 'Välj ett annat blad',
  done: (count: string) => `Bladet är inläst. Antal ändringar: ${count}.`,
};
export type SheetTexts = typeof sv;
