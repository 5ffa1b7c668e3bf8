/** The last owner of a study stays, whatever is tried, and at whatever moment. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStudy } from '../../../src/journey/setup/open-study.ts'
import { studyAbroadStudy } from '../../../src/journey/setup/study-abroad.ts'
import { findOrAddStaff } from '../../../src/staff/accounts/actions.ts'
import { readStaff } from '../../../src/staff/accounts/session.ts'
import type { Staff } from '../../../src/staff/accounts/store.ts'
import { changePerson } from '../../../src/staff/people/change.ts'
import { giveRole } from '../../../src/staff/permissions/give.ts'
import { takeRole } from '../../../src/staff/permissions/take.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { type World, world } from '../../support/world.ts'

forEachDatabase((_, open, once) => {
  let here: World
  beforeEach(async () => {
    here = await world({ open })
  })
  afterEach(() => here.close())

  async function owner(name: string, study?: string): Promise<Staff> {
    const made = await findOrAddStaff(here.ports, { name, role: 'owner', study })
    if ('refused' in made) throw new Error(made.refused)
    return made
  }
  const again = async ({ name }: Staff) => (await readStaff(here.ports.db, name)) ?? expect.unreachable()
  const counted = () =>
    here.ports.db.read<{ owners: number }>({
      sql: `select owners from owner_counts where scope = '${here.study.id}'`,
      values: [],
    })

  describe('the last owner', () => {
    it('keeps the role, is not suspended and not removed, neither by themselves nor by a command', async () => {
      const noor = await owner('Noor', here.study.slug)
      expect(await takeRole(here.ports, noor, 'owner', here.study.slug)).toEqual({ refused: 'last_owner' })
      expect(await takeRole(here.ports, noor, 'owner')).toEqual({ refused: 'last_owner' })
      for (const way of ['suspend', 'remove'] as const) {
        expect(await changePerson(here.ports, noor, noor.id, way), way).toEqual({ refused: 'last_owner' })
      }
      expect(await again(noor)).toEqual(noor)
    })

    once('is none any more once there is another, who then is', async () => {
      const [noor, bo] = [await owner('Noor', here.study.slug), await owner('Bo', here.study.slug)]
      expect(await changePerson(here.ports, bo, noor.id, 'remove')).toMatchObject({ done: { id: noor.id } })
      expect(await changePerson(here.ports, bo, bo.id, 'remove')).toEqual({ refused: 'last_owner' })
      expect(await again(noor)).toMatchObject({ state: 'removed', grants: [], usualRole: 'none' })
      expect(await giveRole(here.ports, await again(noor), 'owner', here.study.slug)).toEqual({ refused: 'not_here' })
    })

    once('is whoever is not suspended: a suspended owner does not count', async () => {
      const [noor, bo] = [await owner('Noor', here.study.slug), await owner('Bo', here.study.slug)]
      await changePerson(here.ports, noor, bo.id, 'suspend')
      expect(await takeRole(here.ports, noor, 'owner', here.study.slug)).toEqual({ refused: 'last_owner' })
      await changePerson(here.ports, noor, bo.id, 'resume')
      expect(await takeRole(here.ports, noor, 'owner', here.study.slug)).toMatchObject({ grants: [] })
    })

    once('of the studies to come stays as well', async () => {
      const noor = await owner('Noor')
      await owner('Bo', here.study.slug)
      expect(await takeRole(here.ports, noor, 'owner')).toEqual({ refused: 'last_owner' })
      expect(await takeRole(here.ports, noor, 'owner', here.study.slug)).toMatchObject({ grants: [] })
    })
  })

  once('of a study that is opened is whoever owns all studies', async () => {
    await owner('Noor')
    const study = { ...studyAbroadStudy('2026-01-01T00:00:00.000Z'), slug: 'another' }
    expect(await openStudy(here.ports, study)).toMatchObject({ done: true })
    const noor = (await readStaff(here.ports.db, 'Noor')) ?? expect.unreachable()
    expect(await takeRole(here.ports, noor, 'owner', 'another')).toEqual({ refused: 'last_owner' })
  })

  once('of a study that an admin of one study makes is the owner of that one, and the admin is admin', async () => {
    await owner('Noor', here.study.slug)
    const mei = await findOrAddStaff(here.ports, { name: 'Mei', role: 'admin', study: here.study.slug })
    const actor = 'id' in mei ? mei.id : ''
    const study = { ...studyAbroadStudy('2026-01-01T00:00:00.000Z'), slug: 'another' }
    expect(await openStudy(here.ports, study, { state: 'ready', actor })).toMatchObject({ done: true })
    const rolesOf = async (name: string) => (await readStaff(here.ports.db, name))?.grants.map(({ role }) => role)
    expect([await rolesOf('Noor'), await rolesOf('Mei')]).toEqual([
      ['owner', 'owner'],
      ['admin', 'admin'],
    ])
    const noor = (await readStaff(here.ports.db, 'Noor')) ?? expect.unreachable()
    expect(await takeRole(here.ports, noor, 'owner', 'another')).toEqual({ refused: 'last_owner' })
    const { grants } = (await readStaff(here.ports.db, 'Mei')) ?? expect.unreachable()
    const other = grants.map(({ studyId }) => studyId).find((id) => id !== here.study.id)
    const given = await here.ports.db.read<{ subject: string }>({
      sql: `select subject from audit_entries where action = 'role.given' and actor = ?`,
      values: [actor],
    })
    expect(given.map(({ subject }) => subject).sort()).toEqual(
      [`${noor.id} owner ${other}`, `${actor} admin ${other}`].sort(),
    )
  })

  it.each(['suspend', 'remove'] as const)('of two owners who %s each other at once, one is refused', async (way) => {
    const [noor, bo] = [await owner('Noor', here.study.slug), await owner('Bo', here.study.slug)]
    const both = await Promise.all([
      changePerson(here.ports, noor, bo.id, way),
      changePerson(here.ports, bo, noor.id, way),
    ])
    expect(both.filter((one) => 'refused' in one)).toEqual([{ refused: 'last_owner' }])
    expect(await counted()).toEqual([{ owners: 1 }])
  })
})
