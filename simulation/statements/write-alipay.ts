/** Alipay's account bill: the detail, and the summary that lies beside it in the ZIP. */

import { formatMinorUnits } from '../../src/platform/money/money.ts'
import { booksZone, dayAfter, localTime } from '../../src/platform/time/zone.ts'
import { type Book, type Column, type StatementRow, shuffled, words } from './book.ts'

export function alipayText(book: Book): string {
  const { rows, options, random } = book
  const [left, right] = random() < 0.5 ? ['（', '）'] : ['(', ')']
  const money = (minor: number) => formatMinorUnits(minor, 'CNY')
  const none = random() < 0.5 ? '' : '0.00'
  const columns: Column[] = [
    ['账务流水号', ({ id }) => `${id}\t`],
    ['业务流水号', ({ providerId }) => `${providerId}\t`],
    ['商户订单号', ({ reference }) => `${reference ?? ''}\t`],
    ['商品名称', () => '问卷酬金'],
    ['发生时间', ({ at }) => localTime(booksZone, at)],
    ['对方账号', ({ account }) => `${account ?? ''}\t`],
    [`收入金额${left}+元${right}`, (row) => (row.direction === 'credit' ? money(row.amountMinor) : none)],
    [`支出金额${left}-元${right}`, (row) => (row.direction === 'debit' ? money(-row.amountMinor) : none)],
    // It does not follow from the line before: Alipay's own documents say so.
    [`账户余额${left}元${right}`, ({ balanceMinor }) => money(balanceMinor + Math.floor(random() * 500))],
    ['交易渠道', () => '支付宝'],
    ['业务类型', wordOf],
    ['备注', () => '转账给用户'],
    ...(random() < 0.5 ? [['业务账单来源', () => '商户'] satisfies Column] : []),
  ]
  const written =
    options.fault === 'missing_column' ? columns.filter(([name]) => !name.startsWith('支出金额')) : columns
  const inOrder = random() < 0.5 ? written : shuffled(written, random)
  return [
    '#支付宝账务明细查询',
    '#账号：[20881021750000000156]',
    spanOf(book),
    `#${'-'.repeat(41)}账务明细列表${'-'.repeat(40)}`,
    inOrder.map(([name]) => name).join(','),
    ...rows.map((row) => inOrder.map(([, text]) => text(row)).join(',')),
    `#${'-'.repeat(41)}账务明细列表结束${'-'.repeat(36)}`,
    `#支出合计：${book.debitRows}笔，共${money(-book.debitMinor)}元`,
    `#收入合计：${book.creditRows}笔，共${money(book.creditMinor)}元`,
    '#导出时间：[2026年02月25日 09:48:23]',
    '',
  ].join('\r\n')
}

export function alipaySummaryText(book: Book): string {
  const total = `${book.rows.length}笔`
  return [
    '#支付宝账务汇总查询',
    '#账号：[20881021750000000156]',
    spanOf(book),
    '类型,总笔数',
    `合计,${total}`,
    '',
  ].join('\r\n')
}

function spanOf({ fromDay, toDay }: Book): string {
  const after = dayAfter(toDay)
  const inChinese = (day: string) => day.replace(/(\d+)-(\d+)-(\d+)/, '$1年$2月$3日')
  return `#起始日期：[${inChinese(fromDay)} 00:00:00]   终止日期：[${inChinese(after)} 00:00:00]`
}

function wordOf({ rawType, kind }: StatementRow): string {
  return rawType ?? words.alipay[kind]
}
