import type { Context } from 'hono'
import { vouchersMessages } from '../../../messages/generated/vouchers.ts'
import { formatDate, formatMoney } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import type { Around } from '../../staff/frame/address.ts'
import { Pages } from '../../staff/frame/data-table.tsx'
import { figures } from '../../staff/frame/figures.ts'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { NamedCell } from '../../staff/frame/named.tsx'
import { Scroll } from '../../staff/frame/scroll.tsx'
import type { Listed } from './days.ts'

export interface DayPageProps {
  c: Context<AppEnv>
  day: string
  count: number
  listed: Listed[]
  /** Slugs by study id. */
  studies: ReadonlyMap<string, string>
  pages: Around
}

/** The vouchers of one day, some at a time. */
export function DayPage({ c, day, count, listed, studies, pages }: DayPageProps) {
  const language = languageOf(c)
  const words = vouchersMessages(language).list
  const title = words.dayTitle({ day: formatDate(day, language) })
  return (
    <StaffPage c={c} title={title}>
      <p>
        {words.vouchers} <strong>{figures(count)}</strong>
      </p>
      <Scroll label={title}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{words.reference}</th>
              <th scope="col" class="number">
                {words.amount}
              </th>
              <th scope="col">{words.state}</th>
            </tr>
          </thead>
          <tbody>
            {listed.map((voucher) => (
              <tr>
                <th scope="row">
                  <NamedCell href={`/finance/vouchers/${voucher.reference}`} code={voucher.reference}>
                    {studies.get(voucher.studyId)}
                  </NamedCell>
                </th>
                <td class="number">{formatMoney(voucher.amountMinor, voucher.currency, language)}</td>
                <td>
                  <span class="badge">{words.states[voucher.state]}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="small">{words.orderHint}</p>
      <Pages language={language} pages={pages} />
      <p class="actions no-print">
        <a class="button quiet" href="/finance/days">
          {words.back}
        </a>
      </p>
    </StaffPage>
  )
}
