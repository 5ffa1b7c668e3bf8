/** What a device was given can be taken back: by its respondent, and by staff when a phone was lost. */
import { expect, it } from 'vitest'
import { endSessionsOfStudy } from '../../../src/journey/devices/end-sessions-of-study.ts'
import { signToken } from '../../../src/platform/crypto/tokens.ts'
import { voucherReference } from '../../../src/rewards/vouchers/voucher.ts'
import { findInvitation, invite } from '../../../src/survey/respondents/actions.ts'
import { endSessions, endSessionsOfInvitation } from '../../../src/survey/respondents/end-sessions.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { at, begun, codeShown, ready, resumeCodeIn, screening, send, textOf } from '../../support/begun.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { everything, fresh, interpose, rowsOf } from '../../support/databases/fresh.ts'
import { Student } from '../../support/student.ts'
import type { World } from '../../support/world.ts'

const devices = '/s/study-abroad/devices'
const go = '/s/study-abroad/go'
const resume = '/s/study-abroad/resume'

/** Expects that this browser is nobody here any more, and is shown the way back. */
async function expectSignedOut(browser: Student): Promise<void> {
  for (const path of [go, '/s/study-abroad/voucher', '/s/study-abroad/reward', devices, at('last')]) {
    const { status, html } = await browser.open(path)
    expect([path, status]).toEqual([path, 401])
    expect(html).toContain(`href="${resume}"`)
  }
  for (const path of [at('screening'), at('last'), `${devices}/others`, `${devices}/all`, '/s/study-abroad/reward']) {
    expect([path, (await browser.post(path, { Q02: '3', revision: '1' })).status]).toEqual([path, 401])
  }
}

/** How the page's script saves as it goes. */
function draft(browser: Student, page: string): Promise<Response> {
  const { origin } = browser.world.ports.settings
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin, accept: 'application/json' }
  return browser.send(at(page), { method: 'POST', body: 'Q02=3&draft=1&revision=1', headers })
}

async function answering(world: World): Promise<{ student: Student; other: Student; code: string }> {
  const student = await begun(world)
  const code = resumeCodeIn((await student.open(at('screening'))).html) ?? ''
  return { student, other: student.tab(), code }
}

async function withVoucher(world: World, seed = 1) {
  const { student, last } = await ready(world, { seed })
  await send(student, 'last', last)
  const [voucher] = await rowsOf<{ id: string; code_key: string }>(world, 'vouchers')
  const reference = await voucherReference(world.ports.keys, {
    id: voucher?.id ?? '',
    codeKey: voucher?.code_key ?? '',
  })
  return { student, code: (await codeShown(student)) ?? '', reference }
}

forEachDatabase((_, open, once) => {
  once('a respondent signs out all other devices: this one goes on, under another resume code', async () => {
    const world = await fresh({ open })
    const { student, other, code } = await answering(world)
    const done = await student.post(`${devices}/others`)
    expect([done.status, done.headers.get('location')]).toEqual([303, `${devices}?done=1`])
    const { html } = await student.open(`${devices}?done=1`)
    const newCode = resumeCodeIn(html) ?? ''
    expect(newCode).not.toBe(code)
    expect(textOf(html)).toContain('the old one no longer works')
    expect((await send(student, 'screening', screening(), 1)).status).toBe(303)
    await expectSignedOut(other)
    expect((await draft(other, 'screening')).status).toBe(401)
    // Whoever has the old code is out as well; with the new one there is a way back.
    expect((await other.post(resume, { code })).status).toBe(422)
    expect((await other.post(resume, { code: newCode })).status).toBe(303)
    expect((await other.open(go)).status).toBe(200)
    expect((await rowsOf(world, 'audit_entries')).filter(({ action }) => action === 'sessions.ended')).toHaveLength(1)
  })

  once('what a signed-out phone keeps of a page is found again: its mark does not change with the code', async () => {
    const world = await fresh({ open })
    const { student, other } = await answering(world)
    const markOf = async (browser: Student) => /data-mark="(\w+)"/.exec((await browser.open(at('screening'))).html)?.[1]
    const before = await markOf(other)
    await student.post(`${devices}/others`)
    expect(before).toHaveLength(8)
    expect(await markOf(student)).toBe(before)
  })

  once('signing out everywhere includes this device, and leaves the resume code as it was shown', async () => {
    const world = await fresh({ open })
    const { student, other, code } = await answering(world)
    expect(resumeCodeIn((await student.open(devices)).html)).toBe(code)
    const copied = student.tab()
    // Whoever is still signed in, and was only led there, loses nothing.
    expect((await student.open(`${resume}?out=1`)).html).not.toContain('data-over')
    expect((await student.post(`${devices}/all`)).headers.get('location')).toBe(`${resume}?out=1`)
    // What the device had put aside of answers and pages goes with the session.
    expect((await student.open(`${resume}?out=1`)).html).toContain('data-over="/s/study-abroad/"')
    expect([...student.cookies.keys()].filter((name) => name.includes('respondent'))).toEqual([])
    await expectSignedOut(other)
    await expectSignedOut(copied)
    expect((await student.post(resume, { code })).status).toBe(303)
    expect((await student.open(go)).status).toBe(200)
  })

  once('a device forgets its owner when asked to, and not before; others stay signed in', async () => {
    const world = await fresh({ open })
    const { student } = await withVoucher(world)
    const other = student.tab()
    const before = await everything(world)
    expect((await student.open('/s/study-abroad/voucher')).html).toContain(`href="${devices}/here"`)
    const { html } = await student.open(`${devices}/here`)
    const code = resumeCodeIn(html) ?? ''
    expect(textOf(html)).toContain('What is lost on this device')
    expect(html).toContain(`/s/study-abroad/resume#${code}`)
    expect((await student.open(go)).status).toBe(200)
    student.cookies.set('__Host-lang', 'en')
    expect((await student.post(`${devices}/here`)).headers.get('location')).toBe(`${resume}?out=1`)
    expect([...student.cookies.keys()]).toEqual(['__Host-lang'])
    const out = await student.open(`${resume}?out=1`)
    expect(out.html).toContain('data-over="/s/study-abroad/"')
    expect(textOf(out.html)).toContain('keeps nothing of your answers')
    expect(await everything(world)).toBe(before)
    expect((await other.open(go)).status).toBe(200)
    // Whoever has brought nothing but a voucher's code is told what they need to come back.
    expect(textOf((await new Student(world).open(`${devices}/here`)).html)).toContain('code or the link of the voucher')
    expect((await student.post(resume, { code })).status).toBe(303)
    expect((await student.open('/s/study-abroad/voucher')).status).toBe(200)
  })

  once('a token from before sessions had generations is good until sessions are ended', async () => {
    const world = await fresh({ open })
    const { student } = await answering(world)
    const old = new Student(world)
    const { keys, clock } = world.ports
    const { respondentId } = student
    const token = await signToken(keys.tokens, {
      purpose: 'respondent',
      audience: 'study-abroad',
      subject: respondentId,
      at: clock.now(),
      ttlSeconds: 60,
      claims: {
        scope: 'full',
      },
    })
    old.cookies.set('__Host-respondent-study-abroad', token)
    expect((await old.open(go)).status).toBe(200)
    await student.post(`${devices}/others`)
    await expectSignedOut(old)
  })

  once('a device that came by an invitation alone signs nobody out', async () => {
    const world = await fresh({ open })
    const link = `/i/${await invite(world.ports, world.study.id, '2026-11-30T08:00:00.000Z')}`
    const [owner, stranger] = [new Student(world), new Student(world)]
    await owner.post(link)
    await owner.start()
    await stranger.post(link)
    for (const which of ['others', 'all']) {
      expect((await stranger.post(`${devices}/${which}`)).headers.get('location')).toBe(resume)
    }
    expect((await owner.open(devices)).status).toBe(200)
    // And the invitation leads an owner whose device was signed out on, like any other device.
    const lost = owner.tab()
    await owner.post(`${devices}/others`)
    expect((await lost.post(link)).headers.get('location')).toBe(`${resume}?elsewhere=1`)
    expect((await lost.open(go)).status).toBe(200)
  })

  once('an operator signs out whoever began by an invitation, and the link leads them on', async () => {
    const world = await fresh({ open })
    const code = await invite(world.ports, world.study.id, '2026-11-30T08:00:00.000Z')
    const signOut = async () => {
      const invitation = await findInvitation(world.ports, code)
      if (invitation === undefined) throw new Error('no invitation')
      return endSessionsOfInvitation(world.ports, invitation, 'operator')
    }
    expect(await signOut()).toBe(false)
    const owner = new Student(world)
    await owner.post(`/i/${code}`)
    await owner.start()
    expect(await signOut()).toBe(true)
    await expectSignedOut(owner)
    await owner.post(`/i/${code}`)
    expect((await owner.open(go)).path).toBe(at('screening'))
  })

  once(
    'staff sign out the devices of a voucher’s holder, who comes back by the voucher or the resume code',
    async () => {
      const world = await fresh({ open })
      const resumed = await answering(world)
      const { student, code, reference } = await withVoucher(world)
      const opened = new Student(world)
      await opened.post('/v', { code })
      expect((await opened.open('/s/study-abroad/voucher')).status).toBe(200)
      const preparer = await signedIn(world, 'preparer')
      const page = await preparer.open(`/finance/vouchers/${reference}`)
      expect(page.html).toContain(`action="/finance/vouchers/${reference}/sessions"`)
      const done = await preparer.post(`/finance/vouchers/${reference}/sessions`)
      const { html } = await preparer.open(done.headers.get('location') ?? '')
      expect(textOf(html)).toContain('All devices of the holder are signed out.')
      await expectSignedOut(student)
      expect((await opened.open('/s/study-abroad/voucher')).status).toBe(401)
      expect((await opened.post('/v', { code })).status).toBe(303)
      expect((await opened.open('/s/study-abroad/voucher')).status).toBe(200)
      // Nobody else is.
      expect((await resumed.student.open(go)).status).toBe(200)
      const entries = (await rowsOf(world, 'audit_entries')).filter(({ action }) => action === 'sessions.ended')
      expect(entries.map(({ subject }) => String(subject).slice(0, 2))).toEqual(['v_'])
    },
  )

  once('sessions cost no query: a page is opened and sent by as many reads as before there were any', async () => {
    const world = await fresh({ open })
    const { student } = await answering(world)
    let reads: string[] = []
    interpose(world, (db) => ({
      ...db,
      read(query) {
        reads.push(query.sql)
        return db.read(query)
      },
    }))
    await student.get(at('screening'))
    expect(reads.filter((sql) => sql.includes('respondents'))).toHaveLength(1)
    reads = []
    expect((await send(student, 'screening', screening(), 1)).status).toBe(303)
    expect(reads.filter((sql) => sql.includes('respondents'))).toHaveLength(1)
  })

  it('erasing a study’s texts signs out everybody but those who are still to be paid', async () => {
    const world = await fresh({ open })
    const { student } = await answering(world)
    const { student: owed } = await withVoucher(world, 2)
    await endSessionsOfStudy(world.ports, 'operator', world.study.id)
    expect((await student.open(go)).status).toBe(401)
    expect((await owed.open(go)).status).toBe(200)
  })

  it('of two devices that sign each other out at once, one is refused', async () => {
    const world = await fresh({ open })
    const { student, other } = await answering(world)
    const replies = await Promise.all([student, other].map((browser) => browser.post(`${devices}/others`)))
    expect(replies.map(({ status }) => status).sort()).toEqual([303, 401])
    const opened = await Promise.all([student, other].map(async (browser) => (await browser.open(go)).status))
    expect(opened.sort()).toEqual([200, 401])
    // So is one that writes by what it read before.
    const { respondentId } = student
    const late = await endSessions(world.ports, { respondentId, generation: 0 }, { actor: 'x', subject: 'x' }, 'kept')
    expect(late).toEqual({ refused: 'moved_on' })
    const [row] = await rowsOf(world, 'respondents')
    expect([row?.generation, row?.generation_before]).toEqual([1, 0])
  })
})
