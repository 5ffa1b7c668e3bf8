/**
 * Vouchers as finance may see them. Ids carry the time, and so does the order they were made in; finance sees a
 * reference in place of the id, the day, and within a day the order of the references, which tells nothing.
 */
import { fingerprint } from '../../platform/crypto/fingerprint.ts'
import { first } from '../../platform/db/together.ts'
import type { ReadPage } from '../../platform/lists/page-by-key.ts'
import { idFrom } from '../../platform/time/id-time.ts'
import { dayAfter, dayMs } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import type { Scope } from '../../staff/permissions/scope.ts'
import { type ShownState, shownState } from '../vouchers/shown-state.ts'
import { voucherReference } from '../vouchers/voucher.ts'
import { type VoucherDay, type VoucherRow, voucherDays, vouchersOfDay } from './days-store.ts'

export interface Listed {
  reference: string
  studyId: string
  /** ISO 4217. */
  currency: string
  amountMinor: number
  taxMinor: number
  state: ShownState
  /** UTC. */
  day: string
}

/** How many vouchers are read at a time. */
const readSize = 500

/** Of a day with more vouchers than this, one part after the other is put in order: memory has a bound. */
export const partSize = 20_000

/** One day with its vouchers counted; undefined when it has none. Only ids of about that day are looked at. */
export async function countedDay(db: Ports['db'], day: string, scope: Scope = null): Promise<VoucherDay | undefined> {
  const from = Date.parse(day)
  // Clocks of two servers never differ by a day; ids carry the time of the one that made them.
  const ids = { fromId: idFrom('v', from - dayMs), toId: idFrom('v', from + 2 * dayMs) }
  return first(db, voucherDays({ from: day, to: dayAfter(day), ...ids, limit: 1 }, scope))
}

/**
 * The vouchers of a day in pieces, each in the order of its references. Which piece a voucher is in is drawn from its
 * id, so the order of the pieces tells nothing either.
 */
export async function* listDay(
  { db, keys }: Pick<Ports, 'db' | 'keys'>,
  day: VoucherDay,
  size = partSize,
  scope: Scope = null,
): AsyncGenerator<Listed[]> {
  const parts = Math.ceil(day.count / size)
  for (let part = 0; part < parts; part += 1) {
    const listed: Listed[] = []
    for await (const rows of pagesOfDay(db, day, scope)) {
      const mine = parts === 1 ? rows : rows.filter(({ id }) => fingerprint(id) % parts === part)
      listed.push(...(await Promise.all(mine.map((row) => asListed(keys, row, day.day)))))
    }
    yield listed.sort(byReference)
  }
}

/** At most `limit` vouchers of a day behind or ahead of a reference (null for the beginning), nearest first. */
export async function vouchersAround(
  ports: Pick<Ports, 'db' | 'keys'>,
  day: VoucherDay,
  [way, from, limit]: Parameters<ReadPage<Listed>>,
  scope: Scope = null,
): Promise<Listed[]> {
  const isAhead = way === 'ahead'
  const order = isAhead ? (one: Listed, other: Listed) => byReference(other, one) : byReference
  const isThere = ({ reference }: Listed) => from === null || (isAhead ? reference < from : reference > from)
  let nearest: Listed[] = []
  for await (const part of listDay(ports, day, partSize, scope)) {
    nearest = [...nearest, ...part.filter(isThere)].sort(order).slice(0, limit)
  }
  return nearest
}

/** Puts vouchers into the order of their references. */
export function byReference(one: Listed, other: Listed): number {
  return one.reference < other.reference ? -1 : 1
}

async function* pagesOfDay(
  db: Ports['db'],
  { day, firstId, lastId }: VoucherDay,
  scope: Scope,
): AsyncGenerator<VoucherRow[]> {
  let after = ''
  for (;;) {
    const bounds = { from: day, to: dayAfter(day), firstId, lastId }
    const rows = await db.read(vouchersOfDay({ ...bounds, after, limit: readSize }, scope))
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < readSize) return
    after = last.id
  }
}

async function asListed(keys: Ports['keys'], row: VoucherRow, day: string): Promise<Listed> {
  const { studyId, currency, amountMinor, taxMinor, state } = row
  const reference = await voucherReference(keys, row)
  return { reference, studyId, currency, amountMinor, taxMinor, state: shownState(state), day }
}
