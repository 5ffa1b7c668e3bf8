/** `/finance/payouts`, `/finance/batches`, `/finance/clearing`: preparing, approving, sending, and what is under way. */

import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { paymentFilesMessages } from '../../../messages/generated/payment-files.ts'
import { type PayoutsMessages, payoutsMessages } from '../../../messages/generated/payouts.ts'
import { statementsMessages } from '../../../messages/generated/statements.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import {
  type AttemptState,
  attemptStates,
  type BatchState,
  batchStates,
  channels,
  providers,
} from '../../../schema/tables.ts'
import { field, readPosted } from '../../platform/http/form.ts'
import type { Notice } from '../../platform/http/notice-line.tsx'
import { refuse } from '../../platform/http/refuse.tsx'
import { addressed } from '../../platform/http/valid.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import { byAmount } from '../../platform/lists/in-groups.ts'
import { isCurrency } from '../../platform/money/currencies.ts'
import type { AppEnv } from '../../ports.ts'
import { around } from '../../staff/frame/address.ts'
import { pageByTime } from '../../staff/frame/sorting.ts'
import { may } from '../../staff/permissions/may.ts'
import { needs, type StudyOf, staffOf } from '../../staff/permissions/needs.ts'
import { scopeOf } from '../../staff/permissions/scope.ts'
import { findTerms } from '../offers/store.ts'
import { configuredPayer } from '../payouts/call.ts'
import { ClearingPage } from '../payouts/clearing-page.tsx'
import { instructBatch, reportPaid } from '../payouts/report.ts'
import type * as store from '../payouts/store.ts'
import { voucherReference } from '../vouchers/voucher.ts'
import { approveBatch, cancelBatch, refuseBatch } from './approve.ts'
import * as clearing from './clearing-store.ts'
import { PayoutsPage } from './list-page.tsx'
import { nextStepOf } from './next-step.ts'
import { canPay, prepareBatch } from './prepare.ts'
import { showBatch } from './show-batch.tsx'
import type { Batch } from './store.ts'
import * as batchStore from './store.ts'
import { studyOfBatch } from './study-of-batch.ts'
import { slugsByStudy } from './study-slugs.ts'

const batchesOnAPage = 25
const clearingOnAPage = 100
/** Those of an attempt in clearing. */
const openAttemptStates = attemptStates.filter((state) => !['succeeded', 'failed', 'cancelled'].includes(state))

const noticeQuery = { said: z.string().max(40).optional(), from: z.iso.date().optional() }
const listSchema = z.object({
  before: z.string().max(60).optional(),
  after: z.string().max(60).optional(),
  ...noticeQuery,
})
const batchSchema = z.object({
  ...noticeQuery,
  counts: z.string().max(40).optional(),
  proposed: z.string().max(5).optional(),
  whole: z.string().max(20).optional(),
})
const prepareSchema = z.object({
  studyId: z.string().max(60),
  channel: z.enum(channels),
  currency: z.string().refine(isCurrency),
  provider: z.enum(providers),
})

/** The study that a form asks for a batch of. */
const studyPosted: StudyOf = async (c) => field(await readPosted(c), 'studyId')

export const payoutRoutes = new Hono<AppEnv>()
  .get('/finance/payouts', needs('payouts.view'), addressed('query', listSchema), async (c) => {
    const { ports } = c.var
    const { before, after } = c.req.valid('query')
    const studies = await slugsByStudy(ports)
    const scope = await scopeOf(ports.db, staffOf(c), 'payouts.view')
    const page = await pageByTime<Batch>(c, { before, after }, batchesOnAPage, {
      keyOf: ({ id }) => id,
      read: (way, from, limit) =>
        ports.db.read(
          way === 'ahead'
            ? batchStore.listBatchesAhead({ after: from ?? '', limit }, scope)
            : batchStore.listBatches({ before: from ?? 'batch_~', limit }, scope),
        ),
      by: {
        state: {
          groups: batchStates,
          groupOf: ({ state }) => state,
          keyOf: ({ id }) => id,
          read: (state, way, from, limit) =>
            ports.db.read(
              batchStore.batchesInState[way](
                { state: state as BatchState, id: from ?? (way === 'behind' ? '~' : ''), limit },
                scope,
              ),
            ),
        },
        sum: byAmount<Batch>(
          await batchStore.currenciesOffered(ports.db),
          ({ currency, totalMinor, id }) => ({ currency, minor: totalMinor, id }),
          (currency, way, { minor: total, id }, limit) =>
            ports.db.read(batchStore.batchesByTotal[way]({ currency, total, id, limit }, scope)),
        ),
      },
    })
    const staff = staffOf(c)
    const isSeen = ({ studyId }: { studyId: string }) => may(staff, 'payouts.view', studyId)
    const batches = page.rows
    const batchIds = batches.map(({ id }) => id)
    const open = batchIds.length === 0 ? [] : await ports.db.read(batchStore.openOfBatches(batchIds))
    const waiting = (await ports.db.read(batchStore.waitingClaims)).filter(isSeen).map((line) => ({
      ...line,
      study: studies.get(line.studyId) ?? '',
      providers: providers.filter((provider) => canPay(ports.payers, { ...line, provider })).sort(byHandLast),
    }))
    return c.html(
      <PayoutsPage
        c={c}
        notice={batchNotice(c)}
        waiting={waiting}
        batches={batches.map((batch) => ({
          ...batch,
          study: studies.get(batch.studyId) ?? '',
          next: nextStepOf(
            batch,
            open.find(({ batchId }) => batchId === batch.id),
            configuredPayer(ports, batch.provider)?.mode,
          ),
        }))}
        pages={around(c, page, '#batches')}
      />,
    )
  })
  .post('/finance/batches', needs('batches.prepare', studyPosted), async (c) => {
    const { ports } = c.var
    const posted = await readPosted(c)
    const wanted = prepareSchema.safeParse(
      Object.fromEntries(Object.entries(posted).map(([name, [value]]) => [name, value])),
    )
    const study = wanted.success ? await findTerms(ports.db, wanted.data.studyId, ports.clock.now()) : undefined
    if (!wanted.success || study === undefined) return refuse(c, 'not_found')
    const made = await prepareBatch(ports, staffOf(c), { ...wanted.data, limits: study.settings.limits })
    if ('refused' in made) return c.redirect(`/finance/payouts?said=${made.refused}`, 303)
    return c.redirect(`/finance/batches/${made.batchId}?said=${made.held > 0 ? 'prepared_some_held' : 'prepared'}`, 303)
  })
  .get('/finance/batches/:id', needs('payouts.view', studyOfBatch), addressed('query', batchSchema), (c) =>
    showBatch(c, c.req.param('id'), batchNotice(c)),
  )
  .post('/finance/batches/:id/approvals', needs('batches.approve', studyOfBatch), async (c) => {
    const done = await approveBatch(c.var.ports, staffOf(c), c.req.param('id'))
    if ('refused' in done) return back(c, done.refused)
    return back(c, done.approvals >= done.needed ? 'approved' : 'first_approval')
  })
  .post('/finance/batches/:id/refusal', needs('batches.approve', studyOfBatch), async (c) => {
    const done = await refuseBatch(c.var.ports, staffOf(c), c.req.param('id'))
    return back(c, 'refused' in done ? done.refused : 'refused')
  })
  .post('/finance/batches/:id/cancellation', needs('batches.cancel', studyOfBatch), async (c) => {
    const done = await cancelBatch(c.var.ports, staffOf(c), c.req.param('id'))
    return back(c, 'refused' in done ? done.refused : 'cancelled')
  })
  .post('/finance/batches/:id/instruction', needs('payouts.report', studyOfBatch), async (c) => {
    const done = await instructBatch(c.var.ports, staffOf(c), c.req.param('id'))
    if (!('refused' in done)) return back(c, 'instructed')
    return back(c, done.refused, 'opensOn' in done ? done.opensOn : null)
  })
  .post('/finance/batches/:id/reports', needs('payouts.report', studyOfBatch), async (c) => {
    const ticked = (await readPosted(c)).paid ?? []
    const lines = ticked.map((reference) => ({ reference, amountMinor: null, providerId: null }))
    return backWithCounts(c, await reportPaid(c.var.ports, staffOf(c), lines, c.req.param('id')))
  })
  .get(
    '/finance/clearing',
    needs('payouts.view'),
    addressed('query', z.object({ before: z.string().max(60).optional(), after: z.string().max(60).optional() })),
    async (c) => {
      const { ports } = c.var
      const scope = await scopeOf(ports.db, staffOf(c), 'payouts.view')
      const page = await pageByTime<store.PayoutRow>(c, c.req.valid('query'), clearingOnAPage, {
        usual: 'oldest',
        keyOf: ({ attemptId }) => attemptId ?? '',
        read: (way, from, limit) => ports.db.read(clearing.payoutsInClearing(way, from, limit, scope)),
        by: {
          state: {
            groups: openAttemptStates,
            groupOf: ({ attemptState }) => attemptState ?? '',
            keyOf: ({ attemptId }) => attemptId ?? '',
            read: (state, way, from, limit) =>
              ports.db.read(clearing.clearingInState(state as AttemptState, way, from, limit, scope)),
          },
          amount: byAmount<store.PayoutRow>(
            await batchStore.currenciesOffered(ports.db),
            ({ currency, amountMinor, attemptId }) => ({ currency, minor: amountMinor, id: attemptId ?? '' }),
            (currency, way, from, limit) => ports.db.read(clearing.clearingByAmount(currency, way, from, limit, scope)),
          ),
        },
      })
      const studies = await slugsByStudy(ports)
      const lines = await Promise.all(
        page.rows.map(async (payout) => ({
          ...payout,
          study: studies.get(payout.studyId) ?? '',
          voucherReference: await voucherReference(ports.keys, { id: payout.voucherId, codeKey: payout.codeKey }),
        })),
      )
      return c.html(<ClearingPage c={c} lines={lines} pages={around(c, page)} now={ports.clock.now()} />)
    },
  )

const byHandLast = (one: string, other: string) => Number(one === 'manual') - Number(other === 'manual')

/** To the batch's page, which says what came of it. */
export function back(c: Context<AppEnv>, saying: string, from: string | null = null): Response {
  return c.redirect(`/finance/batches/${c.req.param('id')}?said=${saying}${from === null ? '' : `&from=${from}`}`, 303)
}

type Results = Awaited<ReturnType<typeof reportPaid>>

/** To the batch's page, with how many reports came to what. */
function backWithCounts(c: Context<AppEnv>, results: Results): Response {
  const count = (of: Results[number]['result']) => results.filter(({ result }) => result === of).length
  const counts = [count('paid'), count('known'), count('conflict'), count('unknown_reference')].join('-')
  return c.redirect(`/finance/batches/${c.req.param('id')}?counts=${counts}`, 303)
}

/** What a bank's word on the whole batch came to. */
function wholeLines(whole: string | undefined, language: Language): string[] {
  const words = paymentFilesMessages(language)
  if (whole === 'accepted') return [words.wholeAccepted]
  if (whole === 'waiting') return [payoutsMessages(language).refusals.waiting]
  if (whole === 'nothing_open') return [words.nothingToPay]
  return /^\d{1,5}$/.test(whole ?? '') ? [words.wholeRejected({ count: Number(whole) })] : []
}

/** Where the file that was uploaded says what each of its lines did. */
function linkToFile(c: Context<AppEnv>, language: Language): Pick<Notice, 'link'> {
  const file = c.req.query('file') ?? ''
  if (!/^\w{1,60}$/.test(file)) return {}
  return {
    link: {
      href: `/finance/batches/${c.req.param('id')}/results/${file}`,
      text: payoutsMessages(language).results.title,
    },
  }
}

/** What the address says of the last press, in words; nothing for what no page of ours has said. */
export function batchNotice(c: Context<AppEnv>): Notice | null {
  const language = languageOf(c)
  const words = payoutsMessages(language)
  const counts = /^(\d+)-(\d+)-(\d+)-(\d+)$/.exec(c.req.query('counts') ?? '')
  if (counts !== null) {
    const [paid = 0, known = 0, conflicts = 0, unknown = 0] = counts.slice(1).map(Number)
    const proposed = Number(c.req.query('proposed') ?? 0)
    const lines = [
      ...(proposed > 0 ? [paymentFilesMessages(language).proposed({ count: proposed })] : []),
      ...wholeLines(c.req.query('whole'), language),
    ]
    return {
      tone: conflicts + unknown > 0 ? 'wait' : 'good',
      text: words.reported({ paid, known, conflicts, unknown }),
      ...(lines.length > 0 ? { lines } : {}),
      ...linkToFile(c, language),
    }
  }
  const code = c.req.query('said') ?? ''
  if (code === 'nothing_to_pay') return { tone: 'bad', text: paymentFilesMessages(language).nothingToPay }
  if (Object.hasOwn(words.done, code)) return { tone: 'good', text: words.done[code as keyof PayoutsMessages['done']] }
  if (!Object.hasOwn(words.refusals, code)) return null
  const from = c.req.query('from')
  const text = words.refusals[code as keyof PayoutsMessages['refusals']]
  return {
    tone: 'bad',
    text: from === undefined ? text : `${text} ${words.opensOn({ day: formatDate(from, language) })}`,
    ...(code === 'stopped' && {
      link: { href: '/finance/exceptions', text: statementsMessages(language).exceptions },
    }),
  }
}
