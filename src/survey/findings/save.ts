/** Changing what a study says that it found, and taking changes back. */

import { taken } from '../../../schema/constraints.ts'
import { type Database, first } from '../../platform/db/together.ts'
import {
  type UndoableResult as ChangedOf,
  type UndoableChange as ChangeOf,
  changeUndoable,
  type Undoable,
  undoable,
} from '../../platform/lists/undoable.ts'
import { booksZone, dayOf } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import type { Staff } from '../../staff/accounts/store.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import {
  editFindings,
  type FindingEdit,
  type FindingEditRefusal,
  type FindingList,
  noFindings,
  readFindingList,
} from './finding.ts'
import * as store from './store.ts'

export type Findings = Undoable<FindingList>
export type FindingsResult = ChangedOf<FindingEditRefusal>
export type FindingsChange = ChangeOf<FindingEdit>

/** What a study says that it found. */
export async function readFindings(db: Pick<Database, 'read'>, studyId: string): Promise<Findings> {
  return undoable(await first(db, store.newestFindingList({ studyId })), noFindings, readFindingList)
}

const actions: Partial<Record<FindingsChange['do'], string>> = {
  publish: 'findings.published',
  unpublish: 'findings.hidden',
}

/**
 * Makes one change.
 * @param seen the list, by its `n`, that whoever makes it was looking at
 */
export function changeFindings(
  { db, clock, ids }: Pick<Ports, 'db' | 'clock' | 'ids'>,
  staff: Pick<Staff, 'id'>,
  { studyId, ...asked }: { studyId: string; seen: number; change: FindingsChange },
): Promise<FindingsResult> {
  const action = actions[asked.change.do] ?? 'findings.changed'
  return changeUndoable<FindingList, FindingEdit, FindingEditRefusal>(
    db,
    'Changing findings',
    {
      empty: noFindings,
      parse: readFindingList,
      read: () => readFindings(db, studyId),
      stateAt: (n) => first(db, store.findingListAt({ studyId, n })),
      edit: (list, edit) => editFindings(list, edit, dayOf(booksZone, clock.now())),
      add: (state) => {
        const at = clock.now()
        return {
          rows: [store.addFindingsList({ studyId, ...state, by: staff.id, at })],
          audit: addAudit({ id: ids.next('audit'), actor: staff.id, action, subject: studyId, at }),
        }
      },
      isTaken: ({ on }) => on === taken.findingList,
    },
    asked,
  )
}
