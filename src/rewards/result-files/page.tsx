/** What a file of results did, line by line. */
import type { Context } from 'hono'
import { payoutsMessages } from '../../../messages/generated/payouts.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { DownloadButton } from '../../staff/frame/download.tsx'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { Scroll } from '../../staff/frame/scroll.tsx'
import type { LineOutcome, ReportOutcome } from '../payouts/results.ts'

export interface ResultsPageProps {
  c: Context<AppEnv>
  batchId: string
  /** The file's name, without its ending. */
  name: string
  outcomes: readonly LineOutcome[]
  /** Ids of the batch's payouts by reference. */
  payouts: ReadonlyMap<string, string>
  /** Whether whoever looks may take the file away, and it is still kept. */
  mayTake: boolean
}

const tones: Record<ReportOutcome, string> = {
  paid: 'badge good',
  known: 'badge',
  pending: 'badge',
  proposed: 'badge wait',
  conflict: 'badge bad',
  unknown_reference: 'badge bad',
}

export function ResultsPage({ c, batchId, name, outcomes, payouts, mayTake }: ResultsPageProps) {
  const words = payoutsMessages(languageOf(c))
  const { results } = words
  return (
    <StaffPage c={c} title={results.title}>
      <p>
        <code>{name}</code> · {results.count({ count: outcomes.length })}
      </p>
      {outcomes.length > 0 && (
        <Scroll label={results.title}>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{results.reference}</th>
                <th scope="col">{results.says}</th>
                <th scope="col">{results.did}</th>
              </tr>
            </thead>
            <tbody>
              {outcomes.map(({ reference, says, code, result }) => (
                <tr>
                  <th scope="row">
                    <Reference reference={reference} payoutId={payouts.get(reference)} />
                  </th>
                  <td>
                    {results.outcomes[says]} {code !== null && <code>{code}</code>}
                  </td>
                  <td>
                    <span class={tones[result]}>{results.done[result]}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <div class="actions no-print">
        {mayTake && (
          <DownloadButton action={`/finance/batches/${batchId}/results/${fileIdIn(c)}`} quiet>
            {words.evidenceFile}
          </DownloadButton>
        )}
        <a class="button quiet" href={`/finance/batches/${batchId}`}>
          {results.back}
        </a>
      </div>
    </StaffPage>
  )
}

function fileIdIn(c: Context<AppEnv>): string {
  return c.req.param('file') ?? ''
}

function Reference({ reference, payoutId }: { reference: string; payoutId: string | undefined }) {
  if (payoutId === undefined) return <code>{reference}</code>
  return (
    <a href={`/finance/payouts/${payoutId}`}>
      <code>{reference}</code>
    </a>
  )
}
