/** `/admin/people` and `/admin/sessions` in a browser without scripts. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStudy } from '../../../src/journey/setup/open-study.ts'
import { studyAbroadStudy } from '../../../src/journey/setup/study-abroad.ts'
import { readStaff } from '../../../src/staff/accounts/session.ts'
import { Student } from '../../support/student.ts'
import { type World, world } from '../../support/world.ts'
import { linkFor, signedIn } from '../accounts/member.ts'

let here: World
beforeEach(async () => {
  here = await world()
})
afterEach(() => here.close())

const idOf = async (name: string) => (await readStaff(here.ports.db, name))?.id ?? ''
const linkIn = (html: string) => /https:\/\/[^<"]*(\/sign-in\/[0-9a-z]{26})/.exec(html)?.[1] ?? ''
const audit = async () =>
  (await here.ports.db.read<{ action: string; actor: string }>({ sql: 'select * from audit_entries', values: [] })).map(
    ({ actor, action }) => `${actor} ${action}`,
  )
const kai = { name: 'Kai Lee', email: ' Kai@Example.org ', study: 'study-abroad', role: 'analyst' }

async function ownerBrowser(study = 'study-abroad', name = 'Noor'): Promise<Student> {
  const browser = new Student(here)
  await browser.post(await linkFor(here, name, 'owner', study))
  return browser
}

/** Invites Kai; their browser. */
async function invited(owner: Student): Promise<Student> {
  const response = await owner.post('/admin/people', kai)
  const browser = new Student(here)
  await browser.post(linkIn(await response.text()))
  return browser
}

describe('an owner', () => {
  it('sees of many new accounts those first that wait for a second person, and where all of them are', async () => {
    const owner = await ownerBrowser()
    await invited(owner)
    const kai = await idOf('Kai Lee')
    const noor = await idOf('Noor')
    const bound = (subject: string, at: string, vouchedBy: string | null) => ({
      sql: 'insert into staff_identities (issuer, subject, staff_id, at, vouched_by, vouched_as) values (?, ?, ?, ?, ?, ?)',
      values: ['https://id.example', subject, kai, at, vouchedBy, vouchedBy],
    })
    const listed = async () => (await owner.open('/admin/people')).html.split('New accounts</h2>')[1] ?? ''
    const rows = async (...writes: ReturnType<typeof bound>[]) =>
      expect(await here.ports.db.together(...writes)).toMatchObject({ done: true })
    await rows(bound('waits', '2026-11-01T08:00:00.000Z', noor))
    for (let n = 0; n < 99; n += 9)
      await rows(...[...Array(9).keys()].map((m) => bound(`s${n + m}`, '2026-11-23T08:00:00.000Z', null)))
    expect(await listed()).toContain('Only 100 are listed')
    await rows(bound('newest', '2026-11-23T09:00:00.000Z', null))
    expect((await listed()).split('<tr')[2]).toContain('Waits')
    expect((await owner.open('/admin/audit?action=staff.bound')).status).toBe(200)
  })

  it('invites somebody by a link that is shown once, and gives and takes roles, which count at once', async () => {
    const owner = await ownerBrowser()
    const kais = await invited(owner)
    expect((await kais.get('/admin/reviews')).status).toBe(200)
    const id = await idOf('Kai Lee')
    const page = await (await owner.get(`/admin/people/${id}`)).text()
    expect(page).toContain('value="kai@example.org"')
    expect(page).not.toMatch(/sign-in\/[0-9a-z]{26}/)

    await owner.post(`/admin/people/${id}/roles`, { study: 'study-abroad', role: 'reviewer' })
    expect(await readStaff(here.ports.db, 'Kai Lee')).toMatchObject({
      grants: [{ role: 'analyst' }, { role: 'reviewer' }],
    })
    for (const role of ['analyst', 'reviewer']) {
      const taken = await owner.post(`/admin/people/${id}/roles/take`, { study: 'study-abroad', role })
      expect(taken.headers.get('location')).toBe(`/admin/people/${id}?said=taken`)
    }
    expect((await kais.get('/admin/reviews')).status).toBe(403)
    const noor = await idOf('Noor')
    expect(await audit()).toEqual(
      expect.arrayContaining([
        `${noor} staff.added`,
        `${noor} role.given`,
        `${noor} sign_in.made`,
        `${noor} role.taken`,
      ]),
    )
  })

  it('suspends, lets in again and removes: sessions and links end at once', async () => {
    const owner = await ownerBrowser()
    const kais = await invited(owner)
    const unused = await linkFor(here, 'Kai Lee')
    const id = await idOf('Kai Lee')
    await owner.post(`/admin/people/${id}/suspend`)
    expect((await kais.get('/admin')).status).toBe(401)
    expect((await new Student(here).post(unused)).status).toBe(403)
    await owner.post(`/admin/people/${id}/resume`)
    expect((await kais.get('/admin')).status).toBe(401)
    expect((await new Student(here).post(unused)).status).toBe(410)
    const back = new Student(here)
    await back.post(linkIn(await (await owner.post(`/admin/people/${id}/link`)).text()))
    expect((await back.get('/admin')).status).toBe(200)
    await owner.post(`/admin/people/${id}/remove`)
    expect((await back.get('/admin')).status).toBe(401)
    expect(await (await owner.get('/admin/people')).text()).not.toContain('Kai Lee')
  })

  it.each([
    ['another desk', { study: 'study-abroad', role: 'preparer' }, 'other_desk', 'nobody has roles for both'],
    ['a study that is not theirs', { study: 'another', role: 'viewer' }, 'no_study', 'among those that you own'],
    ['every study', { study: '*', role: 'viewer' }, 'no_study', 'among those that you own'],
  ])('is told why not: %s', async (_, fields, code, words) => {
    expect(
      await openStudy(here.ports, { ...studyAbroadStudy('2026-01-01T00:00:00.000Z'), slug: 'another' }),
    ).toMatchObject({ done: true })
    const owner = await ownerBrowser()
    await invited(owner)
    const response = await owner.post(`/admin/people/${await idOf('Kai Lee')}/roles`, fields)
    const location = response.headers.get('location') ?? ''
    expect(location).toContain(`said=${code}`)
    expect(await (await owner.get(location)).text()).toContain(words)
  })

  it.each([
    ['no name', { ...kai, name: ' ' }, 'A name has 1 to 80 characters'],
    ['a name that is known', { ...kai, name: 'Noor' }, 'Somebody of this name is known'],
    ['no address', { ...kai, email: 'kai@' }, 'no e-mail address'],
    ['a study of others', { ...kai, study: 'another' }, 'among those that you own'],
  ])('keeps what was typed where an invitation is refused: %s', async (_, fields, words) => {
    const owner = await ownerBrowser()
    const response = await owner.post('/admin/people', fields)
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toContain(words)
    expect(html).toContain(`value="${fields.email}"`)
  })

  it('neither suspends nor makes a link for somebody who works in a study of others, and does not learn where', async () => {
    await openStudy(here.ports, { ...studyAbroadStudy('2026-01-01T00:00:00.000Z'), slug: 'another' })
    await linkFor(here, 'Omar', 'preparer', 'another')
    const owner = await ownerBrowser()
    const id = await idOf('Omar')
    for (const way of ['suspend', 'remove', 'link', 'email']) {
      const response = await owner.post(`/admin/people/${id}/${way}`)
      expect(response.headers.get('location'), way).toBe(`/admin/people/${id}?said=not_yours`)
    }
    const html = await (await owner.get(`/admin/people/${id}`)).text()
    expect(html).toContain('and in 1 other study')
    expect(html).not.toContain('another')
  })

  it('who has not signed in for ten minutes is asked to, and what they sent is kept', async () => {
    const owner = await ownerBrowser()
    here.wait(11)
    owner.headers = { ...owner.headers, 'content-length': '100' }
    const late = await owner.post('/admin/people', kai)
    const html = await late.text()
    expect(late.status).toBe(401)
    expect(html).toContain('Please sign in again first')
    expect(html).toContain('name="name" value="Kai Lee"')
    expect(await readStaff(here.ports.db, 'Kai Lee')).toBeUndefined()
    await owner.post(await linkFor(here, 'Noor'))
    expect((await owner.post('/admin/people', kai)).status).toBe(200)
  })

  it('sees refused sign-ins counted, and no name', async () => {
    const owner = await ownerBrowser()
    const link = await linkFor(here, 'Noor')
    await new Student(here).post(link)
    for (let n = 0; n < 2; n++) expect((await new Student(here).post(link)).status).toBe(410)
    const html = await (await owner.get('/admin/people')).text()
    expect(html).toMatch(/Link used before[\s\S]{0,200}>2</)
  })
})

describe("one's own sign-ins", () => {
  it('are listed with how and since when, this one marked, and others are ended one by one or all', async () => {
    const [desk, phone, other] = [
      await signedIn(here, 'admin'),
      await signedIn(here, 'admin'),
      await signedIn(here, 'admin'),
    ]
    const noor = await ownerBrowser()
    const html = await (await desk.get('/admin/sessions')).text()
    expect(html.match(/One-time link/g)).toHaveLength(3)
    expect(html.match(/this browser/g)).toHaveLength(1)
    const [first] = [...html.matchAll(/action="(\/admin\/sessions\/[^"]+\/end)"/g)].map(([, path]) => path ?? '')
    // Whoever else knows the address ends nothing.
    expect((await noor.post(first ?? '')).headers.get('location')).toContain('said=none')
    expect((await desk.post(first ?? '')).headers.get('location')).toContain('said=ended')
    expect([(await phone.get('/admin')).status, (await other.get('/admin')).status].sort()).toEqual([200, 401])
    await desk.post('/admin/sessions/end')
    for (const browser of [phone, other]) expect((await browser.get('/admin')).status).toBe(401)
    expect((await desk.get('/admin')).status).toBe(200)
  })

  it('end when somebody signs in anew in the same browser', async () => {
    const browser = await signedIn(here, 'admin')
    const copy = browser.tab()
    await browser.post(await linkFor(here, 'Mei'))
    expect([(await copy.get('/admin')).status, (await browser.get('/admin')).status]).toEqual([401, 200])
  })
})
