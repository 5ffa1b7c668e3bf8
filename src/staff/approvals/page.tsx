import type { Context } from 'hono'
import { type ApprovalsMessages, approvalsMessages } from '../../../messages/generated/approvals.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { formatDateTime, leadIn } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import type { Staff } from '../accounts/store.ts'
import { StaffPage } from '../frame/frame.tsx'
import { staffOf } from '../permissions/needs.ts'
import type { ProposalRow } from './store.ts'

/** A proposal, and what exactly it would do, in words. */
export interface ShownProposal {
  row: ProposalRow
  text: string
  href?: string | undefined
  /** Whether whoever looks may decide proposals of its study; their own they may not. */
  mayDecide: boolean
}

export interface ProposalsPageProps {
  c: Context<AppEnv>
  waiting: readonly ShownProposal[]
  /** Whether more are waiting than are shown. */
  isCut: boolean
  history: readonly ShownProposal[]
  /** The proposal that the next page of the history is made before, if there is one. */
  olderThan: string | null
  isNewest: boolean
  /** What came of the button that was pressed last. */
  said: { text: string; good: boolean } | null
}

/** What waits for another person, and what was decided. */
export function ProposalsPage(props: ProposalsPageProps) {
  const { c, waiting, isCut, said, isNewest } = props
  const language = languageOf(c)
  const words = approvalsMessages(language)
  return (
    <StaffPage c={c} title={words.title}>
      {said && (
        <p class={said.good ? 'notice good' : 'notice bad'} role={said.good ? 'status' : 'alert'}>
          {said.text}
        </p>
      )}
      {isNewest && (
        <>
          <p>{words.about}</p>
          {waiting.length === 0 ? (
            <section class="empty">
              <h2>{words.nothing.title}</h2>
              <p>{words.nothing.text}</p>
            </section>
          ) : (
            <section>
              <h2>{words.waiting}</h2>
              {waiting.map((one) => (
                <Waiting {...one} staff={staffOf(c)} words={words} language={language} />
              ))}
              {isCut && <p class="small">{words.more({ shown: waiting.length })}</p>}
            </section>
          )}
        </>
      )}
      <History {...props} words={words} language={language} />
    </StaffPage>
  )
}

type Said = { words: ApprovalsMessages; language: Language }

function Waiting({ staff, words, language, ...proposal }: ShownProposal & Said & { staff: Staff }) {
  const { row, text, href } = proposal
  const isTheirs = row.proposedBy === staff.id
  const mayDecide = proposal.mayDecide && !isTheirs
  return (
    <form class="q" method="post" action={`/finance/proposals/${row.id}`} aria-labelledby={row.id}>
      <h3 id={row.id}>
        <span class="badge wait">{words.kinds[row.kind]}</span> {text} {href && <a href={href}>{words.look}</a>}
      </h3>
      <p>
        {leadIn(words.why, language)}
        <span lang="">{row.reason}</span>
      </p>
      <p class="small">{words.by({ name: row.proposedByName, at: formatDateTime(row.at, language) })}</p>
      {isTheirs && <p class="small">{words.another}</p>}
      {!isTheirs && !mayDecide && <p class="small">{words.approver}</p>}
      {(isTheirs || mayDecide) && (
        <p class="actions">
          {mayDecide && (
            <button class="button" type="submit" name="verdict" value="confirmed">
              {words.confirm}
            </button>
          )}
          {mayDecide && (
            <button class="button quiet" type="submit" name="verdict" value="declined">
              {words.decline}
            </button>
          )}
          {isTheirs && (
            <button class="button quiet" type="submit" name="verdict" value="withdrawn">
              {words.withdraw}
            </button>
          )}
        </p>
      )}
    </form>
  )
}

function History({ history, olderThan, isNewest, words, language }: ProposalsPageProps & Said) {
  if (history.length === 0 && isNewest) return null
  return (
    <section>
      <h2>{words.history}</h2>
      {history.map(({ row, text, href }) => (
        <dl class="stat">
          <dt>{words.kinds[row.kind]}</dt>
          <dd class="small">
            {text} {href && <a href={href}>{words.look}</a>}
          </dd>
          <dd class="small">
            {leadIn(words.why, language)}
            <span lang="">{row.reason}</span>
          </dd>
          <dd class="small">{words.by({ name: row.proposedByName, at: formatDateTime(row.at, language) })}</dd>
          {row.verdict !== null && (
            <dd class="small">
              <span class={row.verdict === 'confirmed' ? 'badge good' : 'badge'}>{words.verdicts[row.verdict]}</span>{' '}
              {row.decidedByName} · {formatDateTime(row.decidedAt ?? row.at, language)}
            </dd>
          )}
        </dl>
      ))}
      <p class="actions no-print">
        {olderThan !== null && (
          <a class="button quiet" href={`/finance/proposals?before=${olderThan}`}>
            {words.older}
          </a>
        )}
        {!isNewest && (
          <a class="button quiet" href="/finance/proposals">
            {words.newest}
          </a>
        )}
      </p>
    </section>
  )
}
