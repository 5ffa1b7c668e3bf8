/**
 * Entries of notifications whose booking number no statement has, indexed by what a statement's line may recognise them
 * by. Pure.
 */
import { daysAround, numberOf } from '../bookings.ts'
import type { Linkable } from './linkable.ts'

/** Of one money and one name, by the number of its day. */
type ByDay = Map<number, Notices>

interface Notices {
  all: Linkable[]
  /** How many at the beginning are not free any more. */
  gone: number
}

/** What is free of one day and direction. */
interface OfDay {
  all: Linkable[]
  minor: number
  named: number
}

/** Each question looks at what answers it, and not at all that is free: a day may have as many as a file has lines. */
export class FreeNotices {
  readonly #free: Set<Linkable>
  readonly #order: ReadonlyMap<Linkable, number>
  readonly #carriedBy: ReadonlyMap<string | null, Linkable[]>
  readonly #days = new Map<string, OfDay>()
  readonly #alike = new Map<string, ByDay>()

  /** @param all in the order in which the first of several is taken */
  constructor(all: readonly Linkable[]) {
    this.#free = new Set(all)
    this.#order = new Map(all.map((one, n) => [one, n]))
    this.#carriedBy = Map.groupBy(all, ({ carriedBy }) => carriedBy)
    for (const one of all) {
      const { signedMinor, names, bankId, day } = one
      const ofDay = this.#ofDay(one)
      ofDay.all.push(one)
      ofDay.minor += signedMinor
      if (names !== null) ofDay.named += signedMinor
      for (const name of [names === null ? null : byName(names), bankId === null ? null : byBankId(bankId)]) {
        if (name === null) continue
        const key = `${signedMinor} ${name}`
        const days: ByDay = this.#alike.get(key) ?? new Map()
        const notices = days.get(numberOf(day)) ?? { all: [], gone: 0 }
        notices.all.push(one)
        this.#alike.set(key, days.set(numberOf(day), notices))
      }
    }
  }

  /** All that are free, in order. */
  all(): Linkable[] {
    return [...this.#free]
  }

  has(one: Linkable): boolean {
    return this.#free.has(one)
  }

  /** It is free no more. */
  take(one: Linkable): void {
    if (!this.#free.delete(one)) return
    const ofDay = this.#ofDay(one)
    ofDay.minor -= one.signedMinor
    if (one.names !== null) ofDay.named -= one.signedMinor
  }

  /** Those that counted with a line before. */
  before({ key }: Linkable): Linkable[] {
    return (this.#carriedBy.get(key) ?? []).filter((one) => this.#free.has(one))
  }

  /** Of a line's day and direction: all, and all that name something of ours, where they come to so much. */
  comingTo(line: Linkable, minor: number): Linkable[][] {
    const ofDay = this.#ofDay(line)
    if (ofDay.minor !== minor && ofDay.named !== minor) return []
    const free = ofDay.all.filter((one) => this.#free.has(one))
    const ways: [number, Linkable[]][] = [
      [ofDay.minor, free],
      [ofDay.named, free.filter(({ names }) => names !== null)],
    ]
    return ways.filter(([sum, some]) => sum === minor && some.length > 0).map(([, some]) => some)
  }

  /**
   * Each line with the notice that tells of the same payment: one that counted with it before, or else the first one of the
   * same money near it that names the same payout, or the same of the bank's own ids.
   */
  pairsOf(lines: readonly Linkable[]): [Linkable, Linkable][] {
    const used = new Set<Linkable>()
    const from = new Map<Notices, number>()
    const first = (notices: Notices | undefined) => {
      if (notices === undefined) return undefined
      const { all } = notices
      while (notices.gone < all.length && !this.#free.has(all[notices.gone] as Linkable)) notices.gone += 1
      let n = Math.max(notices.gone, from.get(notices) ?? 0)
      for (let one = all[n]; one !== undefined && (used.has(one) || !this.#free.has(one)); one = all[n]) n += 1
      from.set(notices, n)
      return all[n]
    }
    return lines.flatMap((line): [Linkable, Linkable][] => {
      const alike = namesOf(line).flatMap((name) => this.#alike.get(`${line.signedMinor} ${name}`) ?? [])
      if (alike.length === 0) return []
      const days = daysAround(line.day)
      const isSame = (one: Linkable) =>
        one.signedMinor === line.signedMinor && days.includes(numberOf(one.day)) && areAlike(one, line)
      const near = alike.flatMap((some) => days.flatMap((day) => first(some.get(day)) ?? []))
      const found =
        this.before(line).find((one) => !used.has(one) && isSame(one)) ??
        near.toSorted((one, other) => (this.#order.get(one) ?? 0) - (this.#order.get(other) ?? 0))[0]
      if (found === undefined) return []
      used.add(found)
      return [[line, found]]
    })
  }

  #ofDay({ day, signedMinor }: Linkable): OfDay {
    const key = `${day} ${signedMinor < 0}`
    const known = this.#days.get(key) ?? { all: [], minor: 0, named: 0 }
    this.#days.set(key, known)
    return known
  }
}

const byName = (names: string) => `names ${names}`
const byBankId = (bankId: string) => `bank ${bankId}`

/** What a notice of the same payment is called by, as a statement's line has it. */
function namesOf({ names, bankId, isPart }: Linkable): string[] {
  return [...(names === null ? [] : [byName(names)]), ...(isPart && bankId !== null ? [byBankId(bankId)] : [])]
}

function areAlike(notice: Linkable, line: Linkable): boolean {
  const isNamed = notice.names !== null && notice.names === line.names
  return isNamed || (line.isPart && notice.bankId !== null && notice.bankId === line.bankId)
}
