import type { Account } from '../../app/identity/ports.ts';
import type {
  LoginButton,
  LoginIdentity,
  LoginProvider,
  ProviderWithRules,
  SealedForm,
} from '../../app/identity/provider-ports.ts';
import type { VersionedWrite } from '../../app/store.ts';
import type { ClaimRule } from '../../core/permission/claim-rule.ts';
import type { Membership } from '../../core/permission/role.ts';
import { accountColumns } from './account-store.ts';
import { query, type Session, written } from './session.ts';
import { isUuid } from './uuid.ts';

const providerColumns = `p.login_provider_id as id, p.slug, p.label, p.issuer, p.client_id as "clientId",
  p.client_authentication as "clientAuthentication", p.sealed_secret as "sealedSecret", p.scopes,
  p.acr_values as "acrValues", p.asks_anew as "asksAnew", p.reads_userinfo as "readsUserinfo",
  p.email_trust as "emailTrust", p.email_domains as "emailDomains", p.new_persons as "newPersons", p.enabled,
  p.row_version as "rowVersion"`;

const ruleFields = `'id', r.claim_rule_id, 'claim', r.claim, 'value', r.value, 'role', r.role, 'bodyId', r.body_id`;

const withRules = `${providerColumns}, coalesce((
  select json_agg(json_build_object(${ruleFields}) order by r.claim_rule_id)
  from claim_rule r where r.municipality = p.municipality and r.login_provider_id = p.login_provider_id
), '[]'::json) as rules`;

type ProviderRow = LoginProvider & Pick<ProviderWithRules, 'rules'>;

function split(row: ProviderRow | null): ProviderWithRules | null {
  if (row === null) return null;
  const { rules, ...provider } = row;
  return { provider, rules };
}

export async function listLoginButtons(session: Session): Promise<LoginButton[]> {
  return session.all(
    written<LoginButton>(
      `select slug, label from login_provider where municipality = $1 and enabled
       order by label collate "sv-SE-x-icu", slug`,
      [session.municipality],
    ),
  );
}

export async function listLoginProviders(session: Session): Promise<LoginProvider[]> {
  return session.all(
    written<LoginProvider>(
      `select ${providerColumns} from login_provider p where p.municipality = $1
       order by p.label collate "sv-SE-x-icu", p.slug`,
      [session.municipality],
    ),
  );
}

export async function getLoginProvider(session: Session, providerId: string): Promise<ProviderWithRules | null> {
  if (!isUuid(providerId)) return null;
  const sql = `select ${withRules} from login_provider p where p.municipality = $1 and p.login_provider_id = $2`;
  return split(await session.first(written<ProviderRow>(sql, [session.municipality, providerId])));
}

export async function findLoginProvider(session: Session, slug: string): Promise<ProviderWithRules | null> {
  const sql = `select ${withRules} from login_provider p where p.municipality = $1 and p.slug = $2`;
  return split(await session.first(written<ProviderRow>(sql, [session.municipality, slug])));
}

export async function addLoginProvider(session: Session, provider: LoginProvider): Promise<boolean> {
  const added = await session.write(
    query
      .insertInto('login_provider')
      .values({
        municipality: session.municipality,
        login_provider_id: provider.id,
        slug: provider.slug,
        ...changeable(provider),
        row_version: provider.rowVersion,
      })
      .onConflict((conflict) => conflict.columns(['municipality', 'slug']).doNothing()),
  );
  return added === 1;
}

export async function changeLoginProvider(
  session: Session,
  provider: LoginProvider,
): Promise<VersionedWrite<LoginProvider>> {
  if (!isUuid(provider.id)) return { done: false, current: null };
  const touched = await session.write(
    query
      .updateTable('login_provider')
      .set({ ...changeable(provider), row_version: provider.rowVersion + 1 })
      .where('municipality', '=', session.municipality)
      .where('login_provider_id', '=', provider.id)
      .where('row_version', '=', provider.rowVersion),
  );
  if (touched === 1) return { done: true };
  return { done: false, current: (await getLoginProvider(session, provider.id))?.provider ?? null };
}

function changeable(provider: LoginProvider) {
  return {
    label: provider.label,
    issuer: provider.issuer,
    client_id: provider.clientId,
    client_authentication: provider.clientAuthentication,
    sealed_secret: provider.sealedSecret,
    scopes: provider.scopes,
    acr_values: provider.acrValues,
    asks_anew: provider.asksAnew,
    reads_userinfo: provider.readsUserinfo,
    email_trust: provider.emailTrust,
    email_domains: provider.emailDomains,
    new_persons: provider.newPersons,
    enabled: provider.enabled,
  };
}

export async function addClaimRule(session: Session, providerId: string, rule: ClaimRule): Promise<boolean> {
  if (!isUuid(providerId) || (rule.bodyId !== null && !isUuid(rule.bodyId))) return false;
  const added = await session.write(
    written(
      `insert into claim_rule (municipality, claim_rule_id, login_provider_id, claim, value, role, body_id)
       select p.municipality, $3, p.login_provider_id, $4, $5, $6, $7 from login_provider p
       where p.municipality = $1 and p.login_provider_id = $2
         and ($7::uuid is null or exists (
           select from body b where b.municipality = $1 and b.body_id = $7))
       on conflict do nothing`,
      [session.municipality, providerId, rule.id, rule.claim, rule.value, rule.role, rule.bodyId],
    ),
  );
  return added === 1;
}

export async function removeClaimRule(session: Session, providerId: string, ruleId: string): Promise<ClaimRule | null> {
  if (!isUuid(providerId) || !isUuid(ruleId)) return null;
  const [removed] = await session.writeReturning(
    written<ClaimRule>(
      `delete from claim_rule where municipality = $1 and login_provider_id = $2 and claim_rule_id = $3
       returning claim_rule_id as id, claim, value, role, body_id as "bodyId"`,
      [session.municipality, providerId, ruleId],
    ),
  );
  return removed ?? null;
}

export async function findAccountOfIdentity(
  session: Session,
  issuer: string,
  subject: string,
): Promise<Account | null> {
  return session.first(
    written<Account>(
      `select ${accountColumns} from login_identity i
       join account a on a.municipality = i.municipality and a.account_id = i.account_id
       where i.municipality = $1 and i.issuer = $2 and i.subject = $3`,
      [session.municipality, issuer, subject],
    ),
  );
}

export async function listIdentities(session: Session, accountId: string): Promise<LoginIdentity[]> {
  return session.all(
    written<LoginIdentity>(
      `select issuer, subject, account_id as "accountId", linked_at as "linkedAt" from login_identity
       where municipality = $1 and account_id = $2 order by linked_at, issuer, subject`,
      [session.municipality, accountId],
    ),
  );
}

export async function addIdentity(session: Session, identity: LoginIdentity): Promise<boolean> {
  const added = await session.write(
    query
      .insertInto('login_identity')
      .values({
        municipality: session.municipality,
        issuer: identity.issuer,
        subject: identity.subject,
        account_id: identity.accountId,
        linked_at: identity.linkedAt,
      })
      .onConflict((conflict) => conflict.columns(['municipality', 'issuer', 'subject']).doNothing()),
  );
  return added === 1;
}

export async function removeIdentity(
  session: Session,
  { issuer, subject, accountId }: Pick<LoginIdentity, 'issuer' | 'subject' | 'accountId'>,
): Promise<boolean> {
  const removed = await session.write(
    query
      .deleteFrom('login_identity')
      .where('municipality', '=', session.municipality)
      .where('issuer', '=', issuer)
      .where('subject', '=', subject)
      .where('account_id', '=', accountId),
  );
  return removed === 1;
}

export async function listClaimedRoles(session: Session, accountId: string, providerId: string): Promise<Membership[]> {
  return session.all(
    written<Membership>(
      `select role, body_id as "bodyId" from claimed_membership
       where municipality = $1 and account_id = $2 and login_provider_id = $3 order by position`,
      [session.municipality, accountId, providerId],
    ),
  );
}

export async function setClaimedRoles(
  session: Session,
  accountId: string,
  providerId: string,
  roles: readonly Membership[],
): Promise<void> {
  await session.write(
    query
      .deleteFrom('claimed_membership')
      .where('municipality', '=', session.municipality)
      .where('account_id', '=', accountId)
      .where('login_provider_id', '=', providerId),
  );
  if (roles.length === 0) return;
  await session.write(
    query.insertInto('claimed_membership').values(
      roles.map(({ role, bodyId }, position) => ({
        municipality: session.municipality,
        account_id: accountId,
        login_provider_id: providerId,
        position,
        role,
        body_id: bodyId,
      })),
    ),
  );
}

export async function removeClaimedRoles(
  session: Session,
  accountId: string,
  providerIds: readonly string[],
): Promise<void> {
  await session.write(
    written(
      `delete from claimed_membership
       where municipality = $1 and account_id = $2 and login_provider_id = any($3::uuid[])`,
      [session.municipality, accountId, providerIds],
    ),
  );
}

export async function removeSessionsBy(session: Session, providerId: string): Promise<number> {
  if (!isUuid(providerId)) return 0;
  return session.write(
    written(
      `with roles as (delete from claimed_membership where municipality = $1 and login_provider_id = $2)
       delete from session where municipality = $1 and login_provider_id = $2`,
      [session.municipality, providerId],
    ),
  );
}

// The two below are sent as reads, so that they do not count as something that an event must tell of.

export async function useOnce(session: Session, tokenHash: string, expiresAt: Date): Promise<boolean> {
  const added = await session.all(
    written(
      `insert into used_once (municipality, token_hash, expires_at) values ($1, $2, $3)
       on conflict do nothing returning token_hash`,
      [session.municipality, tokenHash, expiresAt],
    ),
  );
  return added.length === 1;
}

export async function addKeptForm(session: Session, form: SealedForm, most: number): Promise<boolean> {
  const added = await session.all(
    written(
      `insert into kept_form (municipality, kept_form_id, sealed, expires_at)
       select $1, $2, $3, $4 where (select count(*) from kept_form where municipality = $1) < $5
       returning kept_form_id`,
      [session.municipality, form.id, form.sealed, form.expiresAt, most],
    ),
  );
  return added.length === 1;
}

export async function getKeptForm(session: Session, id: string, now: Date): Promise<SealedForm | null> {
  if (!isUuid(id)) return null;
  return session.first(
    written<SealedForm>(
      `select kept_form_id as id, sealed, expires_at as "expiresAt" from kept_form
       where municipality = $1 and kept_form_id = $2 and expires_at > $3`,
      [session.municipality, id, now],
    ),
  );
}
