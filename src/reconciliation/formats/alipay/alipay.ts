/**
 * Alipay's account bill (账务明细, `signcustomer`), the CSV inside the ZIP: lines with `#` before and after the rows, tabs
 * behind values, columns in any order, one column for money that came and one for money that went. Its running
 * balance does not chain (alipay-sdk, AccountLogItemResult), so it proves nothing.
 */

import { parseBankMinorUnits, parseSignedMinorUnits } from '../../../platform/money/money.ts'
import { isDay } from '../../../platform/time/day.ts'
import { dayBefore } from '../../../platform/time/zone.ts'
import { type ColumnIndexes, cellAt, columnName, csvCells, findColumns } from '../cells.ts'
import { momentOf } from '../dates.ts'
import { checkedTotals, noTotals } from '../file-checks.ts'
import { alipayKinds, movementKind } from '../kinds.ts'
import { type DraftLine, lineDraft, nothing, type ParseOptions, type Parser } from '../parser.ts'
import { BrokenFile, type Heading, newHeading, type OwnTotals } from '../statement.ts'
import { newTally, type StatementTally, tallyLine } from '../tally.ts'

const zone = 'Asia/Shanghai'
const currency = 'CNY'

const wanted = {
  key: ['账务流水号', '流水号'],
  providerId: ['业务流水号', '支付宝交易号'],
  reference: ['商户订单号'],
  time: ['发生时间', '入账时间'],
  account: ['对方账号', '对方账户'],
  credit: ['收入金额', '收入'],
  debit: ['支出金额', '支出'],
  balance: ['账户余额'],
  type: ['业务类型', '账务类型'],
} as const
type Column = keyof typeof wanted
const required = ['key', 'reference', 'time', 'credit', 'debit', 'type'] as const

interface State {
  stage: 'before' | 'rows' | 'after'
  columns: ColumnIndexes<Column> | null
  width: number
  account: string | null
  fromDay: string | null
  toDay: string | null
  own: OwnTotals
  tally: StatementTally
}

export const alipayParser: Parser<State, string> = {
  begin: () => ({
    stage: 'before',
    columns: null,
    width: 0,
    account: null,
    fromDay: null,
    toDay: null,
    own: noTotals,
    tally: newTally(false),
  }),

  take(state, { value, line }, options) {
    const row = withoutEnd(value)
    if (row === '') return nothing
    // The list of a shop's trades lacks what else moved money.
    if (row.startsWith('#支付宝业务')) throw new BrokenFile('header', line, 'trades')
    if (row.startsWith('#')) {
      readNote(state, row, line)
      return nothing
    }
    if (state.stage === 'after') throw new BrokenFile('after_totals', line)
    const cells = csvCells(value, ',', line)
    if (state.stage === 'before') {
      state.columns = findColumns(cells, wanted, required, line)
      state.width = cells.length
      state.stage = 'rows'
      return [headingOf(state)]
    }
    if (cells.length !== state.width) throw new BrokenFile('columns', line, `${cells.length} of ${state.width}`)
    const draft = movementOf(cells, state.columns as ColumnIndexes<Column>, line, options)
    tallyLine(state.tally, draft)
    return [draft]
  },

  end(state, place, { claims }) {
    const { own, tally, stage } = state
    if (stage === 'before') throw new BrokenFile('header', place.line)
    const isMissing =
      (own.debitRows === null && (tally.debitRows > 0 || own.creditRows === null)) ||
      (own.creditRows === null && tally.creditRows > 0)
    if (isMissing) throw new BrokenFile('no_totals', place.line)
    return [checkedTotals({ heading: headingOf(state), own, tally, claims, isClosed: false }, place.line)]
  },
}

/** A row without the spaces and commas at its end. */
function withoutEnd(row: string): string {
  let end = row.length
  while (end > 0 && /[\s,]/.test(row.charAt(end - 1))) end -= 1
  return row.slice(0, end)
}

/** The detail among the files of a ZIP is the one whose head has these words. */
export function isAlipayDetail(head: string): boolean {
  const rows = head.split('\n').filter((row) => !row.startsWith('#'))
  const names = (rows[0] ?? '').split(',').map(columnName)
  return names.includes('账务流水号') && names.includes('收入金额') && names.includes('支出金额')
}

function headingOf({ account, fromDay, toDay }: State): Heading {
  return newHeading({ format: 'alipay_bill', account, currency, fromDay, toDay })
}

const span = /起始日期[:：]\s*\[(.+?)\]\s*终止日期[:：]\s*\[(.+?)\]/
const owner = /^#账号[:：]\s*\[(.+?)\]/
const total = /^#(支出|收入)合计[:：]\s*(\d+)\s*笔[,，]?\s*共?\s*(-?[\d,]+(?:\.\d+)?)\s*元/

/** A note says less than this. */
const longestNote = 500

function readNote(state: State, written: string, line: number): void {
  const row = written.slice(0, longestNote)
  if (state.stage === 'before') {
    state.account = owner.exec(row)?.[1] ?? state.account
    const found = span.exec(row)
    if (found === null) return
    const [from, to] = [noteDay(found[1] ?? ''), noteDay(found[2] ?? '')]
    if (from === null || to === null) throw new BrokenFile('day', line)
    state.fromDay = from.day
    // A period that ends at midnight ends with the day before.
    state.toDay = to.isMidnight && to.day > from.day ? dayBefore(to.day) : to.day
    return
  }
  state.stage = 'after'
  if (!/^#(支出|收入)合计/.test(row)) return
  const found = total.exec(row)
  if (found === null) throw new BrokenFile('totals', line)
  const sum = parseBankMinorUnits(found[3] ?? '', currency, '.')
  if (sum === null) throw new BrokenFile('totals', line)
  const [rows, minor] = [Number(found[2]), Math.abs(sum)]
  state.own =
    found[1] === '支出'
      ? { ...state.own, debitRows: rows, debitMinor: minor }
      : { ...state.own, creditRows: rows, creditMinor: minor }
}

/** `2026年02月14日 00:00:00`, or with dashes. */
function noteDay(text: string): { day: string; isMidnight: boolean } | null {
  const found = /^(\d{4})[年-](\d\d)[月-](\d\d)日?(?:\s+(\d\d:\d\d:\d\d))?$/.exec(text.trim())
  if (found === null) return null
  const day = `${found[1]}-${found[2]}-${found[3]}`
  return isDay(day) ? { day, isMidnight: found[4] === '00:00:00' } : null
}

function movementOf(
  cells: readonly string[],
  columns: ColumnIndexes<Column>,
  line: number,
  options: ParseOptions,
): DraftLine {
  const cell = (name: Column) => cellAt(cells, columns[name])
  const moment = momentOf(cell('time'), zone, line)
  const key = cell('key')
  if (key === null) throw new BrokenFile('key', line)
  const credit = amountOf(cell('credit'), line)
  const debit = amountOf(cell('debit'), line)
  // Money either comes or goes; what went is written below zero, or not.
  if (credit < 0 || (credit === 0) === (debit === 0)) throw new BrokenFile('amount', line)
  const direction = debit === 0 ? 'credit' : 'debit'
  const balance = cell('balance')
  const balanceMinor = balance === null ? null : parseSignedMinorUnits(balance, currency)
  if (balance !== null && balanceMinor === null) throw new BrokenFile('balance', line)
  const rawType = cell('type') ?? ''
  return lineDraft({
    line,
    key,
    ...moment,
    direction,
    amountMinor: Math.abs(credit === 0 ? debit : credit),
    currency,
    providerId: cell('providerId'),
    reference: cell('reference'),
    kind: movementKind(rawType, direction, alipayKinds, options.kinds),
    rawType,
    balanceMinor,
    account: cell('account'),
  })
}

function amountOf(cell: string | null, line: number): number {
  if (cell === null) return 0
  const minor = parseSignedMinorUnits(cell, currency)
  if (minor === null) throw new BrokenFile('amount', line)
  return minor
}
