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
  const counted = [...visits].filter(([, { again, done, odd }]) => again === 0 && done === 1 && odd === undefined)
  // What was restored, sent again or begun elsewhere says nothing of its time: with much of it, neither does the rest.
  const measured = [...visits].filter(([, { key }]) => key === undefined)
  if (counted.length < fewestPages || counted.length * 2 < measured.length) return []
  const ms = counted.reduce((sum, [, visit]) => sum + visit.ms, 0)
  if (baseline === null) {
    const floor = (msAnItem * items * counted.length) / Math.max(1, measured.length)
    return ms < floor ? [flag('speeder', { ms, floor: Math.round(floor) })] : []
  }
  return [...speeder(counted, ms, baseline), ...faster(counted, baseline)]
}

type Counted = readonly (readonly [string, Visit])[]

/**
 * Under a third of the median of active time, and of the medians of the pages that count, added up: half of all people were
 * away for a while on some page, and whoever was not is no faster for it.
 */
function speeder(counted: Counted, ms: number, { activeMs, pages }: Baseline): Flag[] {
  const byPage = counted.reduce((sum, [page]) => sum + (pages[page] ?? 0), 0)
  const usual = Math.min(activeMs, byPage)
  return ms * 3 < usual ? [flag('speeder', { ms, usual: Math.round(usual) })] : []
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
