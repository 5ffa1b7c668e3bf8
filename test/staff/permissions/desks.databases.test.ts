/** One person has one desk in a study, and roles are given for studies: whatever the database. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Role, roles } from '../../../schema/tables.ts'
import { openStudy } from '../../../src/journey/setup/open-study.ts'
import { findOrAddStaff } from '../../../src/staff/accounts/actions.ts'
import { readStaff } from '../../../src/staff/accounts/session.ts'
import { roleRules } from '../../../src/staff/permissions/roles.ts'
import { addDesk, addRole } from '../../../src/staff/permissions/store.ts'
import { takeRole } from '../../../src/staff/permissions/take.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { another, interpose } from '../../support/databases/fresh.ts'
import { type World, world } from '../../support/world.ts'

forEachDatabase((_, open, once) => {
  let here: World
  beforeEach(async () => {
    here = await world({ open })
  })
  afterEach(() => here.close())

  const rows = <Row>(sql: string) => here.ports.db.read<Row>({ sql, values: [] })
  const add = async (name: string, role?: Role, study?: string) => {
    const staff = await findOrAddStaff(here.ports, { name, role, study })
    if ('refused' in staff) throw new Error(staff.refused)
    return staff
  }
  const grantsOf = async (name: string) =>
    ((await readStaff(here.ports.db, name))?.grants ?? []).map(({ studyId, role }) => [studyId, role])
  const openAnother = async (slug: string) => {
    expect(await openStudy(here.ports, another(slug))).toMatchObject({ done: true })
    const [study] = await rows<{ id: string }>(`select id as "id" from studies where slug = '${slug}'`)
    return study?.id ?? ''
  }

  describe('the schema', () => {
    it('knows the roles and desks that the program knows', async () => {
      const known = await rows<{ role: string; desk: string }>(
        'select role as "role", desk as "desk" from roles where desk is not null order by role',
      )
      expect(known).toEqual([...roles].sort().map((role) => ({ role, desk: roleRules[role].desk })))
    })

    it('refuses an answers role and a money role of one person in one study, whichever way it is tried', async () => {
      const { db } = here.ports
      const studyId = here.study.id
      const { id: staffId } = await add('Mei', 'admin')
      const reference = { done: false, breach: { kind: 'reference', on: null } }
      expect(await db.together(addRole({ staffId, studyId, role: 'preparer', desk: 'money' }))).toEqual(reference)
      expect(await db.together(addRole({ staffId, studyId, role: 'preparer', desk: 'answers' }))).toEqual(reference)
      expect(await db.together(addDesk({ staffId, studyId, desk: 'money' }))).toEqual({
        done: false,
        breach: { kind: 'unique', on: 'staff_desks.staff_id, staff_desks.study_id' },
      })
      expect(await db.together({ sql: `update staff_desks set desk = 'money'`, values: [] })).toEqual(reference)
      expect(await grantsOf('Mei')).toEqual([[studyId, 'admin']])
    })

    it('refuses a role without a desk', async () => {
      const { id: staffId } = await add('Mei', 'admin')
      const none = { staffId, studyId: here.study.id, role: 'none' as Role, desk: 'answers' as const }
      expect(await here.ports.db.together(addRole(none))).toMatchObject({ breach: { kind: 'reference' } })
    })

    once('lets one person deal with answers in one study and with money in another', async () => {
      const other = await openAnother('other')
      await add('Mei', 'reviewer', 'study-abroad')
      await add('Mei', 'auditor', 'other')
      expect((await grantsOf('Mei')).sort()).toEqual(
        [
          [here.study.id, 'reviewer'],
          [other, 'auditor'],
        ].sort(),
      )
    })
  })

  describe('taking a role back', () => {
    it('takes it in one study or in all and in later ones, once, and leaves the desk', async () => {
      await openAnother('other')
      const mei = await add('Mei', 'analyst')
      expect(await takeRole(here.ports, mei, 'analyst', 'nowhere')).toEqual({ refused: 'no_study' })
      expect(await takeRole(here.ports, mei, 'reviewer')).toEqual({ refused: 'not_theirs' })
      const left = await takeRole(here.ports, mei, 'analyst', 'other')
      if ('refused' in left) throw new Error(left.refused)
      expect(await grantsOf('Mei')).toEqual([[here.study.id, 'analyst']])
      expect(await takeRole(here.ports, left, 'analyst', 'other')).toEqual({ refused: 'not_theirs' })
      await takeRole(here.ports, left, 'analyst')
      await openAnother('later')
      expect(await grantsOf('Mei')).toEqual([])
      // What they have seen they have seen: money is not for them, answers are again when they are asked.
      const money = { name: 'Mei', role: 'preparer', study: 'other' } as const
      expect(await findOrAddStaff(here.ports, money)).toEqual({ refused: 'other_desk', role: null })
      await add('Mei', 'reviewer', 'study-abroad')
      expect(await grantsOf('Mei')).toEqual([[here.study.id, 'reviewer']])
      const taken = await rows(`select subject from audit_entries where action = 'role.taken'`)
      expect(taken).toHaveLength(2)
    })
  })

  describe('giving a role', () => {
    once('of the other desk is refused in words, and gives nothing anywhere', async () => {
      await openAnother('other')
      await add('Mei', 'analyst', 'study-abroad')
      const refused = { refused: 'other_desk', role: 'analyst' }
      expect(await findOrAddStaff(here.ports, { name: 'Mei', role: 'preparer' })).toEqual(refused)
      expect(await findOrAddStaff(here.ports, { name: 'Mei', role: 'owner', study: 'study-abroad' })).toEqual(refused)
      expect(await grantsOf('Mei')).toEqual([[here.study.id, 'analyst']])
    })

    once('of the same desk adds it, and giving it again changes nothing', async () => {
      await add('Mei', 'analyst', 'study-abroad')
      const both = await add('Mei', 'reviewer', 'study-abroad')
      expect(await add('Mei', 'reviewer', 'study-abroad')).toEqual(both)
      expect(await grantsOf('Mei')).toEqual([
        [here.study.id, 'analyst'],
        [here.study.id, 'reviewer'],
      ])
      const given = await rows<{ subject: string }>(
        `select subject as "subject" from audit_entries where action = 'role.given' order by subject`,
      )
      expect(given.map(({ subject }) => subject)).toEqual([
        `${both.id} analyst ${here.study.id}`,
        `${both.id} reviewer ${here.study.id}`,
      ])
    })

    once('in a study that is not there is refused', async () => {
      expect(await findOrAddStaff(here.ports, { name: 'Mei', role: 'admin', study: 'nowhere' })).toEqual({
        refused: 'no_study',
      })
      expect(await rows('select * from staff')).toEqual([])
    })

    once('in every study holds in those that are opened later, and in one study does not', async () => {
      await add('Mei', 'admin')
      await add('Kai', 'analyst', 'study-abroad')
      await add('Omar', 'preparer', 'study-abroad')
      await add('Omar', 'preparer')
      const other = await openAnother('other')
      expect((await grantsOf('Mei')).map(([study]) => study).sort()).toEqual([here.study.id, other].sort())
      expect((await grantsOf('Omar')).map(([study]) => study).sort()).toEqual([here.study.id, other].sort())
      expect(await grantsOf('Kai')).toEqual([[here.study.id, 'analyst']])
    })

    it('at the same moment as somebody else gives one of the other desk, one of the two stands', async () => {
      const { id } = await add('Mei', 'analyst', 'study-abroad')
      const other = await openAnother('other')
      let came = 0
      interpose(here, (db) => ({
        ...db,
        async together(...writes) {
          came += 1
          if (came === 1) {
            const money = { staffId: id, studyId: other, desk: 'money' } as const
            await db.together(addDesk(money), addRole({ ...money, role: 'auditor' }))
          }
          return db.together(...writes)
        },
      }))
      expect(await findOrAddStaff(here.ports, { name: 'Mei', role: 'reviewer', study: 'other' })).toEqual({
        refused: 'other_desk',
        role: 'auditor',
      })
    })
  })
})
