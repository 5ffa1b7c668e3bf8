/** Mistakes put into true movements, one class after the other, with what was done beside them. */
import { dayMs } from '../../src/platform/time/zone.ts'
import { dayOfMovement, type Movement, randomFrom } from './movement.ts'

/** As the exceptions are called (migration 0012). */
export const mistakeClasses = [
  'missing_at_provider',
  'missing_in_ledger',
  'amount_mismatch',
  'duplicate',
  'late',
  'state_conflict',
  'fee',
  'return_after_success',
  'unknown_type',
  'balance_break',
] as const
export type MistakeClass = (typeof mistakeClasses)[number]

export interface Mistake {
  class: MistakeClass
  /** Of the payout that it is about; null where no payout is. */
  reference: string | null
  /** The provider's number of the line that shows it; null where a line is missing, or all balances are shifted. */
  id: string | null
  /** What the ledger thinks, where it thinks anything. */
  amountMinor: number
  /** `amount_mismatch`: provider less ledger. `balance_break`: how much every balance is shifted. */
  deltaMinor: number
  /** The provider's booking day. */
  day: string
}

export interface Mistaken {
  /** What the provider's file will say. */
  movements: Movement[]
  /** For the opening balance of the file. */
  shiftMinor: number
  truth: Mistake[]
}

/**
 * Makes so many mistakes of each class, each in a payment of its own. With `state_conflict` nothing is changed: the
 * caller's ledger has to hold that payout as failed.
 * @param each how many of a class; one of each unless told, and at most one shifted balance
 * @throws RangeError when there are not enough payments
 */
export function withMistakes(
  movements: readonly Movement[],
  seed: number,
  each: { readonly [name in MistakeClass]?: number } = Object.fromEntries(mistakeClasses.map((name) => [name, 1])),
): Mistaken {
  const random = randomFrom(seed)
  const open = movements.flatMap(({ kind, direction }, i) => (kind === 'payment' && direction === 'debit' ? [i] : []))
  const changed = new Map<number, Movement[]>()
  const truth: Mistake[] = []
  let shiftMinor = 0
  let serial = 0
  for (const name of mistakeClasses) {
    for (let i = 0; i < (each[name] ?? 0); i += 1) {
      if (name === 'balance_break') {
        shiftMinor += 1 + Math.floor(random() * 5_000)
        truth.push({ class: name, reference: null, id: null, amountMinor: 0, deltaMinor: shiftMinor, day: '' })
        continue
      }
      const [picked] = open.splice(Math.floor(random() * open.length), 1)
      const movement = picked === undefined ? undefined : movements[picked]
      if (picked === undefined || movement === undefined)
        throw new RangeError('There are too few payments to go wrong.')
      serial += 1
      const { instead, mistake } = gone(name, movement, `9${String(serial).padStart(7, '0')}`, random)
      changed.set(picked, instead)
      truth.push(mistake)
    }
  }
  const all = movements.flatMap((movement, i) => changed.get(i) ?? [movement])
  return {
    movements: all.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)),
    shiftMinor,
    truth,
  }
}

function gone(
  name: Exclude<MistakeClass, 'balance_break'>,
  true_: Movement,
  number: string,
  random: () => number,
): { instead: Movement[]; mistake: Mistake } {
  const { reference, amountMinor } = true_
  const extra = (more: Partial<Movement>): Movement => {
    const { batch: _, ...alone } = true_
    return { ...alone, id: `19000092312027${number}`, providerId: `1030000072${number}`, ...more }
  }
  const mistake = (line: Movement | null, more: Partial<Mistake> = {}): Mistake => ({
    class: name,
    reference,
    id: line?.id ?? null,
    amountMinor,
    deltaMinor: 0,
    day: dayOfMovement(line ?? true_),
    ...more,
  })
  switch (name) {
    case 'missing_at_provider':
      return { instead: [], mistake: mistake(null) }
    case 'missing_in_ledger': {
      const line = extra({ reference: `X${number}` })
      return { instead: [true_, line], mistake: mistake(line, { reference: null }) }
    }
    case 'amount_mismatch': {
      const deltaMinor = 1 + Math.floor(random() * 99)
      const line = { ...true_, amountMinor: amountMinor + deltaMinor }
      return { instead: [line], mistake: mistake(line, { deltaMinor }) }
    }
    case 'duplicate': {
      const line = extra({})
      return { instead: [true_, line], mistake: mistake(line) }
    }
    case 'late': {
      const line = { ...true_, at: new Date(Date.parse(true_.at) + dayMs).toISOString() }
      return { instead: [line], mistake: mistake(line) }
    }
    case 'state_conflict':
      return { instead: [true_], mistake: mistake(true_) }
    case 'fee': {
      const line = extra({ reference: null, kind: 'fee', amountMinor: 1 + Math.floor(random() * 200) })
      return { instead: [true_, line], mistake: mistake(line, { reference: null, amountMinor: line.amountMinor }) }
    }
    case 'return_after_success': {
      const line = extra({ direction: 'credit', kind: 'return' })
      return { instead: [true_, line], mistake: mistake(line) }
    }
    case 'unknown_type': {
      const line: Movement = { ...true_, kind: 'unknown', rawType: '新业务' }
      return { instead: [line], mistake: mistake(line) }
    }
  }
}
