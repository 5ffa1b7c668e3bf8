/** `/finance/proposals/selection`: several proposals, looked at on one page and decided together. */
import { type Context, Hono } from 'hono'
import * as z from 'zod'
import type { ProposalKind } from '../../../schema/tables.ts'
import { first } from '../../platform/db/together.ts'
import { field, readPosted } from '../../platform/http/form.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import type { AppEnv } from '../../ports.ts'
import { needs, staffOf } from '../permissions/needs.ts'
import type { ShownProposal } from './card.tsx'
import { decideOne } from './decide-one.ts'
import type { Effects } from './effect.ts'
import { shownProposals } from './shown.ts'
import { proposalById } from './store.ts'
import { DecideTogetherPage } from './together-page.tsx'

/** So many are decided at once: as many of one kind as the list shows. */
export const mostDecidedTogether = 50

const verdictSchema = z.enum(['confirmed', 'declined'])

/** Pages on which several proposals are decided at once. */
export function decideTogetherRoutes(effects: Effects): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/finance/proposals/selection', needs('approvals.decide'), async (c) => {
      const proposals = await decidable(c, effects, c.req.queries('proposal') ?? [], true)
      const waiting = proposals.filter(({ row }) => row.verdict === null)
      return c.html(
        <DecideTogetherPage c={c} proposals={waiting} kind={proposalKindOf(effects, c.req.query('kind'))} />,
      )
    })
    .post('/finance/proposals/selection', needs('approvals.decide'), async (c) => {
      const posted = await readPosted(c)
      const verdict = verdictSchema.safeParse(field(posted, 'verdict')).data
      if (verdict === undefined) return refuse(c, 'conflict')
      const proposals = await decidable(c, effects, posted.proposal ?? [], false)
      const not: string[] = []
      // One after the other: what one of them changes, the next one meets as it then is.
      for (const { row } of proposals) {
        const result = await decideOne(c.var.ports, effects, staffOf(c), row.id, verdict)
        if (result !== verdict) not.push(`${row.id}.${result.split('.')[1]}`)
      }
      const left = not.length === 0 ? '' : `&not=${encodeURIComponent(not.join(','))}`
      const kind = proposalKindOf(effects, field(posted, 'kind'))
      const only = kind === null ? '' : `&kind=${kind}`
      return c.redirect(`/finance/proposals?decided=${proposals.length - not.length}${only}${left}`, 303)
    })
}

/** A kind of proposals that the address names; null when it names none. */
export function proposalKindOf(effects: Effects, name: string | undefined): ProposalKind | null {
  return name !== undefined && Object.hasOwn(effects, name) ? (name as ProposalKind) : null
}

/** Those of the ids that whoever asks may decide; a decided one stays among them, so that it is said to be. */
async function decidable(
  c: Context<AppEnv>,
  effects: Effects,
  ids: readonly string[],
  isWhole: boolean,
): Promise<ShownProposal[]> {
  const staff = staffOf(c)
  const found: ShownProposal[] = []
  for (const id of [...new Set(ids)].slice(0, mostDecidedTogether)) {
    const row = await first(c.var.ports.db, proposalById({ id }))
    if (row === undefined || row.proposedBy === staff.id) continue
    found.push(...(await shownProposals(c, effects, [row], isWhole)).filter(({ mayDecide }) => mayDecide))
  }
  return found
}
