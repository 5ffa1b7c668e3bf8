/**
 * Claiming a voucher: its holder says where its money should go. Nobody else can: only the student's pages use this file,
 * and those who play students, which test/tidy.test.ts sees to.
 */
import { taken } from '../../../schema/constraints.ts'
import type { Channel, Reason } from '../../../schema/tables.ts'
import { type Plan, perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import { startState, transition } from '../../platform/db/state-machine.ts'
import { first, type Write } from '../../platform/db/together.ts'
import { forgetStudyKeys } from '../../platform/keys/study-keys.ts'
import type { Payee, Ports } from '../../ports.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { loadCalendar } from '../calendar/store.ts'
import { claimMachine, voucherMachine } from '../machines.ts'
import { offerById } from '../offers/offer.ts'
import { findTerms } from '../offers/store.ts'
import { accountHash } from '../payees/account.ts'
import { channelsFor } from '../payees/channels.ts'
import { decryptPayee, encryptPayee } from '../payees/encrypt.ts'
import { deadlineOf } from '../vouchers/deadline.ts'
import { voucherById } from '../vouchers/store.ts'
import type { Voucher } from '../vouchers/voucher.ts'
import { mailboxDoubt } from './mailbox.ts'
import { eligibleAt, isFree, isSamePayee, type NotClaimable, whyNotClaimable } from './rules.ts'
import * as store from './store.ts'

/**
 * - what `NotClaimable` says of the voucher
 * - `not_found`: there is no such voucher; `not_offered`: its offer is not paid by this channel now
 * - `claimed_before`: it is claimed for another payee, which `changePayee` changes
 * - `not_claimed`: there is nothing to change yet; `frozen`: the claim is being paid, and nothing can be changed
 */
export type ClaimRefusal = {
  refused: NotClaimable | 'not_found' | 'not_offered' | 'claimed_before' | 'not_claimed' | 'frozen'
}

/**
 * Claims an issued voucher for a payee. Whether the account has another claim in the study already is not said: then
 * this one waits for a person. The same again changes nothing and is answered the same.
 */
export function claimVoucher(
  ports: Ports,
  { id }: Pick<Voucher, 'id'>,
  payee: Payee,
  by: Claimant,
): Promise<{ claimed: true } | ClaimRefusal> {
  return perform<Claimed | ClaimRefusal>(ports.db, 'A claim', async () => {
    const read = await readToClaim(ports, id, payee.channel)
    if ('refused' in read) return read
    const { voucher, claim } = read
    if (claim !== undefined) return (await isFor(ports, claim, payee)) ? claimed : { refused: 'claimed_before' }
    const at = ports.clock.now()
    const issued = transition(voucherMachine, voucher, { state: 'claimed', actor, at })
    return planClaim(ports, read, payee, { before: issued, action: 'claim.made', by, at })
  })
}

/**
 * Gives the money of a claimed voucher another payee, as long as no batch holds the claim: that claim ends, and another
 * one begins, which waits a day when it is for another account. The same payee again changes nothing.
 */
export function changePayee(
  ports: Ports,
  { id }: Pick<Voucher, 'id'>,
  payee: Payee,
  by: Claimant,
): Promise<{ claimed: true } | ClaimRefusal> {
  return perform<Claimed | ClaimRefusal>(ports.db, 'A claim', async () => {
    const read = await readToClaim(ports, id, payee.channel)
    if ('refused' in read) return read
    const { claim } = read
    if (claim === undefined) return { refused: 'not_claimed' }
    if (await isFor(ports, claim, payee)) return claimed
    if (!isFree(claim)) return { refused: 'frozen' }
    const at = ports.clock.now()
    const ended = transition(claimMachine, claim, { state: 'ended', actor, reason: 'changed_by_holder', at })
    return planClaim(ports, read, payee, { before: ended, action: 'claim.changed', by, at })
  })
}

/** Who claims: whoever answered, in the browser that is known as theirs, or somebody who brought the voucher's code. */
type Claimant = 'respondent' | 'holder'
/** Both hold the voucher, and the trail tells them not apart. */
const actor = 'holder'

type Claimed = { claimed: true }
const claimed: Claimed = { claimed: true }

interface Read {
  voucher: Voucher
  /** The claim that has not ended. */
  claim: store.Claim | undefined
}

/** The voucher and its open claim, or why it cannot be claimed through this channel. */
async function readToClaim(ports: Ports, voucherId: string, channel: Channel): Promise<Read | ClaimRefusal> {
  const { db, clock } = ports
  const now = clock.now()
  // In this order: a claim that comes in between is seen, and its voucher is read anew.
  const voucher = await first(db, voucherById({ id: voucherId }))
  const claim = await first(db, store.openClaimOf({ voucherId }))
  const terms = voucher && (await findTerms(db, voucher.studyId, now))
  if (voucher === undefined || terms === undefined) return { refused: 'not_found' }
  const calendar = await loadCalendar(db, terms.settings.calendar, now)
  const why = whyNotClaimable(voucher, deadlineOf(voucher, terms.settings, calendar), now)
  if (why !== null) return { refused: why }
  const offer = offerById(terms, voucher.offerId)
  const isOffered = offer !== undefined && channelsFor(offer, ports).includes(channel)
  return isOffered ? { voucher, claim } : { refused: 'not_offered' }
}

async function isFor(ports: Ports, claim: store.Claim, payee: Payee): Promise<boolean> {
  return isSamePayee(await decryptPayee(ports, claim), payee)
}

/** Plans the writes together with a claim that is ready; when its account has one already, or its mailbox is doubtful, with one that is held. */
async function planClaim(
  ports: Ports,
  { voucher }: Read,
  payee: Payee,
  { before, action, by, at }: { before: Write[]; action: 'claim.made' | 'claim.changed'; by: Claimant; at: string },
): Promise<Plan<Claimed>> {
  const { db, ids, keys } = ports
  const id = ids.next('claim')
  const hash = await accountHash(keys, voucher.studyId, payee)
  const accounts = await db.read(store.accountsOfVoucher({ voucherId: voucher.id }))
  const row = {
    id,
    voucherId: voucher.id,
    studyId: voucher.studyId,
    channel: payee.channel,
    ...(await encryptPayee(ports, payee, { voucherId: voucher.id, studyId: voucher.studyId })),
    accountHash: hash,
    eligibleAt: eligibleAt(
      at,
      hash,
      accounts.map((one) => one.accountHash),
    ),
    n: 1,
    madeAt: at,
    byRespondent: by === 'respondent' ? (1 as const) : (0 as const),
  }
  const audit = addAudit({ id: ids.next('audit'), actor, action, subject: id, at })
  const doubt = await mailboxDoubt(ports, voucher, payee, at)
  const planned = (reason: Reason | null): Plan<Claimed> =>
    plan({
      rows: [
        ...before,
        startState(claimMachine, id, { state: reason === null ? 'ready' : 'held', actor, reason, at }),
        store.addClaim({
          ...row,
          domainHash: doubt.domainHash,
          domainNth: reason === null ? doubt.domainNth : null,
          state: reason === null ? 'ready' : 'held',
        }),
      ],
      audit,
      done: claimed,
      refused: (breach) => {
        if (reason === null && breach.on === taken.claimOfAccount) return planned('account_in_use')
        // A key that was erased meanwhile is read anew, too.
        if (breach.on === null) forgetStudyKeys(db)
        return overtaken.includes(breach.on) ? stale(breach) : unexpected
      },
    })
  return planned(doubt.reason)
}

/** What says that somebody else was faster: then everything is read and decided anew. */
const overtaken: readonly (string | null)[] = [
  taken.voucherStep,
  taken.claimStep,
  taken.claimOfVoucher,
  taken.claimOfDomain,
  null,
]
