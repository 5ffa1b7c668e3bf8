/** The payouts of a batch, each to be ticked as paid by whoever reports on them. */
import type { Context } from 'hono'
import { approvalsMessages } from '../../../messages/generated/approvals.ts'
import type { PayoutsMessages } from '../../../messages/generated/payouts.ts'
import type { ProposalKind } from '../../../schema/tables.ts'
import { formatMoney, leadIn } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { Scroll } from '../../staff/frame/scroll.tsx'
import type { PayoutRow } from '../payouts/store.ts'

export interface BatchLine extends PayoutRow {
  /** What finance calls the voucher. */
  voucherReference: string
  /** What is proposed about it, and waits for another person. */
  waiting: readonly ProposalKind[]
}

interface LinesProps {
  c: Context<AppEnv>
  lines: BatchLine[]
  words: PayoutsMessages
  canTick: boolean
  batchId: string
}

export function Lines({ c, lines, words, canTick, batchId }: LinesProps) {
  const language = languageOf(c)
  const approvals = approvalsMessages(language)
  const isOpen = ({ payoutState }: BatchLine) => payoutState === 'open'
  const ticks = canTick && lines.some(isOpen)
  const table = (
    <Scroll label={words.lines}>
      <table class="table">
        <thead>
          <tr>
            {ticks && <th scope="col">{words.report}</th>}
            <th scope="col">{words.voucher}</th>
            <th scope="col">{words.channel}</th>
            <th scope="col" class="number">
              {words.amount}
            </th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.reference}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr>
              {ticks && (
                <td>
                  {isOpen(line) && line.reference !== null && (
                    <>
                      <input type="checkbox" id={line.reference} name="paid" value={line.reference} />
                      <label for={line.reference} class="sr">
                        {line.voucherReference}
                      </label>
                    </>
                  )}
                </td>
              )}
              <th scope="row">
                <a href={`/finance/payouts/${line.payoutId}`}>
                  <code>{line.voucherReference}</code>
                </a>
              </th>
              <td>{words.channels[line.channel]}</td>
              <td class="number">{formatMoney(line.amountMinor, line.currency, language)}</td>
              <td>
                {words.payoutStates[line.payoutState]}
                {line.payoutState === 'open' && line.attemptState !== null && (
                  <span class="small"> · {words.attemptStates[line.attemptState]}</span>
                )}
                {line.waiting.map((kind) => (
                  <>
                    <br />
                    <a class="badge wait" href={`/finance/payouts/${line.payoutId}`}>
                      {leadIn(approvals.kinds[kind], language)}
                      {approvals.title}
                    </a>
                  </>
                ))}
              </td>
              <td>{line.reference !== null && <code>{line.reference}</code>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
  if (!ticks) return table
  return (
    <form method="post" action={`/finance/batches/${batchId}/reports`}>
      <p class="small no-print">{words.reportHint}</p>
      {table}
      <p class="actions no-print">
        <button class="button" type="submit">
          {words.reportButton}
        </button>
      </p>
    </form>
  )
}
