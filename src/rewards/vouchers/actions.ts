/** What one member of staff may do with a voucher: hold it, and release or reject what is held. */
import { taken } from '../../../schema/constraints.ts'
import { perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import type { Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import type { Staff } from '../../staff/accounts/store.ts'
import { transfer } from '../ledger/ledger.ts'
import { findTerms } from '../offers/store.ts'
import { expiryOf } from './deadline.ts'
import { leave, readVoucherAndClaim } from './leave.ts'
import { type LifecycleRefusal, lifecycle, type ReasonFor, whyNot } from './lifecycle.ts'
import { setExpiry } from './store.ts'
import type { Voucher } from './voucher.ts'

export type Ended = { done: true } | { refused: LifecycleRefusal | 'not_found' }
type By = Pick<Staff, 'id'>

/** Holds a voucher that is not being paid: its claim ends, and its money waits in reserve. */
export function holdVoucher(ports: Ports, staff: By, voucherId: string, reason: ReasonFor<'hold'>): Promise<Ended> {
  return end(ports, staff, voucherId, 'hold', reason)
}

/** Issues a held voucher: it can be claimed from now on, and its time begins. */
export function releaseVoucher(
  ports: Ports,
  staff: By,
  voucherId: string,
  reason: ReasonFor<'release'>,
): Promise<Ended> {
  return end(ports, staff, voucherId, 'release', reason, async (voucher, at) => {
    const terms = await findTerms(ports.db, voucher.studyId, at)
    if (terms === undefined) throw new Error(`The study ${voucher.studyId} is gone.`)
    return [setExpiry({ id: voucher.id, expiresAt: expiryOf(terms.settings, at) })]
  })
}

/** Rejects a held voucher: its money can be promised to somebody else. */
export function rejectVoucher(ports: Ports, staff: By, voucherId: string, reason: ReasonFor<'reject'>): Promise<Ended> {
  return end(ports, staff, voucherId, 'reject', reason)
}

function end<Way extends 'hold' | 'release' | 'reject'>(
  ports: Ports,
  staff: By,
  voucherId: string,
  way: Way,
  reason: ReasonFor<Way>,
  also: (voucher: Voucher, at: string) => Promise<Write[]> = async () => [],
): Promise<Ended> {
  const { db, clock } = ports
  return perform<Ended>(db, 'Ending a voucher', async () => {
    const current = await readVoucherAndClaim(db, voucherId)
    if (current === undefined) return { refused: 'not_found' }
    const { to } = lifecycle[way]
    // Sent again, such as after a lost reply: it is as it was asked to be.
    if (current.voucher.state === to) return { done: true }
    const why = whyNot(way, current)
    if (why !== null) return { refused: why }
    const at = clock.now()
    const { rows, money } = leave(ports, current, to, { actor: staff.id, reason, at })
    return plan<Ended>({
      rows: [...rows, ...(await also(current.voucher, at))],
      money: transfer(...money),
      done: { done: true },
      refused: (breach) => {
        const { on } = breach
        return on === taken.voucherStep || on === taken.claimStep || on === null ? stale(breach) : unexpected
      },
    })
  })
}
