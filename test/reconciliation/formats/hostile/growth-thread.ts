/** Reads hostile files in a thread of its own, whose memory holds nothing else, and says what that took of its processor time. */
import { parentPort } from 'node:worker_threads'
import { growing, most, type Took, tooLittle } from './growing.ts'

/** The least of several is what nobody else disturbed. What does grow with its square is no nearer to linear for being read again. */
const tries = { least: 5, most: 12 }
/** More tries than the least are made within so much, in milliseconds. */
const longEnough = 5_000

/** Of this thread alone: others compile and tidy up meanwhile, more or less as there is room for it. */
async function processorTime(work: () => Promise<unknown>): Promise<number> {
  const before = process.threadCpuUsage()
  await work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

async function measured(index: number): Promise<Took> {
  const one = growing[index]
  if (one === undefined) throw new Error('There is no such file.')
  const [small, large] = [one.make(one.readTo / 4), one.make(one.readTo)]
  const why: Took['why'] = { small: null, large: null }
  const read = async (size: keyof Took['why'], times: number) => {
    for (let n = 0; n < times; n += 1) {
      const { broken } = await one.work(size === 'small' ? small : large)
      why[size] = broken?.why ?? null
    }
  }
  // Once before it counts: what has not been compiled yet takes longer, and is small first.
  await read('small', 1)
  const took: Took = { small: Number.POSITIVE_INFINITY, large: Number.POSITIVE_INFINITY, why }
  for (let n = 0; n < tries.least || (n < tries.most && took.large * n < longEnough); n += 1) {
    // Four in a row, as what is only read once ends before memory has to be tidied up, and the large one does not.
    took.small = Math.min(took.small, (await processorTime(() => read('small', 4))) / 4)
    took.large = Math.min(took.large, await processorTime(() => read('large', 1)))
    if (took.large < tooLittle || took.large < took.small * most) break
  }
  return took
}

parentPort?.on('message', (index: number) => {
  measured(index).then((took) => parentPort?.postMessage(took))
})
