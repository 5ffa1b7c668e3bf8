/**
 * Rules broken on purpose. Each is a mistake that a payout system was seen to make; a simulation that does not notice it
 * is worth nothing.
 */
import type { PayAnswer, Payer, Ports } from '../src/ports.ts'

type Change = (ports: Ports) => Ports

function withAnswers(change: (payer: Payer, what: 'send' | 'query', answer: PayAnswer) => PayAnswer): Change {
  return (ports) => ({
    ...ports,
    payers: ports.payers.map((payer) => ({
      ...payer,
      send: async (order) => change(payer, 'send', await payer.send(order)),
      query: async (order) => change(payer, 'query', await payer.query(order)),
    })),
  })
}

const failed: PayAnswer = { state: 'failed', code: 'BROKEN_RULE', reason: 'cancelled_by_staff' }

export const brokenRules = {
  /** A time-out counts as a failure, so that the payout is tried again under a new reference. */
  new_reference_after_a_timeout: withAnswers((payer, what, answer) =>
    payer.mode !== 'file' && what === 'send' && answer.state === 'unknown' ? failed : answer,
  ),
  /** That it was taken on counts as paid. */
  accepted_is_paid: withAnswers((payer, _, answer) =>
    payer.mode !== 'file' && (answer.state === 'accepted' || answer.state === 'awaiting_user')
      ? { state: 'succeeded', code: answer.code }
      : answer,
  ),
} as const satisfies Record<string, Change>
