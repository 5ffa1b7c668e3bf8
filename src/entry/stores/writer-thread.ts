/** A thread of its own that writes into the embedded database, for whoever started it. */
import { parentPort, workerData } from 'node:worker_threads'
import { openWriter } from '../../platform/db/sqlite-file/writer.ts'
import type { ToWriter } from '../../platform/db/sqlite-file/writer-messages.ts'

const port = parentPort
if (port === null) throw new Error('This is a worker thread of the server, and nothing by itself.')
const { path, busyMilliseconds } = workerData as { path: string; busyMilliseconds: number }
const writer = openWriter(path, busyMilliseconds)
const hear = writer.hearing((message) => port.postMessage(message))
port.on('message', (message: ToWriter | 'close') => {
  if (message !== 'close') return hear(message)
  writer.close()
  port.close()
})
