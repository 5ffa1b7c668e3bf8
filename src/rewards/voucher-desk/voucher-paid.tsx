/** Of a voucher's page: who prepared and approved its payouts, each attempt with the provider's codes, and proposals. */

import { payoutsMessages } from '../../../messages/generated/payouts.ts'
import { formatDateTime } from '../../platform/i18n/format.ts'
import { Scroll } from '../../staff/frame/scroll.tsx'
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
            <Scroll label={words.attempts}>
              <table class="table">
                <thead>
                  <tr>
                    <th scope="col">{words.attempts}</th>
                    <th scope="col">{words.state}</th>
                    <th scope="col">{payout.code}</th>
                  </tr>
                </thead>
                <tbody>
                  {attempts.map((attempt) => (
                    <tr>
                      <th scope="row">
                        {attempt.nth} · <code>{attempt.reference}</code>
                      </th>
                      <td>{payout.attemptStates[attempt.state]}</td>
                      <td>
                        {attempt.code !== null && <code>{attempt.code}</code>}{' '}
                        {attempt.providerId !== null && <code>{attempt.providerId}</code>}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
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
