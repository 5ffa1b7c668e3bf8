/** The ways in which a response ends before its last page. */

import { describe, expect, it } from 'vitest'
import type { Posted } from '../../../src/platform/http/form.ts'
import { invite } from '../../../src/survey/respondents/actions.ts'
import { at, begun, fillUpTo, screening, send, textOf } from '../../support/begun.ts'
import { expectBooksToBalance } from '../../support/books.ts'
import { everything, fresh, rowsOf } from '../../support/databases/fresh.ts'
import { hidden, Student } from '../../support/student.ts'
import type { World, WorldOptions } from '../../support/world.ts'

const screenedOut = '/s/study-abroad/end/screened_out'

describe('someone screened out', () => {
  it('sees a polite page at once, and the lease goes back', async () => {
    const world = await fresh()
    const student = await begun(world)
    await send(student, 'screening', screening(1, 5), 2)
    const end = await student.open('/s/study-abroad/go')
    expect(end.path).toBe(screenedOut)
    expect(textOf(end.html)).toContain('Thank you')
    expect((await rowsOf(world, 'lease_steps')).map((row) => row.state)).toEqual(['open', 'returned'])
    await expectBooksToBalance(world)
  })

  it('stays so: no page opens, nothing sent is kept, and no voucher comes', async () => {
    const world = await fresh()
    const student = await begun(world)
    const places = await student.sample('places')
    await send(student, 'screening', screening(1, 5), 2)
    const before = await everything(world)
    for (const page of ['start', 'screening', 'places', 'last']) {
      expect((await student.open(at(page))).path).toBe(screenedOut)
    }
    const sent: [string, Posted][] = [
      ['screening', screening()],
      ['places', places],
      ['last', { Q30: ['2001'] }],
    ]
    for (const [page, posted] of sent) {
      const answer = await send(student, page, posted, 3)
      expect((await student.open(answer.headers.get('location') ?? '')).path).toBe(screenedOut)
    }
    await student.post('/s/study-abroad/reward')
    expect((await student.open('/s/study-abroad/voucher')).path).toBe(screenedOut)
    expect(await everything(world)).toBe(before)
    expect(await rowsOf(world, 'vouchers')).toEqual([])
    expect(textOf((await student.open('/s/study-abroad')).html)).toContain('not meant for you')
  })

  it('on the screening page never held a lease', async () => {
    const world = await fresh()
    const student = await begun(world, { stopBefore: 'screening' })
    expect((await send(student, 'screening', { Q02: ['5'] })).headers.get('location')).toBe('/s/study-abroad/go')
    expect(await rowsOf(world, 'lease_steps')).toEqual([])
  })
})

describe('someone too young', () => {
  it.each(['1', '2'])('is thanked at once and nothing at all is stored, code %s', async (age) => {
    const world = await fresh()
    const student = new Student(world)
    const before = await everything(world)
    const { html } = await student.open(at('start'))
    const sent = await student.post(at('start'), { ...hidden(html), Q01: age, C0a: '1' })
    const end = await student.open(sent.headers.get('location') ?? '')
    expect(end.path).toBe('/s/study-abroad/end/under_age')
    expect(textOf(end.html)).toContain('18 and over')
    expect(await everything(world)).toBe(before)
    expect([...student.cookies.keys()]).not.toContain('__Host-respondent-study-abroad')
  })

  it('cannot go back and choose another age in this browser, whatever is posted', async () => {
    const world = await fresh()
    const student = new Student(world)
    const { html } = await student.open(at('start'))
    await student.post(at('start'), { ...hidden(html), Q01: '2', C0a: '1' })
    const before = await everything(world)
    expect((await student.open('/s/study-abroad/go')).path).toBe('/s/study-abroad/end/under_age')
    const again = await student.post(at('start'), { ...hidden(html), Q01: '4', C0a: '1' })
    expect(again.headers.get('location')).toBe('/s/study-abroad/end/under_age')
    expect(await everything(world)).toBe(before)
    // Somebody else's browser, and who was not too young.
    expect((await new Student(world).start()).headers.get('location')).toBe('/s/study-abroad/go')
  })

  it('who says so only later: what was answered is deleted, the lease goes back, and it stays so', async () => {
    const world = await fresh()
    const student = await begun(world)
    await fillUpTo(student, 'last')
    const sent = await send(student, 'start', { Q01: ['2'], C0a: ['1'] }, 1)
    expect(sent.headers.get('location')).toBe('/s/study-abroad/end/under_age')
    expect(await rowsOf(world, 'saved_pages')).toEqual([])
    for (const table of ['documents', 'agreements'] as const) expect(await rowsOf(world, table)).toEqual([])
    expect((await rowsOf(world, 'lease_steps')).map((row) => row.state)).toEqual(['open', 'returned'])
    await send(student, 'last', { Q30: ['2001'] })
    expect((await student.open('/s/study-abroad/go')).path).toBe(screenedOut)
    expect(await rowsOf(world, 'vouchers')).toEqual([])
    await expectBooksToBalance(world)
    // Nor is another age asked for on this device once it has forgotten them.
    await student.post('/s/study-abroad/devices/here')
    expect((await student.open(at('start'))).path).toBe('/s/study-abroad/end/under_age')
  })

  it('the page says so to whoever is still answering, and the device forgets nothing that they have typed', async () => {
    const student = await begun(await fresh())
    const { html } = await student.open('/s/study-abroad/end/under_age')
    expect(html).not.toContain('data-over')
    const stranger = new Student(await fresh())
    expect((await stranger.open('/s/study-abroad/end/under_age')).html).toContain('data-over="/s/study-abroad/p/"')
  })

  it('leaves no trace in a draft either, which is not said to be saved', async () => {
    const world = await fresh()
    const student = await begun(world)
    const before = await everything(world)
    const draft = await student.post(at('start'), { Q01: ['1'], revision: ['1'], draft: ['1'] })
    expect(await draft.json()).toEqual({ revision: 1, partly: true })
    expect(await everything(world)).toBe(before)
  })
})

describe('a study that admits people from 14', () => {
  const from14: Partial<WorldOptions> = {
    study: (study) => ({ ...study, settings: { ...study.settings, minimumAge: 14 } }),
  }

  /** Somebody whose parent or guardian has confirmed to the organiser. */
  async function invited(world: World): Promise<Student> {
    const student = new Student(world)
    await student.post(`/i/${await invite(world.ports, world.study.id, '2026-11-30T08:00:00.000Z', true)}`)
    return student
  }

  it("asks those of 14 to 17 for their guardian's tick, on the same page", async () => {
    const world = await fresh(from14)
    const student = await invited(world)
    const { html } = await student.open(at('start'))
    expect(html).not.toContain('name="C0d"')
    const asked = await student.post(at('start'), { ...hidden(html), Q01: '2', C0a: '1' })
    expect(asked.status).toBe(422)
    const page = await asked.text()
    expect(page).toContain('name="C0d"')
    const begun = await student.post(at('start'), { ...hidden(page), Q01: '2', C0a: '1', C0d: '1' })
    expect(begun.headers.get('location')).toBe('/s/study-abroad/go')
  })

  it('asks so too of someone who changes the age later', async () => {
    const world = await fresh(from14)
    const student = await invited(world)
    await student.start()
    const asked = await send(student, 'start', { Q01: ['2'], C0a: ['1'] }, 1)
    expect(asked.status).toBe(422)
    expect(await asked.text()).toContain('name="C0d"')
    const saved = await send(student, 'start', { Q01: ['2'], C0a: ['1'], C0d: ['1'] }, 1)
    expect(saved.headers.get('location')).toBe(at('screening'))
  })

  it('takes nobody of 14 to 17 by their own tick, neither at the start nor later, and says what has to be done', async () => {
    const world = await fresh(from14)
    const student = new Student(world)
    const before = await everything(world)
    const { html } = await student.open(at('start'))
    expect((await student.post(at('start'), { ...hidden(html), Q01: '2', C0a: '1', C0d: '1' })).status).toBe(422)
    const sent = await student.post(at('start'), { ...hidden(html), Q01: '2', C0a: '1' })
    expect(sent.headers.get('location')).toBe('/s/study-abroad/end/under_age')
    expect(textOf((await student.open('/s/study-abroad/end/under_age')).html)).toContain(
      'a parent or guardian has to agree',
    )
    expect(await everything(world)).toBe(before)
    const older = await begun(world, { seed: 2 })
    const later = await send(older, 'start', { Q01: ['2'], C0a: ['1'] }, 1)
    expect(later.headers.get('location')).toBe('/s/study-abroad/end/under_age')
    // The personal link that follows works in the same browser.
    await student.post(`/i/${await invite(world.ports, world.study.id, '2026-11-30T08:00:00.000Z', true)}`)
    expect((await student.open('/s/study-abroad/go')).path).toBe(at('start'))
  })
})
