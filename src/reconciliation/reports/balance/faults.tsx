import type { ReportsMessages } from '../../../../messages/generated/reports.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { formatMoney } from '../../../platform/i18n/format.ts'
import { type AccountReport, unexplainedOf } from '../account-report.ts'
import type { Report, ReportFault } from '../content.ts'

type FaultsProps = { faults: ReportFault[]; report: Report; words: ReportsMessages; language: Language }

/** What makes a report red, each in a sentence; of balances that differ, by how much and what is known of the reason. */
export function Faults({ faults, report, words, language }: FaultsProps) {
  if (faults.length === 0) {
    const isLater = 'timing' in report && report.timing.count > 0
    return <p class="notice good">{isLater ? words.cleanButTiming : words.clean}</p>
  }
  return (
    <div class="notice bad">
      <ul>
        {faults.map((fault) => (
          <li>
            {words.faults[fault]}
            {fault === 'balance_break' && 'timing' in report && (
              <>
                <br />
                {balanceText(report, words, language)}
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** By how much the balances differ, and what is known of the reason. */
function balanceText(report: AccountReport, words: ReportsMessages, language: Language): string {
  const { ledger, provider, exceptions, paidWithoutLine, linesWithoutAttempt } = report
  const difference = unexplainedOf(report)
  const wasBefore = provider.openingMinor !== null && provider.openingMinor - ledger.openingMinor === difference
  const cause = exceptions.some(({ open }) => open.count > 0)
    ? 'exceptions'
    : paidWithoutLine.count + linesWithoutAttempt.count > 0
      ? 'unmatched'
      : wasBefore
        ? 'before'
        : 'unknown'
  return words.balanceCauses[cause]({ difference: formatMoney(difference, report.account.currency, language) })
}
