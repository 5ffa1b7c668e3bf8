/** What the checks keep of responses: there while it is needed, and gone with what it was found in. */
import { oldParadata } from '../../../journey/retention/due.ts'
import { dayMs } from '../../../platform/time/zone.ts'
import { retentionSchema } from '../../../survey/retention/retention-schema.ts'
import { atMost, type Invariant, seenBySql } from '../invariant.ts'

/** A door's choice never changes once its study is open. Who was rejected may have their answers erased, flags and all. */
export const heldHasFlags = seenBySql(
  'held_has_flags',
  'Whom the checks hold has at least one flag that counts, for as long as that is not decided for good.',
  `select family as "figure", count(*) as "value" from response_flags group by family order by family`,
  `select reviews.id as "subject", 'is held by the checks and has no flag' as "what" from reviews
join review_steps on review_steps.respondent_id = reviews.id and review_steps.n = 1
join responses on responses.respondent_id = reviews.id and responses.seed <> ''
join respondents on respondents.id = reviews.id join studies on studies.id = respondents.study_id
where reviews.state in ('held', 'rejected', 'objected') and review_steps.actor = 'service' and review_steps.state = 'held'
  and case when respondents.invitation_id is null then studies.open_link_policy else studies.invitation_policy end = 'check'
  and not exists (select 1 from response_flags where response_flags.respondent_id = reviews.id and response_flags.points > 0)`,
)

/** Of a response that was erased nothing that leads to its answers is left; one that is withdrawn keeps them until it is erased. */
const withoutAnswers = (table: string, what: string, states: string) =>
  `select ${table}.respondent_id as "subject", 'has ${what}, and its answers are erased, or never ended' as "what"
from ${table} left join responses on responses.respondent_id = ${table}.respondent_id
where responses.respondent_id is null or responses.seed = '' or responses.state not in (${states})`

export const findingsFollow = seenBySql(
  'findings_follow',
  'Page times, traces for comparing and flags belong to responses that ended and whose answers are not erased; traces go with page times.',
  `select 'page_times' as "figure", count(*) as "value" from response_paradata
union all select 'flags', count(*) from response_flags`,
  withoutAnswers('response_paradata', 'page times', "'complete', 'withdrawn'"),
  withoutAnswers('response_flags', 'flags', "'complete', 'withdrawn', 'over_quota'"),
  `select respondent_id as "subject", 'has traces without page times' as "what" from responses
where not exists (select 1 from response_paradata where response_paradata.respondent_id = responses.respondent_id)
  and exists (select 1 from response_signatures where response_signatures.respondent_id = responses.respondent_id)`,
)

/** The periodic work erases a few at a time, and may have stood still for some days. */
const graceDays = 7

export const pageTimesEnd: Invariant = {
  name: 'page_times_end',
  promise: `No study keeps page times for more than ${graceDays} days longer than it says, but of what is in dispute.`,
  async check({ db, clock }) {
    const now = Date.parse(clock.now())
    const breaches: string[] = []
    const studies = await db.read<{ id: string; settings: string }>({
      sql: `select id as "id", settings as "settings" from studies where test_of is null order by id`,
      values: [],
    })
    for (const { id, settings } of studies) {
      const { paradata } = retentionSchema.parse((JSON.parse(settings) as { retention?: unknown }).retention)
      const before = new Date(now - (paradata + graceDays) * dayMs).toISOString()
      for (const row of await db.read(oldParadata(id, before))) breaches.push(`${row.id} has page times that are over`)
    }
    return { figures: { studies: studies.length }, breaches: atMost(breaches) }
  },
}
