/** The orders of a sandbox Tremendous: what it does with money, without how it talks. */
import type { Clock } from '../../../src/ports.ts'
import { type SandboxAccount, sandboxAccount } from '../sandbox-account.ts'
import type { TremendousCourse } from './faults.ts'

export interface SandboxGift {
  externalId: string
  amountMinor: number
  currency: string
  email: string
}

export interface TremendousSandboxOrder extends SandboxGift {
  id: string
  rewardId: string
  status: string
  madeAt: string
  /** While it waits: until when, and what it then is. */
  until: string | null
  becomes: 'EXECUTED' | 'FAILED' | 'CANCELED'
  executedAt: string | null
  isRedeemed: boolean
  isRefunded: boolean
}

export type OrderEvent =
  | 'ORDERS.CREATED'
  | 'ORDERS.APPROVED'
  | 'ORDERS.FAILED'
  | 'ORDERS.CANCELED'
  | 'REWARDS.DELIVERY.SUCCEEDED'
  | 'REWARDS.CANCELED'

export interface TremendousBookOptions {
  clock: Clock
  /** What lies in each currency at first. */
  balanceMinor: number
  /** How long an order that waits does so. */
  settleMinutes: number
  /** What the campaign's products take at most. */
  mostMinor: number
  onEvent(event: OrderEvent, order: TremendousSandboxOrder): void
}

const waits: Readonly<Record<TremendousCourse, readonly [status: string, becomes: TremendousSandboxOrder['becomes']]>> =
  {
    approval: ['PENDING APPROVAL', 'EXECUTED'],
    settlement: ['PENDING SETTLEMENT', 'EXECUTED'],
    // A value that nobody has heard of.
    new_status: ['PENDING COMPLIANCE REVIEW', 'EXECUTED'],
    fails_late: ['PENDING SETTLEMENT', 'FAILED'],
    rejected: ['PENDING APPROVAL', 'CANCELED'],
  }
/** An unredeemed reward can be cancelled for a week. */
const cancelMs = 7 * 24 * 3_600_000

export type Refusal = { refused: 'funds' | 'recipient' | 'denomination' }

export function tremendousBook(options: TremendousBookOptions) {
  const { clock } = options
  const orders = new Map<string, TremendousSandboxOrder>()
  const tills = new Map<string, SandboxAccount>()
  const failing = new Set<string>()

  function tillOf(currency: string): SandboxAccount {
    const till = tills.get(currency) ?? sandboxAccount(clock, currency, options.balanceMinor)
    tills.set(currency, till)
    return till
  }
  const about = ({ id, externalId, amountMinor }: TremendousSandboxOrder) => ({
    providerId: id,
    reference: externalId,
    amountMinor,
  })

  function execute(order: TremendousSandboxOrder, at: string) {
    Object.assign(order, { status: 'EXECUTED', executedAt: at, until: null })
    options.onEvent('REWARDS.DELIVERY.SUCCEEDED', order)
  }

  function stop(order: TremendousSandboxOrder, status: 'FAILED' | 'CANCELED', at: string) {
    Object.assign(order, { status, until: null })
    tillOf(order.currency).giveBack(about(order), at)
    options.onEvent(`ORDERS.${status}`, order)
  }

  /** What time alone does: orders that wait come to their end. */
  function advance() {
    const now = clock.now()
    for (const order of orders.values()) {
      if (order.until === null || order.until > now) continue
      if (order.becomes !== 'EXECUTED') stop(order, order.becomes, order.until)
      else {
        if (order.status === 'PENDING APPROVAL') options.onEvent('ORDERS.APPROVED', order)
        execute(order, order.until)
      }
    }
  }

  /** Makes an order, or finds the first of that external id, whatever is asked now. */
  function create(
    gift: SandboxGift,
    course: TremendousCourse | null,
  ): { order: TremendousSandboxOrder; isNew: boolean } | Refusal {
    advance()
    const old = orders.get(gift.externalId)
    if (old !== undefined) return { order: old, isNew: false }
    if (failing.has(gift.email.toLowerCase())) return { refused: 'recipient' }
    if (gift.amountMinor < 1 || gift.amountMinor > options.mostMinor) return { refused: 'denomination' }
    const at = clock.now()
    const number = String(orders.size + 1).padStart(11, '0')
    const [status, becomes] = course === null ? (['OPEN', 'EXECUTED'] as const) : waits[course]
    const until = course === null ? null : new Date(Date.parse(at) + options.settleMinutes * 60_000).toISOString()
    const order: TremendousSandboxOrder = {
      ...gift,
      id: `O${number}`,
      rewardId: `R${number}`,
      status,
      madeAt: at,
      until,
      becomes,
      executedAt: null,
      isRedeemed: false,
      isRefunded: false,
    }
    if (!tillOf(gift.currency).pay(about(order))) return { refused: 'funds' }
    orders.set(gift.externalId, order)
    options.onEvent('ORDERS.CREATED', order)
    if (course === null) execute(order, at)
    return { order, isNew: true }
  }

  /** Cancels the reward of an order; false when it is too late. */
  function cancel(order: TremendousSandboxOrder): boolean {
    advance()
    const at = clock.now()
    if (order.until !== null) {
      stop(order, 'CANCELED', at)
      return true
    }
    const isOpen = order.status === 'EXECUTED' && !order.isRedeemed && !order.isRefunded
    if (!isOpen || Date.parse(at) - Date.parse(order.executedAt ?? at) > cancelMs) return false
    order.isRefunded = true
    tillOf(order.currency).giveBack(about(order), at)
    options.onEvent('REWARDS.CANCELED', order)
    return true
  }

  return {
    create,
    cancel,
    advance,
    orders: () => [...orders.values()],
    /** By our reference, or by the id that it has there. */
    find: (key: string) => orders.get(key) ?? [...orders.values()].find(({ id }) => id === key),
    findReward: (id: string) => [...orders.values()].find(({ rewardId }) => rewardId === id),
    /** Whoever got the link takes what it is worth. */
    redeem(externalId: string) {
      const order = orders.get(externalId)
      if (order !== undefined) order.isRedeemed = true
    },
    /** Orders for this address are refused from now on, or let through again. */
    payeeFails(email: string, isFailing: boolean) {
      if (isFailing) failing.add(email.toLowerCase())
      else failing.delete(email.toLowerCase())
    },
    balance: (currency = 'CNY') => tillOf(currency).balance(),
    topUp: (amountMinor: number, currency = 'CNY') => tillOf(currency).topUp(amountMinor),
    movements(day: string) {
      advance()
      return [...tills.values()].flatMap((till) => till.movements(day))
    },
  }
}

export type TremendousBook = ReturnType<typeof tremendousBook>
