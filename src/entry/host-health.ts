/** What only this machine knows of itself: whether the last write was made, whether the disk has room, and the file is whole. */
import { statfs } from 'node:fs/promises'
import { isDamage } from '../platform/db/sqlite-file/check-file.ts'
import type { Database, WriteOutcome } from '../platform/db/together.ts'
import { beat } from '../platform/heartbeats/heartbeats.ts'
import type { Clock, Ports } from '../ports.ts'

export interface HostHealth {
  /** The same database, whose writes are watched. */
  db: Database
  health: NonNullable<Ports['health']>
  /** Writes a heartbeat, so that a disk that is full shows although nobody submits anything. */
  tryWrite(clock: Clock): Promise<void>
  /** Told what a look through the file of the embedded database found: one line for each thing that is wrong. */
  looked(lines: readonly string[]): void
}

export interface HealthChoices {
  /** Where the embedded database lies; null when it is elsewhere, and its disk is not ours to look at. */
  directory: string | null
  /** So much has to be free there, in MiB. */
  roomMiB: number
  /** Free bytes at a directory; the file system's own word unless told. */
  freeBytes?: (directory: string) => Promise<number>
}

async function freeBytesOf(directory: string): Promise<number> {
  const { bavail, bsize } = await statfs(directory)
  return bavail * bsize
}

/** The database with its writes watched, and its health: the last write, damage that a query met, room on its disk. */
export function hostHealth(db: Database, choices: HealthChoices): HostHealth {
  const { directory, roomMiB, freeBytes = freeBytesOf } = choices
  let failure: string | null = null
  let isDamaged = false

  function made(outcome: WriteOutcome): WriteOutcome {
    failure = null
    return outcome
  }

  function failed(error: unknown): never {
    // A query that is wrong says nothing of the disk.
    if (!(error instanceof TypeError)) failure = codeOf(error)
    isDamaged ||= isDamage(error)
    throw error
  }

  const watched: Database = {
    ...db,
    async read(query) {
      try {
        return await db.read(query)
      } catch (error) {
        isDamaged ||= isDamage(error)
        throw error
      }
    },
    // Waiting for a commit, it holds none of the writes.
    together: (...writes) => db.together(...writes).then(made, failed),
  }
  return {
    db: watched,
    async health() {
      return {
        write: failure === null ? null : `The last write failed: ${failure}.`,
        file: isDamaged ? 'The file of the database is damaged: npm run audit says what to do.' : null,
        disk: directory === null ? null : await shortOfRoom(directory, roomMiB, freeBytes),
      }
    },
    looked(lines) {
      isDamaged = lines.length > 0
    },
    async tryWrite(clock) {
      // What it fails with is what `health` says.
      await watched.together(beat({ part: 'write', at: clock.now() })).catch(() => undefined)
    },
  }
}

/** A word for what failed that tells nothing of what was written. */
function codeOf(error: unknown): string {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' ? code : 'the database gives no answer'
}

async function shortOfRoom(
  directory: string,
  roomMiB: number,
  freeBytes: NonNullable<HealthChoices['freeBytes']>,
): Promise<string | null> {
  const free = Math.floor((await freeBytes(directory)) / 2 ** 20)
  return free >= roomMiB ? null : `The disk has ${free} MiB left, and ${roomMiB} should be free.`
}
