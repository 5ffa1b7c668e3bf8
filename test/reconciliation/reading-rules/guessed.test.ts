/** Tables as banks and spreadsheets write them are read as they are guessed, without anything said about them. */
import { describe, expect, test } from 'vitest'
import { mappedHeader } from '../../../src/reconciliation/formats/csv/mapping.ts'
import { sniffCsv } from '../../../src/reconciliation/formats/csv/sniff-csv.ts'
import type { FileClaims } from '../../../src/reconciliation/formats/parser.ts'
import { mappingIn } from '../../../src/reconciliation/reading-rules/columns-fields.ts'
import { guessedFields } from '../../../src/reconciliation/reading-rules/guessed-fields.ts'
import { asBytes, read } from '../formats/reading.ts'

async function guessed(text: string, rows = 2, given: FileClaims = {}) {
  const sniffed = sniffCsv(asBytes(text))
  if (sniffed === null) throw new Error('no table')
  const mapping = mappingIn(guessedFields(sniffed), sniffed, 'HKD')
  if ('refused' in mapping) throw new Error('no columns')
  const { broken, lines } = await read('csv', text, { mapping, claims: { rows, ...given } })
  return {
    mapping,
    read: broken ?? lines.map(({ day, direction, amountMinor }) => `${day} ${direction[0]}${amountMinor}`),
  }
}

const both = ['2026-11-20 d500', '2026-11-21 c600']

describe('a table is guessed', () => {
  test.each([
    ['with line ends in its cells', 'Date,Text,Amount\n20/11/2026,"line one\nline two",-5.00\n21/11/2026,b,6.00\n'],
    [
      'with line ends in its names',
      '"Transaction\nDate",Text,"Amount\n(HKD)"\n20/11/2026,a,-5.00\n21/11/2026,b,6.00\n',
    ],
    ['with a quote that is none', 'Date,Text,Amount\n20/11/2026,5" pipe,-5.00\n21/11/2026,b,6.00\n'],
    ['with months in Chinese', '日期,摘要,金額\n20-11月-2026,a,-5.00\n21-十一月-26,b,6.00\n'],
    ['with its names once more', 'Date,Text,Amount\n20/11/2026,a,-5.00\nDate,Text,Amount\n21/11/2026,b,6.00\n'],
    [
      'with a note that has a comma',
      'Date,Text,Amount\n20/11/2026,a,-5.00\n21/11/2026,b,6.00\n\nComputer generated, no signature required.\n',
    ],
  ])('%s', async (_what, text) => {
    expect((await guessed(text)).read).toEqual(both)
  })

  test.each([
    ['收 and 付', '交易日期,收/付,金額\n20261120,付,5.00\n20261121,收,6.00\n', both],
    ['出账 and 入账', '交易日期,方向,金額\n20261120,出账,5.00\n20261121,入账,6.00\n', both],
    [
      'thousands with a full stop',
      'Date;Amount\n20.11.2026;-1.500\n21.11.2026;6\n',
      ['2026-11-20 d150000', '2026-11-21 c600'],
    ],
    [
      'thousands with a comma',
      'Date;Amount\n20.11.2026;-1,500\n21.11.2026;6\n',
      ['2026-11-20 d150000', '2026-11-21 c600'],
    ],
    ['what went with a minus', 'Date,Debit,Credit\n20/11/2026,-5.00,\n21/11/2026,,6.00\n', both],
  ])('with %s', async (_what, text, lines) => {
    expect((await guessed(text)).read).toEqual(lines)
  })

  test.each([
    ['Date,Amount,Status\n20/11/2026,-5.00,COMPLETED\n20/11/2026,-9.00,FAILED\n21/11/2026,6.00,COMPLETED\n', both],
    ['日期,金额,交易状态\n20261120,-5.00,交易成功\n20261120,-9.00,已关闭\n20261121,6.00,交易成功\n', both],
    ['日期,金額,狀態\n20261120,-5.00,成功\n20261120,,失敗\n20261121,6.00,成功\n', both],
    // A word that the guess does not know is asked about, and neither counted nor left out.
    ['Date,Amount,Status\n20/11/2026,-5.00,Completed\n20/11/2026,-9.00,On hold\n', { why: 'status', line: 3 }],
    // Codes of a state that nobody here knows say nothing.
    ['Date,Amount,Status\n20/11/2026,-5.00,17\n21/11/2026,6.00,17\n', both],
  ])('with a status, of which only what is booked counts: %#', async (text, expected) => {
    const found = (await guessed(text, text.split('\n').length - 2)).read
    if (Array.isArray(expected)) expect(found).toEqual(expected)
    else expect(found).toMatchObject(expected)
  })

  test.each([
    // What is left of the amounts, or the balances, show whether the amounts have the fees in them.
    'Date,Gross,Fee,Net\n20/11/2026,-5.00,-0.50,-5.50\n21/11/2026,6.00,0.00,6.00\n',
    'Date,Amount,Fee,Balance\n21/11/2026,6.00,,100.50\n20/11/2026,-5.00,0.50,94.50\n19/11/2026,1.00,,100.00\n',
    '日期,金额,手续费,余额\n20261119,1.00,,100.00\n20261120,-5.50,0.50,94.50\n20261121,6.00,,100.50\n',
    'Datum,Betrag,Gebühr,Kontostand\n19/11/2026,1.00,0.00,100.00\n20/11/2026,-5.00,0.50,94.50\n21/11/2026,6.00,0.00,100.50\n',
    'Date,Avant commission,Frais,Net\n20/11/2026,-5.00,-0.50,-5.50\n21/11/2026,6.00,0.00,6.00\n',
    'Date,Gross,Fee,Net,Other Amount\n20/11/2026,-5.00,-0.50,-5.50,0.00\n21/11/2026,6.00,0.00,6.00,0.00\n',
    "Date,Avant commission,Frais,Net,Montant des frais d'expédition\n20/11/2026,-5.00,-0.50,-5.50,0.00\n21/11/2026,6.00,0.00,6.00,1.00\n",
    'Date,Gross,Fee,Net,Shipping Amount\n20/11/2026,-5.00,-0.50,-5.50,0.00\n21/11/2026,6.00,0.00,6.00,1.00\n',
  ])('with a column of fees, each a movement of its own: %#', async (text) => {
    const lines = (await guessed(text, text.split('\n').length - 2)).read as string[]
    const expected = ['2026-11-20 d50', '2026-11-20 d500', '2026-11-21 c600']
    expect(lines.filter((line) => !line.startsWith('2026-11-19')).sort()).toEqual(expected)
  })

  test.each([
    ['Date,Amount,Fee\n20/11/2026,-5.00,0.50\n'],
    // The first row's balance follows from none, and the other row has no fee.
    ['Date,Amount,Fee,Balance\n20/11/2026,-5.00,0.50,94.50\n21/11/2026,6.00,,100.50\n'],
  ])('with a column of fees of which nothing shows whether the amounts have them: it is asked', (text) => {
    const sniffed = sniffCsv(asBytes(text)) as NonNullable<ReturnType<typeof sniffCsv>>
    expect(mappingIn(guessedFields(sniffed), sniffed, 'HKD')).toEqual({ refused: 'fee' })
  })

  test.each([
    [
      'Date,Text,Amount,Balance\n19/11/2026,Balance B/F,,10.00\n20/11/2026,a,5.00,5.00\n21/11/2026,b,6.00,11.00\n',
      both,
    ],
    ['Date,Text,Amount,Balance\n20/11/2026,a,5.00,5.00\n21/11/2026,b,6.00,11.00\n', { detail: 'no_opening' }],
    // The newest row first: each waits for the balance of the next.
    [
      'Date,Text,Amount,Balance\n21/11/2026,b,6.00,11.00\n20/11/2026,a,5.00,5.00\n19/11/2026,Balance B/F,,10.00\n',
      both.toReversed(),
    ],
    ['Date,Text,Amount,Balance\n21/11/2026,b,6.00,11.00\n20/11/2026,a,5.00,5.00\n', { detail: 'no_opening' }],
  ])('with amounts that have no sign, by its balances: %#', async (text, expected) => {
    const found = (await guessed(text)).read
    if (Array.isArray(expected)) expect(found).toEqual(expected)
    else expect(found).toMatchObject(expected)
  })

  test('with a day in the first row of each day alone', async () => {
    const text = 'Date,Text,Out,In,Balance\n20/11/2026,B/F,,,9.00\n,a,5.00,,4.00\n,b,,6.00,\n21/11/2026,c,1.00,,9.00\n'
    const lines = ['2026-11-20 d500', '2026-11-20 c600', '2026-11-21 d100']
    expect((await guessed(text.replace('Out,In', 'Debit,Credit'), 3)).read).toEqual(lines)
  })

  test('with amounts that have no sign and the newest row first, as many as one step takes and more', async () => {
    const rows = Array.from({ length: 1_200 }, (_, n) => `${n < 8 ? 21 : 20}/11/2026,${n},1.00,${1_200 - n}.00`)
    const { mapping, read: lines } = await guessed(`Date,Text,Amount,Balance\n${rows.join('\n')}\n`, 1_200, {
      openingMinor: 0,
    })
    expect(mapping.amount).toMatchObject({ newest: true })
    expect(lines).toEqual(Array.from({ length: 1_200 }, (_, n) => `2026-11-${n < 8 ? 21 : 20} c100`))
  })

  test('and a row that moved nothing waits for no balance, where it has none', async () => {
    const rows =
      '21/11/2026,Failed,7.00,\n21/11/2026,Done,6.00,11.00\n21/11/2026,Failed,8.00,\n20/11/2026,Done,5.00,5.00\n'
    const text = `Date,State,Amount,Balance\n${rows}`
    const { mapping: plain } = await guessed(text.replaceAll(/.*Failed.*\n/g, ''))
    expect(plain.amount).toMatchObject({ newest: true })
    const mapping = { ...plain, status: { column: 'State', booked: ['Done'], unbooked: ['Failed'] } }
    const { broken, lines } = await read('csv', text, { mapping, claims: { rows: 4, openingMinor: 1_000 } })
    expect(broken).toBeNull()
    expect(lines.map(({ day, direction, amountMinor }) => `${day} ${direction[0]}${amountMinor}`)).toEqual(
      both.toReversed(),
    )
  })

  test.each([
    'Date,Amount,Fee,Charges,Net\n20/11/2026,-5.00,0.20,0.30,-5.50\n21/11/2026,6.00,0.00,0.00,6.00\n',
    'Date,Amount,手续费,服务费,Balance\n19/11/2026,1.00,0,0,100.00\n20/11/2026,-5.00,0.20,0.30,94.50\n21/11/2026,6.00,0,0,100.50\n',
    // The second is the sum of both.
    'Date,Amount,Transfer fee,Total fees,Balance\n19/11/2026,1.00,0,0,100.00\n20/11/2026,-5.00,0.20,0.50,94.50\n21/11/2026,6.00,0,0,100.50\n',
  ])(
    'with two columns of fees, which the balances or what is left of the amounts show to be taken: %#',
    async (text) => {
      const lines = (await guessed(text, text.split('\n').length - 2)).read as string[]
      const expected = ['2026-11-20 d50', '2026-11-20 d500', '2026-11-21 c600']
      expect(lines.filter((line) => !line.startsWith('2026-11-19')).sort()).toEqual(expected)
    },
  )

  test('with two columns of fees of which nothing shows how they were taken: it is asked', () => {
    const sniffed = sniffCsv(asBytes('Date,Amount,Fee,Charges\n20/11/2026,-5.00,0.20,0.30\n')) as NonNullable<
      ReturnType<typeof sniffCsv>
    >
    expect(guessedFields(sniffed)).toMatchObject({ amount: 'Amount', fee: 'Fee', fee2: 'Charges' })
    expect(mappingIn(guessedFields(sniffed), sniffed, 'HKD')).toEqual({ refused: 'fee' })
  })

  test.each([
    'Date,Text,Amount\n20 Nov,a,-5.00\n21 Nov,b,6.00\n',
    'Date,Text,Amount\n20NOV,a,-5.00\n21NOV,b,6.00\n',
    'Date,Text,Amount\nNov 20,a,-5.00\nNov 21,b,6.00\n',
    'Date,Text,Amount\n20/11,a,-5.00\n21/11,b,6.00\n',
    'Date,Text,Amount\n11/20,a,-5.00\n11/21,b,6.00\n',
    '日期,摘要,金额\n11月20日,a,-5.00\n11月21日,b,6.00\n',
    '日期,摘要,金額\n20/11月,a,-5.00\n21/11月,b,6.00\n',
  ])('with days without a year, of the days that the file covers: %#', async (text) => {
    const claims = { fromDay: '2026-11-01', toDay: '2026-11-30' }
    expect((await guessed(text, 2, claims)).read).toEqual(both)
    expect((await guessed(text)).read).toMatchObject({ why: 'day', detail: 'no_year' })
    expect((await guessed(text, 2, { fromDay: '2026-12-01', toDay: '2027-01-31' })).read).toMatchObject({ why: 'day' })
    const twice = { fromDay: '2025-11-20', toDay: '2026-11-20' }
    expect((await guessed(text, 2, twice)).read).toMatchObject({ why: 'day', detail: 'no_year' })
  })

  test('with days without a year over the turn of one', async () => {
    const text = 'Date,Text,Amount\n31 Dec,a,-5.00\n01 Jan,b,6.00\n'
    const claims = { fromDay: '2026-12-15', toDay: '2027-01-14' }
    expect((await guessed(text, 2, claims)).read).toEqual(['2026-12-31 d500', '2027-01-01 c600'])
  })

  test.each(['合计：2笔', 'Total debits: 2'])('with a total where the day stands: %s', async (total) => {
    const text = `Date,Text,Amount\n20/11/2026,a,-5.00\n21/11/2026,b,6.00\n${total},,1.00\n`
    expect((await guessed(text)).read).toEqual(both)
  })

  test.each(['Our ref', 'Reference No.', '摘要', '备注'])('with our references under %s', (name) => {
    const text = `Date,Text,${name},Amount\n20/11/2026,a,PAYOUT H1M8HPY23RTD4FAH2405VR,-5.00\n`
    expect(guessedFields(sniffCsv(asBytes(text)) as NonNullable<ReturnType<typeof sniffCsv>>).reference).toBe(name)
  })

  test.each([
    ['Orig currency,Orig amount,Payment currency,Amount', 'CNY,20.00,HKD', 'Payment currency'],
    ['Fee currency,Fee,Currency,Amount', 'USD,0.00,HKD', 'Currency'],
    ['交易货币,交易金额,入账货币,入账金额', 'CNY,20.00,HKD', '入账货币'],
  ])('with the currency of the account, beside that of a shop or a fee: %s', (names, cells, currency) => {
    const text = `Date,${names}\n20/11/2026,${cells},-5.00\n21/11/2026,${cells},6.00\n`
    const sniffed = sniffCsv(asBytes(text)) as NonNullable<ReturnType<typeof sniffCsv>>
    expect(guessedFields(sniffed)).toMatchObject({ currency })
  })

  test.each([
    'Payout date,Created,Amount\n25/11/2026,20/11/2026,-5.00\n25/11/2026,21/11/2026,6.00\n',
    '起息日,交易日期,金额\n20261119,20261120,-5.00\n20261119,20261121,6.00\n',
  ])('with the day on which it was booked, beside one on which money was there: %#', async (text) => {
    expect((await guessed(text)).read).toEqual(both)
  })

  test('of one row that has no line end', async () => {
    expect((await guessed('Date,Amount\n20/11/2026,-5.00', 1)).read).toEqual(['2026-11-20 d500'])
  })

  test('and its names are known again, with line ends in them', async () => {
    const text = '"Transaction\nDate",Text,Amount\n20/11/2026,a,-5.00\n21/11/2026,b,6.00\n'
    const { mapping } = await guessed(text)
    expect(mappedHeader(asBytes(text), mapping)).toEqual(['Transaction\nDate', 'Text', 'Amount'])
  })
})

test('a row with a figure and without a day is not left out', async () => {
  expect((await guessed('Date,Text,Amount\n20/11/2026,a,-5.00\nPending,b,6.00\n')).read).toMatchObject({ why: 'day' })
})

test('a column of what went with both signs is refused: one of them may be money that came back', async () => {
  const text = 'Date,Text,Debit,Credit\n20/11/2026,a,5.00,\n21/11/2026,reversal,-5.00,\n'
  expect((await guessed(text)).read).toMatchObject({ why: 'amount', line: 3 })
})
