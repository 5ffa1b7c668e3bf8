/** One proposal with all that it would do, and what whoever looks may do about it: on the list, and where it belongs. */
import { type ApprovalsMessages, approvalsMessages } from '../../../messages/generated/approvals.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { isFingerprint } from '../../platform/i18n/fingerprint.ts'
import { formatDateTime, gap, leadIn } from '../../platform/i18n/format.ts'
import type { Staff } from '../accounts/store.ts'
import { ProposalDetails } from './details.tsx'
import type { Details } from './effect.ts'
import type { ProposalRow } from './store.ts'

/** A proposal, and what exactly it would do, in words. */
export interface ShownProposal {
  row: ProposalRow
  text: string
  href?: string | undefined
  /** Left out where only its sentence is shown. */
  details: Details | null
  /** Why it cannot be confirmed as things stand: then only declining it, or withdrawing it, is offered. */
  whyNot: string | null
  /** The list on which whoever looks finds it, below which it is decided. */
  list: '/finance/proposals' | '/admin/proposals'
  /** Whether whoever looks may decide proposals of its study; their own they may not. */
  mayDecide: boolean
}

export interface CardProps extends ShownProposal {
  staff: Pick<Staff, 'id'>
  language: Language
  /** Whether it can be selected, to be decided with others, and is; left out where it stands alone. */
  selection?: { isSelected: boolean }
}

/** The form that the boxes of all cards belong to. */
export const selectionForm = 'selection'

/** A proposal that waits. */
export function ProposalCard(props: CardProps) {
  const { staff, language, row, text, href, details, whyNot } = props
  const words = approvalsMessages(language)
  const isTheirs = row.proposedBy === staff.id
  const mayDecide = props.mayDecide && !isTheirs
  return (
    <article class="q" aria-labelledby={row.id}>
      <h3 id={row.id}>
        <span class="badge wait">{words.kinds[row.kind]}</span> {text}
        {gap(language)}
        {href && <a href={href}>{words.look}</a>}
      </h3>
      {details && <ProposalDetails {...details} />}
      <Reason row={row} words={words} language={language} />
      {whyNot !== null && <p class="notice wait">{whyNot}</p>}
      {mayDecide && whyNot === null && props.selection && (
        <p class="no-print">
          <label>
            <input
              type="checkbox"
              form={selectionForm}
              name="proposal"
              value={row.id}
              checked={props.selection.isSelected}
            />{' '}
            {words.together.select}
          </label>
        </p>
      )}
      {isTheirs && <p class="small">{words.another}</p>}
      {!isTheirs && !mayDecide && <p class="small">{words.approver}</p>}
      {(isTheirs || mayDecide) && (
        <form class="actions no-print" method="post" action={`${props.list}/${row.id}`}>
          {mayDecide && whyNot === null && (
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
        </form>
      )}
    </article>
  )
}

/** A proposal without buttons: with how it was decided, and by whom, if it was. */
export function DecidedCard({ row, text, href, details, language }: ShownProposal & { language: Language }) {
  const words = approvalsMessages(language)
  return (
    <article class="q" aria-labelledby={row.id}>
      <h3 id={row.id}>
        <span class="badge">{words.kinds[row.kind]}</span> {text}
        {gap(language)}
        {href && <a href={href}>{words.look}</a>}
      </h3>
      {details && <ProposalDetails {...details} />}
      <Reason row={row} words={words} language={language} />
      <p class="small">
        <DecisionLine row={row} words={words} language={language} />
      </p>
    </article>
  )
}

interface DecidedAboutProps {
  decided: readonly ShownProposal[]
  language: Language
}

/** On the page of what they are about: what was proposed and decided, and by whom. Nothing where nothing was. */
export function DecidedAbout({ decided, language }: DecidedAboutProps) {
  if (decided.length === 0) return null
  return (
    <section>
      <h2>{approvalsMessages(language).history}</h2>
      {decided.map((one) => (
        <DecidedCard {...one} href={undefined} language={language} />
      ))}
    </section>
  )
}

type Part = { row: ProposalRow; words: ApprovalsMessages; language: Language }

function Reason({ row, words, language }: Part) {
  return (
    <>
      {/* The text names the file that a proposal was made from: nobody has written why beside it. */}
      {!isFingerprint(row.reason) && (
        <p>
          {leadIn(words.why, language)}
          <span lang="">{row.reason}</span>
        </p>
      )}
      <p class="small">{words.by({ name: row.proposedByName, at: formatDateTime(row.at, language) })}</p>
    </>
  )
}

/** What became of it, who said so and when; nothing while it waits. */
export function DecisionLine({ row, words, language }: Part) {
  if (row.verdict === null) return null
  return (
    <>
      <span class={row.verdict === 'confirmed' ? 'badge good' : 'badge'}>{words.verdicts[row.verdict]}</span>{' '}
      {row.decidedByName} · {formatDateTime(row.decidedAt ?? row.at, language)}
    </>
  )
}
