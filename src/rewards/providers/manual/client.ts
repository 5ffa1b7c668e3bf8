/** Paying by hand: the provider is a person with a file and a bank. */
import type { PayAnswer } from '../../../ports.ts'
import type { ProviderClient } from '../manifest.ts'

/** Only a person knows, and says so by a report: `reportPaid`, or a proposal that two people confirm. */
const askStaff: PayAnswer = { state: 'unknown', code: 'ASK_STAFF' }

/**
 * Handing the file out is the instruction, so that a sending is accepted and proves no more. Asking or cancelling
 * reaches nobody: the answer is that nothing is known, and money stays in clearing until staff report what came of it.
 */
export const byHand: ProviderClient = {
  send: async () => ({ state: 'accepted', code: null }),
  query: async () => askStaff,
  cancel: async () => askStaff,
}
