import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { gbkBytes } from '../../../simulation/statements/gbk.ts'
import { sniffEncoding } from '../../../src/platform/files/encoding.ts'
import { csvMapping } from '../../../src/reconciliation/formats/csv/mapping.ts'
import { sniffCsv } from '../../../src/reconciliation/formats/csv/sniff-csv.ts'
import { writtenAmount } from '../../../src/reconciliation/formats/csv/written-amount.ts'
import { asBytes, read } from './reading.ts'

const mapping = csvMapping.parse({
  delimiter: ',',
  day: { column: 'Date', format: 'DD/MM/YYYY' },
  amount: { by: 'sign', column: 'Amount', below: 'debit' },
  currency: { code: 'HKD' },
  reference: 'Reference',
})
const whole = 'Date,Amount,Reference,Name\n24/02/2026,-20.00,HT001,Somebody\n25/02/2026,"1,000.00",,Other\n'
const claims = { rows: 2 }

describe('a plain CSV', () => {
  test('is read by its mapping, and no name of it is kept', async () => {
    const reading = await read('csv', whole, { mapping, claims })
    expect(reading).toMatchObject({
      broken: null,
      headings: [{ format: 'csv', currency: 'HKD' }],
      lines: [
        { line: 2, day: '2026-02-24', direction: 'debit', amountMinor: 2000, reference: 'HT001', kind: 'payment' },
        { line: 3, day: '2026-02-25', direction: 'credit', amountMinor: 100000, reference: null, kind: 'unknown' },
      ],
      totals: [{ proved: ['claims'] }],
    })
    expect(JSON.stringify(reading)).not.toContain('Somebody')
  })

  test('needs somebody to say how many lines it has, as it does not say so itself', async () => {
    expect(await read('csv', whole, { mapping })).toMatchObject({ broken: { why: 'unproved' }, totals: [] })
    const sums = { debitMinor: 2000, creditMinor: 100000 }
    expect((await read('csv', whole, { mapping, claims: sums })).broken).toBeNull()
    const ends = { openingMinor: 0, closingMinor: 98000 }
    expect((await read('csv', whole, { mapping, claims: ends })).broken).toBeNull()
    for (const wrong of [{ rows: 3 }, { ...sums, debitMinor: 1 }, { ...ends, closingMinor: 98001 }]) {
      expect((await read('csv', whole, { mapping, claims: wrong })).broken).toMatchObject({ why: 'claims' })
    }
  })

  test('whose last row has no line end may be cut, unless its program never writes one', async () => {
    const cut = whole.replace(',Name', '').replace(',Somebody', '').replace(',,Other\n', ',HT002')
    expect((await read('csv', cut, { mapping, claims })).broken).toMatchObject({ why: 'truncated', line: 3 })
    expect((await read('csv', cut, { mapping: { ...mapping, lastRowEnds: false }, claims })).broken).toBeNull()
  })

  test('whose last row is cut where nothing is read of it is read', async () => {
    expect((await read('csv', whole.trimEnd(), { mapping, claims })).broken).toBeNull()
    expect((await read('csv', whole.slice(0, whole.indexOf('Other')), { mapping, claims })).broken).toBeNull()
    const inQuote = whole.replace('Other\n', '"Oth')
    expect((await read('csv', inQuote, { mapping, claims })).broken).toMatchObject({ line: 3 })
  })

  test('with a column each for what came and went, or a word for it, reads the same', async () => {
    const two = whole.replace('Amount', 'Out,In').replace('-20.00', '20.00,').replace('"1,000.00"', ',"1,000.00"')
    const columns = { ...mapping, amount: { by: 'columns', debit: 'Out', credit: 'In' } as const }
    const word = whole
      .replace('Amount', 'Kind,Amount')
      .replace('-20.00', 'DR,20.00')
      .replace('"1,000.00"', 'CR,"1,000.00"')
    const byWord = {
      by: 'word' as const,
      column: 'Amount',
      direction: 'Kind',
      debit: ['DR'],
      credit: ['CR'],
      neither: [],
    }
    const plain = (await read('csv', whole, { mapping, claims })).lines
    expect((await read('csv', two, { mapping: columns, claims })).lines).toEqual(plain)
    expect((await read('csv', word, { mapping: { ...mapping, amount: byWord }, claims })).lines).toEqual(plain)
  })

  test('with words for what moves no money leaves those rows out, tells how many, and counts them as rows', async () => {
    const amount = { by: 'word', column: 'Amount', direction: 'Way', debit: ['D'], credit: ['C'] } as const
    const names = 'Date,Way,Amount,Balance\n'
    const text = `${names}24/02/2026,D,20.00,80.00\n24/02/2026,/,5.00,80.00\n24/02/2026,,,80.00\n25/02/2026,C,1.00,81.00\n`
    const of = (neither: string[], chains = false) => ({
      mapping: csvMapping.parse({
        ...{ ...mapping, reference: null, amount: { ...amount, neither } },
        ...(chains ? { balance: { column: 'Balance', chains } } : {}),
      }),
      claims: { rows: 4, debitRows: 1, creditRows: 1 },
    })
    expect((await read('csv', text, of(['-']))).broken).toMatchObject({ why: 'direction', line: 3 })
    const found = await read('csv', text, of(['/', '-'], true))
    expect(found.broken).toBeNull()
    expect(found.lines.map(({ line }) => line)).toEqual([2, 5])
    expect(found.totals).toMatchObject([{ summary: { rows: 4, neither: 2 } }])
    // A balance that moved with such a row says otherwise.
    const moved = text
      .replaceAll(/80.00$/gm, '75.00')
      .replace('D,20.00,75.00', 'D,20.00,80.00')
      .replace('81.00', '76.00')
    expect((await read('csv', moved, of(['/', '-'], true))).broken).toMatchObject({ why: 'balance' })
  })

  test('whose word and amount say different directions is not read', async () => {
    const amount = { by: 'word', column: 'Amount', direction: 'Way', debit: ['D'], credit: ['C'] } as const
    const of = { mapping: csvMapping.parse({ ...mapping, reference: null, amount }), claims: { rows: 1 } }
    expect((await read('csv', 'Date,Way,Amount\n24/02/2026,D,20.00 CR\n', of)).broken).toMatchObject({ why: 'amount' })
    expect((await read('csv', 'Date,Way,Amount\n24/02/2026,D,20.00 DR\n', of)).broken).toBeNull()
  })

  test('without ids tells equal lines of a day apart, the same way in every file that has the day', async () => {
    const row = '24/02/2026,-20.00,,x\n'
    const names = 'Date,Amount,Reference,Name\n'
    const more = await read('csv', `${names}${row}${row}25/02/2026,-1.00,,x\n`, { mapping, claims: { rows: 3 } })
    const fewer = await read('csv', `${names}${row}${row}`, { mapping, claims })
    expect(more.lines.slice(0, 2).map(({ key }) => key)).toEqual(fewer.lines.map(({ key }) => key))
    expect(new Set(more.lines.map(({ key }) => key)).size).toBe(3)
  })

  test('with balances that follow is checked by them', async () => {
    const text = 'Date,Amount,Reference,Balance\n24/02/2026,-20.00,HT001,80.00\n24/02/2026,-30.00,HT002,50.00\n'
    const chained = { ...mapping, balance: { column: 'Balance', chains: true } }
    expect((await read('csv', text, { mapping: chained, claims })).totals).toMatchObject([
      { openingMinor: 10000, closingMinor: 5000, proved: ['balances', 'claims'] },
    ])
    expect((await read('csv', text.replace('50.00', '51.00'), { mapping: chained, claims })).broken).toMatchObject({
      why: 'balance',
      line: 3,
    })
  })

  test.each([
    ['a quote that is never closed', whole.replace('HT001', '"HT001'), 'quote', 2],
    ['something behind a closed quote', whole.replace('"1,000.00"', '"1,000.00"x'), 'quote', 3],
    ['a cell too many', whole.replace('HT001', 'HT001,x'), 'columns', 2],
    ['a column that is not there', whole.replace('Reference', 'Ref'), 'header', 1],
    ['month and day in the other order', whole.replace('24/02', '02/24'), 'day', 2],
    ['commas for decimals', whole.replace('-20.00', '"-20,00"'), 'amount', 2],
    [
      'another encoding',
      new Uint8Array([...asBytes(whole.slice(0, 40)), 0xff, ...asBytes(whole.slice(40))]),
      'encoding',
      2,
    ],
  ] as const)('is refused for %s', async (_what, content, why, line) => {
    const options = { mapping: { ...mapping, encoding: 'utf-8' as const }, claims }
    expect(await read('csv', content, options)).toMatchObject({ broken: { why, line }, totals: [] })
  })
})

describe('looking at a CSV', () => {
  test('finds encoding, delimiter, names, and how days and amounts are written', () => {
    const text = '招商银行流水\r\n\r\n日期;金额;摘要\r\n14.02.2026;-1.234,50;酬金\r\n02.03.2026;20,00;酬金\r\n'
    expect(sniffCsv(gbkBytes(text))).toMatchObject({
      encoding: 'gb18030',
      delimiter: ';',
      headerRow: 3,
      names: ['日期', '金额', '摘要'],
      samples: [
        ['14.02.2026', '-1.234,50', '酬金'],
        ['02.03.2026', '20,00', '酬金'],
      ],
      days: { 日期: ['DD.MM.YYYY'] },
      amounts: { 金额: [','], 摘要: [] },
    })
  })

  test('says when day and month could be either', () => {
    expect(sniffCsv(asBytes('Date,Amount\n01/02/2026,1.00\n'))?.days.Date).toEqual(['DD/MM/YYYY', 'MM/DD/YYYY'])
  })

  test('sees no table in a letter', () => {
    expect(sniffCsv(asBytes('Dear all\nno numbers here\n'))).toBeNull()
  })
})

describe('a plain CSV as banks write it', () => {
  const plain = 'Date,Text,Amount\n13/11/2026,a,-22.00\n14/11/2026,b,-22.00\n'
  const byText = csvMapping.parse({ ...mapping, reference: 'Text' })
  const days = async (text: string, as = byText) => {
    const { broken, lines } = await read('csv', text, { mapping: as, claims })
    return broken ?? lines.map(({ day, reference, amountMinor }) => [day, reference, amountMinor])
  }
  const both = [
    ['2026-11-13', 'a', 2200],
    ['2026-11-14', 'b', 2200],
  ]

  test.each([
    ['names that end in a delimiter', plain.replace('Amount', 'Amount,')],
    ['rows that end in a delimiter', plain.replaceAll('00\n', '00,\n')],
    ['rows of nothing but delimiters', plain.replace('Amount\n', 'Amount\n,,\n').concat(',,\n')],
    ['a row of totals', plain.concat(',Total,-44.00\n')],
    ['a row of totals where the day stands', plain.concat('合计,,-44.00\n')],
    ['a row of totals of one currency', plain.concat('港币合计,,-44.00\n')],
    [
      'balances carried over',
      plain.replace('13/11', '13/11/2026,B/F BALANCE,\n13/11').concat('14/11/2026,Balance carried forward,\n'),
    ],
    ['a last row without a line end whose amount has all its decimals', plain.trimEnd()],
    ['a note without a line end', plain.concat('\n"# 支出合计：2笔，共 44.00"')],
    [
      'balances carried over in Chinese',
      plain.replace('13/11', '13/11/2026,承上结余,\n13/11').concat('14/11/2026,轉下頁結餘,\n14/11/2026,转承结余,\n'),
    ],
    [
      'the balance of the statement before',
      plain.replace('13/11', '13/11/2026,Balance from previous statement,\n13/11'),
    ],
    ['Ctrl-Z behind it', plain.concat('\x1a')],
    ['zeros behind it', plain.concat('\0'.repeat(200))],
    ['a last row without a line end whose quote is closed', plain.trimEnd().replace(/-22.00$/, '"-22.00"')],
  ])('is read with %s', async (_what, text) => {
    expect(text).not.toBe(plain)
    expect(await days(text)).toEqual(both)
  })

  test.each([
    ['that goes on after its columns', plain.replace('b,-22.00', 'b,-22.00,1'), 'columns'],
    ['that ends before its columns do', plain.replace('b,-22.00', 'b'), 'columns'],
    ['without a day that is no total', plain.replace('14/11/2026', ''), 'day'],
    ['at the end whose amount is cut', plain.trimEnd().slice(0, -1), 'truncated'],
    ['at the end whose day is cut', plain.concat('15/11'), 'columns'],
  ])('is refused with a row %s', async (_what, text, why) => {
    expect(await days(text)).toMatchObject({ why })
  })

  test('has its quotes as texts where no cell begins with them', async () => {
    const text = 'Date,Text,Amount\n13/11/2026,5" pipe,-22.00\n14/11/2026, "a, ""b""\nc" ,-22.00\n'
    expect(await days(text)).toEqual([
      ['2026-11-13', '5" pipe', 2200],
      ['2026-11-14', 'a, "b"\nc', 2200],
    ])
  })

  test('ends at a word that stands first in a row, in whichever column', async () => {
    expect(await days(plain.concat(',Kontostand,9\nanything\n'), { ...byText, endsAt: 'Kontostand' })).toEqual(both)
  })

  test.each([
    ['DD MMM YYYY', '13 NOV 2026', '14 NOV 2026'],
    ['DD MMM YYYY', '13-Nov-26', '14-Nov-26'],
    ['DD MMM YYYY', '13november2026', '14november2026'],
    ['MMM DD, YYYY', '"Nov 13, 2026"', '"Nov 14, 2026"'],
    ['DD/MM/YY', '13/11/26', '14/11/26'],
    ['MM/DD/YY', '11/13/26', '11/14/26'],
    ['DD.MM.YY', '13.11.26', '14.11.26'],
    ['DD-MM-YY', '13-11-26', '14-11-26'],
    ['YY/MM/DD', '26/11/13', '26/11/14'],
    ['YYYY.MM.DD', '2026.11.13', '2026.11.14'],
    ['DDMMYYYY', '13112026', '14112026'],
    ['DD MMM YYYY', '"Fri, 13 Nov 2026"', 'Saturday 14 Nov 2026'],
    ['YYYY-MM-DD', '２０２６－１１－１３', '２０２６－１１－１４'],
    ['YYYY年MM月DD日', '2026年11月13日10时1分', '2026年11月14日 10:02:03'],
  ] as const)('has its days read as %s, as in %s', async (format, one, other) => {
    const text = plain.replace('13/11/2026', one).replace('14/11/2026', other)
    expect(await days(text, { ...byText, day: { column: 'Date', format } })).toEqual(both)
    expect(sniffCsv(asBytes(text))?.days.Date).toContain(format)
  })

  test.each([
    ['YYMMDD', '261113', '261114'],
    ['DDMMYY', '131126', '141126'],
    ['serial', '46339', '46340.75'],
  ] as const)('has bare digits read as %s once a person says so, and never by a guess', async (format, one, other) => {
    const text = plain.replace('13/11/2026', one).replace('14/11/2026', other)
    expect(await days(text, { ...byText, day: { column: 'Date', format } })).toEqual(both)
    expect(sniffCsv(asBytes(text))?.days.Date).toEqual([])
  })
})

test.each([
  ['22.00-', -2200],
  ['22.00+', 2200],
  ['(22.00)', -2200],
  ['(HK$22.00)', -2200],
  ['HK$(22.00)', -2200],
  ['-HK$22.00', -2200],
  ['HKD$22.00', 2200],
  ['HKD -22.00', -2200],
  ['－２２．００', -2200],
  ['–22.00', -2200],
  ['-.50', -50],
  ['1\u00a0022.00', 102_200],
  ['1’022.00', 102_200],
  ['22.00D', null, 'debit'],
  ['22.00 C', null, 'credit'],
  ['(22.00) DR', undefined],
  ['(-22.00)', undefined],
  ['.', undefined],
  ['-22.00 USD', undefined],
] as const)('an amount written %s is %s %s', (text, minor, direction?: 'debit' | 'credit') => {
  const found = writtenAmount(text, 'HKD', '.')
  expect(found).toEqual(minor === undefined ? null : { minor: minor ?? 2200, direction: direction ?? null })
})

test.each([
  ['Débito,Crédito\n13-11-2026,São', 'windows-1252'],
  ['Date,Texte\n13/11/2026,"né à, Zürich"', 'windows-1252'],
] as const)('letters with accents are none of GBK: %s', (text, encoding) => {
  expect(sniffEncoding(new Uint8Array(Buffer.from(text, 'latin1')))).toBe(encoding)
})

/** The mapping that the first guess makes, as the columns page offers it. */
function guessed(text: string | Uint8Array<ArrayBuffer>, given: Partial<z.input<typeof csvMapping>> = {}) {
  const sniffed = sniffCsv(typeof text === 'string' ? asBytes(text) : text)
  if (sniffed === null) throw new Error('no table')
  const { encoding, delimiter, headerRow, headerRows, names, days, amounts, currencies } = sniffed
  const day = names.find((name) => (days[name] ?? []).length > 0) ?? ''
  const amount = names.find((name) => (amounts[name] ?? []).length > 0 && (days[name] ?? []).length === 0) ?? ''
  return csvMapping.parse({
    ...{ encoding, delimiter, headerRow, headerRows },
    day: { column: day, format: days[day]?.[0] },
    amount: { by: 'sign', column: amount, below: 'debit' },
    currency: currencies[0] === undefined ? { code: 'HKD' } : { column: currencies[0] },
    ...given,
  })
}

const shapes: [string, string, Partial<z.input<typeof csvMapping>>, (string | number)[][]][] = [
  [
    'a bank of Hong Kong: tabs behind quoted amounts, two currencies',
    'Date,Description,Billing amount,Billing currency,Balance,Balance currency\n13/11/2026,SALARY     ABC,"12,500.00"\t,HKD,"13,000.00"\t,HKD\n13/11/2026,SALARY  CDE,"7.00"\t,CNY,"7.00"\t,CNY\n14/11/2026,ATM  ,"-1.50"\t,HKD,"12,998.50"\t,HKD \n',
    {},
    [
      ['2026-11-13', 'credit', 1250000, 'HKD'],
      ['2026-11-13', 'credit', 700, 'CNY'],
      ['2026-11-14', 'debit', 150, 'HKD'],
    ],
  ],
  [
    'a bank of the mainland: a head, currencies in Chinese, dashes for nothing',
    '明细查询文件下载\n\n卡号: 1234****9876,"卡别名: x"\n\n交易日期,摘要,收入,支出,币种,余额\n2026-11-13     \t,"消费   \t","-   \t","13.40   \t",港币  \t,"1,000.00"\n2026-11-14,工资,"1,234.56",-,港币,"2,234.56"\n共2条\n',
    { amount: { by: 'columns', debit: '支出', credit: '收入' } },
    [
      ['2026-11-13', 'debit', 1340, 'HKD'],
      ['2026-11-14', 'credit', 123456, 'HKD'],
    ],
  ],
  [
    'signs, a tax of zero, and rows that leave out what is empty at their end',
    '交易日期,交易时间,交易摘要,交易金额,本次余额,对手信息,交易附言\n20261113,123456,转存,+10000.00,11000.00,哈哈,转账\n20261114,,还款,-12345.89,1943.12\n20261114,,利息税,+0.00,123.35,--,x\n',
    { amount: { by: 'sign', column: '交易金额', below: 'debit' } },
    [
      ['2026-11-13', 'credit', 1000000, 'HKD'],
      ['2026-11-14', 'debit', 1234589, 'HKD'],
    ],
  ],
  [
    'amounts with their currency and a word for the direction',
    'Date,Amount\n13/11/2026 2:05 PM,"HK$1,234.50 DR"\n14/11/2026 上午9:30,HKD 20.00CR\n',
    {},
    [
      ['2026-11-13', 'debit', 123450, 'HKD'],
      ['2026-11-14', 'credit', 2000, 'HKD'],
    ],
  ],
  [
    'two rows of names, of which the upper one spans',
    'Statement of account,24/03/2025,Balance,9.00\nDate,Particulars,Amount,,Balance\n,,Debit,Credit,\n13/11/2026,a,22.00,,78.00\n14/11/2026,b,,1.00,79.00\n',
    { amount: { by: 'columns', debit: 'Amount Debit', credit: 'Credit' } },
    [
      ['2026-11-13', 'debit', 2200, 'HKD'],
      ['2026-11-14', 'credit', 100, 'HKD'],
    ],
  ],
  [
    'no row of names',
    '13/11/2026,SHOP # 845,-1.96,13.04\n14/11/2026,SALARY,332.22,345.26\n',
    {},
    [
      ['2026-11-13', 'debit', 196, 'HKD'],
      ['2026-11-14', 'credit', 33222, 'HKD'],
    ],
  ],
  [
    'a column without a name, and two of one name',
    'Date,,Amount,Amount,\n13/11/2026,x,-1.00,77,z\n14/11/2026,y,-2.00,78,\n',
    { amount: { by: 'sign', column: 'Amount #3', below: 'debit' }, reference: '#2' },
    [
      ['2026-11-13', 'debit', 100, 'HKD'],
      ['2026-11-14', 'debit', 200, 'HKD'],
    ],
  ],
  [
    'a text that goes on in the next row, and a note at the end',
    'Date,Text,Amount\n13/11/2026,PAYMENT TO,-1.00\n,SOMEBODY ELSE,\n14/11/2026,b,2.00\n"Times are of Hong Kong, and final",,\n',
    {},
    [
      ['2026-11-13', 'debit', 100, 'HKD'],
      ['2026-11-14', 'credit', 200, 'HKD'],
    ],
  ],
]

describe('a table of', () => {
  test.each(shapes)('%s', async (_what, text, given, lines) => {
    const mapping = guessed(text, given)
    const rows = Math.max(2, text.includes('利息税') ? 3 : 2)
    const reading = await read('csv', text, { mapping, claims: { rows }, currency: 'HKD' })
    expect(reading.broken).toBeNull()
    expect(
      reading.lines.map(({ day, direction, amountMinor, currency }) => [day, direction, amountMinor, currency]),
    ).toEqual(lines)
  })

  test.each([
    ['an amount of another currency than its account', '-1.00 USD', 'amount'],
    ['no amount', '', 'amount'],
    ['an amount in words', 'one', 'amount'],
    ['an amount below zero that says where it went', '-1.00 DR', 'amount'],
  ])('%s is refused', async (_what, amount, why) => {
    const text = `Date,Text,Amount\n13/11/2026,a,-1.00\n14/11/2026,b,${amount}\n`
    const { broken } = await read('csv', text, { mapping: guessed('Date,Text,Amount\n13/11/2026,a,-1.00\n'), claims })
    expect(broken).toMatchObject({ why, line: 3 })
  })
})
