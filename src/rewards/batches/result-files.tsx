import type { Context } from 'hono'
import { payoutsMessages } from '../../../messages/generated/payouts.ts'
import { formatDateTime } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'

export interface ResultFilesProps {
  c: Context<AppEnv>
  batchId: string
  /** Files of results that were uploaded for it, newest first. */
  files: readonly { id: string; at: string; hash: string }[]
}

/** What each file that was uploaded did, line by line. */
export function ResultFiles({ c, batchId, files }: ResultFilesProps) {
  if (files.length === 0) return null
  const language = languageOf(c)
  return (
    <section>
      <h2>{payoutsMessages(language).results.title}</h2>
      <ul>
        {files.map(({ id, at, hash }) => (
          <li>
            <a href={`/finance/batches/${batchId}/results/${id}`}>{formatDateTime(at, language)}</a>{' '}
            {/* Two of one minute are told apart, and found again by what their pages call them. */}
            <code>{hash.slice(0, 16)}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}
