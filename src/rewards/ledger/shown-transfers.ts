/** Transfers between the accounts of an offer's budget, as a proposal shows them before they are made. */
import { approvalsMessages } from '../../../messages/generated/approvals.ts'
import { reportsMessages } from '../../../messages/generated/reports.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { formatMoney } from '../../platform/i18n/format.ts'
import type { FactTable } from '../../staff/approvals/effect.ts'
import type { Transfer } from './ledger.ts'

/** The table of them, in this currency; none when nothing moves. Transfers between the same accounts are added up. */
export function transfersTable(
  transfers: readonly Pick<Transfer, 'debit' | 'credit' | 'amountMinor'>[],
  currency: string,
  language: Language,
): FactTable[] {
  if (transfers.length === 0) return []
  const words = approvalsMessages(language).shown
  const { accountsOf } = reportsMessages(language)
  const sums = new Map<string, number>()
  for (const { debit, credit, amountMinor } of transfers) {
    const way = `${accountsOf[debit]} → ${accountsOf[credit]}`
    sums.set(way, (sums.get(way) ?? 0) + amountMinor)
  }
  return [
    {
      title: words.transfers,
      heads: [words.way, words.amount],
      rows: [...sums].map(([way, minor]) => [{ text: way }, { text: formatMoney(minor, currency, language) }]),
    },
  ]
}
