/** Files of payments and of their results in currencies that do not have two decimals. */
import { describe, expect, test } from 'vitest'
import { readXlsx } from '../../../src/platform/files/xlsx-read.ts'
import { type Register, registerCsv, registerXlsx } from '../../../src/rewards/batches/register-files.ts'
import { profiles } from '../../../src/rewards/payment-files/bank-profile.ts'
import { pain001 } from '../../../src/rewards/payment-files/pain001.ts'
import { paymentsCsv } from '../../../src/rewards/payment-files/payments-csv.ts'
import { paymentsXlsx } from '../../../src/rewards/payment-files/payments-xlsx.ts'
import { readResultsFile } from '../../../src/rewards/payment-files/results.ts'
import { all, payment, sheetOf, tree } from './payment-lines.ts'

const debtor = { name: 'Survey Office', account: '004123456001', bank: 'HSBCHKHHHKH', characters: 'unicode' } as const
const meta = { messageId: 'BATCH0001', day: '2026-02-26', executionDay: '2026-02-27' }
const top = 'CstmrCdtTrfInitn'
const utf8 = new TextEncoder()

describe.each([
  ['JPY', '2005', '2005'],
  ['CNY', '20.05', '20.05'],
  ['KWD', '2.005', '2.005'],
  ['CLF', '0.2005', '0.2005'],
])('2005 minor units of %s', (currency, text, number) => {
  const lines = [payment(5, { currency })]

  test('are the right amount in a CSV of payments', async () => {
    expect(await paymentsCsv(lines)).toContain(`,${currency},${text},2005,`)
  })

  test('are the right amount in a workbook of payments, and all of its decimals show', async () => {
    const cells = [...sheetOf(await paymentsXlsx(lines, { day: meta.day, payOn: meta.executionDay })).values()]
    const amounts = cells.filter(({ value, format }) => value === number && format?.startsWith('#,##0'))
    expect(amounts.length).toBeGreaterThan(0)
    expect(amounts[0]?.format).toBe(text.includes('.') ? `#,##0.${text.split('.')[1]?.replace(/\d/g, '0')}` : '#,##0')
  })

  test('are the right amount in a pain.001, also in its sums', async () => {
    const made = await pain001(lines, debtor, meta, profiles.unicode)
    if ('refused' in made) throw new Error('refused')
    const root = tree(made.xml)
    expect(all(root, `${top}/PmtInf/CdtTrfTxInf/Amt/InstdAmt`).map((node) => [node.attributes.Ccy, node.text])).toEqual(
      [[currency, text]],
    )
    for (const sum of ['GrpHdr/CtrlSum', 'PmtInf/CtrlSum']) {
      expect(all(root, `${top}/${sum}`).map((node) => node.text)).toEqual([text])
    }
  })

  test('are read from results, whether the file names the currency or the batch has it', async () => {
    const rows = [
      `reference,result,amount,currency\nH1A,paid,${text},${currency}\n`,
      `reference,result,amount\nH1A,paid,${text}\n`,
    ]
    const element = (attribute: string) =>
      '<Document><CstmrPmtStsRpt><TxInfAndSts><OrgnlEndToEndId>H1A</OrgnlEndToEndId><TxSts>ACSC</TxSts>' +
      `<OrgnlTxRef><Amt><InstdAmt${attribute}>${text}</InstdAmt></Amt></OrgnlTxRef>` +
      '</TxInfAndSts></CstmrPmtStsRpt></Document>'
    for (const file of [...rows, element(` Ccy="${currency}"`), element('')]) {
      const read = await readResultsFile({ name: '', bytes: utf8.encode(file), currency })
      expect(read).toMatchObject({ lines: [{ reference: 'H1A', amountMinor: 2005 }] })
    }
  })

  test('are the right amount in a payment register', async () => {
    const register: Register = {
      batch: 'b1',
      study: 's1',
      costCentre: '',
      projectCode: '',
      period: '2026-02',
      provider: 'manual',
      currency,
      preparedBy: 'Omar',
      approvedBy: ['Ada'],
      lines: [{ voucher: 'V1', reference: 'H1A', channel: 'bank', amountMinor: 2005, taxMinor: 0, state: 'queued' }],
    }
    let csv = ''
    for await (const row of registerCsv(register, 'en')) csv += row
    expect(csv).toContain(`,${currency},${text},2005,`)
    const bytes = await registerXlsx(register, 'en')
    const sheet = await readXlsx(bytes, { maxRows: 10, maxUnzippedBytes: 1_000_000 })
    expect('rows' in sheet && sheet.rows[1]?.cells.slice(9, 12)).toEqual([currency, Number(text), '2005'])
    const formats = [...sheetOf(bytes).values()].flatMap(({ value, format }) => (value === number ? [format] : []))
    expect(formats).toContain(text.includes('.') ? `#,##0.${text.split('.')[1]?.replace(/\d/g, '0')}` : '#,##0')
  })
})

test('results in a currency that is unknown are refused', async () => {
  const file = 'reference,result,amount,currency\nH1A,paid,20.05,ABC\n'
  const read = await readResultsFile({ name: '', bytes: utf8.encode(file), currency: 'CNY' })
  expect(read).toEqual({ refused: [{ line: 2, why: 'amount' }] })
})
