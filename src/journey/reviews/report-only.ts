/** A flag most of whose holds people released becomes report-only in its study. */
import { commit } from '../../platform/db/perform.ts'
import type { Query } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { rulesOf } from '../../survey/quality/flag.ts'
import { addReportOnly, forgetReportOnly } from '../../survey/quality/report-only.ts'

/** Fewer decisions than this say nothing of a flag. */
export const leastDecided = 20

/** Of the flags of one response: how many that have each were decided about by people, and how many of them released. */
const counted = (
  ref: string,
): Query<{ studyId: string; name: string; rules: string; decided: number; released: number }> => ({
  sql: `select responses.study_id as "studyId", flags.name as "name", flags.rules as "rules", count(*) as "decided",
  sum(case when reviews.state = 'accepted' then 1 else 0 end) as "released"
from responses this join response_flags own on own.respondent_id = this.respondent_id
join response_flags flags on flags.name = own.name and flags.rules = own.rules
join responses on responses.respondent_id = flags.respondent_id and responses.study_id = this.study_id
join reviews on reviews.id = flags.respondent_id
join review_steps on review_steps.respondent_id = reviews.id and review_steps.n = reviews.n
where this.export_ref = ? and reviews.state <> 'held' and coalesce(review_steps.reason, '') <> 'given_up'
group by responses.study_id, flags.name, flags.rules`,
  values: [ref],
})

/** Counts anew for the flags of a response that was released. Two at once are harmless. */
export async function countReleased({ db, clock }: Pick<Ports, 'db' | 'clock'>, ref: string): Promise<void> {
  const flags = await db.read(counted(ref))
  const due = flags.filter(
    ({ name, rules, decided, released }) =>
      rules === rulesOf(name) && decided >= leastDecided && released * 2 > decided,
  )
  if (due.length === 0) return
  const at = clock.now()
  await commit(db, 'Making a flag report-only', ...due.map((flag) => addReportOnly({ ...flag, at })))
  forgetReportOnly(db)
}
