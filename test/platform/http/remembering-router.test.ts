/** What is remembered of where requests lead: the same as is found, and nothing that an address was given for. */
import { TrieRouter } from 'hono/router/trie-router'
import { expect, test } from 'vitest'
import { RememberingRouter } from '../../../src/platform/http/remembering-router.ts'

const routes = [
  ['ALL', '*', 'frame'],
  ['ALL', '/s/:study/*', 'paced'],
  ['GET', '/s/:study/p/:page', 'shown'],
  ['POST', '/s/:study/p/:page', 'sent'],
  ['GET', '/s/:study/p/review', 'review'],
  ['GET', '/i/:code', 'invitation'],
] as const

function routerOf<Router extends TrieRouter<string>>(router: Router): Router {
  for (const [method, path, name] of routes) router.add(method, path, name)
  return router
}

/** Also those that are nearly another: of another method, or written otherwise. */
const addresses = [
  ['GET', '/s/one/p/start'],
  ['POST', '/s/one/p/start'],
  ['DELETE', '/s/one/p/start'],
  ['POST', '/s/two/p/start'],
  ['GET', '/s/one/p/start/'],
  ['GET', '/s/one//p/start'],
  ['GET', '/s/one/p%2Fstart'],
  ['GET', '/s/one/p/%73tart'],
  ['GET', '/S/one/p/start'],
  ['GET', '/s/One/p/start'],
  ['GET', '/s/one/p/review'],
  ['GET', '/i/4F7K-9QXM'],
  ['GET', '/nowhere'],
] as const
const remembering = routerOf(new RememberingRouter<string>())

test.each([...addresses, ...addresses])('%s %s leads, each time, to where it leads without', (method, path) => {
  expect(remembering.match(method, path)).toEqual(routerOf(new TrieRouter<string>()).match(method, path))
})

test('an address of a study is looked up once, one with a code or of great length each time', () => {
  const router = routerOf(new RememberingRouter<string>())
  const isKept = (path: string) => {
    const [once, again] = [router.match('GET', path), router.match('GET', path)]
    return once === again
  }
  expect(isKept('/s/one/p/start')).toBe(true)
  expect(isKept('/i/4F7K-9QXM')).toBe(false)
  expect(isKept(`/s/${'x'.repeat(100)}/p/start`)).toBe(false)
})

test('what comes from a thousand addresses that nobody made is forgotten, and is found all the same', () => {
  const router = routerOf(new RememberingRouter<string>())
  const first = router.match('GET', '/s/one/p/start')
  for (let n = 0; n < 1_000; n += 1) router.match('GET', `/made-up/${n}`)
  const again = router.match('GET', '/s/one/p/start')
  expect(again).not.toBe(first)
  expect(again).toEqual(first)
})

test('a route that is added later is found', () => {
  const router = routerOf(new RememberingRouter<string>())
  const before = router.match('GET', '/s/one/p/start')[0].length
  router.add('GET', '/s/:study/p/:page', 'late')
  expect(router.match('GET', '/s/one/p/start')[0]).toHaveLength(before + 1)
})
