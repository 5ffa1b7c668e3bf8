/**
 * No GET writes. Every GET route that the app has is asked for by everybody there is, and no row of any table is another
 * one afterwards. A route is found by itself; one with a new kind of parameter needs a sample in `everywhere`.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Everywhere, everywhere } from '../support/everywhere.ts'

let all: Everywhere
beforeAll(async () => {
  all = await everywhere()
  all.world.ports.metrics = { token: 'a token' }
  for (const [, reader] of all.readers.slice(0, 1)) reader.headers.authorization = 'Bearer a token'
})
afterAll(() => all.world.close())

async function everything(): Promise<Record<string, string>> {
  const { world } = all
  const tables = await world.ports.db.read<{ name: string }>({
    sql: `select name as "name" from sqlite_master where type = 'table' and name not like 'sqlite_%'`,
    values: [],
  })
  const rows = await Promise.all(
    tables.map(({ name }) => world.ports.db.read({ sql: `select * from ${name}`, values: [] })),
  )
  return Object.fromEntries(tables.map(({ name }, i) => [name, JSON.stringify(rows[i])]))
}

const routes = () => [...new Set(all.world.app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path))]

describe('reading an address', () => {
  it('writes nothing, whichever it is and whoever reads it', async () => {
    const { readers, queries, addressOf } = all
    expect(routes().length).toBeGreaterThan(45)
    const before = await everything()
    expect(Object.keys(before).length).toBeGreaterThan(40)
    const withoutSample = routes().filter((route) => addressOf(route) === null)
    expect(withoutSample, 'give a sample of their parameters in test/support/everywhere.ts').toEqual([])
    const neverSeen: string[] = []
    for (const route of routes()) {
      const address = addressOf(route)
      let isSeen = false
      for (const query of ['', ...(queries[route] ?? [])]) {
        for (const [name, reader] of readers) {
          const response = await reader.get(`${address}${query}`)
          await response.arrayBuffer()
          isSeen ||= response.status < 400 || route === '/readyz'
          // Who is not ready says so by its status.
          if (route !== '/readyz') expect(response.status, `${name}: ${route}`).toBeLessThan(500)
          // A preview or a link checker asks for no more than the head of it, and leaves as little behind.
          const head = await reader.send(`${address}${query}`, { method: 'HEAD' })
          expect([head.status, await head.text()], `${name}: HEAD ${route}`).toEqual([response.status, ''])
        }
      }
      if (!isSeen) neverSeen.push(route)
      const after = await everything()
      const changed = Object.keys(after).filter((table) => after[table] !== before[table])
      expect(changed, `GET ${route} wrote`).toEqual([])
    }
    // A sample that nobody can read shows nothing.
    expect(neverSeen).toEqual([])
  })

  it('nor does any method that no page uses, nor one that a header puts in place of another', async () => {
    const { readers, addressOf, world } = all
    const known = new Set(world.app.routes.map(({ method, path }) => `${method} ${path}`))
    const paths = new Set(world.app.routes.filter(({ method }) => method !== 'ALL').map(({ path }) => path))
    const before = await everything()
    for (const path of paths) {
      const address = addressOf(path) ?? path.replaceAll(/:\w+\??/g, 'x')
      for (const method of ['OPTIONS', 'PUT', 'DELETE', 'GET']) {
        if (known.has(`${method} ${path}`)) continue
        for (const [name, reader] of readers.filter(([who]) => /holder|preparer/.test(who))) {
          const headers = {
            origin: world.ports.settings.origin,
            'x-http-method-override': 'POST',
            'x-method-override': 'POST',
            'x-http-method': 'POST',
          }
          const response = await reader.send(`${address}?_method=POST`, { method, headers })
          await response.arrayBuffer()
          // Whoever loads the address of a form again is led to its page.
          const isLed = method === 'GET' && known.has(`POST ${path}`) && response.status === 303
          if (!isLed) expect([404, 401, 403, 405], `${name}: ${method} ${path}`).toContain(response.status)
        }
      }
    }
    const after = await everything()
    expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual([])
  })

  it('would be seen to write', async () => {
    const before = await everything()
    const [, preparer] = all.readers.find(([name]) => name === 'a preparer') ?? []
    await preparer?.post('/finance/vouchers.csv')
    const after = await everything()
    expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual(['audit_entries'])
  })
})
