/** All that closing an exception would do: its class, what is done about it, and every posting in words and money. */
import { exceptionsMessages } from '../../../../messages/generated/exceptions.ts'
import { payoutsMessages } from '../../../../messages/generated/payouts.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { first } from '../../../platform/db/together.ts'
import { formatDate, formatMoney } from '../../../platform/i18n/format.ts'
import type { Ports } from '../../../ports.ts'
import { accountName } from '../../../rewards/ledger/account-name.ts'
import { transfersTable } from '../../../rewards/ledger/shown-transfers.ts'
import { maskedPayee, voucherReferenceOf } from '../../../rewards/payouts/shown-payout.ts'
import { foundByPayout } from '../../../rewards/payouts/store.ts'
import type { Details, FactTable, ProposalFact } from '../../../staff/approvals/effect.ts'
import type { Proposal } from '../../../staff/approvals/proposal.ts'
import type { NewEntry } from '../../matching/entries.ts'
import { ruleFacts } from '../../reading-rules/approval-effects.ts'
import { ruleOfWord } from '../../reading-rules/words.ts'
import { isStopping } from '../actions.ts'
import { type ClosingPayload, foreseenClosing } from '../close.ts'
import { returnedShares } from '../closing-store.ts'
import { type ExceptionDetail, isBatchReturn } from '../exception.ts'
import { type Exception, exceptionById } from '../store.ts'
import { besideFacts, exceptionFacts, payoutAbout } from './exception.ts'

/** What the other person is shown of a proposal to close an exception. */
export async function closingDetails(
  ports: Ports,
  { subject, payload }: Pick<Proposal, 'subject' | 'payload'>,
  language: Language,
): Promise<Details> {
  const words = exceptionsMessages(language)
  const { action, kind, rule } = JSON.parse(payload) as ClosingPayload
  const how: ProposalFact = { label: words.action, value: { text: words.actions[action] } }
  const exception = await first(ports.db, exceptionById({ id: subject }))
  if (exception === undefined) return { facts: [how] }
  const detail = JSON.parse(exception.detail) as ExceptionDetail
  const meant =
    rule ?? (kind === undefined ? null : await ruleOfWord(ports, exception.accountId ?? '', detail.rawType, kind))
  const taught = meant === null ? [] : ruleFacts(meant, language).slice(2)
  const isClosed = exception.closedAt !== null
  const foreseen = isClosed ? undefined : await foreseenClosing(ports, exception, action)
  const moved = foreseen === undefined || 'refused' in foreseen ? { entries: [], money: [] } : foreseen
  const lifts = (await isStopping(ports, exception)) ? [{ label: words.stop, value: { text: words.closingLifts } }] : []
  const hasNone = foreseen !== undefined && moved.entries.length + moved.money.length === 0
  return {
    facts: [
      ...(await exceptionFacts(ports, exception, language)),
      ...besideFacts(exception, detail, language).map(({ label, text }) => ({
        label,
        value: { text, isVerbatim: true },
      })),
      ...(await payoutAbout(ports, detail, language)),
      how,
      ...taught,
      ...lifts,
      ...(hasNone ? [{ label: words.postings, value: { text: words.noPostings } }] : []),
    ],
    tables: [
      ...(await returnedTable(ports, exception, detail, language)),
      ...entriesTable(moved.entries, exception.currency, language),
      ...transfersTable(moved.money, exception.currency, language),
    ],
  }
}

/** The payouts that came back as one sum, which closing reopens together. */
async function returnedTable(
  ports: Ports,
  exception: Exception,
  detail: ExceptionDetail,
  language: Language,
): Promise<FactTable[]> {
  if (!isBatchReturn(exception, detail)) return []
  const { returnedPayouts, reference, money } = exceptionsMessages(language)
  const { voucher, payee } = payoutsMessages(language)
  const shares = await ports.db.read(returnedShares(exception.accountId ?? '', detail.line ?? ''))
  const rows = shares.map(async ({ payoutId }) => {
    const payout = await first(ports.db, foundByPayout(payoutId))
    return [
      { text: payout?.reference ?? '', href: `/finance/payouts/${payoutId}`, isVerbatim: true },
      { text: payout === undefined ? '' : await voucherReferenceOf(ports, payout), isVerbatim: true },
      { text: payout === undefined ? '' : await maskedPayee(ports, payout, language), isVerbatim: true },
      { text: payout === undefined ? '' : formatMoney(payout.amountMinor, exception.currency, language) },
    ]
  })
  return [{ title: returnedPayouts, heads: [reference, voucher, payee, money], rows: await Promise.all(rows) }]
}

function entriesTable(entries: readonly NewEntry[], currency: string, language: Language): FactTable[] {
  if (entries.length === 0) return []
  const words = exceptionsMessages(language)
  return [
    {
      title: words.postings,
      heads: [words.account, words.entry, words.day, words.money],
      rows: entries.map(({ accountId, kind, day, amountMinor, cause }) => [
        { text: accountName(accountId, language) },
        { text: words.entryKinds[cause.startsWith('opening:') ? 'opening' : kind] },
        { text: formatDate(day, language) },
        { text: formatMoney(amountMinor, currency, language) },
      ]),
    },
  ]
}
