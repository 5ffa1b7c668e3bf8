/** What a line without a known reference could be about is shown to people; that it is the only one is not said lightly. */
import { expect, it } from 'vitest'
import type { Movement } from '../../../simulation/statements/movement.ts'
import { proposeMatch } from '../../../src/reconciliation/exceptions/actions.ts'
import { matchDetails } from '../../../src/reconciliation/exceptions/shown/match.ts'
import { findCandidates } from '../../../src/reconciliation/matching/candidates.ts'
import { staffAs } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { rowsOf } from '../../support/databases/fresh.ts'
import type { TestDatabase } from '../../support/databases/test-database.ts'
import { filledUp, floatOf, movementsOf, open, paidWorld, uploadStatement } from '../../support/paid.ts'
import { close, confirm } from '../exceptions/two-people.ts'
import { expectAuditClean } from '../statements/promises.ts'

/** Two lines of what left for payouts whose references the provider has lost, two days apart. */
function lost(movement: Movement | undefined, id: string, days = 0): Movement {
  if (movement === undefined) throw new Error('no movement')
  const at = new Date(Date.parse(movement.at) + days * 86_400_000).toISOString()
  return { ...movement, id, providerId: id, reference: `X${id}`, at }
}

async function shown(openDatabase: TestDatabase['open'], payouts: number, ...lines: [string, number][]) {
  const { world, attempts } = await paidWorld(payouts, { open: openDatabase })
  const [movement] = movementsOf(attempts)
  world.wait(5 * 24 * 60)
  await uploadStatement(world, [filledUp, ...lines.map(([id, days]) => lost(movement, id, days))])
  const found = async () => {
    const exceptions = (await open(world)).filter((one) => one.class === 'missing_in_ledger')
    return Promise.all(exceptions.map((one) => findCandidates(world.ports, one, JSON.parse(one.detail))))
  }
  return { world, attempts, found }
}

forEachDatabase((_, openDatabase, once) => {
  it('one payout and one line for it are each other’s only one', async () => {
    const { attempts, found } = await shown(openDatabase, 1, ['71', 1])
    expect(await found()).toMatchObject([{ isOnly: true, attempts: [{ id: attempts[0]?.id }] }])
  })

  once('a payout that two lines could be about is the only one of neither, until one of them is decided', async () => {
    const { world, attempts, found } = await shown(openDatabase, 1, ['71', 0], ['72', 2])
    const only = { isOnly: false, attempts: [{ id: attempts[0]?.id }] }
    expect(await found()).toMatchObject([only, only])
    const [first] = (await open(world)).filter((one) => one.class === 'missing_in_ledger')
    if (first !== undefined) await close(world, first, 'book')
    expect(await found()).toMatchObject([{ ...only, isOnly: true }])
  })

  once('of two payouts neither is the only one, and one of another week is none', async () => {
    const { found } = await shown(openDatabase, 2, ['71', 1])
    expect(await found()).toMatchObject([{ isOnly: false, attempts: [{}, {}] }])
    const apart = await shown(openDatabase, 1, ['71', -8])
    expect(await apart.found()).toEqual([{ isOnly: false, begun: null, isBack: false, attempts: [] }])
  })

  it('of payouts of one amount the one whose reference begins as the line has it comes first', async () => {
    const { world, attempts } = await paidWorld(3, { open: openDatabase })
    const [, second] = movementsOf(attempts)
    world.wait(5 * 24 * 60)
    const foundFor = async (id: string, reference: string) => {
      const { statement } = await uploadStatement(world, [filledUp, { ...lost(second, id, 1), reference }])
      expect(statement?.state).toBe('published')
      const exceptions = (await open(world)).map((one) => [one, JSON.parse(one.detail)] as const)
      const [exception, detail] =
        exceptions.find(([one, about]) => one.class === 'missing_in_ledger' && about.reference === reference) ?? []
      return exception === undefined
        ? undefined
        : ([exception, await findCandidates(world.ports, exception, detail)] as const)
    }
    const ours = attempts[1]?.reference ?? ''
    const [exception, candidates] = (await foundFor('71', `PAY ${ours.slice(0, 16)}`)) ?? []
    expect(candidates).toMatchObject({
      isOnly: false,
      begun: attempts[1]?.id,
      attempts: [{ id: attempts[1]?.id }, {}, {}],
    })
    const attempt = attempts[1]?.id ?? ''
    const staff = await staffAs(world, 'preparer')
    expect(await proposeMatch(world.ports, staff, exception?.id ?? '', { attempt }, 'It begins so.')).toHaveProperty(
      'proposed',
    )
    const proposals = await rowsOf<{ kind: string; payload: string; subject: string }>(world, 'proposals')
    const proposal = proposals.find(({ kind }) => kind === 'match')
    const details = await matchDetails(world.ports, proposal ?? { payload: '{}', subject: '' }, 'en')
    expect(JSON.stringify(details)).toContain('the beginning of this payout’s reference and of no other’s')
  })

  it('a credit that has the beginning of a reference is matched as the return of that payout, which is asked about', async () => {
    const { world, attempts } = await paidWorld(2, { open: openDatabase })
    const [first] = movementsOf(attempts)
    const ours = attempts[0]?.reference ?? ''
    const back = {
      ...lost(first, '71', 1),
      direction: 'credit',
      kind: 'topup',
      reference: `RTN ${ours.slice(0, 16)}`,
    } as const
    world.wait(5 * 24 * 60)
    await uploadStatement(world, [filledUp, ...movementsOf(attempts), back])
    const float = await floatOf(world)
    const [exception] = await open(world)
    expect(exception).toMatchObject({ class: 'missing_in_ledger', amountMinor: 2_000 })
    const attempt = attempts[0]?.id ?? ''
    const seen = exception && (await findCandidates(world.ports, exception, JSON.parse(exception.detail)))
    expect(seen).toMatchObject({ begun: attempt, isBack: true, attempts: [{ id: attempt }] })
    const staff = await staffAs(world, 'preparer')
    const proposed = await proposeMatch(world.ports, staff, exception?.id ?? '', { attempt }, 'It begins so.')
    const proposals = await rowsOf<{ kind: string; payload: string; subject: string }>(world, 'proposals')
    const details = await matchDetails(world.ports, proposals[0] ?? { payload: '{}', subject: '' }, 'en')
    expect(JSON.stringify(details)).toContain('counts as having come back')
    await confirm(world, 'match', 'proposed' in proposed ? proposed.proposed : JSON.stringify(proposed))
    const [asked, another] = await open(world)
    expect([asked, another]).toMatchObject([{ class: 'return_after_success', amountMinor: 2_000 }, undefined])
    expect(await floatOf(world)).toBe(float - 2_000)
    if (asked !== undefined) await close(world, asked, 'reopen')
    expect(await open(world)).toEqual([])
    expect(await floatOf(world)).toBe(float)
    await expectAuditClean(world)
  })

  once.each([
    ['shorter than twelve characters', (ours: string) => ours.slice(0, 11)],
    ['that is nobody’s', (ours: string) => `${ours.slice(0, 15)}${ours[15] === 'Z' ? 'Y' : 'Z'}`],
    ['beside the beginning of another', (ours: string) => `${ours.slice(0, 16)} H0000000000000`],
  ])('the beginning of a reference %s says nothing', async (_what, cut) => {
    const { world, attempts } = await paidWorld(2, { open: openDatabase })
    const [movement] = movementsOf(attempts)
    world.wait(5 * 24 * 60)
    const reference = cut(attempts[0]?.reference ?? '')
    await uploadStatement(world, [filledUp, { ...lost(movement, '71', 1), reference }])
    const [exception] = (await open(world)).filter((one) => one.class === 'missing_in_ledger')
    if (exception === undefined) throw new Error('no exception')
    expect(await findCandidates(world.ports, exception, JSON.parse(exception.detail))).toMatchObject({
      isOnly: false,
      begun: null,
      attempts: [{}, {}],
    })
  })
})
