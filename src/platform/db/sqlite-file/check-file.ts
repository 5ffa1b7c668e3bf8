/**
 * Whether the embedded database's file is undamaged and holds everything that was acknowledged. It is read from outside
 * and not changed.
 */
import { existsSync } from 'node:fs'
import SqliteFile from 'better-sqlite3'
import { markOf, readMark } from './commit-mark.ts'

/** As SQLite says it of a file that is damaged, or none of its own. */
const damage = new Set(['SQLITE_CORRUPT', 'SQLITE_NOTADB'])

/** What is kept of pages that are all looked at once; better-sqlite3 would keep 16 MB. */
const cacheKib = 500

/** Whether an error says that the file is damaged. */
export function isDamage(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && [...damage].some((one) => code === one || code.startsWith(`${one}_`))
}

/** What to do about a file that is damaged, in a line. @param how what is known of it */
export function damaged(path: string, how: string): string {
  return `The database ${path} is damaged (${how}): stop the service, keep the file, and put the newest backup in its place (npm run restore -- FILE), then run npm run audit.`
}

/** What to do about a file that is older than what was acknowledged, in a line. */
export function behindItsMark(path: string, lost: number): string {
  return (
    `The database ${path} lacks the last ${lost} commits that were acknowledged, as when its log (${path}-wal) was taken away or cut short: ` +
    'put the log back, or the newest backup in its place (npm run restore -- FILE), and look at what is missing. To go on without ' +
    `what is lost, remove ${markOf(path)} and run npm run audit.`
  )
}

/**
 * One line for each thing that is wrong with the file at `path`; none when it is whole or is not there.
 * @param thorough looks at every index as well (`integrity_check`), which takes several times as long as at every page alone
 */
export function checkFile(path: string, thorough: boolean): string[] {
  if (!existsSync(path)) return []
  const lostAt = readMark(path)
  try {
    const file = new SqliteFile(path, { readonly: true, fileMustExist: true })
    try {
      // A server that has this done beside it would hold them, and what is given back of its memory afterwards are pieces.
      if (!thorough) file.pragma(`cache_size = -${cacheKib}`)
      const lost = lostAt(file.pragma('user_version', { simple: true }) as number)
      const found = file.pragma(thorough ? 'integrity_check(1)' : 'quick_check(1)', { simple: true }) as string
      return [
        ...(lost > 0 ? [behindItsMark(path, lost)] : []),
        ...(found === 'ok' ? [] : [damaged(path, lastLineOf(found))]),
      ]
    } finally {
      file.close()
    }
  } catch (error) {
    if (!isDamage(error)) throw error
    return [damaged(path, (error as Error).message)]
  }
}

/** SQLite names the database on a line of its own before it says what is wrong. */
function lastLineOf(text: string): string {
  return text.trim().split('\n').at(-1) ?? text
}
