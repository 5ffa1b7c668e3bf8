/** By which column a list is sorted: it stays in the address as `?sort=NAME`, with a dash before the name from the last to the first. */
import type { Context } from 'hono'
import type { Language } from '../../../schema/questionnaire.ts'
import {
  type AskedPage,
  fromTheEnd,
  type KeyedPage,
  pageByKey,
  type ReadPage,
} from '../../platform/lists/page-by-key.ts'
import type { AppEnv } from '../../ports.ts'
import { addressWith } from './address.ts'

export interface Sort {
  /** Where the list is sorted by this column, or the other way round where it is already. */
  href: string
  now: 'ascending' | 'descending' | 'none'
}

/** What a list that is shown whole is sorted by. */
export interface SortKey<Row> {
  /** It stands in the address: small letters. */
  name: string
  of: (row: Row) => string | number
}

/**
 * One page of a list whose ids rise with time, the newest first unless the address says otherwise.
 * @param read as `pageByKey` has it, for the newest first
 */
export function pageByTime<Row extends { id: string }>(
  c: Context<AppEnv>,
  asked: AskedPage,
  size: number,
  read: ReadPage<Row>,
): Promise<KeyedPage<Row>> {
  return pageByKey(asked, size, ({ id }) => id, isOldestFirst(c) ? fromTheEnd(read) : read)
}

function isOldestFirst(c: Context<AppEnv>): boolean {
  return c.req.query('sort') === 'when'
}

/** The head of the column by whose time such a list is sorted. */
export function sortByTime(c: Context<AppEnv>): Sort {
  const oldestFirst = isOldestFirst(c)
  return {
    href: addressWith(c, { sort: oldestFirst ? null : 'when', before: null, after: null }),
    now: oldestFirst ? 'ascending' : 'descending',
  }
}

export function sortBy(c: Context<AppEnv>, name: string): Sort {
  const asked = c.req.query('sort')
  const now = asked === name ? 'ascending' : asked === `-${name}` ? 'descending' : 'none'
  return { href: addressWith(c, { sort: now === 'ascending' ? `-${name}` : name }), now }
}

/**
 * The rows by a key, from the last to the first where a dash is before its name (`asked`, as the address has it); as they
 * come where it names none of these keys. Equal ones stay as they come.
 */
export function sorted<Row>(
  rows: readonly Row[],
  keys: readonly (SortKey<Row> | undefined)[],
  asked: string,
  language: Language,
): readonly Row[] {
  const isDown = asked.startsWith('-')
  const key = keys.find((one) => one !== undefined && one.name === asked.slice(isDown ? 1 : 0))
  if (key === undefined) return rows
  const { compare } = new Intl.Collator(language, { numeric: true })
  const keyed = rows.map((row) => ({ row, by: key.of(row) }))
  keyed.sort((one, other) => {
    const order =
      typeof one.by === 'number' && typeof other.by === 'number'
        ? one.by - other.by
        : compare(String(one.by), String(other.by))
    return isDown ? -order : order
  })
  return keyed.map(({ row }) => row)
}
