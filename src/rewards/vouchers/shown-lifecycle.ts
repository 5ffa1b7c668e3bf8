/** All that voiding or replacing a voucher, or releasing its claim, would do, for the person who confirms it. */
import { approvalsMessages } from '../../../messages/generated/approvals.ts'
import { commonMessages } from '../../../messages/generated/common.ts'
import { payoutsMessages } from '../../../messages/generated/payouts.ts'
import { vouchersMessages } from '../../../messages/generated/vouchers.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { first } from '../../platform/db/together.ts'
import { formatDateTime, formatMoney } from '../../platform/i18n/format.ts'
import type { Ports } from '../../ports.ts'
import type { Details, ProposalFact } from '../../staff/approvals/effect.ts'
import type { Proposal } from '../../staff/approvals/proposal.ts'
import { slugsByStudy } from '../batches/study-slugs.ts'
import { type Claim, claimById, openClaimOf, reasonOfClaim } from '../claims/store.ts'
import { transfersTable } from '../ledger/shown-transfers.ts'
import { isErased } from '../payees/digest.ts'
import { decryptPayee } from '../payees/encrypt.ts'
import { maskPayee } from '../payees/mask.ts'
import { moneyBetween, readVoucherAndClaim } from './leave.ts'
import { ledgerAccountOf, whyNotPossible } from './lifecycle.ts'
import { type LifecycleKind, readLifecyclePayload, wayOf } from './propose.ts'
import { shownState } from './shown-state.ts'

/** What the other person is shown of a proposal about a voucher or a claim. */
export async function lifecycleDetails(
  ports: Ports,
  kind: LifecycleKind,
  { subject, payload }: Pick<Proposal, 'subject' | 'payload'>,
  language: Language,
): Promise<Details> {
  const { reason, reference } = readLifecyclePayload(payload)
  const words = payoutsMessages(language)
  const { list, lifecycle } = vouchersMessages(language)
  const { effect, effects } = approvalsMessages(language).shown
  const named: ProposalFact[] = [
    { label: words.voucher, value: { text: reference, href: `/finance/vouchers/${reference}`, isVerbatim: true } },
    { label: words.reason, value: { text: lifecycle.reasons[reason] } },
    { label: effect, value: { text: effects[kind] } },
  ]
  const of = kind === 'claim_released' ? await first(ports.db, claimById({ id: subject })) : undefined
  const standing = await readVoucherAndClaim(ports.db, of?.voucherId ?? subject)
  if (standing === undefined) return { facts: named }
  const { voucher } = standing
  const open = of ?? (await first(ports.db, openClaimOf({ voucherId: voucher.id })))
  // One that is ready goes when somebody holds the answer, and where the money stands tells the same.
  const claim = open?.state === 'ready' && of === undefined ? undefined : open
  const { currency } = voucher
  return {
    facts: [
      ...named.slice(0, 1),
      { label: words.amount, value: { text: formatMoney(voucher.amountMinor, currency, language) } },
      { label: words.study, value: { text: (await slugsByStudy(ports)).get(voucher.studyId) ?? '', isVerbatim: true } },
      { label: words.state, value: { text: list.states[shownState(voucher.state)] } },
      ...(claim === undefined ? [] : await claimFacts(ports, claim, language)),
      ...named.slice(1),
    ],
    tables: transfersTable(moneyOf(ports, kind, standing), currency, language),
  }
}

/** Where the money goes: nowhere when the voucher stands elsewhere by now. */
function moneyOf(
  ports: Ports,
  kind: LifecycleKind,
  standing: NonNullable<Awaited<ReturnType<typeof readVoucherAndClaim>>>,
) {
  const way = wayOf[kind]
  if (way === 'releaseClaim' || shownState(standing.voucher.state) === 'open' || whyNotPossible(way, standing) !== null)
    return []
  const { voucher } = standing
  const to = way === 'void' ? 'available' : 'liability'
  return moneyBetween(ports, voucher, ledgerAccountOf(voucher.state), to, ports.clock.now())
}

async function claimFacts(ports: Ports, claim: Claim, language: Language): Promise<ProposalFact[]> {
  const words = payoutsMessages(language)
  const { claimState, claimed } = approvalsMessages(language).shown
  const { listSeparator } = commonMessages(language)
  const payee = isErased(claim.payee) ? [] : maskPayee(await decryptPayee(ports, claim))
  const why = claim.state === 'held' ? await first(ports.db, reasonOfClaim({ id: claim.id, n: claim.n })) : undefined
  const holdReason = why?.reason == null ? [] : [{ text: words.reasons[why.reason] }]
  return [
    ...(payee.length === 0
      ? []
      : [{ label: words.payee, value: { text: payee.map(({ text }) => text).join(listSeparator), isVerbatim: true } }]),
    { label: words.channel, value: { text: words.channels[claim.channel] } },
    { label: claimed, value: { text: formatDateTime(claim.madeAt, language) } },
    { label: claimState, value: [{ text: words.claimStates[claim.state] }, ...holdReason] },
  ]
}
