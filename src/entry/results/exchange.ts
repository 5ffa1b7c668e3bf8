/** One exchange between two threads, over a port of its own: it ends when either of them does. */
import { MessageChannel, type MessagePort } from 'node:worker_threads'

/**
 * @returns `theirs` for the other thread; `next` says something, if anything is given, and gives what comes next from there
 * @throws from `next`, what `whyEnded` gives where the other side is gone
 */
export function openPort<Heard, Asked = never>(whyEnded: () => unknown = () => new Error('A thread ended.')) {
  const { port1: own, port2: theirs } = new MessageChannel()
  let isOver = false
  let waiting: { resolve: (heard: Heard) => void; reject: (error: unknown) => void } | null = null
  own.on('message', (heard: Heard) => {
    waiting?.resolve(heard)
    waiting = null
  })
  own.on('close', () => {
    isOver = true
    waiting?.reject(whyEnded())
    waiting = null
  })
  return {
    theirs: theirs as MessagePort,
    next(say?: Asked): Promise<Heard> {
      return new Promise((resolve, reject) => {
        if (isOver) return reject(whyEnded())
        waiting = { resolve, reject }
        if (say !== undefined) own.postMessage(say)
      })
    },
    /** Says a last thing, if there is any. */
    end(say?: Asked): void {
      if (say !== undefined && !isOver) own.postMessage(say)
      own.close()
    },
  }
}
