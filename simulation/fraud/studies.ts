/** Several studies at once, each with a crowd and a process of its own, so that no core of the machine idles. */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Crowd } from './crowd.ts'
import { type Run, runCrowd } from './run.ts'

/** What a study's process tells: how far it is, and at last its run. */
type Told = { done: number; of: number } | { run: Run }

/**
 * @param crowd of each study
 * @param tell how many of all have come to an end so far
 * @param stop called back when it is to end with those who have come
 */
export async function runStudies(
  seed: string,
  crowd: Crowd,
  studies: number,
  tell: (done: number, of: number) => void,
  stop: (onStop: () => void) => void,
): Promise<Run> {
  const far = Array.from({ length: studies }, () => ({ done: 0, of: 0 }))
  const runs = await Promise.all(
    far.map((own, n) =>
      inProcess(`${seed} ${n + 1}`, crowd, stop, (now) => {
        Object.assign(own, now)
        if (far.every(({ of }) => of > 0)) tell(sum(far.map(({ done }) => done)), sum(far.map(({ of }) => of)))
      }),
    ),
  )
  return {
    outcomes: runs.flatMap(({ outcomes }) => outcomes),
    lost: sum(runs.map(({ lost }) => lost)),
    days: Math.min(...runs.map(({ days }) => days)),
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((whole, n) => whole + n, 0)

function inProcess(
  seed: string,
  crowd: Crowd,
  stop: (onStop: () => void) => void,
  tell: (far: { done: number; of: number }) => void,
): Promise<Run> {
  const child = fork(fileURLToPath(new URL('one-study.ts', import.meta.url)), [seed, JSON.stringify(crowd)])
  stop(() => child.kill('SIGINT'))
  return new Promise((resolve, reject) => {
    child.on('message', (message: Told) => {
      if ('run' in message) {
        resolve(message.run)
        // It stays until it hears so, or the end of a long message could be lost with it.
        child.send('thanks')
      } else tell(message)
    })
    child.on('exit', (code) => reject(new Error(`The process of ${seed} ended with ${code}.`)))
  })
}

/** How many come to an end between two words to whoever waits. */
const aWord = 25

/** What the process of one study does. */
export async function beOneStudy(seed: string, crowd: Crowd, say: (message: Told) => void): Promise<void> {
  let isStopped = false
  // Twice, when a terminal and the process that waits both tell of one Ctrl-C.
  process.on('SIGINT', () => {
    isStopped = true
  })
  const tell = (done: number, of: number) => {
    if (done % aWord === 0) say({ done, of })
  }
  say({ run: await runCrowd(seed, crowd, tell, () => isStopped) })
}
