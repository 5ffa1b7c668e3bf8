/** Responses as they wait for a person, or have been looked at. Nothing here leads on to money. */
import type { Reason, VoucherState } from '../../../schema/tables.ts'
import type { Query } from '../../platform/db/together.ts'

export interface Reviewed {
  /** The export reference. */
  ref: string
  study: string
  studyId: string
  /** The day (UTC) on which it was completed. */
  day: string
  /** For the actions only: no page shows it. */
  voucherId: string | null
  voucherState: VoucherState | null
  /** Why its voucher stands where it stands. */
  reason: Reason | null
}

const columns = `responses.export_ref as "ref", studies.slug as "study",
  studies.id as "studyId", substr(responses.ended_at, 1, 10) as "day",
  vouchers.id as "voucherId", vouchers.state as "voucherState", voucher_steps.reason as "reason"`
const joined = `join studies on studies.id = responses.study_id
left join vouchers on vouchers.respondent_id = responses.respondent_id and vouchers.state <> 'superseded'
left join voucher_steps on voucher_steps.voucher_id = vouchers.id and voucher_steps.n = vouchers.n`

const ofThese = (studies: readonly string[]) => `responses.study_id in (${studies.map(() => '?').join(', ')})`

/** The complete response of one of these studies (ids, at least one) with this export reference. */
export const reviewedByRef = (studies: readonly string[], ref: string): Query<Reviewed> => ({
  sql: `select ${columns} from responses ${joined}
where responses.state = 'complete' and responses.export_ref = ? and ${ofThese(studies)}`,
  values: [ref, ...studies],
})

/** Complete responses of these studies behind the reference `after`, in the random order of their references. */
export const completeResponses = (studies: readonly string[], after: string, limit: number): Query<Reviewed> => ({
  sql: `select ${columns} from responses ${joined}
where responses.state = 'complete' and responses.export_ref > ? and ${ofThese(studies)}
order by responses.export_ref limit ?`,
  values: [after, ...studies, limit],
})

const day = 'substr(vouchers.made_at, 1, 10)'

/**
 * Held responses of these studies, the oldest day first and within a day in the random order of their references, which is not the order
 * that finance sees: behind the one of this day and reference.
 */
export const heldResponses = (
  studies: readonly string[],
  after: { day: string; ref: string },
  limit: number,
): Query<Reviewed> => ({
  sql: `select ${columns}
from vouchers join responses on responses.respondent_id = vouchers.respondent_id
join studies on studies.id = responses.study_id
join voucher_steps on voucher_steps.voucher_id = vouchers.id and voucher_steps.n = vouchers.n
where vouchers.state = 'held' and ${day} >= ? and (${day} > ? or responses.export_ref > ?) and ${ofThese(studies)}
order by ${day}, responses.export_ref limit ?`,
  values: [after.day, after.day, after.ref, ...studies, limit],
})

/** The day by which a response stands in that order, whether or not it is held any more. */
export const dayOfRef = (ref: string): Query<{ day: string }> => ({
  sql: `select ${day} as "day" from responses join vouchers on vouchers.respondent_id = responses.respondent_id
where responses.export_ref = ? and vouchers.state <> 'superseded'`,
  values: [ref],
})
