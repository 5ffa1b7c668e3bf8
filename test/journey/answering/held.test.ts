/** Each door has its policy: a voucher at once, or one that waits for a person. */
import { describe, expect, it } from 'vitest'
import type { DoorPolicy } from '../../../schema/tables.ts'
import { invite } from '../../../src/survey/respondents/actions.ts'
import { fillUpTo, ready, screening, send, textOf } from '../../support/begun.ts'
import { balances, expectBooksToBalance } from '../../support/books.ts'
import { fresh, reward, rowsOf } from '../../support/databases/fresh.ts'
import { Student } from '../../support/student.ts'

async function throughBothDoors(openLinkPolicy: DoorPolicy, invitationPolicy: DoorPolicy) {
  const world = await fresh({ study: (study) => ({ ...study, openLinkPolicy, invitationPolicy }) })
  const { student: walkedIn, last } = await ready(world, { seed: 1 })
  await send(walkedIn, 'last', last)
  const invited = new Student(world, 2)
  await invited.post(`/i/${await invite(world.ports, world.study.id, '2026-12-31T00:00:00.000Z')}`)
  await invited.start()
  await send(invited, 'screening', screening())
  await send(invited, 'last', await fillUpTo(invited, 'last', { Q30: 2001 }))
  return { world, walkedIn, invited }
}

const states = { issue: 'issued', check: 'issued', hold: 'held' } as const
const names = { issue: 'Ready to claim', check: 'Ready to claim', hold: 'Under review' } as const

describe('a door that holds', () => {
  it.each<[DoorPolicy, DoorPolicy]>([
    ['issue', 'issue'],
    ['issue', 'hold'],
    ['hold', 'issue'],
    ['hold', 'hold'],
  ])('does so for those who came through it: open link %s, invitation %s', async (openLink, invitation) => {
    const { world, walkedIn, invited } = await throughBothDoors(openLink, invitation)
    const vouchers = await rowsOf(world, 'vouchers')
    const stateOf = (student: Student) => vouchers.find((row) => row.respondent_id === student.respondentId)?.state
    expect(stateOf(walkedIn)).toBe(states[openLink])
    expect(stateOf(invited)).toBe(states[invitation])
    expect(textOf((await walkedIn.open('/s/study-abroad/voucher')).html)).toContain(names[openLink])
    expect(textOf((await invited.open('/s/study-abroad/voucher')).html)).toContain(names[invitation])

    // The money of both is owed, or the balances would tell which door holds whom.
    const balance = (await balances(world)).find((it) => it.reserved + it.liability > 0)
    expect(balance).toMatchObject({ reserved: 0, liability: 2 * reward })
    await expectBooksToBalance(world)
  })

  it('says so on the voucher page, and what was not accepted is not called issued', async () => {
    const { world, walkedIn } = await throughBothDoors('hold', 'issue')
    const [held] = (await rowsOf<{ id: string; state: string }>(world, 'vouchers')).filter(
      (row) => row.state === 'held',
    )
    const pageText = textOf((await walkedIn.open('/s/study-abroad/voucher')).html)
    expect(pageText).toContain('A person reviews your answers')
    expect(pageText).not.toMatch(/voucher is yours|Your voucher|issued|can claim/)
    const { db, clock } = world.ports
    const outcome = await db.together(
      {
        sql: "insert into voucher_steps (voucher_id, n, state, n_before, state_before, move, at) values (?, 2, 'rejected', 1, 'held', 'held>rejected', ?)",
        values: [held?.id ?? '', clock.now()],
      },
      { sql: "update vouchers set n = 2, state = 'rejected' where id = ?", values: [held?.id ?? ''] },
    )
    expect(outcome.done).toBe(true)
    const text = textOf((await walkedIn.open('/s/study-abroad/voucher')).html)
    expect(text).toContain('Not accepted')
    expect(text).not.toContain('Ready to claim')
  })
})
