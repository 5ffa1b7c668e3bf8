/** Of a voucher's page: who prepared and approved its payouts, each attempt with the provider's codes, and proposals. */

import { payoutsMessages } from '../../../messages/generated/payouts.ts'
import { formatDateTime } from '../../platform/i18n/format.ts'
import { DataTable } from '../../staff/frame/data-table.tsx'
import { batchNumber } from '../batches/number.ts'
import type { VoucherPart } from './voucher-part.ts'

export function Payouts({ history, words, language }: VoucherPart) {
  const payout = payoutsMessages(language)
  if (history.payouts.length === 0) return null
  return (
    <section>
      <h2>{words.payouts}</h2>
      {history.payouts.map(({ payoutId, batchId, provider, channel, state, preparedBy, approvals, attempts }) => (
        <section class="q" aria-label={payout.payoutStates[state]}>
          <p>
            <span class="badge">{payout.payoutStates[state]}</span> {payout.providers[provider]} ·{' '}
            {payout.channels[channel]} ·{' '}
            <a href={`/finance/batches/${batchId}`}>
              {payout.batch} <code>{batchNumber(batchId)}</code>
            </a>{' '}
            · <a href={`/finance/payouts/${payoutId}`}>{words.openPayout}</a>
          </p>
          <p class="small">
            {words.preparedBy} {history.names.get(preparedBy) ?? preparedBy} · {words.approvedBy}{' '}
            {approvals.length === 0
              ? payout.notYet
              : approvals.map(({ name, at }) => `${name} (${formatDateTime(at, language)})`).join(', ')}
          </p>
          {attempts.length > 0 && (
            <DataTable
              language={language}
              label={words.attempts}
              rows={attempts}
              columns={[
                {
                  head: words.attempts,
                  is: 'name',
                  cell: ({ nth, reference }) => (
                    <>
                      {nth} · <code>{reference}</code>
                    </>
                  ),
                },
                { head: words.state, cell: ({ state }) => payout.attemptStates[state] },
                {
                  head: payout.code,
                  cell: ({ code, providerId }) => (
                    <>
                      {code !== null && <code>{code}</code>} {providerId !== null && <code>{providerId}</code>}
                    </>
                  ),
                },
              ]}
            />
          )}
        </section>
      ))}
    </section>
  )
}

export function Proposals({ history, words, language }: VoucherPart) {
  const { proposals, names } = history
  if (proposals.length === 0) return null
  const by = (id: string, at: string) => `${names.get(id) ?? id} · ${formatDateTime(at, language)}`
  return (
    <section>
      <h2>{words.proposals}</h2>
      <ul>
        {proposals.map(({ kind, why, proposedBy, at, verdict, decidedBy, decidedAt }) => (
          <li>
            {words.proposalKinds[kind]} · <span lang="">{why}</span>{' '}
            <span class="small">
              {by(proposedBy, at)} →{' '}
              {verdict === null || decidedBy === null || decidedAt === null ? (
                <a href="/finance/proposals">{words.waits}</a>
              ) : (
                `${words.decisions[verdict]}: ${by(decidedBy, decidedAt)}`
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
