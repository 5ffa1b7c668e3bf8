/** People who leave lose their places, others take them, and who comes back too late is thanked. */
import { type Person, personOf } from '../demo/people.ts'
import { begin, goOn } from '../demo/respond.ts'
import { findResponseProgress } from '../src/journey/answering/response-progress.ts'
import { stopHere } from '../src/journey/quotas/stop.ts'
import { first } from '../src/platform/db/together.ts'
import { voucherOfRespondent } from '../src/rewards/vouchers/store.ts'
import type { Campaign } from './campaign.ts'
import type { Chance } from './chance.ts'

/** Somebody begins and leaves, or somebody who has left comes back. */
export function visitQuotas(campaign: Campaign, chance: Chance): Promise<void> {
  return chance.percent(50) ? leave(campaign, chance) : comeBack(campaign, chance)
}

/** Their places and their reward are others' after half an hour. */
async function leave({ ports, study, left }: Campaign, chance: Chance): Promise<void> {
  const pages = study.questionnaire.pages.map(({ code }) => code)
  const drawn = personOf((n) => chance.pick(n), 2026, pages)
  const person: Person = { ...drawn, age: 4, born: 2000, attentive: true, goesOnWithoutReward: false }
  const walker = { person, pick: (n: number) => chance.pick(n) }
  const respondentId = await begin(ports, study, walker)
  if (respondentId === null) return
  left.push({ respondentId, person })
  await goOn(ports, study, respondentId, walker, pages[3 + chance.pick(pages.length - 3)] ?? null)
}

/** They finish, or their group is full and they take the thank-you. */
async function comeBack({ ports, study, left, vouchers }: Campaign, chance: Chance): Promise<void> {
  const back = chance.oneOf(left)
  if (back === undefined) return
  const { respondentId, person } = back
  const progress = await findResponseProgress(ports.db, respondentId)
  if (progress?.state === 'in_progress') {
    await goOn(ports, study, respondentId, { person, pick: (n: number) => chance.pick(n) }, null)
    await stopHere(ports, study, respondentId, person.language)
  }
  const voucher = await first(ports.db, voucherOfRespondent({ respondentId }))
  if (voucher !== undefined && !vouchers.includes(voucher.id)) vouchers.push(voucher.id)
}

/** How many responses ended because a group was full, and how many of them were thanked with a voucher. */
export async function overQuota({ ports }: Campaign): Promise<{ full: number; thanked: number }> {
  const [row] = await ports.db.read<{ full: number; thanked: number }>({
    sql: `select count(*) as "full", count(vouchers.id) as "thanked" from responses
left join vouchers on vouchers.respondent_id = responses.respondent_id and vouchers.replaces is null
where responses.state = 'over_quota'`,
    values: [],
  })
  return row ?? { full: 0, thanked: 0 }
}
