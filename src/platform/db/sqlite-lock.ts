/** One server for one embedded database: a lock of the operating system, which ends with the process however it ends. */
import SqliteFile from 'better-sqlite3'

/** One that is stopping is waited for, in milliseconds. */
const waitMs = 2_000

/**
 * Holds the lock in the file at `path`, which is made when it is missing, until `release` or the end of the process.
 * @returns null when another process holds it
 */
export function holdLock(path: string): { release(): void } | null {
  const file = new SqliteFile(path, { timeout: waitMs })
  try {
    file.exec('begin exclusive')
  } catch (error) {
    file.close()
    if ((error as { code?: string }).code === 'SQLITE_BUSY') return null
    throw error
  }
  return {
    release: () => {
      file.close()
    },
  }
}
