/** The worker thread: one job after the other, of those that it knows. */
import { parentPort } from 'node:worker_threads'
import { jobs } from '../../app/jobs.ts'
import { type FileBytes, pagedFile } from '../../platform/files/file-bytes.ts'
import { UnreadableFile } from '../../platform/files/unreadable-file.ts'
import type { FromJobThread, ToJobThread } from './messages.ts'
import { comeBehind } from './start.ts'

const port = parentPort
if (port === null) throw new Error('This is a worker thread of the server, and nothing by itself.')
comeBehind()
const say = (message: FromJobThread) => port.postMessage(message)
let taken: () => void = () => undefined
/** Who waits for which page of the job's file. A job that has ended waits for nothing, whatever it left behind. */
let waiting = new Map<number, ((bytes: Uint8Array) => void)[]>()

function give(piece: unknown): Promise<void> {
  const isTaken = new Promise<void>((resolve) => {
    taken = resolve
  })
  say({ piece })
  return isTaken
}

function fileOf(size: number): FileBytes {
  const own: typeof waiting = new Map()
  waiting = own
  return pagedFile(size, (n) => {
    const page = new Promise<Uint8Array>((resolve) => {
      own.set(n, [...(own.get(n) ?? []), resolve])
    })
    say({ wants: n })
    return page
  })
}

port.on('message', async (message: ToJobThread) => {
  if ('taken' in message) return taken()
  if ('page' in message) {
    const those = waiting.get(message.page) ?? []
    waiting.delete(message.page)
    for (const resolve of those) resolve(message.bytes)
    return
  }
  try {
    const job = jobs.get(message.job)
    if (job === undefined) throw new Error(`There is no job ${message.job}.`)
    say({ done: await job.run(message.input, give, fileOf(message.size)) })
  } catch (error) {
    if (error instanceof UnreadableFile) {
      const { why, line, detail } = error
      say({ refused: { why, line, detail } })
    } else {
      const { name, message: text } = error as Error
      say({ failed: { name, message: text } })
    }
  }
})
