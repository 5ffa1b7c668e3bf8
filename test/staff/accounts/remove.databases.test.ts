import { afterEach, beforeEach, expect, it } from 'vitest'
import { removeStaff } from '../../../src/staff/accounts/actions.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { interpose } from '../../support/databases/fresh.ts'
import { Student } from '../../support/student.ts'
import { type World, world } from '../../support/world.ts'
import { linkFor, signedIn } from './member.ts'

forEachDatabase((_, open, once) => {
  let here: World
  beforeEach(async () => {
    here = await world({ open })
  })
  afterEach(() => here.close())

  const removals = () =>
    here.ports.db.read({
      sql: `select actor, subject from audit_entries where action = 'staff.removed'`,
      values: [],
    })

  it('takes one person out: sessions end, unused links open nothing, and nobody else notices', async () => {
    const [desk, phone, omar] = [
      await signedIn(here, 'admin'),
      await signedIn(here, 'admin'),
      await signedIn(here, 'preparer'),
    ]
    const unused = [await linkFor(here, 'Mei'), await linkFor(here, 'Mei')]
    const omars = await linkFor(here, 'Omar')
    expect((await desk.get('/admin')).status).toBe(200)

    const mei = await removeStaff(here.ports, '  Mei ')
    expect(mei).toMatchObject({ name: 'Mei', usualRole: 'admin' })
    for (const browser of [desk, phone]) expect((await browser.get('/admin')).status).toBe(401)
    for (const link of unused) expect((await new Student(here).post(link)).status).toBe(410)
    expect((await omar.get('/finance')).status).toBe(200)
    expect((await new Student(here).post(omars)).status).toBe(303)
    expect(await removals()).toEqual([{ actor: 'operator', subject: mei?.id }])
  })

  it('ends the session that a link opens at the same moment', async () => {
    const link = await linkFor(here, 'Mei', 'admin')
    const browser = new Student(here)
    let came = 0
    interpose(here, (db) => ({
      ...db,
      async together(...writes) {
        came += 1
        if (came === 1) await browser.post(link)
        return db.together(...writes)
      },
    }))
    await removeStaff(here.ports, 'Mei')
    expect(browser.cookies.size).toBe(1)
    expect((await browser.get('/admin')).status).toBe(401)
    expect(await removals()).toHaveLength(1)
  })

  once('says when nobody has that name', async () => {
    expect(await removeStaff(here.ports, 'Nobody')).toBeUndefined()
    expect(await removals()).toEqual([])
  })
})
