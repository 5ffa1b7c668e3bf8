import { describe, expect, test } from 'vitest'
import { gbkBytes } from '../../../simulation/statements/gbk.ts'
import { zipped } from '../../../simulation/statements/pack.ts'
import { read, readUpload } from './reading.ts'

const names =
  '账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）,账户余额（元）,交易渠道,业务类型,备注'
const paid = '29001\t,20260224001\t,HT001\t,酬金,2026-02-24 09:00:01,*某(138****0000)\t,,-20.00,980.00,支付宝,转账\t,'
const came = '29002\t,20260224002\t,\t,充值,2026-02-24 10:00:01,\t,100.00,,700.00,支付宝,充值\t,'
const before = ['#支付宝账务明细查询', '#账号：[20881021750000000156]']
const span = '#起始日期：[2026年02月24日 00:00:00]   终止日期：[2026年02月25日 00:00:00]'
const end = '#-----------------账务明细列表结束-----------------'
const totals = ['#支出合计：1笔，共-20.00元', '#收入合计：1笔，共100.00元', '#导出时间：[2026年02月25日 09:48:23]']
const file = (...rows: string[]) =>
  [...before, span, '#---账务明细列表---', names, ...rows, end, ...totals, ''].join('\r\n')
const whole = file(paid, came)
const summary = '#支付宝账务汇总查询\r\n#账号：[20881021750000000156]\r\n类型,总笔数\r\n合计,2笔\r\n'

/** What sets two readings apart beside where a line stands. */
const facts = async (text: string) =>
  (await read('alipay_bill', gbkBytes(text))).lines.map(({ line: _, ...rest }) => rest)

describe('an account bill', () => {
  test('gives each movement, without the other side and with balances that prove nothing', async () => {
    const { headings, lines, totals: ends, broken } = await read('alipay_bill', gbkBytes(whole))
    expect(broken).toBeNull()
    expect(headings).toMatchObject([
      { account: '20881021750000000156', fromDay: '2026-02-24', toDay: '2026-02-24', currency: 'CNY' },
    ])
    expect(lines).toMatchObject([
      {
        line: 6,
        key: '29001',
        providerId: '20260224001',
        reference: 'HT001',
        direction: 'debit',
        amountMinor: 2000,
        kind: 'payment',
        balanceMinor: 98000,
        counterparty: null,
      },
      { key: '29002', reference: null, direction: 'credit', amountMinor: 10000, kind: 'topup' },
    ])
    expect(ends).toMatchObject([{ proved: ['totals'], openingMinor: null }])
  })

  test('never says who got the money, but a digest of the account when asked', async () => {
    const seen: string[] = []
    const counterparty = (account: string) => `digest ${seen.push(account)}`
    const { lines } = await read('alipay_bill', gbkBytes(whole), { counterparty })
    expect(lines.map((line) => line.counterparty)).toEqual(['digest 1', null])
    expect(JSON.stringify(lines)).not.toContain('138')
    expect(seen).toEqual(['*某(138****0000)'])
  })

  test.each([
    ['half-width brackets', whole.replaceAll('（', '(').replaceAll('）', ')')],
    ['zeros where nothing moved', whole.replace(',,-20.00', ',0.00,-20.00').replace('100.00,,', '100.00,0.00,')],
    ['expenses without a sign', whole.replace('-20.00,', '20.00,')],
    ['commas behind its notes', whole.replaceAll('元\r\n', '元,,,,,\r\n')],
    ['grouped totals in the short form', whole.replace('1笔，共-20.00元', '1笔-20.00元')],
    ['dashes in its days', whole.replace(/(\d{4})年(\d\d)月(\d\d)日 00/g, '$1-$2-$3 00')],
  ])('reads the same with %s', async (_what, text) => {
    expect(await facts(text)).toEqual(await facts(whole))
  })

  test('reads the same with columns in another order and new ones among them', async () => {
    const turned = (row: string) => ['x', ...row.split(',').reverse()].join(',')
    const text = whole.replace(names, turned(names)).replace(paid, turned(paid)).replace(came, turned(came))
    expect(await facts(text)).toEqual(await facts(whole))
  })

  test.each([
    ['first', true],
    ['last', false],
  ])('is found in its ZIP when the summary comes %s', async (_where, isFirst) => {
    const files = [
      { name: gbkBytes('2088_20260224_账务明细(汇总).csv'), content: gbkBytes(summary) },
      { name: gbkBytes('2088_20260224_账务明细.csv'), content: gbkBytes(whole) },
    ]
    for (const streamed of [true, false]) {
      const found = await readUpload(await zipped(isFirst ? files : files.toReversed(), streamed))
      expect(found).toMatchObject({ format: 'alipay_bill', broken: null, lines: [{ key: '29001' }, { key: '29002' }] })
    }
  })
})

describe('is refused', () => {
  test.each([
    ['a total that is not its rows', whole.replace('共-20.00', '共-20.01'), 'totals'],
    ['a total that cannot be read', whole.replace('1笔，共-20.00元', '1笔，共-20'), 'totals'],
    ['a missing total', whole.replace('#收入合计', '#合计'), 'no_totals'],
    ['rows behind its end', whole.replace(`${end}\r\n`, `${end}\r\n${paid}\r\n`), 'after_totals'],
    ['a line outside of its days', whole.replace('2026-02-24 09', '2026-02-23 09'), 'period'],
    ['money that comes and goes', whole.replace(',,-20.00', ',5.00,-20.00'), 'amount'],
    ['money that does neither', whole.replace(',,-20.00', ',,'), 'amount'],
    ['no rows of names', `${before.join('\r\n')}\r\n`, 'header'],
  ] as const)('%s', async (_what, text, why) => {
    expect(await read('alipay_bill', gbkBytes(text))).toMatchObject({ broken: { why }, totals: [] })
  })

  test('the list of trades, which lacks other money, by its name', async () => {
    const text = ['#支付宝业务明细查询', '支付宝交易号,商户订单号,业务类型,订单金额（元）', '1\t,2\t,交易,5.00'].join(
      '\r\n',
    )
    expect((await readUpload(gbkBytes(text))).broken).toMatchObject({ why: 'header', detail: 'trades' })
  })

  test('bytes that are no GBK, with their line', async () => {
    const bytes = gbkBytes(whole)
    bytes[bytes.indexOf(0x0a, gbkBytes(whole.slice(0, whole.indexOf('29002'))).length) - 2] = 0xff
    expect((await read('alipay_bill', bytes)).broken).toMatchObject({ why: 'encoding', line: 7 })
  })

  test('a ZIP without a detail, with two, or damaged', async () => {
    const detail = { name: gbkBytes('明细.csv'), content: gbkBytes(whole) }
    const other = { name: gbkBytes('汇总.csv'), content: gbkBytes(summary) }
    expect((await readUpload(await zipped([other], false))).broken?.why).toBe('no_detail')
    expect((await readUpload(await zipped([detail, detail], false))).broken?.why).toBe('several_details')
    const whole_ = await zipped([{ ...detail, isStored: true }], false)
    expect((await readUpload(whole_.slice(0, -1))).broken?.why).toBe('container')
    const flipped = whole_.slice()
    flipped[200] = (flipped[200] ?? 0) ^ 1
    expect((await readUpload(flipped)).broken?.why).toBe('container')
  })
})
