/** Vouchers of every currency, as they stand in the file of vouchers, in the exported books and on the pages of staff. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languages } from '../../../schema/text.ts'
import { formatMoney } from '../../../src/platform/i18n/format.ts'
import { parseMinorUnits } from '../../../src/platform/money/money.ts'
import type { ExportLineOf } from '../../../src/reconciliation/export/lines.ts'
import { vouchersFile } from '../../../src/rewards/voucher-desk/vouchers-file.ts'
import { exported } from '../../reconciliation/export/exported.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { rowsOf } from '../../support/databases/fresh.ts'
import { addVouchers } from '../../support/export-rows.ts'
import { records } from '../../support/parse-csv.ts'
import { type World, world } from '../../support/world.ts'
import { some } from './amounts.ts'

let here: World
const amountsOf = (rows: readonly { currency: string; amountMinor: number }[]) =>
  rows.map(({ currency, amountMinor }) => `${currency} ${amountMinor}`).sort()

beforeAll(async () => {
  here = await world()
  await addVouchers(here, some.length, 'issued')
  const ids = (await rowsOf<{ id: string }>(here, 'vouchers')).map(({ id }) => id)
  const outcome = await here.ports.db.together(
    ...some.map(({ currency, amountMinor }, i) => ({
      sql: 'update vouchers set currency = ?, amount_minor = ?, tax_minor = ? where id = ?',
      values: [currency, amountMinor, amountMinor, ids[i] ?? ''],
    })),
  )
  expect(outcome.done).toBe(true)
})
afterAll(() => here.close())

describe('vouchers of every currency', () => {
  it('are in their file with the exact amount twice, and their tax', async () => {
    let text = ''
    for await (const piece of vouchersFile(here.ports, [here.study.id], 'en')) text += piece
    const rows = records(text).map(({ currency = '', amount = '', amount_minor, tax = '' }) => {
      const amountMinor = parseMinorUnits(amount, currency) ?? Number.NaN
      expect([String(amountMinor), parseMinorUnits(tax, currency)]).toEqual([amount_minor, amountMinor])
      return { currency, amountMinor }
    })
    expect(amountsOf(rows)).toEqual(amountsOf(some))
  })

  it('are in the exported books as whole numbers of minor units', async () => {
    here.wait(2)
    const lines = (await exported(here)).map((line) => JSON.parse(line) as ExportLineOf<'voucher'>)
    const vouchers = lines.filter(({ kind }) => kind === 'voucher')
    expect(amountsOf(vouchers)).toEqual(amountsOf(some))
    expect(amountsOf(vouchers.map(({ currency, taxMinor }) => ({ currency, amountMinor: taxMinor })))).toEqual(
      amountsOf(some),
    )
  })

  it.each(languages)('are on the pages of their day in %s, as every page writes money', async (language) => {
    const finance = await signedIn(here, 'preparer')
    const found: string[] = []
    let at: string | undefined = '/finance/days/2026-11-23'
    while (at !== undefined) {
      const page: string = await (await finance.get(`${at}${at.includes('?') ? '&' : '?'}lang=${language}`)).text()
      found.push(...[...page.matchAll(/<td class="number">([^<]+)<\/td>/g)].map(([, money = '']) => money))
      at = /rel="next" href="(\/finance\/days\/2026-11-23\?[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
    }
    const shown = some.map(({ currency, amountMinor }) => formatMoney(amountMinor, currency, language))
    expect(found.sort()).toEqual(shown.sort())
  })
})
