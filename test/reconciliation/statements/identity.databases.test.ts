/** A bank that uses its references again, in the database that holds the lines. */
import { expect, it } from 'vitest'
import { makeFile } from '../../../simulation/statements/make.ts'
import { receiveStatement } from '../../../src/reconciliation/statements/receive.ts'
import { staffAs } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { finishWork } from '../../support/finish-work.ts'
import { filledUp, paidWorld, uploadBytes } from '../../support/paid.ts'

const balance = (code: string, day: string, amount: number) =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="HKD">${amount}.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`
const entry = (day: string) =>
  `<Ntry><Amt Ccy="HKD">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>${day}</Dt></BookgDt><AcctSvcrRef>R</AcctSvcrRef></Ntry>`

/** Days of November, each with so many credits of one reference and one amount. */
function statementOf(from: number, to: number, opening: number, each: number) {
  const days = Array.from({ length: to - from + 1 }, (_, i) => `2026-11-${from + i}`)
  const period = `<FrToDt><FrDtTm>${days[0]}T00:00:00</FrDtTm><ToDtTm>${days.at(-1)}T23:59:59</ToDtTm></FrToDt>`
  const balances = `${balance('OPBD', days[0] ?? '', opening)}${balance('CLBD', days.at(-1) ?? '', opening + days.length * each)}`
  const entries = days.flatMap((day) => Array.from({ length: each }, () => entry(day))).join('\n')
  return new TextEncoder().encode(
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.04"><BkToCstmrStmt><Stmt><Id>S</Id>${period}<Acct><Id><IBAN>X</IBAN></Id><Ccy>HKD</Ccy></Acct>${balances}${entries}</Stmt></BkToCstmrStmt></Document>`,
  )
}

forEachDatabase((_, openDatabase) => {
  it('a reference and an amount that come on each day, and twice a day, are as many lines', async () => {
    const { world } = await paidWorld(1, { open: openDatabase })
    const { statement } = await uploadBytes(world, statementOf(20, 22, 100, 2))
    expect(statement).toMatchObject({ state: 'published', linesNew: 6, closingMinor: 10600 })
    const overlapping = await uploadBytes(world, statementOf(21, 23, 102, 2))
    expect(overlapping.statement).toMatchObject({ state: 'published', linesNew: 2 })
    const days = (await rowsOf(world, 'statement_lines')).map(({ day }) => day).sort()
    expect(days).toEqual(['20', '20', '21', '21', '22', '22', '23', '23'].map((day) => `2026-11-${day}`))
  })

  it('a reference that comes again in a later step of an account’s first file is another line', async () => {
    const world = await fresh({ open: openDatabase })
    const done = await receiveStatement(world.ports, await staffAs(world, 'preparer'), {
      accountId: null,
      bytes: statementOf(20, 21, 100, 1),
    })
    if (!('statementId' in done)) throw new Error(JSON.stringify(done))
    await finishWork(world.ports, done.statementId, 1)
    const keys = (await rowsOf(world, 'statement_lines')).map(({ line_key }) => line_key)
    expect(keys).toEqual(['R|c100', 'R|c100|2026-11-21'])
    expect(await rowsOf(world, 'statements')).toMatchObject([{ state: 'published', lines_new: 2 }])
  })

  it('a number of a wallet that comes again in a later step has its file refused', async () => {
    const world = await fresh({ open: openDatabase })
    const { bytes } = await makeFile('wechat_fund_bill', [filledUp, filledUp], { openingMinor: 0 })
    const done = await receiveStatement(world.ports, await staffAs(world, 'preparer'), { accountId: null, bytes })
    if (!('statementId' in done)) throw new Error(JSON.stringify(done))
    await finishWork(world.ports, done.statementId, 1)
    const [{ state, problem } = { state: '', problem: '' }] = await rowsOf<{ state: string; problem: string }>(
      world,
      'statements',
    )
    expect([state, JSON.parse(problem).why]).toEqual(['refused', 'duplicate_key'])
    expect(await rowsOf(world, 'statement_lines')).toEqual([])
  })
})
