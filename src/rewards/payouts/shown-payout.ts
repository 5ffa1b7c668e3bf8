/** A payout as a proposal shows it: whose voucher, how much, to which account (masked), under which reference. */
import { commonMessages } from '../../../messages/generated/common.ts'
import { payoutsMessages } from '../../../messages/generated/payouts.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { formatDateTime, formatMoney } from '../../platform/i18n/format.ts'
import type { Ports } from '../../ports.ts'
import type { ProposalFact } from '../../staff/approvals/effect.ts'
import { batchNumber } from '../batches/number.ts'
import { slugsByStudy } from '../batches/study-slugs.ts'
import { isErased } from '../payees/digest.ts'
import { decryptPayee } from '../payees/encrypt.ts'
import { maskPayee } from '../payees/mask.ts'
import { voucherReference } from '../vouchers/voucher.ts'
import type { PayoutRow } from './store.ts'

type Keyed = Pick<Ports, 'keys'>

/** The payee of a claim, masked, in one line; empty when it was erased. */
export async function maskedPayee(
  ports: Pick<Ports, 'db' | 'clock' | 'keys'>,
  payout: Pick<PayoutRow, 'payee' | 'voucherId'>,
  language: Language,
): Promise<string> {
  if (isErased(payout.payee)) return ''
  const fields = maskPayee(await decryptPayee(ports, payout))
  return fields.map(({ text }) => text).join(commonMessages(language).listSeparator)
}

/** What finance calls the voucher of a payout. */
export function voucherReferenceOf({ keys }: Keyed, { voucherId, codeKey }: Pick<PayoutRow, 'voucherId' | 'codeKey'>) {
  return voucherReference(keys, { id: voucherId, codeKey })
}

/** Everything by which staff know a payout again. */
export async function payoutFacts(ports: Ports, payout: PayoutRow, language: Language): Promise<ProposalFact[]> {
  const words = payoutsMessages(language)
  const voucher = await voucherReferenceOf(ports, payout)
  const payee = await maskedPayee(ports, payout, language)
  return [
    { label: words.voucher, value: { text: voucher, href: `/finance/vouchers/${voucher}`, isVerbatim: true } },
    { label: words.amount, value: { text: formatMoney(payout.amountMinor, payout.currency, language) } },
    ...(payee === '' ? [] : [{ label: words.payee, value: { text: payee, isVerbatim: true } }]),
    { label: words.channel, value: { text: words.channels[payout.channel] } },
    { label: words.study, value: { text: (await slugsByStudy(ports)).get(payout.studyId) ?? '', isVerbatim: true } },
    {
      label: words.batch,
      value: {
        text: batchNumber(payout.batchId),
        href: `/finance/batches/${payout.batchId}`,
        isVerbatim: true,
      },
    },
    ...(payout.reference === null
      ? []
      : [{ label: words.reference, value: { text: payout.reference, isVerbatim: true } }]),
    ...(payout.attemptMadeAt === null
      ? []
      : [{ label: words.since, value: { text: formatDateTime(payout.attemptMadeAt, language) } }]),
    { label: words.state, value: { text: words.payoutStates[payout.payoutState] } },
  ]
}
