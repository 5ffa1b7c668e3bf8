/** All that closing an exception would do: its class, what is done about it, and every posting in words and money. */
import { exceptionsMessages } from '../../../../messages/generated/exceptions.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { first } from '../../../platform/db/together.ts'
import { formatDate, formatMoney } from '../../../platform/i18n/format.ts'
import type { Ports } from '../../../ports.ts'
import { accountName } from '../../../rewards/ledger/account-name.ts'
import { transfersTable } from '../../../rewards/ledger/shown-transfers.ts'
import type { Details, Fact, FactTable } from '../../../staff/approvals/effect.ts'
import type { Proposal } from '../../../staff/approvals/proposal.ts'
import type { NewEntry } from '../../matching/entries.ts'
import { ruleFacts } from '../../reading-rules/approval-effects.ts'
import { ruleOfWord } from '../../reading-rules/words.ts'
import { isStopping } from '../actions.ts'
import { type ClosingPayload, foreseenClosing } from '../close.ts'
import type { Detail } from '../exception.ts'
import { exceptionById } from '../store.ts'
import { besideFacts, exceptionFacts, payoutAbout } from './exception.ts'

export async function closingDetails(
  ports: Ports,
  { subject, payload }: Pick<Proposal, 'subject' | 'payload'>,
  language: Language,
): Promise<Details> {
  const words = exceptionsMessages(language)
  const { action, kind, rule } = JSON.parse(payload) as ClosingPayload
  const how: Fact = { label: words.action, told: { text: words.actions[action] } }
  const exception = await first(ports.db, exceptionById({ id: subject }))
  if (exception === undefined) return { facts: [how] }
  const detail = JSON.parse(exception.detail) as Detail
  const meant =
    rule ?? (kind === undefined ? null : await ruleOfWord(ports, exception.accountId ?? '', detail.rawType, kind))
  const taught = meant === null ? [] : ruleFacts(meant, language).slice(2)
  const isClosed = exception.closedAt !== null
  const foreseen = isClosed ? undefined : await foreseenClosing(ports, exception, action)
  const moved = foreseen === undefined || 'refused' in foreseen ? { entries: [], money: [] } : foreseen
  const lifts = (await isStopping(ports, exception)) ? [{ label: words.stop, told: { text: words.closingLifts } }] : []
  const hasNone = foreseen !== undefined && moved.entries.length + moved.money.length === 0
  return {
    facts: [
      ...(await exceptionFacts(ports, exception, language)),
      ...besideFacts(exception, detail, language).map(({ label, text }) => ({
        label,
        told: { text, isVerbatim: true },
      })),
      ...(await payoutAbout(ports, detail, language)),
      how,
      ...taught,
      ...lifts,
      ...(hasNone ? [{ label: words.postings, told: { text: words.noPostings } }] : []),
    ],
    tables: [
      ...entriesTable(moved.entries, exception.currency, language),
      ...transfersTable(moved.money, exception.currency, language),
    ],
  }
}

function entriesTable(entries: readonly NewEntry[], currency: string, language: Language): FactTable[] {
  if (entries.length === 0) return []
  const words = exceptionsMessages(language)
  return [
    {
      title: words.postings,
      heads: [words.account, words.entry, words.day, words.money],
      rows: entries.map(({ accountId, kind, day, amountMinor }) => [
        { text: accountName(accountId, language) },
        { text: words.entryKinds[kind] },
        { text: formatDate(day, language) },
        { text: formatMoney(amountMinor, currency, language) },
      ]),
    },
  ]
}
