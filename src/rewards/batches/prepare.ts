/** Preparing a batch: the claims that are ready are frozen together with it, or nothing is. */

import { limit, taken } from '../../../schema/constraints.ts'
import type { Channel, Provider } from '../../../schema/tables.ts'
import { chunked, maxBoundValues } from '../../platform/db/chunked.ts'
import { type Plan, perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import { startState } from '../../platform/db/state-machine.ts'
import type { Write } from '../../platform/db/together.ts'
import { amountRange } from '../../platform/money/carries.ts'
import type { Payer, Ports } from '../../ports.ts'
import { countsAs } from '../../staff/accounts/counts-as.ts'
import type { Staff } from '../../staff/accounts/store.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { countYear, holdOver, type InYear, partByYear } from '../claims/yearly.ts'
import { batchMachine } from '../machines.ts'
import { approvalsNeeded } from '../payouts/rules.ts'
import { insertMany } from '../tables.ts'
import { contentHash, lineHash } from './hash.ts'
import * as store from './store.ts'

/** More than this is the next batch: one `together` has to hold all of it, on D1 too. */
export const batchCap = 200

export interface BatchRequest {
  studyId: string
  provider: Provider
  channel: Channel
  currency: string
  limits: { perPayoutMinor: number; perBatchMinor: number }
}

const everyAmount = { leastMinor: 0, mostMinor: Number.MAX_SAFE_INTEGER }

export type PrepareRefusal = { refused: 'nothing_ready' | 'all_held' | 'moved_on' | 'not_offered' | 'not_carried' }

/**
 * Freezes what is ready now, oldest first and at most `batchCap`, into one batch with its content hash. From here on
 * its holders can change nothing. Refused as `moved_on` when a holder changed an account in the same moment. Claims that
 * are of an amount that the provider does not pay stay as they are; those that would take their payee over the year's threshold are held instead, for two people to look at: `held` of them.
 */
export function prepareBatch(ports: Ports, staff: Staff, wanted: BatchRequest): Promise<Prepared | PrepareRefusal> {
  return perform(ports.db, 'Preparing a batch', () => decideBatch(ports, staff, wanted))
}

type Prepared = { batchId: string; held: number }

async function decideBatch(
  ports: Ports,
  staff: Staff,
  wanted: BatchRequest,
): Promise<PrepareRefusal | Plan<Prepared | PrepareRefusal>> {
  const { db, clock, ids } = ports
  const at = clock.now()
  const { studyId, provider, channel, currency } = wanted
  const payer = ports.payers.find((one) => one.provider === provider)
  const range = payer && amountRange(payer.carries, currency)
  if (range === undefined || !canPay(ports.payers, wanted)) return { refused: 'not_offered' }
  const asked = { studyId, channel, currency, now: at, after: '' }
  const ready = await db.read(store.readyClaims({ ...asked, ...range, limit: batchCap }))
  if (ready.length === 0) {
    const [other] = await db.read(store.readyClaims({ ...asked, ...everyAmount, limit: 1 }))
    return { refused: other === undefined ? 'nothing_ready' : 'not_carried' }
  }
  const { fitting: claims, over } = await partByYear(ports, ready, currency, at)
  const holds = holdOver(ports, over, staff.id, at)
  if (claims.length === 0) {
    return plan<PrepareRefusal>({
      rows: holds,
      done: { refused: 'all_held' },
      refused: () => ({ refused: 'moved_on' }),
    })
  }

  const frozen = freeze(ports, staff, wanted, claims, at)
  return plan<Prepared | PrepareRefusal>({
    rows: [...frozen.rows, ...holds, store.forgetStopped(wanted)],
    audit: addAudit({ id: ids.next('audit'), actor: staff.id, action: 'batch.prepared', subject: frozen.batchId, at }),
    money: countYear(ports, claims, currency),
    done: { batchId: frozen.batchId, held: over.length },
    refused: (breach) => {
      const { on } = breach
      // Another batch has counted the same payee in the same moment: who fits is read anew.
      if (on === limit.payeeYear) return stale(breach)
      if (on === taken.claimStep || on === taken.payoutOfVoucher || on === null) return { refused: 'moved_on' }
      return unexpected
    },
  })
}

/** The batch of these claims, each frozen and with a payout that waits. */
function freeze(
  { ids }: Pick<Ports, 'ids'>,
  staff: Staff,
  { studyId, provider, channel, currency, limits }: BatchRequest,
  claims: readonly (store.ReadyClaim & InYear)[],
  at: string,
): { batchId: string; rows: Write[] } {
  const lines = claims.map((claim) => ({
    claim,
    payoutId: ids.next('payout'),
    hash: lineHash({ ...claim, claimId: claim.id, provider }),
  }))
  const batchId = ids.next('batch')
  const amounts = claims.map(({ amountMinor }) => amountMinor)
  const batch = {
    id: batchId,
    study_id: studyId,
    provider,
    currency,
    prepared_by: staff.id,
    counts_as: countsAs(staff),
    content_hash: contentHash(lines.map(({ hash }) => hash)),
    payouts: claims.length,
    total_minor: amounts.reduce((sum, amount) => sum + amount, 0),
    approvals_needed: approvalsNeeded(limits, amounts),
    approvals: null,
    n: 1,
    state: 'frozen' as const,
    made_at: at,
  }
  const payouts = lines.map(({ claim, payoutId, hash }) => ({
    id: payoutId,
    batch_id: batchId,
    claim_id: claim.id,
    voucher_id: claim.voucherId,
    study_id: studyId,
    offer_id: claim.offerId,
    provider,
    channel,
    currency,
    amount_minor: claim.amountMinor,
    line_hash: hash,
    n: 1,
    state: 'queued' as const,
    made_at: at,
    payee_hash: claim.payeeHash,
    payee_year: claim.payeeYear,
    outside_minor: null,
    aside_since: null,
  }))
  const payoutIds = lines.map(({ payoutId }) => payoutId)
  const rows = [
    startState(batchMachine, batchId, { state: 'frozen', actor: staff.id, at }),
    ...insertMany('batches', [batch]),
    ...stepsOf(claims, payoutIds, { actor: staff.id, reason: null, at }),
    ...insertMany('payouts', payouts),
  ]
  return { batchId, rows }
}

/** Claims freeze, and payouts wait from now on. */
function stepsOf(
  claims: readonly store.ReadyClaim[],
  payoutIds: readonly string[],
  step: { actor: string; reason: null; at: string },
): Write[] {
  const frozen = claims.map(({ id, n, state }) => ({
    claim_id: id,
    n: n + 1,
    state: 'frozen' as const,
    n_before: n,
    state_before: state,
    move: `${state}>frozen`,
    ...step,
  }))
  const queued = payoutIds.map((id) => ({
    payout_id: id,
    n: 1,
    state: 'queued' as const,
    n_before: null,
    state_before: null,
    move: '>queued',
    ...step,
  }))
  return [
    ...insertMany('claim_steps', frozen),
    ...freezeClaims(claims.map(({ id }) => id)),
    ...insertMany('payout_steps', queued),
  ]
}

/** Whether a provider that is configured pays this channel and currency. */
export function canPay(
  payers: readonly Payer[],
  wanted: Pick<BatchRequest, 'provider' | 'channel' | 'currency'>,
): boolean {
  return payers.some(
    ({ provider, channels, carries }) =>
      provider === wanted.provider &&
      channels.includes(wanted.channel) &&
      amountRange(carries, wanted.currency) !== undefined,
  )
}

/** Each row follows the step that stands for it, which its reference makes sure of. */
function freezeClaims(ids: readonly string[]): Write[] {
  return chunked(ids, maxBoundValues).map((some) => ({
    sql: `update claims set n = n + 1, state = 'frozen' where id in (${some.map(() => '?').join(', ')})`,
    values: some,
  }))
}
