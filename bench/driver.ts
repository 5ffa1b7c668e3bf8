/**
 * The load driver, a process of its own. It reads a job (JSON) from the file named first and writes a `Summary`: either
 * ready-made POSTs, or whole paths of students.
 */
import { readFileSync } from 'node:fs'
import { Connection } from './connection.ts'
import { type Post, requestOf } from './post.ts'
import { summaryOf } from './summary.ts'
import { walkPath } from './walk-path.ts'

export type Job = { port: number; connections: number } & (
  | { kind: 'posts'; posts: Post[]; expect: number }
  | { kind: 'paths'; students: number }
)

async function run(job: Job) {
  const requests = job.kind === 'posts' ? job.posts.map((post) => requestOf(job.port, post)) : []
  const count = job.kind === 'posts' ? requests.length : job.students
  const latencies: number[] = []
  const statuses: Record<string, number> = {}
  const connections = await Promise.all(Array.from({ length: job.connections }, () => Connection.open(job.port)))
  let next = 0

  async function posts(connection: Connection): Promise<void> {
    for (let request = requests[next++]; request !== undefined; request = requests[next++]) {
      const began = performance.now()
      const { status } = await connection.send(request)
      latencies.push(performance.now() - began)
      statuses[status] = (statuses[status] ?? 0) + 1
    }
  }
  async function paths(connection: Connection): Promise<void> {
    while (next < count) {
      const student = next++
      const began = performance.now()
      const walked = await walkPath(connection, job.port, student)
      latencies.push(performance.now() - began)
      for (const status of walked.statuses) statuses[status] = (statuses[status] ?? 0) + 1
    }
  }

  const began = performance.now()
  await Promise.all(connections.map(job.kind === 'posts' ? posts : paths))
  const seconds = (performance.now() - began) / 1000
  for (const connection of connections) connection.close()
  return summaryOf(latencies, seconds, statuses)
}

const [file = ''] = process.argv.slice(2)
console.log(JSON.stringify(await run(JSON.parse(readFileSync(file, 'utf8')) as Job)))
