/** Where each state machine stands is its last step, and every step is a legal one from the step before. */
import { type Invariant, seenBySql } from '../invariant.ts'

const machines = [
  { machine: 'voucher', rows: 'vouchers', whose: 'voucher_id', key: 'id' },
  { machine: 'review', rows: 'reviews', whose: 'respondent_id', key: 'id' },
  { machine: 'lease', rows: 'leases', whose: 'respondent_id', key: 'respondent_id' },
  { machine: 'claim', rows: 'claims', whose: 'claim_id', key: 'id' },
  { machine: 'batch', rows: 'batches', whose: 'batch_id', key: 'id' },
  { machine: 'payout', rows: 'payouts', whose: 'payout_id', key: 'id' },
  { machine: 'attempt', rows: 'attempts', whose: 'attempt_id', key: 'id' },
  { machine: 'statement', rows: 'statements', whose: 'statement_id', key: 'id' },
  { machine: 'study', rows: 'study_status', whose: 'study_id', key: 'id' },
] as const

export const statesAreSteps: Invariant[] = machines.map(({ machine, rows, whose, key }) => {
  const steps = `${machine}_steps`
  return seenBySql(
    `${machine}_steps`,
    `A ${machine} stands where its last step left it, and each step is a legal one from the step before.`,
    `select '${rows}' as "figure", count(*) as "value" from ${rows} union all select 'steps', count(*) from ${steps}`,
    `select ${rows}.${key} as "subject", 'does not stand at its last step' as "what"
from ${rows} left join ${steps} on ${steps}.${whose} = ${rows}.${key} and ${steps}.n = ${rows}.n
where ${steps}.state is null or ${steps}.state <> ${rows}.state
  or exists (select 1 from ${steps} later where later.${whose} = ${rows}.${key} and later.n > ${rows}.n)`,
    `select step.${whose} as "subject", 'has a step ' || coalesce(step.state_before, '') || '>' || step.state || ' that is not legal' as "what"
from ${steps} step
left join ${steps} before on before.${whose} = step.${whose} and before.n = step.n - 1
where step.move <> coalesce(step.state_before, '') || '>' || step.state
  or step.move not in (select move from ${machine}_moves)
  or coalesce(before.state, '') <> coalesce(step.state_before, '')
  or (step.n > 1 and before.n is null) or (step.n = 1 and step.n_before is not null)`,
    `select ${steps}.${whose} as "subject", 'has steps of nothing, or one twice, or one missing' as "what"
from ${steps} left join ${rows} on ${rows}.${key} = ${steps}.${whose}
group by ${steps}.${whose}
having max(${rows}.${key}) is null or max(${steps}.n) <> count(*) or count(distinct ${steps}.n) <> count(*)`,
  )
})

export const statesAgree = seenBySql(
  'lives_agree',
  'A voucher, its claim, its payout and its attempt tell the same story.',
  `select state as "figure", count(*) as "value" from payouts group by state order by state`,
  `select vouchers.id as "subject", 'is claimed or paid without such a claim' as "what" from vouchers
where (state = 'claimed' and not exists (select 1 from claims
    where claims.voucher_id = vouchers.id and claims.state in ('ready', 'held', 'frozen')))
  or (state = 'paid' and not exists (select 1 from claims where claims.voucher_id = vouchers.id and claims.state = 'paid'))`,
  `select claims.id as "subject", 'is frozen or paid without such a payout and voucher' as "what"
from claims left join vouchers on vouchers.id = claims.voucher_id
where (claims.state = 'frozen' and (vouchers.state <> 'claimed' or not exists (select 1 from payouts
    where payouts.claim_id = claims.id and payouts.state in ('queued', 'open'))))
  or (claims.state = 'paid' and (vouchers.state <> 'paid' or not exists (select 1 from payouts
    where payouts.claim_id = claims.id and payouts.state = 'paid'))
    and not exists (select 1 from payouts where payouts.claim_id = claims.id and payouts.outside_minor is not null))`,
  `select payouts.id as "subject", 'is queued, open or paid, and its claim is not' as "what"
from payouts left join claims on claims.id = payouts.claim_id
where (payouts.state in ('queued', 'open') and claims.state <> 'frozen')
  or (payouts.state = 'paid' and claims.state <> 'paid') or claims.id is null`,
  `select payouts.id as "subject", 'is not where its attempts are' as "what" from payouts
where (state = 'open') <> exists (select 1 from attempts where attempts.payout_id = payouts.id
    and attempts.state not in ('succeeded', 'failed', 'cancelled'))
  or (state in ('paid', 'returned')) <> exists (select 1 from attempts where attempts.payout_id = payouts.id
    and attempts.state = 'succeeded')`,
)
