/** Reports of any kind: what they say against themselves, and the hash that is signed. */
import { sha256 } from '../../platform/crypto/sha256.ts'
import { canonicalJson } from '../../platform/crypto/version.ts'
import { type AccountReport, floatOf, unexplainedOf } from './account-report.ts'
import { type ClosingReport, isBalanced } from './closing.ts'
import { sameRules } from './rules-text.ts'
import { addsUp, after, holdings, type StudyReport } from './study-report.ts'

export type Report = AccountReport | StudyReport | ClosingReport

/**
 * What makes a report red.
 * - `open_exceptions`: somebody has still to deal with one
 * - `balance_break`: the provider's balance is another than the ledger's, and timing differences do not explain it
 * - `not_covered`: no published statement covers all its days
 * - `unmatched`: paid without a line, or a line without an attempt
 * - `does_not_add_up`: its own sums are wrong
 * - `under_way`: a campaign is closed while money is still owed or on its way
 */
export type ReportFault =
  | 'open_exceptions'
  | 'balance_break'
  | 'not_covered'
  | 'unmatched'
  | 'does_not_add_up'
  | 'under_way'

/**
 * A report as it was kept, whatever version of this program has made it: one from before holders were said to be paid
 * outside says nothing of them, and an older one nothing of timing differences.
 */
export function upToDate(report: Report): Report {
  switch (report.kind) {
    case 'study': {
      const filled = ({ opening, closing, ...offer }: StudyReport['offers'][number]) => {
        return { ...offer, opening: { ...noneOutside, ...opening }, closing: { ...noneOutside, ...closing } }
      }
      return { ...report, offers: report.offers.map(filled) }
    }
    case 'closing':
      return { ...report, accounts: report.accounts.map((account) => ({ ...{ paidOutsideMinor: 0 }, ...account })) }
    default:
      return { ...{ paidOutsideMinor: 0, timing: { count: 0, amountMinor: 0, listed: [] } }, ...report }
  }
}

const noneOutside = { outside: 0 }

/** What is wrong with a report; one with a fault is signed only with a note. */
export function faultsOf(report: Report): ReportFault[] {
  const faults: [ReportFault, boolean][] = []
  if (report.kind === 'study') faults.push(['does_not_add_up', !report.offers.every(offerAddsUp)])
  else if (report.kind === 'closing') {
    faults.push(['does_not_add_up', !report.accounts.every(isBalanced)], ['under_way', report.underWay > 0])
  } else {
    const { ledger } = report
    faults.push(
      ['does_not_add_up', ledger.closingMinor !== ledger.openingMinor + floatOf(ledger)],
      ['open_exceptions', report.exceptions.some(({ open }) => open.count > 0)],
      ['balance_break', unexplainedOf(report) !== 0],
      ['not_covered', report.notCovered.length > 0],
      ['unmatched', report.paidWithoutLine.count + report.linesWithoutAttempt.count > 0],
    )
  }
  return faults.flatMap(([fault, isSo]) => (isSo ? [fault] : []))
}

function offerAddsUp({ opening, closing, flows }: StudyReport['offers'][number]): boolean {
  const then = after(opening, flows)
  return addsUp(closing) && ([...holdings, 'total'] as const).every((account) => then[account] === closing[account])
}

/** A report's own text, the same for the same report: RFC 8785. */
export function reportText(report: Report): string {
  return canonicalJson(report)
}

/** SHA-256 of its text, in hex. */
export function reportHash(report: Report): string {
  return sha256(reportText(report))
}

/** Whether two reports say the same, whatever note somebody added, and however exact their days of unpaid vouchers are. */
export function saysTheSame(one: Report, other: Report): boolean {
  return reportHash(compared(one)) === reportHash(compared(other))
}

function compared(report: Report): Report {
  const filled = { ...upToDate(report), note: null }
  if (filled.kind === 'day' || filled.kind === 'month') return { ...filled, rules: sameRules(filled.rules) }
  if (filled.kind !== 'closing') return filled
  const { sums, listed } = filled.neverClaimed
  return { ...filled, neverClaimed: { sums, listed: listed.map((one) => ({ ...one, day: '', days: 0 })) } }
}
