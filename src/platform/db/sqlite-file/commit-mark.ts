/**
 * How far a database has come, kept beside it. Each commit that changes something counts up in the header of the file
 * (`user_version`), and is written into a small file once it is on the disk. A log that was taken away, or cut short, leaves a
 * database that is whole and older: the mark beside it says so.
 */
import { closeSync, constants, fchownSync, openSync, readFileSync, statSync, writeSync } from 'node:fs'
import type SqliteFile from 'better-sqlite3'

export interface CommitMark {
  /** Counts what is about to be committed, inside of the transaction; nothing where nothing was changed. */
  count(): void
  /** Forgets the changes of a transaction that was rolled back. */
  undone(): void
  /** Keeps what has been committed, and is durable. */
  keep(): void
  close(): void
}

/** The header has 31 bits for it; then it begins again. */
const around = 2 ** 31

/** Where the mark of the database at `path` lies. */
export function markOf(path: string): string {
  return `${path}-mark`
}

/** For a database that is open. One in memory has none. */
export function openMark(file: SqliteFile.Database): CommitMark {
  if (file.memory)
    return { count: () => undefined, undone: () => undefined, keep: () => undefined, close: () => undefined }
  const version = file.prepare('pragma user_version').pluck()
  const changes = file.prepare('select total_changes()').pluck()
  const mark = openOrMake(file.name)
  let seen = changes.get() as number
  let counted: number | null = null
  return {
    count() {
      // What was counted before and not kept was not committed.
      counted = null
      const now = changes.get() as number
      if (now === seen) return
      seen = now
      counted = ((version.get() as number) + 1) % around
      file.exec(`pragma user_version = ${counted}`)
    },
    undone() {
      seen = changes.get() as number
    },
    keep() {
      if (counted !== null && mark !== null) tryToWrite(mark, textOf(counted))
      counted = null
    },
    close() {
      if (mark !== null) closeSync(mark)
    },
  }
}

/**
 * Reads the mark of the database at `path`. To be called before the database's own count is read: whoever commits in between
 * would make the mark look ahead.
 * @returns how many commits the mark knows of that the database, at the count given, has not; 0 where no mark can be read
 */
export function readMark(path: string): (count: number) => number {
  const known = markAt(path)
  return (count) => {
    if (known === null) return 0
    const lost = (known - count + around) % around
    // Far ahead is behind, the other way round.
    return lost < around / 2 ? lost : 0
  }
}

/** Null where it cannot be made, as on a full disk: what it is beside goes on without it. */
function openOrMake(path: string): number | null {
  try {
    const descriptor = openSync(markOf(path), constants.O_RDWR | constants.O_CREAT, 0o600)
    giveToOwnerOf(path, descriptor)
    return descriptor
  } catch {
    return null
  }
}

/** A command that root runs leaves it to the service, as SQLite does with its log. */
function giveToOwnerOf(path: string, descriptor: number): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = statSync(path)
  fchownSync(descriptor, uid, gid)
}

/** Nothing needs it to be on the disk: it may be behind, and is never ahead of what is. */
function tryToWrite(descriptor: number, text: string): void {
  try {
    writeSync(descriptor, text, 0)
  } catch {
    // What was committed is committed.
  }
}

const textOf = (count: number) => `${String(count).padStart(10, '0')}\n`

function markAt(path: string): number | null {
  let text: string
  try {
    text = readFileSync(markOf(path), 'utf8')
  } catch {
    return null
  }
  const [, digits] = /^(\d{10})\n/.exec(text) ?? []
  return digits === undefined ? null : Number(digits)
}
