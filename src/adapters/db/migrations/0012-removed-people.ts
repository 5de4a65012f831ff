import { type Kysely, sql } from 'kysely';

// What is left of a removed person: a row that others refer to, with a pseudonym that nobody else can bear.
const removed = `
alter table account
  alter column email drop not null,
  add constraint account_removed_is_nameless check (
    (removed_at is not null) = (name ~ '^#[0-9A-F]{4,32}$') and (removed_at is not null) = (email is null)),
  add constraint account_removed_is_closed check (removed_at is null or (disabled and password_hash is null));
create unique index account_pseudonym on account (municipality, name) where removed_at is not null;
`;

/** A removed person has neither address nor password, and a pseudonym of their own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(removed).execute(db);
}
