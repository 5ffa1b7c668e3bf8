/** Files that make matching slow, and not reading: what is asked of the database grows with their lines and no faster. */
import { expect, it } from 'vitest'
import { rematchBatches } from '../../../src/reconciliation/matching/again/batches.ts'
import { receiveStatement } from '../../../src/reconciliation/statements/receive.ts'
import { sweepStatements } from '../../../src/reconciliation/statements/work.ts'
import { staffAs } from '../../support/claimed.ts'
import { interpose, rowsOf } from '../../support/databases/fresh.ts'
import { finishWork } from '../../support/finish-work.ts'
import { uploadBytes } from '../../support/paid.ts'
import { type BankBatch, type Booked, bankAccount, bankBatch, part, statement } from './bank-batch.ts'

const day = '2026-11-23'
const opening = 2_000_000

const lines = (count: number, of: (n: number) => Omit<Booked, 'day'>) =>
  Array.from({ length: count }, (_, n): Booked => ({ day, ...of(n) }))
const named = (minor: number, reference = '') => part(minor, `<EndToEndId>${reference}</EndToEndId>`)

/** Of so many lines, the files that come one after the other. */
type Files = (count: number, batch: BankBatch) => Uint8Array[]

const hostile: [what: string, queriesALine: number, files: Files][] = [
  [
    'one reference in every line',
    1,
    (count, { attempts: [one] }) => [
      statement(
        day,
        day,
        opening,
        lines(count, (n) => ({ minor: -2_000, ref: `R${n}`, details: named(-2_000, one?.reference) })),
      ),
    ],
  ],
  [
    'one batch in every debit, and in every credit',
    1,
    (count, { paymentId }) => {
      const details = `<Btch><PmtInfId>${paymentId}</PmtInfId></Btch>`
      return [
        statement(day, day, opening, [
          ...lines(count, (n) => ({ minor: -2_100 - (n % 7), ref: `R${n}`, details })),
          ...lines(count, (n) => ({ minor: 2_100 + (n % 7), ref: `C${n}`, details })),
        ]),
      ]
    },
  ],
  [
    'a statement that corrects one that corrects one',
    4,
    (count) =>
      [1, 2, 3].map((time) =>
        statement(
          day,
          day,
          opening,
          lines(count, (n) => ({ minor: -100 - time - (n % 9), ref: `${time}-${n}` })),
          {
            at: `2026-11-24T0${time}:00:00`,
          },
        ),
      ),
  ],
  [
    'a top-up that lists beginnings of references, and all of ours',
    1,
    (count, { attempts }) => {
      const cut = (n: number) => `H${String(n).padStart(13, '0')}`
      const all = [
        ...attempts.map(({ reference }) => reference),
        ...Array.from({ length: 3 * count }, (_, n) => cut(n)),
      ]
      const details = named(1_000, cut(1)).replace(
        '</TxDtls>',
        `<RmtInf><Ustrd>${all.join(' ')}</Ustrd></RmtInf></TxDtls>`,
      )
      return [
        statement(day, day, opening, [
          { day, minor: 1_000, ref: 'T', code: 'XTND/NTAV/NTAV', details },
          ...lines(count, (n) => ({
            minor: 1_000 + n,
            ref: `T${n}`,
            code: 'XTND/NTAV/NTAV',
            details: named(1_000 + n, cut(n)),
          })),
        ]),
      ]
    },
  ],
]

/** How many queries are made of the database, and how many rows it gives. */
async function asked(count: number, files: Files) {
  const batch = await bankBatch(2)
  const { world } = batch
  const counted = { queries: 0, rows: 0 }
  interpose(world, (db) => ({
    ...db,
    read: async (query) => {
      const rows = await db.read(query)
      counted.queries += 1
      counted.rows += rows.length
      return rows
    },
  }))
  const staff = await staffAs(world, 'preparer')
  for (const bytes of files(count, batch)) {
    const done = await receiveStatement(world.ports, staff, { accountId: null, bytes })
    if (!('staged' in done)) throw new Error(JSON.stringify(done))
    await finishWork(world.ports, done.statementId, 50)
  }
  await sweepStatements(world.ports)
  return counted
}

it.each(hostile)('%s', async (_, queriesALine, files) => {
  const one = await asked(100, files)
  const [two, four] = [await asked(200, files), await asked(400, files)]
  expect(four.queries - two.queries).toBeLessThanOrEqual(200 * queriesALine)
  // What is in each of them once does not count; were each line held against all before it, it would be four times as much.
  expect(four.queries - two.queries).toBeLessThanOrEqual(3 * (two.queries - one.queries))
  expect(four.rows - two.rows).toBeLessThanOrEqual(3 * (two.rows - one.rows))
})

it('of many lines that name one batch a run looks at some, and runs of other times at all others', async () => {
  const batch = await bankBatch(2)
  const { world } = batch
  const details = `<Btch><PmtInfId>${batch.paymentId}</PmtInfId></Btch>`
  const booked = lines(60, (n) => ({ minor: -2_100 - n, ref: `R${n}`, details }))
  await uploadBytes(world, statement(day, day, opening, booked))
  const ofRuns: string[][] = []
  interpose(world, (db) => ({
    ...db,
    read: (query) => {
      if (query.sql.includes('from exceptions where id in')) ofRuns.push(query.values.map(String))
      return db.read(query)
    },
  }))
  for (let run = 0; run < 30; run += 1) {
    await rematchBatches(world.ports, { accountId: bankAccount, provider: 'manual', currency: 'CNY' }, 20)
    world.wait(1)
  }
  expect(ofRuns.map((ids) => ids.length)).toEqual(Array(30).fill(20))
  expect(new Set(ofRuns.flat()).size).toBe(60)
})

it('of a statement with more lines than are read at once all are gone that the corrected one leaves out', async () => {
  const { world } = await bankBatch(1)
  const staff = await staffAs(world, 'preparer')
  const before = lines(1_100, (n) => ({ minor: -100 - (n % 9), ref: `S${n}` }))
  const left = new Set([3, 1_050, 1_099])
  const after = [...before.filter((_, n) => !left.has(n)), ...lines(1, () => ({ minor: -77, ref: 'new' }))]
  for (const [hour, booked] of [before, after].entries()) {
    const bytes = statement(day, day, opening, booked, { at: `2026-11-24T0${hour}:00:00` })
    const done = await receiveStatement(world.ports, staff, { accountId: null, bytes })
    if (!('staged' in done)) throw new Error(JSON.stringify(done))
    await finishWork(world.ports, done.statementId)
  }
  const carried = await rowsOf<{ line_key: string; carried_by: string | null }>(world, 'statement_lines')
  const gone = carried.filter(({ carried_by }) => carried_by !== null).map(({ line_key }) => line_key.split('|')[0])
  expect(gone.toSorted()).toEqual([...left].map((n) => `S${n}`).toSorted())
})
