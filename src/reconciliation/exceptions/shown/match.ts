/** A match by hand as the second person sees it: the line beside the payout, how sure it is and why, and what else it could be. */
import { exceptionsMessages } from '../../../../messages/generated/exceptions.ts'
import { payoutsMessages } from '../../../../messages/generated/payouts.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { first } from '../../../platform/db/together.ts'
import { formatDate, formatMoney } from '../../../platform/i18n/format.ts'
import { dayMs } from '../../../platform/time/zone.ts'
import type { Ports } from '../../../ports.ts'
import { maskedPayee, payoutFacts, voucherReferenceOf } from '../../../rewards/payouts/shown-payout.ts'
import { foundByPayout } from '../../../rewards/payouts/store.ts'
import type { Details, FactTable, FactText } from '../../../staff/approvals/effect.ts'
import type { Proposal } from '../../../staff/approvals/proposal.ts'
import type { MatchPayload } from '../../matching/by-hand.ts'
import { type Candidate, candidatesByIds, findCandidates } from '../../matching/candidates.ts'
import type { ExceptionDetail } from '../exception.ts'
import { type Exception, exceptionById } from '../store.ts'
import { exceptionFacts } from './exception.ts'

interface Choice {
  chosen: Candidate | undefined
  others: Candidate[]
  isOnly: boolean
  isBegun: boolean
}

/** What the other person is shown of a proposal that a line is a payment attempt's. */
export async function matchDetails(
  ports: Ports,
  { subject, payload }: Pick<Proposal, 'subject' | 'payload'>,
  language: Language,
): Promise<Details> {
  const words = exceptionsMessages(language)
  const exception = await first(ports.db, exceptionById({ id: subject }))
  if (exception === undefined) return { facts: [] }
  const detail = JSON.parse(exception.detail) as ExceptionDetail
  const choice = await choiceOf(ports, exception, detail, JSON.parse(payload) as MatchPayload)
  const payout = choice.chosen && (await first(ports.db, foundByPayout(choice.chosen.payoutId)))
  const about = payout === undefined ? [] : await payoutFacts(ports, payout, language)
  return {
    facts: [
      ...(await exceptionFacts(ports, exception, language)).filter(({ label }) => label !== words.study),
      ...about.filter(({ label }) => !besideLabels(language).includes(label)),
      { label: words.sure, value: sureOf(exception, detail, choice, language) },
    ],
    tables: [
      beside(exception, detail, choice.chosen, payout?.providerId ?? null, language),
      ...(await othersTable(ports, choice.others, language)),
    ],
  }
}

/** What stands in the table of the line and the payout, and need not be said twice. */
function besideLabels(language: Language): string[] {
  const words = payoutsMessages(language)
  return [words.amount, words.reference]
}

/** As it was when it was proposed; of a proposal that does not say, as it is now. */
async function choiceOf(
  ports: Ports,
  exception: Exception,
  detail: ExceptionDetail,
  { attempt, others, isOnly, isBegun }: MatchPayload,
): Promise<Choice> {
  const now = others === undefined ? await findCandidates(ports, exception, detail) : null
  const rest = others ?? (now?.attempts ?? []).flatMap(({ id }) => (id === attempt ? [] : [id]))
  const found = await ports.db.read(candidatesByIds([attempt, ...rest]))
  return {
    chosen: found.find(({ id }) => id === attempt),
    others: found.filter(({ id }) => id !== attempt),
    isOnly: isOnly ?? now?.isOnly ?? false,
    isBegun: isBegun ?? now?.begun === attempt,
  }
}

function sureOf(
  { day }: Exception,
  { reference, direction }: ExceptionDetail,
  { chosen, others, isOnly, isBegun }: Choice,
  language: Language,
): FactText[] {
  const words = exceptionsMessages(language)
  const days = chosen === undefined || day === null ? 0 : Math.abs(Date.parse(chosen.day) - Date.parse(day)) / dayMs
  const how = isOnly ? words.sureOnly({ days }) : words.sureNot({ days, others: others.length })
  const named = reference ? words.otherReference : words.noReference
  const back = direction === 'credit' ? [{ text: words.matchBack }] : []
  return isBegun ? [{ text: words.sureBegun({ days }) }, ...back] : [{ text: how }, { text: named }]
}

function beside(
  { day, openedAt, amountMinor, currency }: Exception,
  detail: ExceptionDetail,
  chosen: Candidate | undefined,
  providerId: string | null,
  language: Language,
): FactTable {
  const words = exceptionsMessages(language)
  const money = { text: formatMoney(detail.lineMinor ?? amountMinor, currency, language) }
  const verbatim = (text: string | null | undefined): FactText => ({ text: text ?? '–', isVerbatim: true })
  const statement = detail.statement === undefined ? {} : { href: `/finance/statements/${detail.statement}` }
  const payout = chosen === undefined ? {} : { href: `/finance/payouts/${chosen.payoutId}` }
  return {
    title: words.beside,
    heads: ['', words.line, words.payout],
    rows: [
      // It is proposed only where both are of the same amount.
      [{ text: words.money }, money, money],
      [
        { text: words.day },
        { text: formatDate(day ?? openedAt, language) },
        { text: chosen === undefined ? '–' : formatDate(chosen.day, language) },
      ],
      [
        { text: words.reference },
        { ...verbatim(detail.reference), ...statement },
        { ...verbatim(chosen?.reference), ...payout },
      ],
      [{ text: words.providerId }, verbatim(detail.providerId), verbatim(providerId)],
      [{ text: words.type }, verbatim(detail.rawType), { text: '' }],
    ],
  }
}

async function othersTable(ports: Ports, others: readonly Candidate[], language: Language): Promise<FactTable[]> {
  if (others.length === 0) return []
  const words = exceptionsMessages(language)
  const { voucher, payee } = payoutsMessages(language)
  const rows = others.map(async ({ payoutId, reference, day }) => {
    const payout = await first(ports.db, foundByPayout(payoutId))
    return [
      { text: reference, href: `/finance/payouts/${payoutId}`, isVerbatim: true },
      { text: formatDate(day, language) },
      { text: payout === undefined ? '' : await voucherReferenceOf(ports, payout), isVerbatim: true },
      { text: payout === undefined ? '' : await maskedPayee(ports, payout, language), isVerbatim: true },
    ]
  })
  return [{ title: words.others, heads: [words.reference, words.day, voucher, payee], rows: await Promise.all(rows) }]
}
