/** What people do with a set-up: begin one, save a section of it, make it a study. */
import { limit, taken } from '../../../schema/constraints.ts'
import { commit, perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import { first, type Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { type CameIn, countsAs } from '../../staff/accounts/counts-as.ts'
import { addProposal } from '../../staff/approvals/store.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { type Granted, may, studiesWith } from '../../staff/permissions/may.ts'
import { describedStudy, withoutBudgets } from './described-study.ts'
import type { SetupFault } from './faults.ts'
import { type NewStudy, studyWrites } from './open-study.ts'
import { sectionMark } from './section-mark.ts'
import { readSetup, type Setup, type SetupSection, setupSchema } from './setup.ts'
import * as store from './store.ts'

/** Begins a set-up with the usual values, or with these. */
export async function beginSetup(ports: Ports, staff: { id: string }, setup: Setup = setupSchema.parse({})) {
  const { db, clock, ids } = ports
  const at = clock.now()
  const id = ids.next('study')
  await commit(
    db,
    'A set-up',
    store.addSetup({ id, document: JSON.stringify(setup), by: staff.id, at }),
    addAudit({ id: ids.next('audit'), actor: staff.id, action: 'setup.begun', subject: id, at }),
  )
  return id
}

/** `conflict`: somebody else has saved the section since it was shown; `made`: it is a study already. */
export type SaveRefusal = 'not_found' | 'made' | 'conflict'

/**
 * Saves a section as it was typed, whole or not. Two people may save different sections at the same moment.
 * @param mark what named the section when it was shown
 * @param change gives the set-up with the section as it was typed
 */
export async function saveSection(
  ports: Ports,
  staff: { id: string },
  asked: {
    id: string
    section: SetupSection
    mark: string
    change: (setup: Setup) => Setup
    /** What is written besides, such as a questionnaire that was uploaded. */
    besides?: readonly Write[]
  },
): Promise<{ saved: Setup } | { refused: SaveRefusal }> {
  const { db, clock } = ports
  const { id, section, mark, change, besides = [] } = asked
  return perform(db, 'A set-up', async () => {
    const row = await first(db, store.setupFor({ id, staffId: staff.id }))
    if (row === undefined) return { refused: 'not_found' }
    if (row.studyId !== null) return { refused: 'made' }
    const setup = readSetup(row.document)
    if (sectionMark(setup, section) !== mark) return { refused: 'conflict' }
    const saved = change(setup)
    return plan<{ saved: Setup } | { refused: SaveRefusal }>({
      rows: [
        ...besides,
        store.saveSetup({
          id,
          document: JSON.stringify(saved),
          revision: row.revision,
          by: staff.id,
          at: clock.now(),
        }),
      ],
      done: { saved },
      refused: (breach) => (breach.on === limit.setupRevision ? stale(breach) : unexpected),
    })
  })
}

/**
 * Makes the study that a set-up describes, once. Its budgets are proposed by whoever may propose them, and wait for another
 * person.
 * @param reason why the budgets are proposed, in the words of whoever makes it
 */
export async function makeStudy(
  ports: Ports,
  staff: Granted & CameIn,
  id: string,
  reason: string,
): Promise<{ made: string } | { refused: 'not_found' | 'made' } | { refused: 'faults'; faults: SetupFault[] }> {
  const { db } = ports
  type Answer = Awaited<ReturnType<typeof makeStudy>>
  return perform<Answer>(db, 'Making a study', async () => {
    const row = await first(db, store.setupFor({ id, staffId: staff.id }))
    if (row === undefined) return { refused: 'not_found' }
    if (row.studyId !== null) return { refused: 'made' }
    const setup = readSetup(row.document)
    const described = await describedStudy(ports, setup, id, { seen: studiesWith(staff, 'studies.view') })
    if ('faults' in described) return { refused: 'faults', faults: described.faults }
    const { study } = described
    const { writes, offerIds } = await studyWrites(ports, withoutBudgets(study), {
      id,
      state: 'ready',
      actor: staff.id,
    })
    const budgets = may(staff, 'budgets.propose') ? firstBudgets(ports, staff, study, offerIds, reason) : []
    return plan<Answer>({
      rows: [...writes, ...budgets, store.markMade({ id, revision: row.revision })],
      done: { made: study.slug },
      // Somebody has taken the address, or has made or changed the same set-up, since it was read.
      refused: (breach) =>
        breach.on === taken.study || breach.on === taken.studyId || breach.on === limit.setupRevision
          ? stale(breach)
          : unexpected,
    })
  })
}

/** A proposal for each offer of a new study to which a budget was written. */
function firstBudgets(
  { clock, ids }: Pick<Ports, 'clock' | 'ids'>,
  staff: CameIn,
  study: NewStudy,
  offerIds: readonly string[],
  reason: string,
): Write[] {
  const at = clock.now()
  return [...study.offers, ...(study.thanks ?? [])].flatMap(({ currency, budgetMinor }, n) => {
    const subject = offerIds[n]
    if (subject === undefined || budgetMinor === 0) return []
    const id = ids.next('proposal')
    const payload = JSON.stringify({ amountMinor: budgetMinor, currency, study: study.slug })
    return [
      addProposal({
        ...{ id, kind: 'budget_topped_up', subject, payload, reason, at },
        ...{ proposedBy: staff.id, countsAs: countsAs(staff) },
      }),
      addAudit({ id: ids.next('audit'), actor: staff.id, action: 'proposal.made', subject: id, at }),
    ]
  })
}
