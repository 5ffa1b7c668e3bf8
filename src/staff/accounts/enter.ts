import type { Context } from 'hono'
import type { AppEnv } from '../../ports.ts'
import { homeOf } from '../permissions/parts.ts'
import { signOut } from './actions.ts'
import { keepSession, sessionHere, takePage } from './cookie.ts'
import { readSession } from './session.ts'

/** Lets somebody in with a session that was just opened: it takes the place of the one that this browser had. */
export async function enter(c: Context<AppEnv>, sessionId: string): Promise<Response> {
  const { ports } = c.var
  const before = await sessionHere(c)
  if (before !== null) await signOut(ports, before.id)
  await keepSession(c, sessionId)
  const staff = await readSession(ports.db, sessionId, ports.clock.now())
  return c.redirect(takePage(c) ?? homeOf(staff ?? { grants: [] }), 303)
}
