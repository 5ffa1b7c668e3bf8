/** Checks 1 and 2: much faster than others on the same way through, in the same language. */
import { type Flag, flag } from './flag.ts'
import type { Visit } from './visit.ts'

/** What is usual, frozen at the soft launch: medians in milliseconds. */
export interface Baseline {
  activeMs: number
  pages: Readonly<Record<string, number>>
}

/** Until there is one: what it takes at the least to look at something and press, in milliseconds. */
const msAnItem = 1_500
/** Of so many pages at the least is a mean of ratios taken, and no page counts for more than this. */
const fewestPages = 5
const highestRatio = 3
const fastRatio = 2

/**
 * @param visits by page
 * @param items how many questions and rows were shown
 * @param baseline null until enough have completed
 */
export function pace(visits: ReadonlyMap<string, Visit>, items: number, baseline: Baseline | null): Flag[] {
  const counted: (readonly [string, Visit])[] = []
  // What was restored, sent again or begun elsewhere says nothing of its time: with much of it, neither does the rest.
  let measured = 0
  let ms = 0
  for (const [page, visit] of visits) {
    if (visit.key === undefined) measured += 1
    if (visit.again !== 0 || visit.done !== 1 || visit.odd !== undefined) continue
    counted.push([page, visit])
    ms += visit.ms
  }
  if (counted.length < fewestPages || counted.length * 2 < measured) return []
  if (baseline === null) {
    const floor = (msAnItem * items * counted.length) / Math.max(1, measured)
    return ms < floor ? [flag('speeder', { ms, floor: Math.round(floor) })] : []
  }
  return [...speeder(counted, ms, counted.length / measured, baseline), ...faster(counted, baseline)]
}

type Counted = readonly (readonly [string, Visit])[]

/**
 * Under a third of the median of active time, and under a third of theirs on the pages that usually take half of the time: half
 * of all people were away for a while on some page, which makes totals long, and whoever was not is no faster for it.
 * @param share of the pages that count, which have as much of the time
 */
function speeder(counted: Counted, ms: number, share: number, { activeMs, pages }: Baseline): Flag[] {
  const usual = activeMs * share
  const medians = counted.map(([page, visit]) => ({ ms: visit.ms, median: pages[page] ?? 0 }))
  const sum = (some: typeof medians) => some.reduce((whole, { median }) => whole + median, 0)
  const fast = sum(medians.filter((one) => one.ms * 3 < one.median))
  const isFast = ms * 3 < usual && fast > 0 && fast * 2 >= sum(medians)
  return isFast ? [flag('speeder', { ms, usual: Math.round(usual) })] : []
}

function faster(counted: Counted, { pages }: Baseline): Flag[] {
  const ratios = counted.flatMap(([page, { ms }]) => {
    const usual = pages[page]
    return usual === undefined || usual <= 0 ? [] : [Math.min(highestRatio, usual / Math.max(1, ms))]
  })
  if (ratios.length < fewestPages) return []
  const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length
  return mean >= fastRatio
    ? [flag('faster_than_others', { times: Math.round(mean * 100) / 100, pages: ratios.length })]
    : []
}
