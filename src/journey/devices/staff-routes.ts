/** Staff sign out whoever holds a voucher, when a phone was lost: nothing of the holder is shown to them. */
import { Hono } from 'hono'
import { first } from '../../platform/db/together.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import type { AppEnv } from '../../ports.ts'
import { studyOfVoucher } from '../../rewards/voucher-desk/study-of-voucher.ts'
import { idOfReference } from '../../rewards/vouchers/references.ts'
import { needs, staffOf } from '../../staff/permissions/needs.ts'
import { endSessions } from '../../survey/respondents/end-sessions.ts'
import { voucherWithSessions } from '../voucher/holder.ts'

export const holderDevicesRoutes = new Hono<AppEnv>().post(
  '/finance/vouchers/:reference/sessions',
  needs('sessions.end', studyOfVoucher),
  async (c) => {
    const { ports } = c.var
    const reference = c.req.param('reference')
    const id = await idOfReference(ports, reference)
    const voucher = id === undefined ? undefined : await first(ports.db, voucherWithSessions({ id }))
    if (voucher === undefined) return refuse(c, 'not_found')
    // Where somebody was quicker, sessions have ended as well. The resume code stays: no member of staff may be shown one.
    await endSessions(ports, voucher, { actor: staffOf(c).id, subject: voucher.id }, 'kept')
    return c.redirect(`/finance/vouchers/${encodeURIComponent(reference)}?said=signed_out`, 303)
  },
)
