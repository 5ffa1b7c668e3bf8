/** Keeping margins under a name, taking them away and bringing them back. */
import { taken } from '../../../../schema/constraints.ts'
import { stale, unexpected } from '../../../platform/db/perform.ts'
import { first } from '../../../platform/db/together.ts'
import type { Ports } from '../../../ports.ts'
import type { Staff } from '../../../staff/accounts/store.ts'
import { changeNamed, cleanName, type Decided, mostNamed } from '../saved/named.ts'
import * as store from './store.ts'

/** `margins` as an address has them: they have been raked to, and nothing was wrong. */
export type MarginSetChange =
  | { do: 'save'; name: string; margins: string }
  | { do: 'remove'; id: string }
  | { do: 'restore'; id: string }

export type MarginSetRefusal = 'name' | 'many' | 'unknown'
export type MarginSetResult = { done: true; id: string } | { refused: MarginSetRefusal }

const actions = { save: 'weights.saved', remove: 'weights.removed', restore: 'weights.restored' } as const

/**
 * Makes one change to a study's sets of margins. One of a name that there is becomes the next of that name, unless it is the
 * same as the last: whoever presses twice has kept one.
 */
export function changeMarginSets(
  ports: Pick<Ports, 'db' | 'clock' | 'ids'>,
  staff: Pick<Staff, 'id'>,
  studyId: string,
  change: MarginSetChange,
): Promise<MarginSetResult> {
  return changeNamed<MarginSetResult>(
    ports,
    { staff, studyId, action: actions[change.do] },
    (at) => decide(ports, studyId, change, { by: staff.id, at }),
    (breach) => (breach.on === taken.marginSet ? stale(breach) : unexpected),
  )
}

async function decide(
  { db, ids }: Pick<Ports, 'db' | 'ids'>,
  studyId: string,
  change: MarginSetChange,
  { by, at }: { by: string; at: string },
): Promise<Decided<MarginSetResult>> {
  if (change.do === 'save') {
    const { margins } = change
    const name = cleanName(change.name)
    if (name === null) return { answer: { refused: 'name' } }
    // What is the same and which number comes next is told by one reading: of two, the second may know more.
    const last = await first(db, store.lastOfName({ studyId, name }))
    if (last?.margins === margins && last.removedAt === null) return { answer: { done: true, id: last.id } }
    const known = await db.read(store.marginSets({ studyId, limit: mostNamed }))
    if (known.length === mostNamed) return { answer: { refused: 'many' } }
    const id = ids.next('margins')
    const added = store.addMarginSet({ id, studyId, name, n: (last?.n ?? 0) + 1, margins, by, at })
    return { rows: [added], done: { done: true, id } }
  }
  const { id } = change
  if ((await first(db, store.marginSet({ studyId, id }))) === undefined) return { answer: { refused: 'unknown' } }
  const removed = store.removeMarginSet({ studyId, id, at: change.do === 'remove' ? at : null })
  return { rows: [removed], done: { done: true, id } }
}
