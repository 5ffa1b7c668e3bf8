import type { Axis } from '../../../src/survey/insights/axes/axis.ts'
import type { Stored } from '../../../src/survey/insights/axes/places.ts'
import { type Counting, countingRead, readingBoth } from '../../../src/survey/insights/crosses/count.ts'

/** Counts two axes against each other, and reads each segment that is added. */
export function countingOf(rowAxis: Axis, columnAxis: Axis, stored: Stored): Counting {
  const both = readingBoth(rowAxis, columnAxis, stored)
  const counting = countingRead(both, stored)
  return {
    ...counting,
    add: (segment, by) => {
      both.read(segment)
      counting.add(segment, by)
    },
  }
}
