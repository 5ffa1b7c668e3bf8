/** The writer: it owns the writing connection, and commits together what everybody has sent meanwhile. */
import type SqliteFile from 'better-sqlite3'
import type { Write } from '../together.ts'
import { type CallOutcome, type Committer, committerOf } from './commit-group.ts'
import { openMark } from './commit-mark.ts'
import { closeConnection, openConnection, statementCache } from './connection.ts'
import { type FromWriter, type ToWriter, type WireAnswer, wireError } from './writer-messages.ts'

/** More calls than this do not share a flush, as in one process. */
const groupCap = 256

/** Emptying the log waits so long for those who read it, such as a backup: nobody's writes are made meanwhile. */
const emptyingMs = 100
/** One that was not to be emptied is tried again, until it is. */
const emptyAgainMs = 1_000

interface Job {
  n: number
  calls: readonly (readonly Write[])[]
  reply: (message: FromWriter) => void
}

export interface Writer {
  /** For one who asks: what it is given goes in, what comes of it goes to `reply`. */
  hearing(reply: (message: FromWriter) => void): (message: ToWriter) => void
  /** Makes what has come, brings the log into the file and lets go of it. */
  close(): void
}

/** @throws as `openConnection` */
export function openWriter(path: string, busyMilliseconds: number): Writer {
  const file = openConnection(path, busyMilliseconds)
  const mark = openMark(file)
  const commits = committerOf(file, statementCache(file), mark)
  const log = logOf(file, busyMilliseconds)
  const waiting: Job[] = []
  let woken = false

  function makeNext(): void {
    woken = false
    const jobs = takeJobs(waiting)
    if (waiting.length > 0) wake()
    if (jobs.length > 0) makeJobs(commits, jobs)
  }

  function wake(): void {
    if (woken) return
    woken = true
    setImmediate(makeNext)
  }

  function makeAll(): void {
    while (waiting.length > 0) makeNext()
  }

  return {
    hearing(reply) {
      const texts = new Map<number, string>()
      return (message) => {
        const { n } = message
        if ('calls' in message) {
          waiting.push({ n, calls: callsOf(message, texts), reply })
          wake()
          return
        }
        try {
          makeAll()
          if ('script' in message) commits.script(message.script)
          else log.empty()
          reply({ n, done: true })
        } catch (error) {
          reply({ n, failed: wireError(error) })
        }
      }
    },
    close() {
      log.leave()
      makeAll()
      closeConnection(file)
      mark.close()
    },
  }
}

/** The log of writes: `empty` brings it into the file, as often as it takes, until `leave`. */
function logOf(file: SqliteFile.Database, busyMilliseconds: number) {
  let again: NodeJS.Timeout | undefined

  function empty(): void {
    clearTimeout(again)
    file.pragma(`busy_timeout = ${Math.min(emptyingMs, busyMilliseconds)}`)
    try {
      const isHeld = file.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) !== 0
      if (isHeld) emptyLater()
    } finally {
      file.pragma(`busy_timeout = ${busyMilliseconds}`)
    }
  }

  function emptyLater(): void {
    again = setTimeout(() => {
      try {
        empty()
      } catch {
        emptyLater()
      }
    }, emptyAgainMs)
  }

  return { empty, leave: () => clearTimeout(again) }
}

/** Takes the first of those that wait, as many as share a flush, and one at the least. */
function takeJobs(waiting: Job[]): Job[] {
  let calls = 0
  let count = 0
  while (count < waiting.length && (count === 0 || calls < groupCap)) calls += waiting[count++]?.calls.length ?? 0
  return waiting.splice(0, count)
}

/** Makes the calls of all in one commit, and answers each. */
function makeJobs(commits: Committer, jobs: readonly Job[]): void {
  const beganAt = performance.timeOrigin + performance.now()
  let answers: WireAnswer[]
  const calls = jobs.flatMap((job) => job.calls)
  try {
    answers = commits.group(calls).map(onWire)
  } catch (error) {
    const failed = wireError(error)
    for (const { n, reply } of jobs) reply({ n, failed })
    return
  }
  const endedAt = performance.timeOrigin + performance.now()
  let from = 0
  for (const job of jobs) {
    const own = answers.slice(from, from + job.calls.length)
    from += job.calls.length
    job.reply({ n: job.n, answers: own, together: calls.length, beganAt, endedAt })
  }
}

/** The calls of a message, whose statements are said by their numbers once they have been told: `texts` keeps them. */
function callsOf(message: Extract<ToWriter, { calls: unknown }>, texts: Map<number, string>): Write[][] {
  for (const [number, text] of message.texts) texts.set(number, text)
  const textOf = (text: number | string) => (typeof text === 'string' ? text : (texts.get(text) ?? ''))
  return message.calls.map((writes) => writes.map(([text, values]): Write => ({ sql: textOf(text), values })))
}

function onWire(answer: CallOutcome): WireAnswer {
  if ('error' in answer) return { error: wireError(answer.error) }
  const { outcome } = answer
  if (!outcome.done) return { breach: outcome.breach }
  const { rows } = outcome
  return rows.every((some) => some.length === 0) ? { empty: rows.length } : { rows }
}
