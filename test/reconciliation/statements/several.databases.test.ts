/** Several files in one ZIP: each is a statement of its own, in order of days, whatever becomes of the others. */
import { expect, it } from 'vitest'
import { makeFile } from '../../../simulation/statements/make.ts'
import { zipped } from '../../../simulation/statements/pack.ts'
import { csvMapping } from '../../../src/reconciliation/formats/csv/mapping.ts'
import { finishStatement, receiveStatement, type UploadEnd } from '../../../src/reconciliation/statements/receive.ts'
import { sweepStatements } from '../../../src/reconciliation/statements/work.ts'
import { staffAs } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { filledUp } from '../../support/paid.ts'
import type { World } from '../../support/world.ts'
import { statement } from '../matching/bank-batch.ts'
import { expectPromisesKept } from './promises.ts'

type Bytes = Uint8Array<ArrayBuffer>
const asBytes = (text: string) => new TextEncoder().encode(text)

/** Puts files into a ZIP, uploads it and lets the sweep come by until nothing moves. */
async function uploadZip(world: World, files: readonly Bytes[], end: Omit<UploadEnd, 'bytes'> = {}, accountId = '') {
  const zip = await zipped(
    files.map((content, n) => ({ name: asBytes(`${n}`), content })),
    true,
  )
  const done = await receiveStatement(world.ports, await staffAs(world, 'preparer'), {
    accountId: accountId === '' ? null : accountId,
    bytes: zip,
    ...end,
  })
  for (const _ of files) await sweepStatements(world.ports)
  return done
}

interface Row {
  id: string
  account_id: string
  state: string
  problem: string | null
  period_from: string | null
  opening_minor: number | null
  closing_minor: number | null
}

/** All statements, and each packed one's own in the order in which it lists them. */
async function statementsOf(world: World) {
  const rows = await rowsOf<Row & Record<string, string | number | null>>(world, 'statements')
  const summaryOf = ({ account_id, state, problem, period_from, closing_minor }: Row) => {
    return [account_id, state, JSON.parse(problem ?? '{}').why ?? null, period_from, closing_minor]
  }
  const zips = rows.filter(({ problem }) => problem?.includes('several_files'))
  const inside = zips.map(({ problem }) => JSON.parse(JSON.parse(problem ?? '{}').detail))
  const ids = inside.flatMap(({ statements }) => statements as string[])
  return {
    rows,
    zips: zips.map(summaryOf),
    leftOut: inside.map(({ leftOut }) => leftOut),
    files: ids.flatMap((id) => rows.filter((one) => one.id === id)),
    told: ids.flatMap((id) => rows.filter((one) => one.id === id)).map(summaryOf),
    published: rows.filter(({ state }) => state === 'published').map(summaryOf),
  }
}

/** A day of a bank, with one credit. */
const bankDay = (day: number, opening: number, ref = `R${day}`) => {
  const on = `2026-11-${day}`
  return statement(on, on, opening, [{ day: on, minor: 100, ref }]) as Bytes
}
/** A day of a bank whose balances do not follow. */
const wrongDay = (day: number) =>
  asBytes(new TextDecoder().decode(bankDay(day, 0)).replace('100.00', '7.00').replace('1.00', '3.00'))

forEachDatabase((_, openDatabase, once) => {
  it('files of a wallet are read in order of their days, and the same ZIP again adds nothing', async () => {
    const world = await fresh({ open: openDatabase })
    const day = async (n: number, openingMinor: number) => {
      const id = `190000923120261120000${n}`
      const at = `2026-11-2${n}T02:00:00.000Z`
      const made = await makeFile('wechat_fund_bill', [{ ...filledUp, id, providerId: id, at }], { openingMinor })
      return made.bytes as Bytes
    }
    const files = [await day(3, 20_000_000), await day(1, 0), await day(2, 10_000_000)]
    expect(await uploadZip(world, files)).toMatchObject({ staged: false })
    const expected = [
      ['wechat:CNY', 'published', null, '2026-11-21', 10_000_000],
      ['wechat:CNY', 'published', null, '2026-11-22', 20_000_000],
      ['wechat:CNY', 'published', null, '2026-11-23', 30_000_000],
    ]
    const { zips, told } = await statementsOf(world)
    expect(zips).toEqual([['wechat:CNY', 'discarded', 'several_files', null, null]])
    expect(told).toEqual(expected)
    await uploadZip(world, files)
    const again = await statementsOf(world)
    expect(again.told).toEqual([...expected, ...expected])
    expect(again.published).toHaveLength(3)
    expect((await rowsOf(world, 'statement_lines')).length).toBe(3)
    await expectPromisesKept(world)
  })

  once('one that is refused keeps none of the others from being read, and says why', async () => {
    const world = await fresh({ open: openDatabase })
    const wallet = (await makeFile('wechat_fund_bill', [filledUp], { openingMinor: 0 })).bytes as Bytes
    await uploadZip(world, [bankDay(23, 200), wrongDay(22), wallet, bankDay(21, 0), asBytes('no list at all')])
    const { told, leftOut } = await statementsOf(world)
    expect(told).toEqual([
      ['manual:CNY', 'published', null, '2026-11-21', 100],
      ['manual:CNY', 'refused', 'balance', null, null],
      ['wechat:CNY', 'published', null, '2026-11-22', 10_000_000],
      // Its days do not follow what was published, so that it waits to be uploaded again.
      ['manual:CNY', 'refused', 'balance', null, null],
    ])
    expect(leftOut).toEqual([1])
    await uploadZip(world, [bankDay(23, 200), bankDay(22, 100)])
    const days = (await statementsOf(world)).published.filter(([account]) => account === 'manual:CNY')
    expect(days.map((one) => one[3]).sort()).toEqual(['2026-11-21', '2026-11-22', '2026-11-23'])
    await expectPromisesKept(world)
  })

  once('plain tables wait for their columns and figures, each for its own', async () => {
    const world = await fresh({ open: openDatabase })
    const tables = [2, 1].map((n) => asBytes(`Date,Reference,Amount\n2026-11-2${n},R${n},5.00\n`))
    await uploadZip(world, tables, {}, 'manual:HKD')
    const { files, told } = await statementsOf(world)
    expect(told.map(([, state]) => state)).toEqual(['receiving', 'receiving'])
    const mapping = csvMapping.parse({
      delimiter: ',',
      day: { column: 'Date', format: 'YYYY-MM-DD' },
      amount: { by: 'sign', column: 'Amount', below: 'debit' },
      currency: { code: 'HKD' },
      key: 'Reference',
    })
    for (const one of files) {
      const uploadEnd = { bytes: Number(one.bytes), mapping, claims: { rows: 1 } }
      expect(await finishStatement(world.ports, await staffAs(world, 'preparer'), one.id, uploadEnd)).toHaveProperty(
        'staged',
      )
      await sweepStatements(world.ports)
    }
    expect((await statementsOf(world)).told.map((one) => [one[1], one[3]])).toEqual([
      ['published', '2026-11-21'],
      ['published', '2026-11-22'],
    ])
    await expectPromisesKept(world)
  })

  once('of which one is damaged has that one named, and figures said for all are refused', async () => {
    const world = await fresh({ open: openDatabase })
    expect(await uploadZip(world, [bankDay(21, 0), bankDay(22, 100)], { claims: { rows: 2 } })).toMatchObject({
      refused: 'several_said',
    })
    expect((await statementsOf(world)).rows).toMatchObject([{ state: 'discarded', problem: null }])
    const zip = await zipped(
      [bankDay(21, 0), bankDay(22, 100)].map((content, n) => ({ name: asBytes(`${n}`), content, isStored: true })),
      false,
    )
    // The second file is not what the directory says of it.
    zip[zip.lastIndexOf(0x3e) - 3] = 0x20
    await receiveStatement(world.ports, await staffAs(world, 'preparer'), { accountId: null, bytes: zip })
    await sweepStatements(world.ports)
    const { told, leftOut } = await statementsOf(world)
    expect(told).toEqual([['manual:CNY', 'published', null, '2026-11-21', 100]])
    expect(leftOut).toEqual([1])
    await expectPromisesKept(world)
  })
})
