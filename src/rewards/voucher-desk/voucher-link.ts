/**
 * The link of a voucher that has taken another's place. Its holder cannot open the old one any more; on the device on
 * which they answered they find the new one by themselves, and everybody else has to be sent its link. Whoever has the
 * link can claim the money, so it is shown once, to the preparer who sends it, and the trail says to whom.
 */
import { taken } from '../../../schema/constraints.ts'
import type { VoucherState } from '../../../schema/tables.ts'
import { perform, plan, unexpected } from '../../platform/db/perform.ts'
import { first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import type { Staff } from '../../staff/accounts/store.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { accountsOfVoucher } from '../claims/store.ts'
import { shownState } from '../vouchers/shown-state.ts'
import { voucherCode } from '../vouchers/voucher.ts'
import { addLinkShown, headById } from './voucher-store.ts'

/**
 * Whether there is a link to be shown of a voucher: one that replaces another, and that nobody has claimed. Where it
 * stands besides is not looked at, since whoever asks sees money.
 */
export function hasLink(
  { replaces, state }: { replaces: string | null; state: VoucherState },
  wasClaimed: boolean,
): boolean {
  return replaces !== null && shownState(state) === 'open' && !wasClaimed
}

/**
 * The link, once. That it was shown is kept before it is answered.
 * @returns `shown`: somebody has seen it; `no_link`: there is none to show
 */
export async function showLink(
  { db, clock, ids, keys, settings }: Ports,
  staff: Pick<Staff, 'id'>,
  voucherId: string,
): Promise<{ link: string } | { refused: 'shown' | 'no_link' }> {
  const voucher = await first(db, headById({ id: voucherId }))
  const accounts = await db.read(accountsOfVoucher({ voucherId }))
  if (voucher === undefined || !hasLink(voucher, accounts.length > 0)) return { refused: 'no_link' }
  const code = await voucherCode(keys, voucher)
  if (code === null) return { refused: 'no_link' }
  const at = clock.now()
  return perform(db, 'Showing a link', async () =>
    plan<{ link: string } | { refused: 'shown' }>({
      rows: [addLinkShown({ voucherId, shownTo: staff.id, at })],
      audit: addAudit({ id: ids.next('audit'), actor: staff.id, action: 'voucher.link_shown', subject: voucherId, at }),
      done: { link: `${settings.origin}/v/${code}` },
      refused: ({ on }) => (on === taken.voucherLink ? { refused: 'shown' } : unexpected),
    }),
  )
}
