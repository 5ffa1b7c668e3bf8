/** By which column a list is sorted: it stays in the address as `?sort=NAME`, with a dash before the name from the last to the first. */
import type { Context } from 'hono'
import type { Language } from '../../../schema/questionnaire.ts'
import { groupedList, type InGroups } from '../../platform/lists/in-groups.ts'
import {
  fromTheEnd,
  type KeyedPage,
  type PageRequest,
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

/** Which of a list that is kept in the order of time is shown first, where the address says nothing. */
type Usual = 'newest' | 'oldest'

interface InTime<Row> {
  usual?: Usual
  /** The row's place in that order; its id, where ids rise with time. */
  keyOf: (row: Row) => string
  read: ReadPage<Row>
  /** What else it is sorted by, by the name in the address. */
  by?: Readonly<Record<string, InGroups<Row>>>
}

/**
 * One page of a list that is kept in the order of time, turned round or sorted by another column where the address says so:
 * a stretch of an index.
 * @param list.read as `pageByKey` has it, for the usual order
 */
export function pageByTime<Row>(
  c: Context<AppEnv>,
  asked: PageRequest,
  size: number,
  { usual = 'newest', keyOf, read, by = {} }: InTime<Row>,
): Promise<KeyedPage<Row>> {
  const name = c.req.query('sort') ?? ''
  const column = name.replace(/^-/, '')
  const other = Object.hasOwn(by, column) ? by[column] : undefined
  if (other !== undefined) {
    const list = groupedList(other)
    return pageByKey(asked, size, list.keyOf, name === column ? list.read : fromTheEnd(list.read))
  }
  return pageByKey(asked, size, keyOf, isTurned(c, usual) ? fromTheEnd(read) : read)
}

const turnedName = (usual: Usual) => (usual === 'newest' ? 'when' : '-when')

function isTurned(c: Context<AppEnv>, usual: Usual): boolean {
  return c.req.query('sort') === turnedName(usual)
}

/**
 * The head of the column by whose time such a list is sorted.
 * @param others by which it can be sorted as well
 */
export function sortByTime(c: Context<AppEnv>, usual: Usual = 'newest', others: readonly string[] = []): Sort {
  const turned = isTurned(c, usual)
  const isOther = others.includes((c.req.query('sort') ?? '').replace(/^-/, ''))
  return {
    href: addressWith(c, { sort: turned || isOther ? null : turnedName(usual), before: null, after: null }),
    now: isOther ? 'none' : turned === (usual === 'newest') ? 'ascending' : 'descending',
  }
}

/**
 * The head of any other column.
 * @param then what a list that was turned round is sorted by next; `usual` where no other head leads back to its usual order
 */
export function sortBy(c: Context<AppEnv>, name: string, then: 'name' | 'usual' = 'name'): Sort {
  const asked = c.req.query('sort')
  const now = asked === name ? 'ascending' : asked === `-${name}` ? 'descending' : 'none'
  const next = now === 'ascending' ? `-${name}` : now === 'descending' && then === 'usual' ? null : name
  return { href: addressWith(c, { sort: next, before: null, after: null }), now }
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
