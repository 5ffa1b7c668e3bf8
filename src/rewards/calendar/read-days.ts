/** Reads lists of days as people type or paste them. */
import { isDay } from '../../platform/time/day.ts'
import { dayAfter } from '../../platform/time/zone.ts'

/** More entries than any year has, so that a pasted book is not read to its end. */
const mostEntries = 400

/** Between the first and the last day of a range: `..`, a dash with spaces, a tilde, `to`, or as Chinese writes it. */
const rangeMark = /\s*(?:\.\.|…|[~～—–]+|至|到|\s-\s|\bto\b)\s*/

/**
 * Days of one year from text: one a line or separated by commas, each `2027-02-06`, `02-06`, or a range of two with
 * `..` between. Answers every single day once, in order, or the first entry that is none of that year's.
 */
export function readDays(text: string, year: number): { days: string[] } | { bad: string } {
  const read = readRanges(text, year)
  if ('bad' in read) return read
  const days = new Set<string>()
  for (const [from, to] of read.ranges) for (let at = from; at <= to; at = dayAfter(at)) days.add(at)
  return { days: [...days].sort() }
}

/** The same text as ranges of first and last day; a single day is a range of one. */
export function readRanges(text: string, year: number): { ranges: [string, string][] } | { bad: string } {
  const entries = text
    .split(/[\n\r,，、;；]+/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
  const ranges: [string, string][] = []
  for (const entry of entries.slice(0, mostEntries)) {
    const ends = entry.split(rangeMark)
    const from = readDay(ends[0] ?? '', year)
    const to = ends.length === 1 ? from : readDay(ends[1] ?? '', year)
    if (from === null || to === null || ends.length > 2 || from > to) return { bad: entry.slice(0, 40) }
    ranges.push([from, to])
  }
  const beyond = entries[mostEntries]
  return beyond === undefined ? { ranges } : { bad: beyond.slice(0, 40) }
}

/** A real day of that year, or null. */
function readDay(text: string, year: number): string | null {
  const found = /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.trim())
  if (found === null) return null
  const [, named, month = '', date = ''] = found
  const day = `${named ?? year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return Number(named ?? year) === year && isDay(day) ? day : null
}
