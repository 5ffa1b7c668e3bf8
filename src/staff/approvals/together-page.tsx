import type { Context } from 'hono'
import { approvalsMessages } from '../../../messages/generated/approvals.ts'
import type { ProposalKind } from '../../../schema/tables.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { StaffPage } from '../frame/frame.tsx'
import { DecidedCard, type ShownProposal } from './card.tsx'
import { listOf } from './page.tsx'

/** Several proposals with all that they do, and one button for all of them. */
export function DecideTogetherPage({
  c,
  proposals,
  kind,
}: {
  c: Context<AppEnv>
  proposals: readonly ShownProposal[]
  /** The kind that the list showed alone, which it then does again. */
  kind: ProposalKind | null
}) {
  const language = languageOf(c)
  const words = approvalsMessages(language)
  const count = proposals.length
  return (
    <StaffPage c={c} title={words.together.title({ count })}>
      {count === 0 ? <p>{words.together.nothing}</p> : <p>{words.together.about}</p>}
      {count > 0 && <h2>{words.waiting}</h2>}
      {proposals.map((one) => (
        <DecidedCard {...one} language={language} />
      ))}
      <form class="actions no-print" method="post" action="/finance/proposals/selection">
        {kind !== null && <input type="hidden" name="kind" value={kind} />}
        {proposals.map(({ row }) => (
          <input type="hidden" name="proposal" value={row.id} />
        ))}
        {count > 0 && (
          <>
            <button class="button" type="submit" name="verdict" value="confirmed">
              {words.together.confirm({ count })}
            </button>
            <button class="button quiet" type="submit" name="verdict" value="declined">
              {words.together.decline({ count })}
            </button>
          </>
        )}
        <a class="button quiet" href={listOf(kind)}>
          {words.all}
        </a>
      </form>
    </StaffPage>
  )
}
