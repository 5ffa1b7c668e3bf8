/** What may change of a study that is open, and what never does. */

import { afterEach, beforeEach, expect, it } from 'vitest'
import { languages } from '../../../schema/questionnaire.ts'
import { closeStudy } from '../../../src/journey/lifecycle/moves.ts'
import { findStudyWithOffers, promisedPlaces } from '../../../src/journey/study.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { interpose, rowsOf } from '../../support/databases/fresh.ts'
import { Student } from '../../support/student.ts'
import { type World, world } from '../../support/world.ts'
import { formOf } from './typed.ts'

const address = '/admin/studies/study-abroad/settings'

let here: World
let admin: Student

beforeEach(async () => {
  here = await world()
  admin = await signedIn(here, 'admin')
})
afterEach(() => here.close())

const shown = async (browser: Student) => formOf(await (await browser.get(address)).text())
const study = async () => {
  const found = await findStudyWithOffers(here.ports.db, 'study-abroad', here.ports.clock.now())
  if (found === undefined) throw new Error('the study is not there')
  return found
}

it('a contact that is changed is there at once, with what stood there before and who changed it', async () => {
  const changed = await admin.post(address, { ...(await shown(admin)), contact: ['new@example.org'] })
  expect(changed.status).toBe(303)
  expect((await study()).settings.contact).toBe('new@example.org')
  expect(await (await new Student(here).get('/s/study-abroad')).text()).toContain('new@example.org')
  const [change] = await rowsOf<{ changes: string; n: number }>(here, 'study_changes')
  expect(JSON.parse(change?.changes ?? '')).toEqual([
    { section: 'study', field: 'contact', before: 'study@example.org', after: 'new@example.org' },
  ])
  expect(await (await admin.get(address)).text()).toContain('Contact: by Mei on')
})

it('nothing that people rely on changes, whatever is posted, and nothing changes by saving what stands there', async () => {
  const before = await study()
  const fields = { ...(await shown(admin)), slug: ['other'], minimumAge: ['14'], 'offers.0.amount': ['1'] }
  expect((await admin.post(address, { ...fields, paradata: ['no'], opens: ['2030-01-01T00:00'] })).status).toBe(303)
  here.wait(1)
  expect(await study()).toEqual(before)
  expect(await rowsOf(here, 'study_changes')).toEqual([])
})

it('a fault changes nothing and keeps what was typed', async () => {
  const sent = await admin.post(address, { ...(await shown(admin)), contact: ['nobody'], closes: ['2020-01-01T00:00'] })
  expect(sent.status).toBe(422)
  const page = await sent.text()
  expect(page).toContain('An e-mail address, a telephone number')
  expect(page).toContain('It would close before it opens.')
  expect(formOf(page).contact).toEqual(['nobody'])
  expect(await rowsOf(here, 'study_changes')).toEqual([])
})

it('what a study promises is five seconds old at most, also while what it asks is still known', async () => {
  const { db } = here.ports
  const second = 1 / 60
  here.wait(1)
  await promisedPlaces(db, here.study.id, here.ports.clock.now())
  here.wait(3 * second)
  expect((await study()).invitationPolicy).not.toBe('hold')
  // As another process changes it.
  await db.together({ sql: "update studies set invitation_policy = 'hold'", values: [] })
  here.wait(3 * second)
  expect((await study()).invitationPolicy).toBe('hold')
})

it('of two people who change settings at once, the second is told and overwrites nothing', async () => {
  const owner = await signedIn(here, 'owner')
  const old = await shown(owner)
  await admin.post(address, { ...(await shown(admin)), contact: ['first@example.org'] })
  const second = await owner.post(address, { ...old, costCentre: ['CC-1'] })
  expect(second.status).toBe(409)
  const page = await second.text()
  expect(page).toContain('Somebody else has changed the settings')
  expect(formOf(page).costCentre).toEqual(['CC-1'])
  expect((await study()).settings.contact).toBe('first@example.org')
})

it('the end of a study that is closed stays, and one that closes meanwhile keeps the moment', async () => {
  const { ports } = here
  const typed = { ...(await shown(admin)), contact: ['new@example.org'] }
  const before = { ...ports }
  let closed = 0
  interpose(here, (db) => ({
    ...db,
    async together(...writes) {
      if (closed++ === 0) await closeStudy(before, { id: 'x' }, here.study)
      return db.together(...writes)
    },
  }))
  const closesAt = ports.clock.now()
  expect((await admin.post(address, typed)).status).toBe(303)
  expect(await study()).toMatchObject({ state: 'closed', closesAt, settings: { contact: 'new@example.org' } })
  const later = { ...(await shown(admin)), zone: ['America/New_York'], closes: ['2030-01-01T00:00'] }
  expect((await admin.post(address, later)).status).toBe(303)
  expect(await study()).toMatchObject({ closesAt, settings: { zone: 'America/New_York' } })
})

it('an end that is over in another zone is refused, though nobody has touched it', async () => {
  const inAnHour = new Date(Date.parse(here.ports.clock.now()) + 3_600_000).toISOString().slice(0, 16)
  const typed = { ...(await shown(admin)), zone: ['UTC'], closes: [inAnHour] }
  expect((await admin.post(address, typed)).status).toBe(303)
  const east = await admin.post(address, { ...(await shown(admin)), zone: ['Pacific/Kiritimati'] })
  expect(east.status).toBe(422)
  expect((await study()).settings.zone).toBe('UTC')
})

it('a notice that is worded anew is a new version, and the old one stays with whoever agreed to it', async () => {
  const student = new Student(here, 1)
  await student.start()
  const words = Object.fromEntries(languages.map((language) => [`where.${language}`, ['In Macao.']]))
  expect((await admin.post(address, { ...(await shown(admin)), ...words })).status).toBe(303)
  const later = new Student(here, 2)
  await later.start()
  const texts = await rowsOf<{ code: string; version: number; hash: string; text: string }>(here, 'agreement_texts')
  const notices = texts.filter(({ code }) => code === 'notice').sort((a, b) => a.version - b.version)
  expect(notices.map(({ text }) => text.includes('In Macao.'))).toEqual([false, true])
  const agreements = await rowsOf<{ respondent_id: string; code: string; hash: string }>(here, 'agreements')
  const hashOf = (who: Student) =>
    agreements.find(({ code, respondent_id }) => code === 'notice' && respondent_id === who.respondentId)?.hash
  expect([hashOf(student), hashOf(later)]).toEqual(notices.map(({ hash }) => hash))
})
