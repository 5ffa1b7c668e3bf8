/** What two people together may do with a voucher or a claim: the effects of their proposals. */

import type { JudgedState, LedgerAccount } from '../../../schema/tables.ts'
import { startState, transition } from '../../platform/db/state-machine.ts'
import { first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import type { EffectOf } from '../../staff/approvals/proposal.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { claimById, claimOfAccount, reasonOfClaim } from '../claims/store.ts'
import { allowBeyond } from '../claims/yearly.ts'
import { balanceOf, moneyLast } from '../ledger/ledger.ts'
import { claimMachine, voucherMachine } from '../machines.ts'
import { findTerms } from '../offers/store.ts'
import { grossOf, type Worth } from '../offers/tax.ts'
import { expiryOf } from './deadline.ts'
import { leave, moneyBetween, readVoucherAndClaim } from './leave.ts'
import { ledgerAccountOf, whyNotPossible } from './lifecycle.ts'
import { type LifecycleKind, readLifecyclePayload } from './propose.ts'
import { reviewOf, setPendingOf } from './reviews-store.ts'
import { addVoucher, voucherById } from './store.ts'
import { referenceHash, voucherRandomness } from './voucher.ts'

/** A voucher is void: its claim ends, and its money can be promised to somebody else. */
const voidVoucher: EffectOf = async (ports, proposal) => {
  const current = await readVoucherAndClaim(ports.db, proposal.subject)
  if (current === undefined) return { refused: 'not_found' }
  const refused = whyNotPossible('void', current)
  if (refused !== null) return { refused }
  const { reason } = readLifecyclePayload(proposal.payload)
  return moneyLast(leave(ports, current, 'voided', { actor: proposal.proposedBy, reason, at: ports.clock.now() }))
}

/**
 * Another voucher takes the place of one: the old code leads nowhere from the same moment on. Its money stays promised,
 * or is promised again when the old one had ended, which the budget may refuse.
 */
const reissueVoucher: EffectOf = async (ports, proposal) => {
  const { db, clock, ids, keys } = ports
  const current = await readVoucherAndClaim(db, proposal.subject)
  const terms = current && (await findTerms(db, current.voucher.studyId, clock.now()))
  if (current === undefined || terms === undefined) return { refused: 'not_found' }
  const refused = whyNotPossible('reissue', current)
  if (refused !== null) return { refused }
  const { voucher } = current
  const account = ledgerAccountOf(voucher.state)
  // Another link is no way around a review.
  const review = await first(db, reviewOf({ respondentId: voucher.respondentId }))
  const judged = review?.state ?? 'accepted'
  const state = stateUnder(judged, account)
  if (account === 'available' && !(await canAfford(ports, voucher))) return { refused: 'budget' }

  const at = clock.now()
  const actor = proposal.proposedBy
  const { reason } = readLifecyclePayload(proposal.payload)
  const id = ids.next('v', voucherRandomness)
  const codeKey = keys.codes.newest.kid
  return moneyLast({
    rows: [
      ...leave(ports, current, 'superseded', { actor, reason, at }).rows,
      startState(voucherMachine, id, { state, actor, reason, at }),
      addVoucher({
        id,
        studyId: voucher.studyId,
        offerId: voucher.offerId,
        respondentId: voucher.respondentId,
        currency: voucher.currency,
        amountMinor: voucher.amountMinor,
        taxMinor: voucher.taxMinor,
        codeKey,
        state,
        at,
        expiresAt: state === 'issued' ? expiryOf(terms.settings, at) : null,
        replaces: voucher.id,
        referenceHash: await referenceHash(keys, { id, codeKey }),
      }),
      // Decided about in the same moment, it would stand where the decision before had it.
      setPendingOf({
        respondentId: voucher.respondentId,
        n: review?.n ?? 0,
        pending: judged === 'final' && state === 'held' ? 1 : 0,
      }),
      addAudit({ id: ids.next('audit'), actor, action: 'voucher.reissued', subject: id, at }),
    ],
    money: moneyBetween(ports, { ...voucher, id }, account, ledgerAccountOf(state), at),
  })
}

/** How a voucher stands that is made while its response stands there; what is still owed of a final one goes with its group. */
function stateUnder(judged: JudgedState, account: LedgerAccount): 'issued' | 'held' | 'rejected' {
  if (judged === 'accepted') return 'issued'
  return judged === 'final' && account === 'available' ? 'rejected' : 'held'
}

async function canAfford({ db }: Ports, { offerId, ...worth }: Worth & { offerId: string }) {
  const balance = await first(db, balanceOf({ offerId }))
  return balance !== undefined && balance.available >= grossOf(worth)
}

/**
 * A claim that waited for a person may be paid: unless its account has another one that still stands, and beyond the
 * year's threshold by what it is worth.
 */
const releaseClaim: EffectOf = async (ports, proposal) => {
  const { db, clock, ids } = ports
  const claim = await first(db, claimById({ id: proposal.subject }))
  if (claim === undefined) return { refused: 'not_found' }
  const voucher = await first(db, voucherById({ id: claim.voucherId }))
  if (claim.state !== 'held' || voucher === undefined) return { refused: 'moved_on' }
  if ((await first(db, claimOfAccount(claim))) !== undefined) return { refused: 'account_in_use' }
  const at = clock.now()
  const actor = proposal.proposedBy
  const { reason } = readLifecyclePayload(proposal.payload)
  const why = await first(db, reasonOfClaim({ id: claim.id, n: claim.n }))
  return [
    ...(why?.reason === 'over_yearly_total' ? await allowBeyond(ports, claim, voucher, at) : []),
    ...transition(claimMachine, claim, { state: 'ready', actor, reason, at }),
    addAudit({ id: ids.next('audit'), actor, action: 'claim.released', subject: claim.id, at }),
  ]
}

/** The effect of each kind of proposal about vouchers and claims. */
export const endingEffects: Record<LifecycleKind, EffectOf> = {
  voucher_voided: voidVoucher,
  voucher_reissued: reissueVoucher,
  claim_released: releaseClaim,
}
