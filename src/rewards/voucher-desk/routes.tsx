/** `/finance/vouchers`: finding vouchers, and one voucher's history with what may be proposed about it. */

import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { type VouchersMessages, vouchersMessages } from '../../../messages/generated/vouchers.ts'
import { first } from '../../platform/db/together.ts'
import { field, normalizeText, readPosted } from '../../platform/http/form.ts'
import type { Notice } from '../../platform/http/notice-line.tsx'
import { refuse } from '../../platform/http/refuse.tsx'
import { addressed } from '../../platform/http/valid.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import { parseTypedMinorUnits } from '../../platform/money/money.ts'
import type { AppEnv } from '../../ports.ts'
import { longestReason } from '../../staff/approvals/proposal.ts'
import { around } from '../../staff/frame/address.ts'
import { pageByTime } from '../../staff/frame/sorting.ts'
import { needs, staffOf } from '../../staff/permissions/needs.ts'
import { scopeOf } from '../../staff/permissions/scope.ts'
import { reasonsFor } from '../vouchers/lifecycle.ts'
import { proposeLifecycle } from '../vouchers/propose.ts'
import { idOfReference, someWithoutReference } from '../vouchers/references.ts'
import { type ShownState, shownState, shownStates } from '../vouchers/shown-state.ts'
import { voucherReference } from '../vouchers/voucher.ts'
import { listOffers } from './days-store.ts'
import {
  amountsOfVouchers,
  type Filter,
  type FoundVoucher,
  listHeldClaims,
  listVouchers,
  meantBy,
  type PageDirection,
} from './search.ts'
import { studyOfVoucher } from './study-of-voucher.ts'
import { LinkPage, proposable } from './voucher-forms.tsx'
import { showLink } from './voucher-link.ts'
import { VoucherPage } from './voucher-page.tsx'
import { readVoucher } from './voucher-read.ts'
import { headById } from './voucher-store.ts'
import { type ListedVoucher, VouchersPage } from './vouchers-page.tsx'

const vouchersOnAPage = 50

const text = (most: number) => z.string().trim().max(most).default('').transform(normalizeText)
const searchSchema = z.object({
  q: text(80),
  amount: text(20),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .or(z.literal(''))
    .default(''),
  day: text(20),
  state: z.enum([...shownStates, 'claim_held', '']).default(''),
  before: z.string().max(60).optional(),
  after: z.string().max(60).optional(),
})
const why = z.string().trim().min(1).max(longestReason)
const proposalSchema = z.discriminatedUnion('way', [
  z.object({ way: z.literal('void'), reason: z.enum(reasonsFor.void), why }),
  z.object({ way: z.literal('reissue'), reason: z.enum(reasonsFor.reissue), why }),
  z.object({ way: z.literal('release'), reason: z.enum(reasonsFor.releaseClaim), why }),
])

export const voucherRoutes = new Hono<AppEnv>()
  .get('/finance/vouchers', needs('vouchers.view'), addressed('query', searchSchema), async (c) => {
    const { ports } = c.var
    const { before, after, ...asked } = c.req.valid('query')
    const words = vouchersMessages(languageOf(c))
    if (asked.q !== '') {
      const id = await meantBy(ports, asked.q)
      const head = id === undefined ? undefined : await first(ports.db, headById({ id }))
      if (head !== undefined) return c.redirect(`/finance/vouchers/${await voucherReference(ports.keys, head)}`, 303)
    }
    const offers = await ports.db.read(listOffers({}))
    const studies = new Map(offers.map((offer) => [offer.studyId, offer.study]))
    const currencies = [...new Set(offers.map(({ currency }) => currency))]
    const currency = asked.currency === '' ? (currencies[0] ?? 'CNY') : asked.currency
    const minor = asked.amount === '' ? null : parseTypedMinorUnits(asked.amount, currency)
    const faults = {
      ...(asked.q === '' ? {} : { q: words.notFound({ asked: asked.q }) }),
      ...(asked.amount !== '' && minor === null ? { amount: words.badAmount } : {}),
      ...(asked.day !== '' && !z.iso.date().safeParse(asked.day).success ? { day: words.badDay } : {}),
    }
    const filter = {
      state: asked.state === '' ? null : (asked.state as ShownState),
      amount: minor === null ? null : { currency, minor },
      day: asked.day === '' ? null : asked.day,
    }
    const scope = await scopeOf(ports.db, staffOf(c), 'vouchers.view')
    const hasFaults = Object.keys(faults).length > 0
    const seen = async (found: readonly FoundVoucher[]): Promise<ListedVoucher[]> =>
      Promise.all(
        found.map(async ({ studyId, currency, amountMinor, state, day, ...row }) => ({
          reference: await voucherReference(ports.keys, row),
          study: studies.get(studyId) ?? '',
          ...{ currency, amountMinor, state: shownState(state), day },
        })),
      )
    const isHeld = asked.state === 'claim_held'
    const keyOf = ({ reference }: ListedVoucher) => reference
    const list = (narrowed: Filter) => async (way: PageDirection, from: string | null, limit: number) =>
      hasFaults ? [] : seen(await listVouchers(ports, narrowed, from, limit, scope, way))
    const amounts =
      filter.amount === null && /^-?amount$/.test(c.req.query('sort') ?? '')
        ? await ports.db.read(amountsOfVouchers(filter, scope))
        : [filter.amount ?? { currency, minor: 0 }]
    // Whose claim is held the longest waits for somebody first.
    const usual = isHeld ? 'oldest' : 'newest'
    const page = await pageByTime<ListedVoucher>(c, { before, after }, vouchersOnAPage, {
      usual,
      keyOf,
      read: isHeld
        ? async (way, from, limit) => (hasFaults ? [] : seen(await listHeldClaims(ports, from, limit, scope, way)))
        : list(filter),
      by: isHeld
        ? {}
        : {
            state: {
              groups: filter.state === null ? shownStates : [filter.state],
              groupOf: ({ state }) => state,
              keyOf,
              read: (state, ...asked) => list({ ...filter, state: state as ShownState })(...asked),
            },
            amount: {
              groups: amounts.map(({ currency, minor }) => `${currency}:${minor}`),
              groupOf: ({ currency, amountMinor }) => `${currency}:${amountMinor}`,
              keyOf,
              read: (group, ...asked) => {
                const [currency = '', minor] = group.split(':')
                return list({ ...filter, amount: { currency, minor: Number(minor) } })(...asked)
              },
            },
          },
    })
    const isPartial = await someWithoutReference(ports.db)
    return c.html(
      <VouchersPage
        c={c}
        {...{ faults, currencies, isPartial }}
        listed={page.rows}
        usual={usual}
        isHeld={isHeld}
        asked={{ ...asked, currency }}
        pages={around(c, page, '#list')}
      />,
      hasFaults ? 422 : 200,
    )
  })
  .get(
    '/finance/vouchers/:reference',
    needs('vouchers.view', studyOfVoucher),
    addressed('query', z.object({ said: z.string().max(40).optional() })),
    async (c) => {
      const id = await idOfReference(c.var.ports, c.req.param('reference'))
      const history = id === undefined ? undefined : await readVoucher(c.var.ports, id)
      if (history === undefined) return refuse(c, 'not_found')
      return c.html(
        <VoucherPage c={c} history={history} notice={saying(c, c.req.valid('query').said ?? '')} typed={null} />,
      )
    },
  )
  .post('/finance/vouchers/:reference/proposals', needs('vouchers.propose', studyOfVoucher), async (c) => {
    const { ports } = c.var
    const id = await idOfReference(ports, c.req.param('reference'))
    const history = id === undefined ? undefined : await readVoucher(ports, id)
    if (id === undefined || history === undefined) return refuse(c, 'not_found')
    const posted = await readPosted(c)
    const typed = { way: field(posted, 'way'), reason: field(posted, 'reason'), why: field(posted, 'why') ?? '' }
    // A form that is not offered any more cannot show what was typed into it: then the notice does.
    const isOffered = proposable.some((way) => way === typed.way && history.may[way])
    const again = (code: string) => {
      const said = saying(c, code)
      const notice = said === null || isOffered || typed.why.trim() === '' ? said : { ...said, lines: [typed.why] }
      return c.html(<VoucherPage c={c} history={history} notice={notice} typed={typed} />, 422)
    }
    const read = proposalSchema.safeParse(typed)
    if (!read.success) return again('reason')
    const made = await proposed(c, read.data, id, history.claim?.id)
    return 'refused' in made ? again(made.refused) : back(c, 'proposed')
  })
  .post('/finance/vouchers/:reference/link', needs('vouchers.link', studyOfVoucher), async (c) => {
    const { ports } = c.var
    const id = await idOfReference(ports, c.req.param('reference'))
    if (id === undefined) return refuse(c, 'not_found')
    const shown = await showLink(ports, staffOf(c), id)
    if ('refused' in shown) return back(c, shown.refused)
    return c.html(<LinkPage c={c} reference={c.req.param('reference')} link={shown.link} />)
  })

/** Proposes what the form says of the voucher, or of its claim. */
async function proposed(
  c: Context<AppEnv>,
  form: z.infer<typeof proposalSchema>,
  voucherId: string,
  claimId: string | undefined,
) {
  const { ports } = c.var
  switch (form.way) {
    case 'void':
      return proposeLifecycle(ports, staffOf(c), 'voucher_voided', voucherId, form.reason, form.why)
    case 'reissue':
      return proposeLifecycle(ports, staffOf(c), 'voucher_reissued', voucherId, form.reason, form.why)
    case 'release':
      return claimId === undefined
        ? ({ refused: 'moved_on' } as const)
        : proposeLifecycle(ports, staffOf(c), 'claim_released', claimId, form.reason, form.why)
  }
}

function back(c: Context<AppEnv>, said: string): Response {
  return c.redirect(`/finance/vouchers/${encodeURIComponent(c.req.param('reference') ?? '')}?said=${said}`, 303)
}

/** What `?said=` stands for; anything else says nothing. */
function saying(c: Context<AppEnv>, said: string): Notice | null {
  const { done, refused } = vouchersMessages(languageOf(c))
  if (Object.hasOwn(done, said)) return { tone: 'good', text: done[said as keyof VouchersMessages['done']] }
  if (Object.hasOwn(refused, said)) return { tone: 'bad', text: refused[said as keyof VouchersMessages['refused']] }
  return null
}
