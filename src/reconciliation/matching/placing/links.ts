/**
 * Bookings that a bank has numbered otherwise in a notification than in its statement: an entry for each payment there,
 * one sum here. Pure; the rule stands in docs/decisions, what identifies a line.
 */
import { type BookingReport, daysAround, numberOf } from '../bookings.ts'
import { dealOut } from '../verdicts/deal-out.ts'
import { FreeNotices } from './free-notices.ts'
import { Heirs } from './heirs.ts'
import type { Linkable } from './linkable.ts'

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
  const free = new FreeNotices(
    all.filter((one) => one.isNotice && one.isGone !== true && !one.isFee && !booked.has(one.booking)),
  )
  const lines = all.filter((one) => !one.isNotice && !one.isFee && !noticed.has(one.booking))
  const linked = new Map<string, BookingReport>()
  // Where the statement's line names what is ours itself, it is the one that says so: its entries may come one by one.
  const link = (one: Linkable, { key, booking, day }: Linkable, speaks: boolean) => {
    free.take(one)
    const known = speaks ? {} : { names: null }
    linked.set(one.key, { ...one, booking, day, isPart: true, carriedBy: one.carriedBy ?? key, ...known })
  }
  const hasParts = new Set(lines.filter(({ isPart }) => isPart).map(({ booking }) => booking))
  const speaking = lines.filter((one) => one.isPart || !hasParts.has(one.booking))
  for (const parts of Map.groupBy(speaking, ({ booking }) => booking).values()) {
    const pairs = free.pairsOf(parts)
    const areUnknown = parts.every(({ names, isUnknown }) => names === null || isUnknown)
    if (areUnknown && pairs.length < parts.length) continue
    for (const [part, notice] of pairs) {
      link(notice, part, areUnknown)
      if (areUnknown) linked.set(part.key, { ...part, names: null })
    }
  }
  // The other way round: the notification has the sum, and the statement each payment.
  const speakingOf = new Naming(speaking)
  for (const sum of free.all().filter(({ isPart, fits }) => !isPart && fits !== undefined)) {
    const some = speakingOf.near(sum).filter((one) => !linked.has(one.key))
    const [one] = some
    if (one === undefined || sum.fits?.(new Set(some.map(({ key }) => key))) !== true) continue
    free.take(sum)
    linked.set(sum.key, { ...sum, day: one.day, ...(one.isPart ? { booking: one.booking } : {}) })
    for (const each of one.isPart ? [] : some) linked.set(each.key, { ...each, booking: sum.booking, day: one.day })
  }
  const sums = lines.filter((one) => !one.isPart && !hasParts.has(one.booking))
  const freeOf = new Naming(free.all())
  for (const sum of sums.filter(({ fits }) => fits !== undefined)) {
    const some = freeOf.near(sum).filter((one) => free.has(one))
    const isInside = some.length > 0 && sum.fits?.(new Set(some.map(({ key }) => key)))
    if (isInside) for (const one of some) link(one, sum, false)
  }
  for (const sum of sums.filter(({ names }) => names === null)) {
    // Those that were its parts before stay so, unless a line of their own has come since.
    const before = free.before(sum)
    const isBefore = before.length > 0 && sumOf(before) === sum.signedMinor
    const some = isBefore ? before : free.comingTo(sum, sum.signedMinor)[0]
    for (const one of some ?? []) link(one, sum, true)
  }
  const taken = new Set([...linked.values()].map(({ booking }) => booking))
  const unknown = sums.filter(({ names, booking }) => names === null && !taken.has(booking))
  for (const some of Map.groupBy(unknown, ({ day, signedMinor }) => `${day} ${signedMinor < 0}`).values()) {
    for (const [sum, entries] of some.length > 1 ? dealt(some, free) : []) {
      for (const one of entries) link(one, sum, true)
    }
  }
  linkLeft(all, left, linked)
  return all.map((one) => linked.get(one.key) ?? one)
}

/** What is left counts with its heir. */
function linkLeft(all: readonly Linkable[], left: ReadonlySet<string>, linked: Map<string, BookingReport>): void {
  const are = all.filter(({ key }) => left.has(key))
  if (are.length === 0) return
  const heirs = new Heirs(
    all.filter((one) => !one.isNotice && !one.isFee),
    [...linked.values()].map(({ carriedBy }) => carriedBy),
  )
  // What others tell of the booking by its number goes with it.
  const noticesOf = Map.groupBy(
    all.filter(({ isNotice }) => isNotice),
    bookingAndDay,
  )
  for (const way of heirs.ways) {
    for (const one of are.filter(({ key }) => !linked.has(key))) {
      const notices = noticesOf.get(bookingAndDay(one)) ?? []
      const found = way(one, notices)
      if (found === undefined) continue
      heirs.count(found)
      const { key, booking, day } = found
      const isOfIt = found.signedMinor === one.signedMinor && (found.names === null || found.names === one.names)
      for (const each of notices) {
        const known = isOfIt ? {} : { isMute: true, names: null }
        linked.set(each.key, { ...each, booking, day, isPart: true, carriedBy: each.carriedBy ?? key, ...known })
      }
    }
  }
}

const bookingAndDay = ({ booking, day }: BookingReport) => JSON.stringify([booking, day])

/** Entries of one day and direction that come to several sums together, which name nothing: each sum with some that come to it. */
function dealt(sums: readonly Linkable[], free: FreeNotices): [Linkable, Linkable[]][] {
  const [first] = sums
  for (const few of first === undefined ? [] : free.comingTo(first, sumOf(sums))) {
    const piles = dealOut(few.map(sizeOf), sums.map(sizeOf))
    if (piles !== null) return sums.map((sum, n) => [sum, (piles[n] ?? []).flatMap((place) => few[place] ?? [])])
  }
  return []
}

const sizeOf = ({ signedMinor }: BookingReport) => Math.abs(signedMinor)

/** Lines by what of ours they name. */
class Naming {
  readonly #of: ReadonlyMap<string | null, { line: Linkable; order: number }[]>

  constructor(lines: readonly Linkable[]) {
    this.#of = Map.groupBy(
      lines.map((line, order) => ({ line, order })),
      ({ line }) => line.names,
    )
  }

  /** Those that name payouts of a sum's batch, of its direction and of days near it, in their order. */
  near({ payouts, signedMinor, day }: Linkable): Linkable[] {
    const days = new Set(daysAround(day))
    return [...new Set(payouts)]
      .flatMap((payout) => this.#of.get(payout) ?? [])
      .filter(({ line }) => line.signedMinor < 0 === signedMinor < 0 && days.has(numberOf(line.day)))
      .toSorted((one, other) => one.order - other.order)
      .map(({ line }) => line)
  }
}

function sumOf(some: readonly BookingReport[]): number {
  return some.reduce((sum, { signedMinor }) => sum + signedMinor, 0)
}
