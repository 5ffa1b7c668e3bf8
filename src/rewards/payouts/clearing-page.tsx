/** What has been instructed and is not settled: since when, what was said last, and when the provider is asked next. */

import type { Context } from 'hono'
import { payoutsMessages } from '../../../messages/generated/payouts.ts'
import { formatDateTime, formatMoney } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import type { Around } from '../../staff/frame/address.ts'
import { DataTable } from '../../staff/frame/data-table.tsx'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { NamedCell } from '../../staff/frame/named.tsx'
import { sortBy, sortByTime } from '../../staff/frame/sorting.ts'
import type { BatchLine } from '../batches/batch-lines.tsx'

export interface ClearingPageProps {
  c: Context<AppEnv>
  lines: (Omit<BatchLine, 'waiting' | 'isFailing'> & { study: string })[]
  pages: Around
  /** ISO 8601. */
  now: string
}

export function ClearingPage({ c, lines, pages, now }: ClearingPageProps) {
  const language = languageOf(c)
  const words = payoutsMessages(language)
  return (
    <StaffPage c={c} title={words.clearing}>
      <p>{words.clearingAbout}</p>
      <DataTable
        language={language}
        label={words.clearing}
        rows={lines}
        pages={pages}
        empty={words.nothingInClearing}
        columns={[
          {
            head: words.voucher,
            is: 'name',
            cell: (line) => (
              <NamedCell href={`/finance/payouts/${line.payoutId}`} code={line.voucherReference}>
                {line.study}
              </NamedCell>
            ),
          },
          {
            head: words.amount,
            is: 'number',
            sort: sortBy(c, 'amount'),
            cell: (line) => formatMoney(line.amountMinor, line.currency, language),
          },
          { head: words.provider, cell: (line) => words.providers[line.provider] },
          {
            head: words.state,
            sort: sortBy(c, 'state'),
            cell: (line) => (
              <>
                <span class={line.attemptState === 'unknown' ? 'badge bad' : 'badge wait'}>
                  {line.attemptState === null ? '' : words.attemptStates[line.attemptState]}
                </span>{' '}
                {line.code !== null && <code>{line.code}</code>}
              </>
            ),
          },
          {
            head: words.since,
            is: 'when',
            sort: sortByTime(c, 'oldest', ['amount', 'state']),
            cell: (line) => (line.attemptMadeAt === null ? '' : formatDateTime(line.attemptMadeAt, language)),
          },
          { head: words.next, cell: (line) => whenNext(line.nextAt, now, language) },
        ]}
      />
    </StaffPage>
  )
}

/** How long until the provider is asked again, in hours and minutes; when that is, where it is a day or more. */
export function whenNext(nextAt: string | null, now: string, language: Parameters<typeof payoutsMessages>[0]): string {
  const words = payoutsMessages(language)
  if (nextAt === null) return words.byStaff
  const left = Date.parse(nextAt) - Date.parse(now)
  if (left <= 0) return words.nextNow
  const minutes = Math.floor(left / 60_000)
  if (minutes < 60) return words.nextIn({ minutes })
  const hours = Math.floor(minutes / 60)
  return hours < 24 ? words.nextInHours({ hours, minutes: minutes % 60 }) : formatDateTime(nextAt, language)
}
