/** A bank's statement is evidence like a bank's answer: what it booked of payments by hand was paid. */
import { turns } from '../../platform/offload/by-turns.ts'
import type { Ports } from '../../ports.ts'
import { applyAnswer } from '../../rewards/payouts/evidence.ts'
import { isFinal } from '../../rewards/payouts/rules.ts'
import type { Statement } from '../statements/statement.ts'
import type { findAttempts } from './find.ts'
import type { MatchableLine } from './lines-store.ts'
import { fitOf } from './verdicts/batch-verdict.ts'
import type { MatchedAttempt } from './verdicts/found.ts'

const actor = 'statement'

/**
 * Ends the attempts that staff pay by hand, whose outcome is open, and that these lines pay: one, or a whole batch.
 * @returns whether there were any, so that they have to be read again
 */
export async function takeEvidence(
  ports: Ports,
  { provider, currency }: Pick<Statement, 'provider' | 'currency'>,
  lines: readonly MatchableLine[],
  finder: Awaited<ReturnType<typeof findAttempts>>,
): Promise<boolean> {
  if (provider !== 'manual') return false
  let some = false
  const inTurn = turns()
  for (const line of lines) {
    await inTurn()
    const batch = line.direction === 'debit' ? finder.batchOf(line) : null
    const fit = batch && fitOf(line, batch)
    if (fit?.fits && (await endAsPaid(ports, fit.covered))) some = true
    const found = batch === null ? finder.find(line) : null
    if (found === null || found.isTorn || line.kind !== 'payment' || line.direction !== 'debit') continue
    const { attempt } = found
    if (isFinal(attempt.state) || attempt.amountMinor !== line.amount_minor || attempt.currency !== currency) continue
    const answer = {
      state: 'succeeded' as const,
      code: null,
      amountMinor: line.amount_minor,
      ...(line.provider_id === null ? {} : { providerId: line.provider_id }),
    }
    await applyAnswer(ports, { payoutId: attempt.payoutId, attemptId: attempt.id }, answer, actor)
    some = true
  }
  return some
}

/**
 * Ends the attempts of payouts by hand that a bank's statement proves, where their outcome is open.
 * @returns whether there were any
 */
export async function endAsPaid(ports: Ports, proved: readonly Pick<MatchedAttempt, 'attempt'>[]): Promise<boolean> {
  const open = proved.filter(({ attempt }) => !isFinal(attempt.state))
  for (const { attempt } of open) {
    await applyAnswer(
      ports,
      { payoutId: attempt.payoutId, attemptId: attempt.id },
      { state: 'succeeded', code: null },
      actor,
    )
  }
  return open.length > 0
}
