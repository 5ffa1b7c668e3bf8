/** Tremendous, gifts by e-mail: what it pays, and how it is configured. */
import { inEach, mostInFigures } from '../../../platform/money/carries.ts'
import { defineProvider } from '../manifest.ts'
import { giftCurrencies } from './currencies.ts'
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
    if (settings.TREMENDOUS_API_KEY === undefined) return null
    // Not evaluated by the start of a Worker that is not configured for it.
    const { openTremendous } = await import('./open.ts')
    return openTremendous(settings, world)
  },
})
