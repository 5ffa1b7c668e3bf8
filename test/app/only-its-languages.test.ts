/** A study in one language is in that language on every page that people meet, whatever their browsers ask for. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isStaffPath } from '../../src/app/staff-paths.ts'
import { type Everywhere, everywhere } from '../support/everywhere.ts'

/** What no respondent opens; the place in the queue is in the language that the page around it says. */
const others = ['*', '/metrics', '/s/:study/queue']

let all: Everywhere
beforeAll(async () => {
  all = await everywhere({ study: (study) => ({ ...study, settings: { ...study.settings, languages: ['en'] } }) })
})
afterAll(() => all.world.close())

it('no page of a study, nor one that leads to it, is in another language or offers one', async () => {
  const { world, readers, addressOf } = all
  const routes = world.app.routes.filter(
    ({ method, path }) => method === 'GET' && !isStaffPath(path) && !others.includes(path),
  )
  const addresses = new Set([...routes.map(({ path }) => addressOf(path) ?? '')])
  const wrong: string[] = []
  let pages = 0
  for (const address of addresses) {
    for (const [, reader] of readers.slice(0, 3)) {
      reader.headers['accept-language'] = 'zh-CN'
      const answer = await reader.get(`${address}?lang=zh-Hans`)
      const html = answer.headers.get('content-type')?.startsWith('text/html') ? await answer.text() : ''
      if (!html.includes('<html')) continue
      pages += 1
      if (!html.includes('<html lang="en"') || /lang=zh/.test(html)) wrong.push(`${answer.status} ${address}`)
    }
  }
  expect(pages).toBeGreaterThan(30)
  expect([...new Set(wrong)]).toEqual([])
})
