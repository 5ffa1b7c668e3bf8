/**
 * The driver of `npm run prove:overload`, a process of its own: arrivals that wait for nobody's answer (an open loop), each
 * timed from when it was due. It reads a job (JSON) from the file named first and writes a `Told`.
 */
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { Connection, headerOf } from '../connection.ts'
import { requestOf } from '../post.ts'
import { type DriverReport, type Job, type Kind, kinds } from './driver-messages.ts'

const mostConnections = 4_000
const lookers = 200
/** The server closes a connection that does nothing for five seconds. */
const idleMs = 3_000

async function run({ port, finals, seconds, perSecond }: Job): Promise<DriverReport> {
  const report: DriverReport = {
    seconds: 0,
    kinds: Object.fromEntries(
      kinds.map((kind) => [kind, { accepted: [], refused: [] }]),
    ) as unknown as DriverReport['kinds'],
    acknowledged: [],
    late: [],
    strange: {},
    connections: 0,
  }
  const strange = (what: string) => {
    report.strange[what] = (report.strange[what] ?? 0) + 1
  }
  const idle: { connection: Connection; since: number }[] = []
  // The others stay at their last page, which is looked at.
  const toSend = finals.map((_, i) => i).slice(lookers)
  const posts = finals.map((post) => requestOf(port, post))
  const pages = finals.slice(0, lookers).map(({ path, cookie }) => getOf(port, path, cookie))
  const landing = getOf(port, '/s/study-abroad', '')
  const [all, began] = [toSend.length, performance.now()]
  const endsAt = began + seconds * 1000
  let arrived = 0

  /** A final that is due: they last for the whole time, so that none of its seconds is of pages alone. */
  function finalDue(due: number): number | undefined {
    const isAhead = perSecond !== null && (all - toSend.length) * (endsAt - began) > all * (due - began)
    return isAhead ? undefined : toSend.shift()
  }

  function takeIdle(): Connection | undefined {
    const found = idle.pop()
    if (found === undefined || performance.now() - found.since < idleMs) return found?.connection
    // It was the newest of them.
    for (const { connection } of [found, ...idle.splice(0)]) {
      connection.close()
      report.connections -= 1
    }
    return undefined
  }

  async function arrive(due: number): Promise<void> {
    const n = arrived++
    let kind: Kind = kinds[n % kinds.length] as Kind
    const final = kind === kinds[0] ? finalDue(due) : undefined
    if (kind === kinds[0] && final === undefined) kind = kinds[1]
    const request = final !== undefined ? posts[final] : kind === kinds[1] ? pages[n % pages.length] : landing
    let connection: Connection | undefined
    report.late.push(performance.now() - due)
    try {
      connection = takeIdle()
      if (connection === undefined) {
        if (report.connections >= mostConnections) return strange('not sent, for want of connections')
        report.connections += 1
        connection = await Connection.open(port)
      }
      const { status, head } = await connection.send(from(n, request as Buffer))
      const ms = performance.now() - due
      if (status === 503 && headerOf(head, 'retry-after') !== undefined) {
        report.kinds[kind].refused.push(ms)
        if (final !== undefined) toSend.push(final)
      } else if (status === (final === undefined ? 200 : 303)) {
        report.kinds[kind].accepted.push(ms)
        if (final !== undefined) report.acknowledged.push(final)
      } else strange(`${kind}: ${status}`)
      if (/^connection: close/im.test(head)) throw new Error('closed')
      idle.push({ connection, since: performance.now() })
    } catch (error) {
      connection?.close()
      report.connections -= 1
      if ((error as Error).message !== 'closed') strange((error as Error).message)
    }
  }

  if (perSecond === null) {
    const one = async () => {
      while (performance.now() < endsAt) await arrive(performance.now())
    }
    await Promise.all(Array.from({ length: 32 }, one))
  } else {
    const under = new Set<Promise<void>>()
    for (let n = 0; ; ) {
      const now = performance.now()
      if (now >= endsAt) break
      for (; began + (n * 1000) / perSecond <= now; n++) {
        const one: Promise<void> = arrive(began + (n * 1000) / perSecond).finally(() => under.delete(one))
        under.add(one)
      }
      await wait(1)
    }
    await Promise.all(under)
  }
  report.seconds = (performance.now() - began) / 1000
  for (const { connection } of idle) connection.close()
  return report
}

function getOf(port: number, path: string, cookie: string): Buffer {
  const head = [
    `GET ${path} HTTP/1.1`,
    `Host: localhost:${port}`,
    'Accept: text/html',
    'Accept-Encoding: br',
    'Accept-Language: zh-CN',
  ]
  return Buffer.from(`${[...head, ...(cookie === '' ? [] : [`Cookie: ${cookie}`])].join('\r\n')}\r\n\r\n`)
}

/** Each comes from an address of its own, as from behind a proxy. */
function from(n: number, request: Buffer): Buffer {
  const end = request.indexOf('\r\n') + 2
  const line = `X-Forwarded-For: 198.${18 + (n & 1)}.${(n >> 1) & 255}.${(n >> 9) & 255}\r\n`
  return Buffer.concat([request.subarray(0, end), Buffer.from(line), request.subarray(end)])
}

const [file = ''] = process.argv.slice(2)
console.log(JSON.stringify(await run(JSON.parse(readFileSync(file, 'utf8')) as Job)))
