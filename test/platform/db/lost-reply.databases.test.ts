import { describe, expect, test } from 'vitest'
import { databases } from '../../support/databases/databases.ts'
import { losingOneReply } from '../../support/databases/lost-reply.ts'
import { everySampleRow, insertRow, sampleRow } from '../../support/databases/sample-rows.ts'

const step = insertRow(sampleRow('voucher_steps'))
const voucher = insertRow(sampleRow('vouchers'))
/** What a voucher leans on; later rows lean on the voucher. */
const before = everySampleRow
  .slice(
    0,
    everySampleRow.findIndex(({ table }) => table === 'voucher_steps'),
  )
  .map((row) => insertRow(row))
const read = { sql: 'select id, respondent_id, amount_minor from vouchers', values: [] }
const written = [{ id: 'voucher1', respondent_id: 'respondent1', amount_minor: 2000 }]

describe.each(databases)('$name', ({ openBound }) => {
  test('writes sent again after a lost reply are refused by their own id, and what they made is there once (row 12 of the fault table)', async () => {
    const { db, close } = await openBound()
    await db.together(...before)
    const losing = losingOneReply(db)
    await expect(losing.together(step, voucher)).rejects.toThrow('The reply was lost')
    expect(await losing.together(step, voucher)).toEqual({
      done: false,
      breach: { kind: 'unique', on: 'voucher_steps.voucher_id, voucher_steps.n' },
    })
    expect(await losing.read(read)).toEqual(written)
    await close()
  })

  test('closing first makes what was asked before, and then nothing more', async () => {
    const { db, again, close } = await openBound()
    const other = await again()
    const ids = Array.from({ length: 40 }, (_, i) => `audit ${i}`)
    const asked = ids.map((id) => other.together(insertRow(sampleRow('audit_entries'), { id })))
    await other.close()
    expect((await Promise.all(asked)).every((outcome) => outcome.done)).toBe(true)
    expect(await db.read({ sql: 'select count(*) as n from audit_entries', values: [] })).toEqual([{ n: 40 }])
    await other.close()
    await close()
  })
})

describe.each(databases.filter(({ name }) => name !== 'd1'))('$name', ({ open }) => {
  test('a closed database refuses to write', async () => {
    const { db, close } = await open()
    await close()
    await expect(db.together(insertRow(sampleRow('audit_entries')))).rejects.toThrow('The database is closed')
  })
})
