/** An exception in words: what it is about, and the statement beside our books. */
import { exceptionsMessages } from '../../../../messages/generated/exceptions.ts'
import { payoutsMessages } from '../../../../messages/generated/payouts.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { first } from '../../../platform/db/together.ts'
import { formatDate, formatMoney } from '../../../platform/i18n/format.ts'
import type { Ports } from '../../../ports.ts'
import { batchNumber } from '../../../rewards/batches/number.ts'
import { slugsByStudy } from '../../../rewards/batches/study-slugs.ts'
import { accountName } from '../../../rewards/ledger/account-name.ts'
import { accountIdOf } from '../../../rewards/ledger/provider-books.ts'
import { payoutFacts } from '../../../rewards/payouts/shown-payout.ts'
import { foundByPayout } from '../../../rewards/payouts/store.ts'
import type { ProposalFact } from '../../../staff/approvals/effect.ts'
import { type ExceptionDetail, isBatchReturn } from '../exception.ts'
import type { Exception } from '../store.ts'

/** The account that an exception is of, by name. */
export function accountNameOf({ accountId, provider, currency }: Exception, language: Language): string {
  return accountName(accountId ?? accountIdOf({ provider: provider ?? 'manual', currency }), language)
}

/** What an exception of its kind is, and what is usually done about it. */
export function exceptionHint(
  { class: name }: Pick<Exception, 'class'>,
  detail: ExceptionDetail,
  language: Language,
): string {
  const { hints, shareHint, payoutTypeHint, returnHint, returnDiffersHint, notPaidHint } = exceptionsMessages(language)
  if (isBatchReturn({ class: name }, detail)) return returnHint
  if (name === 'batch_mismatch' && detail.direction === 'credit') return returnDiffersHint
  const { attempt, direction, lineMinor, bookedMinor } = detail
  const isPayment = attempt !== undefined && direction === 'debit' && lineMinor === bookedMinor
  if (name === 'unknown_type' && isPayment) return payoutTypeHint
  if (name !== 'state_conflict') return hints[name]
  // Somebody says that it was not paid, where our books say that it was.
  if (detail.answered !== undefined && detail.answered !== 'succeeded') return notPaidHint
  return detail.isShare ? shareHint : hints[name]
}

/** What the statement says and what our books say, as far as either says something. */
export function besideFacts(
  { currency, amountMinor }: Pick<Exception, 'currency' | 'amountMinor'>,
  detail: ExceptionDetail,
  language: Language,
): { label: string; text: string }[] {
  const words = exceptionsMessages(language)
  const states: Record<string, string> = payoutsMessages(language).attemptStates
  const money = (minor: number | undefined) => (minor === undefined ? null : formatMoney(minor, currency, language))
  const [line, whole] = [money(detail.lineMinor ?? detail.closingMinor), money(detail.wholeMinor)]
  const moved = whole === null || line === null ? line : words.shareOf({ line, whole })
  const way = moved === null || detail.direction === undefined ? null : words.ways[detail.direction]
  const isAnswer = detail.answered !== undefined
  const answer = isAnswer ? [states[detail.answered ?? ''], money(detail.amountMinor), detail.code] : []
  const booked = [
    money(detail.bookedMinor ?? detail.expectedMinor ?? (isAnswer ? amountMinor : undefined)),
    states[detail.state ?? ''] ?? null,
    detail.bookedDay === undefined ? null : formatDate(detail.bookedDay, language),
  ]
  const rows: [string, string | null | undefined][] = [
    [words.provider, [moved, way].filter((text) => text).join(' · ')],
    [words.answer, answer.filter((text) => text).join(' · ')],
    [words.books, booked.filter((text) => text !== null).join(' · ')],
    [words.type, detail.rawType],
    [
      detail.direction === 'credit' ? words.batch : words.difference,
      detail.payouts === undefined ? null : besideBatch(detail, currency, language),
    ],
    [words.reference, detail.reference],
    [words.providerId, detail.providerId],
  ]
  return rows.flatMap(([label, text]) => (text ? [{ label, text }] : []))
}

/** How a line that is a whole batch, or brings one back, stands beside the batch's payouts. */
function besideBatch(detail: ExceptionDetail, currency: string, language: Language): string {
  const { lineMinor = 0, bookedMinor = 0, parts = 0, payouts: count = 0, failed = 0, failedMinor = 0 } = detail
  const { debits = 0, debitsMinor = lineMinor } = detail
  const money = (minor: number) => formatMoney(minor, currency, language)
  const { batchDiffers, batchReturned } = exceptionsMessages(language)
  const figures = {
    line: money(lineMinor),
    parts,
    count,
    sum: money(bookedMinor),
    failed,
    failedSum: money(failedMinor),
  }
  if (detail.direction === 'credit') return batchReturned(figures)
  return batchDiffers({
    ...figures,
    debits,
    debitsSum: money(debitsMinor),
    difference: money(debitsMinor - bookedMinor),
  })
}

/** By what staff know an exception again. */
export async function exceptionFacts(ports: Ports, exception: Exception, language: Language): Promise<ProposalFact[]> {
  const words = exceptionsMessages(language)
  const { id, currency, amountMinor, day, openedAt, studyId } = exception
  const study = studyId === null ? undefined : (await slugsByStudy(ports)).get(studyId)
  const name = { text: words.classes[exception.class], href: `/finance/exceptions/${id}` }
  return [
    { label: words.class, value: name },
    { label: words.account, value: { text: accountNameOf(exception, language) } },
    ...(study === undefined ? [] : [{ label: words.study, value: { text: study, isVerbatim: true } }]),
    { label: words.day, value: { text: formatDate(day ?? openedAt, language) } },
    { label: words.money, value: { text: formatMoney(amountMinor, currency, language) } },
  ]
}

/** Whose voucher it is about, paid where and in which batch. */
export async function payoutAbout(ports: Ports, detail: ExceptionDetail, language: Language): Promise<ProposalFact[]> {
  const { voucher, payee, batch } = payoutsMessages(language)
  const payout = detail.payout === undefined ? undefined : await first(ports.db, foundByPayout(detail.payout))
  if (payout !== undefined) {
    return (await payoutFacts(ports, payout, language)).filter(({ label }) => [voucher, payee, batch].includes(label))
  }
  if (detail.batch === undefined) return []
  const text = batchNumber(detail.batch)
  return [{ label: batch, value: { text, href: `/finance/batches/${detail.batch}`, isVerbatim: true } }]
}
