import { describe, expect, test } from 'vitest'
import { detect } from '../../../src/reconciliation/formats/detect.ts'
import { read, readUpload } from './reading.ts'

const names =
  '记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),资金变更提交申请人,备注,业务凭证号'
const paid = '`2026-02-24 09:00:01,`103000001,`190001,`商家转账,`商家转账,`支出,`20.00,`80.00,`API,`酬金,第1批,`HT001'
const returned =
  '`2026-02-24 10:00:01,`103000001,`190002,`商家转账退回,`商家转账退回,`收入,`20.00,`100.00,`API,`,`HT001'
const totals = '资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额'
const file = (...rows: string[]) => [names, ...rows, ''].join('\r\n')
const whole = file(paid, returned, totals, '`2.0,`1.0,`20.00,`1.0,`20.00')

describe('a fund bill', () => {
  test('of which somebody made a table with fewer columns is a table', () => {
    const made = '记账时间,资金流水单号,收支金额(元)\n2026-11-20 10:00:00,F1,-5.00\n'
    expect(detect(new TextEncoder().encode(made))).toBe('csv')
  })

  test('gives each movement in fen, with its reference, its kind and its balance', async () => {
    const { headings, lines, totals: ends, broken } = await read('wechat_fund_bill', whole)
    expect(broken).toBeNull()
    expect(headings).toMatchObject([{ format: 'wechat_fund_bill', currency: 'CNY' }])
    expect(lines).toMatchObject([
      {
        n: 1,
        line: 2,
        key: '190001',
        day: '2026-02-24',
        bookedAt: '2026-02-24T01:00:01.000Z',
        direction: 'debit',
        amountMinor: 2000,
        currency: 'CNY',
        providerId: '103000001',
        reference: 'HT001',
        kind: 'payment',
        rawType: '商家转账',
        balanceMinor: 8000,
        counterparty: null,
      },
      { n: 2, line: 3, key: '190002', direction: 'credit', kind: 'return', balanceMinor: 10000 },
    ])
    expect(ends).toMatchObject([{ openingMinor: 10000, closingMinor: 10000, proved: ['totals', 'balances'] }])
  })

  test.each([
    ['a byte order mark', `\ufeff${whole}`],
    ['bare line feeds', whole.replaceAll('\r\n', '\n')],
    ['full-width brackets', whole.replaceAll('(元)', '（元）')],
    ['backticks before the names', whole.replace(names, `\`${names.replaceAll(',', ',`')}`)],
    ['no line end', whole.trimEnd()],
    ['counts without decimals', whole.replaceAll('.0,', ',')],
  ])('reads the same with %s', async (_what, text) => {
    const plain = await read('wechat_fund_bill', whole)
    expect(await read('wechat_fund_bill', text)).toEqual(plain)
  })

  test('in GBK reads the same', async () => {
    const { gbkBytes } = await import('../../../simulation/statements/gbk.ts')
    expect((await read('wechat_fund_bill', gbkBytes(whole))).lines).toEqual(
      (await read('wechat_fund_bill', whole)).lines,
    )
  })

  test('with columns in another order reads the same', async () => {
    const turned = (row: string) => `\`${row.slice(1).split(',`').reverse().join(',`')}`
    const columns = names.split(',').reverse().join(',')
    const other = whole.replace(names, columns).replace(paid, turned(paid)).replace(returned, turned(returned))
    expect((await read('wechat_fund_bill', other)).lines).toEqual((await read('wechat_fund_bill', whole)).lines)
  })

  test('with rows of one second in any order still chains', async () => {
    const swapped = file(returned, paid, totals, '`2,`1,`20.00,`1,`20.00')
    expect((await read('wechat_fund_bill', swapped)).broken).toBeNull()
  })

  test('holds a word that no table knows as unknown, until a person has said what it is', async () => {
    const odd = whole.replaceAll('商家转账,', '新业务,')
    const unsaid = await read('wechat_fund_bill', odd)
    expect(unsaid.lines[0]?.kind).toBe('unknown')
    expect(unsaid.totals[0]?.summary.unknownTypes).toEqual(['新业务'])
    expect((await read('wechat_fund_bill', odd, { kinds: { 新业务: 'payment' } })).lines[0]?.kind).toBe('payment')
  })
})

describe('is refused, with the line and a code', () => {
  test.each([
    ['a sum that is not its rows', whole.replace('`1.0,`20.00\r\n', '`1.0,`20.01\r\n'), 'totals', 5],
    ['a count that is not its rows', whole.replace('`2.0,', '`3.0,'), 'totals', 5],
    ['no totals', file(paid, returned), 'no_totals', 3],
    ['a head of totals without a row', file(paid, returned, totals), 'no_totals', 4],
    ['rows behind its totals', `${whole}${paid}\r\n`, 'after_totals', 6],
    ['a balance that does not follow', whole.replace('`100.00', '`100.01'), 'balance', 3],
    ['an amount with a third decimal', whole.replace('`20.00,`80.00', '`20.001,`80.00'), 'amount', 2],
    ['an amount below zero', whole.replace('`20.00,`80.00', '`-20.00,`80.00'), 'amount', 2],
    ['a cell too few', whole.replace(',`HT001\r\n`2026-02-24 10', '\r\n`2026-02-24 10'), 'columns', 2],
    ['a column that is not there', whole.replace('资金流水单号', '流水'), 'header', 1],
    ['a column that is there twice', whole.replace('备注', '业务类型'), 'header', 1],
    ['a direction that is none', whole.replace('`支出', '`其他'), 'direction', 2],
    ['a day that is none', whole.replace('2026-02-24 09', '2026-02-30 09'), 'day', 2],
    ['a row without its number', whole.replace('`190001', '`'), 'key', 2],
    ['a number that comes twice', whole.replace('190002', '190001'), 'duplicate_key', 3],
    ['a character that was lost', whole.replace('酬金', '酬\ufffd'), 'encoding', 2],
    ['an answer instead of a bill', '{"code":"NO_STATEMENT_EXIST"}', 'header', 1],
    ['nothing', '', 'empty', 0],
  ] as const)('%s', async (_what, text, why, line) => {
    const { broken, totals: ends } = await read('wechat_fund_bill', text)
    expect(broken).toMatchObject({ why, line })
    expect(ends).toEqual([])
  })

  test('other bytes than WeChat announced', async () => {
    const sha1 = Array.from(new Uint8Array(await crypto.subtle.digest('SHA-1', new TextEncoder().encode(whole))))
    const hex = sha1.map((byte) => byte.toString(16).padStart(2, '0')).join('')
    expect((await read('wechat_fund_bill', whole, { sha1: hex.toUpperCase() })).broken).toBeNull()
    // Something that no other gate looks at.
    const other = await read('wechat_fund_bill', whole.replace('酬金', '礼金'), { sha1: hex })
    expect(other).toMatchObject({ broken: { why: 'hash' }, totals: [] })
  })

  test('a day that a person did not mean', async () => {
    const { broken } = await read('wechat_fund_bill', whole, { claims: { fromDay: '2026-02-25', toDay: '2026-02-25' } })
    expect(broken).toMatchObject({ why: 'period' })
  })

  test('a gzip that was cut', async () => {
    const { makeFile } = await import('../../../simulation/statements/make.ts')
    const { paymentsFrom } = await import('../../../simulation/statements/movement.ts')
    const { bytes } = await makeFile('wechat_fund_bill', paymentsFrom(1, 400), { packed: true })
    expect((await readUpload(bytes)).broken).toBeNull()
    expect((await readUpload(bytes.slice(0, -9))).broken).toMatchObject({ why: 'container' })
  })
})
