/** Load is shed before memory grows: beyond so many requests at once, one more is asked to come back in a moment. */
import type { MiddlewareHandler } from 'hono'
import { refuse } from '../platform/http/refuse.tsx'
import { safeHeaders } from '../platform/http/safety.ts'
import type { AppEnv, Ports } from '../ports.ts'

/** Bodies are 64 kB at most, so that all of these together hold less than 100 MB. */
export const mostAtOnce = 1_000
/** Of one address: whoever holds many requests open leaves room for the others. */
export const mostOfAnAddress = 300
const retryAfterSeconds = 5

/** Counts the requests that are not answered yet, and turns away those above the bounds with 503 and Retry-After. */
export function shedding(ports: Ports): MiddlewareHandler<AppEnv> {
  let open = 0
  const openOf = new Map<string, number>()
  return async function shedding(c, next) {
    const address = ports.addressOf(c.req.raw, c.env)
    const ofAddress = openOf.get(address) ?? 0
    // Whoever watches over the service asks no more often than before when it is busy.
    const isWatching = /^\/(healthz|readyz|metrics)$/.test(c.req.path)
    if (!isWatching && (open >= mostAtOnce || ofAddress >= mostOfAnAddress)) {
      c.set('ports', ports)
      c.set('requestId', ports.ids.random(12))
      await safeHeaders(c, async () => undefined)
      return refuse(c, 'unavailable', [], retryAfterSeconds)
    }
    open += 1
    openOf.set(address, ofAddress + 1)
    try {
      return await next()
    } finally {
      open -= 1
      const left = (openOf.get(address) ?? 1) - 1
      if (left > 0) openOf.set(address, left)
      else openOf.delete(address)
    }
  }
}
