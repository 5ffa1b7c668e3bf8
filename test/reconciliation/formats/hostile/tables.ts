/** Tables and lists of one endless row, cell, quote, note or object. */
import type { StatementFault, StatementFormat } from '../../../../src/reconciliation/formats/statement.ts'
import { type HostileFile, repeated } from './hostile-file.ts'

type Row = [what: string, make: (n: number) => string, why: StatementFault, refusedFrom: number, readTo?: number]

const of = (format: StatementFormat, rows: readonly Row[]): HostileFile[] =>
  rows.map(([what, make, why, refusedFrom, readTo]) => ({
    what,
    format,
    make,
    why,
    refusedFrom,
    ...(readTo === undefined ? {} : { readTo }),
  }))

const csv = 'Date,Amount\n'
const alipay = '#支付宝账务明细查询\n'
const swift = ':20:A\n:25:1\n:60F:C260224CNY0,\n'
const moved = ':61:260224D1,NTRFX\n'
const list = '{"transactions":['

export const hostileTables: readonly HostileFile[] = [
  ...of('csv', [
    ['a row that does not end', (n) => `${csv}${repeated(n, 'x')}`, 'line_too_long', 70_000],
    ['a row of nothing but cells', (n) => `${csv}${repeated(n, '1,')}\n`, 'too_many', 1_001, 900],
    ['a row of nothing but quoted cells', (n) => `${csv}${repeated(n, '"1",')}\n`, 'too_many', 1_001, 900],
    ['a quote that is never closed', (n) => `${csv}"${repeated(n, 'x\n')}`, 'quote', 40_000],
    ['a quote of nothing but line ends', (n) => `${csv}"${repeated(n, '\n')}"\n`, 'quote', 70_000, 60_000],
    ['doubled quotes without end', (n) => `${csv}"${repeated(n, '""')}`, 'line_too_long', 70_000],
    ['spaces before a quote', (n) => `${csv}${repeated(n, ' ')}"\n`, 'quote', 60_000],
    ['empty rows without end', (n) => `${csv}${repeated(n, '\n')}`, 'too_many', 2_000_001, 200_000],
    ['amounts with a long gap', (n) => `${csv}2026-02-24,+${repeated(n, ' ')}x\n`, 'amount', 60_000],
    ['days that go on', (n) => `${csv}2026-02-24 10:00:00.${repeated(n, '1')}x,1\n`, 'day', 60_000],
  ]),
  ...of('alipay_bill', [
    ['a row of spaces', (n) => `${alipay}${repeated(n, ' ')}x\n`, 'header', 60_000, 60_000],
    ['a row of commas', (n) => `${alipay}${repeated(n, ', ')}x\n`, 'too_many', 30_000, 30_000],
    ['a note that begins again and again', (n) => `${alipay}#${repeated(n, '起始日期:[x')}\n`, 'header', 8_000, 8_000],
    ['a note of gaps', (n) => `${alipay}账务流水号\n#支出合计:1笔${repeated(n, ' ')}x\n`, 'header', 60_000],
  ]),
  ...of('wechat_fund_bill', [
    ['a row of names without end', (n) => `记账时间,资金流水单号${repeated(n, ',a')}\n`, 'too_many', 1_001, 900],
    ['a name of nothing but brackets', (n) => `记账时间,资金流水单号,${repeated(n, '(')}\n`, 'header', 60_000, 60_000],
  ]),
  ...of('mt940', [
    ['a text of rows without end', (n) => `${swift}${moved}:86:${repeated(n, 'x\n')}`, 'too_many', 70_000],
    ['a movement of nothing but texts', (n) => `${swift}${moved}${repeated(n, ':86:x\n')}`, 'too_many', 40_000, 20_000],
    ['a text of code words', (n) => `${swift}${moved}:86:${repeated(n, '/EREF/')}\n`, 'truncated', 10_000, 10_000],
    ['a text of subfields', (n) => `${swift}${moved}:86:${repeated(n, '?20')}\n`, 'truncated', 20_000, 20_000],
    ['statements without end', (n) => repeated(n, `${swift}:62F:C260224CNY0,\n`), 'too_many', 1_001, 900],
    ['movements that say the same', (n) => `${swift}${repeated(n, moved)}`, 'truncated', 8_000, 8_000],
  ]),
  ...of('tremendous', [
    ['lists within lists', (n) => `${list}${repeated(n, '[')}`, 'too_deep', 80],
    ['objects within objects', (n) => `${list}${repeated(n, '{"a":')}`, 'too_deep', 80],
    ['lists within an object, closed', (n) => `${list}{"a":${repeated(n, '[')}${repeated(n, ']')}}]}`, 'too_deep', 80],
    ['lists around the list', (n) => `{"created_at":${repeated(n, '[')}`, 'too_deep', 80],
    ['lists beside the list', (n) => `{"created_at":1${repeated(n, ',"a":[]')}}`, 'line_too_long', 40_000, 35_000],
    ['a text that does not end', (n) => `${list}{"a":"${repeated(n, 'x')}`, 'line_too_long', 300_000],
    ['a text of escapes', (n) => `${list}{"a":"${repeated(n, '\\\\')}`, 'line_too_long', 150_000],
    ['an object of nothing but keys', (n) => `${list}{${repeated(n, (i) => `"k${i}":1,`)}"z":1}]}`, 'json', 20_000],
    [
      'a number that does not end',
      (n) => `${list}{"created_at":"2026-02-24","amount":${repeated(n, '9')}}]}`,
      'amount',
      250_000,
    ],
  ]),
]
