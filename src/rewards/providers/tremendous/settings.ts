/** How Tremendous is configured. */
import * as z from 'zod'
import { base, text } from '../setting.ts'

export const tremendousSettings = {
  TREMENDOUS_API_KEY: text,
  TREMENDOUS_CAMPAIGN_ID: text,
  TREMENDOUS_WEBHOOK_KEY: text,
  TREMENDOUS_FUNDING_SOURCE: z.string().default('balance'),
  TREMENDOUS_API: base('https://api.tremendous.com'),
}

export type TremendousSettings = z.output<z.ZodObject<typeof tremendousSettings>>
