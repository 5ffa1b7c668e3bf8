import type { PayoutsMessages } from '../../../messages/generated/payouts.ts'
import type { Batch } from './store.ts'

/**
 * Who has to do what next with a batch.
 * @param open how many of its payouts wait to be sent, those that are aside left out, of how many the outcome is open, and
 *   of how many of these a proposal waits for a second person; undefined where there is neither
 * @param mode how its provider pays: by a file, by asking each holder to confirm, or by itself
 */
export function nextStepOf(
  batch: Pick<Batch, 'state' | 'approvals'>,
  open: { queued: number; open: number; proposed: number } | undefined,
  mode: string | undefined,
): keyof PayoutsMessages['steps'] {
  if (batch.state === 'frozen') return batch.approvals === null ? 'approve' : 'approve_second'
  if (open === undefined || (batch.state !== 'approved' && open.open === 0)) return 'none'
  if (mode === 'file' && open.queued === 0) return open.proposed < open.open ? 'report' : 'confirm'
  if (mode === 'file') return 'send'
  return mode === 'confirm' ? 'holders' : 'sweep'
}
