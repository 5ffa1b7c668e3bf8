/**
 * A process of its own that brings the embedded database to this version, and ends. It holds the server's lock meanwhile: where
 * whoever started it is gone, nobody serves the database, with a program of before perhaps, until it is through.
 */
import { migrationFiles } from '../../platform/db/migration-files.ts'
import { migrate } from '../../platform/db/migrations.ts'
import { openSqlite } from '../../platform/db/sqlite.ts'
import { holdLock } from '../../platform/db/sqlite-lock.ts'

const [, , path = '', lockPath = '', now = ''] = process.argv
const lock = holdLock(lockPath)
try {
  const db = lock && openSqlite(path, { sortsIn: 'file' })
  try {
    if (db !== null) await migrate(db, migrationFiles(), now)
  } finally {
    await db?.close()
  }
} catch {
  // Whoever started it tries it as well, and says in their words what is wrong.
  process.exitCode = 1
} finally {
  lock?.release()
}
