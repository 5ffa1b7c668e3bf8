/** Jobs that are offloaded, and how they end. */
import type { Offload } from '../../ports.ts'

/** A job was ended from without. The next one finds everything as it was. */
export class OffloadFailed extends Error {
  override readonly name = 'OffloadFailed'
}

/** Does jobs where they are asked for: on a Worker, whose steps are bounded by what they are given, and in tests. */
export const inPlace: Offload = async (job, input, { file, take = async () => undefined } = {}) => {
  // Loaded when it is first needed: a Worker's start has no use for it.
  const { noFile, pagedFile, pageOf } = await import('../files/file-bytes.ts')
  const whole = file ?? noFile
  return job.run(
    input,
    take,
    pagedFile(whole.size, (n) => pageOf(whole, n)),
  )
}

/** Lets whatever else waits have its turn: a database in the same process never makes anybody wait. */
export const othersFirst = () => new Promise<void>((resolve) => setTimeout(resolve, 0))
