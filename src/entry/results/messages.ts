/** The messages between the thread of results and the thread that started it. Each exchange has a port of its own. */
import type { MessagePort } from 'node:worker_threads'
import type { ResultsWork } from '../../app/results-paths.ts'
import type { Write, WriteOutcome } from '../../platform/db/together.ts'
import type { AssetName, Ports, Settings } from '../../ports.ts'

/** What a thread opens for itself: where the database is, and what its keys are read from. */
export interface HandedOver {
  /** The file of the embedded database, or the address of Postgres. */
  database: { file: string } | { url: string }
  keySet: string
}

/** What it starts with. */
export interface ThreadStart extends HandedOver {
  settings: Settings
  /** The word of each asset that changes with it; whoever started the thread gives them out. */
  assets: Record<AssetName, string>
}

/** To the thread: a request that it is to answer, or a look for files that wait to be written. */
export type ToResultsThread = { port: MessagePort; now: string } & (
  | {
      request: {
        work: ResultsWork
        /** By which whoever serves knows it, in the log and on the page. */
        id: string
        method: string
        url: string
        headers: [string, string][]
        body: ArrayBuffer | null
        address: string
      }
    }
  | { sweep: true }
)

/** From the thread, beside all exchanges: what is to be written, and a line of the log. */
export type FromResultsThread = { writes: readonly Write[]; port: MessagePort } | { log: Parameters<Ports['log']>[0] }

/** The answer to writes. */
export type WriteReply = { outcome: WriteOutcome } | { failed: unknown }

/** What came of a sweep: whether a file was written in vain, and for how long of its time it stood back for others. */
export interface Swept {
  inVain: boolean
  stoodMs: number
}

/** What comes of a request: its head, and then a piece each time that one is asked for, until the end. */
export type FromResults =
  | { head: { status: number; headers: [string, string][] } }
  | { piece: Uint8Array | null }
  | { swept: Swept }
  | { failed: unknown }

/** Of a request, to the thread: the next piece is wanted, or nobody is there to read it. */
export type Asking = 'next' | 'gone'
