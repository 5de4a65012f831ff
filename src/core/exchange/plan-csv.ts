import type { OpenPlan } from './open-plan.ts';

const HEADERS = {
  sv: ['Nr', 'Område', 'Åtgärd', 'Samordnare', 'Delansvariga', 'Klart år'],
  en: ['No.', 'Area', 'Measure', 'Coordinator', 'Co-responsible', 'Due year'],
} as const;

// A spreadsheet takes a cell that begins so for a formula, and may then run it.
const FORMULA = /^[=+\-@\t\r]/;

/**
 * The measures as CSV after RFC 4180, one a row, with a byte order mark so that Excel reads the letters right, and
 * semicolons, which Swedish Excel expects. A cell that a spreadsheet would take for a formula gets an apostrophe first;
 * a cell that begins with an apostrophe gets one more, so that nothing is lost. Missing values are empty, never zero.
 */
export function planCsv(plan: OpenPlan, language: 'sv' | 'en'): string {
  const rows = plan.areas.flatMap((area) =>
    area.measures.map((measure) => [
      measure.number ?? '',
      [area.number, area.title].filter((part) => part !== null).join(' '),
      measure.text,
      measure.coordinator ?? '',
      measure.coResponsible.join('\n'),
      measure.dueYear === null ? '' : String(measure.dueYear),
    ]),
  );
  return `\uFEFF${[HEADERS[language], ...rows].map((row) => `${row.map(csvCell).join(';')}\r\n`).join('')}`;
}

function csvCell(value: string): string {
  const safe = FORMULA.test(value) || value.startsWith("'") ? `'${value}` : value;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
