/** Tremendous, gifts by e-mail: what it pays, and how it is configured. */
import { inEach, mostInFigures } from '../../../platform/money/carries.ts'
import { defineProvider } from '../manifest.ts'
import { readTremendous } from './account.ts'
import { giftCurrencies } from './currencies.ts'
import { tremendousPayer } from './payer.ts'
import { tremendousSettings } from './settings.ts'

export const tremendous = defineProvider({
  id: 'tremendous',
  name: 'Tremendous',
  channels: ['gift'],
  carries: inEach(giftCurrencies, { leastMinor: 1, mostMinor: mostInFigures }),
  mode: 'push',
  settlesWithinHours: 1,
  everyOffer: true,
  settings: tremendousSettings,
  needed: ['TREMENDOUS_API_KEY', 'TREMENDOUS_CAMPAIGN_ID', 'TREMENDOUS_WEBHOOK_KEY'],
  async open(settings, world) {
    const account = await readTremendous(settings)
    return account === null ? null : tremendousPayer({ account, ...world })
  },
})
