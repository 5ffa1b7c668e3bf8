/** Paying by hand: the provider is a person with a file and a bank. */
import type { PayAnswer, Payer } from '../../ports.ts'

/** Only a person knows, and says so by a report: `reportPaid`, or a proposal that two people confirm. */
const askStaff: PayAnswer = { state: 'unknown', code: 'ASK_STAFF' }

/**
 * The payer of mode `file`, which is always there. Handing the file out is the instruction, so that a sending is
 * accepted and proves no more. Asking or cancelling reaches nobody: the answer is that nothing is known, and money stays
 * in clearing until staff report what came of it. Six hours are what a bank may take over a file within its day: none is
 * handed out later than that before a closure.
 */
export function manualPayer(): Payer {
  return {
    provider: 'manual',
    channels: ['alipay', 'fps', 'bank'],
    currencies: null,
    mode: 'file',
    settlesWithinHours: 6,
    send: async () => ({ state: 'accepted', code: null }),
    query: async () => askStaff,
    cancel: async () => askStaff,
  }
}
