/** What was found in the audit trail as a file for people, oldest first. */
import type { Language } from '../../../../schema/questionnaire.ts'
import type { Database } from '../../../platform/db/together.ts'
import { byteOrderMark, guardedCsvRow } from '../../../platform/files/csv.ts'
import type { Scope } from '../../permissions/scope.ts'
import type { AuditEntry } from '../seal-hash.ts'
import { actionInWords } from './action-words.ts'
import { inOneText, type StaffNames } from './names.ts'
import { entriesFound, type TrailFilter } from './store.ts'
import { timeless } from './timeless.ts'

const columns = ['at', 'actor', 'actor_name', 'action', 'action_name', 'subject', 'subject_name', 'entry']
const rowsInAPiece = 1_000

/** The file piece by piece. It says nothing of seals: the gaps between their numbers count the entries that it leaves out. */
export async function* auditFile(
  db: Pick<Database, 'read'>,
  wanted: TrailFilter,
  scope: Scope,
  names: StaffNames,
  language: Language,
): AsyncGenerator<string> {
  yield byteOrderMark + guardedCsvRow(columns)
  let last: string | null = null
  for (;;) {
    const piece: AuditEntry[] = await db.read(entriesFound(wanted, scope, 'ahead', last, rowsInAPiece))
    const rows = piece.map(({ at, actor, action, subject, id }) => {
      const words = actionInWords(action, language)
      return guardedCsvRow([
        at,
        timeless(actor),
        inOneText(names.named(actor)),
        action,
        words,
        timeless(subject),
        inOneText(names.named(subject)),
        id,
      ])
    })
    if (rows.length > 0) yield rows.join('')
    last = piece.at(-1)?.id ?? last
    if (piece.length < rowsInAPiece) return
  }
}
