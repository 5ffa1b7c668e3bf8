/** Going back and forth, coming back, two tabs one after the other: nothing that was given is lost. */
import { describe, expect, it, vi } from 'vitest'
import { at, begun, fillUpTo, ready, screening, send, textOf } from '../../support/begun.ts'
import { everything, fresh, rowsOf, shared } from '../../support/databases/fresh.ts'
import { collectGarbage } from '../../support/run/collect-garbage.ts'
import { hidden, Student } from '../../support/student.ts'

describe('what was answered', () => {
  const share = shared()

  it('is there after a reload, and on the way back', async () => {
    const student = await begun(share(), { stopBefore: 'course' })
    await send(student, 'course', {
      Q07: ['5'],
      Q08: ['90'],
      'Q08.text': ['天文 <b>'],
      Q09: ['2027'],
      'Q10.1': ['2'],
      'Q10.2': ['9'],
    })
    for (const path of [at('course'), at('course')]) {
      const { html } = await student.open(path)
      expect(html).toMatch(/name="Q07" value="5" checked/)
      expect(html).toMatch(/name="Q08.text"[^>]* value="天文 &lt;b&gt;"/)
      expect(html).toMatch(/<option value="2027" selected/)
    }
    const { html } = await student.open(at('screening'))
    expect(html).toMatch(/name="Q02" value="3" checked/)
    expect(html).toMatch(/name="Q04" value="1" checked/)
  })

  it('is there tomorrow by the same link', async () => {
    const world = await fresh()
    const student = await begun(world, { stopBefore: 'course' })
    world.wait(26 * 60)
    const landing = await student.open('/s/study-abroad')
    expect(textOf(landing.html)).toContain('Continue where you left off')
    expect((await student.open('/s/study-abroad/go')).path).toBe(at('course'))
    expect((await student.open(at('screening'))).html).toMatch(/name="Q04" value="1" checked/)
  })

  it('sent twice is no conflict', async () => {
    const student = await begun(share())
    for (const _ of [1, 2]) {
      expect((await send(student, 'places', { Q05: ['3'] })).headers.get('location')).toBe(at('course'))
    }
  })

  it('in another tab meanwhile is shown beside what this tab had, and nothing is overwritten unseen', async () => {
    const world = share()
    const student = await begun(world)
    await send(student, 'places', { Q05: ['3'] })
    const response = await send(student.tab(), 'places', { Q05: ['6'] })
    expect(response.status).toBe(409)
    const html = await response.text()
    expect(html).toContain('This page was changed in another tab')
    expect(html).toMatch(/name="Q05" value="3" checked/)
    expect(html).toMatch(/type="hidden" name="Q05" value="6"/)
    expect((await student.open(at('places'))).html).toMatch(/name="Q05" value="3" checked/)
    // Having seen both, either can be chosen.
    const mine = { revision: hidden(html).revision ?? '', Q05: '6', go: 'next' }
    expect((await student.post(at('places'), mine)).headers.get('location')).toBe(at('course'))
    expect((await student.open(at('places'))).html).toMatch(/name="Q05" value="6" checked/)
  })

  it('in another tab is shown beside it in another language too', async () => {
    const student = await begun(share())
    await send(student, 'places', { Q05: ['3'] })
    const pageHtml = await (await send(student.tab(), 'places', { Q05: ['6'] })).text()
    const switched = await student.post(at('places'), { ...hidden(pageHtml), Q05: '3', lang: 'zh-Hans' })
    const html = await switched.text()
    expect(html).toContain('<html lang="zh-Hans"')
    expect(html).toContain('博士')
    expect(html).toMatch(/name="Q05" value="3" checked/)
    expect(html).toMatch(/type="hidden" name="Q05" value="6"/)
    expect((await student.post(at('places'), { ...hidden(html), Q05: '3', go: 'next' })).status).toBe(303)
  })

  it('in another tab is also said to someone who presses Back', async () => {
    const student = await begun(share())
    await send(student, 'places', { Q05: ['3'] })
    const response = await student.tab().post(at('places'), { Q05: ['6'], revision: ['0'], go: ['back'] })
    expect(response.status).toBe(409)
    expect((await student.open(at('places'))).html).toMatch(/name="Q05" value="3" checked/)
  })

  it('is kept by Back, also half of it, and leads to the page before', async () => {
    const student = await begun(share(), { stopBefore: 'course' })
    const back = await student.post(at('course'), { Q07: ['5'], Q09: ['not a year'], revision: ['0'], go: ['back'] })
    expect(back.headers.get('location')).toBe(at('places'))
    const { html } = await student.open(at('course'))
    expect(html).toMatch(/name="Q07" value="5" checked/)
    expect(html).not.toContain('not a year')
    expect((await student.open('/s/study-abroad/go')).path).toBe(at('course'))
  })
})

describe('a draft', () => {
  const share = shared()
  const draft = (student: Student, page: string, revision: number, fields: Record<string, string[]>) =>
    student.post(at(page), { ...fields, revision: [String(revision)], draft: ['1'] })

  it('answers with the revision to go on from, and is there when the page is opened', async () => {
    const student = await begun(share())
    const first = await draft(student, 'places', 0, { Q05: ['3'] })
    expect(first.headers.get('content-type')).toContain('application/json')
    const { revision } = (await first.json()) as { revision: number }
    expect(revision).toBeGreaterThan(0)
    expect((await student.open(at('places'))).html).toMatch(/name="Q05" value="3" checked/)
    expect(hidden((await student.open(at('places'))).html).revision).toBe(String(revision))
    const second = (await (await draft(student, 'places', revision, { Q05: ['4'] })).json()) as { revision: number }
    expect(second.revision).toBeGreaterThan(revision)
    expect((await send(student, 'places', { Q05: ['5'] }, second.revision)).status).toBe(303)
  })

  it('from an older revision is refused with 409, and overwrites nothing', async () => {
    const student = await begun(share())
    await draft(student, 'places', 0, { Q05: ['3'] })
    const stale = await draft(student, 'places', 0, { Q05: ['6'] })
    expect(stale.status).toBe(409)
    expect(await stale.json()).toEqual({ conflict: true })
    expect((await student.open(at('places'))).html).toMatch(/name="Q05" value="3" checked/)
  })

  it('of the same answers changes nothing', async () => {
    const world = share()
    const student = await begun(world)
    const first = await (await draft(student, 'places', 0, { Q05: ['3'] })).json()
    const before = await everything(world)
    expect(await (await draft(student, 'places', 0, { Q05: ['3'] })).json()).toEqual(first)
    expect(await everything(world)).toBe(before)
  })

  it('of a page not yet reached, or after the end, is not kept', async () => {
    const world = share()
    const { student, last } = await ready(world)
    const early = await begun(world, { seed: 2 })
    expect((await draft(early, 'last', 0, { Q30: ['2001'] })).status).toBe(409)
    await send(student, 'last', last)
    expect((await draft(student, 'places', 0, { Q05: ['3'] })).status).toBe(409)
    const pages = await rowsOf(world, 'saved_pages')
    expect(pages.filter((row) => row.page === 'last')).toEqual([])
  })

  it('before starting is not kept', async () => {
    const world = share()
    const before = await everything(world)
    const answer = await draft(new Student(world), 'start', 0, { Q01: ['4'], C0a: ['1'] })
    expect(await answer.json()).toEqual({ revision: 0 })
    expect(await everything(world)).toBe(before)
  })
})

describe('a page that is not there yet', () => {
  const share = shared()

  it('leads to where one stands, opened or sent', async () => {
    const world = share()
    const student = await begun(world)
    for (const page of ['course', 'last']) expect((await student.open(at(page))).path).toBe(at('places'))
    const before = await everything(world)
    expect((await send(student, 'last', { Q30: ['2001'] })).headers.get('location')).toBe(at('places'))
    expect(await everything(world)).toBe(before)
  })

  it('leads a newcomer to the landing page, and an unknown one nowhere', async () => {
    const student = new Student(share())
    expect((await student.open(at('course'))).path).toBe('/s/study-abroad')
    expect((await student.open(at('nothing'))).status).toBe(404)
    expect((await student.open('/s/nothing')).status).toBe(404)
    expect((await student.open('/s/nothing/p/start')).status).toBe(404)
  })
})

describe('an answer that this route never showed', () => {
  const share = shared()

  it.each([
    ['en', 'This question is no longer part of your questionnaire.'],
    ['zh-CN', '不再'],
    ['zh-HK', '不再'],
  ])('is refused with 422 and a message, in %s', async (language, message) => {
    const world = share()
    const student = await begun(world)
    student.headers['accept-language'] = language
    const before = await everything(world)
    // Q06 is for those who still plan; this student studies already.
    const refused = await send(student, 'places', { Q05: ['3'], Q06: ['5'] })
    expect(refused.status).toBe(422)
    expect(textOf(await refused.text())).toContain(message)
    expect(await everything(world)).toBe(before)
  })

  it.each([
    ['en', 'Please choose one of the options offered.', 'Q05', '77'],
    ['zh-CN', '请', 'Q05', '77'],
    ['zh-HK', '請', 'Q05', '77'],
    ['en', 'Please answer this question.', 'Q05', ''],
    ['en', 'We could not read this answer.', 'Q05', 'three'],
  ])('or is not allowed has its message at the field: %s, %s', async (language, message, field, value) => {
    const student = await begun(share())
    student.headers['accept-language'] = language
    const refused = await send(student, 'places', { [field]: [value] })
    expect(refused.status).toBe(422)
    const html = await refused.text()
    const place = new RegExp(`<p class="error" id="${field}-e"[^>]*>(.*?)</p>`, 's').exec(html)?.[1] ?? ''
    expect(place).toContain(message)
    expect(html).toContain(`aria-describedby="${field}-e"`)
  })

  it('in an option of another route is refused too', async () => {
    const student = await begun(share(), { stopBefore: 'course' })
    const course = await student.sample('course')
    // Home is the mainland, so the mainland is no place to go away to.
    expect((await send(student, 'course', { ...course, Q07: ['1'] })).status).toBe(422)
  })
})

describe('going back and changing an answer', () => {
  it('leaves no answer behind to a question that is no longer asked', async () => {
    const world = await fresh()
    const student = await begun(world)
    await fillUpTo(student, 'last')
    const [{ revision = 0 } = {}] = (await rowsOf<{ page: string; revision: number }>(world, 'saved_pages')).filter(
      ({ page }) => page === 'screening',
    )
    // From studying to planning: crossings, satisfaction and recommending are not asked any more; Q06 now is.
    expect((await send(student, 'screening', screening(1, 1), revision)).status).toBe(303)
    expect((await student.open('/s/study-abroad/go')).path).toBe(at('places'))
    await send(student, 'last', await fillUpTo(student, 'last', { Q30: 2001 }))
    const [row] = await rowsOf<{ document: string }>(world, 'documents')
    const document = JSON.parse(row?.document ?? '{}')
    expect(document.Q06).toBeDefined()
    for (const code of ['Q19', 'Q20', 'Q26', 'Q27', 'Q28']) expect(document).not.toHaveProperty(code)
  })
})

describe('the last page, while it waits for its commit', () => {
  it('holds nothing of the pages that were read for it', async () => {
    const world = await fresh()
    const student = await begun(world)
    const posted = await fillUpTo(student)
    const asked = Promise.withResolvers<void>()
    const committing = Promise.withResolvers<void>()
    const { db } = world.ports
    world.ports.db = {
      ...db,
      async together(...writes) {
        asked.resolve()
        await committing.promise
        return db.together(...writes)
      },
    }
    const { parse } = JSON
    const pagesRead: WeakRef<object>[] = []
    const parsing = vi.spyOn(JSON, 'parse').mockImplementation((text: string) => {
      const value = parse(text) as unknown
      // The answers of pages as they are packed: page, revision, answers.
      if (text.startsWith('[["') && Array.isArray(value)) {
        for (const [, , answers] of value)
          if (typeof answers === 'object') pagesRead.push(new WeakRef(answers as object))
      }
      return value
    })
    const sending = send(student, 'last', posted)
    await asked.promise
    parsing.mockRestore()
    await collectGarbage()
    expect(pagesRead.length).toBeGreaterThan(1)
    expect(pagesRead.filter((one) => one.deref() !== undefined)).toEqual([])
    committing.resolve()
    expect((await sending).status).toBe(303)
  })
})
