/** That histories move as they may, and that a voucher, its claims, payouts and attempts tell the same story. */
import { sha256 } from '../../../platform/crypto/sha256.ts'
import { attemptReference } from '../../../rewards/payouts/start.ts'
import { judgeDays, type PublishedDay } from '../../integrity/invariants/calendar.ts'
import { legalMoves } from '../../integrity/legal-moves.ts'
import type { ExportLineOf } from '../lines.ts'
import { exportedMoves } from '../steps.ts'
import { breachList, type ExportCheck, lastState } from './check.ts'

type StateMachine = keyof typeof legalMoves
type Voucher = ExportLineOf<'voucher'>
type Payout = Voucher['payouts'][number]

/** Checks that each step is a legal move from the one before. */
export function movesCheck(): ExportCheck {
  const breaches = breachList()
  let steps = 0
  let legal = legalMoves
  const checkSteps = (machine: StateMachine, id: string, taken: readonly { n: number; state: string }[]) => {
    if (taken.length === 0) breaches.add(`${id} has no step`)
    for (const [i, { n, state }] of taken.entries()) {
      const move = `${taken[i - 1]?.state ?? ''}>${state}`
      if (n !== i + 1) breaches.add(`${id} has a gap before step ${n}`)
      if (!legal[machine].has(move)) breaches.add(`${id} moved ${move}, which no ${machine} may`)
    }
    steps += taken.length
  }
  return {
    name: 'moves',
    promise: 'Every voucher, claim, batch, payout and attempt has moved as it may, step by step.',
    take(line) {
      if (line.kind === 'books' && line.format === 3) legal = { ...legalMoves, ...exportedMoves }
      if (line.kind === 'batch') checkSteps('batch', line.id, line.steps)
      if (line.kind !== 'voucher') return
      checkSteps('voucher', line.reference, line.steps)
      for (const [i, claim] of line.claims.entries())
        checkSteps('claim', `claim ${i} of ${line.reference}`, claim.steps)
      for (const payout of line.payouts) {
        checkSteps('payout', payout.id, payout.steps)
        for (const attempt of payout.attempts) checkSteps('attempt', attempt.id, attempt.steps)
      }
    },
    end: () => ({ figures: { steps }, breaches: breaches.all() }),
  }
}

const over = ['succeeded', 'failed', 'cancelled']
const livePayouts = ['queued', 'open', 'paid']

/** Checks that vouchers, payouts and attempts tell the same story. */
export function stories(): ExportCheck {
  const breaches = breachList()
  const counted = { vouchers: 0, payouts: 0, attempts: 0 }
  let superseded = 0n
  return {
    name: 'stories',
    promise:
      'A voucher, its claims, its payouts and their attempts are of one amount and tell one story; it is paid at most once; what it replaces was superseded.',
    take(line) {
      if (line.kind !== 'voucher') return
      counted.vouchers += 1
      counted.payouts += line.payouts.length
      counted.attempts += line.payouts.reduce((sum, { attempts }) => sum + attempts.length, 0)
      for (const what of wrongWith(line)) breaches.add(`${line.reference} ${what}`)
      for (const payout of line.payouts)
        for (const what of wrongWithPayout(payout)) breaches.add(`${payout.id} ${what}`)
      if (lastState(line.steps) === 'superseded') superseded += BigInt(`0x${sha256(line.reference)}`)
      if (line.replaces !== null) superseded -= BigInt(`0x${sha256(line.replaces)}`)
    },
    end() {
      if (superseded !== 0n) breaches.add('superseded vouchers are not those that others replace')
      return { figures: counted, breaches: breaches.all() }
    },
  }
}

function wrongWith(line: Voucher): string[] {
  const state = lastState(line.steps)
  const claims = line.claims.map(({ steps }) => lastState(steps))
  const payouts = line.payouts.map(({ steps }) => lastState(steps))
  const of = (states: readonly string[], ...some: string[]) => states.filter((one) => some.includes(one)).length
  return [
    ...(of(claims, 'ready', 'held', 'frozen', 'paid') > 1 ? ['has more than one claim that has not ended'] : []),
    ...(of(payouts, ...livePayouts) > 1 ? ['has more than one payout that is live or paid'] : []),
    ...((state === 'paid') !== (of(payouts, 'paid') === 1)
      ? ['is paid and its payout is not, or the other way round']
      : []),
    ...(state === 'claimed' && of(claims, 'ready', 'held', 'frozen') !== 1 ? ['is claimed without a claim'] : []),
    ...line.payouts.flatMap(({ claim, channel, offer, currency, amountMinor, steps }) => {
      const own = line.claims[claim]
      if (own === undefined || own.channel !== channel) return ['has a payout of no claim of its own']
      if (offer !== line.offer || currency !== line.currency || amountMinor !== line.amountMinor)
        return ['has a payout of something else than it promises']
      const wanted = { queued: 'frozen', open: 'frozen', paid: 'paid' }[lastState(steps)]
      return wanted !== undefined && lastState(own.steps) !== wanted ? ['has a payout whose claim is elsewhere'] : []
    }),
  ]
}

function wrongWithPayout({ steps, attempts, currency, amountMinor, provider }: Payout): string[] {
  const state = lastState(steps)
  const states = attempts.map((attempt) => lastState(attempt.steps))
  const open = states.filter((one) => !over.includes(one)).length
  const succeeded = states.filter((one) => one === 'succeeded').length
  return [
    ...(open + succeeded > 1 ? ['has more than one attempt that is open or has succeeded'] : []),
    ...(open !== (state === 'open' ? 1 : 0) ? ['is open without an open attempt, or the other way round'] : []),
    ...(succeeded !== (state === 'paid' || state === 'returned' ? 1 : 0)
      ? ['is paid without a success, or the other way round']
      : []),
    ...attempts.flatMap((attempt, i) => [
      ...(attempt.nth !== i + 1 || attempt.reference !== attemptReference(attempt.id)
        ? ['has an attempt that is not its own']
        : []),
      ...(attempt.currency !== currency || attempt.amountMinor !== amountMinor || attempt.provider !== provider
        ? ['has an attempt at something else']
        : []),
      ...(attempt.calls.some(({ n, at }, call) => n !== call + 1 || at < attempt.madeAt)
        ? ['has a call that is missing, or from before its reference was stored']
        : []),
    ]),
  ]
}

/** Days come before vouchers, so they are known when the first attempt is met. */
export function openDays(): ExportCheck {
  const breaches = breachList()
  const published: PublishedDay[] = []
  let validateAnswer: ReturnType<typeof judgeDays> | undefined
  let seen = 0
  return {
    name: 'open_days',
    promise:
      'No attempt was stored on a closed day or so late that it could settle in one, and nothing was sent on one, by the calendar of the time.',
    take(line) {
      if (line.kind === 'day') {
        const { calendar: calendarId, zone, day, n, open, since } = line
        published.push({ calendarId, zone, day, n, open, since: since ?? '' })
      }
      if (line.kind !== 'voucher') return
      validateAnswer ??= judgeDays(published)
      for (const { id, calendar: calendarId, day, settlesDay, madeAt, calls } of line.payouts.flatMap(
        (one) => one.attempts,
      )) {
        const sent = calls.filter(({ what }) => what === 'send')
        const minutes = [
          { id, calendarId, minute: madeAt.slice(0, 16), day, settlesDay },
          ...sent.map(({ at }) => ({ id, calendarId, minute: at.slice(0, 16), day: null, settlesDay: null })),
        ]
        seen += minutes.length
        for (const minute of minutes) {
          const wrong = validateAnswer(minute)
          if (wrong !== null) breaches.add(wrong)
        }
      }
    },
    end: () => ({ figures: { attempts_and_sendings: seen }, breaches: breaches.all() }),
  }
}
