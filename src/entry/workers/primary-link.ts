/** From one of several request processes to the first one, which writes into the embedded database. */
import type { FromWriter, OpenChannel } from '../../platform/db/sqlite-file/writer-messages.ts'

/** One process has one way, and ends when the first process has ended. */
export const primaryLink: OpenChannel = (heard, gone) => {
  process.on('message', (message: { fromWriter?: FromWriter }) => {
    if (message.fromWriter !== undefined) heard(message.fromWriter)
  })
  process.once('disconnect', () => gone(new Error('the process that writes ended')))
  return {
    post: (toWriter) => void process.send?.({ toWriter }),
    close: async () => undefined,
  }
}
