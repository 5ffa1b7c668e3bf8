/** The worker thread: one job after the other, of those that it knows. */
import { parentPort } from 'node:worker_threads'
import { jobs } from '../../app/jobs.ts'
import { UnreadableFile } from '../../platform/files/unreadable-file.ts'
import type { FromThread, ToThread } from './messages.ts'

const port = parentPort
if (port === null) throw new Error('This is a worker thread of the server, and nothing by itself.')
const say = (message: FromThread) => port.postMessage(message)
let taken: () => void = () => undefined

function give(piece: unknown): Promise<void> {
  const isTaken = new Promise<void>((resolve) => {
    taken = resolve
  })
  say({ piece })
  return isTaken
}

port.on('message', async (message: ToThread) => {
  if ('taken' in message) return taken()
  try {
    const job = jobs.get(message.job)
    if (job === undefined) throw new Error(`There is no job ${message.job}.`)
    say({ done: await job.run(message.input, give) })
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
