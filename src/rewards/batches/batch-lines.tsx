/** The payouts of a batch, each to be ticked as paid by whoever reports on them. */
import type { Context } from 'hono'
import { approvalsMessages } from '../../../messages/generated/approvals.ts'
import { type PayoutsMessages, payoutsMessages } from '../../../messages/generated/payouts.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import type { ProposalKind } from '../../../schema/tables.ts'
import { formatMoney, leadIn } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { DataTable } from '../../staff/frame/data-table.tsx'
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

const isOpen = ({ payoutState }: BatchLine) => payoutState === 'open'

export function Lines({ c, lines, words, canTick, batchId }: LinesProps) {
  const language = languageOf(c)
  const ticks = canTick && lines.some(isOpen)
  const table = (
    <DataTable
      language={language}
      label={words.lines}
      rows={lines}
      columns={[
        ...(ticks
          ? [
              {
                head: words.report,
                is: 'box' as const,
                cell: (line: BatchLine) => isOpen(line) && <Tick line={line} />,
              },
            ]
          : []),
        {
          head: words.voucher,
          is: 'name' as const,
          cell: ({ payoutId, voucherReference }) => (
            <a href={`/finance/payouts/${payoutId}`}>
              <code>{voucherReference}</code>
            </a>
          ),
        },
        { head: words.channel, cell: ({ channel }) => words.channels[channel] },
        {
          head: words.amount,
          is: 'number' as const,
          cell: ({ amountMinor, currency }) => formatMoney(amountMinor, currency, language),
        },
        { head: words.state, cell: (line) => <State line={line} language={language} /> },
        { head: words.reference, cell: ({ reference }) => (reference === null ? '–' : <code>{reference}</code>) },
      ]}
    />
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

/** What says that a payout was made; one that was never sent has nothing to be named by. */
function Tick({ line: { reference, voucherReference } }: { line: BatchLine }) {
  if (reference === null) return null
  return (
    <>
      <input type="checkbox" id={reference} name="paid" value={reference} />
      <label for={reference} class="sr">
        {voucherReference}
      </label>
    </>
  )
}

/** How a payout stands, and what waits for another person. */
function State({ line, language }: { line: BatchLine; language: Language }) {
  const words = payoutsMessages(language)
  const approvals = approvalsMessages(language)
  return (
    <>
      {words.payoutStates[line.payoutState]}
      {isOpen(line) && line.attemptState !== null && (
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
    </>
  )
}
