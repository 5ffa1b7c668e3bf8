import type { ReportsMessages } from '../../../../messages/generated/reports.ts'
import { frameMessages } from '../../../../messages/generated/studies/frame.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { formatMoney, gap } from '../../../platform/i18n/format.ts'
import { type Granted, may } from '../../../staff/permissions/may.ts'
import { type AccountReport, unexplainedOf } from '../account-report.ts'
import type { Report, ReportFault } from '../content.ts'

type FaultsProps = {
  faults: ReportFault[]
  report: Report
  words: ReportsMessages
  language: Language
  staff: Granted
}

/** Where something can be done about a fault, and what one needs to go there. */
const ways = {
  open_exceptions: { part: 'exceptions', href: '/finance/exceptions', permission: 'exceptions.view' },
  not_covered: { part: 'statements', href: '/finance/statements', permission: 'statements.view' },
} as const
const wayOf = (fault: ReportFault) => (Object.hasOwn(ways, fault) ? ways[fault as keyof typeof ways] : undefined)

/** What makes a report red, each in a sentence; of balances that differ, by how much and what is known of the reason. */
export function ReportFaults({ faults, report, words, language, staff }: FaultsProps) {
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
            {gap(language)}
            <Way fault={fault} language={language} staff={staff} />
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

function Way({ fault, language, staff }: Pick<FaultsProps, 'language' | 'staff'> & { fault: ReportFault }) {
  const way = wayOf(fault)
  if (way === undefined || !may(staff, way.permission)) return null
  return (
    <a class="no-print" href={way.href}>
      {frameMessages(language).parts[way.part]}
    </a>
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
