/** What a study may set about its rewards, as it is checked when it is set; whoever reads it back goes by `offer.ts`. */
import * as z from 'zod'
import { textSchema } from '../../../schema/shapes/text.ts'
import { rewardDefaults } from './reward-defaults.ts'

export const taxSchema = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('none') }),
  z.strictObject({ mode: z.enum(['net', 'gross_up']), rateBasisPoints: z.int().min(1).max(9_999) }),
])

/** The settings about rewards; a study's other settings stand beside them in the same row. */
export const rewardSettingsSchema = z.object({
  /** When the reward is paid, as the landing page says it. */
  paidWhen: textSchema,
  /** How long a voucher can be claimed from when it is issued, and how long after that it still can, in days. */
  voucherDays: z.int().min(1).max(3_650).default(rewardDefaults.voucherDays),
  graceDays: z.int().min(0).max(365).default(rewardDefaults.graceDays),
  /** The calendar that payments go by. */
  calendar: z.string().min(1).default(rewardDefaults.calendar),
  /** Above either of them, in minor units of the batch's currency, a batch needs a second approver. */
  limits: z
    .strictObject({ perPayoutMinor: z.int().min(1), perBatchMinor: z.int().min(1) })
    .default(rewardDefaults.limits),
  tax: taxSchema.default(rewardDefaults.tax),
  /** How the organiser's own accounts name it; on registers and reports, empty where there is none. */
  costCentre: z.string().max(40).default(rewardDefaults.costCentre),
  projectCode: z.string().max(40).default(rewardDefaults.projectCode),
})
