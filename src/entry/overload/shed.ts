/** Load is shed before queues grow: whoever is not let in is told so at once, and when to come back. */
import type { IncomingMessage } from 'node:http'
import type { Context, MiddlewareHandler } from 'hono'
import type { Language } from '../../../schema/text.ts'
import { refuse, wantsJson } from '../../platform/http/refuse.tsx'
import { safeHeaders } from '../../platform/http/safety.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import { connectionOf } from '../../platform/network/network-of.ts'
import type { AppEnv, Ports } from '../../ports.ts'
import { cutOff } from '../slow.ts'
import { admits, isRead, mostOfAnAddress, requestClass } from './admission.ts'
import type { Lateness } from './lateness.ts'
import { watchSenders } from './senders.ts'
import { watchTurns } from './turns.ts'

/** Told to come back after 4 to 8 seconds, so that those who were refused together do not come back together. */
const retryAfter = { least: 4, most: 8 }
/** As long as this after the last refusal the service says of itself that it is busy. */
const saidForMs = 10_000

export interface Shedding {
  handler: MiddlewareHandler<AppEnv>
  /** Called by a timer every `tickMs`. */
  tick(): void
  /** Why requests are turned away, for `/readyz`; null when none was lately. */
  load(): string | null
}

/**
 * Counts the requests that are not answered yet, and turns away with 503 and Retry-After whom `admits` does not let in.
 * @param lateness whether this process is behind, of which it tells how many requests there are
 * @param waiting how many connections wait to be taken on
 */
export function shedding(
  ports: Ports,
  lateness: Lateness,
  passed = () => performance.now(),
  waiting: () => number = () => 0,
): Shedding {
  let open = 0
  let queued = 0
  const senders = watchSenders(passed)
  const answered = pace(passed)
  const turnMs = watchTurns(passed, setImmediate)
  let refused = 0
  let refusedAt = Number.NEGATIVE_INFINITY
  const openOf = new Map<string, number>()
  const refusal = refusalsOf(ports)

  return {
    async handler(c, next) {
      const address = callerOf(ports.addressOf(c.req.raw, c.env))
      const kind = requestClass(c.req.method, c.req.path, c.req.header('cookie') ?? '')
      const hasBody = !isRead(c.req.method)
      const load = {
        hasBody,
        open,
        ofAddress: openOf.get(address) ?? 0,
        arriving: senders.arriving(),
        arrivingOfAddress: senders.arriving(address),
        queued,
        isBehind: lateness.isBehind(),
        perSecond: answered.perSecond(),
        turnMs: turnMs(),
      }
      // Where there is no place but those of slow senders, one of them gives way.
      const isFull = hasBody && !admits(kind, load) && admits(kind, { ...load, hasBody: false })
      const isRoom = isFull && senders.makeRoom(load.ofAddress < mostOfAnAddress ? undefined : address)
      if (!(isRoom || admits(kind, load))) {
        if (admits(kind, { ...load, isBehind: false })) lateness.refusing()
        refused = passed() - refusedAt > saidForMs ? 1 : refused + 1
        refusedAt = passed()
        return refusal(c)
      }
      open += 1
      openOf.set(address, (openOf.get(address) ?? 0) + 1)
      const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage }
      let isHere = true
      const leave = () => {
        if (!isHere) return
        isHere = false
        if (incoming !== undefined) senders.end(incoming)
        open -= 1
        const left = (openOf.get(address) ?? 1) - 1
        if (left > 0) openOf.set(address, left)
        else openOf.delete(address)
      }
      if (incoming !== undefined && hasBody) {
        senders.begin(incoming, address, () => {
          leave()
          cutOff(incoming)
        })
      }
      lateness.answering(open - senders.arriving() + queued)
      try {
        return await next()
      } finally {
        leave()
        answered.one()
        lateness.answering(open - senders.arriving() + queued)
      }
    },
    tick() {
      // Whoever sends slowly, or not at all, makes no queue.
      senders.look()
      queued = waiting()
      lateness.answering(open - senders.arriving() + queued)
      lateness.waiting(queued)
      lateness.tick()
    },
    load: () =>
      passed() - refusedAt > saidForMs
        ? null
        : `More comes than can be answered: ${refused} requests were turned away.`,
  }
}

/** One machine has all addresses of an IPv6 /64. One of IPv4 stands for itself, and is not read anew for every request. */
function callerOf(address: string): string {
  return address.includes('.') ? address : connectionOf(address)
}

/**
 * Drawn once for each language: no database, no drawing, no compressing while others wait, and headers that are written as
 * they are.
 */
function refusalsOf(ports: Ports): (c: Context<AppEnv>) => Promise<Response> {
  const drawn = new Map<Language, Drawn>()

  async function draw(c: Context<AppEnv>, language: Language, seconds: number): Promise<Drawn> {
    await safeHeaders(c, async () => undefined)
    const response = await refuse(c, 'busy', [], seconds)
    const headers = Object.fromEntries([...response.headers].filter(([name]) => !ofOneRequest.has(name)))
    const page = { body: await response.text(), headers }
    drawn.set(language, page)
    return page
  }

  return async (c) => {
    const requestId = ports.ids.random(12)
    c.set('ports', ports)
    c.set('requestId', requestId)
    const seconds = retryAfter.least + Math.floor(Math.random() * (retryAfter.most - retryAfter.least + 1))
    if (wantsJson(c)) {
      await safeHeaders(c, async () => undefined)
      return refuse(c, 'busy', [], seconds)
    }
    const language = languageOf(c)
    const { body, headers } = drawn.get(language) ?? (await draw(c, language, seconds))
    // Whoever has no scripts comes back as well.
    const refresh = isRead(c.req.method) ? { refresh: String(seconds) } : {}
    return new Response(body, {
      status: 503,
      headers: { ...headers, ...refresh, 'retry-after': String(seconds), 'x-request-id': requestId },
    })
  }
}

/** A refusal as it is for every reader of a language. */
interface Drawn {
  body: string
  headers: Record<string, string>
}

/** What is of one request alone; a language that was chosen with it is in the address that is loaded anew. */
const ofOneRequest = new Set(['retry-after', 'x-request-id', 'set-cookie'])

/** How many of something came in the last second, by tenths of it. */
function pace(passed: () => number) {
  const tenths = new Array<number>(10).fill(0)
  let at = Math.floor(passed() / 100)
  const turn = () => {
    const now = Math.floor(passed() / 100)
    for (let passing = Math.max(at + 1, now - 9); passing <= now; passing++) tenths[passing % 10] = 0
    at = now
  }
  return {
    one() {
      turn()
      tenths[at % 10] = (tenths[at % 10] ?? 0) + 1
    },
    perSecond() {
      turn()
      return tenths.reduce((sum, n) => sum + n, 0)
    },
  }
}
