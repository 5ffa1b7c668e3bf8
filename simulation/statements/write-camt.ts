/** camt.052, camt.053 and camt.054 of any version since .001.02. Movements of one `batch` and day are booked as one entry. */
import { formatMinorUnits } from '../../src/platform/money/money.ts'
import { signedAmount } from '../../src/reconciliation/formats/tally.ts'
import { type Book, type StatementRow, words } from './book.ts'

const defaultVersion = '08'

type Element = (name: string, content: string, attributes?: string) => string

export type Message = '052' | '053' | '054'

const names = {
  '052': ['BkToCstmrAcctRpt', 'Rpt'],
  '053': ['BkToCstmrStmt', 'Stmt'],
  '054': ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'],
} as const

export function camtText(book: Book, message: Message): string {
  const { options, rows, random } = book
  const { version = defaultVersion, prefix = '' } = options
  const p = prefix === '' ? '' : `${prefix}:`
  const el: Element = (name, content, attributes = '') => `<${p}${name}${attributes}>${content}</${p}${name}>`
  const [outer, inner] = names[message]
  const gap = random() < 0.5 ? '\n' : ''
  const currencies = [...new Set(rows.map(({ currency }) => currency))]
  const sections = (currencies.length === 0 ? ['CNY'] : currencies).map((currency, i) => {
    const ours = rows.filter((row) => row.currency === currency)
    return el(inner, gap + sectionParts(book, ours, currency, i, message, Number(version), el).join(gap) + gap)
  })
  const namespace = ` xmlns${prefix === '' ? '' : `:${prefix}`}="urn:iso:std:iso:20022:tech:xsd:camt.${message}.001.${version}"`
  const head = el('GrpHdr', el('MsgId', 'M1') + el('CreDtTm', '2026-02-25T06:00:00+08:00'))
  const document = el('Document', el(outer, head + gap + sections.join(gap)), namespace)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${document}\n`
}

/** Movements as they are booked: a currency after the other, a batch where its first part is. */
export function entriesOf(rows: readonly StatementRow[], version: string | undefined): StatementRow[][] {
  const sections = [...Map.groupBy(rows, ({ currency }) => currency).values()]
  return sections.flatMap((section) => bookedTogether(section, Number(version ?? defaultVersion)))
}

/** Until .001.03 a transaction had no direction of its own, so that a batch went one way. */
function bookedTogether(rows: readonly StatementRow[], version: number): StatementRow[][] {
  const groups = Map.groupBy(rows, ({ batch, day, direction }, i) =>
    batch === undefined ? i : `${day} ${batch} ${version >= 4 ? '' : direction}`,
  )
  return [...groups.values()]
}

function sectionParts(
  book: Book,
  rows: readonly StatementRow[],
  currency: string,
  at: number,
  message: Message,
  version: number,
  el: Element,
): string[] {
  const { fault } = book.options
  const money = (minor: number) => el('Amt', formatMinorUnits(Math.abs(minor), currency), ` Ccy="${currency}"`)
  const openingMinor = at === 0 ? book.openingMinor : 0
  const closingMinor =
    openingMinor + rows.reduce((sum, row) => sum + signedAmount(row), 0) + (fault === 'balance' ? 1 : 0)
  const balance = (code: string, minor: number, day: string) =>
    el(
      'Bal',
      el('Tp', el('CdOrPrtry', el('Cd', code))) +
        money(minor) +
        el('CdtDbtInd', minor < 0 ? 'DBIT' : 'CRDT') +
        el('Dt', el('Dt', day)),
    )
  const entries = bookedTogether(rows, version)
  const sums = entries.map((entry) => entry.reduce((sum, row) => sum + signedAmount(row), 0))
  const total = (ours: number[]) => ours.reduce((sum, minor) => sum + Math.abs(minor), 0)
  const [credits, debits] = [sums.filter((minor) => minor > 0), sums.filter((minor) => minor < 0)]
  const counted = (name: string, some: number[], off = 0) =>
    el(name, el('NbOfNtries', String(some.length)) + el('Sum', formatMinorUnits(total(some) + off, currency)))
  const summary = el(
    'TxsSummry',
    counted('TtlNtries', sums) +
      counted('TtlCdtNtries', credits) +
      counted('TtlDbtNtries', debits, fault === 'totals' ? 1 : 0),
  )
  return [
    el('Id', `S${at + 1}`) + el('CreDtTm', '2026-02-25T06:00:00+08:00'),
    el('FrToDt', el('FrDtTm', `${book.fromDay}T00:00:00`) + el('ToDtTm', `${book.toDay}T23:59:59`)),
    el('Acct', el('Id', el('Othr', el('Id', '622200000000001'))) + el('Ccy', currency)),
    ...(message === '053'
      ? [balance('OPBD', openingMinor, book.fromDay), balance('CLBD', closingMinor, book.toDay)]
      : []),
    summary,
    ...entries.map((entry) => entryText(entry, currency, version, fault === 'missing_column', el)),
  ]
}

function entryText(
  rows: readonly StatementRow[],
  currency: string,
  version: number,
  isBare: boolean,
  el: Element,
): string {
  const [first] = rows
  if (first === undefined) return ''
  const money = (minor: number) => el('Amt', formatMinorUnits(Math.abs(minor), currency), ` Ccy="${currency}"`)
  const sum = rows.reduce((total, row) => total + signedAmount(row), 0)
  const isBatch = rows.length > 1
  const details = rows.map((row) => {
    const refs = [
      isBatch ? el('AcctSvcrRef', row.providerId) : '',
      el('EndToEndId', row.reference ?? 'NOTPROVIDED'),
      el('TxId', row.providerId),
    ].join('')
    // The amount stood in its details until .001.03.
    const amount = version >= 4 ? money(row.amountMinor) : el('AmtDtls', el('TxAmt', money(row.amountMinor)))
    const indicator = version >= 4 ? el('CdtDbtInd', row.direction === 'debit' ? 'DBIT' : 'CRDT') : ''
    const account = el('Id', el('Othr', el('Id', row.account ?? 'none')))
    const side = row.direction === 'debit' ? el('CdtrAcct', account) : el('DbtrAcct', account)
    const returned = row.kind === 'return' ? el('RtrInf', el('Rsn', el('Cd', 'AC04'))) : ''
    const code = isBatch ? codeOf(row, el) : ''
    const parts = [
      el('Refs', refs),
      amount,
      indicator,
      code,
      el('RltdPties', side),
      returned,
      el('AddtlTxInf', '酬金 &amp; 问卷'),
    ]
    return el('TxDtls', parts.join(''))
  })
  return el(
    'Ntry',
    [
      isBare ? '' : money(sum),
      el('CdtDbtInd', sum < 0 ? 'DBIT' : 'CRDT'),
      el('RvslInd', 'false'),
      version >= 7 ? el('Sts', el('Cd', 'BOOK')) : el('Sts', 'BOOK'),
      el('BookgDt', el('Dt', first.day)),
      el('ValDt', el('Dt', first.day)),
      el('AcctSvcrRef', isBatch ? `B${first.batch}-${first.day}` : first.id),
      codeOf(first, el),
      el(
        'NtryDtls',
        (isBatch ? el('Btch', el('PmtInfId', `P${first.batch}`) + el('NbOfTxs', String(rows.length))) : '') +
          details.join(''),
      ),
    ].join(''),
  )
}

function codeOf({ rawType, kind }: StatementRow, el: Element): string {
  const [domain = '', family = '', sub = ''] = words.bank[kind].split('/')
  const content =
    rawType === undefined
      ? el('Domn', el('Cd', domain) + el('Fmly', el('Cd', family) + el('SubFmlyCd', sub)))
      : el('Prtry', el('Cd', rawType))
  return el('BkTxCd', content)
}
