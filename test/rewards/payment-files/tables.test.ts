import { describe, expect, test } from 'vitest'
import { readCsv } from '../../../src/platform/files/csv-read.ts'
import { paymentsCsv } from '../../../src/rewards/payment-files/payments-csv.ts'
import { paymentsXlsx } from '../../../src/rewards/payment-files/payments-xlsx.ts'
import { readResultsFile } from '../../../src/rewards/payment-files/results.ts'
import { oddNames, payment, sheetOf } from './payment-lines.ts'

const day = '2026-02-26'
const days = { day, payOn: '2026-02-27' }
const odd = oddNames.map((name, nth) => payment(nth, { payee: { name, bank: '004', account: '000012345678901234' } }))
const thousand = Array.from({ length: 1000 }, (_, nth) => payment(nth, { amountMinor: 1 + nth * 37 }))

function csvRows(text: string): string[][] {
  const read = readCsv(text, ',', 100_000)
  if ('why' in read) throw new Error(read.why)
  return read.rows.map(({ cells }) => cells)
}

/** The rows of a sheet below its header, as texts by the header's words. */
function sheetRows(bytes: Uint8Array): Record<string, string>[] {
  const rows: Record<string, string>[] = []
  const cells = sheetOf(bytes)
  for (const [at, { value }] of cells) {
    const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(at) ?? []
    const header = cells.get(`${column}1`)?.value ?? ''
    if (row !== '1') rows[Number(row) - 2] = { ...rows[Number(row) - 2], [header]: value }
  }
  return rows
}

describe('the CSV of payments', () => {
  test('begins with its mark, and no cell is one that a spreadsheet runs', async () => {
    const text = await paymentsCsv(odd)
    expect(text.startsWith('\uFEFF')).toBe(true)
    const rows = csvRows(text)
    expect(rows).toHaveLength(odd.length + 1)
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@＝]/)
    const names = rows.slice(1).map((cells) => cells[3]?.replace(/^'/, ''))
    expect(names.sort()).toEqual([...oddNames].sort())
  })

  test('has phones as they are, for whoever pays by them; what is none is still one that no spreadsheet runs', async () => {
    const phones = ['+85261234567', '+8613812345678', '+1+1', '+852 6123 4567|calc']
    const rows = csvRows(
      await paymentsCsv(phones.map((phone, nth) => payment(nth, { channel: 'fps', payee: { name: 'Chan', phone } }))),
    )
    const cells = rows.slice(1).map((row) => row[rows[0]?.indexOf('phone') ?? -1])
    expect(cells.sort()).toEqual([`'${phones[2]}`, `'${phones[3]}`, phones[0], phones[1]].sort())
  })

  test('has amounts as exact texts, in both units', async () => {
    const rows = csvRows(await paymentsCsv([payment(1, { amountMinor: 900719925474099 })]))
    const amount = rows[0]?.indexOf('amount') ?? -1
    expect(rows[1]?.slice(amount, amount + 2)).toEqual(['9007199254740.99', '900719925474099'])
  })

  test('does not depend on the order in which it is given the lines, nor follow it', async () => {
    const text = await paymentsCsv(thousand)
    expect(await paymentsCsv([...thousand].reverse())).toBe(text)
    const references = csvRows(text)
      .slice(1)
      .map(([reference]) => reference)
    expect(references).not.toEqual([...references].sort())
    expect(new Set(references).size).toBe(1000)
  })

  test('holds no time', async () => {
    expect(await paymentsCsv(odd)).not.toMatch(/\d\d:\d\d/)
  })
})

describe('the workbook of payments', () => {
  test('has ids, accounts and names as texts, amounts as numbers with two decimals, days as dates', async () => {
    const cells = sheetOf(
      await paymentsXlsx([payment(7, { payee: { name: '=1+1', bank: '004', account: '0123456789012345678' } })], days),
    )
    const at = (header: string) => {
      const column = [...cells].find(([key, { value }]) => /^[A-Z]+1$/.test(key) && value === header)?.[0].slice(0, -1)
      return cells.get(`${column}2`)
    }
    expect(at('reference')).toMatchObject({ type: 'text', value: 'H000000007ABCDEFGHJKMN', format: '@' })
    expect(at('account')).toMatchObject({ type: 'text', value: '0123456789012345678', format: '@' })
    expect(at('bank')).toMatchObject({ type: 'text', value: '004' })
    expect(at('name')).toMatchObject({ type: 'text', value: '=1+1' })
    expect(at('amount')).toEqual({ type: 'number', value: '20.07', format: '#,##0.00' })
    expect(at('amount_minor')).toMatchObject({ type: 'number', value: '2007' })
    // Days since 30 December 1899.
    expect(at('handed_out')).toEqual({ type: 'number', value: '46079', format: 'yyyy-mm-dd' })
    expect(at('pay_on')).toEqual({ type: 'number', value: '46080', format: 'yyyy-mm-dd' })
  })

  test('keeps every name as it is', async () => {
    const rows = sheetRows(await paymentsXlsx(odd, days))
    expect(
      rows
        .slice(0, -1)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...oddNames].sort())
  })

  test('ends with the exact sum of each currency, without a reference', async () => {
    const lines = [
      ...thousand,
      payment(5000, { currency: 'CNY', amountMinor: 1 }),
      payment(5001, { currency: 'CNY', amountMinor: 2 }),
    ]
    const rows = sheetRows(await paymentsXlsx(lines, days))
    const sum = thousand.reduce((all, { amountMinor }) => all + amountMinor, 0)
    expect(rows).toHaveLength(1004)
    expect(rows.slice(-2)).toEqual([
      expect.objectContaining({
        reference: '',
        voucher: 'total of 2',
        currency: 'CNY',
        amount: '0.03',
        amount_minor: '3',
      }),
      expect.objectContaining({
        reference: '',
        voucher: 'total of 1000',
        currency: 'HKD',
        amount: String(sum / 100),
        amount_minor: String(sum),
      }),
    ])
  })

  test('is the same to the byte when it is made again', async () => {
    expect(await paymentsXlsx(odd, days)).toEqual(await paymentsXlsx([...odd].reverse(), days))
  })
})

describe('a file of payments that comes back', () => {
  test.each(['csv', 'xlsx'])('as %s without results says of each payment that nothing is known', async (format) => {
    const bytes =
      format === 'csv' ? new TextEncoder().encode(await paymentsCsv(thousand)) : await paymentsXlsx(thousand, days)
    const read = await readResultsFile({ name: 'payments', bytes, currency: 'CNY' })
    if ('refused' in read) throw new Error(JSON.stringify(read.refused))
    expect(read.lines).toHaveLength(1000)
    const amounts = new Map(read.lines.map(({ reference, amountMinor }) => [reference, amountMinor]))
    expect(amounts).toEqual(new Map(thousand.map(({ reference, amountMinor }) => [reference, amountMinor])))
    expect(read.lines.every(({ outcome }) => outcome === 'pending')).toBe(true)
  })

  // What LibreOffice and Excel save of a CSV that they opened: no leading zeros, no cents of zero, days in their own way.
  test.each([
    [',', '4,HKD,22,2200', '2026/2/27'],
    [';', '4;HKD;22;2200', '27/02/2026'],
    ['\t', '4\tHKD\t22\t2200', '2/27/2026'],
  ])('as a spreadsheet saved it, with %j, is matched by its references', async (mark, amounts, day) => {
    const header =
      'reference,voucher,channel,name,account,phone,email,bank,currency,amount,amount_minor,title,result,bank_id,reason_code,paid_on'
    const row = ['H1M8HPY23RTD4FAH2405VR', 'QK0K-FJXT-PWDG', 'bank', 'Chan', '12345678', '85261234567', '']
    const saved = `${header.replaceAll(',', mark)}\r\n${row.join(mark)}${mark}${amounts}${mark}${['x', 'paid', 'B7', '', day].join(mark)}\r\n`
    const read = await readResultsFile({ name: 'a.csv', bytes: new TextEncoder().encode(saved), currency: 'HKD' })
    expect(read).toEqual({
      lines: [
        {
          reference: 'H1M8HPY23RTD4FAH2405VR',
          outcome: 'paid',
          amountMinor: 2200,
          providerId: 'B7',
          code: null,
          day: '2026-02-27',
        },
      ],
    })
  })

  test('may have days of which nobody can say the month, and none that do not exist', async () => {
    const dayIn = async (day: string) => {
      const bytes = new TextEncoder().encode(`reference,result,paid_on\nH1A,paid,${day}\n`)
      const read = await readResultsFile({ name: 'a.csv', bytes, currency: 'HKD' })
      return 'refused' in read ? read.refused[0]?.why : read.lines[0]?.day
    }
    expect(await Promise.all(['02/03/2026', '02/02/2026', '30/02/2026', '13.01.2026'].map(dayIn))).toEqual([
      null,
      '2026-02-02',
      'day',
      '2026-01-13',
    ])
  })

  test('says which were paid, once they are filled in', async () => {
    const [header, row] = (await paymentsCsv([payment(1)])).trim().split('\r\n')
    const filled = `${header}\r\n${row?.replace(/,,,$/, ',paid,000123,,2026-02-27').replace(',,paid', ',paid')}\r\n`
    const read = await readResultsFile({ name: 'a.csv', bytes: new TextEncoder().encode(filled), currency: 'CNY' })
    expect(read).toEqual({
      lines: [
        {
          reference: payment(1).reference,
          outcome: 'paid',
          amountMinor: 2001,
          providerId: '000123',
          code: null,
          day: '2026-02-27',
        },
      ],
    })
  })
})
