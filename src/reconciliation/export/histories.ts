/** All that belongs to some vouchers: claims, payouts, attempts, and the steps of each. */
import type { Ports } from '../../ports.ts'
import type { StepRow } from './store.ts'

/** So many vouchers are looked up at once. */
export const vouchersAtOnce = 50
const marks = Array.from({ length: vouchersAtOnce }, () => '?').join(', ')

interface ClaimRow {
  id: string
  voucher: string
  channel: string
}
interface PayoutRow {
  id: string
  voucher: string
  claim: string
  batch: string
  channel: string
  provider: string
  offer: string
  currency: string
  amountMinor: number
  lineHash: string
}
interface AttemptRow {
  id: string
  payout: string
  nth: number
  provider: string
  reference: string
  currency: string
  amountMinor: number
  taxMinor: number
  calendar: string
  day: string
  settlesDay: string
  madeAt: string
}
interface CallRow {
  id: string
  n: number
  what: string
  at: string
}

/** Rows by what they belong to, in the order in which they were read. */
export interface Histories {
  codeKeys: Map<string, string>
  voucherSteps: Map<string, StepRow[]>
  claims: Map<string, ClaimRow[]>
  claimSteps: Map<string, StepRow[]>
  payouts: Map<string, PayoutRow[]>
  payoutSteps: Map<string, StepRow[]>
  attempts: Map<string, AttemptRow[]>
  attemptSteps: Map<string, StepRow[]>
  calls: Map<string, CallRow[]>
}

/** What is read of one table: its rows `on` one of the vouchers' ids, as far as they are from before a time. */
interface Source {
  select: string
  on: string
  at: string
  order: string
}

const toPayouts = 'join payouts on payouts.id = attempts.payout_id'

function stepsOf(table: string, whose: string, source: { on: string; join?: string; code?: string }): Source {
  const { on, join, code = 'null' } = source
  return {
    select: `select ${table}.${whose} as "id", ${table}.n as "n", ${table}.state as "state", ${table}.reason as "reason",
  ${table}.actor as "actor", ${table}.at as "at", ${code} as "code" from ${table}${join === undefined ? '' : ` ${join}`}`,
    on,
    at: `${table}.at`,
    order: `${whose}, ${table}.n`,
  }
}

const sources = {
  codeKeys: { select: 'select id as "id", code_key as "codeKey" from vouchers', on: 'id', at: 'made_at', order: 'id' },
  voucherSteps: stepsOf('voucher_steps', 'voucher_id', { on: 'voucher_id' }),
  claims: {
    select: 'select id as "id", voucher_id as "voucher", channel as "channel" from claims',
    on: 'voucher_id',
    at: 'made_at',
    order: 'id',
  },
  claimSteps: stepsOf('claim_steps', 'claim_id', {
    on: 'claims.voucher_id',
    join: 'join claims on claims.id = claim_id',
  }),
  payouts: {
    select: `select id as "id", voucher_id as "voucher", claim_id as "claim", batch_id as "batch", channel as "channel",
  provider as "provider", offer_id as "offer", currency as "currency", amount_minor as "amountMinor", line_hash as "lineHash"
from payouts`,
    on: 'voucher_id',
    at: 'made_at',
    order: 'id',
  },
  payoutSteps: stepsOf('payout_steps', 'payout_id', {
    on: 'payouts.voucher_id',
    join: 'join payouts on payouts.id = payout_id',
  }),
  attempts: {
    select: `select attempts.id as "id", payout_id as "payout", nth as "nth", attempts.provider as "provider",
  reference as "reference", attempts.currency as "currency", attempts.amount_minor as "amountMinor",
  attempts.tax_minor as "taxMinor",
  calendar_id as "calendar", day as "day", settles_day as "settlesDay", attempts.made_at as "madeAt"
from attempts ${toPayouts}`,
    on: 'payouts.voucher_id',
    at: 'attempts.made_at',
    order: 'payout_id, nth',
  },
  attemptSteps: stepsOf('attempt_steps', 'attempt_id', {
    on: 'payouts.voucher_id',
    join: `join attempts on attempts.id = attempt_id ${toPayouts}`,
    code: 'attempt_steps.code',
  }),
  calls: {
    select: `select attempt_calls.attempt_id as "id", attempt_calls.n as "n", what as "what", attempt_calls.at as "at"
from attempt_calls join attempts on attempts.id = attempt_id ${toPayouts}`,
    on: 'payouts.voucher_id',
    at: 'attempt_calls.at',
    order: 'attempt_id, attempt_calls.n',
  },
} satisfies Record<string, Source>

/**
 * Reads it as it stood at `until`.
 * @param ids at most `vouchersAtOnce` vouchers
 * @param replaced ids of vouchers that they replace, whose references are wanted
 */
export async function historiesOf(
  db: Ports['db'],
  ids: readonly string[],
  replaced: readonly string[],
  until: string,
): Promise<Histories> {
  const read = <Row>({ select, on, at, order }: Source, of = ids) =>
    db.read<Row>({
      sql: `${select} where ${on} in (${marks}) and ${at} < ? order by ${order}`,
      values: [...of, ...Array.from({ length: vouchersAtOnce - of.length }, () => ''), until],
    })
  const codeKeys = replaced.length === 0 ? [] : await read<{ id: string; codeKey: string }>(sources.codeKeys, replaced)
  return {
    codeKeys: new Map(codeKeys.map(({ id, codeKey }) => [id, codeKey])),
    voucherSteps: group(await read<StepRow>(sources.voucherSteps), idOf),
    claims: group(await read<ClaimRow>(sources.claims), ({ voucher }) => voucher),
    claimSteps: group(await read<StepRow>(sources.claimSteps), idOf),
    payouts: group(await read<PayoutRow>(sources.payouts), ({ voucher }) => voucher),
    payoutSteps: group(await read<StepRow>(sources.payoutSteps), idOf),
    attempts: group(await read<AttemptRow>(sources.attempts), ({ payout }) => payout),
    attemptSteps: group(await read<StepRow>(sources.attemptSteps), idOf),
    calls: group(await read<CallRow>(sources.calls), idOf),
  }
}

const idOf = ({ id }: { id: string }) => id

function group<Row>(rows: Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group === undefined) groups.set(key(row), [row])
    else group.push(row)
  }
  return groups
}
