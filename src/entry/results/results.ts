/**
 * What looks through all answers of a study is done in a thread of its own: students wait for none of it, and what a file took of
 * memory goes back with its thread.
 */
import type { Context } from 'hono'
import { type ResultsWork, resultsWorkOf } from '../../app/results-paths.ts'
import { logFailure } from '../../platform/http/failure.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import type { AppEnv, AssetName, Ports } from '../../ports.ts'
import { unfinishedExports } from '../../survey/exports/store.ts'
import { Lane, type LaneLimits, TookTooLong } from './lane.ts'
import type { HandedOver } from './messages.ts'

/** Longer than a line drops out for; whoever paused a file goes on where it stopped. */
const stalledMs = 120_000
/**
 * What a page makes of a segment has to fit into the room for what is new, or it is taken for old. Whoever looks around comes
 * again soon; of a file only a batch is alive, and some formats read everything before the first piece is there.
 */
const usual: LaneLimits = {
  youngMb: 6,
  oldMb: 384,
  stalledMs,
  page: { idleMs: 60_000, answerMs: 60_000 },
  file: { idleMs: 2_000, answerMs: 30 * 60_000 },
}
/** So many files are taken at once from one process. */
const mostFiles = 2
const retryAfterSeconds = 30
/** When its data changed while a file was written, the next try waits for so many times as long as the writing took. */
const restTimes = 9

export interface Results {
  /** Has a thread answer what is for them, once it is known that whoever asks may; null for whatever else is asked. */
  passOn: NonNullable<Ports['passOn']>
  /** As the part of the regular work, which does not wait for it: what fails is thrown by the next call. */
  sweepExports(): Promise<void>
  /** Ends the thread, with what it is at. */
  close(): Promise<void>
}

/** @param limits of the thread, unless those of a server are meant */
export function openResults(ports: Ports, handedOver: HandedOver, limits = usual): Results {
  const versions = Object.entries(ports.assets).map(([name, { version }]) => [name, version])
  const assets = Object.fromEntries(versions) as Record<AssetName, string>
  const beginning = { ...handedOver, assets, settings: ports.settings }
  const lane = new Lane(ports, beginning, limits)
  const sweeping = { isAtIt: false, notBefore: 0, failures: [] as unknown[] }
  let taken = 0

  async function sweepBeside(): Promise<void> {
    const began = Date.parse(ports.clock.now())
    sweeping.isAtIt = true
    try {
      const { inVain, stoodMs } = await lane.sweep()
      const now = Date.parse(ports.clock.now())
      if (inVain) sweeping.notBefore = now + restTimes * Math.max(0, now - began - stoodMs)
    } catch (error) {
      sweeping.failures.push(error)
    } finally {
      sweeping.isAtIt = false
    }
  }

  async function answered(c: Context<AppEnv>, work: ResultsWork): Promise<Response> {
    const { raw, method, url } = c.req
    const isFile = work === 'file'
    const body = method === 'POST' ? await c.req.arrayBuffer() : null
    raw.signal.throwIfAborted()
    if (isFile && taken >= mostFiles) return refuse(c, 'busy', [], retryAfterSeconds)
    const address = ports.addressOf(raw, c.env)
    const id = c.var.requestId
    const asked = { work, id, method, url, headers: [...raw.headers] as [string, string][], body, address }
    if (isFile) taken += 1
    try {
      const response = await lane.answer(asked, raw.signal, () => {
        if (isFile) taken -= 1
      })
      response.headers.set('X-Request-Id', id)
      return response
    } catch (error) {
      if (!(error instanceof TookTooLong)) throw error
      logFailure(ports, error, { request: id })
      return refuse(c, 'too_long')
    }
  }

  return {
    passOn(c) {
      const work = resultsWorkOf(c.req.method, c.req.path)
      return work === null ? null : answered(c, work)
    },
    async sweepExports() {
      const [failure] = sweeping.failures.splice(0, 1)
      if (failure !== undefined) throw failure
      // One that somebody waits for comes first: two at once take twice the memory.
      if (taken > 0 || sweeping.isAtIt || Date.parse(ports.clock.now()) < sweeping.notBefore) return
      if ((await ports.db.read(unfinishedExports({ after: '', limit: 1 }))).length > 0) void sweepBeside()
    },
    close: () => lane.close(),
  }
}
