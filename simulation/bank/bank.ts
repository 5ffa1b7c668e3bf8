/**
 * A bank that pays what it is handed as files: each file in a manner drawn from the seed, as banks differ. What it did is the
 * truth that our books are held against.
 */
import { booksZone, dayBefore, dayOf } from '../../src/platform/time/zone.ts'
import type { Clock } from '../../src/ports.ts'
import { accountIdOf } from '../../src/rewards/ledger/provider-books.ts'
import type { PaymentLine } from '../../src/rewards/payment-files/line.ts'
import { messageIdOf, paymentIdOf } from '../../src/rewards/payment-files/message-id.ts'
import type { Chance } from '../chance.ts'

/**
 * How a file's payments are booked:
 * - `lines`: each by itself; `twins`: each by itself, and all under one reference
 * - `sum`: as one debit
 * - `sum_and_notice`, `sum_and_details`: as one debit, whose parts a camt.054 or another camt.053 has
 * - `none`: the bank takes none of them
 */
export type Manner = 'lines' | 'twins' | 'sum' | 'sum_and_notice' | 'sum_and_details' | 'none'
const manners: readonly Manner[] = [
  ...(['lines', 'twins', 'twins', 'sum', 'sum', 'sum_and_notice', 'sum_and_notice'] as const),
  ...(['sum_and_details', 'sum_and_details', 'sum_and_details', 'none'] as const),
]

export interface Payment {
  batchId: string
  reference: string
  minor: number
  /** Why the bank could not pay it; null: it did. */
  code: string | null
  /** `given`: nothing is known of it yet; `left_out`: no money moved for it. */
  state: 'given' | 'left_out' | 'debited' | 'returned'
}

export interface File {
  batchId: string
  accountId: string
  payments: Payment[]
  manner: Manner
  /** What failed is debited all the same, and given back. */
  takesFailed: boolean
}

export interface Booking {
  accountId: string
  day: string
  /** The bank's reference. */
  ref: string
  /** With its sign. */
  minor: number
  payments: Payment[]
  manner: Manner
  isReturn: boolean
  /** What the sum says of itself: our batch, and how many payments it is. */
  named: { paymentId: string; count: number } | null
}

export interface Bank {
  files: File[]
  bookings: Booking[]
  /** Of its first statement. */
  firstDay: string
  /** What an account held before everything. */
  openingMinor: number
  /** The last day of which there are statements. */
  yesterday(): string
  /** Takes a file in; a payment that it had before is not paid again. */
  take(batchId: string, lines: readonly PaymentLine[]): void
  /** Books a file that it was given, or gives money back. */
  work(): void
  /** Books all, and gives everything back that is to come back. */
  finish(): void
  paymentOf(reference: string): Payment | undefined
  /** What an account holds at the end of a day. */
  balanceOn(accountId: string, day: string): number
}

/** Of a hundred payments, how many fail, and how many of those that were paid come back. */
const failing = 18
const comingBack = 6

export function openBank(chance: Chance, clock: Clock): Bank {
  const files: File[] = []
  const bookings: Booking[] = []
  const openingMinor = 10_000_000
  const payments = new Map<string, Payment>()
  let refs = 0
  const nextRef = () => {
    refs += 1
    return `B${String(refs).padStart(5, '0')}`
  }
  const today = () => dayOf(booksZone, clock.now())

  function book(file: File): void {
    const { accountId, batchId } = file
    const isTaken = (one: Payment) => file.manner !== 'none' && (one.code === null || file.takesFailed)
    const taken = file.payments.filter(isTaken)
    for (const one of file.payments) one.state = isTaken(one) ? 'debited' : 'left_out'
    if (taken.length === 0) return
    // A sum of one is a line.
    const manner = taken.length === 1 ? 'lines' : file.manner
    const common = { accountId, day: today(), manner, isReturn: false, named: null }
    if (manner === 'lines' || manner === 'twins') {
      const shared = nextRef()
      for (const one of taken) {
        const ref = manner === 'twins' ? shared : nextRef()
        bookings.push({ ...common, ref, minor: -one.minor, payments: [one] })
      }
      return
    }
    // A sum whose parts are told elsewhere may say nothing of what it is.
    const isNamed = manner === 'sum' || chance.percent(50)
    const paymentId = paymentIdOf(messageIdOf(batchId), accountId.slice(-3))
    const count = chance.percent(50) ? file.payments.length : taken.length
    bookings.push({
      ...common,
      ref: nextRef(),
      minor: -taken.reduce((sum, { minor }) => sum + minor, 0),
      payments: taken,
      named: isNamed ? { paymentId, count } : null,
    })
  }

  function giveBack(accountId: string, one: Payment): void {
    one.state = 'returned'
    const common = { accountId, day: today(), manner: 'lines', isReturn: true, named: null } as const
    bookings.push({ ...common, ref: nextRef(), minor: one.minor, payments: [one] })
  }

  const isBooked = ({ payments: [one] }: File) => one?.state !== 'given'
  const isOwedBack = (one: Payment) => one.state === 'debited' && one.code !== null
  return {
    files,
    bookings,
    firstDay: dayBefore(today()),
    openingMinor,
    yesterday: () => dayBefore(today()),
    take(batchId, lines) {
      const fresh = lines.filter(({ reference }) => !payments.has(reference))
      const [first] = fresh
      if (first === undefined) return
      const manner = chance.oneOf(manners) ?? 'lines'
      const own = fresh.map(({ reference, amountMinor }): Payment => {
        const isFailing = manner === 'none' || chance.percent(failing)
        const code = isFailing ? (chance.oneOf(['AC04', 'AC03', 'AM02', 'MS03']) ?? null) : null
        return { batchId, reference, minor: amountMinor, code, state: 'given' }
      })
      for (const one of own) payments.set(one.reference, one)
      const accountId = accountIdOf({ provider: 'manual', currency: first.currency })
      files.push({ batchId, accountId, payments: own, manner, takesFailed: chance.percent(50) })
    },
    work() {
      const waiting = chance.oneOf(files.filter((file) => !isBooked(file)))
      if (waiting !== undefined && chance.percent(70)) return book(waiting)
      const all = files.flatMap(({ accountId, payments: own }) => own.map((one) => ({ accountId, one })))
      const back = chance.oneOf(all.filter(({ one }) => isOwedBack(one)))
      if (back !== undefined && chance.percent(50)) return giveBack(back.accountId, back.one)
      const late = chance.oneOf(all.filter(({ one }) => one.state === 'debited' && one.code === null))
      if (late !== undefined && chance.percent(comingBack)) giveBack(late.accountId, late.one)
    },
    finish() {
      for (const file of files.filter((one) => !isBooked(one))) book(file)
      for (const { accountId, payments: own } of files)
        for (const one of own.filter(isOwedBack)) giveBack(accountId, one)
    },
    paymentOf: (reference) => payments.get(reference),
    balanceOn: (accountId, day) =>
      bookings.reduce(
        (sum, one) => sum + (one.accountId === accountId && one.day <= day ? one.minor : 0),
        openingMinor,
      ),
  }
}
