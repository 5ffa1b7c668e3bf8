/** A packed file is unpacked once: afterwards, nothing of what arrived is read again. */
import { expect, it } from 'vitest'
import { makeFile } from '../../../simulation/statements/make.ts'
import { paymentsFrom } from '../../../simulation/statements/movement.ts'
import { gzipped, zipped } from '../../../simulation/statements/pack.ts'
import { prepareQuery } from '../../../src/platform/db/together.ts'
import { piecesOf } from '../../../src/platform/files/bytes.ts'
import { xlsxFile } from '../../../src/platform/files/xlsx-write.ts'
import { csvMapping } from '../../../src/reconciliation/formats/csv/mapping.ts'
import { unpackFile } from '../../../src/reconciliation/formats/jobs.ts'
import { openFile } from '../../../src/reconciliation/formats/open-file.ts'
import type { StatementFormat } from '../../../src/reconciliation/formats/statement.ts'
import { keepingUnpacked, keptFile, pieceBytes } from '../../../src/reconciliation/statements/kept-file.ts'
import { receiveStatement, type UploadEnd } from '../../../src/reconciliation/statements/receive.ts'
import type { ImportProgress } from '../../../src/reconciliation/statements/statement.ts'
import { listStatements, noteProgress } from '../../../src/reconciliation/statements/store.ts'
import { stepStatement } from '../../../src/reconciliation/statements/work.ts'
import { sql } from '../../../src/reconciliation/tables.ts'
import { staffAs } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import type { World } from '../../support/world.ts'
import { asBytes } from '../formats/reading.ts'

type File = { bytes: Uint8Array; accountId: string } & Omit<UploadEnd, 'bytes'>

const movements = paymentsFrom(1, 6)
const made = async (
  format: StatementFormat,
  accountId: string,
  some = movements,
): Promise<File & { bytes: Uint8Array<ArrayBuffer> }> => {
  const { bytes, read } = await makeFile(format, some, { openingMinor: 10_000_000 })
  return { bytes, accountId, ...read }
}
const utf16 = (bytes: Uint8Array) => new Uint8Array(Buffer.from(`\ufeff${new TextDecoder().decode(bytes)}`, 'utf16le'))

const workbook = async (): Promise<File> => ({
  bytes: await xlsxFile(
    'Statement',
    [
      { header: 'Booked on', kind: 'day', width: 12 },
      { header: 'Reference', kind: 'text', width: 20 },
      { header: 'Amount', kind: 'amount', width: 12 },
    ],
    movements.map((_, n) => ['2026-02-14', `REF, ${n}`, `-${n + 1}.10`]),
  ),
  accountId: 'manual:HKD',
  claims: { rows: 6 },
  mapping: csvMapping.parse({
    delimiter: ',',
    day: { column: 'Booked on', format: 'YYYY-MM-DD' },
    amount: { by: 'sign', column: 'Amount', below: 'debit' },
    currency: { code: 'HKD' },
    key: 'Reference',
  }),
})

async function inZip(some: typeof movements): Promise<File> {
  const file = await made('camt053', 'manual:CNY', some)
  return { ...file, bytes: await zipped([{ name: asBytes('a.xml'), content: file.bytes }], true) }
}

const kinds: [string, () => Promise<File>][] = [
  [
    'gzip',
    async () => {
      const file = await made('wechat_fund_bill', 'wechat:CNY')
      return { ...file, bytes: await gzipped(file.bytes) }
    },
  ],
  ['ZIP', () => inZip(movements)],
  [
    'UTF-16',
    async () => {
      const file = await made('camt053', 'manual:CNY')
      return { ...file, bytes: utf16(file.bytes) }
    },
  ],
  ['a workbook', workbook],
]

async function statementOf(world: World) {
  const [statement] = await world.ports.db.read(listStatements.behind({ from: '~', limit: 1 }))
  if (statement === undefined) throw new Error('no statement')
  return statement
}

const dropArrived = prepareQuery((p: { upTo: number }) => sql.deleteFrom('statement_chunks').where('n', '<=', p.upTo))
const dropUnpacked = prepareQuery((p: { from: number }) => sql.deleteFrom('statement_chunks').where('n', '>', p.from))

forEachDatabase((_, open, once) => {
  once.each(kinds)('%s', async (_what, file) => {
    const world = await fresh({ open })
    const { db } = world.ports
    const received = await receiveStatement(world.ports, await staffAs(world, 'preparer'), await file())
    if (!('staged' in received)) throw new Error(received.refused)
    const id = received.statementId
    await stepStatement(world.ports, id, 1)
    const statement = await statementOf(world)
    const progress = JSON.parse(statement.checkpoint ?? '{}') as ImportProgress
    expect([progress.isUnpacked, progress.next]).toEqual([true, null])

    // Somebody who was at it at the same time comes to the very same pieces.
    const before = await rowsOf(world, 'statement_chunks')
    const opened = await openFile(keptFile(db, { id, bytes: statement.bytes }))
    if ('is' in opened) throw new Error(opened.why)
    const keep = keepingUnpacked(db, id)
    for await (const piece of piecesOf(opened.stream, pieceBytes)) await keep(piece)
    expect(await rowsOf(world, 'statement_chunks')).toEqual(before)

    await db.together(dropArrived({ upTo: statement.chunks }))
    for (let more = true; more; ) more = await stepStatement(world.ports, id, 1)
    const after = await statementOf(world)
    expect([after.state, after.problem, after.linesNew]).toEqual(['published', null, 6])
    expect(await rowsOf(world, 'statement_chunks')).toEqual([])
  })

  it('what is large inside is kept in several steps, each of which goes on behind what is kept', async () => {
    const world = await fresh({ open })
    const { offload } = world.ports
    const atOnce: number[] = []
    // A step keeps one piece here, and 128 otherwise.
    world.ports.offload = async (job, input, beside = {}) => {
      if (job.name !== unpackFile.name) return offload(job, input, beside)
      atOnce.push(0)
      const take: typeof beside.take = async (piece) => {
        atOnce.push((atOnce.pop() ?? 0) + 1)
        await beside.take?.(piece)
      }
      return offload(job, { ...input, most: 1 }, { ...beside, take })
    }
    const file = await inZip(paymentsFrom(1, 2_500))
    const received = await receiveStatement(world.ports, await staffAs(world, 'preparer'), file)
    if (!('staged' in received)) throw new Error(received.refused)
    // More rows than are in the bytes that a step of reading takes at first, so that it meets their end.
    for (let more = true; more; ) more = await stepStatement(world.ports, received.statementId, 3_000)
    const after = await statementOf(world)
    expect([after.state, after.problem, after.linesNew]).toEqual(['published', null, 2_500])
    expect(atOnce.length).toBeGreaterThan(1)
    expect(Math.max(...atOnce)).toBe(1)
  })

  once('where pieces of it are missing the step fails, and what was read so far is not taken for all', async () => {
    const world = await fresh({ open })
    const received = await receiveStatement(
      world.ports,
      await staffAs(world, 'preparer'),
      await inZip(paymentsFrom(1, 400)),
    )
    if (!('staged' in received)) throw new Error(received.refused)
    for (let steps = 0; steps < 2; steps += 1) await stepStatement(world.ports, received.statementId, 1)
    const before = await statementOf(world)
    await world.ports.db.together(dropUnpacked({ from: before.chunks }))
    await expect(stepStatement(world.ports, received.statementId, 1)).rejects.toThrow('missing')
    expect(await statementOf(world)).toMatchObject({ state: 'staging', rowsDone: before.rowsDone, problem: null })
  })

  once('a checkpoint of an earlier release, which unpacked at each step, goes on where it was', async () => {
    const world = await fresh({ open })
    const file = await inZip(paymentsFrom(1, 400))
    const received = await receiveStatement(world.ports, await staffAs(world, 'preparer'), file)
    if (!('staged' in received)) throw new Error(received.refused)
    const id = received.statementId
    for (let steps = 0; steps < 3; steps += 1) await stepStatement(world.ports, id, 1)
    const statement = await statementOf(world)
    const { isUnpacked: _, kept: __, ...older } = JSON.parse(statement.checkpoint ?? '{}') as ImportProgress
    expect(older.next?.lines).toBeGreaterThan(0)
    await world.ports.db.together(
      dropUnpacked({ from: statement.chunks }),
      noteProgress({ id, rowsDone: statement.rowsDone, checkpoint: JSON.stringify(older) }),
    )
    for (let more = true; more; ) more = await stepStatement(world.ports, id)
    const after = await statementOf(world)
    expect([after.state, after.linesNew]).toEqual(['published', 400])
  })
})
