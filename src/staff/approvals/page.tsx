/** The list of proposals, waiting and decided, and the page of one. */
import type { Context } from 'hono'
import { type ApprovalsMessages, approvalsMessages } from '../../../messages/generated/approvals.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import type { ProposalKind } from '../../../schema/tables.ts'
import { isFingerprint } from '../../platform/i18n/fingerprint.ts'
import { formatDateTime, gap, leadIn } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import type { Around } from '../frame/address.ts'
import { Pages } from '../frame/data-table.tsx'
import { StaffPage } from '../frame/frame.tsx'
import { staffOf } from '../permissions/needs.ts'
import { DecidedCard, DecisionLine, ProposalCard, type ShownProposal, selectionForm } from './card.tsx'

export interface ProposalsPageProps {
  c: Context<AppEnv>
  waiting: readonly ShownProposal[]
  /** Whether more are waiting than are shown. */
  isCut: boolean
  history: readonly ShownProposal[]
  /** Other pages of it; the first one alone has what waits. */
  pages: Around
  /** What came of the button that was pressed last. */
  said: { text: string; good: boolean; lines?: readonly string[] } | null
  /** The kind that alone waits on this page; null: every one. */
  kind: ProposalKind | null
  /** Whether every one that can be is selected. */
  isAllSelected: boolean
}

/** What waits for another person, and what was decided. */
export function ProposalsPage(props: ProposalsPageProps) {
  const { c, waiting, isCut, said, pages } = props
  const isNewest = pages.previous === null
  const language = languageOf(c)
  const words = approvalsMessages(language)
  const staff = staffOf(c)
  const mayDecideSome =
    waiting.filter((one) => one.mayDecide && one.whyNot === null && one.row.proposedBy !== staff.id).length > 1
  return (
    <StaffPage c={c} title={words.title}>
      <DecisionNotice said={said} />
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
              <Filter {...props} words={words} />
              {mayDecideSome && <SelectAll isAll={props.isAllSelected} kind={props.kind} words={words} />}
              {waiting.map((one) => (
                <ProposalCard
                  {...one}
                  staff={staffOf(c)}
                  language={language}
                  {...(mayDecideSome ? { selection: { isSelected: props.isAllSelected } } : {})}
                />
              ))}
              {mayDecideSome && (
                <form id={selectionForm} class="actions no-print" method="get" action="/finance/proposals/selection">
                  {props.kind !== null && <input type="hidden" name="kind" value={props.kind} />}
                  <button class="button quiet" type="submit">
                    {words.together.decide}
                  </button>
                </form>
              )}
              {isCut && <p class="small">{words.more({ shown: waiting.length })}</p>}
            </section>
          )}
        </>
      )}
      <History {...props} words={words} language={language} />
    </StaffPage>
  )
}

/** One proposal, waiting or decided, with all that it does. */
export function ProposalPage({
  c,
  proposal,
  said,
}: Pick<ProposalsPageProps, 'c' | 'said'> & { proposal: ShownProposal }) {
  const language = languageOf(c)
  const words = approvalsMessages(language)
  return (
    <StaffPage c={c} title={words.what}>
      <DecisionNotice said={said} />
      <h2>{proposal.row.verdict === null ? words.waiting : words.history}</h2>
      {proposal.row.verdict === null ? (
        <ProposalCard {...proposal} staff={staffOf(c)} language={language} />
      ) : (
        <DecidedCard {...proposal} language={language} />
      )}
      <p class="actions no-print">
        <a class="button quiet" href={proposal.list}>
          {words.all}
        </a>
      </p>
    </StaffPage>
  )
}

export function DecisionNotice({ said }: Pick<ProposalsPageProps, 'said'>) {
  if (said === null) return null
  return (
    <p class={said.good ? 'notice good' : 'notice bad'} role={said.good ? 'status' : 'alert'}>
      {said.text}
      {said.lines?.map((line) => (
        <>
          <br />
          {line}
        </>
      ))}
    </p>
  )
}

/** The address of the list: of one kind, or of all. */
export function listOf(kind: ProposalKind | null, more = ''): string {
  const parts = [kind === null ? '' : `kind=${kind}`, more].filter((part) => part !== '')
  return parts.length === 0 ? '/finance/proposals' : `/finance/proposals?${parts.join('&')}`
}

/** Which kind is shown alone; on the whole list, the kinds of which several wait. */
function Filter({ kind, waiting, isCut, words }: ProposalsPageProps & { words: ApprovalsMessages }) {
  if (kind !== null) {
    return (
      <p class="small no-print">
        {words.filter.only({ kind: words.kinds[kind] })} <a href="/finance/proposals">{words.filter.every}</a>
      </p>
    )
  }
  const counts = Map.groupBy(waiting, ({ row }) => row.kind)
  const several = [...counts].flatMap(([name, rows]) =>
    rows.length > 1 && (isCut || rows.length < waiting.length) ? [name] : [],
  )
  if (several.length === 0) return null
  return (
    <p class="actions no-print">
      {several.map((name) => (
        <a class="button quiet small" href={listOf(name)}>
          {words.filter.some({ kind: words.kinds[name] })}
        </a>
      ))}
    </p>
  )
}

type SelectAllProps = { isAll: boolean; kind: ProposalKind | null; words: ApprovalsMessages }

function SelectAll({ isAll, kind, words }: SelectAllProps) {
  return (
    <p class="small no-print">
      <a href={listOf(kind, isAll ? '' : 'select=all')}>{isAll ? words.together.clear : words.together.all}</a>
    </p>
  )
}

type Said = { words: ApprovalsMessages; language: Language }

function History({ history, pages, words, language }: ProposalsPageProps & Said) {
  if (history.length === 0 && pages.previous === null) return null
  return (
    <section>
      <h2>{words.history}</h2>
      {history.map(({ row, text }) => (
        <dl class="stat">
          <dt>{words.kinds[row.kind]}</dt>
          <dd class="small">
            {text}
            {gap(language)}
            <a href={`/finance/proposals/${row.id}`}>{words.look}</a>
          </dd>
          {!isFingerprint(row.reason) && (
            <dd class="small">
              {leadIn(words.why, language)}
              <span lang="">{row.reason}</span>
            </dd>
          )}
          <dd class="small">{words.by({ name: row.proposedByName, at: formatDateTime(row.at, language) })}</dd>
          <dd class="small">
            <DecisionLine row={row} words={words} language={language} />
          </dd>
        </dl>
      ))}
      <Pages language={language} pages={pages} />
    </section>
  )
}
