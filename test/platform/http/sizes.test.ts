/** What travels to a phone on a slow link, as the benchmark measures it: Brotli, without the heads. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { expect, test } from 'vitest'
import { measureSizes } from '../../../bench/sizes.ts'
import { createApp } from '../../../src/app/app.ts'
import { compressed } from '../../../src/entry/compressed.ts'
import { sqlite } from '../../support/databases/sqlite-database.ts'
import { world } from '../../support/world.ts'

test('a first page is within 14 kB with all it needs, and the whole survey within 40 kB', async () => {
  let answer: ReturnType<typeof getRequestListener> | undefined
  const server = createServer((request, response) => answer?.(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const opened = await world({ open: sqlite.open, origin: `http://localhost:${port}` })
  const app = createApp(() => opened.ports, compressed)
  answer = getRequestListener((request, env) => app.fetch(request, env))
  try {
    const { pages, survey } = await measureSizes(port)
    for (const { name, withAssets } of pages) expect(withAssets, name).toBeLessThanOrEqual(14_000)
    expect(survey.requests).toBeGreaterThan(25)
    expect(survey.bodies).toBeLessThanOrEqual(40_000)
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await opened.close()
  }
})
