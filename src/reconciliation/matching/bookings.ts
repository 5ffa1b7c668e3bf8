/**
 * One booking, told of by several lines: a statement's sum, its parts, and what a notification said of it before. Its
 * money counts once, with one of them; and some of them say what it was for. Pure; the rule stands in docs/decisions,
 * the identity of lines.
 */

/** A line of a bank that counts, whichever file it came in. */
export interface BookingReport {
  key: string
  /** What the bank calls the booking; the day goes with it. */
  booking: string
  day: string
  /** It tells of a part of the booking, and not of the whole. */
  isPart: boolean
  /** A charge that was inside of the booking. */
  isFee: boolean
  /** By a notification, which knows no balances: a statement has the last word. */
  isNotice: boolean
  /** Minor units with a sign. */
  signedMinor: number
  /** Our payout or batch that it names; null for none. */
  names: string | null
  /** What it names is a batch, and no payout by itself. */
  isOfBatch: boolean
  /** It counts with another one and says nothing, whatever else tells of that. */
  isMute?: boolean
  /** As it was placed before. */
  carriedBy: string | null
}

export interface BookingRole {
  /** The line that its money is counted with; null: with itself. */
  carriedBy: string | null
  /** Whether it is the one to be matched or booked. */
  speaks: boolean
}

/** A notification's day and a statement's may be so many days apart. */
const mostDaysApart = 10
const dayMs = 86_400_000

/**
 * Where each line of an account stands that tells of bookings of the same name.
 * @param isCovered whether statements cover a day, so that what they do not book on it was booked on another
 */
export function placeReports(
  all: readonly BookingReport[],
  isCovered: (day: string) => boolean,
): Map<string, BookingRole> {
  const places = new Map<string, BookingRole>()
  for (const named of Map.groupBy(all, ({ booking }) => booking).values()) {
    for (const group of bookingsOf(named, isCovered)) {
      for (const [key, place] of placeIn(group)) places.set(key, place)
    }
  }
  return places
}

/** Lines of one name, each booking by itself: those of one day, and a notification's with the statement's that it meant. */
function bookingsOf(named: readonly BookingReport[], isCovered: (day: string) => boolean): BookingReport[][] {
  const days = Map.groupBy(named, ({ day }) => day)
  if (days.size === 1) return [[...named]]
  const isBooked = (some: readonly BookingReport[]) => some.some(({ isNotice }) => !isNotice)
  const booked = new Map([...days].filter(([, some]) => isBooked(some)))
  const noticed = [...days].filter(([, some]) => !isBooked(some)).toSorted(([one], [other]) => (one < other ? -1 : 1))
  const taken = new Set([...booked].filter(([, some]) => some.some(({ isNotice }) => isNotice)).map(([day]) => day))
  const dayOfKey = new Map([...booked].flatMap(([day, some]) => some.map(({ key }) => [key, day] as const)))
  const inOrder = new Map([...booked.keys()].map((day, order) => [numberOf(day), { day, order }]))
  const names = new Map([...booked].map(([day, some]) => [day, namesIn(some)]))
  const alone: BookingReport[][] = []
  for (const [day, notices] of noticed) {
    const before = notices.map(({ carriedBy }) => carriedBy).find((key) => key !== null)
    const own = [...namesIn(notices)]
    const near = () =>
      daysAround(day)
        .flatMap((number) => inOrder.get(number) ?? [])
        .filter((other) => !taken.has(other.day))
        .filter((other) => isCovered(day) || own.some((one) => names.get(other.day)?.has(one)))
        .toSorted((one, other) => apart(day, one.day) - apart(day, other.day) || one.order - other.order)
    const with_ = dayOfKey.get(before ?? '') ?? near()[0]?.day
    if (with_ === undefined) alone.push(notices)
    else {
      taken.add(with_)
      for (const one of notices) {
        booked.get(with_)?.push(one)
        dayOfKey.set(one.key, with_)
      }
    }
  }
  return [...booked.values(), ...alone]
}

const apart = (one: string, other: string) => Math.abs(numberOf(one) - numberOf(other))

/** The number of a day since 1970. */
export const numberOf = (day: string) => Date.parse(day) / dayMs

/** The numbers of the days that a notification of one and a statement of the other may be apart. */
export function daysAround(day: string): number[] {
  const first = numberOf(day) - mostDaysApart
  return Array.from({ length: 2 * mostDaysApart + 1 }, (_, n) => first + n)
}

/** What of ours they name. */
function namesIn(some: readonly BookingReport[]): Set<string> {
  return new Set(some.flatMap(({ names }) => names ?? []))
}

/** The money counts with the statement rather than a notification, and with the sum rather than its parts. */
function placeIn(group: readonly BookingReport[]): Map<string, BookingRole> {
  const [one, another] = group
  if (one !== undefined && another === undefined) {
    return new Map([[one.key, { carriedBy: null, speaks: one.isFee || one.isMute !== true }]])
  }
  const level = (isNotice: boolean, isPart: boolean) =>
    group.filter((one) => !one.isFee && one.isNotice === isNotice && one.isPart === isPart)
  const [bookedWhole, bookedParts, noticedWhole, noticedParts] = [
    level(false, false),
    level(false, true),
    level(true, false),
    level(true, true),
  ]
  const isThere = (some: readonly BookingReport[]) => some.length > 0
  const counting = [bookedWhole, bookedParts, noticedWhole, noticedParts].find(isThere) ?? []
  const [carrier] = counting
  // The one that says most, of those that name anything of ours; where none does, the one that counts. A payout says more than a batch.
  const levels = [bookedParts, noticedParts, bookedWhole, noticedWhole]
  const naming = levels.filter((some) => some.some(({ names }) => names !== null))
  const speaking =
    naming.find((some) => some.some((one) => one.names !== null && !one.isOfBatch)) ?? naming[0] ?? counting
  const [counts, says] = [new Set(counting), new Set(speaking)]
  const byKey = new Map(counting.map((one) => [one.key, one]))
  // The first of each name: the last one that is set stays.
  const byName = new Map(counting.toReversed().map((one) => [one.names, one]))
  const places = new Map<string, BookingRole>()
  for (const one of group.filter(({ isFee }) => !isFee)) {
    const namesake = one.names === null ? undefined : byName.get(one.names)
    const before = byKey.get(one.carriedBy ?? '')
    const carriedBy = counts.has(one) ? null : ((before ?? namesake ?? carrier)?.key ?? null)
    places.set(one.key, { carriedBy, speaks: says.has(one) && one.isMute !== true })
  }
  const parts = [bookedParts, noticedParts].find(isThere)
  for (const [key, place] of placeFees(group, counting, parts, speaking)) places.set(key, place)
  return places
}

/** A charge counts by itself, unless the sum that counts holds it as well. */
function placeFees(
  group: readonly BookingReport[],
  counting: readonly BookingReport[],
  parts: readonly BookingReport[] | undefined,
  speaking: readonly BookingReport[],
): Map<string, BookingRole> {
  const fees = group.filter(({ isFee }) => isFee)
  const [fee] = [...fees.filter(({ isNotice }) => !isNotice), ...fees.filter(({ isNotice }) => isNotice)]
  const [whole] = counting
  const sum = (some: readonly BookingReport[]) => some.reduce((all, { signedMinor }) => all + signedMinor, 0)
  const isInside =
    whole !== undefined &&
    fee !== undefined &&
    !whole.isPart &&
    parts !== undefined &&
    whole.signedMinor === sum(parts) + fee.signedMinor
  return new Map(
    fees.map((one): [string, BookingRole] => {
      if (one !== fee) return [one.key, { carriedBy: fee?.key ?? null, speaks: false }]
      return [
        one.key,
        isInside ? { carriedBy: whole.key, speaks: speaking === parts } : { carriedBy: null, speaks: true },
      ]
    }),
  )
}
