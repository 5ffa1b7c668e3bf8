/** What a timer or a cron trigger does. */

import { forgetStarts } from '../journey/door/forget.ts'
import { sweepStudies } from '../journey/lifecycle/sweep.ts'
import { sweepChecks } from '../journey/quality/sweep-checks.ts'
import { sweepQuotas } from '../journey/quotas/sweep.ts'
import { sweepRetention } from '../journey/retention/sweep.ts'
import { sweepShown } from '../journey/reviews/show-groups.ts'
import { commit } from '../platform/db/perform.ts'
import { noteClock } from '../platform/heartbeats/clock-noticed.ts'
import { beat } from '../platform/heartbeats/heartbeats.ts'
import { observeWith } from '../platform/metrics/observe.ts'
import { forgetWrongCodes } from '../platform/network/wrong-codes.ts'
import type { Ports } from '../ports.ts'
import { sweepStatements } from '../reconciliation/statements/work.ts'
import { countTrust } from '../reconciliation/trust/count-trust.ts'
import { sweepLeases } from '../rewards/leases/actions.ts'
import { resealPayees } from '../rewards/payees/reseal.ts'
import { sweepPayouts } from '../rewards/payouts/sweep.ts'
import { sweepExpired } from '../rewards/vouchers/expire.ts'
import { sweepReviews } from '../rewards/vouchers/follow.ts'
import { sweepReferences } from '../rewards/vouchers/references.ts'
import { sealAudit } from '../staff/audit-trail/seal.ts'
import { sweepExports } from '../survey/exports/pass.ts'
import { sweepFigures } from '../survey/insights/figures/make.ts'
import { sweepSegments } from '../survey/insights/segments/pack.ts'
import { sweepStops } from '../survey/insights/stops/count-stops.ts'
import { sweepTexts } from '../survey/texts/seal-old.ts'
import { newestTime } from './newest-time.ts'
import { type SweepPart, sweepParts } from './sweep-parts.ts'

type Part = (ports: Ports) => Promise<unknown>
/** Parts that a runtime does in another way. */
type Elsewhere = Partial<Record<SweepPart, Part>>

/**
 * The periodic work, part by part: what is over goes back, what waits is sent, what was written down is sealed. Each has
 * the name of its heartbeat.
 */
const parts: Readonly<Record<SweepPart, Part>> = {
  clock: keepTime,
  leases: sweepLeases,
  studies: sweepStudies,
  reviews: sweepReviews,
  quotas: sweepQuotas,
  checks: sweepChecks,
  shown: sweepShown,
  segments: sweepSegments,
  expiry: sweepExpired,
  wrong_codes: forgetWrongCodes,
  starts: forgetStarts,
  payouts: sweepPayouts,
  references: sweepReferences,
  texts: sweepTexts,
  payees: resealPayees,
  stops: sweepStops,
  retention: sweepRetention,
  sealer: (ports) => sealAudit(ports),
  trust: countTrust,
  figures: sweepFigures,
  exports: sweepExports,
  // Last, because it takes the time that there is.
  statements: sweepStatements,
}

/**
 * The periodic work, called by a timer or a cron trigger. Two at once are harmless. A part that fails keeps no other
 * from its work; those that did theirs leave a heartbeat, and so does a sweep that came to its end. Where
 * the process is about to end, no further part begins.
 * @returns whether statements wait for which there was no time: the next run may begin at once
 * @throws the first failure, once every part has had its turn
 */
export function sweep(ports: Ports, elsewhere: Elsewhere = {}): Promise<boolean> {
  return observeWith(ports)({ kind: 'sweep_part', part: 'sweep' }, () => sweepAll(ports, elsewhere))
}

async function sweepAll(ports: Ports, elsewhere: Elsewhere): Promise<boolean> {
  const all = { ...parts, ...elsewhere }
  const observe = observeWith(ports)
  const failures: unknown[] = []
  const ended: string[] = []
  let isLeft = false
  for (const name of sweepParts) {
    if (ports.isStopping?.()) break
    try {
      const outcome = await observe({ kind: 'sweep_part', part: name }, () => all[name](ports))
      if (name === 'statements') isLeft = outcome === true
      ended.push(name)
    } catch (error) {
      failures.push(error)
    }
  }
  if (!ports.isStopping?.()) ended.push('sweep')
  const at = ports.clock.now()
  if (ended.length > 0)
    await ports.db.together(...ended.map((part) => beat({ part, at }))).catch((error) => failures.push(error))
  if (failures.length > 0) throw failures[0]
  return isLeft
}

/**
 * Another program beside this one may have a clock that is ahead: what it wrote is a floor for this one too. What is
 * wrong with the machine's clock is noted, so that staff are told of it, whichever server noticed.
 */
async function keepTime({ db, clock }: Ports): Promise<void> {
  const newest = await newestTime(db)
  if (newest !== null) clock.raise?.(newest)
  const doubt = clock.doubt?.() ?? null
  if (doubt !== null) await commit(db, 'Noting a clock in doubt', noteClock(doubt, clock.now()))
}
