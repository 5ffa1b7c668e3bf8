/** Options that are bands of numbers, such as ages or budgets: what their English labels say of where they begin and end. Pure. */
import type { Code } from '../../variables/variable.ts'

export interface CodeBand {
  code: number
  /** Where it begins, 0 for a band that is open below. */
  from: number
  /** Where the next one begins; null for one that is open above. */
  to: number | null
}

/**
 * The options as bands that follow each other without a hole; null where one is none, or where they do not. Labels in
 * English count, for example "Under 14", "14–17", "10,000 to under 20,000", "35 or older".
 * @param options real answers, in their order
 */
export function bandsOfOptions(options: readonly Code[]): CodeBand[] | null {
  if (options.length < 3) return null
  const bands: (CodeBand & Said)[] = []
  for (const { code, label } of options) {
    const band = bandIn(label.en)
    if (band === null) return null
    bands.push({ code, ...band })
  }
  for (const [at, band] of bands.entries()) {
    const next = bands[at + 1]
    if (next === undefined) break
    // "14 to 17" ends where 18 begins, "under 14" where 14 does.
    const isNext = band.to !== null && (band.to === next.from || (band.hasLast && band.to + 1 === next.from))
    if (!isNext) return null
    band.to = next.from
  }
  return bands.map(({ code, from, to }) => ({ code, from, to }))
}

const amount = String.raw`(?:[A-Z]{3} |[$¥€£])?(\d[\d,]*)`
const under = new RegExp(`^(?:under|below|less than) ${amount}\\b`, 'i')
const between = new RegExp(`^(?:from )?${amount}(?: ?[-–—] ?| to (under )?)${amount}\\b`, 'i')
const over = new RegExp(
  `^${amount}(?: [a-z]+)? (?:or|and) (?:more|over|above|older)|^(?:over|more than) ${amount}\\b`,
  'i',
)

interface Said {
  from: number
  to: number | null
  /** `to` is the last number of it. */
  hasLast: boolean
}

function bandIn(label: string): Said | null {
  const low = under.exec(label)
  if (low) return { from: 0, to: numberIn(low[1]), hasLast: false }
  const top = over.exec(label)
  if (top) return { from: numberIn(top[1] ?? top[2]), to: null, hasLast: false }
  const both = between.exec(label)
  return both ? { from: numberIn(both[1]), to: numberIn(both[3]), hasLast: both[2] === undefined } : null
}

function numberIn(text = ''): number {
  return Number(text.replaceAll(',', ''))
}
