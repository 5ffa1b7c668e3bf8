/**
 * The load driver, a process of its own. It reads a job (JSON) from the file named first and writes a `Summary`: either
 * ready-made POSTs, or whole paths of students.
 */
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { Connection } from './connection.ts'
import { type Post, requestOf } from './post.ts'
import { sendPatiently } from './send-patiently.ts'
import { summaryOf } from './summary.ts'
import { walkPath } from './walk-path.ts'

/** `ports`: of several servers, among which the connections are shared out evenly. */
export type Job = { port: number; ports?: number[]; connections: number } & (
  | {
      kind: 'posts'
      posts: Post[]
      expect: number
      /** So many are due each second, and each is timed from when it was; absent: each follows the one before. */
      perSecond?: number
      /** No more are sent once there is a file of this name. */
      until?: string
      /** Whether the summary has the time of each. */
      each?: boolean
    }
  | {
      kind: 'paths'
      students: number
      /** Whether pages are sent as their script sends them, and answered with the page that comes next. */
      hasScripts?: boolean
    }
)

async function run(job: Job) {
  const ports = job.ports ?? [job.port]
  const posts = job.kind === 'posts' ? job.posts : []
  const requests = new Map(ports.map((port) => [port, posts.map((post) => requestOf(port, post))]))
  const count = job.kind === 'posts' ? posts.length : job.students
  const latencies: number[] = []
  const statuses: Record<string, number> = {}
  const connections = await Promise.all(
    Array.from({ length: job.connections }, (_, n) => Connection.open(ports[n % ports.length] ?? job.port)),
  )
  const { perSecond = Number.POSITIVE_INFINITY, until = null } = job.kind === 'posts' ? job : {}
  const isPaced = perSecond !== Number.POSITIVE_INFINITY
  let next = 0
  let began = performance.now()

  function answered(status: number): void {
    statuses[status] = (statuses[status] ?? 0) + 1
  }
  async function send(connection: Connection): Promise<void> {
    const own = requests.get(connection.port) ?? []
    for (let n = next++; n < own.length; n = next++) {
      const due = began + (n * 1000) / perSecond
      if (due > performance.now()) await setTimeout(due - performance.now())
      if (until !== null && existsSync(until)) return
      const from = isPaced ? due : performance.now()
      const request = own[n] as Buffer
      await sendPatiently(connection, request, answered)
      latencies.push(performance.now() - from)
    }
  }
  async function paths(connection: Connection): Promise<void> {
    while (next < count) {
      const student = next++
      const began = performance.now()
      const walked = await walkPath(connection, job.port, student, job.kind === 'paths' && job.hasScripts)
      latencies.push(performance.now() - began)
      walked.statuses.forEach(answered)
    }
  }

  began = performance.now()
  await Promise.all(connections.map(job.kind === 'posts' ? send : paths))
  const seconds = (performance.now() - began) / 1000
  for (const connection of connections) connection.close()
  const summary = summaryOf(latencies, seconds, statuses)
  return job.kind === 'posts' && job.each ? { ...summary, latencies } : summary
}

const [file = ''] = process.argv.slice(2)
console.log(JSON.stringify(await run(JSON.parse(readFileSync(file, 'utf8')) as Job)))
