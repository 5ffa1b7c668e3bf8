/** A claim as its holder may see it. */
import type { Channel } from '../../../schema/tables.ts'
import { first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import type { FieldName } from '../payees/channels.ts'
import { decryptPayee } from '../payees/encrypt.ts'
import { isErased } from '../payees/erased.ts'
import { maskPayee } from '../payees/mask.ts'
import { openClaimOf } from './store.ts'

export interface ShownClaim {
  id: string
  channel: Channel
  /** The payee, masked. */
  payee: { field: FieldName; text: string }[]
  /** ISO 8601 in UTC: it is not paid before. */
  eligibleAt: string
  /**
   * One that is held shows as `ready`: else whoever claims for an account would learn whether it has another claim.
   */
  state: 'ready' | 'frozen' | 'paid'
  madeAt: string
}

/** The claim of a voucher that has not ended, for its holder's page. */
export async function claimOf(
  { db, keys }: Pick<Ports, 'db' | 'keys'>,
  voucherId: string,
): Promise<ShownClaim | undefined> {
  const claim = await first(db, openClaimOf({ voucherId }))
  if (claim === undefined) return undefined
  const { id, channel, eligibleAt, madeAt } = claim
  const state = claim.state === 'frozen' || claim.state === 'paid' ? claim.state : 'ready'
  const payee = isErased(claim.payee) ? [] : maskPayee(await decryptPayee(keys, claim.payee, voucherId))
  return { id, channel, payee, eligibleAt, state, madeAt }
}
