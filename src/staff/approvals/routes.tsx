/** `/finance/proposals`: what takes two people, waiting and decided. */

import { Hono } from 'hono'
import * as z from 'zod'
import { approvalsMessages } from '../../../messages/generated/approvals.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import type { Verdict } from '../../../schema/tables.ts'
import { first } from '../../platform/db/together.ts'
import { field, readPosted } from '../../platform/http/form.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { addressed } from '../../platform/http/valid.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { may } from '../permissions/may.ts'
import { needs, type StudyOf, staffOf } from '../permissions/needs.ts'
import type { Permission } from '../permissions/permissions.ts'
import { decide } from './actions.ts'
import type { Effects } from './effect.ts'
import { ProposalPage, ProposalsPage, type ProposalsPageProps } from './page.tsx'
import type { EffectOf } from './proposal.ts'
import { shownProposals, studyIdOf } from './shown.ts'
import { decidedProposals, proposalById, waitingProposals } from './store.ts'

// Each is shown with all that it would do, which is read for each.
const waitingOnAPage = 20
const decidedOnAPage = 25

const pageSchema = z.object({ before: z.string().max(60).optional(), said: z.string().max(40).optional() })
const verdictSchema = z.enum(['confirmed', 'declined', 'withdrawn'])

/** What each verdict needs; whether this very person may give it, the action and the database say. */
const permissionFor = {
  confirmed: 'approvals.decide',
  declined: 'approvals.decide',
  withdrawn: 'approvals.withdraw',
} as const satisfies Record<Verdict, Permission>

const noEffect: EffectOf = async () => ({ refused: 'moved_on' })

/**
 * The pages of what takes two people.
 * @param effects what confirming does, by kind: other rooms know that, and the app hands it in
 */
export function proposalRoutes(effects: Effects): Hono<AppEnv> {
  const studyOf = studyOfProposal(effects)
  return new Hono<AppEnv>()
    .get('/finance/proposals', needs('approvals.view'), addressed('query', pageSchema), async (c) => {
      const { db } = c.var.ports
      const { before, said } = c.req.valid('query')
      const language = languageOf(c)
      const waiting = await db.read(waitingProposals({ limit: waitingOnAPage + 1 }))
      const decided = await db.read(decidedProposals({ before: before ?? 'proposal_~', limit: decidedOnAPage + 1 }))
      const history = decided.slice(0, decidedOnAPage)
      const olderThan = decided.length > decidedOnAPage ? (history.at(-1)?.id ?? null) : null
      const props = {
        waiting: await shownProposals(c, effects, waiting.slice(0, waitingOnAPage), true),
        isCut: waiting.length > waitingOnAPage,
        history: await shownProposals(c, effects, history, false),
        olderThan,
        isNewest: before === undefined,
        said: saying(effects, said ?? '', language),
      }
      return c.html(<ProposalsPage c={c} {...props} />)
    })
    .get('/finance/proposals/:id', needs('approvals.view', studyOf), addressed('query', pageSchema), async (c) => {
      const row = await first(c.var.ports.db, proposalById({ id: c.req.param('id') }))
      const [proposal] = row === undefined ? [] : await shownProposals(c, effects, [row], true)
      if (proposal === undefined) return refuse(c, 'not_found')
      const said = saying(effects, c.req.valid('query').said ?? '', languageOf(c))
      return c.html(<ProposalPage c={c} proposal={proposal} said={said} />)
    })
    .post('/finance/proposals/:id', needs('approvals.withdraw', studyOf), async (c) => {
      const { ports } = c.var
      const staff = staffOf(c)
      const id = c.req.param('id')
      const verdict = verdictSchema.safeParse(field(await readPosted(c), 'verdict')).data
      if (verdict === undefined || !may(staff, permissionFor[verdict], await studyOf(c))) return refuse(c, 'forbidden')
      const proposal = await first(ports.db, proposalById({ id }))
      const effect = proposal && effects[proposal.kind]
      const outcome = await decide(ports, staff, id, verdict, effect?.effectOf ?? noEffect)
      if ('decided' in outcome && verdict === 'confirmed') effect?.after?.(ports)
      const said = 'decided' in outcome ? outcome.decided : `${proposal?.kind ?? ''}.${outcome.refused}`
      return c.redirect(`/finance/proposals?said=${encodeURIComponent(said)}`, 303)
    })
}

/** The study of what the proposal in the address is about: none, when that is a matter of the whole service. */
function studyOfProposal(effects: Effects): StudyOf {
  return async (c) => {
    const { db } = c.var.ports
    const proposal = await first(db, proposalById({ id: c.req.param('id') ?? '' }))
    return proposal && studyIdOf(db, effects, proposal)
  }
}

/** What `?said=` stands for; anything else says nothing. */
function saying(effects: Effects, said: string, language: Language): ProposalsPageProps['said'] {
  const words = approvalsMessages(language)
  const good = Object.entries(words.said).find(([code]) => code === said)?.[1]
  if (good !== undefined) return { text: good, good: true }
  const [kind = '', code = ''] = said.split('.')
  const effect = Object.entries(effects).find(([name]) => name === kind)?.[1]
  const own = Object.entries(effect?.refusals?.(language) ?? {}).find(([name]) => name === code)?.[1]
  const bad = own ?? Object.entries(words.refused).find(([name]) => name === code)?.[1]
  if (bad !== undefined) return { text: bad, good: false }
  return code === '' ? null : { text: words.refused.moved_on, good: false }
}
