/** A connection to the embedded database, with the settings by which its promises hold. */
import SqliteFile from 'better-sqlite3'
import { isFull } from './place-trouble.ts'

/**
 * So many pages of 4 kB the log has before it is brought into the file. Pages that every submission touches are written there once
 * each time, and whoever commits then waits for it: four times what SQLite has by itself.
 */
const logPages = 4_000

/** So many prepared statements are kept ready. */
const statementCap = 500

/**
 * Opens, or makes, the database in the file at `path`, for reading and writing.
 * @param busyMilliseconds how long a write waits for another process that is writing
 * @param sortsIn where what is sorted lies meanwhile, such as the keys of an index that is made: for a million they take 120 MB
 * @throws SqliteError when the file cannot be opened or is no database, Error when a promise would not hold
 */
export function openConnection(
  path: string,
  busyMilliseconds: number,
  sortsIn: 'memory' | 'file' = 'memory',
): SqliteFile.Database {
  const file = new SqliteFile(path, { timeout: busyMilliseconds })
  try {
    file.pragma('journal_mode = WAL')
    file.pragma('synchronous = FULL')
    file.pragma('foreign_keys = ON')
    // What is overwritten is gone from the file, also from pages that hold nothing more.
    file.pragma('secure_delete = ON')
    file.pragma(`temp_store = ${sortsIn}`)
    // In KiB, as the minus sign says. So much is sorted at once as well, before it goes into a file.
    file.pragma(`cache_size = -${sortsIn === 'memory' ? 32_000 : 8_000}`)
    file.pragma(`wal_autocheckpoint = ${logPages}`)
    assertPromises(file)
    return file
  } catch (error) {
    file.close()
    throw error
  }
}

/**
 * Brings the log into the file, and lets go of both. Where the disk has no room for that, the log stays beside the file for
 * the next who opens it: everything acknowledged is in the two.
 */
export function closeConnection(file: SqliteFile.Database): void {
  try {
    file.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    if (!isFull(error)) throw error
  } finally {
    file.close()
  }
}

/**
 * Opens the database of a file that is there, to read alone: it sees all that others have committed.
 * @param cacheKib so much of it is kept; files of answers, which read all documents in random order, have no use for any
 */
export function openReader(path: string, cacheKib = 8_000): SqliteFile.Database {
  const file = new SqliteFile(path, { readonly: true, fileMustExist: true })
  file.pragma('temp_store = MEMORY')
  file.pragma(`cache_size = -${cacheKib}`)
  return file
}

/** What SQLite answers when it was asked for what the adapter relies on; FULL is 2. */
const promised = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1 } as const

/**
 * SQLite passes over a setting that it cannot have (a log on a file system without shared memory, a library that was built
 * without references) and says nothing: it is asked again.
 * @throws Error with one line that names every setting that does not hold
 */
export function assertPromises(file: SqliteFile.Database): void {
  const broken = Object.entries(promised).flatMap(([name, wanted]) => {
    const found = file.pragma(name, { simple: true })
    // A database in memory has no log, and promises nothing.
    if (found === wanted || (name === 'journal_mode' && file.memory)) return []
    return [`${name} is ${found} and must be ${wanted}`]
  })
  if (broken.length > 0) throw new Error(`what is acknowledged would not be safe there (${broken.join('; ')})`)
}

/** What conditions of partial indexes compare with a text or a number: a bound value may be what lets such an index be used. */
const inConditions = new Set(
  'action account_hash decided is_part kind looked_at move outcome packed payee pending seed state stopped waits'.split(
    ' ',
  ),
)

/**
 * SQLite plans a statement anew each time that a value is bound which its planner has looked at, in the hope of a better plan, and
 * it looks at whatever a column is to equal. For a key there is no better plan, and planning takes up to fifty times as long as
 * reading. Into an expression it does not look, and `+` gives back any value as it is.
 */
function plannedOnce(sql: string): string {
  return sql.replaceAll(/(\w+)("?) = \?/g, (equal, name: string, quote: string) =>
    inConditions.has(name) ? equal : `${name}${quote} = +?`,
  )
}

/** Statements by their text, prepared once; the oldest goes when there are too many. */
export function statementCache(file: SqliteFile.Database): (sql: string) => SqliteFile.Statement {
  const statements = new Map<string, SqliteFile.Statement>()
  return (sql) => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const made = file.prepare(plannedOnce(sql))
    if (statements.size >= statementCap) {
      const [oldest] = statements.keys()
      if (oldest !== undefined) statements.delete(oldest)
    }
    statements.set(sql, made)
    return made
  }
}
