/**
 * What looks through all answers of a study is done in threads of their own, one for pages and one for files: students wait for
 * none of it, and what a file took of memory goes back with its thread.
 */
import type { MiddlewareHandler } from 'hono'
import { resultsWorkOf } from '../../app/results-paths.ts'
import { largestBody } from '../../platform/http/form.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { safeHeaders } from '../../platform/http/safety.ts'
import type { AppEnv, AssetName, Ports } from '../../ports.ts'
import { unfinishedExports } from '../../survey/exports/store.ts'
import { Lane, type LaneLimits } from './lane.ts'
import type { HandedOver } from './messages.ts'

/** Longer than a line drops out for; whoever paused a file goes on where it stopped. */
const stalledMs = 120_000
/** What a page makes has to fit into the room for what is new, or it is taken for old; whoever looks around comes again soon. */
const ofPages: LaneLimits = { youngMb: 96, oldMb: 384, idleMs: 60_000, stalledMs }
/** Of a file only a batch is alive. */
const ofFiles: LaneLimits = { youngMb: 6, oldMb: 256, idleMs: 2_000, stalledMs }
/** So many files are taken at once from one process. */
const mostFiles = 2
const retryAfterSeconds = 30
/** When its data changed while a file was written, the next try waits for so many times as long as that took. */
const restTimes = 9

export interface Results {
  /** Answers what is for the threads; whatever else is asked goes on. */
  passOn: MiddlewareHandler<AppEnv>
  /** As the part of the regular work, which does not wait for it: what fails is thrown by the next call. */
  sweepExports(): Promise<void>
  /** Ends both, with what they are at. */
  close(): Promise<void>
}

/** @param limits of the thread that writes files, unless those of a server are meant */
export function openResults(ports: Ports, handedOver: HandedOver, limits = ofFiles): Results {
  const versions = Object.entries(ports.assets).map(([name, { version }]) => [name, version])
  const assets = Object.fromEntries(versions) as Record<AssetName, string>
  const beginning = { ...handedOver, assets, settings: ports.settings }
  const pages = new Lane(ports, beginning, ofPages)
  const files = new Lane(ports, beginning, limits)
  const sweeping = { isAtIt: false, notBefore: 0, failures: [] as unknown[] }
  let taken = 0

  async function sweepBeside(): Promise<void> {
    const began = Date.parse(ports.clock.now())
    sweeping.isAtIt = true
    try {
      const { inVain } = await files.sweep()
      const now = Date.parse(ports.clock.now())
      if (inVain) sweeping.notBefore = now + restTimes * (now - began)
    } catch (error) {
      sweeping.failures.push(error)
    } finally {
      sweeping.isAtIt = false
    }
  }

  return {
    async passOn(c, next) {
      const { raw, method, path } = c.req
      const work = resultsWorkOf(method, path)
      const length =
        c.req.header('transfer-encoding') === undefined ? Number(c.req.header('content-length') ?? 0) : null
      // What is too large is refused by whoever refuses it for every address.
      if (work === null || length === null || length > largestBody) return next()
      c.set('ports', ports)
      c.set('requestId', ports.ids.random(12))
      // What is said here, and not by a thread: that there are too many files, or that a thread died.
      await safeHeaders(c, async () => undefined)
      if (work === 'file' && taken >= mostFiles) {
        return refuse(c, 'busy', [], retryAfterSeconds)
      }
      const body = method === 'POST' ? await raw.arrayBuffer() : null
      const address = ports.addressOf(raw, c.env)
      const asked = { method, url: c.req.url, headers: [...raw.headers] as [string, string][], body, address }
      if (work === 'page') return pages.answer(asked, () => undefined)
      const isFile = work === 'file'
      if (isFile) taken += 1
      return files.answer(asked, () => {
        if (isFile) taken -= 1
      })
    },
    async sweepExports() {
      const [failure] = sweeping.failures.splice(0, 1)
      if (failure !== undefined) throw failure
      if (sweeping.isAtIt || Date.parse(ports.clock.now()) < sweeping.notBefore) return
      if ((await ports.db.read(unfinishedExports({ after: '', limit: 1 }))).length > 0) void sweepBeside()
    },
    async close() {
      await Promise.all([pages.close(), files.close()])
    },
  }
}
