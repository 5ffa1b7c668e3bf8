/**
 * Bookings that a bank has numbered otherwise in a notification than in its statement: an entry for each payment there,
 * one sum here. Pure; the rule stands in docs/decisions, what identifies a line.
 */
import type { BookingReport } from './bookings.ts'
import { dealOut } from './verdicts/deal-out.ts'

/** A telling, with what it may be known again by under another number. */
export interface Linkable extends BookingReport {
  /** The bank's own id of the payment. */
  bankId: string | null
  /** The payouts of our batch that it names. */
  payouts: readonly string[]
  /** Its own statement does not have it any more. */
  isGone?: boolean
  /** It was looked at when nothing of ours was known to bear its number, and waits for people. */
  isUnknown: boolean
  /** Whether it fits its batch, if these lines say nothing by themselves; for a sum that names one. */
  fits?: (without: ReadonlySet<string>) => boolean
}

const mostDaysApart = 10
const dayMs = 86_400_000

/**
 * The same tellings, those of a notification under the name and on the day of the booking that they are parts of. Each is
 * known by exact rules only: the payout or the bank's id that both name, our batch, or that all of one day and direction
 * come to a sum that names nothing.
 * @param left keys of what is still unknown once all lines of a day are there, or gone: it counts with a line of the
 * statement
 */
export function linkReports(all: readonly Linkable[], left: ReadonlySet<string> = new Set()): BookingReport[] {
  const booked = new Set(all.filter(({ isNotice }) => !isNotice).map(({ booking }) => booking))
  const noticed = new Set(all.filter(({ isNotice }) => isNotice).map(({ booking }) => booking))
  const isFree = (one: Linkable) => one.isNotice && !one.isGone && !one.isFee && !booked.has(one.booking)
  const free = new Set(all.filter(isFree))
  const lines = all.filter((one) => !one.isNotice && !one.isFee && !noticed.has(one.booking))
  const linked = new Map<string, BookingReport>()
  // Where the statement's line names what is ours itself, it is the one that says so: its entries may come one by one.
  const link = (one: Linkable, { key, booking, day }: Linkable, speaks: boolean) => {
    free.delete(one)
    const known = speaks ? {} : { names: null }
    linked.set(one.key, { ...one, booking, day, isPart: true, carriedBy: one.carriedBy ?? key, ...known })
  }
  const hasParts = new Set(lines.filter(({ isPart }) => isPart).map(({ booking }) => booking))
  const speaking = lines.filter((one) => one.isPart || !hasParts.has(one.booking))
  for (const parts of Map.groupBy(speaking, ({ booking }) => booking).values()) {
    const pairs = pairsOf(parts, free)
    const areUnknown = parts.every(({ names, isUnknown }) => names === null || isUnknown)
    if (areUnknown && pairs.length < parts.length) continue
    for (const [part, notice] of pairs) {
      link(notice, part, areUnknown)
      if (areUnknown) linked.set(part.key, { ...part, names: null })
    }
  }
  // The other way round: the notification has the sum, and the statement each payment.
  for (const sum of [...free].filter(({ isPart, fits }) => !isPart && fits !== undefined)) {
    const some = speaking.filter(
      (one) => !linked.has(one.key) && isNear(one, sum) && sum.payouts.includes(one.names ?? ''),
    )
    const [one] = some
    if (one === undefined || sum.fits?.(new Set(some.map(({ key }) => key))) !== true) continue
    free.delete(sum)
    linked.set(sum.key, { ...sum, day: one.day, ...(one.isPart ? { booking: one.booking } : {}) })
    for (const each of one.isPart ? [] : some) linked.set(each.key, { ...each, booking: sum.booking, day: one.day })
  }
  const sums = lines.filter((one) => !one.isPart && !hasParts.has(one.booking))
  for (const sum of sums.filter(({ fits }) => fits !== undefined)) {
    const some = [...free].filter((one) => isNear(one, sum) && sum.payouts.includes(one.names ?? ''))
    const isInside = some.length > 0 && sum.fits?.(new Set(some.map(({ key }) => key)))
    if (isInside) for (const one of some) link(one, sum, false)
  }
  for (const sum of sums.filter(({ names }) => names === null)) {
    const ofDay = [...free].filter((one) => one.day === sum.day && one.signedMinor < 0 === sum.signedMinor < 0)
    // Those that were its parts before stay so, unless a line of their own has come since.
    const before = [...free].filter(({ carriedBy }) => carriedBy === sum.key)
    const some = [before, ofDay, ofDay.filter(({ names }) => names !== null)].find(
      (few) => few.length > 0 && sumOf(few) === sum.signedMinor,
    )
    for (const one of some ?? []) link(one, sum, true)
  }
  const taken = new Set([...linked.values()].map(({ booking }) => booking))
  const unknown = sums.filter(({ names, booking }) => names === null && !taken.has(booking))
  for (const some of Map.groupBy(unknown, ({ day, signedMinor }) => `${day} ${signedMinor < 0}`).values()) {
    for (const [sum, entries] of some.length > 1 ? dealt(some, free) : []) {
      for (const one of entries) link(one, sum, true)
    }
  }
  const counting = all.filter((one) => !one.isNotice && !one.isFee)
  const counted = new Set([...linked.values()].map(({ carriedBy }) => carriedBy))
  for (const heirOf of heirs) {
    for (const one of all.filter(({ key }) => left.has(key) && !linked.has(key))) {
      // What others tell of the booking by its number goes with it.
      const notices = all.filter((each) => each.isNotice && each.booking === one.booking && each.day === one.day)
      const found = heirOf(one, { told: notices, counting, counted })
      if (found === undefined) continue
      counted.add(found.key)
      const isOfIt = found.signedMinor === one.signedMinor && (found.names === null || found.names === one.names)
      for (const each of notices) link(isOfIt ? each : { ...each, isMute: true }, found, isOfIt)
    }
  }
  return all.map((one) => linked.get(one.key) ?? one)
}

interface Around {
  /** What is told of its booking. */
  told: readonly Linkable[]
  counting: readonly Linkable[]
  /** Keys of lines with which another one counts already. */
  counted: ReadonlySet<string | null>
}

const isNamed = ({ told }: Around) => told.some(({ names }) => names !== null)
const isOneWay = (one: Linkable, line: Linkable) =>
  line.signedMinor < 0 === one.signedMinor < 0 && (one.isGone === true || line.day === one.day)
const isSameMoney =
  (one: Linkable, { counted }: Around) =>
  (line: Linkable) =>
    isOneWay(one, line) && line.signedMinor === one.signedMinor && !counted.has(line.key)

/**
 * The line that the money of one counts with that is left, from the surest way of knowing it to the last: what is sure of
 * one is not taken by another. It is one of the same payout or money, or, where it names nothing of ours or is gone from
 * its statement, any.
 */
const heirs: ((one: Linkable, around: Around) => Linkable | undefined)[] = [
  (one, around) => {
    const same = around.counting.filter(isSameMoney(one, around))
    return one.isGone
      ? same.find((line) => line.names !== null && around.told.some(({ names }) => names === line.names))
      : undefined
  },
  (one, around) =>
    around.counting.filter(isSameMoney(one, around)).find((line) => line.names === null && line.day === one.day),
  (one, around) =>
    isNamed(around) ? undefined : around.counting.filter(isSameMoney(one, around)).find(({ day }) => day === one.day),
  (one, around) => {
    if (isNamed(around) && !one.isGone) return undefined
    const oneWay = around.counting.filter((line) => isOneWay(one, line))
    const ofDay = oneWay.filter(({ day }) => day === one.day)
    const ways = [
      oneWay.find(({ booking }) => booking === one.booking),
      ofDay.find(({ key }) => !around.counted.has(key)),
      ...[ofDay[0], oneWay[0]],
    ]
    return ways.find((line) => line !== undefined)
  },
]

/** Entries of one day and direction that come to several sums together, which name nothing: each sum with some that come to it. */
function dealt(sums: readonly Linkable[], free: ReadonlySet<Linkable>): [Linkable, Linkable[]][] {
  const [{ day, signedMinor } = { day: '', signedMinor: 0 }] = sums
  const ofDay = [...free].filter((one) => one.day === day && one.signedMinor < 0 === signedMinor < 0)
  for (const few of [ofDay, ofDay.filter(({ names }) => names !== null)]) {
    if (few.length === 0 || sumOf(few) !== sumOf(sums)) continue
    const piles = dealOut(few.map(sizeOf), sums.map(sizeOf))
    if (piles !== null) return sums.map((sum, n) => [sum, (piles[n] ?? []).flatMap((place) => few[place] ?? [])])
  }
  return []
}

const sizeOf = ({ signedMinor }: BookingReport) => Math.abs(signedMinor)

/** Each line with the notice that tells of the same payment. */
function pairsOf(lines: readonly Linkable[], free: ReadonlySet<Linkable>): [Linkable, Linkable][] {
  const rest = new Set(free)
  return lines.flatMap((line): [Linkable, Linkable][] => {
    const isSame = (one: Linkable) =>
      one.signedMinor === line.signedMinor &&
      isNear(one, line) &&
      ((one.names !== null && one.names === line.names) ||
        (line.isPart && one.bankId !== null && one.bankId === line.bankId))
    const found = [...rest].find((one) => one.carriedBy === line.key && isSame(one)) ?? [...rest].find(isSame)
    if (found === undefined) return []
    rest.delete(found)
    return [[line, found]]
  })
}

function isNear(one: BookingReport, other: BookingReport): boolean {
  const isOneWay = one.signedMinor < 0 === other.signedMinor < 0
  return isOneWay && Math.abs(Date.parse(one.day) - Date.parse(other.day)) <= mostDaysApart * dayMs
}

function sumOf(some: readonly BookingReport[]): number {
  return some.reduce((sum, { signedMinor }) => sum + signedMinor, 0)
}
