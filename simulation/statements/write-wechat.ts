/** WeChat's fund bill, as its documents show it. */

import { formatMinorUnits } from '../../src/platform/money/money.ts'
import { booksZone, localTime } from '../../src/platform/time/zone.ts'
import { type Book, type Column, type StatementRow, shuffled, words } from './book.ts'

/** The text of a bill. The order of columns, the brackets and the line ends follow the book's seed. */
export function wechatText(book: Book): string {
  const { rows, options, random } = book
  const end = random() < 0.5 ? '\r\n' : '\n'
  const yuan = random() < 0.5 ? '(元)' : '（元）'
  const columns: Column[] = [
    ['记账时间', ({ at }) => localTime(booksZone, at)],
    ['微信支付业务单号', ({ providerId }) => providerId],
    ['资金流水单号', ({ id }) => id],
    ['业务名称', wordOf],
    ['业务类型', wordOf],
    ['收支类型', ({ direction }) => (direction === 'debit' ? '支出' : '收入')],
    [`收支金额${yuan}`, ({ amountMinor, currency }) => formatMinorUnits(amountMinor, currency)],
    [`账户结余${yuan}`, ({ balanceMinor, currency }) => formatMinorUnits(balanceMinor, currency)],
    ['资金变更提交申请人', () => '1900009231API'],
    // A comma within a value is not escaped: the backticks keep the values apart.
    ['备注', ({ reference }) => `问卷酬金,第${reference === null ? 0 : 1}批`],
    ['业务凭证号', ({ reference }) => reference ?? ''],
  ]
  const written =
    options.fault === 'missing_column' ? columns.filter(([name]) => !name.startsWith('收支金额')) : columns
  // In every other file the columns stand as they always did.
  const inOrder = random() < 0.5 ? written : shuffled(written, random)
  const count = (value: number) => (random() < 0.5 ? String(value) : `${value}.0`)
  const totals = [
    count(rows.length),
    count(book.creditRows),
    formatMinorUnits(book.creditMinor, 'CNY'),
    count(book.debitRows),
    formatMinorUnits(book.debitMinor, 'CNY'),
  ]
  return [
    inOrder.map(([name]) => name).join(','),
    ...rows.map((row) => behindTicks(inOrder.map(([, text]) => text(row)))),
    '资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额',
    behindTicks(totals),
    '',
  ].join(end)
}

function wordOf({ rawType, kind }: StatementRow): string {
  return rawType ?? words.wechat[kind]
}

function behindTicks(values: readonly string[]): string {
  return `\`${values.join(',`')}`
}
