/**
 * Migrating the embedded database before a server serves it. A migration that makes an index of a million rows takes memory which
 * a server would keep until it is started again: a process that ends gives it back.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { dirname } from 'node:path'
import { programBeside } from '../threads/start.ts'

/**
 * Brings the database at `path` to this version, or leaves it as it is: whoever calls it migrates all the same, and hears there why
 * that cannot be. The lock at `lockPath` is free. What the service was started with (its keys, say) the process does not get.
 * @param now ISO 8601 in UTC
 * @throws Error when it was ended from outside
 */
export async function migrateBeside(path: string, lockPath: string, now: string): Promise<void> {
  const { url, execArgv } = programBeside(import.meta.url, 'migration-process')
  // What does not fit into memory while it is sorted is of the database, and lies beside it.
  const env = { SQLITE_TMPDIR: dirname(path) }
  const child = fork(url, [path, lockPath, now], { execArgv, env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const [, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null]
  if (signal !== null) throw new Error(`The process that migrates the database ${path} was ended by ${signal}.`)
}
