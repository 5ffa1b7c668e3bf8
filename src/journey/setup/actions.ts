/** What people do with a set-up: begin one, save a section of it, make it a study. */
import { limit, taken } from '../../../schema/constraints.ts'
import { commit, perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import { first, type Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { describedStudy, withoutBudgets } from './described.ts'
import type { Fault } from './faults.ts'
import { sectionMark } from './mark.ts'
import { studyWrites } from './open-study.ts'
import { readSetup, type SectionName, type Setup, setupSchema } from './setup.ts'
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
    section: SectionName
    mark: string
    change: (setup: Setup) => Setup
    /** What is written besides, such as a questionnaire that was uploaded. */
    besides?: readonly Write[]
  },
): Promise<{ saved: Setup } | { refused: SaveRefusal }> {
  const { db, clock } = ports
  const { id, section, mark, change, besides = [] } = asked
  return perform(db, 'A set-up', async () => {
    const row = await first(db, store.setupById({ id }))
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

/** Makes the study that a set-up describes, once. Its budgets are asked for, and another person approves them. */
export async function makeStudy(
  ports: Ports,
  staff: { id: string },
  id: string,
): Promise<{ made: string } | { refused: 'not_found' | 'made' } | { refused: 'faults'; faults: Fault[] }> {
  const { db } = ports
  type Answer = Awaited<ReturnType<typeof makeStudy>>
  return perform<Answer>(db, 'Making a study', async () => {
    const row = await first(db, store.setupById({ id }))
    if (row === undefined) return { refused: 'not_found' }
    if (row.studyId !== null) return { refused: 'made' }
    const setup = readSetup(row.document)
    const described = await describedStudy(ports, setup, id)
    if ('faults' in described) return { refused: 'faults', faults: described.faults }
    return plan<Answer>({
      rows: [
        ...(await studyWrites(ports, withoutBudgets(described.study), { id, state: 'ready', actor: staff.id })).writes,
        store.markMade({ id, revision: row.revision }),
      ],
      done: { made: described.study.slug },
      // Somebody has taken the address, or has made or changed the same set-up, since it was read.
      refused: (breach) =>
        breach.on === taken.study || breach.on === taken.studyId || breach.on === limit.setupRevision
          ? stale(breach)
          : unexpected,
    })
  })
}
