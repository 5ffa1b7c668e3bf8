/** What has been instructed and is not settled: since when, what was said last, and when the provider is asked next. */

import type { Context } from 'hono'
import { payoutsMessages } from '../../../messages/generated/payouts.ts'
import { formatDateTime, formatMoney } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { Scroll } from '../../staff/frame/scroll.tsx'
import type { BatchLine } from '../batches/batch-page.tsx'

export interface ClearingPageProps {
  c: Context<AppEnv>
  lines: (BatchLine & { study: string })[]
  /** The attempt that the next page goes on behind, if there is one. */
  next: string | null
  /** ISO 8601. */
  now: string
}

export function ClearingPage({ c, lines, next, now }: ClearingPageProps) {
  const language = languageOf(c)
  const words = payoutsMessages(language)
  return (
    <StaffPage c={c} title={words.clearing}>
      <p>{words.clearingAbout}</p>
      {lines.length === 0 && <p class="empty">{words.nothingInClearing}</p>}
      {lines.length > 0 && (
        <Scroll label={words.clearing}>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{words.voucher}</th>
                <th scope="col" class="number">
                  {words.amount}
                </th>
                <th scope="col">{words.provider}</th>
                <th scope="col">{words.state}</th>
                <th scope="col">{words.since}</th>
                <th scope="col">{words.next}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr>
                  <th scope="row">
                    <a href={`/finance/payouts/${line.payoutId}`}>
                      <code>{line.voucherReference}</code>
                    </a>
                    <br />
                    <span class="small">{line.study}</span>
                  </th>
                  <td class="number">{formatMoney(line.amountMinor, line.currency, language)}</td>
                  <td>{words.providers[line.provider]}</td>
                  <td>
                    <span class={line.attemptState === 'unknown' ? 'badge bad' : 'badge wait'}>
                      {line.attemptState === null ? '' : words.attemptStates[line.attemptState]}
                    </span>
                    {line.code !== null && (
                      <>
                        {' '}
                        <code>{line.code}</code>
                      </>
                    )}
                  </td>
                  <td>{line.attemptMadeAt === null ? '' : formatDateTime(line.attemptMadeAt, language)}</td>
                  <td>{whenNext(line.nextAt, now, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {next !== null && (
        <p class="actions no-print">
          <a class="button quiet" href={`/finance/clearing?after=${next}`}>
            {words.older}
          </a>
        </p>
      )}
    </StaffPage>
  )
}

/** How long until the provider is asked again, as a countdown in minutes. */
export function whenNext(nextAt: string | null, now: string, language: Parameters<typeof payoutsMessages>[0]): string {
  const words = payoutsMessages(language)
  if (nextAt === null) return words.byStaff
  const left = Date.parse(nextAt) - Date.parse(now)
  return left <= 0 ? words.nextNow : words.nextIn({ minutes: Math.floor(left / 60_000) })
}
