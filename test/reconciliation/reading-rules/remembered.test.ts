/** What is remembered of an account: only what has read a file that counts, and no word where there is none. */
import { expect, it } from 'vitest'
import { first } from '../../../src/platform/db/together.ts'
import { closing } from '../../../src/reconciliation/exceptions/close.ts'
import { exceptionById } from '../../../src/reconciliation/exceptions/store.ts'
import { csvMapping } from '../../../src/reconciliation/formats/csv/mapping.ts'
import { readRemembered } from '../../../src/reconciliation/reading-rules/remembered.ts'
import { fresh } from '../../support/databases/fresh.ts'
import { open, uploadBytes } from '../../support/paid.ts'

const accountId = 'manual:HKD'
const bytes = (text: string) => new TextEncoder().encode(text)
const header = 'Date,Description,Amount,Ref'
const file = (n: number, names = header) => bytes(`${names}\n${12 + n}/11/2026,TRF H${n},-22.00,A${n}\n`)

const mapping = (format: 'DD/MM/YYYY' | 'MM/DD/YYYY', type: string | null = null) =>
  csvMapping.parse({
    delimiter: ',',
    day: { column: 'Date', format },
    amount: { by: 'sign', column: 'Amount', below: 'debit' },
    currency: { code: 'HKD' },
    key: 'Ref',
    type,
  })
const rows = { claims: { rows: 1 } }

it('a mapping that was refused is not remembered, and the columns are asked for again', async () => {
  const world = await fresh()
  const wrong = await uploadBytes(world, file(1), { accountId, mapping: mapping('MM/DD/YYYY'), ...rows })
  expect(wrong.statement?.state).toBe('refused')
  expect(await readRemembered(world.ports.db, accountId)).toEqual({ csv: [], kinds: {} })
  expect((await uploadBytes(world, file(1), { accountId, ...rows })).received).toMatchObject({
    refused: 'which_columns',
  })
  const right = await uploadBytes(world, file(1), { accountId, mapping: mapping('DD/MM/YYYY'), ...rows })
  expect(right.statement?.state).toBe('published')
  expect((await uploadBytes(world, file(2), { accountId, ...rows })).statement?.state).toBe('published')
})

it.each(['Date,Details,Amount,Ref', 'Date,Description,Amount,Ref,', 'Description,Date,Amount,Ref'])(
  'a file with other columns asks again: %s',
  async (names) => {
    const world = await fresh()
    await uploadBytes(world, file(1), { accountId, mapping: mapping('DD/MM/YYYY'), ...rows })
    const other = await uploadBytes(world, file(2, names), { accountId, ...rows })
    expect(other.received).toMatchObject({ refused: 'which_columns' })
  },
)

it.each([
  ['', {}],
  ['  ', {}],
  ['Odd', { Odd: 'topup' }],
])('a type is learned when there is one: "%s"', async (word, kinds) => {
  const world = await fresh()
  const content = bytes(`Date,Type,Amount,Ref\n13/11/2026,${word},22.00,A1\n`)
  await uploadBytes(world, content, { accountId, mapping: mapping('DD/MM/YYYY', 'Type'), ...rows })
  const [found] = await open(world)
  expect(found?.class).toBe('unknown_type')
  const exception = await first(world.ports.db, exceptionById({ id: found?.id ?? '' }))
  if (exception === undefined) throw new Error('no exception')
  const writes = await closing(world.ports, exception, { action: 'book', kind: 'topup' }, 'staff_1', 'A top-up')
  if ('refused' in writes) throw new Error(writes.refused)
  expect((await world.ports.db.together(...writes)).done).toBe(true)
  expect((await readRemembered(world.ports.db, accountId)).kinds).toEqual(kinds)
})
