/** That payouts by hand failed, as it is shown to the person who confirms it. */
import { approvalsMessages } from '../../../messages/generated/approvals.ts'
import { commonMessages } from '../../../messages/generated/common.ts'
import { payoutsMessages } from '../../../messages/generated/payouts.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import type { FailReason } from '../../../schema/tables.ts'
import { first } from '../../platform/db/together.ts'
import { isFingerprint, shownFingerprint } from '../../platform/i18n/fingerprint.ts'
import { formatDate, formatMoney } from '../../platform/i18n/format.ts'
import type { Ports } from '../../ports.ts'
import type { ApprovalEffect, FactTable, FactText, ProposalFact } from '../../staff/approvals/effect.ts'
import { readBatch } from '../batches/approve.ts'
import { batchNumber } from '../batches/number.ts'
import { studyByBatch } from '../batches/study-of-batch.ts'
import { slugsByStudy } from '../batches/study-slugs.ts'
import { transfersTable } from '../ledger/shown-transfers.ts'
import { grossOf } from '../offers/tax.ts'
import { isDuplicate } from '../payment-files/bank-reasons.ts'
import { resultFileById } from '../result-files/store.ts'
import { type BatchFailurePayload, batchFailedEffect } from './batch-result.ts'
import { attemptOf } from './evidence.ts'
import { type FailurePayload, isOpenByHand, payoutFailedEffect } from './report.ts'
import { maskedPayee, payoutFacts, voucherReferenceOf } from './shown-payout.ts'
import { foundByPayout, type PayoutRow } from './store.ts'
import { studyByPayout } from './study-of-payout.ts'

export const payoutFailed: ApprovalEffect = {
  effectOf: payoutFailedEffect,
  studyOf: studyByPayout,
  what({ payload }, language) {
    const { payoutId, reason, code, evidence } = JSON.parse(payload) as FailurePayload
    const bracketedCode = code === null ? '' : commonMessages(language).bracketed({ text: code })
    const words = payoutsMessages(language)
    return {
      text: words.failedByStaff({
        why: words.reasons[reason],
        code: bracketedCode,
        evidence: shownFingerprint(evidence),
      }),
      href: `/finance/payouts/${payoutId}`,
    }
  },
  async show(ports, { payload }, language) {
    const { payoutId, attemptId, says, ...failure } = JSON.parse(payload) as FailurePayload
    const payout = await first(ports.db, foundByPayout(payoutId))
    if (payout === undefined) return { facts: await failureFacts(ports, failure, [], language) }
    const words = payoutsMessages(language)
    const verbatim = (text: string) => ({ text, isVerbatim: true })
    const line =
      says === undefined
        ? []
        : [
            verbatim(says.reference),
            ...(says.amountMinor === null ? [] : [{ text: formatMoney(says.amountMinor, payout.currency, language) }]),
            ...(says.day === null ? [] : [{ text: formatDate(says.day, language) }]),
            ...(says.providerId === null ? [] : [verbatim(says.providerId)]),
            { text: words.attemptStates.failed },
          ]
    const open = isOpenByHand(attemptOf(payout), attemptId) ? [payout] : []
    return {
      facts: [...(await payoutFacts(ports, payout, language)), ...(await failureFacts(ports, failure, line, language))],
      tables: backToOwed(open, payout.currency, language),
    }
  },
}

/** That none of a batch's payouts was made, as the bank rejected its message: one decision for all of them. */
export const batchFailed: ApprovalEffect = {
  effectOf: batchFailedEffect,
  studyOf: studyByBatch,
  what({ payload }, language) {
    const { batchId, payoutIds, amountMinor, currency, reason, code, evidence } = JSON.parse(
      payload,
    ) as BatchFailurePayload
    const words = payoutsMessages(language)
    const text = words.batchFailedByBank({
      count: payoutIds.length,
      sum: formatMoney(amountMinor, currency, language),
      why: words.reasons[reason],
      code: code === null ? '' : commonMessages(language).bracketed({ text: code }),
      evidence: shownFingerprint(evidence),
    })
    return { text: isDuplicate(code) ? `${text} ${words.maybePaid}` : text, href: `/finance/batches/${batchId}` }
  },
  async show(ports, { payload }, language) {
    const { batchId, payoutIds, amountMinor, currency, says, ...failure } = JSON.parse(payload) as BatchFailurePayload
    const words = payoutsMessages(language)
    const read = await readBatch(ports, batchId)
    const meant = (read?.payouts ?? []).filter(({ payoutId }) => payoutIds.includes(payoutId))
    const study = read && (await slugsByStudy(ports)).get(read.batch.studyId)
    const named = [says?.messageId, ...(says?.paymentIds ?? [])].filter((id) => id != null)
    const rejected = [...new Set(named)].map((text) => ({ text, isVerbatim: true }))
    const sum = { text: formatMoney(amountMinor, currency, language) }
    const batch = { text: batchNumber(batchId), href: `/finance/batches/${batchId}`, isVerbatim: true }
    return {
      facts: [
        { label: words.batch, value: batch },
        ...(study === undefined ? [] : [{ label: words.study, value: { text: study, isVerbatim: true } }]),
        { label: words.payouts, value: { text: String(payoutIds.length) } },
        { label: words.sum, value: sum },
        ...(await failureFacts(ports, failure, rejected, language)),
      ],
      tables: [
        await payoutsTable(ports, meant, language),
        ...backToOwed(
          meant.filter(({ payoutState }) => payoutState === 'open'),
          currency,
          language,
        ),
      ],
    }
  },
}

interface Failure {
  reason: FailReason
  code: string | null
  evidence: string
  file?: string
}

/** @param statedInFile what the file says of it, part by part */
async function failureFacts(
  { db }: Pick<Ports, 'db'>,
  { reason, code, evidence, file }: Failure,
  statedInFile: readonly FactText[],
  language: Language,
): Promise<ProposalFact[]> {
  const words = payoutsMessages(language)
  const { evidence: label, bankCode, fileSays } = approvalsMessages(language).shown
  const storedFile = file === undefined ? undefined : await first(db, resultFileById({ id: file }))
  const take =
    storedFile === undefined
      ? []
      : storedFile.kept < storedFile.pieces
        ? [{ text: words.evidenceErased }]
        : [{ text: words.evidenceFile, href: `/finance/batches/${storedFile.batchId}/results/${storedFile.id}` }]
  // The proposal's text names the file by its hash already.
  const own = { text: shownFingerprint(evidence), isVerbatim: true }
  return [
    { label: words.reason, value: { text: words.reasons[reason] } },
    ...(code === null ? [] : [{ label: bankCode, value: { text: code, isVerbatim: true } }]),
    { label, value: isFingerprint(evidence) && take.length > 0 ? take : [own, ...take] },
    ...(statedInFile.length === 0 ? [] : [{ label: fileSays, value: statedInFile }]),
  ]
}

async function payoutsTable(ports: Ports, payouts: readonly PayoutRow[], language: Language): Promise<FactTable> {
  const words = payoutsMessages(language)
  const rows = payouts.map(async (payout) => [
    { text: await voucherReferenceOf(ports, payout), href: `/finance/payouts/${payout.payoutId}`, isVerbatim: true },
    { text: formatMoney(payout.amountMinor, payout.currency, language) },
    { text: await maskedPayee(ports, payout, language), isVerbatim: true },
    { text: payout.reference ?? '', isVerbatim: true },
    { text: words.payoutStates[payout.payoutState] },
  ])
  return {
    title: words.lines,
    heads: [words.voucher, words.amount, words.payee, words.reference, words.state],
    rows: await Promise.all(rows),
  }
}

/** The money of payouts that end as not paid: it is owed again. */
function backToOwed(payouts: readonly PayoutRow[], currency: string, language: Language): FactTable[] {
  const transfers = payouts.map((payout) => ({
    debit: 'clearing' as const,
    credit: 'liability' as const,
    amountMinor: grossOf(payout),
  }))
  return transfersTable(transfers, currency, language)
}
