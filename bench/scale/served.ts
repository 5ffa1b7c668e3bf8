/** What a site of some size costs its students, over HTTP: the real server in a process of its own, and what it holds in memory. */
import { readFileSync } from 'node:fs'
import { progressOf } from '../../src/cli/progress.ts'
import { drive } from '../drive.ts'
import { prepare } from '../prepare.ts'
import { cpuSeconds, startMeasured, stop } from '../server.ts'
import type { Figure } from './figure.ts'

const connections = 32
const posts = { warm: 200, measured: 1_000, again: 600 }
const students = 64

/** Megabytes of a process that are in memory and its own: pages of the database's file, which the system may take back, are not. */
function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/^RssAnon:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024
}

export async function served(folder: string): Promise<Figure[]> {
  const all = posts.warm + posts.measured + posts.again
  const ready = (await prepare(folder, all, progressOf('  Preparing responses:', all))).map(({ post }) => post)
  const began = performance.now()
  const server = await startMeasured(folder)
  const { port, pid } = server
  await (await fetch(`http://localhost:${port}/s/study-abroad`)).text()
  const figures: Figure[] = []
  const note = (figure: Figure) => {
    figures.push(figure)
    process.stderr.write(`  ${figure.what}: ${figure.value.toFixed(2)} ${figure.unit}\n`)
  }
  note({ what: 'start of the server, to its first answer', unit: 's', value: (performance.now() - began) / 1000 })
  note({ what: 'start of the server, processor time', unit: 's', value: cpuSeconds(pid) ?? 0, flat: true })
  const post = (count: number) =>
    drive({ kind: 'posts', port, connections, posts: ready.splice(0, count), expect: 303 })
  await post(posts.warm)
  note({ what: 'memory of the server, warm', unit: 'MB', value: residentMegabytes(pid), flat: true })
  const before = cpuSeconds(pid) ?? 0
  const most = await post(posts.measured)
  const after = cpuSeconds(pid) ?? 0
  note({ what: `final submissions, ${connections} connections`, unit: '/s', value: most.perSecond })
  note({ what: 'a final submission, p99', unit: 'ms', value: most.p99 })
  note({
    what: 'a final submission, processor time',
    unit: 'ms',
    value: ((after - before) * 1000) / posts.measured,
    flat: true,
  })
  const paths = await drive({ kind: 'paths', port, connections: 8, students })
  note({ what: 'whole student paths', unit: '/s', value: paths.perSecond })
  note({
    what: 'a whole student path, processor time',
    unit: 'ms',
    value: (((cpuSeconds(pid) ?? 0) - after) * 1000) / students,
    flat: true,
  })
  await post(posts.again)
  note({ what: 'memory of the server, after all of it', unit: 'MB', value: residentMegabytes(pid), flat: true })
  await stop(server)
  return figures
}
