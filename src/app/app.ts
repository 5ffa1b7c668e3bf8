/** The whole service in one app: for Node, and for tests. */
import type { Hono, MiddlewareHandler } from 'hono'
import type { AppEnv, Ports } from '../ports.ts'
import { assertGuarded } from './assert-guarded.ts'
import { createFrame } from './frame.ts'
import { staffRoutes } from './staff.ts'
import { studentRoutes } from './students.ts'

export { sweep } from './sweep.ts'

/**
 * Builds the app.
 * @param portsFor gives the ports for a request, from what the runtime passes as `env`
 * @param around what a runtime wants around every request, such as compression where nothing in front does it
 * @throws Error when a staff route names no permission
 */
export function createApp(
  portsFor: (env: unknown) => Ports | Promise<Ports>,
  ...around: MiddlewareHandler<AppEnv>[]
): Hono<AppEnv> {
  const app = createFrame([...studentRoutes, ...staffRoutes], portsFor, ...around)
  assertGuarded(app.routes)
  return app
}
