import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { sheetOf } from '../../core/roundtrip/measure-sheet.ts';
import { csvText } from '../../core/shared/csv.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { contentOf } from '../drafting/freeze-version.ts';
import type { Store } from '../store.ts';
import type { SheetWriter } from './sheet-ports.ts';

export const sheetFormats = ['xlsx', 'csv'] as const;
export type SheetFormat = (typeof sheetFormats)[number];

interface Command {
  readonly slug: string;
  readonly format: SheetFormat;
  readonly language: 'sv' | 'en';
}

/** The measures of a plan as a spreadsheet with their ids, to be changed and read in again. */
export function measuresAsSheet({ store, sheets }: { readonly store: Store; readonly sheets: SheetWriter }) {
  return async (
    actor: Actor,
    { slug, format, language }: Command,
  ): Promise<Result<Uint8Array | string, { readonly kind: 'not-allowed' | 'no-such-plan' }>> => {
    const { municipality } = actor;
    if (!may(actor, 'change-plan', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const plan = await store.read.getPlanBySlug(municipality, slug);
    if (plan === null) return refuse({ kind: 'no-such-plan' });
    const cells = sheetOf(contentOf(plan), language);
    return ok(
      format === 'csv' ? csvText(cells) : await sheets.writeSheet(language === 'sv' ? 'Åtgärder' : 'Measures', cells),
    );
  };
}
