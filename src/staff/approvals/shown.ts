/** Proposals as one of the staff may see them, in words and with all that they would do. */
import type { Context } from 'hono'
import type { Language } from '../../../schema/questionnaire.ts'
import type { Database } from '../../platform/db/together.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv, Ports } from '../../ports.ts'
import { may, type Studies } from '../permissions/may.ts'
import { staffOf, studiesIn } from '../permissions/needs.ts'
import type { ShownProposal } from './card.tsx'
import { type ApprovalEffect, type Effects, needsOf } from './effect.ts'
import { refusalText } from './refusal-text.ts'
import { decidedAbout, type ProposalRow, waitingAbout } from './store.ts'

/** Some kinds of proposals with their effects: all of them, or those of one page. */
export type SomeEffects = Partial<Effects>

/** The study that a proposal is about, or those that share what it is about; none when it is the whole service's. */
export async function studiesOfProposal(
  db: Database,
  effects: SomeEffects,
  { kind, subject }: ProposalRow,
): Promise<Studies> {
  const query = effects[kind]?.studyOf?.({ id: subject })
  return query && studiesIn(await db.read(query))
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
  const listed = await Promise.all(
    rows.map(async (row) => ({ row, studies: await studiesOfProposal(ports.db, effects, row) })),
  )
  return Promise.all(
    listed
      .filter(({ row, studies }) => may(staff, needsOf(effects[row.kind]).view, studies))
      .map(async ({ row, studies }) => {
        const effect = effects[row.kind]
        const summary = effect?.what(row, language)
        return {
          row,
          text: summary?.text ?? row.subject,
          href: summary?.href,
          details: effect && isWhole ? await effect.show(ports, row, language) : null,
          whyNot: effect && isWhole && row.verdict === null ? await whyNot(ports, effect, row, language) : null,
          mayDecide: may(staff, needsOf(effect).decide, studies),
          list: may(staff, 'approvals.view', studies) ? '/finance/proposals' : '/admin/proposals',
        }
      }),
  )
}

/** Why confirming it would be refused as things stand, in words; null where it can be confirmed. Nothing is written. */
async function whyNot(
  ports: Ports,
  effect: ApprovalEffect,
  row: ProposalRow,
  language: Language,
): Promise<string | null> {
  const came = await effect.effectOf(ports, row, row.id)
  return 'refused' in came ? refusalText(effect, came.refused, language) : null
}

/**
 * A page of proposals that whoever looks may see: what a proposal is about says of which study it is, so that the list is
 * read on until the page is full.
 * @param next a page of rows behind one of them; behind none, the first
 */
export async function pageOfProposals(
  c: Context<AppEnv>,
  effects: SomeEffects,
  { limit, isWhole }: { limit: number; isWhole: boolean },
  next: (after: ProposalRow | undefined) => Promise<ProposalRow[]>,
): Promise<{ shown: ShownProposal[]; hasMore: boolean }> {
  const { db } = c.var.ports
  const staff = staffOf(c)
  const found: ProposalRow[] = []
  let rows = await next(undefined)
  for (; rows.length > 0 && found.length <= limit; rows = await next(rows.at(-1))) {
    const studies = await Promise.all(rows.map((row) => studiesOfProposal(db, effects, row)))
    found.push(...rows.filter(({ kind }, at) => may(staff, needsOf(effects[kind]).view, studies[at])))
  }
  return { shown: await shownProposals(c, effects, found.slice(0, limit), isWhole), hasMore: found.length > limit }
}

/** What waits about a subject (an id), of the kinds whose effects are handed in. */
export async function waitingOf(c: Context<AppEnv>, effects: SomeEffects, subject: string): Promise<ShownProposal[]> {
  return shownProposals(c, effects, ofKinds(effects, await c.var.ports.db.read(waitingAbout({ subject }))), true)
}

/** What was decided about a subject, oldest first: each as its sentence, with who proposed it and who decided. */
export async function decidedOf(c: Context<AppEnv>, effects: SomeEffects, subject: string): Promise<ShownProposal[]> {
  return shownProposals(c, effects, ofKinds(effects, await c.var.ports.db.read(decidedAbout({ subject }))), false)
}

function ofKinds(effects: SomeEffects, rows: readonly ProposalRow[]): ProposalRow[] {
  return rows.filter(({ kind }) => effects[kind] !== undefined)
}
