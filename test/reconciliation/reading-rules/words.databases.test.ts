/** Words that are taught and unlearned: each change is a step, and of two at one moment none is lost. */
import { expect, it } from 'vitest'
import { effects } from '../../../src/app/approval-effects.ts'
import { proposeClosing } from '../../../src/reconciliation/exceptions/actions.ts'
import { csvMapping } from '../../../src/reconciliation/formats/csv/mapping.ts'
import type { MovementKind } from '../../../src/reconciliation/formats/statement.ts'
import { readRemembered } from '../../../src/reconciliation/reading-rules/remembered.ts'
import { proposeUnlearning } from '../../../src/reconciliation/reading-rules/words.ts'
import { decideProposal } from '../../../src/staff/approvals/actions.ts'
import { staffAs } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { open, uploadBytes } from '../../support/paid.ts'
import type { World } from '../../support/world.ts'
import { confirm } from '../exceptions/two-people.ts'

const accountId = 'manual:HKD'
const mapping = csvMapping.parse({
  delimiter: ',',
  day: { column: 'Date', format: 'YYYY-MM-DD' },
  amount: { by: 'sign', column: 'Amount', below: 'debit' },
  currency: { code: 'HKD' },
  key: 'Ref',
  type: 'Type',
})

let days = 12
/** A file of a new day, a line for each of these types. */
async function upload(world: World, types: readonly string[]) {
  days += 1
  const lines = types.map((type, i) => `2026-11-${days},${type},${i + 1}.00,A${days}${i}\n`)
  const bytes = new TextEncoder().encode(`Date,Type,Amount,Ref\n${lines.join('')}`)
  const { statement } = await uploadBytes(world, bytes, { accountId, mapping, claims: { rows: types.length } })
  expect(statement?.state).toBe('published')
}

async function teach(world: World, exceptionId: string, kind: MovementKind) {
  const preparer = await staffAs(world, 'preparer')
  const done = await proposeClosing(world.ports, preparer, exceptionId, { action: 'book', kind }, 'a top-up')
  if ('refused' in done) throw new Error(done.refused)
  return done.proposed
}

const kindsOf = async (world: World) => (await readRemembered(world.ports.db, accountId)).kinds

forEachDatabase((_, openDatabase, once) => {
  it('two words that are taught at one moment are both learned, and a word that is taught anew means that from then on', async () => {
    days = 12
    const world = await fresh({ open: openDatabase })
    await upload(world, ['Odd', 'Even', 'Even', 'Odd'])
    const exceptions = (await open(world)).toSorted((one, other) => one.amountMinor - other.amountMinor)
    const proposals = await Promise.all(
      (['topup', 'fee', 'other', 'topup'] as const).map((kind, i) => teach(world, exceptions[i]?.id ?? '', kind)),
    )
    const [odd, even, evenToo, oddToo] = proposals
    const both = await Promise.all([odd, even].map((id) => confirm(world, 'exception_closed', id ?? '')))
    expect(both).toEqual([{ decided: 'confirmed' }, { decided: 'confirmed' }])
    expect(await kindsOf(world)).toEqual({ Even: 'fee', Odd: 'topup' })
    world.wait(1)
    // What a word means already is not learned again; another meaning is a step of its own.
    expect(await confirm(world, 'exception_closed', oddToo ?? '')).toEqual({ decided: 'confirmed' })
    expect(await confirm(world, 'exception_closed', evenToo ?? '')).toEqual({ decided: 'confirmed' })
    expect(await kindsOf(world)).toEqual({ Even: 'other', Odd: 'topup' })
  })

  once('a word is unlearned by two people, once, and the next line that has it is an exception again', async () => {
    days = 12
    const world = await fresh({ open: openDatabase })
    await upload(world, ['Odd'])
    const [first] = await open(world)
    await confirm(world, 'exception_closed', await teach(world, first?.id ?? '', 'topup'))
    await upload(world, ['Odd'])
    expect(await open(world)).toEqual([])
    const preparer = await staffAs(world, 'preparer')
    expect(await proposeUnlearning(world.ports, preparer, accountId, 'Odd', ' ')).toEqual({ refused: 'note' })
    expect(await proposeUnlearning(world.ports, preparer, accountId, 'Even', 'no')).toEqual({ refused: 'moved_on' })
    const proposed = await proposeUnlearning(world.ports, preparer, accountId, 'Odd', 'It was a refund.')
    if ('refused' in proposed) throw new Error(proposed.refused)
    expect(await proposeUnlearning(world.ports, preparer, accountId, 'Odd', 'again')).toEqual({ refused: 'waiting' })
    const [row] = (await rowsOf(world, 'proposals')).filter(({ kind }) => kind === 'word_unlearned')
    expect(JSON.parse(String(row?.payload))).toEqual({
      accountId,
      word: 'Odd',
      kind: 'topup',
      before: 'topup',
      lines: 2,
    })
    const own = effects.word_unlearned?.effectOf
    if (own === undefined) throw new Error('no effect')
    expect(await decideProposal(world.ports, preparer, proposed.proposed, 'confirmed', own)).toEqual({
      refused: 'same_person',
    })
    world.wait(1)
    const twice = await Promise.all([1, 2].map(() => confirm(world, 'word_unlearned', proposed.proposed)))
    expect(twice.filter((one) => 'decided' in one)).toHaveLength(1)
    expect(await kindsOf(world)).toEqual({})
    await upload(world, ['Odd'])
    expect((await open(world)).map(({ class: name }) => name)).toEqual(['unknown_type'])
    world.wait(1)
    // It can be learned anew.
    const [again] = await open(world)
    await confirm(world, 'exception_closed', await teach(world, again?.id ?? '', 'return'))
    expect(await kindsOf(world)).toEqual({ Odd: 'return' })
    const audited = (await rowsOf(world, 'audit_entries')).map(({ action }) => action)
    expect(audited.filter((action) => String(action).startsWith('word.')).sort()).toEqual([
      'word.learned',
      'word.learned',
      'word.unlearned',
    ])
  })
})
