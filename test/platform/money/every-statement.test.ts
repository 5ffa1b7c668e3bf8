/** Every currency of ISO 4217 comes in by every kind of statement as it was, and what is no currency is refused. */
import { describe, expect, it } from 'vitest'
import { makeFile } from '../../../simulation/statements/make.ts'
import type { Movement } from '../../../simulation/statements/movement.ts'
import { xlsxFile } from '../../../src/platform/files/xlsx-write.ts'
import { currencyCodes } from '../../../src/platform/money/currencies.ts'
import { formatMinorUnits } from '../../../src/platform/money/money.ts'
import { csvMapping } from '../../../src/reconciliation/formats/csv/mapping.ts'
import type { StatementFormat } from '../../../src/reconciliation/formats/statement.ts'
import { read, readUpload } from '../../reconciliation/formats/reading.ts'
import { amountsOf, notCurrencies } from './amounts.ts'

/** A debit and a credit of each amount, a second apart. */
function movementsOf(currency: string, amounts: readonly number[]): Movement[] {
  return amounts.flatMap((amountMinor, i) =>
    (['credit', 'debit'] as const).map((direction, side): Movement => {
      const n = 2 * i + side
      return {
        id: `F${n}`,
        providerId: `P${n}`,
        reference: `H${n}`,
        at: new Date(Date.parse('2026-02-24T01:00:00Z') + n * 1000).toISOString(),
        direction,
        amountMinor,
        currency,
        kind: direction === 'debit' ? 'payment' : 'topup',
        account: `A${n}`,
      }
    }),
  )
}
describe('statements that come in', () => {
  const wires: [what: string, format: StatementFormat, as: 'json' | 'csv'][] = [
    ['camt.052', 'camt052', 'json'],
    ['camt.053', 'camt053', 'json'],
    ['camt.054', 'camt054', 'json'],
    ['MT940', 'mt940', 'json'],
    ['MT942', 'mt942', 'json'],
    ['CSV', 'csv', 'json'],
    ['Tremendous as JSON', 'tremendous', 'json'],
    ['Tremendous as CSV', 'tremendous', 'csv'],
  ]
  it.each(wires)('as %s have the amounts and balances of every currency', async (_what, format, as) => {
    for (const currency of currencyCodes) {
      const made = await makeFile(format, movementsOf(currency, amountsOf(currency)), { as })
      const found = await read(format, made.bytes, { ...made.read, currency })
      expect([currency, found.broken]).toEqual([currency, null])
      const lineAmounts = (all: readonly { currency: string; amountMinor: number; direction: string }[]) =>
        all.map((line) => [line.currency, line.direction, line.amountMinor])
      expect(lineAmounts(found.lines)).toEqual(lineAmounts(made.lines))
    }
  })

  it('as a workbook have them from cells that are numbers', async () => {
    const mapping = csvMapping.parse({
      delimiter: ',',
      headerRow: 1,
      day: { column: 'day', format: 'YYYY-MM-DD' },
      decimal: '.',
      amount: { by: 'sign', column: 'amount', below: 'debit' },
      currency: { column: 'currency' },
      key: 'key',
      type: 'type',
    })
    const columns = (['day', 'key', 'type', 'currency', 'amount'] as const).map((header) => ({
      header,
      kind: header === 'amount' ? ('amount' as const) : ('text' as const),
      width: 20,
    }))
    for (const currency of currencyCodes) {
      const amounts = amountsOf(currency).flatMap((minor) => [minor, -minor])
      const rows = amounts.map((minor, i) => {
        return ['2026-02-24', `K${i}`, minor < 0 ? 'payment' : 'topup', currency, formatMinorUnits(minor, currency)]
      })
      const bytes = new Uint8Array(await xlsxFile('statement', columns, rows))
      const kinds = { payment: 'payment', topup: 'topup' } as const
      const found = await readUpload(bytes, { mapping, kinds, currency, claims: { rows: rows.length } })
      expect([currency, found.broken]).toEqual([currency, null])
      const signedAmounts = found.lines.map((line) =>
        line.direction === 'debit' ? -line.amountMinor : line.amountMinor,
      )
      expect([currency, signedAmounts]).toEqual([currency, amounts])
    }
  })

  it.each(['wechat_fund_bill', 'alipay_bill'] as const)('as %s are in yuan, to the fen', async (format) => {
    const made = await makeFile(format, movementsOf('CNY', amountsOf('CNY')))
    const { lines: found, broken } = await read(format, made.bytes, made.read)
    expect(broken).toBeNull()
    expect(found.map(({ currency, amountMinor }) => [currency, amountMinor])).toEqual(
      made.lines.map(({ amountMinor }) => ['CNY', amountMinor]),
    )
  })

  it.each(notCurrencies.filter((code) => /^[A-Z]{3}$/.test(code)))('of %s are refused', async (currency) => {
    const text = (await makeFile('camt053', movementsOf('CNY', [2_000]))).bytes
    const other = new TextDecoder().decode(text).replaceAll('CNY', currency)
    expect((await read('camt053', other)).broken).not.toBeNull()
    const json = new TextDecoder().decode((await makeFile('tremendous', movementsOf('CNY', [2_000]))).bytes)
    expect((await read('tremendous', json.replaceAll('CNY', currency))).broken).not.toBeNull()
  })
})
