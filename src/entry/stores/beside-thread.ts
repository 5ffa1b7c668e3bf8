/** The embedded database with its writes in a thread of their own: no request waits while the disk is written to. */
import { once } from 'node:events'
import type { SqliteChoices } from '../../platform/db/sqlite.ts'
import { openBesideWriter } from '../../platform/db/sqlite-file/beside-writer.ts'
import { openConnection } from '../../platform/db/sqlite-file/connection.ts'
import type { FromWriter } from '../../platform/db/sqlite-file/writer-messages.ts'
import type { Database } from '../../platform/db/together.ts'
import { startThread } from '../threads/start.ts'

/**
 * As `openSqlite`, and the same port. A thread that dies takes along what was on its way, which is rejected; the next write
 * starts another.
 * @throws as `openSqlite`
 */
export function openBesideThread(path: string, { busyMilliseconds = 5000, watch }: SqliteChoices = {}): Database {
  // Made, and looked at, before anything goes on without waiting for it.
  openConnection(path, busyMilliseconds).close()
  return openBesideWriter(
    path,
    (heard, gone) => {
      const worker = startThread(import.meta.url, 'writer-thread', {
        workerData: { path, busyMilliseconds },
        resourceLimits: { maxYoungGenerationSizeMb: 48 },
      })
      worker.on('message', (message: FromWriter) => heard(message))
      worker.on('error', gone)
      worker.on('exit', () => gone(new Error('its thread ended')))
      return {
        post: (message) => worker.postMessage(message),
        async close() {
          const ended = once(worker, 'exit')
          worker.postMessage('close')
          await ended
        },
      }
    },
    watch,
  )
}
