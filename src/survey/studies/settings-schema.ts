/** What a study may set about its survey, as it is checked when it is set; whoever reads it back goes by `study.ts`. */
import * as z from 'zod'
import { languageSchema, textSchema } from '../../../schema/shapes/text.ts'
import { quotasSchema } from '../quotas/quota-schema.ts'
import { retentionSchema } from '../retention/retention-schema.ts'
import { surveyDefaults } from './survey-defaults.ts'

const day = z.iso.date()

export const aboutSchema = z.strictObject({ forWhom: textSchema, why: textSchema })

/** What a study may set about its survey without a new questionnaire version; what it sets about rewards stands beside it. */
export const surveySettingsSchema = z.object({
  /** The languages that it is offered in; every language where none is named. */
  languages: z.array(languageSchema).min(1).optional(),
  /** The zone (IANA) whose clocks its opening window is told in. */
  zone: z.string().optional(),
  organiser: textSchema,
  about: aboutSchema.optional(),
  /** Where people write to ask or to withdraw. */
  contact: z.string().min(3),
  /** Measured length in minutes, or null until a pilot has measured it. */
  minutes: z.int().min(1).nullable(),
  /** How many days after it has closed those who have begun may still finish, as they began. */
  finishDays: z.int().min(0).max(90).default(surveyDefaults.finishDays),
  minimumAge: z.int().min(14).max(35),
  /** Set when answers leave the place where readers live; a consent then names it. */
  recipient: z.strictObject({ name: textSchema, contact: z.string(), purpose: textSchema }).nullable(),
  /** What the privacy notice says of this study alone: where its data are kept, and which authority people may turn to. */
  privacy: z
    .strictObject({
      where: textSchema.optional(),
      authority: textSchema.optional(),
      /** After how many days a copy in a backup is gone too. */
      backupDays: z.int().min(1).max(3_650).optional(),
    })
    .optional(),
  /** How long what is kept. */
  retention: retentionSchema,
  /** Whether people are asked, in a box of its own, if typing and pasting may be counted. */
  paradata: z.boolean().default(surveyDefaults.paradata),
  /** The winter vacation, and the closure within it; null while no calendar is published. Days, inclusive. */
  winter: z.strictObject({ from: day, to: day, closedFrom: day, closedTo: day }).nullable(),
  /** How many responses of which answers count. Fixed when the study opens: whoever has begun relies on them. */
  quotas: quotasSchema.default(surveyDefaults.quotas),
  /** Whether it collects in the mainland: then it does not open before two people have said who permitted it, or why nobody has to. */
  mainland: z.boolean().default(surveyDefaults.mainland),
})
