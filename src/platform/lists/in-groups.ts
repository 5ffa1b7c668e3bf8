/**
 * A list whose rows come in groups, one after the other, such as the states of payments or the currencies of amounts.
 * Each group is a stretch of an index of its own, so that a page reads no more than itself, whichever it is.
 */
import type { ReadPage } from './page-by-key.ts'

export interface InGroups<Row> {
  /** In their order; none has a blank in its name. */
  groups: readonly string[]
  groupOf: (row: Row) => string
  /** The row's place in its group. */
  keyOf: (row: Row) => string
  /** As `ReadPage`, of one group. */
  read: (group: string, ...asked: Parameters<ReadPage<Row>>) => Promise<readonly Row[]>
}

/**
 * How the whole list is paged by key: a row's key names its group first. Of a group that is there no longer, since its last row
 * has gone meanwhile, the place is where its name would stand; what is no such key is the list's beginning.
 */
export function groupedList<Row>({ groups, groupOf, keyOf, read }: InGroups<Row>): {
  keyOf: (row: Row) => string
  read: ReadPage<Row>
} {
  return {
    keyOf: (row) => `${groupOf(row)} ${keyOf(row)}`,
    read: async (way, from, count) => {
      const order = way === 'behind' ? groups : groups.toReversed()
      const blank = from?.indexOf(' ') ?? -1
      const begun = blank < 0 ? null : (from?.slice(0, blank) ?? null)
      const isPast = (group: string) => begun === null || (way === 'behind' ? group > begun : group < begun)
      const ahead = begun !== null && order.includes(begun) ? order.slice(order.indexOf(begun)) : order.filter(isPast)
      const rows: Row[] = []
      for (const group of ahead) {
        const within = group === begun && from !== null ? from.slice(blank + 1) : null
        rows.push(...(await read(group, way, within, count - rows.length)))
        if (rows.length >= count) break
      }
      return rows
    },
  }
}

/** Where a row stands among the amounts of its currency, in minor units; those of one amount by their ids. */
interface PlaceOfAmount {
  minor: number
  id: string
}

/**
 * A list in groups by currency, each from the smallest amount to the largest.
 * @param read at most `count` of a currency, behind or ahead of a place, nearest first
 */
export function byAmount<Row>(
  currencies: readonly string[],
  placeOf: (row: Row) => PlaceOfAmount & { currency: string },
  read: (currency: string, way: 'behind' | 'ahead', from: PlaceOfAmount, count: number) => Promise<readonly Row[]>,
): InGroups<Row> {
  return {
    groups: currencies,
    groupOf: (row) => placeOf(row).currency,
    keyOf: (row) => {
      const { minor, id } = placeOf(row)
      return `${minor}.${id}`
    },
    read: (currency, way, from, count) => {
      const end =
        way === 'behind' ? { minor: Number.MIN_SAFE_INTEGER, id: '' } : { minor: Number.MAX_SAFE_INTEGER, id: '~' }
      const [, minor, id] = /^(-?\d{1,16})\.(.*)$/s.exec(from ?? '') ?? []
      return read(
        currency,
        way,
        Number.isSafeInteger(Number(minor)) ? { minor: Number(minor), id: id ?? '' } : end,
        count,
      )
    },
  }
}
