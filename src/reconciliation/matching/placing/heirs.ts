/** Finds the line that takes over the money of a line that no longer counts. Pure. */
import type { Linkable } from './linkable.ts'

/** @param told what is told of its booking */
type Way = (one: Linkable, told: readonly Linkable[]) => Linkable | undefined

interface Some {
  all: Linkable[]
  /** How many at the beginning another one counts with already. */
  counted: number
}

const isNamed = (told: readonly Linkable[]) => told.some(({ names }) => names !== null)
const way = ({ signedMinor }: Linkable) => (signedMinor < 0 ? 'debit' : 'credit')

export class Heirs {
  readonly #counted: Set<string | null>
  readonly #by = new Map<string, Some>()
  readonly #order = new Map<Linkable, number>()

  /**
   * @param counting lines of statements, of which the first that fits is taken
   * @param counted keys of lines with which another one counts already
   */
  constructor(counting: readonly Linkable[], counted: readonly (string | null)[]) {
    this.#counted = new Set(counted)
    for (const [n, line] of counting.entries()) {
      const { signedMinor, names, day, booking } = line
      this.#order.set(line, n)
      this.#add(line, `money ${signedMinor} ${names ?? ''}`)
      this.#add(line, `money of day ${signedMinor} ${day}`)
      if (names === null) this.#add(line, `nameless ${signedMinor} ${day}`)
      this.#add(line, `way ${way(line)}`)
      this.#add(line, `day ${way(line)} ${day}`)
      this.#add(line, `booking ${way(line)} ${booking}`)
      this.#add(line, `booking of day ${way(line)} ${day} ${booking}`)
    }
  }

  #add(line: Linkable, key: string): void {
    const some = this.#by.get(key) ?? { all: [], counted: 0 }
    some.all.push(line)
    this.#by.set(key, some)
  }

  /** Another one counts with it from now on. */
  count({ key }: Linkable): void {
    this.#counted.add(key)
  }

  #first(key: string): Linkable | undefined {
    return this.#by.get(key)?.all[0]
  }

  #firstAlone(key: string): Linkable | undefined {
    const some = this.#by.get(key)
    if (some === undefined) return undefined
    while (some.counted < some.all.length && this.#counted.has(some.all[some.counted]?.key ?? '')) some.counted += 1
    return some.all[some.counted]
  }

  /**
   * From the surest way of knowing the line that the money of one counts with, to the last: what is sure of one is not taken
   * by another. It is one of the same payout or money, or, where it names nothing of ours or is gone from its statement, any
   * of its direction; of its day, unless it is gone.
   */
  readonly ways: readonly Way[] = [
    (one, told) => {
      if (one.isGone !== true) return undefined
      const names = new Set(told.flatMap((each) => each.names ?? []))
      const same = [...names].flatMap((name) => this.#firstAlone(`money ${one.signedMinor} ${name}`) ?? [])
      return same.toSorted((some, other) => (this.#order.get(some) ?? 0) - (this.#order.get(other) ?? 0))[0]
    },
    (one) => this.#firstAlone(`nameless ${one.signedMinor} ${one.day}`),
    (one, told) => (isNamed(told) ? undefined : this.#firstAlone(`money of day ${one.signedMinor} ${one.day}`)),
    (one, told) => {
      const { isGone = false, day, booking } = one
      if (isNamed(told) && !isGone) return undefined
      return (
        this.#first(isGone ? `booking ${way(one)} ${booking}` : `booking of day ${way(one)} ${day} ${booking}`) ??
        this.#firstAlone(`day ${way(one)} ${day}`) ??
        this.#first(`day ${way(one)} ${day}`) ??
        (isGone ? this.#first(`way ${way(one)}`) : undefined)
      )
    },
  ]
}
