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
  // "14 to 17" ends where 18 begins, "under 14" where 14 does; beside "10 to 20", "20 to 30" ends where it says.
  const isWhole = bands.some(({ to, hasLast }, at) => hasLast && to !== null && to + 1 === bands[at + 1]?.from)
  const joined = bands.map(({ code, from, first, to, hasLast }) => ({
    code,
    from: isWhole ? first : from,
    to: isWhole && hasLast && to !== null ? to + 1 : to,
  }))
  return joined.every(({ to }, at) => at === joined.length - 1 || to === joined[at + 1]?.from) ? joined : null
}

const amount = String.raw`(?:[A-Z]{3} |[$¥€£])?(\d[\d,]*)(?!\.\d)`
const under = new RegExp(`^(?:under|below|less than) ${amount}\\b`, 'i')
const between = new RegExp(`^(?:from )?${amount}(?: ?[-–—] ?| to (under )?)${amount}\\b`, 'i')
const over = new RegExp(
  `^${amount}(?: [a-z]+)? (?:or|and) (?:more|over|above|older)|^(?:over|more than) ${amount}\\b`,
  'i',
)

interface Said {
  from: number
  /** Its first whole number, which is not that of "more than 35". */
  first: number
  to: number | null
  /** `to` is the last number of it. */
  hasLast: boolean
}

function bandIn(label: string): Said | null {
  const low = under.exec(label)
  if (low) return { from: 0, first: 0, to: numberIn(low[1]), hasLast: false }
  const top = over.exec(label)
  if (top) {
    const from = numberIn(top[1] ?? top[2])
    return { from, first: top[1] === undefined ? from + 1 : from, to: null, hasLast: false }
  }
  const both = between.exec(label)
  if (!both) return null
  const from = numberIn(both[1])
  return { from, first: from, to: numberIn(both[3]), hasLast: both[2] === undefined }
}

function numberIn(text = ''): number {
  return Number(text.replaceAll(',', ''))
}
