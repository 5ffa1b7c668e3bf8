/** The page of a batch, as it answers a request: with what the last press came to, if anything. */
import type { Context } from 'hono'
import { first } from '../../platform/db/together.ts'
import type { Notice } from '../../platform/http/notice-line.tsx'
import { refuse } from '../../platform/http/refuse.tsx'
import type { AppEnv, Ports } from '../../ports.ts'
import { staffById } from '../../staff/accounts/store.ts'
import { decidedOf, waitingOf } from '../../staff/approvals/shown.ts'
import { batchFailed } from '../payouts/approval-effects.ts'
import { configuredPayer } from '../payouts/call.ts'
import type { PayoutRow } from '../payouts/store.ts'
import { resultFilesOf } from '../result-files/store.ts'
import { voucherReference } from '../vouchers/voucher.ts'
import { readBatch } from './approve.ts'
import { BatchPage, type BatchPageProps } from './batch-page.tsx'
import { stillToPay } from './hand-out.ts'
import { nextStepOf } from './next-step.ts'
import { approvalsOf, openOfBatches, waitingInBatch } from './store.ts'
import { slugsByStudy } from './study-slugs.ts'

/** Which files there are of these payouts: none while nothing of them is to be paid by hand. */
function formatsOf({ settings }: Ports, payouts: readonly PayoutRow[]): BatchPageProps['files'] {
  const toPay = stillToPay(payouts)
  if (toPay.length === 0) return []
  const isForBanks = toPay.every(({ channel }) => channel === 'bank' || channel === 'fps')
  return settings.debtor !== null && isForBanks ? ['csv', 'xlsx', 'pain001'] : ['csv', 'xlsx']
}

/** Answers with the page; 422 when it has to say that something was refused. */
export async function showBatch(c: Context<AppEnv>, batchId: string, notice: Notice | null): Promise<Response> {
  const { ports } = c.var
  const read = await readBatch(ports, batchId)
  if (read === undefined) return refuse(c, 'not_found')
  const { batch, payouts, hashNow } = read
  const preparer = await first(ports.db, staffById({ id: batch.preparedBy }))
  const mode = configuredPayer(ports, batch.provider)?.mode
  const isByHand = mode === 'file'
  // That another person has to approve it is over once somebody has decided, also at the address that said so.
  const isOver = batch.state !== 'frozen' && c.req.query('said')?.startsWith('prepared') === true
  const waiting = await ports.db.read(waitingInBatch({ batchId }))
  const lines = await Promise.all(
    payouts.map(async (payout) => ({
      ...payout,
      waiting: waiting.filter(({ payoutId }) => payoutId === payout.payoutId).map(({ kind }) => kind),
      voucherReference: await voucherReference(ports.keys, { id: payout.voucherId, codeKey: payout.codeKey }),
    })),
  )
  if (notice?.lines !== undefined && notice.tone === 'bad') c.status(422)
  return c.html(
    <BatchPage
      c={c}
      batch={batch}
      study={(await slugsByStudy(ports)).get(batch.studyId) ?? ''}
      preparedBy={preparer?.name ?? batch.preparedBy}
      approvals={await ports.db.read(approvalsOf({ batchId: batch.id }))}
      next={nextStepOf(batch, await first(ports.db, openOfBatches([batch.id])), mode)}
      isAsFrozen={hashNow === batch.contentHash}
      isByHand={isByHand}
      files={isByHand ? formatsOf(ports, payouts) : []}
      lines={lines.sort((one, other) => (one.voucherReference < other.voucherReference ? -1 : 1))}
      waiting={await waitingOf(c, { batch_failed: batchFailed }, batch.id)}
      decided={await decidedOf(c, { batch_failed: batchFailed }, batch.id)}
      resultFiles={await ports.db.read(resultFilesOf({ batchId: batch.id }))}
      notice={isOver ? null : notice}
    />,
  )
}
