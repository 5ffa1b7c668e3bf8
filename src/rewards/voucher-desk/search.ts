/**
 * Lists of vouchers: the newest day first, and within a day, whatever their states, in the order of what is kept of their references, which says
 * nothing of the hour. Each state is read from its own stretch of an index, and no more of it than the days of a page.
 */
import { providers, type VoucherState } from '../../../schema/tables.ts'
import { tidyCode } from '../../platform/crypto/codes.ts'
import { first, type Query, type SqlValue } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { inScope, type Scope } from '../../staff/permissions/scope.ts'
import { heldClaims, heldClaimsAhead, openClaimOf } from '../claims/store.ts'
import { idOfReference } from '../vouchers/references.ts'
import { type ShownState, shownStates, statesShownAs } from '../vouchers/shown-state.ts'

export interface VoucherCriteria {
  /** Null: any. */
  state: ShownState | null
  /** Minor units of the currency; null: any. */
  amount: { currency: string; minor: number } | null
  /** UTC; null: any. */
  day: string | null
}

export interface FoundVoucher {
  id: string
  studyId: string
  currency: string
  amountMinor: number
  codeKey: string
  state: VoucherState
  day: string
  hash: string
}

const day = 'substr(made_at, 1, 10)'
const select = `select id as "id", study_id as "studyId", currency as "currency", amount_minor as "amountMinor",
  code_key as "codeKey", state as "state", ${day} as "day", reference_hash as "hash" from vouchers`

/** Where a page of a list begins: behind this day and hash. */
type Place = Pick<FoundVoucher, 'day' | 'hash'>

/** The ids are chosen from the index alone; only those of the page are looked up. */
function stretch(
  { amount }: VoucherCriteria,
  { state, where, order, values }: { state: VoucherState; where: string; order: string; values: readonly SqlValue[] },
  limit: number,
  scope: Scope,
): Query<FoundVoucher> {
  const seen = inScope(scope, 'vouchers.study_id')
  const ofAmount = amount === null ? '' : 'currency = ? and amount_minor = ? and '
  return {
    sql: `${select} join (
  select id as chosen from vouchers where ${ofAmount}state = ? and ${where} and ${seen.sql} order by ${order} limit ?) page on page.chosen = vouchers.id`,
    values: [...(amount === null ? [] : [amount.currency, amount.minor]), state, ...values, ...seen.values, limit],
  }
}

/** Behind a place in the list, or ahead of it, nearest first. */
export type PageDirection = 'behind' | 'ahead'

/**
 * The amounts that vouchers of a scope and a state are of, in the order of currencies and then of amounts: of the offers' own,
 * those that somebody holds. Each is asked for in turn, so that one which has none costs a page its queries.
 */
export function amountsOfVouchers(
  { state }: Pick<VoucherCriteria, 'state'>,
  scope: Scope,
): Query<{ currency: string; minor: number }> {
  const states = state === null ? [] : statesShownAs[state]
  const inState = state === null ? '' : ` and vouchers.state in (${states.map(() => '?').join(', ')})`
  const seen = inScope(scope, 'offers.study_id')
  return {
    sql: `select distinct currency as "currency", amount_minor as "minor" from offers where ${seen.sql} and exists (
  select 1 from vouchers where vouchers.currency = offers.currency and vouchers.amount_minor = offers.amount_minor${inState})
order by 1, 2`,
    values: [...seen.values, ...states],
  }
}

/** A page of a list: at most `limit` of a scope, from the list's beginning (null) or behind or ahead of one. */
interface PageOf<From> {
  from: From | null
  limit: number
  scope?: Scope
  way?: PageDirection
}

/** What a page of a list asks of one state: the rest of the day at `from`, or what lies on the days past it. */
export function stretchesOf(
  filter: VoucherCriteria,
  state: VoucherState,
  { from, limit, scope = null, way = 'behind' }: PageOf<Place>,
) {
  const [past, order] = way === 'behind' ? ['<', 'desc'] : ['>', 'asc']
  const ofDay = (...values: SqlValue[]) =>
    stretch(
      filter,
      { state, where: `${day} = ? and reference_hash ${past} ?`, order: `reference_hash ${order}`, values },
      limit,
      scope,
    )
  const beyond = (than: string) =>
    stretch(
      filter,
      {
        state,
        where: `${day} ${past} ? and reference_hash is not null`,
        order: `${day} ${order}, reference_hash ${order}`,
        values: [than],
      },
      limit,
      scope,
    )
  const onDay = filter.day ?? from?.day
  const [edge, end] = way === 'behind' ? ['~', '9'] : ['', '']
  return {
    sameDay: onDay === undefined ? null : ofDay(onDay, from?.day === onDay ? from.hash : edge),
    otherDays: filter.day !== null ? null : beyond(from?.day ?? end),
  }
}

/** The vouchers of a page, which is told by the reference of a voucher. */
export async function listVouchers(
  ports: Pick<Ports, 'db' | 'keys'>,
  filter: VoucherCriteria,
  { from, limit, scope = null, way = 'behind' }: PageOf<string>,
): Promise<FoundVoucher[]> {
  const { db } = ports
  const place = from === null ? null : await placeOf(ports, from)
  const states = (filter.state === null ? shownStates : [filter.state]).flatMap((shown) => statesShownAs[shown])
  const stretches = states.map((state) => stretchesOf(filter, state, { from: place, limit, scope, way }))
  const read = async (part: 'sameDay' | 'otherDays') => {
    const asked = stretches.flatMap((one) => one[part] ?? [])
    return (await Promise.all(asked.map((query) => db.read(query))))
      .flat()
      .sort(way === 'behind' ? byPlace : byPlaceBack)
  }
  const found = await read('sameDay')
  if (found.length < limit) found.push(...(await read('otherDays')))
  return found.slice(0, limit)
}

/** The same of vouchers whose claim is held, the longest held first. */
export async function listHeldClaims(
  ports: Pick<Ports, 'db' | 'keys'>,
  { from, limit, scope = null, way = 'behind' }: PageOf<string>,
): Promise<FoundVoucher[]> {
  const { db } = ports
  const voucherId = from === null ? undefined : await idOfReference(ports, from)
  const claim = voucherId === undefined ? undefined : await first(db, openClaimOf({ voucherId }))
  const claims = await db.read(
    way === 'behind'
      ? heldClaims({ after: claim?.id ?? '', limit }, scope)
      : heldClaimsAhead({ before: claim?.id ?? '~', limit }, scope),
  )
  const rows = await Promise.all(
    claims.map(({ voucherId }) => first(db, { sql: `${select} where id = ?`, values: [voucherId] })),
  )
  return rows as FoundVoucher[]
}

async function placeOf(ports: Pick<Ports, 'db' | 'keys'>, reference: string): Promise<Place | null> {
  const id = await idOfReference(ports, reference)
  return id === undefined
    ? null
    : ((await first<Place>(ports.db, {
        sql: `select ${day} as "day", reference_hash as "hash" from vouchers where id = ?`,
        values: [id],
      })) ?? null)
}

function byPlace(one: Place, other: Place): number {
  const [a, b] = [`${one.day} ${one.hash}`, `${other.day} ${other.hash}`]
  return a < b ? 1 : a > b ? -1 : 0
}

const byPlaceBack: typeof byPlace = (one, other) => byPlace(other, one)

/** The voucher that somebody means: by its reference, an attempt's, or the number that a provider gave a payment. */
export async function meantBy(ports: Pick<Ports, 'db' | 'keys'>, typed: string): Promise<string | undefined> {
  const byReference = await idOfReference(ports, typed)
  if (byReference !== undefined) return byReference
  const marks = providers.map(() => '?').join(', ')
  const among = async (column: 'reference' | 'provider_id', value: string) =>
    first<{ id: string }>(ports.db, {
      sql: `select payouts.voucher_id as "id" from attempts join payouts on payouts.id = attempts.payout_id
where attempts.provider in (${marks}) and attempts.${column} = ? limit 1`,
      values: [...providers, value],
    })
  const asAttempt = tidyCode(typed).toUpperCase()
  return ((await among('reference', asAttempt)) ?? (await among('provider_id', typed.trim())))?.id
}
