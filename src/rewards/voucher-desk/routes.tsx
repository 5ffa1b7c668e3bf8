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
  type FoundVoucher,
  listHeldClaims,
  listVouchers,
  meantBy,
  type PageDirection,
  type VoucherCriteria,
} from './search.ts'
import { studyOfVoucher } from './study-of-voucher.ts'
import { proposable, VoucherLinkPage } from './voucher-forms.tsx'
import { showLink } from './voucher-link.ts'
import { VoucherDeskPage } from './voucher-page.tsx'
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

export const voucherDeskRoutes = new Hono<AppEnv>()
  .get('/finance/vouchers', needs('vouchers.view'), addressed('query', searchSchema), (c) =>
    search(c, c.req.valid('query')),
  )
  .get(
    '/finance/vouchers/:reference',
    needs('vouchers.view', studyOfVoucher),
    addressed('query', z.object({ said: z.string().max(40).optional() })),
    async (c) => {
      const id = await idOfReference(c.var.ports, c.req.param('reference'))
      const history = id === undefined ? undefined : await readVoucher(c.var.ports, id)
      if (history === undefined) return refuse(c, 'not_found')
      return c.html(
        <VoucherDeskPage c={c} history={history} notice={saying(c, c.req.valid('query').said ?? '')} typed={null} />,
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
      const result = saying(c, code)
      const notice =
        result === null || isOffered || typed.why.trim() === '' ? result : { ...result, lines: [typed.why] }
      return c.html(<VoucherDeskPage c={c} history={history} notice={notice} typed={typed} />, 422)
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
    return c.html(<VoucherLinkPage c={c} reference={c.req.param('reference')} link={shown.link} />)
  })

/** The vouchers that were asked for, or the one whose link, code or reference was typed. */
async function search(c: Context<AppEnv>, { before, after, ...given }: z.infer<typeof searchSchema>) {
  const { ports } = c.var
  if (given.q !== '') {
    const id = await meantBy(ports, given.q)
    const head = id === undefined ? undefined : await first(ports.db, headById({ id }))
    if (head !== undefined) return c.redirect(`/finance/vouchers/${await voucherReference(ports.keys, head)}`, 303)
  }
  const offers = await ports.db.read(listOffers({}))
  const currencies = [...new Set(offers.map(({ currency }) => currency))]
  const asked = { ...given, currency: given.currency === '' ? (currencies[0] ?? 'CNY') : given.currency }
  const { filter, faults } = filterOf(asked, vouchersMessages(languageOf(c)))
  const isRefused = Object.keys(faults).length > 0
  const isHeld = asked.state === 'claim_held'
  // Whose claim is held the longest waits for somebody first.
  const usual = isHeld ? 'oldest' : 'newest'
  const listed = await listsOf(c, filter, new Map(offers.map((offer) => [offer.studyId, offer.study])), isRefused)
  const page = await pageByTime<ListedVoucher>(c, { before, after }, vouchersOnAPage, {
    usual,
    keyOf,
    ...(isHeld ? { read: listed.held, by: {} } : { read: listed.all, by: await groupsOf(c, filter, asked, listed.of) }),
  })
  const isPartial = await someWithoutReference(ports.db)
  return c.html(
    <VouchersPage
      c={c}
      {...{ faults, currencies, isPartial, usual, isHeld, asked }}
      listed={page.rows}
      pages={around(c, page, '#list')}
    />,
    isRefused ? 422 : 200,
  )
}

type Asked = Omit<z.infer<typeof searchSchema>, 'before' | 'after'>
type ReadPage = (way: PageDirection, from: string | null, limit: number) => Promise<ListedVoucher[]>

const keyOf = ({ reference }: ListedVoucher) => reference

/** What a form of a search looks for, and what is wrong with what was typed into it. */
function filterOf({ q, amount, currency, day, state }: Asked, words: VouchersMessages) {
  const minor = amount === '' ? null : parseTypedMinorUnits(amount, currency)
  const filter: VoucherCriteria = {
    state: state === '' ? null : (state as ShownState),
    amount: minor === null ? null : { currency, minor },
    day: day === '' ? null : day,
  }
  const faults = {
    ...(q === '' ? {} : { q: words.notFound({ asked: q }) }),
    ...(amount !== '' && minor === null ? { amount: words.badAmount } : {}),
    ...(day !== '' && !z.iso.date().safeParse(day).success ? { day: words.badDay } : {}),
  }
  return { filter, faults }
}

/** How pages of vouchers are read: those of the filter, of another one, and those whose claim is held; none where it is refused. */
async function listsOf(
  c: Context<AppEnv>,
  filter: VoucherCriteria,
  studies: ReadonlyMap<string, string>,
  isRefused: boolean,
): Promise<{ all: ReadPage; held: ReadPage; of: (filter: VoucherCriteria) => ReadPage }> {
  const { ports } = c.var
  const scope = await scopeOf(ports.db, staffOf(c), 'vouchers.view')
  const seen = (found: readonly FoundVoucher[]) =>
    Promise.all(
      found.map(async ({ studyId, currency, amountMinor, state, day, ...row }) => ({
        reference: await voucherReference(ports.keys, row),
        study: studies.get(studyId) ?? '',
        ...{ currency, amountMinor, state: shownState(state), day },
      })),
    )
  const of =
    (narrowed: VoucherCriteria): ReadPage =>
    async (way, from, limit) =>
      isRefused ? [] : seen(await listVouchers(ports, narrowed, { from, limit, scope, way }))
  return {
    of,
    all: of(filter),
    held: async (way, from, limit) => (isRefused ? [] : seen(await listHeldClaims(ports, { from, limit, scope, way }))),
  }
}

/** What a list may be sorted by: the states and amounts that there are, each read in its turn. */
async function groupsOf(
  c: Context<AppEnv>,
  filter: VoucherCriteria,
  { currency }: Asked,
  of: (filter: VoucherCriteria) => ReadPage,
) {
  const { db } = c.var.ports
  const isByAmount = filter.amount === null && /^-?amount$/.test(c.req.query('sort') ?? '')
  const amounts = isByAmount
    ? await db.read(amountsOfVouchers(filter, await scopeOf(db, staffOf(c), 'vouchers.view')))
    : [filter.amount ?? { currency, minor: 0 }]
  return {
    state: {
      groups: filter.state === null ? shownStates : [filter.state],
      groupOf: ({ state }: ListedVoucher) => state,
      keyOf,
      read: (state: string, ...page: Parameters<ReadPage>) => of({ ...filter, state: state as ShownState })(...page),
    },
    amount: {
      groups: amounts.map(({ currency, minor }) => `${currency}:${minor}`),
      groupOf: ({ currency, amountMinor }: ListedVoucher) => `${currency}:${amountMinor}`,
      keyOf,
      read: (group: string, ...page: Parameters<ReadPage>) => {
        const [currency = '', minor] = group.split(':')
        return of({ ...filter, amount: { currency, minor: Number(minor) } })(...page)
      },
    },
  }
}

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
      return proposeLifecycle(ports, staffOf(c), {
        kind: 'voucher_voided',
        subject: voucherId,
        code: form.reason,
        words: form.why,
      })
    case 'reissue':
      return proposeLifecycle(ports, staffOf(c), {
        kind: 'voucher_reissued',
        subject: voucherId,
        code: form.reason,
        words: form.why,
      })
    case 'release':
      return claimId === undefined
        ? ({ refused: 'moved_on' } as const)
        : proposeLifecycle(ports, staffOf(c), {
            kind: 'claim_released',
            subject: claimId,
            code: form.reason,
            words: form.why,
          })
  }
}

function back(c: Context<AppEnv>, result: string): Response {
  return c.redirect(`/finance/vouchers/${encodeURIComponent(c.req.param('reference') ?? '')}?said=${result}`, 303)
}

/** What `?said=` stands for; anything else says nothing. */
function saying(c: Context<AppEnv>, result: string): Notice | null {
  const { done, refused } = vouchersMessages(languageOf(c))
  if (Object.hasOwn(done, result)) return { tone: 'good', text: done[result as keyof VouchersMessages['done']] }
  if (Object.hasOwn(refused, result)) return { tone: 'bad', text: refused[result as keyof VouchersMessages['refused']] }
  return null
}
