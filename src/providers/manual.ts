/** Paying by hand: nobody is called, and only what a person reports is evidence. */
import type { Payer } from '../ports.ts'

/** The provider that is always there. A file with its payouts goes to the bank; results come back through staff. */
export function manualPayer(): Payer {
  return {
    provider: 'manual',
    channels: ['alipay', 'fps', 'bank'],
    currencies: null,
    mode: 'file',
    settlesWithinHours: 6,
    send: async () => ({ state: 'accepted', code: null }),
    query: async () => ({ state: 'unknown', code: 'ASK_STAFF' }),
    cancel: async () => ({ state: 'unknown', code: 'ASK_STAFF' }),
  }
}
