/**
 * WeChat Pay's fund bill: pay.weixin.qq.com, merchant documents, "资金账单" (format-fundflow). A row for each movement, every
 * value behind a backtick, amounts in yuan, then a head and a row of totals. The three accounts (BASIC, OPERATION,
 * FEES) are files of their own, and no file names its account or its day.
 */

import { parseBankMinorUnits, parseSignedMinorUnits } from '../../../platform/money/money.ts'
import { type ColumnIndexes, cellAt, columnName, csvCells, findColumns } from '../cells.ts'
import { momentOf } from '../dates.ts'
import { checkedTotals, noTotals } from '../file-checks.ts'
import { movementKind, wechatKinds } from '../kinds.ts'
import { type DraftLine, lineDraft, nothing, type ParseOptions, type Parser } from '../parser.ts'
import { BrokenFile, newHeading, type OwnTotals } from '../statement.ts'
import { newTally, type StatementTally, tallyLine } from '../tally.ts'

const zone = 'Asia/Shanghai'
const currency = 'CNY'

const wanted = {
  time: ['记账时间'],
  providerId: ['微信支付业务单号'],
  key: ['资金流水单号'],
  type: ['业务类型'],
  name: ['业务名称'],
  direction: ['收支类型'],
  amount: ['收支金额'],
  balance: ['账户结余'],
  reference: ['业务凭证号'],
} as const
type Column = keyof typeof wanted
const required = ['time', 'key', 'type', 'direction', 'amount', 'balance'] as const

const ownWanted = {
  rows: ['资金流水总笔数', '总笔数'],
  creditRows: ['收入笔数'],
  creditMinor: ['收入金额'],
  debitRows: ['支出笔数'],
  debitMinor: ['支出金额'],
} as const
const ownNames: readonly string[] = ownWanted.rows

interface State {
  stage: 'header' | 'rows' | 'totals' | 'after'
  columns: ColumnIndexes<Column> | null
  width: number
  ownColumns: ColumnIndexes<keyof OwnTotals> | null
  own: OwnTotals
  tally: StatementTally
}

export const wechatParser: Parser<State, string> = {
  begin: () => ({
    stage: 'header',
    columns: null,
    width: 0,
    ownColumns: null,
    own: noTotals,
    tally: newTally(true),
  }),

  take(state, { value, line }, options) {
    if (value.trim() === '') return nothing
    const cells = billCells(value, line)
    if (state.stage === 'header') {
      state.columns = findColumns(cells, wanted, required, line)
      state.width = cells.length
      state.stage = 'rows'
      return [heading]
    }
    if (state.stage === 'rows' && ownNames.includes(columnName(cells[0] ?? ''))) {
      state.ownColumns = findColumns(cells, ownWanted, ['rows', 'creditMinor', 'debitMinor'], line)
      state.width = cells.length
      state.stage = 'totals'
      return nothing
    }
    if (state.stage === 'after') throw new BrokenFile('after_totals', line)
    if (cells.length !== state.width) throw new BrokenFile('columns', line, `${cells.length} of ${state.width}`)
    if (state.stage === 'rows') {
      const draft = movementOf(cells, state.columns as ColumnIndexes<Column>, line, options)
      tallyLine(state.tally, draft)
      return [draft]
    }
    state.own = ownOf(cells, state.ownColumns as ColumnIndexes<keyof OwnTotals>, line)
    state.stage = 'after'
    return nothing
  },

  end({ stage, own, tally }, place, { claims }) {
    if (stage === 'header') throw new BrokenFile('header', place.line)
    if (stage !== 'after') throw new BrokenFile('no_totals', place.line)
    return [checkedTotals({ heading, own, tally, claims, isClosed: false }, place.line)]
  },
}

const heading = newHeading({ format: 'wechat_fund_bill', currency })

/** Values stand behind backticks and may hold commas; a program that saved the file again may have put quotes around. */
function billCells(row: string, line: number): string[] {
  if (row.startsWith('`'))
    return row
      .slice(1)
      .split(',`')
      .map((cell) => cell.trim())
  return csvCells(row, ',', line).map((cell) => (cell.startsWith('`') ? cell.slice(1).trim() : cell))
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
  const directionText = cell('direction')
  const direction = directionText === '支出' ? 'debit' : directionText === '收入' ? 'credit' : null
  if (direction === null) throw new BrokenFile('direction', line)
  const amountMinor = parseSignedMinorUnits(cell('amount') ?? '', currency)
  if (amountMinor === null || amountMinor <= 0) throw new BrokenFile('amount', line)
  const balanceMinor = parseSignedMinorUnits(cell('balance') ?? '', currency)
  if (balanceMinor === null) throw new BrokenFile('balance', line)
  const rawType = cell('type') ?? cell('name') ?? ''
  return lineDraft({
    line,
    key,
    ...moment,
    direction,
    amountMinor,
    currency,
    providerId: cell('providerId'),
    reference: cell('reference'),
    kind: movementKind(rawType, direction, wechatKinds, options.kinds),
    rawType,
    balanceMinor,
  })
}

function ownOf(cells: readonly string[], columns: ColumnIndexes<keyof OwnTotals>, line: number): OwnTotals {
  // Counts come as `20` and as `20.0`.
  const count = (at: number) => (at < 0 ? null : whole(cells[at] ?? '', line))
  const sum = (at: number) => {
    const minor = parseBankMinorUnits(cells[at] ?? '', currency, '.')
    if (minor === null || minor < 0) throw new BrokenFile('totals', line)
    return minor
  }
  return {
    rows: count(columns.rows),
    creditRows: count(columns.creditRows),
    creditMinor: sum(columns.creditMinor),
    debitRows: count(columns.debitRows),
    debitMinor: sum(columns.debitMinor),
  }
}

function whole(cell: string, line: number): number {
  const found = /^(\d{1,12})(?:\.0+)?$/.exec(cell.replaceAll(',', ''))
  if (found === null) throw new BrokenFile('totals', line)
  return Number(found[1])
}
