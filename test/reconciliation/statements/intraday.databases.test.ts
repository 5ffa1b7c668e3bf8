/** An intraday report (camt.052, MT942) and the statements of its days: whichever come first, the money counts once. */
import { expect, it } from 'vitest'
import { first } from '../../../src/platform/db/together.ts'
import { readAccountReport } from '../../../src/reconciliation/reports/read-account.ts'
import { readCoverage } from '../../../src/reconciliation/statements/coverage.ts'
import { coveredDays } from '../../../src/reconciliation/statements/store.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { rowsOf } from '../../support/databases/fresh.ts'
import { open, paidWorld, uploadBytes } from '../../support/paid.ts'
import type { World } from '../../support/world.ts'

interface Entry {
  day: number
  ref: string
  amount: number
  status?: string
}

const entryText = ({ day, ref, amount, status = 'BOOK' }: Entry) =>
  `<Ntry><NtryRef>${ref}-${amount}</NtryRef><Amt Ccy="HKD">${amount}.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>${status}</Sts><BookgDt><Dt>2026-11-${day}</Dt></BookgDt>${ref === '' ? '' : `<AcctSvcrRef>${ref}</AcctSvcrRef>`}</Ntry>`
const balance = (code: string, amount: number) =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="HKD">${amount}.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>`
const period = (from: number, to: string) =>
  `<FrToDt><FrDtTm>2026-11-${from}T00:00:00</FrDtTm><ToDtTm>2026-11-${to}</ToDtTm></FrToDt>`
const account = '<Acct><Id><IBAN>X</IBAN></Id><Ccy>HKD</Ccy></Acct>'

/** Up to noon; its balances are of the moment. */
function report(day: number, entries: readonly Entry[]) {
  const content = `${period(day, `${day}T12:00:00`)}${account}${balance('OPBD', 100)}${balance('ITBD', 777)}`
  return new TextEncoder().encode(
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.052.001.08"><BkToCstmrAcctRpt><Rpt><Id>R</Id>${content}${entries.map(entryText).join('')}</Rpt></BkToCstmrAcctRpt></Document>`,
  )
}

function statement(from: number, to: number, opening: number, entries: readonly Entry[]) {
  const closing = entries.reduce((sum, { amount }) => sum + amount, opening)
  const content = `${period(from, `${to}T23:59:59`)}${account}${balance('OPBD', opening)}${balance('CLBD', closing)}`
  return new TextEncoder().encode(
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>S</Id>${content}${entries.map(entryText).join('')}</Stmt></BkToCstmrStmt></Document>`,
  )
}

function notification(entries: readonly Entry[]) {
  return new TextEncoder().encode(
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn><Ntfctn><Id>N</Id>${account}${entries.map(entryText).join('')}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`,
  )
}

const morning: Entry[] = [
  { day: 21, ref: 'A', amount: 10 },
  { day: 21, ref: 'A', amount: 10 },
  { day: 21, ref: 'B', amount: 5 },
]
const unnumbered: Entry = { day: 21, ref: '', amount: 7 }
const evening: Entry[] = [...morning, unnumbered, { day: 21, ref: 'C', amount: 3 }]
const nextDay: Entry[] = [{ day: 22, ref: 'A', amount: 10 }]

const files = {
  noon: report(21, [...morning, unnumbered, { day: 21, ref: 'P', amount: 9, status: 'PDNG' }]),
  again: report(21, [...morning, unnumbered]),
  day: statement(21, 21, 100, evening),
  next: statement(22, 22, 135, nextDay),
}

const movementText = ({ day, ref, amount, status }: Entry) =>
  `:61:2611${day}11${day}${status === 'PDNG' ? 'EC' : 'C'}${amount},00NTRFNONREF${ref === '' ? '' : `//${ref}`}\n:86:TRF\n`
const message = (rows: readonly string[]) =>
  new TextEncoder().encode([':20:M', ':25:X', ':28C:1/1', ...rows, '-\n'].join('\n'))

function swiftReport(entries: readonly Entry[]) {
  return message([':34F:HKD0,', ':13D:2611211200+0800', entries.map(movementText).join('').trimEnd()])
}

function swiftStatement(from: number, to: number, opening: number, entries: readonly Entry[]) {
  const closing = entries.reduce((sum, { amount }) => sum + amount, opening)
  const movements = entries.map(movementText).join('')
  return message([`:60F:C2611${from - 1}HKD${opening},`, `${movements}:62F:C2611${to}HKD${closing},`])
}

const swiftFiles = {
  noon: swiftReport([...morning, unnumbered, { day: 21, ref: 'P', amount: 9, status: 'PDNG' }]),
  again: swiftReport([...morning, unnumbered]),
  day: swiftStatement(21, 21, 100, evening),
  next: swiftStatement(22, 22, 135, nextDay),
}

async function linesOf(world: World) {
  return (await rowsOf(world, 'statement_lines')).map(({ day, amount_minor }) => `${day} ${amount_minor}`).sort()
}

forEachDatabase((_, openDatabase) => {
  it.each([
    [['noon', 'again', 'day', 'next'], 'camt', files],
    [['day', 'noon', 'next', 'again'], 'camt', files],
    [['noon', 'again', 'day', 'next'], 'MT', swiftFiles],
    [['day', 'noon', 'next', 'again'], 'MT', swiftFiles],
    [['noon', 'again', 'day', 'next'], 'both', { ...files, noon: swiftFiles.noon, next: swiftFiles.next }],
  ] as const)('%s come to the same lines: %s', async (order, _what, given) => {
    const { world } = await paidWorld(1, { open: openDatabase })
    for (const name of order) {
      expect((await uploadBytes(world, given[name])).statement).toMatchObject({ state: 'published', problem: null })
    }
    expect(await linesOf(world)).toEqual(
      ['21 1000', '21 1000', '21 300', '21 500', '21 700', '22 1000'].map((line) => `2026-11-${line}`),
    )
  })

  it('a second statement in another format is refused where a line of it could count twice', async () => {
    const { world } = await paidWorld(1, { open: openDatabase })
    const [camt, mt] = [statement(21, 21, 100, evening), swiftStatement(21, 22, 100, [...evening, ...nextDay])]
    await uploadBytes(world, camt)
    const before = await linesOf(world)
    const { statement: refused } = await uploadBytes(world, mt)
    expect([refused?.state, JSON.parse(refused?.problem ?? '')]).toEqual([
      'refused',
      { line: 0, why: 'other_format', detail: '2026-11-21' },
    ])
    expect(await linesOf(world)).toEqual(before)
    // What the bank has numbered is known again, and days behind those are added.
    const numbered = swiftStatement(21, 22, 107, [...evening.filter(({ ref }) => ref !== ''), ...nextDay])
    expect((await uploadBytes(world, numbered)).statement).toMatchObject({ state: 'published', linesNew: 1 })
  })

  it('a notification of a later day covers none, leaves no hole and breaks no balance', async () => {
    const { world } = await paidWorld(1, { open: openDatabase })
    const { statement: before } = await uploadBytes(world, statement(18, 18, 0, [{ day: 18, ref: 'O', amount: 100 }]))
    const accountId = before?.accountId ?? ''
    const { statement: taken } = await uploadBytes(world, notification(nextDay))
    expect(taken).toMatchObject({ state: 'published', problem: null, linesNew: 1, accountId })
    expect(await first(world.ports.db, coveredDays({ accountId }))).toMatchObject({
      from: '2026-11-18',
      to: '2026-11-18',
    })
    const coverage = await readCoverage(world.ports, null)
    expect(coverage.find((one) => one.accountId === accountId)?.covered).toEqual({
      from: '2026-11-18',
      to: '2026-11-18',
    })
    const report = await readAccountReport(world.ports, accountId, {
      name: '2026-11-22',
      from: '2026-11-22',
      to: '2026-11-22',
    })
    expect(report?.notCovered).toEqual(['2026-11-22'])
    expect((await open(world)).map((one) => one.class)).not.toContain('balance_break')
    for (const file of [statement(19, 21, 100, []), statement(22, 22, 100, nextDay)]) {
      expect((await uploadBytes(world, file)).statement).toMatchObject({ state: 'published', problem: null })
    }
    expect((await open(world)).map((one) => one.class)).not.toContain('balance_break')
  })

  it('a report takes in what is booked and numbered, says what waits, and covers no day', async () => {
    const { world } = await paidWorld(1, { open: openDatabase })
    expect((await uploadBytes(world, statement(18, 18, 100, []))).statement?.state).toBe('published')
    const { statement: taken } = await uploadBytes(world, files.noon)
    // Two days lie between, on which no hole is seen: the statements of these days are yet to come.
    expect(taken).toMatchObject({ state: 'published', linesNew: 3, openingMinor: null, closingMinor: null })
    expect(JSON.parse(taken?.summary ?? '{}')).toMatchObject({ waiting: 1, rows: 3 })
    const accountId = taken?.accountId ?? ''
    expect(await first(world.ports.db, coveredDays({ accountId }))).toMatchObject({
      from: '2026-11-18',
      to: '2026-11-18',
    })
  })
})
