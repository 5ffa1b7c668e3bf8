/**
 * Raw better-sqlite3: the very statements and values that the submissions would write, recorded from the real code and
 * then made without app, HTTP or reading, one submission a transaction and 32 a transaction.
 */
import { join } from 'node:path'
import { submitPage } from '../src/journey/answering/submit.ts'
import { findStudyWithOffers } from '../src/journey/study.ts'
import { openConnection, statementCache } from '../src/platform/db/sqlite-file/connection.ts'
import type { Write } from '../src/platform/db/together.ts'
import { openSite, type Ready, slug } from './prepare.ts'

/** Asks the real code what it would write for each, and lets it write nothing. */
export async function recordWrites(
  dataDirectory: string,
  ready: Ready[],
  env: Record<string, string> = {},
): Promise<Write[][]> {
  const { ports, close } = await openSite(dataDirectory, env)
  try {
    const study = await findStudyWithOffers(ports.db, slug, ports.clock.now())
    if (study === undefined) throw new Error('The study is not there')
    const recorded: Write[][] = []
    const db = {
      ...ports.db,
      together: async (...writes: Write[]) => {
        recorded.push(writes)
        return { done: true as const, rows: writes.map(() => []) }
      },
    }
    for (const { respondentId, page, post } of ready) {
      const posted: Record<string, string[]> = {}
      for (const [name, value] of new URLSearchParams(post.body)) posted[name] = [...(posted[name] ?? []), value]
      const revision = Number(posted.revision?.[0] ?? 0)
      const shown = { is: 'issued' as const, since: Date.now() - 30_000, filled: false }
      const submission = { page, posted, revision, language: 'zh-Hans' as const, address: '127.0.0.1', shown }
      await submitPage({ ...ports, db }, study, respondentId, submission)
    }
    if (recorded.length !== ready.length) throw new Error('A submission made more than one write')
    return recorded
  } finally {
    await close()
  }
}

export interface RawRun {
  count: number
  perSecond: number
  /** Milliseconds of one transaction. */
  p99: number
}

/** Makes the recorded writes in transactions of `group` submissions each, every one flushed as the server's are. */
export function makeRaw(dataDirectory: string, submissions: Write[][], group: number): RawRun {
  const file = openConnection(join(dataDirectory, 'honorarium.db'), 5_000)
  const statementOf = statementCache(file)
  const make = file.transaction((from: number) => {
    for (const writes of submissions.slice(from, from + group)) {
      for (const { sql, values } of writes) statementOf(sql).run(values)
    }
  })
  const latencies: number[] = []
  const began = performance.now()
  for (let from = 0; from < submissions.length; from += group) {
    const at = performance.now()
    make.immediate(from)
    latencies.push(performance.now() - at)
  }
  const seconds = (performance.now() - began) / 1000
  file.close()
  latencies.sort((a, b) => a - b)
  const p99 = latencies[Math.floor(latencies.length * 0.99)] ?? 0
  return { count: submissions.length, perSecond: submissions.length / seconds, p99 }
}
