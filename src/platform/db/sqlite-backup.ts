/** Copies of the embedded database: made while the service runs, put back while it does not. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { isDamage } from './sqlite-file/check-file.ts'
import { markOf } from './sqlite-file/commit-mark.ts'
import { isThere, placeTrouble } from './sqlite-file/place-trouble.ts'

/**
 * Copies the database at `from`, with all that has been written, into the new file `to`; others go on writing meanwhile.
 * @throws Error with one line when there is no database of this service, when a page is damaged, when `to` exists already, or
 * cannot be written where it is to lie
 */
export async function backUp(from: string, to: string): Promise<void> {
  if (!isThere(from)) throw new Error(`There is no file ${from}.`)
  if (existsSync(to)) throw new Error(`${to} exists already; nothing was written over it.`)
  if (!isThere(dirname(to))) throw new Error(`There is no folder ${dirname(to)}: make it first, or name another file.`)
  try {
    await copyWhole(from, to)
    flush(to)
  } catch (error) {
    rmSync(to, { force: true })
    // What is wrong with the place of the copy says nothing of the database.
    const place = isDamage(error) ? undefined : placeTrouble(to, error)
    throw new Error(place ?? `${from} is no whole database of this service: ${(error as Error).message}.`)
  }
}

/**
 * Puts a copy in the place of the database at `to`, whole or not at all; on a new machine its folder is made. What was there lies beside it afterwards.
 * @param aside the new name of what was there
 * @returns whether anything was there
 * @throws Error with one line when the copy is none, or while something has the database open
 */
export async function restore(from: string, to: string, aside: string): Promise<boolean> {
  const beside = `${to}.restoring`
  // On a new machine there is no folder yet.
  if (isThere(from)) mkdirSync(dirname(to), { recursive: true })
  rmSync(beside, { force: true })
  await backUp(from, beside)
  try {
    const wasThere = existsSync(to)
    if (wasThere) {
      closeForGood(to)
      renameSync(to, aside)
    }
    // What comes is older, and meant to be.
    rmSync(markOf(to), { force: true })
    renameSync(beside, to)
    flush(dirname(to))
    return wasThere
  } finally {
    rmSync(beside, { force: true })
  }
}

/** More pages than there are. */
const allPages = 0x7f_ff_ff_ff

async function copyWhole(from: string, to: string): Promise<void> {
  const source = new SqliteFile(from, { fileMustExist: true })
  try {
    // In one step: SQLite begins again when somebody else has written between two, and a busy service always has.
    await source.backup(to, { progress: () => allPages })
  } finally {
    source.close()
  }
  const copy = new SqliteFile(to, { fileMustExist: true })
  try {
    // One file, without a journal beside it.
    copy.pragma('journal_mode = DELETE')
    // Every page and how many entries each index has, in one way through the file. Whether each entry says what its row says
    // the audit asks of the database itself: where that is right its copy is, and the copy of one that is wrong has all rows.
    const found = copy.pragma('quick_check(1)', { simple: true })
    if (found !== 'ok') throw new Error(String(found))
    copy.prepare('select count(*) from migrations').get()
  } finally {
    copy.close()
  }
}

/** Brings all that the journal holds into the file, which only its one user can; the file is then the whole database. */
function closeForGood(path: string): void {
  const file = new SqliteFile(path, { timeout: 0 })
  try {
    file.pragma('journal_mode = DELETE')
  } catch {
    throw new Error(`${path} is open: stop the service first. Nothing was changed.`)
  } finally {
    file.close()
  }
}

function flush(path: string): void {
  // A directory cannot be flushed on Windows, and need not be.
  if (process.platform === 'win32') return
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
