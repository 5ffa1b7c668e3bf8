/** Sends hostile requests to every route as everybody, and says which of them an answer of 500 or above met. */
import { picker, type Student } from '../support/student.ts'
import { type HostileRequest, hostileRequest, type Target } from './hostile-request.ts'
import { bytesHeld, type Requests } from './requests.ts'

export interface Fuzzed {
  /** What went wrong, each with the number that makes it again. */
  failures: string[]
  /** How many were answered with each status. */
  statuses: Map<number, number>
  sent: number
  /** How long the slowest took, in milliseconds, and which it was. */
  slowest: { ms: number; which: string }
  /** Bytes that the process holds more at the end than once it was warm. */
  grownBytes: number
}

/** After so many, what is kept from one request to the next is there. */
const warm = 500

/** Those whose session no fuzzed request may end: what it presses stays pressed. */
const endings = new Set(['/sign-out'])

/** The routes of an app, each with its address. */
export function targetsOf(
  routes: readonly { method: string; path: string }[],
  addressOf: (path: string) => string | null,
): Target[] {
  const names = new Set(routes.map(({ method, path }) => `${method} ${path}`))
  return [...names].flatMap((name) => {
    const [method = '', path = ''] = name.split(' ')
    if (method === 'ALL' || path === '/*' || endings.has(path)) return []
    return [{ method, path, address: path.includes(':') ? addressOf(path) : path }]
  })
}

/** Numbers that follow one another, far apart: or each route would always meet the same reader. */
function mixed(n: number): number {
  let bits = Math.imul(n ^ (n >>> 16), 0x85eb_ca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2_ae35)
  return bits ^ (bits >>> 16)
}

/**
 * Sends requests one after another.
 * @param after called after each, to make room; what it says is told beside a failure
 */
export async function fuzz(
  given: { targets: readonly Target[]; readers: readonly [string, Student][]; origin: string },
  requests: Requests,
  after: () => string | undefined = () => undefined,
): Promise<Fuzzed> {
  const { from, goesOn } = requests
  const failures: string[] = []
  const statuses = new Map<number, number>()
  let slowest = { ms: 0, which: '' }
  let n = from
  let held = bytesHeld()
  for (; goesOn(n); n++) {
    const pick = picker(mixed(n))
    const [who, reader] = given.readers[pick(given.readers.length)] as [string, Student]
    const target = given.targets[pick(given.targets.length)] as Target
    const request = hostileRequest(pick, target, given.origin)
    const which = `${n}: ${who}, ${request.method} ${request.address.slice(0, 120)}`
    const began = performance.now()
    const { status, leads } = await send(reader.tab(), given.origin, request)
    const ms = performance.now() - began
    if (ms > slowest.ms) slowest = { ms, which }
    const problem = after()
    if (n === from + warm) held = bytesHeld()
    // Whether it is ready is what /readyz says by its status: here nothing sweeps, so that it is not.
    const isUnready = status === 503 && target.path === '/readyz'
    if (typeof status === 'string' || (status >= 500 && !isUnready))
      failures.push(`${which}: ${status} ${problem ?? ''}`)
    // No address, header or field of a request leads anybody away; only signing in at WeChat does.
    const isAway = leads !== null && !/^\/(?![/\\])/.test(leads) && target.path !== '/s/:study/voucher/wechat'
    if (isAway) failures.push(`${which}: leads to ${leads}`)
    statuses.set(Number(status), (statuses.get(Number(status)) ?? 0) + 1)
  }
  return { failures, statuses, sent: n - from, slowest, grownBytes: bytesHeld() - held }
}

/** The status that came back, or why none did; and where it leads. */
async function send(
  reader: Student,
  origin: string,
  { method, address, headers, body }: HostileRequest,
): Promise<{ status: number | string; leads: string | null }> {
  try {
    const response = await reader.send(`${origin}${address}`, { method, headers, body })
    await response.arrayBuffer()
    return { status: response.status, leads: response.headers.get('location') }
  } catch (error) {
    return { status: String(error), leads: null }
  }
}
