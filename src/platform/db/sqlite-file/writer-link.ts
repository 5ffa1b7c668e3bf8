/**
 * Calls on their way to the writer, and its answers. Each SQL text is sent once and goes by a number afterwards; a
 * writer that was started anew is sent the texts again.
 */
import type { CommitWatch, Flush } from '../../metrics/commit-watch.ts'
import type { Write, WriteOutcome } from '../together.ts'
import { errorFrom, type FromWriter, type OpenChannel, type WireWrite, type WriterChannel } from './writer-messages.ts'

/** More texts than these are sent whole each time. */
const mostTexts = 1_000

/** One `together`, and whom to tell. */
export interface QueuedCall {
  /** None any more once they are on their way: whoever waits for a commit holds little, so that little grows old meanwhile. */
  writes: readonly Write[]
  resolve: (outcome: WriteOutcome) => void
  reject: (error: unknown) => void
  told: ((flush: Flush | null) => void) | undefined
}

interface Asked {
  calls: readonly QueuedCall[]
  /** Of what is no group. */
  done?: { resolve(): void; reject(error: unknown): void }
}

export class WriterLink {
  readonly #open: OpenChannel
  readonly #landed: () => void
  readonly #watch: CommitWatch | undefined
  readonly #flying = new Map<number, Asked>()
  readonly #texts = new Map<string, number>()
  #channel: WriterChannel | null = null
  #count = 0

  /** @param landed called whenever less is on its way than before */
  constructor(open: OpenChannel, landed: () => void, watch?: CommitWatch) {
    this.#open = open
    this.#landed = landed
    this.#watch = watch
  }

  /** How many messages are on their way. */
  get flying(): number {
    return this.#flying.size
  }

  /** How many calls they carry. */
  get calls(): number {
    return [...this.#flying.values()].reduce((sum, { calls }) => sum + calls.length, 0)
  }

  /** Sends calls in one message. */
  send(calls: readonly QueuedCall[]): void {
    const channel = this.#channelNow()
    const newStatements: [number, string][] = []
    const wire = calls.map(({ writes }) =>
      writes.map(({ sql, values }): WireWrite => [this.#numberOf(sql, newStatements), values]),
    )
    channel.post({ n: this.#take({ calls }), calls: wire, texts: newStatements })
    for (const call of calls) call.writes = []
  }

  /** Asks for something else, which is done behind all that was sent before. */
  ask(what: { script: string } | { emptyLog: true }): Promise<void> {
    return new Promise((resolve, reject) => {
      const channel = this.#channelNow()
      channel.post({ n: this.#take({ calls: [], done: { resolve, reject } }), ...what })
    })
  }

  async close(): Promise<void> {
    await this.#channel?.close()
  }

  #take(asked: Asked): number {
    this.#count += 1
    this.#flying.set(this.#count, asked)
    return this.#count
  }

  /** @param newStatements what the writer has to be told with this message */
  #numberOf(sql: string, newStatements: [number, string][]): number | string {
    const known = this.#texts.get(sql)
    if (known !== undefined) return known
    const number = this.#texts.size
    if (number >= mostTexts) return sql
    newStatements.push([number, sql])
    this.#texts.set(sql, number)
    return number
  }

  #channelNow(): WriterChannel {
    if (this.#channel !== null) return this.#channel
    let isOver = false
    this.#channel = this.#open(
      (message) => {
        if (!isOver) this.#heard(message)
      },
      (why) => {
        if (isOver) return
        isOver = true
        this.#gone(why)
      },
    )
    return this.#channel
  }

  #heard(message: FromWriter): void {
    const asked = this.#flying.get(message.n)
    this.#flying.delete(message.n)
    if (asked !== undefined) answer(asked, message, this.#watch)
    this.#landed()
  }

  /** What was on its way may have been made or not; what was not sent yet is sent to the next writer. */
  #gone(why: Error): void {
    this.#channel = null
    this.#texts.clear()
    const lost = [...this.#flying.values()]
    this.#flying.clear()
    const message = `The writer of the database is gone: ${why.message}`
    const error = Object.assign(new Error(message), { code: 'WRITER_GONE' })
    for (const asked of lost) fail(asked, error)
    this.#landed()
  }
}

function answer(asked: Asked, message: FromWriter, watch: CommitWatch | undefined): void {
  if ('failed' in message) fail(asked, errorFrom(message.failed))
  else if ('done' in message) asked.done?.resolve()
  else {
    if (watch !== undefined) tell(asked.calls, message, watch)
    for (const [i, made] of message.answers.entries()) {
      const call = asked.calls[i]
      if ('empty' in made) call?.resolve({ done: true, rows: Array.from({ length: made.empty }, () => []) })
      else if ('rows' in made) call?.resolve({ done: true, rows: made.rows })
      else if ('breach' in made) call?.resolve({ done: false, breach: made.breach })
      else call?.reject(errorFrom(made.error))
    }
  }
}

function tell(calls: readonly QueuedCall[], made: Extract<FromWriter, { together: number }>, watch: CommitWatch): void {
  const here = (at: number) => at - performance.timeOrigin
  const flush = { calls: made.together, beganAt: here(made.beganAt), endedAt: here(made.endedAt) }
  watch.flushed(flush)
  for (const { told } of calls) told?.(flush)
}

function fail({ calls, done }: Asked, error: Error): void {
  done?.reject(error)
  for (const call of calls) {
    call.told?.(null)
    call.reject(error)
  }
}
