/** How Tremendous is configured. */
import { type SettingValues, text } from '../../../platform/settings/setting.ts'
import { base } from '../setting.ts'

export const tremendousSettings = {
  TREMENDOUS_API_KEY: text().describe('of the organisation'),
  TREMENDOUS_CAMPAIGN_ID: text().describe('what students choose from'),
  TREMENDOUS_WEBHOOK_KEY: text().describe('signs the notices'),
  TREMENDOUS_FUNDING_SOURCE: text(/./s, 'is empty', 'balance').describe('what gifts are paid from'),
  TREMENDOUS_API: base('https://api.tremendous.com').describe('where gifts are ordered'),
}

export type TremendousSettings = SettingValues<typeof tremendousSettings>
