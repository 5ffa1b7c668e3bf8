/** Nobody is shown a way that they may not go: each link of the side menu and of the crumbs opens for whoever sees it. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isStaffPath } from '../../../src/app/staff-paths.ts'
import { type Everywhere, everywhere } from '../../support/everywhere.ts'

let all: Everywhere
beforeAll(async () => {
  all = await everywhere()
})
afterAll(() => all.world.close())

const ways = (html: string) => {
  const parts = [...html.matchAll(/<div class="side no-print">.*?<\/nav>|<nav class="crumbs.*?<\/nav>/gs)].map(
    ([part]) => part,
  )
  return parts.flatMap((part) => [...part.matchAll(/href="(\/[^"#?]*)/g)].map(([, href = '']) => href))
}

it('every link of the menu and of the crumbs opens for the role that it is shown to, on every page', async () => {
  const { world, readers, addressOf } = all
  // Pages of one thing have the menu of the list that it stands in.
  const paths = new Set(
    world.app.routes
      .filter(({ method, path }) => method === 'GET' && isStaffPath(path) && path.split('/').length < 5)
      .map(({ path }) => path),
  )
  let seen = 0
  for (const [who, reader] of readers) {
    const shown = new Map<string, string>()
    for (const path of paths) {
      const address = addressOf(path)
      if (typeof address !== 'string') continue
      const { html, status } = await reader.open(address)
      if (status === 200) for (const href of ways(html)) shown.set(href, address)
    }
    for (const [href, from] of shown) {
      const response = await reader.get(href)
      expect([200, 303], `${who}: ${href}, on ${from}`).toContain(response.status)
    }
    seen += shown.size
  }
  expect(seen).toBeGreaterThan(60)
})
