/**
 * Opens the database and the key set together, and refuses a pair that does not belong together. What is missing is made
 * by `npm run set-up`, and by a demonstration; in production nothing else ever makes keys or a database.
 */
import { join } from 'node:path'
import { isUnused, lostKeys, lostRows } from '../../app/start-check.ts'
import type { Config } from '../../config.ts'
import { parseKeySet, readKeys } from '../../platform/adapters/key-set.ts'
import { nodeSecretKeys } from '../../platform/adapters/node-secret-keys.ts'
import { migrationFiles } from '../../platform/db/migration-files.ts'
import { foundIn, migrate, readUnlessMissing, whyNotCurrent } from '../../platform/db/migrations.ts'
import { commit } from '../../platform/db/perform.ts'
import { openSqlite } from '../../platform/db/sqlite.ts'
import { openBesideWriter } from '../../platform/db/sqlite-file/beside-writer.ts'
import { behindItsMark, damaged, isDamage } from '../../platform/db/sqlite-file/check-file.ts'
import { readMark } from '../../platform/db/sqlite-file/commit-mark.ts'
import { isThere, placeTrouble } from '../../platform/db/sqlite-file/place-trouble.ts'
import type { OpenChannel } from '../../platform/db/sqlite-file/writer-messages.ts'
import { holdLock } from '../../platform/db/sqlite-lock.ts'
import type { Database } from '../../platform/db/together.ts'
import { forgetElections, holderOf, sweepPart } from '../../platform/elections/elect.ts'
import { rememberKeys } from '../../platform/keys/known-keys.ts'
import type { CommitWatch } from '../../platform/metrics/commit-watch.ts'
import type { Clock, Keys } from '../../ports.ts'
import { openBesideThread } from './beside-thread.ts'
import { findKeys, keyFile } from './key-file.ts'
import { isBesideData, keyPathOf, moveApart } from './key-place.ts'
import { migrateBeside } from './migrate-beside.ts'

export interface OpenChoices {
  /**
   * `use`, unless told: opens what is there. `set-up`: makes what is missing. `look`: opens it even where keys or rows
   * are lost, for an audit that says so, and makes nothing.
   */
  to?: 'use' | 'set-up' | 'look'
  /** Whether it is for a server, of which an embedded database has one at a time; commands go on beside it. */
  serve?: boolean
  /** For `set-up`: that keys are there already is meant, and the database is to be new beside them. */
  besideKeys?: boolean
  /** For one of several processes: the way to the one that writes into the embedded database, and holds its lock. */
  writer?: OpenChannel
  /** Who watches over the commits. */
  commits?: CommitWatch | undefined
}

interface Stores {
  db: Database
  keys: Keys
  /** What the keys were read from, for a thread that makes its own of it. */
  keySet: string
  /** One line for each thing that was not there and now is. */
  made: string[]
}

/** @throws Error with one clear line for each thing that is wrong */
export async function openStores(
  config: Config,
  dataDirectory: string,
  clock: Clock,
  choices: OpenChoices,
): Promise<Stores> {
  const { to = 'use', besideKeys = false, serve = false, writer, commits } = choices
  const keyPath = keyPathOf(config, dataDirectory)
  const path = join(dataDirectory, 'honorarium.db')
  const where = config.DATABASE_URL === undefined ? path : 'DATABASE_URL'
  const isDemo = config.MODE === 'demo'
  // Of a database that an audit had made itself it would say that all is well.
  const mayMake = to !== 'look' && (isDemo || to === 'set-up')
  const stored = config.KEYS ?? findKeys(keyPath)
  const keyPlace = config.KEYS === undefined ? keyPath : 'KEYS'
  if (!isDemo && config.KEYS === undefined && isBesideData(keyPath, dataDirectory)) {
    if (stored !== null) process.stderr.write(`Warning: ${moveApart(keyPath)}\n`)
    else if (to === 'set-up') throw new Error(moveApart(keyPath))
  }
  const refuseNew = () => {
    if (stored !== null && !besideKeys) throw new Error(emptyBesideKeys(where, keyPlace))
    if (!mayMake) throw new Error(noDatabase(where))
  }
  // A file would be made by being opened.
  if (config.DATABASE_URL === undefined && !isThere(path)) refuseNew()

  const isAlone = serve && writer === undefined && config.DATABASE_URL === undefined
  let lock = isAlone ? lockFor(dataDirectory) : null
  const db =
    config.DATABASE_URL === undefined
      ? openFile(path, choices)
      : (await import('../../platform/db/postgres.ts')).openPostgres(config.DATABASE_URL, { watch: commits })
  try {
    if (config.DATABASE_URL === undefined && to !== 'look') refuseAny(await behind(db, path))
    const found = await foundIn(db)
    if (found === 'a schema without rows') throw new Error(schemaAlone(where))
    if (found === 'nothing') refuseNew()
    if (found === 'a version' && !serve) await refuseBeneath(db, clock, config, dataDirectory)
    if (lock !== null && found === 'a version' && (await whyNotCurrent(db, migrationFiles())) !== undefined) {
      lock.release()
      await migrateBeside(path, lockIn(dataDirectory), clock.now())
      lock = lockFor(dataDirectory)
    }
    await migrate(db, migrationFiles(), clock.now())
    if (stored !== null && to !== 'look' && (await isUnused(db))) refuseNew()
    const keySet = await keySetFor(db, stored, { keyPath, keyPlace, isDemo, mayMake, to })
    const keys = await readKeys(keySet, nodeSecretKeys)
    if (to !== 'look') {
      refuseAny(await lostRows(db))
      await rememberKeys({ db, clock, keys })
      if (lock !== null) await commit(db, 'Forgetting elections', forgetElections({}))
    }
    const made = [
      ...(found === 'nothing' ? [`Made the database ${where}.`] : []),
      ...(stored === null ? [`Made the key set ${keyPath}: back it up now, apart from the database.`] : []),
    ]
    return { db: releasing(db, lock), keys, keySet, made }
  } catch (error) {
    await db.close()
    lock?.release()
    throw inWords(path, error)
  }
}

/** A line when the embedded database is older than what was acknowledged of it. */
async function behind(db: Database, path: string): Promise<string[]> {
  const lostAt = readMark(path)
  const [row] = await db.read<{ user_version: number }>({ sql: 'pragma user_version', values: [] })
  const lost = lostAt(row?.user_version ?? 0)
  return lost === 0 ? [] : [behindItsMark(path, lost)]
}

const lockIn = (dataDirectory: string) => join(dataDirectory, 'server.lock')

/** @throws Error with one line when another server has this directory's database */
function lockFor(dataDirectory: string): { release(): void } {
  const path = lockIn(dataDirectory)
  try {
    const lock = holdLock(path)
    if (lock !== null) return lock
  } catch (error) {
    throw new Error(placeTrouble(path, error) ?? (error as Error).message, { cause: error })
  }
  throw new Error(`Another server serves the database in ${dataDirectory}: stop it first, or use Postgres for several.`)
}

/** @throws Error with one line where a command would upgrade the database beneath a server of an older version */
async function refuseBeneath(db: Database, clock: Clock, config: Config, dataDirectory: string): Promise<void> {
  if ((await whyNotCurrent(db, migrationFiles())) === undefined) return
  const isOnPostgres = config.DATABASE_URL !== undefined
  if (!(await (isOnPostgres ? someoneSweeps(db, clock) : isLocked(dataDirectory)))) return
  const where = isOnPostgres ? 'DATABASE_URL' : dataDirectory
  const gone = isOnPostgres ? ' One that was killed counts for three minutes more.' : ''
  throw new Error(
    `The database in ${where} is from another version, and a server of that version runs: stop it first. Nothing was changed.${gone}`,
  )
}

/** For how long a server that is gone is missed: three turns of a minute. */
const sweepTurnMs = 180_000

/** Whether a server holds the turn of the periodic work, which one of several always does, and gives back when it stops. */
async function someoneSweeps(db: Database, clock: Clock): Promise<boolean> {
  return (await readUnlessMissing(db, holderOf(sweepPart, clock.now(), sweepTurnMs))).length > 0
}

function isLocked(dataDirectory: string): boolean {
  const lock = holdLock(lockIn(dataDirectory))
  lock?.release()
  return lock === null
}

function releasing(db: Database, lock: { release(): void } | null): Database {
  if (lock === null) return db
  return {
    ...db,
    async close() {
      await db.close()
      lock.release()
    },
  }
}

interface KeyChoices extends Required<Pick<OpenChoices, 'to'>> {
  keyPath: string
  keyPlace: string
  isDemo: boolean
  mayMake: boolean
}

async function keySetFor(db: Database, stored: string | null, choices: KeyChoices): Promise<string> {
  const { keyPath, keyPlace, isDemo, mayMake, to } = choices
  const storedKeys = stored === null ? [] : parseKeySet(stored).keys
  const lost = to !== 'look' || stored === null ? await lostKeys(db, storedKeys) : []
  if (stored === null && (!mayMake || lost.length > 0)) {
    const none = `There is no key set ${keyPath}: put it back from its backup, or say where it is (KEYS_FILE, KEYS).`
    throw new Error([none, ...lost].join('\n'))
  }
  refuseAny(lost)
  const isFile = keyPlace === keyPath
  // Of a set from before a purpose existed, only a demonstration mends the file.
  return isFile && (stored === null || isDemo) ? keyFile(keyPath) : (stored ?? '')
}

function refuseAny(lines: readonly string[]): void {
  if (lines.length > 0) throw new Error(lines.join('\n'))
}

/** @throws Error with one line that names the file */
function openFile(path: string, { serve, writer, commits }: OpenChoices): Database {
  try {
    if (writer !== undefined) return openBesideWriter(path, writer, commits)
    // Who serves lets nobody wait for the disk; a command has nobody who waits.
    return serve ? openBesideThread(path, { watch: commits }) : openSqlite(path, { watch: commits })
  } catch (error) {
    const words = inWords(path, error)
    throw words === error
      ? new Error(`The database ${path} cannot be opened: ${(error as Error).message}.`, { cause: error })
      : words
  }
}

/** What the embedded database failed with, with its file and what to do; the error itself where it is about something else. */
function inWords(path: string, error: unknown): unknown {
  const words = isDamage(error) ? damaged(path, (error as Error).message) : placeTrouble(path, error)
  return words === undefined ? error : new Error(words, { cause: error })
}

function noDatabase(where: string): string {
  return `There is no database at ${where}: put a lost one back from its backup, or make a new one with \`npm run set-up\`, once.`
}

function emptyBesideKeys(where: string, keyPlace: string): string {
  return (
    `The database at ${where} is missing or empty, and the keys in ${keyPlace} are there already: put the database back ` +
    'from its backup. If nothing was lost and these keys are for a new one: `npm run set-up -- --new-database`, once.'
  )
}

function schemaAlone(where: string): string {
  return `The database at ${where} has tables and no rows in them, as when a schema was restored alone: restore a whole backup.`
}
