/** The page on which a preparer takes back that a payout was paid, or reads why that cannot be. */
import type { Context } from 'hono'
import { approvalsMessages } from '../../../messages/generated/approvals.ts'
import { payoutsMessages } from '../../../messages/generated/payouts.ts'
import { NoticeLine } from '../../platform/http/notice-line.tsx'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { ProposalDetails } from '../../staff/approvals/details.tsx'
import type { Details } from '../../staff/approvals/effect.ts'
import { LinesField } from '../../staff/frame/field.tsx'
import { StaffPage } from '../../staff/frame/frame.tsx'
import type { CannotUndo } from './undo.ts'

export interface UndoPageProps {
  c: Context<AppEnv>
  payoutId: string
  details: Details
  /** Why it cannot be done; null when it can. */
  whyNot: CannotUndo | null
  /** What was wrong with what was posted, and what was typed. */
  refused: 'reason' | 'waiting' | null
  typed: string
}

export function UndoPage({ c, payoutId, details, whyNot, refused, typed }: UndoPageProps) {
  const language = languageOf(c)
  const { undo } = payoutsMessages(language)
  const text = whyNot === null ? (refused === null ? null : undo[refused]) : undo.refused[whyNot]
  return (
    <StaffPage c={c} title={undo.title}>
      <NoticeLine notice={text === null ? null : { tone: 'bad', text }} />
      <ProposalDetails {...details} />
      {whyNot === null && (
        <form method="post" action={`/finance/payouts/${payoutId}/undo`} class="no-print">
          <p>{undo.hint}</p>
          <LinesField name="reason" label={approvalsMessages(language).why} value={typed} rows={3} />
          <p class="actions">
            <button class="button" type="submit">
              {undo.button}
            </button>{' '}
            <a href={`/finance/payouts/${payoutId}`}>{undo.back}</a>
          </p>
        </form>
      )}
      {whyNot !== null && (
        <p>
          <a href={`/finance/payouts/${payoutId}`}>{undo.back}</a>
        </p>
      )}
    </StaffPage>
  )
}
