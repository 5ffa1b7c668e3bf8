/** `/finance/proposals`: what takes two people, waiting and decided. */

import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { first } from '../../platform/db/together.ts'
import { field, readPosted } from '../../platform/http/form.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { addressed } from '../../platform/http/valid.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import { type KeyedPage, type PageRequest, pageByKey } from '../../platform/lists/page-by-key.ts'
import type { AppEnv } from '../../ports.ts'
import { around } from '../frame/address.ts'
import { may } from '../permissions/may.ts'
import { askForFresh, needs, type StudyOf, staffOf } from '../permissions/needs.ts'
import type { ShownProposal } from './card.tsx'
import { decideOne } from './decide-one.ts'
import { type Effects, needsOf } from './effect.ts'
import { ProposalPage, ProposalsPage } from './page.tsx'
import { approvalNotice, bulkResultNotice } from './result-notice.ts'
import { pageOfProposals, shownProposals, studiesOfProposal } from './shown.ts'
import { decidedProposals, proposalById, waitingProposals } from './store.ts'
import { StudyProposalsPage } from './study-proposals-page.tsx'
import { decideTogetherRoutes, mostDecidedTogether, proposalKindOf } from './together-routes.tsx'

// Each is shown with all that it would do, which is read for each.
const waitingOnAPage = 20
// Those of one kind can be decided together, as many as can be proposed together.
const waitingOfAKind = mostDecidedTogether
const decidedOnAPage = 25

const pageSchema = z.object({
  before: z.string().max(60).optional(),
  after: z.string().max(60).optional(),
  said: z.string().max(40).optional(),
  /** The kind of those that wait; left out for every kind. */
  kind: z.string().max(40).optional(),
  select: z.literal('all').optional().catch(undefined),
  /** How many were decided together, and which were not: ids of proposals, each with the code that says why. */
  decided: z.string().max(3).optional(),
  not: z.string().max(4_000).optional(),
})
const verdictSchema = z.enum(['confirmed', 'declined', 'withdrawn'])

/** What each verdict needs; whether this very person may give it, the action and the database say. */
const needFor = { confirmed: 'decide', declined: 'decide', withdrawn: 'withdraw' } as const

/**
 * The pages of what takes two people.
 * @param effects what confirming does, by kind: other rooms know that, and the app hands it in
 */
export function proposalRoutes(effects: Effects): Hono<AppEnv> {
  const studyOf = studyOfProposal(effects)
  return new Hono<AppEnv>()
    .get('/finance/proposals', needs('approvals.view'), addressed('query', pageSchema), async (c) => {
      const { db } = c.var.ports
      const { said, select, decided: count, not } = c.req.valid('query')
      const kind = proposalKindOf(effects, c.req.valid('query').kind)
      const language = languageOf(c)
      const most = kind === null ? waitingOnAPage : waitingOfAKind
      const [waiting, decided] = await Promise.all([
        pageOfProposals(c, effects, { limit: most, isWhole: true }, (after) =>
          db.read(waitingProposals({ kind: kind ?? '', after: after?.id ?? '', limit: most + 1 })),
        ),
        historyFor(c, effects, c.req.valid('query')),
      ])
      const props = {
        waiting: waiting.shown,
        isCut: waiting.hasMore,
        history: decided.rows,
        pages: around(c, decided),
        said:
          count === undefined
            ? approvalNotice(effects, said ?? '', language)
            : await bulkResultNotice(c, effects, count, not ?? ''),
        kind,
        isAllSelected: select === 'all',
      }
      return c.html(<ProposalsPage c={c} {...props} />)
    })
    .route('/', decideTogetherRoutes(effects))
    .get('/finance/proposals/:id', needs('approvals.view', studyOf), addressed('query', pageSchema), async (c) => {
      const row = await first(c.var.ports.db, proposalById({ id: c.req.param('id') }))
      const [proposal] = row === undefined ? [] : await shownProposals(c, effects, [row], true)
      if (proposal === undefined) return refuse(c, 'not_found')
      const notice = approvalNotice(effects, c.req.valid('query').said ?? '', languageOf(c))
      return c.html(<ProposalPage c={c} proposal={proposal} said={notice} />)
    })
    .post('/finance/proposals/:id', needs('approvals.withdraw', studyOf), (c) => sendVerdict(c, effects, studyOf))
    .get('/admin/proposals', needs('studies.view'), addressed('query', pageSchema), async (c) => {
      const { db } = c.var.ports
      // Only kinds that others than the money desk decide can be theirs.
      const mine = { limit: waitingOnAPage, isWhole: true }
      const waiting = await pageOfProposals(c, effects, mine, (after) =>
        db.read(waitingProposals({ kind: '', after: after?.id ?? '', limit: waitingOnAPage + 1 })),
      )
      const decided = await historyFor(c, effects, c.req.valid('query'))
      const notice = approvalNotice(effects, c.req.valid('query').said ?? '', languageOf(c))
      const pages = around(c, decided)
      return c.html(
        <StudyProposalsPage c={c} waiting={waiting.shown} decided={decided.rows} pages={pages} said={notice} />,
      )
    })
    .get('/admin/proposals/:id', needs('studies.view', studyOf), async (c) => {
      const row = await first(c.var.ports.db, proposalById({ id: c.req.param('id') }))
      const [proposal] = row === undefined ? [] : await shownProposals(c, effects, [row], true)
      return proposal === undefined
        ? refuse(c, 'not_found')
        : c.html(<ProposalPage c={c} proposal={proposal} said={null} />)
    })
    .post('/admin/proposals/:id', needs('studies.view', studyOf), (c) => sendVerdict(c, effects, studyOf))
}

/** A page of what was decided, the newest first, of what they may see. */
function historyFor(c: Context<AppEnv>, effects: Effects, asked: PageRequest): Promise<KeyedPage<ShownProposal>> {
  const { db } = c.var.ports
  return pageByKey<ShownProposal>(
    asked,
    decidedOnAPage,
    ({ row }) => row.id,
    async (way, from, limit) => {
      const start = from ?? 'proposal_~'
      const page = await pageOfProposals(c, effects, { limit, isWhole: false }, (last) =>
        db.read(decidedProposals[way]({ from: last?.id ?? start, limit: limit + 1 })),
      )
      return page.shown
    },
  )
}

/** Gives a verdict, where whoever gives it has the permission that its kind needs. */
async function sendVerdict(c: Context<AppEnv>, effects: Effects, studyOf: StudyOf) {
  const { ports } = c.var
  const staff = staffOf(c)
  const id = c.req.param('id') ?? ''
  const proposal = await first(ports.db, proposalById({ id }))
  const verdict = verdictSchema.safeParse(field(await readPosted(c), 'verdict')).data
  const need = needsOf(proposal && effects[proposal.kind])
  const studies = await studyOf(c)
  // Whoever may not see it learns nothing of it.
  if (!may(staff, need.view, studies)) return refuse(c, 'not_found')
  if (verdict === undefined || !may(staff, need[needFor[verdict]], studies)) return refuse(c, 'forbidden')
  const late = verdict === 'confirmed' ? askForFresh(c) : null
  if (late !== null) return late
  const result = await decideOne(ports, effects, staff, id, verdict)
  const list = c.req.path.startsWith('/admin') ? '/admin/proposals' : '/finance/proposals'
  return c.redirect(`${list}?said=${encodeURIComponent(result)}`, 303)
}

/** The study of what the proposal in the address is about: none, when that is a matter of the whole service. */
function studyOfProposal(effects: Effects): StudyOf {
  return async (c) => {
    const { db } = c.var.ports
    const proposal = await first(db, proposalById({ id: c.req.param('id') ?? '' }))
    return proposal && studiesOfProposal(db, effects, proposal)
  }
}
