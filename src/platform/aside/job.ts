/** Jobs that are done aside, and how they end. */
import type { Aside } from '../../ports.ts'

/** A job was ended from without. The next one finds everything as it was. */
export class AsideFailed extends Error {
  override readonly name = 'AsideFailed'
}

/** Does jobs where they are asked for: on a Worker, whose steps are bounded by what they are given, and in tests. */
export const inPlace: Aside = (job, input, take) => job.run(input, take ?? (async () => undefined))

/** Lets whatever else waits have its turn: a database in the same process never makes anybody wait. */
export const othersFirst = () => new Promise<void>((resolve) => setTimeout(resolve, 0))
