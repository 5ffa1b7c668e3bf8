/** Paying by hand, which is always there. */
import { defineProvider } from '../manifest.ts'
import { byHand } from './client.ts'

export const manual = defineProvider({
  id: 'manual',
  name: 'Paying by hand',
  channels: ['alipay', 'fps', 'alipayhk', 'mpay', 'bank'],
  currencies: null,
  mode: 'file',
  // What a bank may take over a file within its day: none is handed out later than that before a closure.
  settlesWithinHours: 6,
  settings: {},
  needed: [],
  open: async () => byHand,
})
