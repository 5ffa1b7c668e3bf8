/** `POST /providers/:provider/notices`: what providers tell us of their own accord. */
import { Hono } from 'hono'
import { first } from '../../platform/db/together.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import type { AppEnv, Ports, ProviderNotice } from '../../ports.ts'
import { configuredPayer } from './call.ts'
import { addEvent, eventById } from './events-store.ts'
import { applyAnswer } from './evidence.ts'
import * as store from './store.ts'

export const noticeRoutes = new Hono<AppEnv>().post('/providers/:provider/notices', async (c) => {
  const { ports } = c.var
  const payer = configuredPayer(ports, c.req.param('provider'))
  if (payer?.receive === undefined) return refuse(c, 'not_found')
  const notice = await payer.receive({ headers: c.req.raw.headers, body: await c.req.text() })
  const { status, body, contentType } = notice.reply
  if (notice.ok) await take(ports, payer, notice)
  else ports.log({ at: ports.clock.now(), event: 'notice_refused', provider: payer.provider, why: notice.why })
  return status === 204 ? c.body(null, 204) : c.body(body, status, { 'Content-Type': contentType })
})

/**
 * Keeps a notice once, for good. It changes what it is evidence for; where it only says that there is news, the
 * provider is asked before anything moves.
 */
async function take(
  ports: Ports,
  payer: ReturnType<typeof configuredPayer> & object,
  { eventId, reference, answer }: Extract<ProviderNotice, { ok: true }>,
): Promise<void> {
  const { db, clock } = ports
  const { provider } = payer
  const at = clock.now()
  if ((await first(db, eventById({ provider, eventId }))) !== undefined) return
  const event = addEvent({ provider, eventId, at })
  const byId = reference.startsWith('order:') ? reference.slice('order:'.length) : null
  const attempt = await first<{ id: string; payoutId: string }>(
    db,
    byId === null
      ? store.attemptByReference({ provider, reference })
      : store.attemptByProviderId({ provider, providerId: byId }),
  )
  if (attempt === undefined) {
    // Not one of ours: the statement will show whether money has moved.
    ports.log({ at, event: 'notice_of_unknown_reference', provider })
    await db.together(event)
    return
  }
  const result = answer ?? (await asked(ports, attempt.id, payer))
  await applyAnswer(ports, { payoutId: attempt.payoutId, attemptId: attempt.id }, result, provider, [event])
}

async function asked({ db }: Ports, attemptId: string, payer: ReturnType<typeof configuredPayer> & object) {
  const found = await first(db, store.olderAttempt({ id: attemptId }))
  if (found === undefined) throw new Error('An attempt that was there is gone.')
  const result = await payer.query({ reference: found.reference, providerId: found.providerId })
  return result.state === 'not_found' ? { ...result, state: 'unknown' as const } : result
}
