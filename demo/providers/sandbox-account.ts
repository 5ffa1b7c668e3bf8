/** The account of ours at a sandbox provider: a balance, and every movement of it. */

import { booksZone, dayOf } from '../../src/platform/time/zone.ts'
import type { Clock } from '../../src/ports.ts'

/** One movement, in the words of statements; `providerId` and `reference` belong to the payment it is about. */
export interface SandboxMovement {
  /** The provider's own number of the movement. */
  id: string
  providerId: string
  /** Ours; null for a top-up. */
  reference: string | null
  at: string
  direction: 'debit' | 'credit'
  amountMinor: number
  currency: string
  kind: 'payment' | 'return' | 'topup'
  /** After it. */
  balanceMinor: number
}

export interface SandboxPayment {
  providerId: string
  reference: string
  amountMinor: number
}

/** @param opening what lies there at first, in minor units: a top-up of that moment */
export function sandboxAccount(clock: Clock, currency: string, opening: number) {
  const movements: SandboxMovement[] = []
  let balanceMinor = 0
  if (opening > 0) topUp(opening)

  function move(kind: SandboxMovement['kind'], amountMinor: number, about: SandboxPayment | null, at = clock.now()) {
    const direction = kind === 'payment' ? 'debit' : 'credit'
    balanceMinor += direction === 'debit' ? -amountMinor : amountMinor
    const id = `${currency}${String(movements.length + 1).padStart(13, '0')}`
    const { providerId = '', reference = null } = about ?? {}
    movements.push({ id, providerId, reference, at, direction, amountMinor, currency, kind, balanceMinor })
  }

  function topUp(amountMinor: number) {
    move('topup', amountMinor, null)
  }

  return {
    topUp,
    balance: () => balanceMinor,
    /** False, and nothing moves, when there is not enough. */
    pay(payment: SandboxPayment): boolean {
      if (balanceMinor < payment.amountMinor) return false
      move('payment', payment.amountMinor, payment)
      return true
    },
    giveBack: (payment: SandboxPayment, at: string) => move('return', payment.amountMinor, payment, at),
    /** Of one day of Beijing, in order of their numbers. */
    movements: (day: string) => movements.filter(({ at }) => dayOf(booksZone, at) === day),
  }
}

export type SandboxAccount = ReturnType<typeof sandboxAccount>
