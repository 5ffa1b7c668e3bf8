import type * as z from 'zod'
import { rewardSettingsSchema } from '../rewards/offers/settings-schema.ts'
import { surveySettingsSchema } from '../survey/studies/settings-schema.ts'

/** All that a study may set without a new questionnaire version. Anything else is refused, as a slip of the pen. */
export const settingsSchema = surveySettingsSchema.extend(rewardSettingsSchema.shape).strict()
/** Settings as they are written down: what has a default may be left out. */
export type GivenSettings = z.input<typeof settingsSchema>
