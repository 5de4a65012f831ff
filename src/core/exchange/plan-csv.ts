import { csvText } from '../shared/csv.ts';
import type { OpenPlan } from './open-plan.ts';

const HEADERS = {
  sv: ['Nr', 'Område', 'Åtgärd', 'Samordnare', 'Delansvariga', 'Klart år'],
  en: ['No.', 'Area', 'Measure', 'Coordinator', 'Co-responsible', 'Due year'],
} as const;

/** The measures as CSV, one a row, as `csvText` writes it. Missing values are empty, never zero. */
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
  return csvText([HEADERS[language], ...rows]);
}
