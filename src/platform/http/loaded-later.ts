import { Hono } from 'hono'
import type { AppEnv } from '../../ports.ts'
import { loadedOnce } from '../memory/loaded-once.ts'

/**
 * Routes whose handlers are loaded when one of them is first asked for, so that a Worker's start evaluates none of them.
 * @param addresses each a method and a path, as the loaded routes have them
 */
export function loadedLater(
  addresses: readonly (readonly ['GET' | 'POST', string])[],
  load: () => Promise<Hono<AppEnv>>,
): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const loaded = loadedOnce(load)
  for (const [method, path] of addresses) {
    app.on(method, path, async (c, next) => {
      const route = (await loaded()).routes.find((one) => one.method === method && one.path === path)
      if (route === undefined) throw new Error(`No route is loaded for ${method} ${path}`)
      return route.handler(c, next)
    })
  }
  return app
}
