/** People object to rejections, and somebody else decides: some were right, and some were not. */
import type { JudgedState } from '../schema/tables.ts'
import { holdResponse } from '../src/journey/reviews/hold.ts'
import { rejectResponse } from '../src/journey/reviews/judge.ts'
import { decideObjection } from '../src/journey/reviews/objections/decide.ts'
import { objectTo } from '../src/journey/reviews/objections/object.ts'
import type { Campaign } from './campaign.ts'
import type { Chance } from './chance.ts'

interface Reviewed {
  respondentId: string
  voucherId: string
}

/** Somebody is rejected, somebody objects (in time or not, once or twice), or an objection is decided. */
export async function objectSome(campaign: Campaign, chance: Chance): Promise<void> {
  const { ports, study, admin, second } = campaign
  switch (chance.pick(4)) {
    case 0: {
      const voucher = chance.oneOf(campaign.vouchers)
      if (voucher === undefined) return
      await holdResponse(ports, admin, voucher, 'careless_answers')
      await rejectResponse(ports, chance.percent(50) ? admin : second, voucher, 'careless_answers')
      return
    }
    case 1:
    case 2: {
      const one = chance.oneOf(await reviewed(campaign, 'rejected'))
      if (one === undefined) return
      await objectTo(ports, study, one.respondentId, chance.percent(70) ? 'I read each question.' : '')
      if (chance.percent(20)) await objectTo(ports, study, one.respondentId, 'I read each question.')
      return
    }
    default: {
      const one = chance.oneOf(await reviewed(campaign, 'objected'))
      if (one !== undefined) await decideOne(campaign, one.voucherId, chance)
    }
  }
}

/** Whoever rejected is refused, so that both are asked; what is decided stays as it is. */
async function decideOne({ ports, study, admin, second }: Campaign, voucherId: string, chance: Chance): Promise<void> {
  const way = chance.percent(50) ? 'release' : 'reject'
  const decided = { way, reason: 'other', reply: 'We looked at it again.' } as const
  for (const who of chance.percent(50) ? [admin, second] : [second, admin]) {
    const outcome = await decideObjection(ports, who, { studyId: study.id, voucherId }, decided)
    if ('done' in outcome) return
  }
}

/** Those of the campaign that stand so, in the order in which they answered. */
function reviewed({ ports }: Campaign, state: JudgedState): Promise<Reviewed[]> {
  return ports.db.read<Reviewed>({
    sql: `select reviews.id as "respondentId", min(vouchers.id) as "voucherId" from reviews
join vouchers on vouchers.respondent_id = reviews.id and vouchers.state <> 'superseded'
where reviews.state = ? group by reviews.id order by reviews.id`,
    values: [state],
  })
}

/** How many objections were upheld, and how many dismissed. */
export async function objectionsOf({ ports }: Campaign): Promise<{ upheld: number; dismissed: number }> {
  const [row] = await ports.db.read<{ upheld: number; dismissed: number }>({
    sql: `select coalesce(sum(case when decided_state = 'accepted' then 1 else 0 end), 0) as "upheld",
coalesce(sum(case when decided_state = 'final' then 1 else 0 end), 0) as "dismissed" from objections`,
    values: [],
  })
  return row ?? { upheld: 0, dismissed: 0 }
}
