/** Holding a response that the checks doubt, where its study asks them and its voucher is in no batch yet. */
import { first, type Query } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import type { ReasonFor } from '../../rewards/vouchers/lifecycle.ts'
import { type FlagName, familyOf, verdictOf } from '../../survey/quality/flag.ts'
import { findReportOnly } from '../../survey/quality/report-only.ts'
import { flagsOfRespondent } from '../../survey/quality/store.ts'
import { holdResponse } from '../reviews/hold.ts'

/** The voucher that may still be held: of a door that asks the checks, judged by nobody yet, its money not on its way. */
const voucherToHold = (respondentId: string): Query<{ id: string; studyId: string }> => ({
  sql: `select vouchers.id as "id", vouchers.study_id as "studyId" from vouchers
join respondents on respondents.id = vouchers.respondent_id
join studies on studies.id = vouchers.study_id
where vouchers.respondent_id = ? and vouchers.state in ('issued', 'claimed')
  and case when respondents.invitation_id is null then studies.open_link_policy else studies.invitation_policy end = 'check'
  and not exists (select 1 from reviews where reviews.id = vouchers.respondent_id)
  and not exists (select 1 from claims where claims.voucher_id = vouchers.id and claims.state in ('held', 'frozen', 'paid'))`,
  values: [respondentId],
})

/** In the words that people choose among. */
function reasonOf(names: readonly FlagName[]): ReasonFor<'hold'> {
  const families = new Set(names.map(familyOf))
  if (families.has('automation')) return 'automated'
  return families.has('copy') ? 'duplicate_person' : 'careless_answers'
}

/** @returns whether it is held now */
export async function holdDoubted(ports: Ports, respondentId: string): Promise<boolean> {
  const flags = await flagsOfRespondent(ports.db, respondentId)
  if (!verdictOf(flags).holds) return false
  const voucher = await first(ports.db, voucherToHold(respondentId))
  if (voucher === undefined) return false
  const reportOnly = await findReportOnly(ports.db, voucher.studyId, ports.clock.now())
  if (!verdictOf(flags, reportOnly).holds) return false
  const reason = reasonOf(flags.map(({ name }) => name))
  // A batch may be prepared meanwhile: what it has is left to people.
  const result = await holdResponse(ports, { id: 'service' }, voucher.id, reason, true)
  return 'done' in result
}
