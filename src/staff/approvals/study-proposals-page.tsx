/** What waits for a second person about studies, for those who are not at the money desk. */
import type { Context } from 'hono'
import { approvalsMessages } from '../../../messages/generated/approvals.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { Pages } from '../frame/data-table.tsx'
import { StaffPage } from '../frame/frame.tsx'
import { staffOf } from '../permissions/needs.ts'
import { DecidedCard, ProposalCard, type ShownProposal } from './card.tsx'
import { DecisionNotice, type ProposalsPageProps } from './page.tsx'

interface StudyProposalsPageProps extends Pick<ProposalsPageProps, 'said' | 'pages'> {
  c: Context<AppEnv>
  waiting: readonly ShownProposal[]
  decided: readonly ShownProposal[]
}

export function StudyProposalsPage({ c, waiting, decided, pages, said }: StudyProposalsPageProps) {
  const language = languageOf(c)
  const words = approvalsMessages(language)
  return (
    <StaffPage c={c} title={words.title}>
      <DecisionNotice said={said} />
      <p>{words.about}</p>
      {waiting.length === 0 ? (
        <section class="empty">
          <h2>{words.nothing.title}</h2>
          <p>{words.nothing.text}</p>
        </section>
      ) : (
        <h2>{words.waiting}</h2>
      )}
      {waiting.map((one) => (
        <ProposalCard {...one} staff={staffOf(c)} language={language} />
      ))}
      {decided.length > 0 && <h2>{words.history}</h2>}
      {decided.map((one) => (
        <DecidedCard {...one} language={language} />
      ))}
      <Pages language={language} pages={pages} />
    </StaffPage>
  )
}
