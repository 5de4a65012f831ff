import type { ColumnType, Generated } from 'kysely';
import type { IsoDate } from './column-types.ts';

interface AccountTable {
  municipality: string;
  account_id: string;
  /** Null for a removed person alone. */
  email: string | null;
  name: string;
  password_hash: string | null;
  disabled: boolean;
  left_on: IsoDate | null;
  row_version: number;
  removed_at: Generated<Date | null>;
}

interface MembershipTable {
  municipality: string;
  account_id: string;
  position: number;
  role: string;
  body_id: string | null;
  valid_from: IsoDate | null;
  valid_to: IsoDate | null;
  substitute_for: string | null;
}

interface SessionTable {
  municipality: string;
  session_id: string;
  token_hash: string;
  account_id: string;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
  method: string;
  login_provider_id: string | null;
  /** Sealed with the installation's key. */
  sealed_id_token: string | null;
}

interface LoginProviderTable {
  municipality: string;
  login_provider_id: string;
  slug: string;
  label: string;
  issuer: string;
  client_id: string;
  client_authentication: string;
  /** Sealed with the installation's key. */
  sealed_secret: string;
  scopes: readonly string[];
  acr_values: readonly string[];
  asks_anew: boolean;
  reads_userinfo: boolean;
  email_trust: string;
  email_domains: readonly string[];
  new_persons: string;
  enabled: boolean;
  row_version: number;
}

interface ClaimRuleTable {
  municipality: string;
  claim_rule_id: string;
  login_provider_id: string;
  claim: string;
  value: string;
  role: string;
  body_id: string | null;
}

interface ClaimedMembershipTable {
  municipality: string;
  account_id: string;
  login_provider_id: string;
  position: number;
  role: string;
  body_id: string | null;
}

interface LoginIdentityTable {
  municipality: string;
  issuer: string;
  subject: string;
  account_id: string;
  linked_at: Date;
}

interface PasskeyTable {
  municipality: string;
  passkey_id: string;
  account_id: string;
  credential_id: string;
  public_key: Buffer;
  counter: ColumnType<string, number, number>;
  transports: readonly string[];
  name: string;
  created_at: Date;
  last_used_at: Date | null;
}

interface UsedOnceTable {
  municipality: string;
  token_hash: string;
  expires_at: Date;
}

interface KeptFormTable {
  municipality: string;
  kept_form_id: string;
  /** Sealed with the installation's key and the browser's. */
  sealed: string;
  expires_at: Date;
}

interface AccountLinkTable {
  municipality: string;
  account_link_id: string;
  account_id: string;
  purpose: string;
  token_hash: string;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
  withdrawn_at: Date | null;
}

interface GuestLinkTable {
  municipality: string;
  guest_link_id: string;
  token_hash: string;
  thing_kind: string;
  plan_id: string | null;
  commitment_id: string | null;
  body_id: string | null;
  operation: string;
  label: string;
  last_day: IsoDate;
  withdrawn_at: Date | null;
  created_at: Date;
  created_by: string | null;
  row_version: number;
}

interface SupportAccessTable {
  municipality: string;
  support_access_id: string;
  account_id: string;
  reason_class: string;
  reason: string | null;
  link_hash: string;
  link_ends_at: Date;
  link_used_at: Date | null;
  opened_at: Date;
  ends_at: Date;
  ended_at: Date | null;
}

interface RetentionRuleTable {
  municipality: string;
  record_class: string;
  days: number;
  row_version: number;
}

/** Accounts, roles, sessions, ways to sign in, guests and support. */
export interface PeopleTables {
  account: AccountTable;
  membership: MembershipTable;
  session: SessionTable;
  login_provider: LoginProviderTable;
  claim_rule: ClaimRuleTable;
  claimed_membership: ClaimedMembershipTable;
  login_identity: LoginIdentityTable;
  passkey: PasskeyTable;
  used_once: UsedOnceTable;
  kept_form: KeptFormTable;
  account_link: AccountLinkTable;
  guest_link: GuestLinkTable;
  support_access: SupportAccessTable;
  retention_rule: RetentionRuleTable;
}
