/** How Tremendous is configured. */
import { matchingText, type SettingValues } from '../../../platform/settings/setting.ts'
import { base } from '../setting.ts'

export const tremendousSettings = {
  TREMENDOUS_API_KEY: matchingText().describe('of the organisation'),
  TREMENDOUS_CAMPAIGN_ID: matchingText().describe('what students choose from'),
  TREMENDOUS_WEBHOOK_KEY: matchingText().describe('signs the notices'),
  TREMENDOUS_FUNDING_SOURCE: matchingText(/./s, 'is empty', 'balance').describe('what gifts are paid from'),
  TREMENDOUS_API: base('https://api.tremendous.com').describe('where gifts are ordered'),
}

export type TremendousSettings = SettingValues<typeof tremendousSettings>
