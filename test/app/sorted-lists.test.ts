/** Each list that offers an order has it: its heads are found by themselves, on every page of the staff. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isStaffPath } from '../../src/app/staff-paths.ts'
import { textOf } from '../support/begun.ts'
import { type Everywhere, everywhere } from '../support/everywhere.ts'
import type { Student } from '../support/student.ts'

/** Lists that somebody sorts: each offers it. Nothing is in clearing here. */
const dense = [
  '/admin/audit',
  '/admin/people',
  '/admin/reviews',
  '/admin/studies',
  '/admin/studies/:slug/exports',
  '/admin/studies/:slug/invitations',
  '/finance/budgets',
  '/finance/exceptions',
  '/finance/payouts',
  '/finance/statements',
  '/finance/vouchers',
]

let all: Everywhere
beforeAll(async () => {
  all = await everywhere()
})
afterAll(() => all.world.close())

interface Sorted {
  /** Whether all of the list is on this page. */
  isWhole: boolean
  now: string
  href: string
  rows: string[]
}

/** The heads of a page by which its list is sorted or may be, with the rows of that list. */
function sortedOf(html: string): Sorted[] {
  const tables = [...html.matchAll(/<table class="table data".*?<\/table>/gs)].map(([table]) => table)
  return tables.flatMap((table) => {
    const rows = [...table.matchAll(/<tr role="row">(.*?)<\/tr>/gs)].slice(1).map(([, row = '']) => textOf(row))
    const heads = [...table.matchAll(/aria-sort="(\w+)"[^>]*><a href="([^"]+)"/g)]
    return heads.map(([, now = '', href = '']) => ({
      isWhole: !html.includes('rel="next"'),
      now,
      href: href.replaceAll('&amp;', '&'),
      rows,
    }))
  })
}

async function followed(reader: Student, { href }: Sorted): Promise<Sorted> {
  const page = await reader.open(href)
  expect(page.status, href).toBe(200)
  const found = sortedOf(page.html).filter(({ now }) => now !== 'none')
  expect(found, href).toHaveLength(1)
  return found[0] ?? expect.unreachable()
}

it('every list that somebody sorts offers it, turns round by its head, keeps its rows and comes back', async () => {
  const { world, readers, addressOf } = all
  const paths = world.app.routes.filter(({ method, path }) => method === 'GET' && isStaffPath(path))
  const seen = new Set<string>()
  for (const path of new Set(paths.map((one) => one.path))) {
    for (const [who, reader] of readers) {
      if (seen.has(path)) continue
      const page = await reader.open(addressOf(path) ?? '/admin')
      for (const head of page.path === addressOf(path) ? sortedOf(page.html) : []) {
        const where = `${who}: ${path} by ${head.href}`
        seen.add(path)
        const turned = await followed(reader, head)
        if (head.isWhole) expect([...turned.rows].sort(), where).toEqual([...head.rows].sort())
        expect(turned.now, where).not.toBe(head.now)
        // A list that is a stretch of an index is the same list from its other end.
        if (head.isWhole && head.now !== 'none') expect(turned.rows, where).toEqual(head.rows.toReversed())
        expect((await followed(reader, turned)).now, where).not.toBe(turned.now)
      }
    }
  }
  expect(dense.filter((path) => !seen.has(path))).toEqual([])
})
