/** What the frame of the staff's pages works out: which part a page is of, what lies above it, addresses that keep filters. */
import { Hono } from 'hono'
import { expect, it } from 'vitest'
import type { AppEnv } from '../../src/ports.ts'
import { addressWith } from '../../src/staff/frame/address.ts'
import { crumbsTo, onceEach } from '../../src/staff/frame/crumbs.tsx'
import { sortBy, sorted } from '../../src/staff/frame/sorting.ts'
import { type PartOfStaff, partAt, partsFor, partsOfStudy } from '../../src/staff/permissions/parts.ts'

const admin = { grants: [{ studyId: 'one', role: 'admin' }] } as const
const names = new Proxy({} as Record<PartOfStaff, string>, { get: (_, part) => String(part) })
const parts = [...partsOfStudy(admin, { id: 'one', slug: 'first' }), ...partsFor(admin)]

it.each([
  ['/admin', 'responses', []],
  ['/admin/reviews/ab12', 'reviews', ['reviews']],
  ['/admin/studies', 'studies', []],
  ['/admin/studies/first', 'home', ['studies']],
  ['/admin/studies/first/requests', 'requests', ['studies', 'First study']],
  ['/admin/studies/first/questionnaire/edit', 'questionnaire', ['studies', 'First study', 'questionnaire']],
] as const)('%s is of the part %s, below %j', (path, part, above) => {
  const current = partAt(path, parts)
  expect(current?.part).toBe(part)
  expect(crumbsTo(path, parts, current, 'First study', names).map(({ label }) => label)).toEqual(above)
})

it('nobody is led into a study in which they have no role, nor twice to one page', () => {
  expect(partsOfStudy(admin, { id: 'two', slug: 'second' })).toEqual([])
  const twice = { href: '/admin', label: 'Responses' }
  expect(onceEach([twice, { href: '/b', label: 'B' }, { ...twice, label: 'Again' }])).toEqual([
    twice,
    { href: '/b', label: 'B' },
  ])
})

it('an address keeps what was looked for, and leaves out what is empty and the language', async () => {
  const app = new Hono<AppEnv>().get('/list', (c) =>
    c.text(`${addressWith(c, { before: 'k 1', after: null })} ${addressWith(c, { q: null, after: null })}`),
  )
  const reply = await app.request('/list?q=a%26b&day=&after=x&lang=en')
  expect(await reply.text()).toBe('/list?q=a%26b&before=k+1 /list')
})

it.each([
  ['/list', ['b10', 'b9', 'a1'], 'none', '/list?sort=name'],
  ['/list?sort=name', ['a1', 'b9', 'b10'], 'ascending', '/list?sort=-name'],
  ['/list?q=x&sort=-name', ['b10', 'b9', 'a1'], 'descending', '/list?q=x&sort=name'],
  ['/list?sort=size', ['b9', 'b10', 'a1'], 'none', '/list?sort=name'],
  ['/list?sort=-size', ['a1', 'b10', 'b9'], 'none', '/list?sort=name'],
  ['/list?sort=__proto__', ['b10', 'b9', 'a1'], 'none', '/list?sort=name'],
])('a list at %s is in the order that its address names', async (address, order, now, href) => {
  const rows = [
    { name: 'b10', size: 10 },
    { name: 'b9', size: 9 },
    { name: 'a1', size: 100 },
  ]
  const keys = [
    { name: 'name', of: (row: { name: string }) => row.name },
    { name: 'size', of: (row: { size: number }) => row.size },
  ]
  const app = new Hono<AppEnv>().get('/list', (c) =>
    c.json({
      order: sorted(rows, keys, c.req.query('sort') ?? '', 'en').map(({ name }) => name),
      ...sortBy(c, 'name'),
    }),
  )
  expect(await (await app.request(address)).json()).toEqual({ order, now, href })
})
