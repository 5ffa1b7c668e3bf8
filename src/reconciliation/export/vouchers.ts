/** Vouchers as finance may see them, with all that belongs to them: by the week, and within it by their references. */

import { fingerprint } from '../../platform/crypto/fingerprint.ts'
import { chunked } from '../../platform/db/chunked.ts'
import { weekOf } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import { voucherReference } from '../../rewards/vouchers/voucher.ts'
import { type Histories, historiesOf, vouchersAtOnce } from './histories.ts'
import type { ExportLineOf } from './lines.ts'
import { claimSteps, voucherSteps } from './steps.ts'
import {
  type ExportedVoucher,
  type ExportedVoucherDay,
  type StepRow,
  voucherDaysBefore,
  vouchersBetween,
} from './store.ts'

const readSize = 500
/** Of a week with more vouchers than this, one part after the other is put in order: memory has a bound. */
const partSize = 20_000

type Named = ExportedVoucher & { reference: string }

/**
 * The vouchers that were made before `until`. Ids carry the time, so the order must not be theirs; which part of a large
 * week a voucher is in is drawn from its id, and tells nothing either.
 */
export async function* voucherLines(
  { db, keys }: Pick<Ports, 'db' | 'keys'>,
  until: string,
  size = partSize,
): AsyncGenerator<ExportLineOf<'voucher'>> {
  for (const week of weeksOf(await db.read(voucherDaysBefore(until)))) {
    const parts = Math.ceil(week.count / size)
    for (let part = 0; part < parts; part++) {
      const named: Named[] = []
      for await (const rows of pagesOf(db, week, until)) {
        const mine = rows.filter(({ id, madeAt }) => mondayOf(madeAt) === week.day && fingerprint(id) % parts === part)
        const references = await Promise.all(mine.map((row) => voucherReference(keys, row)))
        named.push(...mine.map((row, i) => ({ ...row, reference: references[i] ?? '' })))
      }
      named.sort((one, other) => (one.reference < other.reference ? -1 : 1))
      for (const some of chunked(named, vouchersAtOnce)) yield* linesOf(db, keys, some, until)
    }
  }
}

const mondayOf = (at: string) => weekOf(at.slice(0, 10)).slice(0, 10)

/** By the week alone: a day on which few were made would single out its responses. */
function weeksOf(days: readonly ExportedVoucherDay[]): ExportedVoucherDay[] {
  const weeks = new Map<string, ExportedVoucherDay>()
  for (const one of days) {
    const day = mondayOf(one.day)
    const known = weeks.get(day) ?? { ...one, day, count: 0 }
    weeks.set(day, known)
    known.count += one.count
    // Ids of a day may stand among those of another when clocks disagreed.
    if (one.firstId < known.firstId) known.firstId = one.firstId
    if (one.lastId > known.lastId) known.lastId = one.lastId
  }
  return [...weeks.values()]
}

async function* pagesOf(
  db: Ports['db'],
  { firstId, lastId }: { firstId: string; lastId: string },
  until: string,
): AsyncGenerator<ExportedVoucher[]> {
  // One character less is before the first id, and behind every other that is.
  let after = firstId.slice(0, -1)
  for (;;) {
    const rows = await db.read(vouchersBetween(after, lastId, until, readSize))
    yield rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < readSize) return
    after = last.id
  }
}

async function* linesOf(
  db: Ports['db'],
  keys: Ports['keys'],
  some: readonly Named[],
  until: string,
): AsyncGenerator<ExportLineOf<'voucher'>> {
  const replaced = some.flatMap(({ replaces }) => replaces ?? [])
  const histories = await historiesOf(
    db,
    some.map(({ id }) => id),
    replaced,
    until,
  )
  for (const voucher of some) {
    const { id, reference, replaces, study, offer, currency, amountMinor, taxMinor, madeAt } = voucher
    const codeKey = histories.codeKeys.get(replaces ?? '')
    const day = mondayOf(madeAt)
    const claims = (histories.claims.get(id) ?? []).flatMap((claim) => {
      const steps = claimSteps(histories.claimSteps.get(claim.id) ?? [])
      return steps.length === 0 ? [] : [{ ...claim, steps }]
    })
    yield {
      kind: 'voucher',
      reference,
      replaces: replaces === null ? null : await voucherReference(keys, { id: replaces, codeKey: codeKey ?? '' }),
      study,
      offer,
      currency,
      amountMinor,
      taxMinor,
      day,
      steps: voucherSteps(histories.voucherSteps.get(id) ?? [], day),
      claims: claims.map(({ channel, steps }) => ({ channel, steps })),
      payouts: payoutsOf(
        id,
        claims.map((claim) => claim.id),
        histories,
      ),
    }
  }
}

function payoutsOf(
  voucherId: string,
  claims: readonly string[],
  histories: Histories,
): ExportLineOf<'voucher'>['payouts'] {
  return (histories.payouts.get(voucherId) ?? []).map(({ claim, voucher: _, ...payout }) => ({
    ...payout,
    claim: claims.indexOf(claim),
    steps: (histories.payoutSteps.get(payout.id) ?? []).map(byTime),
    attempts: (histories.attempts.get(payout.id) ?? []).map(({ payout: _, ...attempt }) => ({
      ...attempt,
      steps: (histories.attemptSteps.get(attempt.id) ?? []).map((step) => ({ ...byTime(step), code: step.code })),
      calls: (histories.calls.get(attempt.id) ?? []).map(({ n, what, at }) => ({ n, what, at })),
    })),
  }))
}

/** A step as it is exported with its time. */
export const byTime = ({ n, state, reason, actor, at }: StepRow) => ({ n, state, reason, actor: actor ?? '-', at })
