/** What holds of a study's rewards where the study says nothing. */
export const rewardDefaults = {
  voucherDays: 180,
  graceDays: 14,
  calendar: 'cn',
  limits: { perPayoutMinor: 50_000, perBatchMinor: 1_000_000 },
  tax: { mode: 'none' as const },
  costCentre: '',
  projectCode: '',
}
