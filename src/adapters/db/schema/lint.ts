interface RuleGradeTable {
  municipality: string;
  rule: string;
  grade: string;
}

interface FindingAcknowledgementTable {
  municipality: string;
  plan_id: string;
  /** SHA-256 of what makes the finding the same. */
  finding_key: string;
  rule: string;
  block_id: string | null;
  reason: string;
  account_id: string;
  acknowledged_at: Date;
}

/** What a municipality makes of the rules and of what they find. */
export interface LintTables {
  rule_grade: RuleGradeTable;
  finding_acknowledgement: FindingAcknowledgementTable;
}
