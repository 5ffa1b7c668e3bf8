/** `/finance/payouts/:id`: one payout's history, its payee for whoever has to pay it, and saying that it failed. */

import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { payoutsMessages } from '../../../messages/generated/payouts.ts'
import { first } from '../../platform/db/together.ts'
import { field, readPosted } from '../../platform/http/form.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv, Payee, Payer, Ports } from '../../ports.ts'
import { everyStaff } from '../../staff/accounts/store.ts'
import { propose } from '../../staff/approvals/actions.ts'
import type { ApprovalEffect } from '../../staff/approvals/effect.ts'
import { decidedOf, type SomeEffects, waitingOf } from '../../staff/approvals/shown.ts'
import { needs, staffOf } from '../../staff/permissions/needs.ts'
import { batchNotice } from '../batches/routes.tsx'
import { slugsByStudy } from '../batches/study-slugs.ts'
import { unmask } from '../claims/unmask.ts'
import { isErased } from '../payees/digest.ts'
import { decryptPayee } from '../payees/encrypt.ts'
import { maskPayee } from '../payees/mask.ts'
import { voucherReference } from '../vouchers/voucher.ts'
import { payoutFailed } from './approval-effects.ts'
import { configuredPayer, pursue } from './call.ts'
import { attemptOf } from './evidence.ts'
import { manualFailReasons, PayoutPage, type TypedFailure } from './payout-page.tsx'
import { isOpenByHand } from './report.ts'
import * as store from './store.ts'
import { studyOfPayout } from './study-of-payout.ts'

const failureSchema = z.object({
  reason: z.enum(manualFailReasons),
  code: z.string().trim().max(40),
  evidence: z.string().trim().min(1).max(200),
})

/** @param undoing what confirming that a payout was not paid does: it is for those who know statements to say */
export function payoutPageRoutes(undoing: ApprovalEffect): Hono<AppEnv> {
  const about = { payout_failed: payoutFailed, payment_undone: undoing }
  return new Hono<AppEnv>()
    .get('/finance/payouts/:id', needs('payouts.view', studyOfPayout), (c) => show(c, about, null))
    .post('/finance/payouts/:id/payee', needs('payees.unmask', studyOfPayout), async (c) => {
      const { ports } = c.var
      const payout = await first(ports.db, store.foundByPayout(c.req.param('id')))
      if (payout === undefined) return refuse(c, 'not_found')
      const shown = await unmask(ports, staffOf(c), payout.claimId)
      return 'refused' in shown ? refuse(c, 'forbidden') : show(c, about, shown.payee)
    })
    .post('/finance/payouts/:id/question', needs('payouts.ask', studyOfPayout), async (c) => {
      const { ports } = c.var
      const payout = await first(ports.db, store.foundByPayout(c.req.param('id')))
      const payer = payout && configuredPayer(ports, payout.provider)
      if (payout === undefined || !mayAsk(payout, payer)) return refuse(c, 'conflict')
      await pursue(ports, payout.payoutId, payer)
      return c.redirect(`/finance/payouts/${payout.payoutId}?said=asked`, 303)
    })
    .post('/finance/payouts/:id/failure', needs('payouts.report', studyOfPayout), async (c) => {
      const { ports } = c.var
      const id = c.req.param('id')
      const found = attemptOf(await first(ports.db, store.foundByPayout(id)))
      if (found === undefined || !isOpenByHand(found, found.attemptId)) return refuse(c, 'conflict')
      const posted = await readPosted(c)
      const read = failureSchema.safeParse(
        Object.fromEntries(Object.entries(posted).map(([name, [value]]) => [name, value])),
      )
      const text = (name: string) => field(posted, name) ?? ''
      const typed = { reason: text('reason'), code: text('code'), evidence: text('evidence') }
      if (!read.success) return show(c, about, null, { refused: 'evidence_missing', typed })
      const { reason, code, evidence } = read.data
      const payload = { attemptId: found.attemptId, payoutId: id, reason, code: code === '' ? null : code, evidence }
      const made = await propose(ports, staffOf(c), { kind: 'payout_failed', subject: id, payload, reason: evidence })
      if ('refused' in made) return show(c, about, null, { refused: 'waiting', typed })
      return c.redirect(`/finance/payouts/${id}?said=proposed`, 303)
    })
}

/** Whether there is a provider who can be asked about this payout now. */
function mayAsk(payout: store.PayoutRow, payer: Payer | undefined): payer is Payer {
  return payer !== undefined && payer.mode !== 'file' && payout.payoutState === 'open'
}

/** @param again a proposal that was refused, whose form is shown again as it was typed */
async function show(
  c: Context<AppEnv>,
  about: SomeEffects,
  inFull: Payee | null,
  again: { refused: 'evidence_missing' | 'waiting'; typed: TypedFailure } | null = null,
) {
  const { ports } = c.var
  const payout = await first(ports.db, store.foundByPayout(c.req.param('id') ?? ''))
  if (payout === undefined) return refuse(c, 'not_found')
  const attempt = attemptOf(payout)
  const staff = await ports.db.read(everyStaff({}))
  const words = payoutsMessages(languageOf(c))
  const resultText = { proposed: words.failProposed, asked: words.asked }[c.req.query('said') ?? '']
  const done = resultText === undefined ? batchNotice(c) : { tone: 'good' as const, text: resultText }
  const notice = again === null ? done : { tone: 'bad' as const, text: words.refusals[again.refused] }
  return c.html(
    <PayoutPage
      c={c}
      payout={payout}
      voucherReference={await voucherReference(ports.keys, { id: payout.voucherId, codeKey: payout.codeKey })}
      study={(await slugsByStudy(ports)).get(payout.studyId) ?? ''}
      steps={await ports.db.read(store.attemptsOf({ payoutId: payout.payoutId }))}
      calls={attempt === undefined ? [] : await ports.db.read(store.callsOf({ attemptId: attempt.attemptId }))}
      names={new Map(staff.map(({ id, name }) => [id, name]))}
      payee={inFull === null ? await masked(ports, payout) : fieldsOf(inFull)}
      isInFull={inFull !== null}
      mayAsk={mayAsk(payout, configuredPayer(ports, payout.provider))}
      mayFail={attempt !== undefined && isOpenByHand(attempt, attempt.attemptId)}
      now={ports.clock.now()}
      waiting={await waitingOf(c, about, payout.payoutId)}
      decided={await decidedOf(c, about, payout.payoutId)}
      typed={again?.typed ?? null}
      notice={notice}
    />,
    again === null ? 200 : 422,
  )
}

async function masked(ports: Ports, payout: store.PayoutRow) {
  return isErased(payout.payee) ? [] : maskPayee(await decryptPayee(ports, payout))
}

function fieldsOf({ fields }: Payee) {
  return Object.entries(fields).map(([field, text]) => ({ field: field as 'name', text }))
}
