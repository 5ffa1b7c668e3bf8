/** Pages of a list in groups, while rows come and go between them. */
import { expect, it } from 'vitest'
import { byAmount, groupedList } from '../../../src/platform/lists/in-groups.ts'
import { fromTheEnd, type PageRequest, pageByKey } from '../../../src/platform/lists/page-by-key.ts'

interface Row {
  currency: string
  minor: number
  id: string
}

const row = (currency: string, minor: number, id: string): Row => ({ currency, minor, id })
const compare = (one: Row, other: Row) =>
  one.minor - other.minor || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)

/** A page of two of these rows; of currencies without rows nothing is known. */
async function page(rows: readonly Row[], asked: PageRequest, fromEnd = false): Promise<string[]> {
  const currencies = [...new Set(rows.map(({ currency }) => currency))].sort()
  const list = groupedList(
    byAmount<Row>(
      currencies,
      (one) => one,
      async (currency, way, from, count) => {
        const sign = way === 'behind' ? 1 : -1
        return rows
          .filter((one) => one.currency === currency && sign * compare(one, { currency, ...from }) > 0)
          .sort((one, other) => sign * compare(one, other))
          .slice(0, count)
      },
    ),
  )
  const read = fromEnd ? fromTheEnd(list.read) : list.read
  return (await pageByKey(asked, 2, list.keyOf, read)).rows.map(({ id }) => id)
}

const rows = [
  row('CNY', 5, 'a'),
  row('CNY', 5, 'b'),
  row('HKD', -3, 'c'),
  row('HKD', 9_007_199_254_740_991, 'd'),
  row('MOP', 1, 'e'),
  row('MOP', 2, 'f'),
]
const withoutHkd = rows.filter(({ currency }) => currency !== 'HKD')

it.each<[string, readonly Row[], PageRequest, boolean, string[]]>([
  ['a tie is parted by ids', rows, { before: 'CNY 5.a' }, false, ['b', 'c']],
  ['behind the largest amount', rows, { before: 'HKD 9007199254740991.d' }, false, ['e', 'f']],
  ['ahead of the largest amount', rows, { after: 'HKD 9007199254740991.d' }, false, ['b', 'c']],
  ['behind a currency that has gone', withoutHkd, { before: 'HKD -3.c' }, false, ['e', 'f']],
  ['ahead of a currency that has gone', withoutHkd, { after: 'HKD 7.x' }, false, ['a', 'b']],
  ['from the end, behind a currency that has gone', withoutHkd, { before: 'HKD 7.x' }, true, ['b', 'a']],
  ['from the end, ahead of a currency that has gone', withoutHkd, { after: 'HKD 7.x' }, true, ['f', 'e']],
  ['a place of another list', rows, { before: 'batch_1' }, false, ['a', 'b']],
  ['an amount past every whole number', rows, { before: 'HKD 9999999999999999.d' }, false, ['c', 'd']],
])('%s', async (_, listed, asked, fromEnd, ids) => {
  expect(await page(listed, asked, fromEnd)).toEqual(ids)
})
