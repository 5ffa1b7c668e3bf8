/** What a study keeps under a name, filters and sets of margins alike: how much of it, and one change to it. */
import { perform, plan } from '../../../platform/db/perform.ts'
import type { Write } from '../../../platform/db/together.ts'
import type { Ports } from '../../../ports.ts'
import type { Staff } from '../../../staff/accounts/store.ts'
import { addAudit } from '../../../staff/audit-trail/audit.ts'

/** A study keeps so many of each kind at the most; a name has so many characters. */
export const mostNamed = 100
export const longestFilterName = 80

/** Without spaces around it; null where it is empty or too long. */
export function cleanName(typed: string): string | null {
  const name = typed.trim()
  return name === '' || [...name].length > longestFilterName ? null : name
}

/** Who changes what of which study. */
interface ChangeBy {
  staff: Pick<Staff, 'id'>
  studyId: string
  /** What is done, for the audit trail, as in `filters.saved`. */
  action: string
}

/** What a decision comes to: writes and what is said once they are stored, or an answer that needs none. */
export type Decided<Changed> = { rows: readonly Write[]; done: Changed } | { answer: Changed }

/**
 * Reads and decides, then stores the change with its line in the audit trail, again where the read was stale.
 * @param refused what a breached constraint means
 */
export function changeNamed<Changed>(
  { db, clock, ids }: Pick<Ports, 'db' | 'clock' | 'ids'>,
  { staff, studyId, action }: ChangeBy,
  decide: (at: string) => Promise<Decided<Changed>>,
  refused: NonNullable<Parameters<typeof plan<Changed>>[0]['refused']>,
): Promise<Changed> {
  return perform<Changed>(db, `Storing ${action}`, async () => {
    const at = clock.now()
    const decided = await decide(at)
    if ('answer' in decided) return decided.answer
    const audit = addAudit({ id: ids.next('audit'), actor: staff.id, action, subject: studyId, at })
    return plan<Changed>({ rows: decided.rows, audit, done: decided.done, refused })
  })
}
