/** How often a sign-in was refused, by day, way and reason: enough to see somebody trying, and nobody's name. */

import type { SignInWay } from '../../../schema/tables.ts'
import { commit } from '../../platform/db/perform.ts'
import { prepareQuery } from '../../platform/db/together.ts'
import { booksZone, dayOf } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import { sql } from '../tables.ts'
import type { SignInRefusal } from './actions.ts'

/**
 * Why somebody was not let in. Beside what a link may be refused for:
 * - `not_invited`: no member of staff is known by that account
 * - `identity_taken`: the account is somebody else's of the staff
 * - `has_identity`: they have an account, and somebody else's link binds the first one alone
 * - `unconfirmed`: they deal with money, and only whoever entered their address says that the account is theirs
 * - `provider_down`: no answer; `provider_refused`: a no, or an answer that cannot be trusted
 * - `try_again`: begun in another browser, too long ago, or used already
 */
export type RefusedSignIn =
  | SignInRefusal['refused']
  | 'not_invited'
  | 'identity_taken'
  | 'has_identity'
  | 'unconfirmed'
  | 'provider_down'
  | 'provider_refused'
  | 'try_again'

const addOne = prepareQuery((p: { day: string; way: SignInWay; reason: string }) =>
  sql
    .insertInto('refused_sign_ins')
    .values({ day: p.day, way: p.way, reason: p.reason, count: 1 })
    .onConflict((oc) =>
      oc.columns(['day', 'way', 'reason']).doUpdateSet((eb) => ({ count: eb('refused_sign_ins.count', '+', 1) })),
    ),
)

/** Those since a day, the newest first. */
export const refusedSince = prepareQuery((p: { day: string }) =>
  sql
    .selectFrom('refused_sign_ins')
    .select(['day', 'way', 'reason', 'count'])
    .where('day', '>=', p.day)
    .orderBy('day', 'desc')
    .orderBy('way')
    .orderBy('reason'),
)

/** Counts one. */
export async function countRefused({ db, clock }: Ports, way: SignInWay, reason: RefusedSignIn): Promise<void> {
  await commit(db, 'Counting a refused sign-in', addOne({ day: dayOf(booksZone, clock.now()), way, reason }))
}
