/** A report of any kind as sections of lines, which its page, its CSV and its workbook show alike. */

import type { ReportsMessages } from '../../../messages/generated/reports.ts'
import { formatMoney } from '../../platform/i18n/format.ts'
import type { AccountReport } from './account-report.ts'
import { accountedFor, type ClosingReport } from './closing.ts'
import type { Report } from './content.ts'
import type { CountAndAmount } from './parts.ts'
import { inRuns } from './period.ts'
import type { Money, ReportLine, ReportSection, ReportSectionName, ReportWording } from './section.ts'
import { holdings, type OfferPart, type StudyReport } from './study-report.ts'

/** A report as the sections that its page and its files show. */
export function sectionsOf(report: Report, wording: ReportWording): ReportSection[] {
  const { words } = wording
  const header = [
    ...headOf(report, wording),
    { item: words.items.days, detail: daysOf(report, wording) },
    { item: words.items.zone, detail: report.zone },
    ...(report.note === null ? [] : [{ item: words.items.note, detail: report.note }]),
  ]
  return [
    { name: 'header', lines: header, more: 0 },
    ...(report.kind === 'study'
      ? ofStudy(report, wording)
      : report.kind === 'closing'
        ? ofClosing(report, wording)
        : ofAccount(report, wording)),
  ]
}

function daysOf({ from, to }: Report, { words, days }: ReportWording): string {
  return from > to ? words.noDays({ day: days.of(from) }) : days.between(from, to)
}

function headOf(report: Report, { words: { items }, accountOf, rulesOf, days }: ReportWording): ReportLine[] {
  if ('account' in report) {
    return [
      { item: items.account, detail: accountOf(report.account.id) },
      { item: items.rules, detail: rulesOf(report.rules) },
      ...(report.notCovered.length === 0
        ? []
        : [{ item: items.notCovered, detail: inRuns(report.notCovered, days.between).join(', ') }]),
    ]
  }
  return [
    { item: items.study, detail: report.study.slug },
    ...(report.costCentre === '' ? [] : [{ item: items.costCentre, detail: report.costCentre }]),
    ...(report.projectCode === '' ? [] : [{ item: items.projectCode, detail: report.projectCode }]),
    ...(report.kind === 'closing' && report.study.closesAt !== null
      ? [{ item: items.closes, detail: days.at(report.study.closesAt) }]
      : []),
  ]
}

function ageText(words: ReportsMessages, workingDays: number | null): string {
  return workingDays === null ? words.ageUnknown : words.age({ workingDays })
}

function ofAccount(report: AccountReport, wording: ReportWording): ReportSection[] {
  return [
    rollOf(report, wording),
    ...(report.timing.count === 0 ? [] : [timingOf(report, wording)]),
    statementsOf(report, wording),
    linesOf(report, wording),
    exceptionsOf(report, wording),
    ...unmatchedOf(report, wording),
    byHandOf(report, wording),
  ]
}

/** A section of what is listed, and of how many more there are. */
const list = <One>(
  name: ReportSectionName,
  { count, listed }: { count: number; listed: readonly One[] },
  line: (one: One) => ReportLine,
): ReportSection => ({ name, lines: listed.map(line), more: count - listed.length })

const moneyOf =
  ({ account }: AccountReport) =>
  (minor: number): Money => ({ minor, currency: account.currency })

/** What lines of an account are called: a signed report may name a kind that a later version does not know any more. */
function lineNameOf({ lineKinds, directions }: ReportsMessages) {
  const names: Record<string, string> = lineKinds
  return ({ kind, direction }: { kind: string; direction: keyof typeof directions }) =>
    `${names[kind] ?? kind} · ${directions[direction]}`
}

function rollOf(report: AccountReport, { words: { items } }: ReportWording): ReportSection {
  const { ledger, provider, paidOutsideMinor } = report
  const money = moneyOf(report)
  const beside = (minor: number | null) => (minor === null ? null : money(minor))
  const moves = ['funded', 'paid', 'fees', 'returned', 'other'] as const
  return {
    name: 'roll',
    more: 0,
    lines: [
      { item: items.opening, money: money(ledger.openingMinor), beside: beside(provider.openingMinor) },
      ...moves.map((move) => ({ item: items[move], money: money(ledger[move]) })),
      ...(paidOutsideMinor === 0 ? [] : [{ item: items.ofWhichOutside, money: money(-paidOutsideMinor) }]),
      { item: items.closing, money: money(ledger.closingMinor), beside: beside(provider.closingMinor) },
    ],
  }
}

function timingOf(report: AccountReport, { words, days }: ReportWording): ReportSection {
  const money = moneyOf(report)
  return list('timing', report.timing, (one) => ({
    item: words.timing[one.kind],
    reference: one.reference,
    day: days.of(one.day),
    money: money(one.amountMinor),
    detail: words.timingUntil({ day: days.of(one.laterDay) }),
  }))
}

function statementsOf({ statements }: AccountReport, { words, nameOf, formats, days }: ReportWording): ReportSection {
  return list('statements', { count: statements.length, listed: statements }, (one) => ({
    item: formats[one.format] ?? one.format,
    reference: one.fileHash,
    day: days.between(one.from, one.to),
    count: one.lines,
    detail: words.importedBy({ name: nameOf(one.importedBy) }),
  }))
}

function linesOf(report: AccountReport, { words }: ReportWording): ReportSection {
  const money = moneyOf(report)
  const nameOfLine = lineNameOf(words)
  return list('lines', { count: report.lines.length, listed: report.lines }, (one) => ({
    item: nameOfLine(one),
    count: one.count,
    money: money(one.amountMinor),
  }))
}

function exceptionsOf(report: AccountReport, { words, classes }: ReportWording): ReportSection {
  const money = moneyOf(report)
  return {
    name: 'exceptions',
    more: 0,
    lines: report.exceptions.flatMap((one) => {
      const name = classes[one.class] ?? one.class
      const line = (what: string, { count, amountMinor }: CountAndAmount) => ({
        item: `${name} · ${what}`,
        count,
        money: money(amountMinor),
      })
      return [
        line(words.items.opened, one.opened),
        ...(one.open.count === 0
          ? []
          : [{ ...line(words.items.open, one.open), detail: ageText(words, one.oldestWorkingDays) }]),
      ]
    }),
  }
}

/** Payments without a line, and lines without a payment. */
function unmatchedOf(report: AccountReport, { words, days }: ReportWording): ReportSection[] {
  const money = moneyOf(report)
  const nameOfLine = lineNameOf(words)
  return [
    list('paidWithoutLine', report.paidWithoutLine, ({ reference, providerId, day, amountMinor }) => ({
      reference,
      providerId,
      day: days.of(day),
      money: money(amountMinor),
    })),
    list('linesWithoutAttempt', report.linesWithoutAttempt, (one) => ({
      item: `${nameOfLine(one)} · ${one.rawType}`,
      reference: one.reference,
      providerId: one.providerId,
      day: days.of(one.day),
      money: money(one.amountMinor),
      detail: words.lineAt({ statement: one.statement.replace('statement_', ''), row: one.row, key: one.lineKey }),
    })),
  ]
}

function byHandOf(report: AccountReport, { words, nameOf, days }: ReportWording): ReportSection {
  const money = moneyOf(report)
  return list('byHand', report.byHand, (one) => ({
    reference: one.reference,
    day: days.of(one.day),
    money: money(one.amountMinor),
    detail: `${words.madeBy({ maker: nameOf(one.maker), checker: nameOf(one.checker), reason: one.reason })} · ${one.lineKey}`,
  }))
}

function ofStudy(report: StudyReport, { words, language, offerNames }: ReportWording): ReportSection[] {
  const { items } = words
  const order = [...offerNames.keys()]
  const offers = [...report.offers].sort((one, other) => order.indexOf(one.offer) - order.indexOf(other.offer))
  const offerOf = ({ offer, amountMinor, currency }: OfferPart) =>
    offerNames.get(offer) ?? formatMoney(amountMinor, currency, language)
  const names = { ...items, paid: items.paidTotal, tax: items.taxBorne, outside: items.paidOutside }
  const moved = offers.filter(({ flows }) => flows.length > 0)
  return [
    ...offers.map(
      (offer): ReportSection => ({
        name: 'offers',
        of: offerOf(offer),
        more: 0,
        lines: [...holdings, 'total' as const].map((account) => ({
          item: account === 'total' ? `= ${names.total}` : names[account],
          opening: { minor: offer.opening[account], currency: offer.currency },
          money: { minor: offer.closing[account], currency: offer.currency },
        })),
      }),
    ),
    ...moved.map(
      (offer): ReportSection => ({
        name: 'flows',
        of: offerOf(offer),
        more: 0,
        lines: offer.flows.map(({ debit, credit, count, amountMinor }) => ({
          item: `${words.accountsOf[debit]} → ${words.accountsOf[credit]}`,
          count,
          money: { minor: amountMinor, currency: offer.currency },
        })),
      }),
    ),
    ...(moved.length === 0 ? [{ name: 'flows', more: 0, lines: [] } as ReportSection] : []),
  ]
}

function ofClosing(report: ClosingReport, { words, nameOf, days }: ReportWording): ReportSection[] {
  const { items } = words
  const { neverClaimed } = report
  const all = neverClaimed.sums.reduce((sum, { count }) => sum + count, 0)
  return [
    {
      name: 'budget',
      more: 0,
      lines: report.accounts.flatMap((account) => {
        const { currency, left } = account
        const line = (item: string, minor: number) => ({ item: `${currency} · ${item}`, money: { minor, currency } })
        return [
          line(items.budget, account.budgetMinor),
          line(items.paidOut, account.paidMinor),
          line(items.paidOutside, account.paidOutsideMinor),
          line(items.feesBorne, account.feesMinor),
          line(items.taxBorne, account.taxMinor),
          line(items.returnedTo, account.returnedMinor),
          ...(['available', 'reserved', 'liability', 'clearing'] as const).map((part) =>
            line(`${items.left} · ${items[part]}`, left[part]),
          ),
          line(`= ${items.makes}`, accountedFor(account)),
        ]
      }),
    },
    {
      name: 'beside',
      more: 0,
      lines: report.accounts.map(({ currency, providerFeesMinor }) => ({
        item: items.providerFees,
        money: { minor: providerFeesMinor, currency },
      })),
    },
    {
      name: 'neverClaimed',
      hint: words.neverClaimedHint,
      more: all - neverClaimed.listed.length,
      lines: [
        ...neverClaimed.sums.map(({ currency, count, amountMinor }) => ({
          item: items.makes,
          count,
          money: { minor: amountMinor, currency },
        })),
        ...neverClaimed.listed.map(({ reference, currency, amountMinor, state, day, days: age }) => ({
          item: words.states[state],
          reference,
          day: days.of(day),
          money: { minor: amountMinor, currency },
          detail: words.ageDays({ days: age }),
        })),
      ],
    },
    {
      name: 'erased',
      more: 0,
      hint: words.erasedHint,
      lines: report.erased.map(({ what, day, actor, count }) => ({
        item: what === 'payee' ? items.erasedPayee : items.erasedAnswers,
        day: days.of(day),
        count,
        detail: nameOf(actor),
      })),
    },
  ]
}
