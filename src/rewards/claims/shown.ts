/** A claim as its holder may see it. */
import type { Channel, ClaimState } from '../../../schema/tables.ts'
import type { Ports } from '../../ports.ts'
import type { FieldName } from '../payees/channels.ts'
import { isErased } from '../payees/digest.ts'
import { decryptPayee } from '../payees/encrypt.ts'
import { maskPayee } from '../payees/mask.ts'

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

/** What a `ShownClaim` is made of, of the claim that has not ended, beside its voucher; there is one at most. */
export const openClaimColumns = [
  'claims.id as claimId',
  'claims.channel as claimChannel',
  'claims.payee as claimPayee',
  'claims.eligible_at as claimEligibleAt',
  'claims.state as claimState',
  'claims.made_at as claimMadeAt',
] as const

interface OpenClaim {
  claimId: string | null
  claimChannel: Channel | null
  claimPayee: string | null
  claimEligibleAt: string | null
  claimState: ClaimState | null
  claimMadeAt: string | null
}

/** The claim of a voucher that has not ended, for its holder's page. */
export async function shownClaim(
  ports: Pick<Ports, 'db' | 'clock' | 'keys'>,
  voucherId: string,
  row: OpenClaim,
): Promise<ShownClaim | undefined> {
  const {
    claimId: id,
    claimChannel: channel,
    claimEligibleAt: eligibleAt,
    claimMadeAt: madeAt,
    claimPayee: payee,
  } = row
  if (id === null || channel === null || eligibleAt === null || madeAt === null || payee === null) return undefined
  const state = row.claimState === 'frozen' || row.claimState === 'paid' ? row.claimState : 'ready'
  const shown = isErased(payee) ? [] : maskPayee(await decryptPayee(ports, { payee, voucherId }))
  return { id, channel, payee: shown, eligibleAt, state, madeAt }
}
