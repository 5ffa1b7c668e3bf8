import { UnsecuredJWT } from 'jose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newKeySet, readKeys } from '../../../src/platform/adapters/key-set.ts'
import { nodeSecretKeys } from '../../../src/platform/adapters/node-secret-keys.ts'
import { toBase64Url } from '../../../src/platform/crypto/base64.ts'
import { jsonPart, utf8Bytes } from '../../../src/platform/crypto/compact.ts'
import { signToken } from '../../../src/platform/crypto/tokens.ts'
import { findOrAddStaff, makeSignInLink } from '../../../src/staff/accounts/actions.ts'
import { Student } from '../../support/student.ts'
import { type World, world } from '../../support/world.ts'
import { linkFor, signedIn } from './member.ts'

let here: World
beforeEach(async () => {
  here = await world()
})
afterEach(() => here.close())

const rows = <Row>(table: string) => here.ports.db.read<Row>({ sql: `select * from ${table}`, values: [] })

describe('a sign-in link', () => {
  it('changes nothing when it is opened, and is the same page whatever it is worth', async () => {
    const link = await linkFor(here, 'Mei', 'admin')
    const browser = new Student(here)
    const real = await browser.get(link)
    const unknown = await browser.get('/sign-in/00000000000000000000000000')
    expect([real.status, unknown.status]).toEqual([200, 200])
    expect(await real.text()).toBe(await unknown.text())
    expect(browser.cookies.size).toBe(0)
    expect(await rows('sign_in_uses')).toEqual([])
    expect((await browser.post(link)).status).toBe(303)
  })

  it.each([
    ['admin', '/admin'],
    ['preparer', '/finance'],
  ] as const)('brings %s to %s, at an address without the code', async (role, home) => {
    const browser = new Student(here)
    const response = await browser.post(await linkFor(here, 'Mei', role))
    expect(response.headers.get('location')).toBe(home)
    const cookie = response.headers.getSetCookie().find((line) => line.startsWith('__Host-staff='))
    expect(cookie).toMatch(/; Max-Age=1800; Path=\/; HttpOnly; Secure; SameSite=Lax/)
    expect((await browser.get(home)).status).toBe(200)
  })

  it('works once', async () => {
    const link = await linkFor(here, 'Mei', 'admin')
    await new Student(here).post(link)
    const second = new Student(here)
    const response = await second.post(link)
    expect(response.status).toBe(410)
    expect(await response.text()).toContain('npm run sign-in')
    expect(second.cookies.size).toBe(0)
    expect(await rows('staff_sessions')).toHaveLength(1)
  })

  it('is over after an hour', async () => {
    const link = await linkFor(here, 'Mei', 'admin')
    here.wait(60)
    const response = await new Student(here).post(link)
    expect(response.status).toBe(410)
    expect(await response.text()).toContain('expired')
    expect(await rows('staff_sessions')).toEqual([])
  })

  it('that nobody made opens nothing', async () => {
    for (const code of ['0'.repeat(26), '%00', '%FF', 'x', "'--"]) {
      expect((await new Student(here).post(`/sign-in/${code}`)).status, code).toBe(404)
    }
    expect(await rows('staff_sessions')).toEqual([])
  })

  it('is stored nowhere, and the audit trail names nobody', async () => {
    const link = await linkFor(here, 'Mei Ling', 'admin')
    await new Student(here).post(link)
    const code = link.split('/').at(-1) ?? ''
    expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/)
    const stored = JSON.stringify([await rows('sign_ins'), await rows('sign_in_uses'), await rows('staff_sessions')])
    expect(stored).not.toContain(code)
    const audit = await rows<{ action: string }>('audit_entries')
    expect(audit.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['staff.added', 'sign_in.made', 'staff.signed_in']),
    )
    expect(JSON.stringify(audit)).not.toContain('Mei')
    expect(JSON.stringify(here.logged)).not.toContain(code)
  })

  it('is refused from another site', async () => {
    const link = await linkFor(here, 'Mei', 'admin')
    const response = await new Student(here).send(link, { method: 'POST', headers: { origin: 'https://evil.example' } })
    expect(response.status).toBe(403)
    expect(await rows('sign_in_uses')).toEqual([])
  })
})

describe('a session', () => {
  it('is needed: without one there are words on how to get a link, or a problem for callers', async () => {
    const page = await new Student(here).get('/admin')
    expect(page.status).toBe(401)
    expect(await page.text()).toContain('npm run sign-in')
    const caller = new Student(here)
    caller.headers = { accept: 'application/json' }
    const problem = await caller.get('/finance/vouchers.csv')
    expect(problem.status).toBe(401)
    expect(problem.headers.get('content-type')).toContain('application/problem+json')
  })

  it.each([
    ['admin', '/finance', '/admin/studies'],
    ['admin', '/finance/vouchers.csv', '/admin/studies'],
    ['admin', '/finance/days/2026-11-23', '/admin/studies'],
    ['preparer', '/admin', '/finance'],
    ['preparer', '/admin/studies/study-abroad/responses.csv', '/finance'],
  ] as const)('of %s does not see %s', async (role, path, home) => {
    const browser = await signedIn(here, role)
    const response = await browser.get(path)
    expect(response.status).toBe(403)
    expect(await response.text()).toContain(`href="${home}"`)
  })

  it('has the role that the database says, at every request', async () => {
    const browser = await signedIn(here, 'admin')
    await here.ports.db.together(
      { sql: 'delete from staff_roles', values: [] },
      { sql: `update staff_desks set desk = 'money'`, values: [] },
      {
        sql: `insert into staff_roles (staff_id, study_id, role, desk) select staff_id, study_id, 'preparer', desk from staff_desks`,
        values: [],
      },
    )
    expect((await browser.get('/admin')).status).toBe(403)
    expect((await browser.get('/finance')).status).toBe(200)
  })

  it('ends when it is signed out, also for a copy of its cookie', async () => {
    const browser = await signedIn(here, 'admin')
    const copy = browser.tab()
    const response = await browser.post('/sign-out')
    expect(response.headers.get('location')).toBe('/signed-out')
    expect(browser.cookies.size).toBe(0)
    expect((await browser.get('/signed-out')).status).toBe(200)
    expect((await copy.get('/admin')).status).toBe(401)
    expect((await copy.post('/sign-out')).status).toBe(303)
  })

  it('ends after twelve hours', async () => {
    const browser = await signedIn(here, 'admin')
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      here.wait(20)
      expect((await browser.get('/admin')).status).toBe(200)
    }
    here.wait(20)
    expect((await browser.get('/admin')).status).toBe(401)
  })

  it('ends when nobody used it for half an hour, also for a copy of its cookie', async () => {
    const browser = await signedIn(here, 'admin')
    const copy = browser.tab()
    here.wait(29)
    expect((await browser.get('/admin')).status).toBe(200)
    here.wait(29)
    expect((await browser.get('/admin')).status).toBe(200)
    expect((await copy.get('/admin')).status).toBe(401)
    here.wait(30)
    expect((await browser.get('/admin')).status).toBe(401)
  })

  it('that ended leads back to the page that was wanted, once, and to no other place', async () => {
    const browser = await signedIn(here, 'preparer')
    here.wait(31)
    expect((await browser.get('/finance/vouchers?state=issued')).status).toBe(401)
    const again = await browser.post(await linkFor(here, 'Omar'))
    expect(again.headers.get('location')).toBe('/finance/vouchers?state=issued')
    expect((await browser.post(await linkFor(here, 'Omar'))).headers.get('location')).toBe('/finance')
    for (const page of ['https://evil.example/', '//evil.example', '/\\evil.example', '/financed', '/admin\n/x']) {
      browser.cookies.set('__Host-page', encodeURIComponent(page))
      expect((await browser.post(await linkFor(here, 'Omar'))).headers.get('location')).toBe('/finance')
    }
  })

  it('that ended while somebody typed keeps what they had typed, to be sent again', async () => {
    const browser = await signedIn(here, 'preparer')
    here.wait(31)
    const typed = { day: '2026-12-01', kind: 'closed', reason: 'a "quoted" <b>\nsecond line' }
    browser.headers = { ...browser.headers, 'content-length': String(new URLSearchParams(typed).toString().length) }
    const refused = await browser.post('/finance/calendar/2026', typed)
    browser.headers = { 'accept-language': 'en' }
    expect(refused.status).toBe(401)
    const html = await refused.text()
    expect(html).toContain('What you typed is still here')
    expect(html).toContain('value="a &quot;quoted&quot; &lt;b&gt;\nsecond line"')
    expect(await rows('proposals')).toEqual([])
    await browser.post(await linkFor(here, 'Omar'))
    await browser.post('/finance/calendar/2026', typed)
    expect(await rows('proposals')).toHaveLength(1)
  })

  it('ends in the database even where the cookie would still be good', async () => {
    const browser = await signedIn(here, 'admin')
    await here.ports.db.together({ sql: 'update staff_sessions set expires_at = ?', values: [here.ports.clock.now()] })
    expect((await browser.get('/admin')).status).toBe(401)
  })
})

describe('a staff cookie', () => {
  async function opens(cookie: string): Promise<number> {
    const browser = new Student(here)
    browser.cookies.set('__Host-staff', cookie)
    return (await browser.get('/admin')).status
  }
  async function sessionId(): Promise<string> {
    await signedIn(here, 'admin')
    const [session] = await rows<{ id: string }>('staff_sessions')
    return session?.id ?? ''
  }

  const signed = (
    subject: string,
    other: Partial<Parameters<typeof signToken>[1]> = {},
    ring = here.ports.keys.tokens,
  ) =>
    signToken(ring, {
      purpose: 'staff',
      audience: 'staff',
      subject,
      at: here.ports.clock.now(),
      ttlSeconds: 60,
      ...other,
    })

  it('of ours opens the page (so that the refusals below are not for another reason)', async () => {
    expect(await opens(await signed(await sessionId()))).toBe(200)
  })

  it.each(['respondent', 'voucher', 'start', 'invitation'] as const)('cannot be a %s token', async (purpose) => {
    const id = await sessionId()
    expect(await opens(await signed(id, { purpose }))).toBe(401)
    expect(await opens(await signed(id, { purpose, audience: 'study-abroad' }))).toBe(401)
  })

  it('for another audience, from another key, unsigned, old or broken opens nothing', async () => {
    const { keys, clock } = here.ports
    const id = await sessionId()
    const other = await readKeys(JSON.stringify(await newKeySet()), nodeSecretKeys)
    const past = new Date(Date.parse(clock.now()) - 120_000).toISOString()
    const header = { alg: 'HS256', kid: keys.tokens.newest.kid, typ: 'staff+jwt' }
    const endless = `${jsonPart(header)}.${jsonPart({ sub: id, aud: 'staff' })}`
    const underOurName = { newest: { ...other.tokens.newest, kid: keys.tokens.newest.kid }, all: [] }
    const forged = [
      await signed(id, { audience: 'study-abroad' }),
      await signed(id, {}, other.tokens),
      await signed(id, {}, underOurName),
      await signed(id, { at: past }),
      await signed('session_nobody'),
      new UnsecuredJWT({}).setSubject(id).setAudience('staff').setIssuedAt().setExpirationTime('1 h').encode(),
      `${endless}.${toBase64Url(await keys.tokens.newest.mac(utf8Bytes(endless)))}`,
      id,
      '',
      'a.b.c',
    ]
    for (const cookie of forged) expect(await opens(cookie), cookie).toBe(401)
  })
})

describe('staff', () => {
  it('are known by name: the role is given once and stays', async () => {
    const mei = await findOrAddStaff(here.ports, { name: '  Mei \t Ling ', role: 'admin' })
    expect(mei).toMatchObject({ name: 'Mei Ling', usualRole: 'admin' })
    expect(await findOrAddStaff(here.ports, { name: 'Mei Ling' })).toEqual(mei)
    expect(await findOrAddStaff(here.ports, { name: 'Mei Ling', role: 'preparer' })).toEqual({
      refused: 'other_desk',
      role: 'admin',
    })
    expect(await findOrAddStaff(here.ports, { name: 'Omar' })).toEqual({ refused: 'role_needed' })
  })

  it.each(['', '   ', 'x'.repeat(81), 'a\u200Bb', 'a\u202Eb'])('cannot be called %j', async (name) => {
    expect(await makeSignInLink(here.ports, { name, role: 'admin' })).toEqual({ refused: 'bad_name' })
  })

  it('added twice at once are one person', async () => {
    const both = await Promise.all(
      Array.from({ length: 5 }, () => findOrAddStaff(here.ports, { name: 'Mei', role: 'admin' })),
    )
    expect(new Set(both.map((staff) => ('id' in staff ? staff.id : staff.refused))).size).toBe(1)
    expect(await rows('staff')).toHaveLength(1)
  })
})

describe('a note typed while the session ended', () => {
  const posted = (browser: Student, path: string, fields: Record<string, string>) => {
    const body = new URLSearchParams(fields).toString()
    return browser.send(path, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': String(body.length),
        origin: here.ports.settings.origin,
      },
    })
  }

  it.each([
    ['/finance/exceptions/e_1/closing', { action: 'keep', 'closing-note': 'letter <12> of the bank' }],
    ['/finance/vouchers/X/proposals', { way: 'void', reason: 'wrong_person', why: 'letter <12> of the bank' }],
    ['/finance/reports/closing/study-abroad', { hash: 'f', note: 'letter <12> of the bank' }],
  ])('is shown again, to be copied: %s', async (path, fields) => {
    const omar = await signedIn(here, 'preparer')
    here.wait(13 * 60)
    const response = await posted(omar, path, fields)
    const html = await response.text()
    expect(response.status).toBe(401)
    expect(html).toContain('What you typed was not saved. Copy it:')
    expect(html).toContain('<p lang="">letter &lt;12&gt; of the bank</p>')
    expect(html).not.toContain('<p lang="">wrong_person')
  })

  it('is not asked for where nothing was typed', async () => {
    const response = await posted(new Student(here), '/finance/exceptions/e_1/notes', { note: '' })
    expect(response.status).toBe(401)
    expect(await response.text()).not.toContain('Copy it')
  })
})
