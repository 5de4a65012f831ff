import type { Passkey } from '../../app/identity/passkey-ports.ts';
import type { Account } from '../../app/identity/ports.ts';
import { accountColumns } from './account-store.ts';
import { query, type Session, written } from './session.ts';
import { isUuid } from './uuid.ts';

// The count needs 32 bits without a sign, which a double holds exactly.
const passkeyColumns = `k.passkey_id as "passkeyId", k.account_id as "accountId", k.credential_id as "credentialId",
  k.public_key as "publicKey", k.counter::float8 as counter, k.transports, k.name as "passkeyName",
  k.created_at as "createdAt", k.last_used_at as "lastUsedAt"`;

interface PasskeyRow extends Omit<Passkey, 'id' | 'name'> {
  readonly passkeyId: string;
  readonly passkeyName: string;
}

function toPasskey(row: PasskeyRow): Passkey {
  const { accountId, credentialId, publicKey, counter, transports, createdAt, lastUsedAt } = row;
  const facts = { accountId, credentialId, publicKey, counter, transports, createdAt, lastUsedAt };
  return { id: row.passkeyId, name: row.passkeyName, ...facts };
}

export async function listPasskeys(session: Session, accountId: string): Promise<Passkey[]> {
  const rows = await session.all(
    written<PasskeyRow>(
      `select ${passkeyColumns} from passkey k where k.municipality = $1 and k.account_id = $2
       order by k.created_at, k.passkey_id`,
      [session.municipality, accountId],
    ),
  );
  return rows.map(toPasskey);
}

export async function findPasskey(
  session: Session,
  credentialId: string,
): Promise<{ passkey: Passkey; account: Account } | null> {
  const row = await session.first(
    written<PasskeyRow & Account>(
      `select ${accountColumns}, ${passkeyColumns} from passkey k
       join account a on a.municipality = k.municipality and a.account_id = k.account_id
       where k.municipality = $1 and k.credential_id = $2`,
      [session.municipality, credentialId],
    ),
  );
  return row === null ? null : { passkey: toPasskey(row), account: row };
}

export async function addPasskey(session: Session, passkey: Passkey): Promise<boolean> {
  const added = await session.write(
    query
      .insertInto('passkey')
      .values({
        municipality: session.municipality,
        passkey_id: passkey.id,
        account_id: passkey.accountId,
        credential_id: passkey.credentialId,
        public_key: Buffer.from(passkey.publicKey),
        counter: passkey.counter,
        transports: passkey.transports,
        name: passkey.name,
        created_at: passkey.createdAt,
        last_used_at: passkey.lastUsedAt,
      })
      .onConflict((conflict) => conflict.columns(['municipality', 'credential_id']).doNothing()),
  );
  return added === 1;
}

export async function renamePasskey(session: Session, accountId: string, id: string, name: string): Promise<boolean> {
  if (!isUuid(id)) return false;
  const renamed = await session.write(
    query
      .updateTable('passkey')
      .set({ name })
      .where('municipality', '=', session.municipality)
      .where('account_id', '=', accountId)
      .where('passkey_id', '=', id),
  );
  return renamed === 1;
}

export async function removePasskey(session: Session, accountId: string, id: string): Promise<boolean> {
  if (!isUuid(id)) return false;
  const removed = await session.write(
    query
      .deleteFrom('passkey')
      .where('municipality', '=', session.municipality)
      .where('account_id', '=', accountId)
      .where('passkey_id', '=', id),
  );
  return removed === 1;
}

export async function usePasskey(
  session: Session,
  id: string,
  { counter, at }: { readonly counter: number; readonly at: Date },
): Promise<boolean> {
  const used = await session.write(
    written(
      `update passkey set counter = $3, last_used_at = $4
       where municipality = $1 and passkey_id = $2 and (counter < $3 or $3 = 0 and counter = 0)`,
      [session.municipality, id, counter, at],
    ),
  );
  return used === 1;
}
