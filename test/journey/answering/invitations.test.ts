/** The personal link: what opening and pressing it do, on this device and on another. */
import { describe, expect, it } from 'vitest'
import { openStudy } from '../../../src/journey/setup/open-study.ts'
import { invite, revokeInvitation } from '../../../src/survey/respondents/actions.ts'
import {
  at,
  begun,
  codeShown,
  fillUpTo,
  ready,
  resumeCodeIn,
  screening,
  send,
  textOf,
  voucherCodeIn,
} from '../../support/begun.ts'
import { another, countWrites, everything, fresh, rowsOf } from '../../support/databases/fresh.ts'
import { hidden, Student } from '../../support/student.ts'
import type { World } from '../../support/world.ts'

const inAWeek = '2026-11-30T08:00:00.000Z'
const go = '/s/study-abroad/go'

async function invited(world: World): Promise<{ code: string; student: Student; link: string }> {
  const code = await invite(world.ports, world.study.id, inAWeek)
  return { code, student: new Student(world), link: `/i/${code}` }
}

/** Someone who pressed the button of their link and began. */
async function begunByLink(world: World, seed = 1) {
  const { code, link } = await invited(world)
  const student = new Student(world, seed)
  await student.post(link)
  await student.start()
  return { code, link, student }
}

async function finish(student: Student): Promise<Response> {
  await send(student, 'screening', screening())
  return send(student, 'last', await fillUpTo(student, 'last', { Q30: 2001 }))
}

async function ended(world: World): Promise<unknown[]> {
  return (await rowsOf(world, 'invitation_ends')).map((row) => row.how)
}

describe('opening an invitation', () => {
  it('writes nothing, sets no cookie and shows a button that posts', async () => {
    const world = await fresh()
    const { student, link } = await invited(world)
    const before = await everything(world)
    const counted = countWrites(world)
    const page = await student.open(link)
    expect(page.path).toBe(link)
    expect(page.html).toContain(`<form method="post" action="${link}">`)
    expect(student.cookies.size).toBe(0)
    expect(counted.writes).toBe(0)
    expect(await everything(world)).toBe(before)
  })

  it('shows a stranger the same page before and after it was begun', async () => {
    const world = await fresh()
    const { student, link, code } = await begunByLink(world)
    const after = await new Student(world).open(link)
    const untouched = await invited(world)
    const before = await new Student(world).open(untouched.link)
    expect(after.html.replaceAll(code, '')).toBe(before.html.replaceAll(untouched.code, ''))
    expect(student.respondentId).not.toBe('')
  })

  it('pressing the button swaps the code for a cookie and goes to a clean address', async () => {
    const world = await fresh()
    const { student, link, code } = await invited(world)
    const before = await everything(world)
    const pressed = await student.post(link)
    expect(pressed.headers.get('location')).toBe(go)
    expect([...student.cookies.keys()]).toEqual(['__Host-invitation-study-abroad'])
    expect(JSON.stringify([...student.cookies])).not.toContain(code)
    const page = await student.open(go)
    expect(page.path).toBe(at('start'))
    expect(page.html).not.toContain(code)
    expect(await everything(world)).toBe(before)
  })

  it('is exchanged at start for a respondent of that invitation', async () => {
    const world = await fresh()
    const { student } = await begunByLink(world)
    const [invitation] = await rowsOf(world, 'invitations')
    expect(await rowsOf(world, 'respondents')).toMatchObject([
      { id: student.respondentId, invitation_id: invitation?.id },
    ])
    expect([...student.cookies.keys()]).toContain('__Host-respondent-study-abroad')
    expect([...student.cookies.keys()]).not.toContain('__Host-invitation-study-abroad')
    expect(await ended(world)).toEqual([])
  })

  it('works as people copy it: in capitals', async () => {
    const world = await fresh()
    const { student, code } = await invited(world)
    expect((await student.post(`/i/${code.toUpperCase()}`)).headers.get('location')).toBe(go)
  })
})

describe('an invitation', () => {
  it('is spent when finished, and its link leads its own device to the voucher', async () => {
    const world = await fresh()
    const { student, link } = await begunByLink(world)
    await finish(student)
    expect(await ended(world)).toEqual(['spent'])
    const page = await student.open(link)
    expect(page.path).toBe('/s/study-abroad')
    expect(textOf(page.html)).toContain('You have already completed this study')
    expect((await student.post(link)).headers.get('location')).toBe(go)
    expect(await codeShown(student)).not.toBeNull()
  })

  it('is resumable until then on the same device, also after its day', async () => {
    const world = await fresh()
    const { student, link } = await begunByLink(world)
    await send(student, 'screening', screening())
    world.wait(8 * 24 * 60)
    expect(textOf((await student.open(link)).html)).toContain('Continue where you left off')
    expect((await student.post(link)).headers.get('location')).toBe(go)
    expect((await student.open(go)).path).toBe(at('places'))
    expect((await student.open(at('screening'))).html).toMatch(/name="Q04" value="1" checked/)
  })

  it('begun by two browsers at once has one respondent, and the other browser is told', async () => {
    const world = await fresh()
    const { link } = await invited(world)
    const both = [new Student(world, 1), new Student(world, 2)]
    await Promise.all(both.map((student) => student.post(link)))
    const answers = await Promise.all(both.map((student) => student.start()))
    expect(answers.map((it) => it.status).sort()).toEqual([303, 409])
    expect(await rowsOf(world, 'respondents')).toHaveLength(1)
    const loser = both[answers.findIndex((it) => it.status === 409)]
    expect([...(loser?.cookies.keys() ?? [])]).not.toContain('__Host-respondent-study-abroad')
    await loser?.post(link)
    expect((await loser?.open(go))?.path).toBe(at('screening'))
  })

  it('that was screened out stays so on every device', async () => {
    const world = await fresh()
    const { student, link } = await begunByLink(world)
    await send(student, 'screening', { Q02: ['5'] })
    const other = new Student(world)
    await other.post(link)
    expect((await other.open(go)).path).toBe('/s/study-abroad/end/screened_out')
    expect((await other.start()).status).not.toBe(200)
    expect(await rowsOf(world, 'respondents')).toHaveLength(1)
  })
})

describe('on another device', () => {
  async function elsewhere() {
    const world = await fresh()
    const { student, link, code } = await begunByLink(world)
    const resume = resumeCodeIn((await student.open(at('screening'))).html) ?? ''
    await send(student, 'screening', screening())
    await fillUpTo(student, 'course')
    const other = new Student(world, 2)
    const pressed = await other.post(link)
    return { world, student, other, pressed, resume, link, code }
  }

  it('an invitation that was begun asks for the resume code, or goes on', async () => {
    const { other, pressed } = await elsewhere()
    expect(pressed.headers.get('location')).toBe('/s/study-abroad/resume?elsewhere=1')
    const page = await other.open('/s/study-abroad/resume?elsewhere=1')
    expect(textOf(page.html)).toContain('Already started on another device')
    expect((await other.open(go)).path).toBe(at('course'))
  })

  it('it goes on forward only: earlier pages lead to the current one, and nothing sent to them is kept', async () => {
    const { world, other } = await elsewhere()
    for (const page of ['start', 'screening', 'places', 'money', 'last']) {
      expect((await other.open(at(page))).path).toBe(at('course'))
    }
    const before = await everything(world)
    for (const fields of [{ go: ['next'] }, { go: ['back'] }, { draft: ['1'] }, { lang: ['zh-Hans'] }]) {
      for (const revision of ['0', '2', '3']) {
        const sent = await other.post(at('screening'), { ...screening(2), revision: [revision], ...fields })
        expect([303, 409]).toContain(sent.status)
        expect(await sent.text()).not.toContain('checked')
      }
    }
    expect(await everything(world)).toBe(before)
  })

  it('its form is not filled in, and shows no resume code', async () => {
    const { student, other, resume } = await elsewhere()
    await student.post(at('course'), { Q07: ['5'], Q08: ['3'], revision: ['0'], draft: ['1'] })
    expect((await student.open(at('course'))).html).toContain('checked')
    const { html } = await other.open(at('course'))
    expect(html).not.toContain('checked')
    expect(html).not.toContain('value="back"')
    expect(resume).toMatch(/^[0-9A-Z-]{19}$/)
    expect(resumeCodeIn(html)).toBeNull()
    // A form that stood open here meanwhile is told so, and what was saved there stays unseen.
    const response = await send(other, 'course', await other.sample('course'))
    expect(response.status).toBe(409)
    expect(await response.text()).not.toContain('checked')
  })

  it('it can be finished, and the voucher does not show', async () => {
    const { world, student, other } = await elsewhere()
    const sent = await send(other, 'last', await fillUpTo(other, 'last', { Q30: 2001 }))
    expect(sent.headers.get('location')).toBe(go)
    const end = await other.open(go)
    expect(end.path).toBe('/s/study-abroad/end/elsewhere')
    expect(voucherCodeIn(end.html)).toBeNull()
    const voucher = await other.open('/s/study-abroad/voucher')
    expect(voucher.path).toBe('/s/study-abroad/resume')
    expect(voucherCodeIn(voucher.html)).toBeNull()
    expect(await rowsOf(world, 'vouchers')).toHaveLength(1)
    // It shows where it was begun.
    expect(await codeShown(student)).not.toBeNull()
  })

  it('the resume code gives everything back, as people type it', async () => {
    const { other, resume } = await elsewhere()
    const typed = ` ${resume.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`
    expect((await other.post('/s/study-abroad/resume', { code: typed })).headers.get('location')).toBe(go)
    expect((await other.open(at('screening'))).html).toMatch(/name="Q04" value="1" checked/)
    await send(other, 'last', await fillUpTo(other, 'last', { Q30: 2001 }))
    expect(await codeShown(other)).not.toBeNull()
  })

  it('the resume code shows the voucher after the end too', async () => {
    const { student, other, resume } = await elsewhere()
    await send(student, 'last', await fillUpTo(student, 'last', { Q30: 2001 }))
    await other.post('/s/study-abroad/resume', { code: resume })
    expect(await codeShown(other)).toBe(await codeShown(student))
  })

  it('an open link knows nobody, and its resume code works', async () => {
    const world = await fresh()
    const { student, last } = await ready(world)
    const resume = resumeCodeIn((await student.open(at('screening'))).html) ?? ''
    await send(student, 'last', last)
    const other = new Student(world)
    expect(textOf((await other.open('/s/study-abroad')).html)).toContain('Use your resume code')
    await other.post('/s/study-abroad/resume', { code: resume })
    expect(await codeShown(other)).toBe(await codeShown(student))
  })
})

describe('a wrong resume code', () => {
  it.each(['', 'AAAA-AAAA-AAAA-AAAA', '\u0000', '💥'.repeat(9), "' or 1=1", 'x'.repeat(20_000)])(
    'is refused with 422 and a message: %j',
    async (code) => {
      const world = await fresh()
      const student = new Student(world)
      const refused = await student.post('/s/study-abroad/resume', { code })
      expect(refused.status).toBe(422)
      expect(textOf(await refused.text())).toContain('No questionnaire matches this code')
      expect(student.cookies.size).toBe(0)
    },
  )

  it("is also another study's", async () => {
    const world = await fresh()
    const student = await begun(world, { stopBefore: 'screening' })
    const resume = resumeCodeIn((await student.open(at('screening'))).html) ?? ''
    await openStudy(world.ports, another('other'))
    const stranger = new Student(world)
    expect((await stranger.post('/s/other/resume', { code: resume })).status).toBe(422)
    expect((await stranger.post('/s/study-abroad/resume', { code: resume })).status).toBe(303)
  })
})

describe('an invitation that leads nowhere', () => {
  /** Expects the page of this refusal, opened and pressed, with a way on. */
  async function expectNowhere(student: Student, link: string, status: number, words: string): Promise<void> {
    for (const answer of [await student.get(link), await student.post(link)]) {
      expect(answer.status).toBe(status)
      const html = await answer.text()
      expect(textOf(html)).toContain(words)
      expect(html).toMatch(/<p class="actions">.*<a class="button" href="\//s)
      expect(voucherCodeIn(html)).toBeNull()
    }
    expect(student.cookies.size).toBe(0)
  }

  it('because it has expired and was not begun', async () => {
    const world = await fresh()
    const { student, link } = await invited(world)
    world.wait(7 * 24 * 60)
    await expectNowhere(student, link, 410, 'has expired')
  })

  it('because it was revoked', async () => {
    const world = await fresh()
    const { student, link } = await invited(world)
    const [invitation] = await rowsOf<{ id: string }>(world, 'invitations')
    expect(await revokeInvitation(world.ports, invitation?.id ?? '', 'system')).toBe(true)
    await expectNowhere(student, link, 410, 'was withdrawn')
  })

  it('because it was spent, on another device', async () => {
    const world = await fresh()
    const { student, link } = await begunByLink(world)
    await finish(student)
    await expectNowhere(new Student(world), link, 410, 'has been used')
  })

  it.each(['00000-unknown', 'x', '%00', '%E0%A4%A', '%F0%9F%92%A5', 'a'.repeat(5_000), '..%2f..%2fetc'])(
    'because nobody knows it: %s',
    async (code) => {
      const world = await fresh()
      await expectNowhere(new Student(world), `/i/${code}`, 404, 'This link does not work')
    },
  )

  it('because it was revoked between the button and the start', async () => {
    const world = await fresh()
    const { student, link } = await invited(world)
    await student.post(link)
    const { html } = await student.open(at('start'))
    const [invitation] = await rowsOf<{ id: string }>(world, 'invitations')
    await revokeInvitation(world.ports, invitation?.id ?? '', 'system')
    const refused = await student.post(at('start'), { ...hidden(html), Q01: '4', C0a: '1' })
    expect(refused.status).toBe(410)
    expect(await rowsOf(world, 'respondents')).toEqual([])
  })

  it('because it expired between the button and the start', async () => {
    const world = await fresh()
    const { student, link } = await invited(world)
    world.wait(7 * 24 * 60 - 1)
    await student.post(link)
    const { html } = await student.open(at('start'))
    world.wait(1)
    const refused = await student.post(at('start'), { ...hidden(html), Q01: '4', C0a: '1' })
    expect(refused.status).toBe(410)
    expect(await rowsOf(world, 'respondents')).toEqual([])
  })

  it('revoked between start and completion: completing is refused, and no voucher is made', async () => {
    const world = await fresh()
    const { student, link } = await begunByLink(world)
    await send(student, 'screening', screening())
    const last = await fillUpTo(student, 'last', { Q30: 2001 })
    const [invitation] = await rowsOf<{ id: string }>(world, 'invitations')
    await revokeInvitation(world.ports, invitation?.id ?? '', 'system')
    const refused = await send(student, 'last', last)
    expect(refused.status).toBe(410)
    expect(textOf(await refused.text())).toContain('was withdrawn')
    expect(await rowsOf(world, 'vouchers')).toEqual([])
    expect(await rowsOf(world, 'documents')).toEqual([])
    expect((await student.get(link)).status).toBe(410)
    expect((await student.post(link)).status).toBe(410)
  })

  it('cannot be revoked once it is spent', async () => {
    const world = await fresh()
    const { student } = await begunByLink(world)
    await finish(student)
    const [invitation] = await rowsOf<{ id: string }>(world, 'invitations')
    expect(await revokeInvitation(world.ports, invitation?.id ?? '', 'system')).toBe(false)
    expect(await ended(world)).toEqual(['spent'])
  })
})
