import type {
  EditedFile,
  EditedFileView,
  NewEditedFile,
  ProposalDecision,
  StoredProposal,
  WordExport,
} from '../../app/roundtrip/ports.ts';
import type { VersionedWrite } from '../../app/store.ts';
import { asBuffer } from './import-store.ts';
import { query, type Session, written } from './session.ts';
import { isUuid } from './uuid.ts';

/** Signs of the hash that a bookmark has room for. */
const SHORT_HASH = 32;

export async function getWordExport(session: Session, planId: string, contentHash: string): Promise<WordExport | null> {
  if (!isUuid(planId) || !/^[0-9a-f]{32,64}$/.test(contentHash)) return null;
  return session.first(
    written<WordExport>(
      `select plan_id as "planId", content_hash as "contentHash", content, words, made_at as "madeAt", made_by as "madeBy"
       from word_export where municipality = $1 and plan_id = $2
         and (content_hash = $3 or (length($3) = ${SHORT_HASH} and left(content_hash, ${SHORT_HASH}) = $3))`,
      [session.municipality, planId, contentHash],
    ),
  );
}

const view = `f.edited_file_id as id, f.plan_id as "planId", f.file_name as "fileName", f.sha256,
  f.received_at as "receivedAt", (select a.name from account a where a.municipality = f.municipality
    and a.account_id = f.received_by) as "receivedByName",
  (select count(*)::int from edit_proposal p where p.municipality = f.municipality
    and p.edited_file_id = f.edited_file_id) as proposals,
  (select count(*)::int from edit_proposal p where p.municipality = f.municipality
    and p.edited_file_id = f.edited_file_id and p.state = 'open') as open`;

export async function listEditedFiles(session: Session, planId: string): Promise<EditedFileView[]> {
  if (!isUuid(planId)) return [];
  return session.all(
    written<EditedFileView>(
      `select ${view} from edited_file f where f.municipality = $1 and f.plan_id = $2
       order by f.received_at desc, f.edited_file_id desc`,
      [session.municipality, planId],
    ),
  );
}

/** As JSON has it: moments are texts there. */
type JsonProposal = Omit<StoredProposal, 'decidedAt'> & { readonly decidedAt: string | null };
type JsonExport = Omit<WordExport, 'madeAt'> & { readonly madeAt: string };
type FileRow = Omit<EditedFile, 'list' | 'base'> & {
  readonly base: JsonExport;
  readonly list: readonly JsonProposal[] | null;
};

export async function getEditedFile(session: Session, planId: string, id: string): Promise<EditedFile | null> {
  if (!isUuid(planId) || !isUuid(id)) return null;
  const row = await session.first(
    written<FileRow>(
      `select ${view}, f.base_known as "baseKnown", f.beside,
         json_build_object('planId', e.plan_id, 'contentHash', e.content_hash, 'content', e.content, 'words', e.words,
           'madeAt', e.made_at, 'madeBy', e.made_by) as base,
         (select json_agg(json_build_object('position', p.position, 'proposal', p.proposal, 'state', p.state,
             'decidedAt', p.decided_at, 'decidedByName', a.name, 'resultId', p.result_id, 'rowVersion', p.row_version)
             order by p.position)
           from edit_proposal p left join account a on a.municipality = p.municipality and a.account_id = p.decided_by
           where p.municipality = f.municipality and p.edited_file_id = f.edited_file_id) as list
       from edited_file f join word_export e on e.municipality = f.municipality and e.plan_id = f.plan_id
         and e.content_hash = f.content_hash
       where f.municipality = $1 and f.plan_id = $2 and f.edited_file_id = $3`,
      [session.municipality, planId, id],
    ),
  );
  if (row === null) return null;
  const list = (row.list ?? []).map((each): StoredProposal => {
    return { ...each, decidedAt: each.decidedAt === null ? null : new Date(each.decidedAt) };
  });
  return { ...row, base: { ...row.base, madeAt: new Date(row.base.madeAt) }, list };
}

export async function keepWordExport(session: Session, made: WordExport): Promise<boolean> {
  const row = {
    municipality: session.municipality,
    plan_id: made.planId,
    content_hash: made.contentHash,
    content: JSON.stringify(made.content),
    words: JSON.stringify(made.words),
    made_at: made.madeAt,
    made_by: made.madeBy,
  };
  const kept = query
    .insertInto('word_export')
    .values(row)
    .onConflict((conflict) => conflict.doNothing());
  return (await session.write(kept)) === 1;
}

export async function addEditedFile(session: Session, file: NewEditedFile): Promise<void> {
  const row = {
    municipality: session.municipality,
    edited_file_id: file.id,
    plan_id: file.planId,
    file_name: file.fileName,
    sha256: file.sha256,
    bytes: asBuffer(file.bytes),
    content_hash: file.contentHash,
    base_known: file.baseKnown,
    beside: JSON.stringify(file.beside),
    received_at: file.receivedAt,
    received_by: file.receivedBy,
  };
  await session.write(query.insertInto('edited_file').values(row));
  const rows = file.proposals.map((proposal, position) => ({ position, proposal }));
  if (rows.length > 0)
    await session.write(
      written(
        `insert into edit_proposal (municipality, edited_file_id, position, proposal, state, row_version)
         select $1, $2, r.position, r.proposal, 'open', 1
         from jsonb_to_recordset($3::jsonb) as r (position integer, proposal jsonb)`,
        [session.municipality, file.id, JSON.stringify(rows)],
      ),
    );
}

/** One statement: the held rows are counted first, so that where one is not as it was read none is written. */
export async function decideProposals(
  session: Session,
  decisions: readonly ProposalDecision[],
): Promise<VersionedWrite<null>> {
  const rows = decisions.map((each) => ({
    edited_file_id: each.fileId,
    position: each.position,
    row_version: each.rowVersion,
    state: each.state,
    result_id: each.resultId,
    decided_at: each.decidedAt,
    decided_by: each.decidedBy,
  }));
  const touched = await session.write(
    written(
      `with asked as (select * from jsonb_to_recordset($2::jsonb) as r (edited_file_id uuid, position integer,
           row_version integer, state text, result_id uuid, decided_at timestamptz, decided_by uuid)),
         held as (select p.edited_file_id, p.position from edit_proposal p
           join asked a on a.edited_file_id = p.edited_file_id and a.position = p.position
           where p.municipality = $1 and p.row_version = a.row_version and p.state = 'open' for update of p)
       update edit_proposal p set state = a.state, result_id = a.result_id, decided_at = a.decided_at,
         decided_by = a.decided_by, row_version = p.row_version + 1
       from asked a join held h on h.edited_file_id = a.edited_file_id and h.position = a.position
       where p.municipality = $1 and p.edited_file_id = a.edited_file_id and p.position = a.position
         and (select count(*) from held) = (select count(*) from asked)`,
      [session.municipality, JSON.stringify(rows)],
    ),
  );
  return touched === decisions.length && touched > 0 ? { done: true } : { done: false, current: null };
}
