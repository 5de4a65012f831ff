import { beforeAll, describe, expect, test } from 'vitest';
import { addressIn, languages } from '../src/web/language.ts';
import { createDemoSite, type DemoSite } from './demo-site.ts';
import { formVisitor } from './form-visitor.ts';
import { examplePages } from './journeys/examples.ts';
import { addRemovedPerson } from './left-person.ts';

// Every column that refers to an account. A new one is either the account's own, and goes when its owner is removed
// (`ownTables` in the store of removals), or stays with a pseudonym and is part of the register extract (the store of
// extracts); pages that show the name behind it use `shownName`.
const GOES = [
  'account_link',
  'claimed_membership',
  'declined_letter',
  'login_identity',
  'membership',
  'passkey',
  'session',
];
const STAYS = [
  'commitment.responsible_account_id',
  'finding_acknowledgement.account_id',
  'guest_link.created_by',
  'letter.account_id',
  'edit_proposal.decided_by',
  'edited_file.received_by',
  'membership.substitute_for',
  'overlap_verdict.settled_by',
  'plan_change.changed_by',
  'plan_revision.started_by',
  'plan_version.frozen_by',
  'report.author_id',
  'support_access.account_id',
  'watched_item.owner_account_id',
  'word_export.made_by',
];

let site: DemoSite;
beforeAll(async () => {
  site = await createDemoSite();
});

async function references(): Promise<string[]> {
  const { rows } = await site.pool.query<{ place: string }>(
    `select c.conrelid::regclass || '.' || a.attname as place from pg_constraint c
     join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
     where c.contype = 'f' and c.confrelid = 'account'::regclass order by 1`,
  );
  return rows.map(({ place }) => place);
}

test('every reference to an account either goes with the person or stays with a pseudonym', async () => {
  expect(await references()).toEqual([...GOES.map((table) => `${table}.account_id`), ...STAYS].sort());
});

describe('a removed person to whom everything refers', () => {
  let pages: (readonly [pattern: string, path: string, role: Parameters<typeof formVisitor>[1]])[] = [];
  let person: { readonly id: string; readonly name: string; readonly email: string };

  beforeAll(async () => {
    const examples = await examplePages(site);
    pages = Object.entries(examples).flatMap(([pattern, each]) =>
      each.map(({ path, role }) => [pattern, path, role] as const),
    );
    person = await addRemovedPerson(site, 'erik.');
    // Everything that refers to somebody refers to the one who is gone.
    await site.change(`
      update commitment set responsible_account_id = '${person.id}' where responsible_account_id is not null;
      update report set author_id = '${person.id}',
        author_name = (select name from account where account_id = '${person.id}');
      update guest_link set created_by = '${person.id}';
      update overlap_verdict set settled_by = '${person.id}';
      update plan_change set changed_by = '${person.id}';
      update plan_revision set started_by = '${person.id}';
      update watched_item set owner_body_id = null, owner_account_id = '${person.id}';
      update edited_file set received_by = '${person.id}';
      update word_export set made_by = '${person.id}';
      update edit_proposal set state = 'declined', decided_at = now(), decided_by = '${person.id}' where position = 0;
      update finding_acknowledgement set account_id = '${person.id}';
      update letter set account_id = '${person.id}' where state <> 'waiting';`);
  });

  test('is on no page by name, address, or in the form that the database holds', async () => {
    const marker = `#${person.id.slice(-4).toUpperCase()}`;
    const found: string[] = [];
    for (const [, path, role] of pages)
      for (const language of languages) {
        const { html } = await formVisitor(site, role).get(addressIn(language, path));
        for (const text of [person.name, person.email, marker, `Borttagen person`, 'Removed person'])
          if (html.includes(text)) found.push(`${language} ${text}`);
      }
    const kinds = new Set(found);
    expect([...kinds].sort()).toEqual(['en Removed person', 'sv Borttagen person']);
    expect(found.length).toBeGreaterThan(10);
  });
});
