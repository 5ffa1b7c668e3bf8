/**
 * Every currency of ISO 4217 goes there and back through every file of ours and every provider's wire, or is refused before
 * anything leaves. A file that a person opens holds its amounts as numbers, so that they stay within what a float keeps.
 */
import { beforeAll, describe, expect, it, test } from 'vitest'
import { orderJson } from '../../../demo/providers/tremendous/speech.ts'
import { reportsMessages } from '../../../messages/generated/reports.ts'
import { languages } from '../../../schema/text.ts'
import { xlsxText } from '../../../src/platform/files/xlsx-text.ts'
import { xlsxFile } from '../../../src/platform/files/xlsx-write.ts'
import { formatMoney } from '../../../src/platform/i18n/format.ts'
import { amountRange, whyNotCarried } from '../../../src/platform/money/carries.ts'
import { currencyCodes, currencyExponent, isCurrency } from '../../../src/platform/money/currencies.ts'
import { formatMinorUnits, parseMinorUnits, parseTypedMinorUnits } from '../../../src/platform/money/money.ts'
import { reportCsv } from '../../../src/reconciliation/reports/files/write.ts'
import { registerCsv, registerXlsx } from '../../../src/rewards/batches/register-files.ts'
import { profiles } from '../../../src/rewards/payment-files/bank-profile.ts'
import { paymentColumns } from '../../../src/rewards/payment-files/columns.ts'
import { pain001 } from '../../../src/rewards/payment-files/pain001.ts'
import { paymentsCsv } from '../../../src/rewards/payment-files/payments-csv.ts'
import { paymentsXlsx } from '../../../src/rewards/payment-files/payments-xlsx.ts'
import { readResultsFile } from '../../../src/rewards/payment-files/results.ts'
import { registry } from '../../../src/rewards/providers/registry.ts'
import { answerInReply } from '../../../src/rewards/providers/tremendous/client.ts'
import { orderBody, parsedExactly } from '../../../src/rewards/providers/tremendous/wire.ts'
import { all, payment, textAt, tree } from '../../rewards/payment-files/payment-lines.ts'
import { parseCsv } from '../../support/parse-csv.ts'
import * as alipay from '../../support/providers/alipay-side.ts'
import * as wechat from '../../support/providers/wechat-side.ts'
import { amountsOf, notCurrencies, some } from './amounts.ts'

const lines = some.map((each, i) => payment(i, each))
const byReference = new Map(lines.map(({ reference, amountMinor }) => [reference, amountMinor]))
const utf8 = new TextEncoder()

async function expectResults(bytes: Uint8Array, currency = 'CNY', expected = byReference): Promise<void> {
  const results = await readResultsFile({ name: '', bytes: new Uint8Array(bytes), currency })
  if ('refused' in results) throw new Error(JSON.stringify(results.refused))
  expect(new Map(results.lines.map(({ reference, amountMinor }) => [reference, amountMinor]))).toEqual(expected)
}

/** The rows of a workbook, by the names of their columns. */
async function sheetOf(bytes: Uint8Array): Promise<Record<string, string>[]> {
  let text = ''
  for await (const piece of xlsxText(new Uint8Array(bytes))) text += new TextDecoder().decode(piece)
  const [header = [], ...rows] = parseCsv(text.replaceAll('\n', '\r\n'))
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])))
}

test('there are currencies of each number of decimals, and every other code is none', () => {
  expect([...new Set(currencyCodes.map((code) => currencyExponent(code)))].sort()).toEqual([0, 2, 3, 4])
  expect(notCurrencies.filter((code) => isCurrency(code))).toEqual([])
})

describe('payments that leave', () => {
  it('as CSV come back from it, paid', async () => {
    const [, ...rows] = (await paymentsCsv(lines)).split('\r\n').filter((row) => row !== '')
    const header = paymentColumns.map(({ header }) => header).join(',')
    const at = paymentColumns.findIndex((column) => column.header === 'result')
    const paid = rows.map((row) => {
      const cells = row.split(',')
      return [...cells.slice(0, at), 'paid', ...cells.slice(at + 1)].join(',')
    })
    await expectResults(utf8.encode([header, ...paid].join('\r\n')))
  })

  it('as a workbook come back from it, paid, from cells that are numbers', async () => {
    const columns = paymentColumns.map((column) => ({ ...column, places: 4 }))
    const rows = lines.map((line) =>
      // Without the count beside it, which would make up for what the amount has lost.
      columns.map(({ header, value }) =>
        header === 'result' ? 'paid' : header === 'amount_minor' ? null : value(line),
      ),
    )
    await expectResults(await xlsxFile('payments', columns, rows))
  })

  it('as the workbook that is handed out hold every amount as a number, and as minor units beside it', async () => {
    const rows = await sheetOf(await paymentsXlsx(lines, { day: '2026-02-26', payOn: '2026-02-27' }))
    const paid = rows.filter((row) => (row.reference ?? '') !== '')
    const asText = new Map(lines.map(({ reference, amountMinor }) => [reference, String(amountMinor)]))
    expect(new Map(paid.map(({ reference = '', amount_minor = '' }) => [reference, amount_minor]))).toEqual(asText)
    const asNumber = paid.map(({ reference = '', amount = '', currency = '' }): [string, number | null] => [
      reference,
      parseTypedMinorUnits(amount, currency),
    ])
    expect(new Map(asNumber)).toEqual(byReference)
  })

  it('as pain.001 come back as pain.002', async () => {
    const debtor = {
      name: 'Survey Office',
      account: '004123456001',
      bank: 'HSBCHKHHHKH',
      characters: 'unicode',
    } as const
    const meta = { messageId: 'BATCH0001', day: '2026-02-26', executionDay: '2026-02-27' }
    const made = await pain001(lines, debtor, meta, profiles.unicode)
    if ('refused' in made) throw new Error('refused')
    const orders = all(tree(made.xml), 'CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf')
    const statuses = orders.map((order) => {
      const amount = all(order, 'Amt/InstdAmt')[0]
      return (
        `<TxInfAndSts><OrgnlEndToEndId>${textAt(order, 'PmtId/EndToEndId')}</OrgnlEndToEndId><TxSts>ACSC</TxSts><OrgnlTxRef>` +
        `<Amt><InstdAmt Ccy="${amount?.attributes.Ccy}">${amount?.text}</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>`
      )
    })
    await expectResults(utf8.encode(`<Document><CstmrPmtStsRpt>${statuses.join('')}</CstmrPmtStsRpt></Document>`))
  })

  it.each(notCurrencies)('are made in no file of “%s”, and no result of it is read', async (currency) => {
    const odd = [payment(1, { currency })]
    await expect(paymentsCsv(odd)).rejects.toThrow(RangeError)
    const file = `reference,result,amount,currency\nH1A,paid,20,${currency === '' ? '?' : currency}\n`
    const isOwn = isCurrency(currency.toUpperCase())
    const results = await readResultsFile({ name: '', bytes: utf8.encode(file), currency: 'CNY' })
    expect(results).toEqual(isOwn ? expect.anything() : { refused: [{ line: 2, why: 'amount' }] })
  })
})

describe('a provider', () => {
  const account = { campaignId: 'C1', fundingSource: 'balance' }

  it('Tremendous is asked for, and says, every amount of every currency that it carries, and no other starts', () => {
    for (const { currency, amountMinor } of some) {
      if (!Object.hasOwn(registry.tremendous.carries, currency)) {
        expect([currency, whyNotCarried(registry.tremendous.carries, currency, amountMinor)]).toEqual([
          currency,
          'currency',
        ])
        continue
      }
      const order = { reference: 'H1', amountMinor, currency, email: 'mei@example.org' }
      const sent = parsedExactly(orderBody(account, order)) as { reward: { value: Record<string, string> } }
      expect(parseMinorUnits(sent.reward.value.denomination ?? '', currency)).toBe(amountMinor)
      // As somebody who reads JSON into floats would have it.
      expect(Number(sent.reward.value.denomination).toFixed(currencyExponent(currency))).toBe(
        formatMinorUnits(amountMinor, currency),
      )
      const at = '2026-11-23T08:00:00.000Z'
      const storedOrder = { ...order, id: 'O1', externalId: 'H1', rewardId: 'R1', madeAt: at, executedAt: at }
      const reply = { ...storedOrder, status: 'EXECUTED', isRefunded: false } as unknown as Parameters<
        typeof orderJson
      >[0]
      const { answer } = answerInReply(`{"order":${orderJson(reply, 'C1')}}`, order)
      expect(answer).toMatchObject({ state: 'succeeded', amountMinor, currency })
    }
  })

  it.each([
    ['Alipay', alipay, registry.alipay.carries],
    ['WeChat Pay', wechat, registry.wechat.carries],
  ] as const)('%s is asked for yuan, and for nothing else', async (_name, { bothSides, order }, carries) => {
    expect(Object.keys(carries)).toEqual(['CNY'])
    const { leastMinor, mostMinor } = amountRange(carries, 'CNY') ?? { leastMinor: 0, mostMinor: 0 }
    for (const amountMinor of [leastMinor, mostMinor]) {
      const bodies: string[] = []
      const { payer } = await bothSides({
        fetch: async (request: Request) => {
          bodies.push(await request.text())
          throw new TypeError('nobody there')
        },
      })
      await payer.send({ ...order, amountMinor })
      const wireAmount = bodies[0]?.startsWith('{')
        ? (JSON.parse(bodies[0]) as { transfer_amount: number }).transfer_amount
        : parseMinorUnits(JSON.parse(new URLSearchParams(bodies[0]).get('biz_content') ?? '{}').trans_amount, 'CNY')
      expect(wireAmount).toBe(amountMinor)
    }
    let calls = 0
    const { payer } = await bothSides({
      fetch: async () => {
        calls += 1
        throw new TypeError('nobody there')
      },
    })
    for (const currency of [...currencyCodes, ...notCurrencies]) {
      if (currency === 'CNY') continue
      expect([currency, whyNotCarried(carries, currency, leastMinor)]).toEqual([currency, 'currency'])
      expect((await payer.send({ ...order, currency })).code).toBe('ORDER_INVALID')
    }
    expect(calls).toBe(0)
  })
})

describe('what people read', () => {
  let report: string[][]
  beforeAll(async () => {
    const money = some.map(({ currency, amountMinor }) => ({ money: { currency, minor: -amountMinor } }))
    let csv = ''
    const words = reportsMessages('en')
    for await (const row of reportCsv([{ name: 'lines', lines: money, more: 0 }], words)) csv += row
    report = parseCsv(csv).slice(1)
  })

  it('in a report has the exact amount twice', () => {
    expect(report.map((row) => [row[6], row[7], row[8]])).toEqual(
      some.map(({ currency, amountMinor }) => [
        currency,
        formatMinorUnits(-amountMinor, currency),
        String(-amountMinor),
      ]),
    )
  })

  it('in a register has it too, tax included', async () => {
    for (const currency of currencyCodes) {
      const [amountMinor = 0, taxMinor = 0] = amountsOf(currency)
      const line = { voucher: 'V1', reference: 'H1', channel: 'bank', amountMinor, taxMinor, state: 'paid' } as const
      const about = {
        batch: 'b',
        study: 's',
        costCentre: '',
        projectCode: '',
        period: '2026-02',
        provider: 'manual',
      } as const
      let csv = ''
      for await (const row of registerCsv({ ...about, currency, preparedBy: '', approvedBy: [], lines: [line] }, 'en'))
        csv += row
      const [, , , , , , , , , , amount = '', minor, tax = '', minorOfTax] = parseCsv(csv)[1] ?? []
      const [row] = await sheetOf(
        await registerXlsx({ ...about, currency, preparedBy: '', approvedBy: [], lines: [line] }, 'en'),
      )
      const numbers = [row?.amount, row?.tax].map((text = '') => parseTypedMinorUnits(text, currency))
      expect([currency, ...numbers]).toEqual([currency, amountMinor, taxMinor])
      expect([amount, tax].map((text) => parseMinorUnits(text, currency))).toEqual([amountMinor, taxMinor])
      expect([minor, minorOfTax]).toEqual([String(amountMinor), String(taxMinor)])
    }
  })

  it.each(languages)('on a page in %s is typed into a form again as it stands', (language) => {
    for (const { currency, amountMinor } of some) {
      const shown = formatMoney(amountMinor, currency, language)
      const figures = shown.replace(/^(?:[A-Z]{3}\u00a0|MOP\$|HK\$|¥)/, '')
      expect([shown, parseTypedMinorUnits(figures, currency)]).toEqual([shown, amountMinor])
    }
  })
})
