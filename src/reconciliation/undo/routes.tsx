/** `/finance/payouts/:id/undo`: taking back that a payout was paid. */
import { type Context, Hono } from 'hono'
import { first } from '../../platform/db/together.ts'
import { field, readPosted } from '../../platform/http/form.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { foundByPayout } from '../../rewards/payouts/store.ts'
import { studyOfPayout } from '../../rewards/payouts/study-of-payout.ts'
import { longestReason } from '../../staff/approvals/proposal.ts'
import { needs, staffOf } from '../../staff/permissions/needs.ts'
import { undoDetails } from './approval-effect.ts'
import { UndoPage, type UndoPageProps } from './page.tsx'
import { proposeUndo, whyNotUndoable } from './undo.ts'

export const undoRoutes = new Hono<AppEnv>()
  .get('/finance/payouts/:id/undo', needs('payouts.report', studyOfPayout), (c) => show(c, null, ''))
  .post('/finance/payouts/:id/undo', needs('payouts.report', studyOfPayout), async (c) => {
    const id = c.req.param('id')
    const reason = (field(await readPosted(c), 'reason') ?? '').trim()
    if (reason === '' || reason.length > longestReason) return show(c, 'reason', reason)
    const made = await proposeUndo(c.var.ports, staffOf(c), id, reason)
    if ('refused' in made) return show(c, made.refused === 'waiting' ? 'waiting' : null, reason)
    return c.redirect(`/finance/payouts/${id}?said=proposed`, 303)
  })

async function show(c: Context<AppEnv>, refused: UndoPageProps['refused'], typed: string) {
  const { ports } = c.var
  const payout = await first(ports.db, foundByPayout(c.req.param('id') ?? ''))
  if (payout === undefined) return refuse(c, 'not_found')
  const { payoutId, attemptId } = payout
  return c.html(
    <UndoPage
      c={c}
      payoutId={payoutId}
      details={await undoDetails(ports, { payoutId, attemptId }, languageOf(c))}
      whyNot={await whyNotUndoable(ports, payout, attemptId)}
      refused={refused}
      typed={typed}
    />,
    refused === null ? 200 : 422,
  )
}
