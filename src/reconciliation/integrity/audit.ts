/**
 * Everything that always holds, looked at in a live database. Each breach is decided by one statement, or by rows that
 * never change, so that nobody has to stop working for it.
 */
import type { Ports } from '../../ports.ts'
import { type Book, bookOf } from './book.ts'
import type { Figures, Invariant } from './invariant.ts'
import * as answers from './invariants/answers.ts'
import * as apart from './invariants/apart.ts'
import * as approvals from './invariants/approvals.ts'
import { onOpenDays } from './invariants/calendar.ts'
import { importsGoOn, setAsideIsKept } from './invariants/imports.ts'
import { keysAreThere, neededRowsAreThere } from './invariants/keys.ts'
import * as money from './invariants/money.ts'
import { payeesOpen, yearsArePayouts } from './invariants/payees.ts'
import * as payouts from './invariants/payouts.ts'
import * as providers from './invariants/providers.ts'
import { findingsFollow, heldHasFlags, pageTimesEnd } from './invariants/quality.ts'
import { cellsAreCounted, placesFollow } from './invariants/quotas.ts'
import { contactsGo } from './invariants/requests.ts'
import { objectionsAreHeard, reviewsAreFollowed } from './invariants/reviews.ts'
import { decisionsCount, placesAreFilled, segmentsAreAnswers } from './invariants/segments.ts'
import * as starts from './invariants/starts.ts'
import { statesAgree, statesAreSteps } from './invariants/state-machines.ts'
import * as trail from './invariants/trail.ts'
import { versionsFollow } from './invariants/versions.ts'
import { readMoney } from './money.ts'

/** The promises, in the order in which they are printed. */
export const invariants: readonly Invariant[] = [
  answers.oneResponse,
  answers.oneDocument,
  answers.textsAreSealed,
  answers.oneVoucherChain,
  answers.oneLiveVoucher,
  answers.testsPromiseNothing,
  answers.oneLiveClaim,
  versionsFollow,
  cellsAreCounted,
  placesFollow,
  money.withinBudget,
  money.transfersBalance,
  money.noneNegative,
  money.balancesAreTransfers,
  money.reservedIsPromises,
  money.owedIsVouchers,
  money.paidIsVouchers,
  money.sameMoney,
  payouts.clearingIsOpenAttempts,
  payouts.oneTransferEach,
  payouts.oneAttempt,
  payouts.storedReference,
  payouts.knownInTime,
  yearsArePayouts,
  providers.paidDaysAreAttempts,
  providers.dayMovesAreEntries,
  onOpenDays,
  importsGoOn,
  setAsideIsKept,
  approvals.approvedByOthers,
  approvals.approvedByEnough,
  approvals.contentIsApproved,
  ...statesAreSteps,
  statesAgree,
  reviewsAreFollowed,
  objectionsAreHeard,
  heldHasFlags,
  findingsFollow,
  pageTimesEnd,
  decisionsCount,
  placesAreFilled,
  segmentsAreAnswers,
  trail.chainHolds,
  trail.everyEntryIsSealed,
  trail.trailTellsAll,
  trail.trailHoldsCodes,
  apart.answersApart,
  apart.payeesSealed,
  payeesOpen,
  contactsGo,
  starts.networksForgotten,
  starts.turnsInOrder,
  keysAreThere,
  neededRowsAreThere,
]

export interface CheckResult {
  invariant: string
  promise: string
  ok: boolean
  figures: Figures
  breaches: string[]
}

/** Looks at every invariant, or at those that are named, and says what it found. It changes nothing. */
export async function auditDatabase(
  { db, clock, keys }: Pick<Ports, 'db' | 'clock'> & Partial<Pick<Ports, 'keys'>>,
  which: (name: string) => boolean = () => true,
): Promise<CheckResult[]> {
  let read: Promise<Book[]> | undefined
  const books = () => (read ??= readBooks(db))
  const results: CheckResult[] = []
  for (const { name, promise, check } of invariants.filter(({ name }) => which(name))) {
    const { figures, breaches } = await check({ db, clock, keys, books })
    results.push({ invariant: name, promise, ok: breaches.length === 0, figures, breaches })
  }
  return results
}

async function readBooks(db: Ports['db']): Promise<Book[]> {
  const rows = await db.read(readMoney)
  return [...new Set(rows.map(({ offerId }) => offerId))].map((offerId) => bookOf(offerId, rows))
}
