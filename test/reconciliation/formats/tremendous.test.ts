import { describe, expect, test } from 'vitest'
import { read } from './reading.ts'

const deposit =
  '{"created_at":"2026-02-24T01:00:00.000Z","amount":1000,"currency_code":"USD","balance":1000.0,"action":"deposit","description":"Top \\"up\\" {","order":null}'
const order =
  '{"created_at":"2026-02-24T17:00:00.000Z","amount":-21.05,"currency_code":"USD","balance":978.95,"action":"order","description":"x","order":{"id":"O1","external_id":"HT001","payment":{"subtotal":20.00,"total":21.05,"fees":1.05,"discount":0,"currency_code":"USD"}}}'
const list = (...all: string[]) => `{"transactions":[${all.join(',')}]}`

describe('balance transactions', () => {
  test('give the payment and the fee that was inside the total, on our day', async () => {
    const { lines, totals, broken } = await read('tremendous', list(order, deposit))
    expect(broken).toBeNull()
    expect(lines).toMatchObject([
      { kind: 'fee', amountMinor: 105, direction: 'debit', entry: '2026-02-24T17:00:00.000Z|O1|order|-2105' },
      {
        kind: 'payment',
        amountMinor: 2000,
        providerId: 'O1',
        reference: 'HT001',
        day: '2026-02-25',
        bookedAt: '2026-02-24T17:00:00.000Z',
        balanceMinor: 97895,
      },
      { kind: 'topup', direction: 'credit', amountMinor: 100000, reference: null, day: '2026-02-24' },
    ])
    expect(totals).toMatchObject([{ openingMinor: 0, closingMinor: 97895, proved: ['structure', 'balances'] }])
  })

  test('are read exactly where a float would round', async () => {
    const big = deposit.replace('"amount":1000', '"amount":90071992547409.91').replace('1000.0', 'null')
    expect((await read('tremendous', list(big))).lines[0]?.amountMinor).toBe(9007199254740991)
    const tail = deposit.replace('"amount":1000', '"amount":0.1000000000000000055511151231257827')
    expect((await read('tremendous', list(tail))).broken).toMatchObject({ why: 'amount' })
  })

  test('without balances are taken for what they are', async () => {
    const { totals } = await read('tremendous', list(order.replace('978.95', 'null'), deposit))
    expect(totals).toMatchObject([{ openingMinor: null, proved: ['structure'] }])
  })

  test('that say the same at one moment are two lines', async () => {
    const still = order.replace('978.95', 'null')
    const { lines } = await read('tremendous', list(still, still))
    expect(new Set(lines.map(({ key }) => key)).size).toBe(4)
  })

  test('may be the document itself, and stand apart', async () => {
    const apart = `[\n ${order} ,\n ${deposit}\n]\n`
    expect((await read('tremendous', apart)).lines).toEqual((await read('tremendous', list(order, deposit))).lines)
  })

  test('may be none', async () => {
    expect(await read('tremendous', list())).toMatchObject({
      broken: null,
      lines: [],
      totals: [{ summary: { rows: 0 } }],
    })
  })

  test('come as CSV by the names of its columns, with a number of rows from a person', async () => {
    const csv = [
      'action,created_at,amount,currency_code,balance,order_id,external_id,subtotal,fees,discount,description',
      'order,2026-02-24T17:00:00.000Z,-21.05,USD,978.95,O1,HT001,20.00,1.05,0.00,"a, ""b""\nc"',
      'deposit,2026-02-24T01:00:00.000Z,1000.00,USD,1000.00,,,,,,',
      '',
    ].join('\n')
    const facts = async (text: string) =>
      (await read('tremendous', text, { claims: { rows: 3 } })).lines.map(
        ({ line: _, key: _k, entry: _e, ...rest }) => rest,
      )
    expect(await facts(csv)).toEqual(await facts(list(order, deposit)))
    expect((await read('tremendous', csv)).broken).toMatchObject({ why: 'unproved' })
    expect((await read('tremendous', csv, { claims: { rows: 4 } })).broken).toMatchObject({ why: 'claims' })
    expect((await read('tremendous', csv.trimEnd(), { claims: { rows: 3 } })).broken).toMatchObject({
      why: 'truncated',
    })
  })
})

describe('are refused', () => {
  test.each([
    ['a total that is not its parts', list(order.replace('"fees":1.05', '"fees":1.04')), 'order_total'],
    ['a balance that does not follow', list(order.replace('978.95', '978.94'), deposit), 'balance'],
    ['a missing comma', list(`${order}${deposit}`), 'json'],
    ['a comma too many', list(order, ''), 'json'],
    ['something between them', list(order, '1', deposit), 'json'],
    ['no amount', list(order.replace('"amount":-21.05,', '')), 'json'],
    ['an amount of nothing', list(deposit.replace('"amount":1000', '"amount":0')), 'amount'],
    ['another currency', list(order, deposit.replace('USD', 'EUR')), 'currency'],
    ['a list of something else', `{"rewards":[${order}]}`, 'json'],
    ['fewer than it says', list(order, deposit).replace(']}', '],"total_count":3}'), 'totals'],
    ['a cut', list(order, deposit).slice(0, -1), 'truncated'],
    ['a cut within a transaction', list(order, deposit).slice(0, -9), 'truncated'],
    ['something behind it', `${list(order)}{`, 'truncated'],
  ] as const)('%s', async (_what, text, why) => {
    expect(await read('tremendous', text)).toMatchObject({ broken: { why }, totals: [] })
  })
})
