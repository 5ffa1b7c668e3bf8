/** Closing several exceptions of one class in the same way: each on its own, so that one that is refused stops no other. */
import type { ExceptionClass } from '../../../../schema/tables.ts'
import { first } from '../../../platform/db/together.ts'
import type { Ports } from '../../../ports.ts'
import type { Staff } from '../../../staff/accounts/store.ts'
import { may } from '../../../staff/permissions/may.ts'
import { studiesIn } from '../../../staff/permissions/needs.ts'
import { closeAlone, isValidNote, proposeClosing } from '../actions.ts'
import type { Aged } from '../aged.ts'
import { foreseenClosing } from '../close.ts'
import { type Action, type ClosingRefusal, needsTwo } from '../exception.ts'
import { closingsProposed, type Exception, exceptionById } from '../store.ts'
import { studyByException } from '../study-of-exception.ts'

/** As many as the list shows at once. */
export const mostClosedTogether = 50

/** Why one of several cannot be closed. */
export type CannotClose = ClosingRefusal['refused'] | 'waiting' | 'note' | 'two_people'

export interface ChosenException {
  exception: Exception
  /** Why the closing is none for it as it stands; null where it can be done. */
  refused: CannotClose | null
}

/** Those of the ids that are of the class and of a study where whoever asks may work on them, and what stands in the way. */
export async function chosenOf(
  ports: Ports,
  staff: Staff,
  ids: readonly string[],
  name: ExceptionClass,
  action: Action,
): Promise<ChosenException[]> {
  const { db } = ports
  const some = [...new Set(ids)].slice(0, mostClosedTogether)
  if (some.length === 0) return []
  const proposed = new Set((await db.read(closingsProposed(some))).map(({ id }) => id))
  const chosen = some.map(async (id): Promise<ChosenException[]> => {
    const exception = await first(db, exceptionById({ id }))
    if (exception?.class !== name) return []
    if (!(await mayWorkOn(ports, staff, id))) return []
    if (exception.closedAt !== null) return [{ exception, refused: 'moved_on' }]
    if (proposed.has(id)) return [{ exception, refused: 'waiting' }]
    const foreseen = await foreseenClosing(ports, exception, action)
    return [{ exception, refused: 'refused' in foreseen ? foreseen.refused : null }]
  })
  return (await Promise.all(chosen)).flat()
}

/** Of open exceptions, those that whoever asks may work on and that no proposal to close waits about, by id. */
export async function workableOf(ports: Ports, staff: Staff, exceptions: readonly Aged[]): Promise<string[]> {
  const asked = exceptions
    .filter(({ isProposed }) => !isProposed)
    .map(async ({ id }) => ((await mayWorkOn(ports, staff, id)) ? [id] : []))
  return (await Promise.all(asked)).flat()
}

async function mayWorkOn({ db }: Ports, staff: Staff, id: string): Promise<boolean> {
  return may(staff, 'exceptions.work', studiesIn(await db.read(studyByException({ id }))))
}

/**
 * Closes them, or proposes to where it takes two people, one after the other: what one of them changes, the next one meets
 * as it then is.
 * @returns how many were, and those that were not; `note` when there is none that could be written to each
 */
export async function closeTogether(
  ports: Ports,
  staff: Staff,
  chosen: readonly ChosenException[],
  action: Action,
  note: string,
): Promise<{ count: number; not: ChosenException[] } | { refused: 'note' }> {
  if (!isValidNote(note)) return { refused: 'note' }
  const not: ChosenException[] = []
  for (const { exception } of chosen) {
    const done = needsTwo(exception.class)
      ? await proposeClosing(ports, staff, exception.id, { action }, note)
      : await closeAlone(ports, staff, exception.id, note)
    if ('refused' in done) not.push({ exception, refused: done.refused })
  }
  return { count: chosen.length - not.length, not }
}
