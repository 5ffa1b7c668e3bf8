/** What is wrong with a machine's clock, for its log and for `/readyz`. */
import type { ClockDoubt } from '../../ports.ts'

/** The doubt as a sentence. */
export function sentenceOf(doubt: ClockDoubt): string {
  const length = lengthOf(doubt.ms)
  if (doubt.is !== 'behind') return `The machine's clock jumped ${length} ${doubt.is}, to ${doubt.to}.`
  return `The machine's clock is ${length} behind what was written before. Times go on from there at half speed until it has caught up.`
}

function lengthOf(ms: number): string {
  const seconds = Math.round(ms / 1000)
  return seconds < 120
    ? `${seconds} s`
    : seconds < 7_200
      ? `${Math.round(seconds / 60)} min`
      : `${Math.round(seconds / 3_600)} h`
}
