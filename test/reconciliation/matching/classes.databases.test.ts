/** Every class of what can be wrong is found, nothing else is, and when two people have closed it both books agree. */
import { expect, it } from 'vitest'
import { mistakeClasses, withMistakes } from '../../../simulation/statements/mistakes.ts'
import type { Action } from '../../../src/reconciliation/exceptions/exception.ts'
import type { Exception } from '../../../src/reconciliation/exceptions/store.ts'
import { sweepStatements } from '../../../src/reconciliation/statements/work.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { rowsOf } from '../../support/databases/fresh.ts'
import type { TestDatabase } from '../../support/databases/test-database.ts'
import { filledUp, floatOf, movementsOf, open, paidWorld, uploadStatement } from '../../support/paid.ts'
import { close } from '../exceptions/two-people.ts'
import { expectPromisesKept } from '../statements/promises.ts'

const day = 24 * 60

/** What is right for each class when it is closed. */
const actionOf: Record<Exception['class'], Action> = {
  missing_at_provider: 'reopen',
  missing_in_ledger: 'keep',
  amount_mismatch: 'book',
  duplicate: 'book',
  late: 'keep',
  state_conflict: 'settle',
  fee: 'keep',
  return_after_success: 'reopen',
  unknown_type: 'keep',
  balance_break: 'book',
  batch_mismatch: 'book',
}

/** One mistake of each class in a file of eleven payouts, one of which our books call failed. */
async function mistaken(openDatabase: TestDatabase['open']) {
  let sent = 0
  const { world, attempts } = await paidWorld(11, { open: openDatabase }, ({ what }) => {
    if (what === 'send') sent += 1
    return sent === 11 ? { state: 'failed', code: 'NO', reason: 'payee_not_found' } : { state: 'succeeded', code: null }
  })
  const failed = attempts.filter(({ state }) => state === 'failed')
  const paid = attempts.filter(({ state }) => state === 'succeeded')
  const all = movementsOf([...paid, ...failed])
  const each = Object.fromEntries(mistakeClasses.map((name) => [name, name === 'state_conflict' ? 0 : 1]))
  const { movements, shiftMinor, truth } = withMistakes(all.slice(0, paid.length), 3, each)
  const { statement } = await uploadStatement(
    world,
    [filledUp, ...movements, ...all.slice(paid.length)].toSorted(byTime),
    {
      openingMinor: shiftMinor,
    },
  )
  return { world, attempts, statement, truth, shiftMinor, failed }
}

const byTime = (one: { at: string }, other: { at: string }) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)

forEachDatabase((_, openDatabase, once) => {
  it('each mistake of a file is found once, and nothing else', async () => {
    const { world, attempts, statement, truth, shiftMinor, failed } = await mistaken(openDatabase)
    expect(statement?.state).toBe('published')
    world.wait(3 * day)
    await sweepStatements(world.ports)
    const found = (await open(world)).map((one) => {
      const { reference = null, line = null } = JSON.parse(one.detail)
      return { class: one.class, reference, line, amountMinor: one.amountMinor }
    })
    const expected = truth.map((one) => ({
      class: one.class,
      reference: one.class === 'missing_in_ledger' ? expect.stringMatching(/^X/) : one.reference,
      line: one.id,
      amountMinor:
        one.class === 'balance_break' ? shiftMinor : one.class === 'amount_mismatch' ? one.deltaMinor : one.amountMinor,
    }))
    const conflict = {
      class: 'state_conflict',
      reference: failed[0]?.reference,
      line: expect.any(String),
      amountMinor: failed[0]?.amount_minor,
    }
    expect(found).toHaveLength(10)
    expect(found).toEqual(expect.arrayContaining([...expected, conflict]))
    expect(attempts).toHaveLength(11)
    // Looking again finds nothing new.
    await sweepStatements(world.ports)
    expect(await open(world)).toHaveLength(10)
  })

  once('when two people have closed each of them, our books hold what the provider does', async () => {
    const { world, statement } = await mistaken(openDatabase)
    world.wait(3 * day)
    await sweepStatements(world.ports)
    expect(await floatOf(world)).not.toBe(statement?.closingMinor)
    for (const exception of await open(world)) await close(world, exception, actionOf[exception.class])
    expect(await open(world)).toEqual([])
    expect(await floatOf(world)).toBe(statement?.closingMinor)
    const [account] = await rowsOf(world, 'provider_accounts')
    expect(account?.stops).toBe(0)
    await expectPromisesKept(world)
  })
})
