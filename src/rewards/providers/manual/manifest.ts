/** Paying by hand, which is always there. */

import { inEach, mostInFigures } from '../../../platform/money/carries.ts'
import { payableCurrencies } from '../../../platform/money/currencies.ts'
import { defineProvider } from '../manifest.ts'
import { byHand } from './client.ts'

export const manual = defineProvider({
  id: 'manual',
  name: 'Paying by hand',
  channels: ['alipay', 'fps', 'alipayhk', 'mpay', 'bank'],
  // What its files hold exactly; which of these a channel pays, the channel says.
  carries: inEach(payableCurrencies, { leastMinor: 1, mostMinor: mostInFigures }),
  mode: 'file',
  // What a bank may take over a file within its day: none is handed out later than that before a closure.
  settlesWithinHours: 6,
  settings: {},
  needed: [],
  open: async () => byHand,
})
