/** Proposals as one of the staff may see them, in words and with all that they would do. */
import type { Context } from 'hono'
import { type Database, first } from '../../platform/db/together.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { may } from '../permissions/may.ts'
import { staffOf } from '../permissions/needs.ts'
import type { ShownProposal } from './card.tsx'
import type { Effects } from './effect.ts'
import { type ProposalRow, waitingAbout } from './store.ts'

/** Some kinds of proposals with their effects: all of them, or those of one page. */
export type SomeEffects = Partial<Effects>

/** The study that a proposal is about; undefined or null when it is about no one study. */
export async function studyIdOf(db: Database, effects: SomeEffects, { kind, subject }: ProposalRow) {
  const query = effects[kind]?.studyOf?.({ id: subject })
  return query && (await first(db, query))?.studyId
}

/**
 * Those of the rows that are of the studies of whoever looks, and those of the whole service.
 * @param isWhole whether all that they would do is read as well, or only what they are
 */
export async function shownProposals(
  c: Context<AppEnv>,
  effects: SomeEffects,
  rows: readonly ProposalRow[],
  isWhole: boolean,
): Promise<ShownProposal[]> {
  const { ports } = c.var
  const staff = staffOf(c)
  const language = languageOf(c)
  const listed = await Promise.all(rows.map(async (row) => ({ row, studyId: await studyIdOf(ports.db, effects, row) })))
  return Promise.all(
    listed
      .filter(({ studyId }) => may(staff, 'approvals.view', studyId))
      .map(async ({ row, studyId }) => {
        const effect = effects[row.kind]
        const said = effect?.what(row, language)
        return {
          row,
          text: said?.text ?? row.subject,
          href: said?.href,
          details: effect && isWhole ? await effect.show(ports, row, language) : null,
          mayDecide: may(staff, 'approvals.decide', studyId),
        }
      }),
  )
}

/** What waits about a subject (an id), of the kinds whose effects are handed in. */
export async function waitingOf(c: Context<AppEnv>, effects: SomeEffects, subject: string): Promise<ShownProposal[]> {
  const rows = await c.var.ports.db.read(waitingAbout({ subject }))
  const own = rows.filter(({ kind }) => effects[kind] !== undefined)
  return shownProposals(c, effects, own, true)
}
