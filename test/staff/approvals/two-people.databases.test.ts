/** What takes two people takes two, on every database and however they race. */
import { describe, expect, it } from 'vitest'
import type { Role } from '../../../schema/tables.ts'
import { calendarEffect, proposeDay, proposeYear } from '../../../src/rewards/calendar/actions.ts'
import type { YearEdit } from '../../../src/rewards/calendar/edit.ts'
import { forgetCalendars, loadCalendar } from '../../../src/rewards/calendar/store.ts'
import { findOrAddStaff } from '../../../src/staff/accounts/actions.ts'
import { decideProposal, propose } from '../../../src/staff/approvals/actions.ts'
import type { EffectOf } from '../../../src/staff/approvals/proposal.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { interpose, rowsOf, shared } from '../../support/databases/fresh.ts'
import { losingOneReply } from '../../support/databases/lost-reply.ts'
import type { World } from '../../support/world.ts'

const nothing: EffectOf = async () => []
const never: EffectOf = () => Promise.reject(new Error('Only confirming has an effect.'))

async function person(world: World, name: string, role: Role) {
  const staff = await findOrAddStaff(world.ports, { name, role })
  if ('refused' in staff) throw new Error(staff.refused)
  return staff
}

async function people(world: World) {
  return { omar: await person(world, 'Omar', 'preparer'), ada: await person(world, 'Ada', 'approver') }
}

let subjects = 0
async function proposed(world: World, staff: { id: string }): Promise<string> {
  const subject = `subject ${++subjects}`
  const made = await propose(world.ports, staff, { kind: 'claim_released', subject, payload: {}, reason: 'why' })
  if ('refused' in made) throw new Error(made.refused)
  return made.proposed
}

async function decisionOf(world: World, id: string) {
  const rows = await rowsOf(world, 'decisions')
  const proposal = (await rowsOf(world, 'proposals')).find((row) => row.id === id)
  return { decided: proposal?.decided, decisions: rows.filter((row) => row.proposal_id === id) }
}

async function auditOf(world: World, subject: string) {
  const rows = await rowsOf(world, 'audit_entries')
  return rows.filter((row) => row.subject === subject).map(({ actor, action }) => ({ actor, action: String(action) }))
}

forEachDatabase((_, open, once) => {
  const share = shared({ open, now: '2026-02-02T02:00:00.000Z' })

  describe('a proposal', () => {
    it('is confirmed by another person, once, and the audit trail names both', async () => {
      const world = share()
      const { omar, ada } = await people(world)
      const id = await proposed(world, omar)
      expect(await decideProposal(world.ports, omar, id, 'confirmed', nothing)).toEqual({ refused: 'same_person' })
      expect(await decideProposal(world.ports, omar, id, 'declined', never)).toEqual({ refused: 'same_person' })
      expect(await decideProposal(world.ports, ada, id, 'withdrawn', never)).toEqual({ refused: 'not_yours' })
      expect(await decisionOf(world, id)).toEqual({ decided: 0, decisions: [] })
      expect(await decideProposal(world.ports, ada, id, 'confirmed', nothing)).toEqual({ decided: 'confirmed' })
      expect(await decideProposal(world.ports, ada, id, 'confirmed', nothing)).toEqual({ refused: 'decided' })
      expect(await decideProposal(world.ports, omar, id, 'withdrawn', never)).toEqual({ refused: 'decided' })
      expect(await decisionOf(world, id)).toMatchObject({
        decided: 1,
        decisions: [{ verdict: 'confirmed', proposed_by: omar.id, decided_by: ada.id }],
      })
      const byAction = (await auditOf(world, id)).sort((a, b) => (a.action < b.action ? -1 : 1))
      expect(byAction).toEqual([
        { actor: ada.id, action: 'proposal.confirmed' },
        { actor: omar.id, action: 'proposal.made' },
      ])
    })

    once('is declined, or withdrawn by who made it, without any effect', async () => {
      const world = share()
      const { omar, ada } = await people(world)
      const [declined, withdrawn] = [await proposed(world, omar), await proposed(world, omar)]
      expect(await decideProposal(world.ports, ada, declined, 'declined', never)).toEqual({ decided: 'declined' })
      expect(await decideProposal(world.ports, omar, withdrawn, 'withdrawn', never)).toEqual({ decided: 'withdrawn' })
      expect(await decideProposal(world.ports, ada, 'none', 'declined', never)).toEqual({ refused: 'not_found' })
    })

    it('waits alone: another about the same subject is refused until it is decided', async () => {
      const world = share()
      const { omar, ada } = await people(world)
      const what = { kind: 'voucher_voided', subject: 'voucher', payload: { n: 1 }, reason: 'why' } as const
      const made = await Promise.all(Array.from({ length: 5 }, () => propose(world.ports, omar, what)))
      const ids = made.flatMap((one) => ('proposed' in one ? [one.proposed] : []))
      expect(ids).toHaveLength(1)
      expect(made.filter((one) => 'refused' in one && one.refused === 'waiting')).toHaveLength(4)
      expect(await propose(world.ports, omar, { ...what, kind: 'voucher_reissued' })).toHaveProperty('proposed')
      await decideProposal(world.ports, ada, ids[0] ?? '', 'declined', never)
      expect(await propose(world.ports, omar, what)).toHaveProperty('proposed')
    })

    it('is decided by the database alone: no read can let its proposer confirm', async () => {
      const world = share()
      const { omar } = await people(world)
      const id = await proposed(world, omar)
      const outcome = await world.ports.db.together({
        sql: `insert into decisions (proposal_id, verdict, proposed_by, decided_by, at) values (?, 'confirmed', ?, ?, 't')`,
        values: [id, omar.id, omar.id],
      })
      expect(outcome).toEqual({ done: false, breach: { kind: 'check', on: 'decisions_by_another' } })
      const another = await world.ports.db.together({
        sql: `insert into decisions (proposal_id, verdict, proposed_by, decided_by, at) values (?, 'confirmed', ?, ?, 't')`,
        values: [id, 'somebody', omar.id],
      })
      expect(another).toEqual({ done: false, breach: { kind: 'reference', on: null } })
    })
  })

  describe('of those who decide at the same time', () => {
    it('two approvers, one confirms, and its effect is written once', async () => {
      const world = share()
      const { omar, ada } = await people(world)
      const bea = await person(world, 'Bea', 'approver')
      for (let round = 0; round < 5; round++) {
        const id = await proposed(world, omar)
        const effect: EffectOf = async () => [note(world, `effect ${id}`)]
        const outcomes = await Promise.all([
          decideProposal(world.ports, ada, id, 'confirmed', effect),
          decideProposal(world.ports, bea, id, 'confirmed', effect),
        ])
        expect(outcomes).toContainEqual({ decided: 'confirmed' })
        expect(outcomes).toContainEqual({ refused: 'decided' })
        expect(await auditOf(world, `effect ${id}`)).toHaveLength(1)
        expect((await decisionOf(world, id)).decisions).toHaveLength(1)
      }
    })

    it('one who confirms and one who withdraws, the effect is there only if it was confirmed', async () => {
      const world = share()
      const { omar, ada } = await people(world)
      for (let round = 0; round < 5; round++) {
        const id = await proposed(world, omar)
        const effect: EffectOf = async () => [note(world, `effect ${id}`)]
        const outcomes = await Promise.all([
          decideProposal(world.ports, ada, id, 'confirmed', effect),
          decideProposal(world.ports, omar, id, 'withdrawn', never),
        ])
        expect(outcomes.filter((one) => 'decided' in one)).toHaveLength(1)
        expect(outcomes).toContainEqual({ refused: 'decided' })
        const [decision] = (await decisionOf(world, id)).decisions
        const written = await auditOf(world, `effect ${id}`)
        expect(written).toHaveLength(decision?.verdict === 'confirmed' ? 1 : 0)
      }
    })
  })

  describe('an effect', () => {
    it('that a constraint refuses leaves no decision, and the proposal waits on', async () => {
      const world = share()
      const { omar, ada } = await people(world)
      const id = await proposed(world, omar)
      // Somebody of that name is there.
      const clash: EffectOf = async () => [
        note(world, `effect ${id}`),
        { sql: `insert into staff (id, name, role, created_at) values (?, 'Omar', 'preparer', 't')`, values: [id] },
      ]
      expect(await decideProposal(world.ports, ada, id, 'confirmed', clash)).toEqual({ refused: 'moved_on' })
      expect(await decisionOf(world, id)).toEqual({ decided: 0, decisions: [] })
      expect(await auditOf(world, `effect ${id}`)).toEqual([])
      const refusing: EffectOf = async () => ({ refused: 'too_late' })
      expect(await decideProposal(world.ports, ada, id, 'confirmed', refusing)).toEqual({ refused: 'too_late' })
      expect(await decideProposal(world.ports, ada, id, 'declined', never)).toEqual({ decided: 'declined' })
    })

    it('whose reply was lost is there once, and deciding again says that it is decided', async () => {
      const world = share()
      const { omar, ada } = await people(world)
      const id = await proposed(world, omar)
      const effect: EffectOf = async () => [note(world, `effect ${id}`)]
      interpose(world, losingOneReply)
      await expect(decideProposal(world.ports, ada, id, 'confirmed', effect)).rejects.toThrow()
      expect(await decideProposal(world.ports, ada, id, 'confirmed', effect)).toEqual({ refused: 'decided' })
      expect(await auditOf(world, `effect ${id}`)).toHaveLength(1)
    })
  })

  describe('a day of the calendar', () => {
    it('is changed by two people, by another row that counts from then on', async () => {
      const world = share()
      const { omar, ada } = await people(world)
      const wanted = { calendar: 'cn', day: '2026-03-04', kind: 'closed', slow: false } as const
      const made = await proposeDay(world.ports, omar, wanted, 'a storm')
      if ('refused' in made) throw new Error(String(made.refused))
      expect((await load(world)).day('2026-03-04')).toMatchObject({ kind: 'working', n: 1 })
      expect(await proposeDay(world.ports, omar, wanted, 'a storm')).toEqual({ refused: 'waiting' })
      expect(await decideProposal(world.ports, ada, made.proposed, 'confirmed', calendarEffect)).toEqual({
        decided: 'confirmed',
      })
      expect((await load(world)).day('2026-03-04')).toEqual({ day: '2026-03-04', n: 2, kind: 'closed', slow: false })
      const rows = (await rowsOf(world, 'calendar_days')).filter(
        (row) => row.calendar_id === 'cn' && row.day === '2026-03-04',
      )
      expect(rows.sort((a, b) => Number(a.n) - Number(b.n))).toMatchObject([
        { n: 1, open: 1 },
        { n: 2, open: 0, source: 'a storm', proposal_id: made.proposed },
      ])
      expect(await proposeDay(world.ports, omar, wanted, 'again')).toEqual({ refused: 'same' })
    })

    once('may be today, and never a day before or one of a year that is not published', async () => {
      const world = share()
      const { omar } = await people(world)
      const close = (day: string) =>
        proposeDay(world.ports, omar, { calendar: 'cn', day, kind: 'closed', slow: false }, 'why')
      expect(await close('2026-02-01')).toEqual({ refused: 'past' })
      expect(await close('2026-02-02')).toHaveProperty('proposed')
      expect(await close('2027-01-05')).toEqual({ refused: 'not_published' })
    })

    once('that went by while the change waited stays as it was', async () => {
      const world = share()
      const { omar, ada } = await people(world)
      const wanted = { calendar: 'cn', day: '2026-02-02', kind: 'rest', slow: false } as const
      const waiting = (await rowsOf(world, 'proposals')).find((row) => row.subject === 'cn:2026-02-02')
      const made = waiting ? { proposed: String(waiting.id) } : await proposeDay(world.ports, omar, wanted, 'why')
      if ('refused' in made) throw new Error(String(made.refused))
      const later = { ...world.ports, clock: { now: () => '2026-02-02T16:00:00.000Z' } }
      expect(await decideProposal(later, ada, made.proposed, 'confirmed', calendarEffect)).toEqual({ refused: 'past' })
      expect((await load(world)).day('2026-02-02')).toMatchObject({ n: 1, kind: 'working' })
    })

    it('that somebody else changed in between is not changed over it', async () => {
      const world = share()
      const { omar, ada } = await people(world)
      const wanted = { calendar: 'cn', day: '2026-03-05', kind: 'closed', slow: false } as const
      const made = await proposeDay(world.ports, omar, wanted, 'why')
      if ('refused' in made) throw new Error(String(made.refused))
      await world.ports.db.together({
        sql: `insert into calendar_days (calendar_id, day, n, year, kind, slow, open, source, proposal_id) values ('cn', '2026-03-05', 2, 2026, 'rest', 1, 1, 's', null)`,
        values: [],
      })
      expect(await decideProposal(world.ports, ada, made.proposed, 'confirmed', calendarEffect)).toEqual({
        refused: 'moved_on',
      })
    })
  })

  describe('a year', () => {
    const year: YearEdit = {
      calendar: 'cn',
      year: 2028,
      closed: ['2028-01-01', '2028-01-26', '2028-02-29'],
      working: ['2028-01-22'],
      slow: [['2028-01-20', '2028-02-20']],
    }

    it('is published whole by two people, leap day and all, with its source, and once', async () => {
      const world = share()
      const { omar, ada } = await people(world)
      const made = await proposeYear(world.ports, omar, year, 'gov.cn 2027')
      if ('refused' in made) throw new Error(String(made.refused))
      expect((await load(world)).years).toEqual([2026])
      await decideProposal(world.ports, ada, made.proposed, 'confirmed', calendarEffect)
      const calendar = await load(world)
      expect(calendar.years).toEqual([2026, 2028])
      expect(calendar.day('2028-02-29')).toEqual({ day: '2028-02-29', n: 1, kind: 'closed', slow: false })
      expect(calendar.day('2028-01-22')).toMatchObject({ kind: 'working', slow: true })
      expect(calendar.day('2028-01-23')).toMatchObject({ kind: 'rest', slow: true })
      expect(calendar.day('2028-12-31')).toMatchObject({ kind: 'rest', slow: false })
      expect(calendar.day('2027-12-31')).toBeUndefined()
      const rows = (await rowsOf(world, 'calendar_days')).filter((row) => Number(row.year) === 2028)
      expect(rows).toHaveLength(366)
      expect(rows.filter((row) => row.open === 0).map((row) => row.day)).toEqual(year.closed)
      const years = (await rowsOf(world, 'calendar_years')).filter((row) => Number(row.year) === 2028)
      expect(years).toMatchObject([{ source: 'gov.cn 2027', proposal_id: made.proposed }])
      expect(await proposeYear(world.ports, omar, year, 'gov.cn 2027')).toEqual({ refused: { fault: 'published' } })
    })
  })
})

function note(world: World, subject: string) {
  return {
    sql: `insert into audit_entries (id, actor, action, subject, at) values (?, 'test', 'effect', ?, 't')`,
    values: [world.ports.ids.next('audit'), subject],
  }
}

function load(world: World) {
  forgetCalendars(world.ports.db)
  return loadCalendar(world.ports.db, 'cn', world.ports.clock.now())
}
