/** The sums: transfers, balances and promises of every offer. */
import type { LedgerAccount, VoucherState } from '../../../../schema/tables.ts'
import { bookOf, type Mismatch } from '../../integrity/book.ts'
import type { Figures } from '../../integrity/invariant.ts'
import type { MoneyRow } from '../../integrity/money.ts'
import type { ExportLine, ExportLineOf } from '../lines.ts'
import { breachList, type ExportCheck, lastState } from './check.ts'

const live = ['open', 'held', 'issued', 'claimed', 'paid', 'paid_outside']
const accounts = ['available', 'reserved', 'liability', 'clearing', 'paid', 'tax', 'outside'] as const

/** Checks that every balance is the sum of its transfers, in minor units. */
export function sums(): ExportCheck {
  const rows = moneyRows()
  const currencies = new Map<string, string>()
  const balances = new Map<string, ExportLineOf<'balance'>>()
  const promised = new Map<string, number>()
  const promise = (offerId: string, minor: number) => promised.set(offerId, (promised.get(offerId) ?? 0) + minor)
  const breaches = breachList()
  let heldIn: 'liability' | 'reserved' = 'liability'
  return {
    name: 'sums',
    promise:
      'Every balance is what its transfers come to, none is negative, and reserve, debt and payments are what vouchers and leases promise.',
    take(line) {
      if (line.kind === 'books' && line.format === 1) heldIn = 'reserved'
      if (line.kind === 'study') for (const { id, currency } of line.offers) currencies.set(id, currency)
      if (line.kind === 'balance') {
        if (balances.has(line.offer)) breaches.add(`${line.offer} has two balances`)
        balances.set(line.offer, line)
      }
      if (line.kind === 'transfers' && (line.amountMinor <= 0 || line.debit === line.credit))
        breaches.add(`${line.offer} moved nothing on ${line.day}`)
      if (line.kind === 'promises') {
        if (Math.min(line.ended, line.endedMinor, line.reservedMinor) < 0)
          breaches.add(`${line.offer} promises less than nothing`)
        promise(line.offer, -line.endedMinor)
      }
      if (line.kind === 'voucher') {
        if (live.includes(lastState(line.steps))) promise(line.offer, line.amountMinor + line.taxMinor)
        if (currencies.get(line.offer) !== line.currency)
          breaches.add(`${line.reference} is not in the currency of its offer`)
      }
      for (const [key, row] of moneyOf(line)) rows.add(key, row)
    },
    end() {
      const all = rows.all()
      for (const offerId of new Set(all.map((row) => row.offerId))) {
        if (!currencies.has(offerId)) breaches.add(`${offerId} is an offer of no study`)
        for (const mismatch of bookOf(offerId, all, heldIn).mismatches) breaches.add(mismatchText(offerId, mismatch))
      }
      for (const { offer, total, ...balance } of balances.values()) {
        const parts = accounts.map((account) => balance[account])
        if (parts.some((part) => part < 0)) breaches.add(`${offer} has a negative account`)
        if (parts.reduce((sum, part) => sum + part, 0) !== total)
          breaches.add(`${offer} has parts that are not its total`)
        if ((promised.get(offer) ?? 0) > total) breaches.add(`${offer} promises more than its budget`)
      }
      return { figures: figuresOf([...balances.values()], currencies), breaches: breaches.all() }
    },
  }
}

/** Rows by what they are summed under. */
function moneyRows() {
  const rows = new Map<string, MoneyRow>()
  return {
    add(key: string, row: MoneyRow) {
      const known = rows.get(key)
      if (known === undefined) rows.set(key, row)
      else {
        Object.assign(known, { amount: known.amount + row.amount, count: known.count + row.count })
        if (known.source === 'vouchers' && row.source === 'vouchers') known.tax += row.tax
      }
    },
    all: () => [...rows.values()],
  }
}

/** What a line says of money, each with what it is summed under. */
function moneyOf(line: ExportLine): [string, MoneyRow][] {
  switch (line.kind) {
    case 'balance': {
      const { offer: offerId, total: a, available: b, reserved: c, liability: d, clearing: e, paid: f, tax: g } = line
      const row = { source: 'balance' as const, offerId, amount: 0, count: 0, a, b, c, d, e, f, g, h: line.outside }
      return [[`balance ${offerId}`, row]]
    }
    case 'transfers': {
      const { offer: offerId, debit, credit, count, amountMinor: amount } = line
      const way = { one: debit as LedgerAccount, other: credit as LedgerAccount }
      return [[`${offerId} ${debit}>${credit}`, { source: 'transfers', offerId, amount, count, ...way }]]
    }
    case 'leases': {
      const { offer: offerId, count, amountMinor: amount } = line
      return [[`leases ${offerId}`, { source: 'leases', offerId, amount, count }]]
    }
    case 'promises': {
      const { offer: offerId, ended, endedMinor, reservedMinor } = line
      const amount = -endedMinor - reservedMinor
      return [
        [`${offerId} issued`, { source: 'vouchers', offerId, amount, count: -ended, one: 'issued', tax: 0 }],
        [`leases ${offerId}`, { source: 'leases', offerId, amount: reservedMinor, count: 0 }],
      ]
    }
    case 'voucher': {
      const state = lastState(line.steps)
      const { offer: offerId, amountMinor: amount, taxMinor: tax } = line
      // Told as open, it is owed unless a sum says otherwise.
      const one = (state === 'open' ? 'issued' : state) as VoucherState
      return [[`${offerId} ${one}`, { source: 'vouchers', offerId, amount, count: 1, one, tax }]]
    }
    default:
      return []
  }
}

function mismatchText(offerId: string, { what, balance, found }: Mismatch): string {
  return `${offerId} ${what}: the balance says ${balance}, found ${found}`
}

function figuresOf(balances: readonly ExportLineOf<'balance'>[], currencies: ReadonlyMap<string, string>): Figures {
  const figures: Figures = {}
  for (const balance of balances) {
    for (const account of accounts) {
      const name = `${currencies.get(balance.offer) ?? '?'} ${account}`
      figures[name] = (figures[name] ?? 0) + balance[account]
    }
  }
  return figures
}

/** What attempts should have moved, day by day, against what was moved into and out of clearing. */
export function clearing(): ExportCheck {
  const days = new Map<string, { count: number; amount: number }>()
  const open = new Map<string, number>()
  const breaches = breachList()
  let moves = 0
  const put = (offer: string, day: string, way: string, count: number, amount: number) => {
    const key = `${offer} ${way} on ${day}`
    const known = days.get(key) ?? { count: 0, amount: 0 }
    days.set(key, { count: known.count + count, amount: known.amount + amount })
  }
  return {
    name: 'clearing',
    promise:
      'Storing an attempt moves its money into clearing, a success on to paid and tax, undoing it and a failure back, each once and on its day; what is in clearing is the open attempts.',
    take(line) {
      if (line.kind === 'transfers' && (line.debit === 'clearing' || line.credit === 'clearing')) {
        put(line.offer, line.day, `${line.debit}>${line.credit}`, -line.count, -line.amountMinor)
        moves += line.count
      }
      if (line.kind === 'balance') open.set(line.offer, (open.get(line.offer) ?? 0) - line.clearing)
      if (line.kind !== 'voucher') return
      for (const { offer, attempts } of line.payouts) {
        for (const { amountMinor, taxMinor, steps } of attempts) {
          const state = lastState(steps)
          for (const [i, step] of steps.entries()) {
            const day = step.at.slice(0, 10)
            const way = wayOf(step.state, steps[i - 1]?.state)
            const parts = way === 'clearing>paid' ? 'clearing>tax' : way === 'paid>clearing' ? 'tax>clearing' : null
            if (way !== null) put(offer, day, way, 1, parts !== null ? amountMinor : amountMinor + taxMinor)
            if (parts !== null && taxMinor > 0) put(offer, day, parts, 1, taxMinor)
          }
          if (wayOf(state) === null || state === 'stored')
            open.set(offer, (open.get(offer) ?? 0) + amountMinor + taxMinor)
        }
      }
    },
    end() {
      for (const [key, { count, amount }] of days) {
        if (count !== 0 || amount !== 0) {
          breaches.add(`${key}: attempts and transfers differ by ${count}, and by ${amount} in minor units`)
        }
      }
      for (const [offer, difference] of open) {
        if (difference !== 0) breaches.add(`${offer}: clearing is not its open attempts, by ${-difference}`)
      }
      return { figures: { moves }, breaches: breaches.all() }
    },
  }
}

/** Where a step moves an attempt's money; a success is undone by what follows it. */
function wayOf(state: string, before?: string): string | null {
  if (before === 'succeeded') return 'paid>clearing'
  if (state === 'stored') return 'liability>clearing'
  if (state === 'succeeded') return 'clearing>paid'
  return state === 'failed' || state === 'cancelled' ? 'clearing>liability' : null
}
