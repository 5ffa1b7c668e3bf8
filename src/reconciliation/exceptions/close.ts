/** Closing an exception: what two people have decided is written together with the closing, and then both books agree. */
import { first, type Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { moneyLast, type Transfer } from '../../rewards/ledger/ledger.ts'
import { lift } from '../../rewards/ledger/provider-books.ts'
import type { EffectOf } from '../../staff/approvals/proposal.ts'
import type { MovementKind } from '../formats/statement.ts'
import { type About, readAbout } from '../matching/about.ts'
import type { NewEntry } from '../matching/entries.ts'
import { setOutcome } from '../matching/lines-store.ts'
import { deleteMatch, matchAsPayment } from '../matching/match-store.ts'
import { learnWord, type WordRuleEffect } from '../reading-rules/words.ts'
import type { BookedLine } from './closing-store.ts'
import { closingOf, closings, isOtherMoney, isPaymentOfUnknownType } from './closings.ts'
import type { Action, ClosingRefusal } from './exception.ts'
import { resolvePayout } from './resolve-payout.ts'
import { resolvePostings } from './resolve-postings.ts'
import { closeWrites, type Exception, exceptionById, exceptionSteps } from './store.ts'

/** What a proposal to close an exception carries. */
export interface ClosingPayload {
  action: Action
  /** What the provider's word means from now on; for a type that was not known. */
  kind?: MovementKind
  /** What that does, as it was told to whoever proposed it. */
  rule?: WordRuleEffect
}

/** What confirming the closing of an exception writes. */
export const exceptionClosed: EffectOf = async (ports, proposal) => {
  const exception = await first(ports.db, exceptionById({ id: proposal.subject }))
  if (exception === undefined || exception.closedAt !== null) return { refused: 'moved_on' }
  const payload = JSON.parse(proposal.payload) as ClosingPayload
  return closing(ports, exception, payload, proposal.proposedBy, proposal.reason)
}

/** What a closing would move: the entries of the account's books, and the transfers of the budget. */
export async function foreseenClosing(
  ports: Ports,
  exception: Exception,
  action: Action,
): Promise<{ entries: NewEntry[]; money: Transfer[] } | ClosingRefusal> {
  return resolved(ports, await readAbout(ports, exception), action, '')
}

async function resolved(ports: Ports, about: About, action: Action, actor: string) {
  const chosen = closingOf(about, action)
  if ('refused' in chosen) return chosen
  const resolution = await resolvePayout(ports, about, chosen, actor)
  if ('refused' in resolution) return resolution
  // An attempt that ends with this closing is paid from here on.
  const lines = resolution.isPaid ? about.lines.map(asPaid) : about.lines
  const books = resolvePostings(ports, { ...about, lines }, chosen, actor)
  if ('refused' in books) return books
  return { payout: resolution.rows, money: resolution.money, ...books }
}

function asPaid({ amountMinor, openMinor = 0, ...line }: BookedLine): BookedLine {
  return { ...line, amountMinor: amountMinor - openMinor, attemptState: 'succeeded' }
}

/** Reads how things stand and describes the closing, or says why it cannot be. */
export async function closing(
  ports: Ports,
  exception: Exception,
  { action, kind }: ClosingPayload,
  actor: string,
  note: string,
): Promise<Write[] | ClosingRefusal> {
  const { db } = ports
  const about = await readAbout(ports, exception)
  const moved = await resolved(ports, about, action, actor)
  if ('refused' in moved) return moved
  const steps = await db.read(exceptionSteps({ id: exception.id }))
  const { accountId, detail } = about
  const isStopping = detail.stops === true && !steps.some(({ what }) => what === 'stop_lifted')
  const isTaught = kind !== undefined && exception.class === 'unknown_type'
  const ruleWrites = isTaught ? await learnWord(ports, accountId, detail.rawType, kind, actor) : []
  return moneyLast({
    rows: [
      ...closeWrites(ports, exception.id, steps.at(-1)?.n ?? 0, { what: action, actor, note }),
      ...ruleWrites,
      ...moved.payout,
      ...about.lines
        .filter(({ outcome }) => outcome === 'exception')
        .map(({ key }) => setOutcome({ accountId, key, outcome: 'booked' })),
      ...typeSettled(about, action),
      ...(isStopping ? [lift(accountId)] : []),
      ...moved.rows,
    ],
    money: moved.money,
  })
}

/** A line of a type that was not known is the payment of its payout from here on, or other money that is not. */
function typeSettled(about: About, action: Action): Write[] {
  const { accountId, lines } = about
  const matchOf = (attempt: { id: string }) => lines.map(({ key }) => ({ accountId, key, attemptId: attempt.id }))
  if (isPaymentOfUnknownType(about)) return matchOf(about.attempt).map(matchAsPayment)
  return action === 'book' && isOtherMoney(about) ? matchOf(about.attempt).map(deleteMatch) : []
}

/** An action as it may be chosen now, or why it cannot be. */
export interface ClosingChoice {
  action: Action
  refused: ClosingRefusal['refused'] | null
}

/** What may close an exception as it stands, the usual first: nothing is written. */
export function choicesOf(ports: Ports, exception: Exception): Promise<ClosingChoice[]> {
  return Promise.all(
    closings[exception.class].map(async (action): Promise<ClosingChoice> => {
      const came = await foreseenClosing(ports, exception, action)
      return { action, refused: 'refused' in came ? came.refused : null }
    }),
  )
}
