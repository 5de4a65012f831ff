import type { ClassificationTables } from './schema/classification.ts';
import type { HorizonTables } from './schema/horizon.ts';
import type { LintTables } from './schema/lint.ts';
import type { MailTables } from './schema/mail.ts';
import type { OrganisationTables } from './schema/organisation.ts';
import type { OverlapTables } from './schema/overlap.ts';
import type { PeopleTables } from './schema/people.ts';
import type { PlanTables } from './schema/plan.ts';
import type { RoundtripTables } from './schema/roundtrip.ts';
import type { TrailTables } from './schema/trail.ts';

/** The tables as the newest migration leaves them, by subject. The municipality's SCB code stands first in every key of every table. */
export interface Schema
  extends OrganisationTables,
    PeopleTables,
    PlanTables,
    LintTables,
    TrailTables,
    MailTables,
    OverlapTables,
    ClassificationTables,
    RoundtripTables,
    HorizonTables {}

/** Every table, parents before children: the order in which rows can be put in. */
export const tableNames = [
  'municipality',
  'body',
  'body_former_name',
  'works_for',
  'word_rule',
  'rule_grade',
  'account',
  'membership',
  'login_provider',
  'session',
  'account_link',
  'claim_rule',
  'claimed_membership',
  'login_identity',
  'passkey',
  'used_once',
  'kept_form',
  'plan',
  'block',
  'plan_case',
  'plan_version',
  'plan_change',
  'plan_revision',
  'source_file',
  'finding_acknowledgement',
  'commitment',
  'activity',
  'report',
  'succession',
  'succession_body',
  'commitment_move',
  'import_draft',
  'word_export',
  'edited_file',
  'edit_proposal',
  'guest_link',
  'event',
  'event_subject',
  'support_access',
  'retention_rule',
  'trail_head',
  'letter',
  'mail_setting',
  'mail_round',
  'declined_letter',
  'measure_word',
  'wordstock',
  'synonym_group',
  'overlap_verdict',
  'classification_system',
  'classification_version',
  'classification_value',
  'plan_classification',
  'block_tag',
  'watched_item',
  'watched_plan',
  'watched_measure',
] as const satisfies readonly (keyof Schema)[];
