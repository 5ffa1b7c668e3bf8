/** A study that has closed says what remains to do, to each of its people what they can do about it. */
import { describe, expect, it } from 'vitest'
import type { Role } from '../../../schema/tables.ts'
import { closeStudy } from '../../../src/journey/lifecycle/moves.ts'
import { openStudy } from '../../../src/journey/setup/open-study.ts'
import { findStudyWithOffers } from '../../../src/journey/study.ts'
import { addExport, putProgress } from '../../../src/survey/exports/store.ts'
import { changeFindings, type FindingsChange } from '../../../src/survey/findings/save.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { textOf } from '../../support/begun.ts'
import { issued, staffAs } from '../../support/claimed.ts'
import { another, fresh } from '../../support/databases/fresh.ts'
import type { World } from '../../support/world.ts'

const dayMinutes = 24 * 60

async function closed(world: World, slug = 'study-abroad') {
  const study = await findStudyWithOffers(world.ports.db, slug, world.ports.clock.now())
  if (study === undefined) throw new Error(`no study ${slug}`)
  expect(await closeStudy(world.ports, await staffAs(world, 'admin'), study)).toEqual({ moved: 'close' })
  return study
}

async function home(world: World, role: Role, slug = 'study-abroad'): Promise<string> {
  return textOf((await (await signedIn(world, role)).open(`/admin/studies/${slug}`)).html)
}

describe('the page of a study that has closed', () => {
  it('says to whoever reads answers what is not done yet, and then that it is', async () => {
    const world = await fresh()
    await issued(world)
    expect(await home(world, 'admin')).not.toContain('What remains to do')
    const study = await closed(world)
    const before = await home(world, 'admin')
    expect(before).toContain('What remains to do')
    expect(before).toContain('Nothing waits for a person.')
    expect(before).toContain('People who have begun can answer until')
    expect(before).toContain('Nothing has been written about what people said')
    expect(before).toContain('They stay until the organiser deletes them.')
    for (const ofMoney of ['set aside, owed', 'given back to the organiser', 'Closing certificate'])
      expect(before).not.toContain(ofMoney)
    world.wait(study.settings.finishDays * dayMinutes + 1)
    expect(await home(world, 'admin')).toContain('No file has been made')
    const by = await staffAs(world, 'admin')
    const { ids, clock, db } = world.ports
    const made = { id: ids.next('export'), studyId: study.id, format: 'csv', language: null, filter: '' }
    const rest = { everybody: false, parts: [], madeBy: by.id, madeAt: clock.now(), stamp: 'stamp', records: 0 }
    await db.together(addExport({ ...made, ...rest }))
    // One that has not come to its end is none.
    expect(await home(world, 'admin')).toContain('No file has been made')
    const ended = { written: 0, bytes: 0, behind: '', hash: '', sha256: 'a'.repeat(64) }
    await db.together(putProgress({ id: made.id, revision: 1, stamp: 'stamp', records: 0, ...ended }))
    const write: FindingsChange = { do: 'write', id: null, found: { en: 'One' }, changed: {} }
    await changeFindings(world.ports, by, { studyId: study.id, seen: 0, change: write })
    expect(await home(world, 'admin')).toContain('One finding is still a draft.')
    await changeFindings(world.ports, by, { studyId: study.id, seen: 1, change: { do: 'publish', id: 1 } })
    const after = await home(world, 'admin')
    expect(after).toContain('A file has been made')
    expect(after).toContain('One finding is public.')
    expect(after).not.toContain('To do')
  })

  it('says to an owner what is owed and left, and to a viewer nothing', async () => {
    const world = await fresh()
    await issued(world)
    await closed(world)
    const owner = await home(world, 'owner')
    expect(owner).toContain('CNY 20.00 set aside, owed or on the way.')
    expect(owner).toContain('left, to be given back to the organiser by two people.')
    expect(owner).toContain('Two people of the money desk sign it once nothing is owed any more.')
    // How long a budget lasts is of no use any more.
    expect(owner).not.toContain('At the current pace')
    expect(await home(world, 'viewer')).not.toContain('What remains to do')
  })

  it('says when answers are deleted, and nothing of a study that nobody could ever answer', async () => {
    const world = await fresh({
      study: (study) => {
        const retention = { ...study.settings.retention, answers: 30 }
        return { ...study, settings: { ...study.settings, retention } }
      },
    })
    await closed(world)
    expect(await home(world, 'admin')).toContain('They are deleted on')
    world.wait(40 * dayMinutes)
    expect(await home(world, 'admin')).toContain('They have been deleted since')
    await openStudy(world.ports, another('second'), { state: 'ready' })
    await closed(world, 'second')
    expect(await home(world, 'admin', 'second')).not.toContain('What remains to do')
  })
})
