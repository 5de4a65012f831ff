import type { ImportDraft } from '../../app/importing/ports.ts';
import type { VersionedWrite } from '../../app/store.ts';
import type { PlanReading } from '../../core/exchange/plan-reading.ts';
import { query, type Session, written } from './session.ts';
import { isUuid } from './uuid.ts';

const listed = `import_draft_id as id, file_name as "fileName", sha256, confirmed, created_by as "createdBy",
  created_at as "createdAt", expires_at as "expiresAt", row_version as "rowVersion"`;

export async function listImportDrafts(session: Session): Promise<Omit<ImportDraft, 'bytes' | 'source' | 'reading'>[]> {
  return session.all(
    written<Omit<ImportDraft, 'bytes' | 'source' | 'reading'>>(
      `select ${listed} from import_draft where municipality = $1 order by created_at desc, import_draft_id desc`,
      [session.municipality],
    ),
  );
}

export async function getImportDraft(session: Session, id: string): Promise<ImportDraft | null> {
  if (!isUuid(id)) return null;
  return session.first(
    written<ImportDraft>(
      `select ${listed}, bytes, source, reading from import_draft where municipality = $1 and import_draft_id = $2`,
      [session.municipality, id],
    ),
  );
}

export async function addImportDraft(session: Session, draft: ImportDraft): Promise<void> {
  await session.write(
    query.insertInto('import_draft').values({
      municipality: session.municipality,
      import_draft_id: draft.id,
      file_name: draft.fileName,
      sha256: draft.sha256,
      bytes: asBuffer(draft.bytes),
      source: draft.source === null ? null : JSON.stringify(draft.source),
      reading: JSON.stringify(draft.reading),
      confirmed: draft.confirmed,
      created_by: draft.createdBy,
      created_at: draft.createdAt,
      expires_at: draft.expiresAt,
      row_version: draft.rowVersion,
    }),
  );
}

export async function changeImportDraft(
  session: Session,
  change: { id: string; reading: PlanReading; confirmed: readonly string[]; rowVersion: number },
): Promise<VersionedWrite<ImportDraft>> {
  if (!isUuid(change.id)) return { done: false, current: null };
  const touched = await session.write(
    query
      .updateTable('import_draft')
      .set({
        reading: JSON.stringify(change.reading),
        confirmed: change.confirmed,
        row_version: change.rowVersion + 1,
      })
      .where('municipality', '=', session.municipality)
      .where('import_draft_id', '=', change.id)
      .where('row_version', '=', change.rowVersion),
  );
  return touched === 1 ? { done: true } : { done: false, current: await getImportDraft(session, change.id) };
}

export async function removeImportDraft(session: Session, id: string): Promise<void> {
  if (!isUuid(id)) return;
  await session.write(
    query.deleteFrom('import_draft').where('municipality', '=', session.municipality).where('import_draft_id', '=', id),
  );
}

export async function removeExpiredImportDrafts(session: Session, now: Date): Promise<number> {
  return session.write(
    query.deleteFrom('import_draft').where('municipality', '=', session.municipality).where('expires_at', '<=', now),
  );
}

/** The same bytes as `pg` wants them, without a copy. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
