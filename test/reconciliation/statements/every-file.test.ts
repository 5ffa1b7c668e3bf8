/** Whatever a file holds, within a few steps it counts, is refused with its reason or taken back, and the next is read. */
import { describe, expect, it } from 'vitest'
import { type MakeOptions, makeFile } from '../../../simulation/statements/make.ts'
import type { Movement } from '../../../simulation/statements/movement.ts'
import { writtenMapping } from '../../../simulation/statements/write-csv.ts'
import { first } from '../../../src/platform/db/together.ts'
import { csvMapping } from '../../../src/reconciliation/formats/csv/mapping.ts'
import type { StatementFormat } from '../../../src/reconciliation/formats/statement.ts'
import { takeBackByHand } from '../../../src/reconciliation/statements/discard.ts'
import { receiveStatement, type UploadEnd } from '../../../src/reconciliation/statements/receive.ts'
import { statementById } from '../../../src/reconciliation/statements/store.ts'
import { stepStatement, sweepStatements } from '../../../src/reconciliation/statements/work.ts'
import { staffAs } from '../../support/claimed.ts'
import { fresh, interpose, rowsOf } from '../../support/databases/fresh.ts'
import { filledUp } from '../../support/paid.ts'
import type { World } from '../../support/world.ts'

type File = { bytes: Uint8Array; accountId: string } & Omit<UploadEnd, 'bytes'>

const accounts: { readonly [format in StatementFormat]: string } = {
  wechat_fund_bill: 'wechat:CNY',
  alipay_bill: 'alipay:CNY',
  tremendous: 'tremendous:USD',
  camt053: 'manual:CNY',
  camt054: 'manual:HKD',
  camt052: 'manual:USD',
  mt940: 'manual:EUR',
  mt942: 'manual:SGD',
  csv: 'manual:MOP',
}
const formats = Object.keys(accounts) as StatementFormat[]

let movements = 0

/** So many top-ups of one day, which no file has shown before. */
function topUps(format: StatementFormat, count = 3): Movement[] {
  return Array.from({ length: count }, (_, i) => {
    movements += 1
    const currency = accounts[format].slice(-3)
    return {
      ...filledUp,
      currency,
      id: `${filledUp.id}${movements}`,
      providerId: `${filledUp.providerId}${movements}`,
      at: `2026-11-22T02:00:0${i}.000Z`,
      amountMinor: 100,
    }
  })
}

async function fileOf(
  format: StatementFormat,
  movements: readonly Movement[],
  options: MakeOptions = {},
): Promise<File> {
  const { bytes, read } = await makeFile(format, movements, { openingMinor: 0, ...options })
  return { bytes, accountId: accounts[format], ...read }
}

const text = (content: string) => new TextEncoder().encode(content)

/** Takes a file in and makes its steps, at most so many. */
async function upload(world: World, file: File, rows: number, steps = 12) {
  const received = await receiveStatement(world.ports, await staffAs(world, 'preparer'), file)
  if (!('staged' in received)) throw new Error(JSON.stringify(received))
  let made = 0
  while (await stepStatement(world.ports, received.statementId, rows)) {
    made += 1
    if (made > steps)
      throw new Error(`It stands still: ${JSON.stringify(await statementOf(world, received.statementId))}`)
  }
  return { ...received, statement: await statementOf(world, received.statementId) }
}

async function statementOf(world: World, id: string) {
  const statement = await first(world.ports.db, statementById({ id }))
  if (statement === undefined) throw new Error('no statement')
  return statement
}

const whyOf = ({ problem }: { problem: string | null }) => (problem === null ? null : JSON.parse(problem).why)

interface Kind {
  why: string
  /** @param known lines that are published of the account */
  file: (format: StatementFormat, known: readonly Movement[]) => Promise<File>
  only?: StatementFormat[]
}

const noLine = (format: StatementFormat, claims: UploadEnd['claims'] = {}, openingMinor = 300) =>
  fileOf(format, [], { openingMinor }).then((file) => ({ ...file, claims: { ...file.claims, ...claims } }))
const dayOnly = (day: string) => ({ fromDay: day, toDay: day, rows: 0 })

/** What a file may hold, and what is said of it. */
const kinds: { [name: string]: Kind } = {
  'no line, and no day': { why: 'period', file: (format) => noLine(format), only: ['wechat_fund_bill', 'csv'] },
  'no line, of a day far from the others': {
    why: 'hole',
    file: (format) => noLine(format, dayOnly('2026-12-23')),
    only: ['wechat_fund_bill', 'csv', 'alipay_bill'],
  },
  'no line, and a balance that does not follow': {
    why: 'balance',
    file: (format) => noLine(format, { ...dayOnly('2026-11-23'), openingMinor: 77, closingMinor: 77 }, 77),
    only: ['wechat_fund_bill', 'camt053', 'csv'],
  },
  'nothing but lines of another currency': {
    why: 'currency',
    file: async (format) => ({
      ...(await fileOf(format, topUps(format))),
      // A wallet has none of another currency, so that somebody has taken a bank's.
      accountId: accounts[format].replace(/^(wechat|alipay):/, 'manual:').replace(/:.*/, ':GBP'),
    }),
  },
  'wrong totals at the very end': {
    why: 'totals',
    file: (format) => fileOf(format, topUps(format), { fault: 'totals' }),
    only: ['wechat_fund_bill', 'alipay_bill'],
  },
  'fewer lines than were announced': {
    why: 'claims',
    file: async (format) => ({ ...(await fileOf(format, topUps(format))), claims: { rows: 4 } }),
    only: ['wechat_fund_bill', 'alipay_bill', 'tremendous', 'csv'],
  },
  'a line twice': {
    why: 'duplicate_key',
    file: (format) => fileOf(format, topUps(format), { fault: 'duplicate_key' }),
    // Elsewhere equal lines are two.
    only: ['wechat_fund_bill', 'alipay_bill'],
  },
  'a line that says something else than before': {
    why: 'line_changed',
    file: (format, known) =>
      fileOf(
        format,
        [...topUps(format), ...known].map((one) => ({ ...one, amountMinor: one.amountMinor + 1 })),
      ),
    only: ['wechat_fund_bill', 'alipay_bill', 'csv'],
  },
}

const table = formats.flatMap((format) =>
  Object.entries(kinds)
    .filter(([, { only }]) => only?.includes(format) ?? true)
    .map(([name, kind]) => [format, name, kind] as const),
)

describe('a file is refused with its reason, and the next one of its account is read', () => {
  it.each(table)('%s: %s', async (format, _, { why, file }) => {
    const world = await fresh()
    const known = topUps(format)
    expect((await upload(world, await fileOf(format, known), 1_000)).statement.state).toBe('published')
    for (const rows of [1, 2, 1_000]) {
      const { statement, staged } = await upload(world, await file(format, known), rows)
      expect([staged, statement.state, whyOf(statement)]).toEqual([true, 'refused', why])
      const next = { ...(await fileOf(format, topUps(format, 1))), accountId: statement.accountId }
      const after = await upload(world, next, rows)
      const isOwn = statement.accountId === accounts[format]
      expect([after.staged, after.statement.state]).toEqual([true, isOwn ? 'published' : 'refused'])
    }
    // The file of a plain CSV is kept for a day: its columns can be said anew.
    world.wait(25 * 60)
    await sweepStatements(world.ports)
    expect(await rowsOf(world, 'statement_chunks')).toEqual([])
  })
})

describe('files as they were sent', () => {
  const csv = csvMapping.parse({
    delimiter: ',',
    day: { column: 'Date', format: 'DD/MM/YYYY' },
    amount: { by: 'sign', column: 'Amount', below: 'debit' },
    currency: { code: 'HKD' },
  })
  const emptyDay = [
    '\ufeff记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额（元）,账户结余（元）,资金变更提交申请人,备注,业务凭证号',
    '资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额',
    '`0,`0,`0.00,`0,`0.00',
    '',
  ].join('\r\n')
  const header = '"Date","Label","Currency","Amount"\n'

  it.each<[string, string, string, Omit<UploadEnd, 'bytes'>]>([
    ['the bill of a day on which nothing happened', 'period', 'wechat:CNY', {}],
    ['only the names of columns', 'period', 'manual:HKD', { mapping: csv, claims: { rows: 0 } }],
    ['only the names of columns, without a number of lines', 'unproved', 'manual:HKD', { mapping: csv }],
  ])('%s', async (name, why, accountId, options) => {
    const world = await fresh()
    const bytes = text(name.startsWith('the bill') ? emptyDay : header)
    for (const rows of [1, 1_000]) {
      const { statement, staged } = await upload(world, { bytes, accountId, ...options }, rows)
      expect([staged, statement.state, whyOf(statement)]).toEqual([true, 'refused', why])
    }
    const days = { fromDay: '2026-11-22', toDay: '2026-11-22', rows: 0 }
    const said2 = await upload(world, { bytes, accountId, ...options, claims: days }, 1)
    expect([said2.staged, said2.statement.state]).toEqual([true, 'published'])
  })
})

describe('a person takes a file back', () => {
  it.each([0, 1, 2, 3, 4, 5])('after %s steps, and the next file is read', async (before) => {
    const world = await fresh()
    const file = await fileOf('wechat_fund_bill', topUps('wechat_fund_bill'))
    const staff = await staffAs(world, 'preparer')
    const received = await receiveStatement(world.ports, staff, file)
    if (!('staged' in received)) throw new Error('not received')
    const id = received.statementId
    for (let step = 0; step < before; step += 1) await stepStatement(world.ports, id, 1)
    const counts = (await statementOf(world, id)).state === 'published'
    expect(await takeBackByHand(world.ports, staff, id)).toEqual(counts ? { refused: 'counts' } : { discarded: true })
    for (let steps = 0; await stepStatement(world.ports, id, 1); steps += 1) expect(steps).toBeLessThan(8)
    const { state, problem } = await statementOf(world, id)
    expect([state, problem === null]).toEqual(counts ? ['published', true] : ['discarded', false])
    expect(
      (await upload(world, await fileOf('wechat_fund_bill', topUps('wechat_fund_bill')), 1_000)).statement.state,
    ).toBe('published')
    expect(await takeBackByHand(world.ports, staff, 'statement_none')).toEqual({ refused: 'not_found' })
  })

  it('keeps the reason of one that is being refused, and leaves one that is over', async () => {
    const world = await fresh()
    const staff = await staffAs(world, 'preparer')
    const file = await fileOf('wechat_fund_bill', topUps('wechat_fund_bill'), { fault: 'totals' })
    const received = await receiveStatement(world.ports, staff, file)
    if (!('staged' in received)) throw new Error('not received')
    const id = received.statementId
    while (whyOf(await statementOf(world, id)) === null) await stepStatement(world.ports, id, 1)
    expect(await takeBackByHand(world.ports, staff, id)).toEqual({ discarded: true })
    for (let steps = 0; await stepStatement(world.ports, id, 1); steps += 1) expect(steps).toBeLessThan(8)
    const statement = await statementOf(world, id)
    expect([statement.state, whyOf(statement)]).toEqual(['refused', 'totals'])
    expect(await takeBackByHand(world.ports, staff, id)).toEqual({ refused: 'over' })
  })
})

describe('the program fails at a file', () => {
  it('which is refused as its fault, and neither holds up the account nor the other files', async () => {
    const world = await fresh()
    const real = world.ports.db
    interpose(world, (db) => ({
      ...db,
      async together(...writes) {
        const isLine = writes.some(({ sql }) => /insert into "?statement_lines/.test(sql))
        return isLine ? { done: false, breach: { kind: 'check', on: 'statement_lines_odd' } } : db.together(...writes)
      },
    }))
    const received = await receiveStatement(
      world.ports,
      await staffAs(world, 'preparer'),
      await fileOf('wechat_fund_bill', topUps('wechat_fund_bill')),
    )
    if (!('staged' in received)) throw new Error('not received')
    const id = received.statementId
    await expect(stepStatement(world.ports, id, 1)).rejects.toThrow('statement_lines_odd')
    world.ports.db = real
    while (await stepStatement(world.ports, id, 1)) expect(whyOf(await statementOf(world, id))).toBe('program')
    const { state, problem } = await statementOf(world, id)
    expect([state, JSON.parse(problem ?? '')]).toEqual([
      'refused',
      { line: 0, why: 'program', detail: 'check statement_lines_odd' },
    ])
  })

  it('unless it may go better at the next try', async () => {
    const world = await fresh()
    const real = world.ports.db
    const received = await receiveStatement(
      world.ports,
      await staffAs(world, 'preparer'),
      await fileOf('csv', topUps('csv')),
    )
    if (!('staged' in received)) throw new Error('not received')
    interpose(world, (db) => ({
      ...db,
      async together() {
        throw new Error('The database is away.')
      },
    }))
    await expect(stepStatement(world.ports, received.statementId)).rejects.toThrow('away')
    world.ports.db = real
    while (await stepStatement(world.ports, received.statementId)) expect(writtenMapping.headerRow).toBe(3)
    expect((await statementOf(world, received.statementId)).state).toBe('published')
  })
})
