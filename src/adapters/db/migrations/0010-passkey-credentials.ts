import { type Kysely, sql } from 'kysely';

/** The rule for a passkey's own name counted further than PostgreSQL's patterns can, so that no passkey could be put in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `alter table passkey drop constraint passkey_credential_id_check,
         add constraint passkey_credential_id_check
           check (credential_id ~ '^[A-Za-z0-9_-]+$' and char_length(credential_id) <= 1400)`,
    )
    .execute(db);
}
