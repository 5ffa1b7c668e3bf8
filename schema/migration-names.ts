/**
 * The migrations that this program is written for, in order: the Worker has no files to list, and refuses a database
 * that stands elsewhere. A test keeps this true to `migrations/`.
 */
export const migrationNames = [
  '0001_studies.sql',
  '0002_offers_and_ledger.sql',
  '0003_respondents_and_responses.sql',
  '0004_leases.sql',
  '0005_vouchers.sql',
  '0006_staff_and_audit.sql',
  '0007_finance_roles_and_proposals.sql',
  '0008_calendars.sql',
  '0009_voucher_ends.sql',
  '0010_claims.sql',
  '0011_payouts.sql',
  '0012_exceptions_and_seals.sql',
  '0013_calendar_2026.sql',
  '0014_statements.sql',
  '0015_voucher_lookups.sql',
  '0016_voucher_references.sql',
  '0017_reconciling.sql',
  '0018_trust_days.sql',
  '0019_tax.sql',
  '0020_roles_of_studies.sql',
  '0021_batch_failed.sql',
  '0022_type_rules.sql',
  '0023_column_rules.sql',
  '0024_batch_lines.sql',
  '0025_report_endings.sql',
  '0026_payment_undone.sql',
  '0027_result_files.sql',
  '0028_paid_outside.sql',
] as const
