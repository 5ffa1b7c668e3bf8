/** What a respondent sees of all that is kept of them: by the code alone, and nobody else. */
import { expect, it } from 'vitest'
import { studyAbroadStudy } from '../../../src/journey/setup/study-abroad.ts'
import { sha256 } from '../../../src/platform/crypto/sha256.ts'
import { invite } from '../../../src/survey/respondents/actions.ts'
import { begun, codeShown, ready, resumeCodeIn, screening, send, textOf, voucherCodeIn } from '../../support/begun.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { everything, fresh, rowsOf } from '../../support/databases/fresh.ts'
import { hidden, Student } from '../../support/student.ts'
import type { World, WorldOptions } from '../../support/world.ts'

const status = '/s/study-abroad/status'
const file = (name: string) => `${status}/answers.${name}`

/** A browser that has nothing but the code. */
async function byCode(world: World, code: string): Promise<Student> {
  const browser = new Student(world)
  const done = await browser.post(status, { code })
  expect([done.status, done.headers.get('location')]).toEqual([303, status])
  return browser
}

/** Another text of the notice from now on. */
async function movedTo(world: World, where: string) {
  const settings = { ...world.study.settings, privacy: { where: { en: where, 'zh-Hans': where, 'zh-Hant': where } } }
  const given = studyAbroadStudy(world.ports.clock.now()).settings
  const { db } = world.ports
  const outcome = await db.together({
    sql: 'update studies set settings = ?',
    values: [JSON.stringify({ ...given, privacy: settings.privacy })],
  })
  expect(outcome.done).toBe(true)
  world.wait(1)
}

forEachDatabase((_, open, once) => {
  once('each version of the notice is kept from the first person on who agreed to it, and stays readable', async () => {
    const world = await fresh({ open })
    const reader = new Student(world)
    const notice = '/s/study-abroad/privacy'
    const before = await everything(world)
    const first = textOf((await reader.open(notice)).html)
    expect(first).toContain('Honorarium demonstration. Write to study@example.org.')
    expect(first).toContain('legitimate interest')
    expect(first).toContain('your browser keeps what you type and the pages that you have opened on your device')
    expect((await reader.get(`${notice}?version=2`)).status).toBe(404)
    expect(await everything(world)).toBe(before)
    // Two at once bring the same text, and then two more another one.
    await Promise.all([1, 2].map((seed) => begun(world, { seed, stopBefore: 'screening' })))
    const waiting = new Student(world, 5)
    const form = await waiting.open('/s/study-abroad/go')
    await movedTo(world, 'Kept in Macao.')
    await Promise.all([3, 4].map((seed) => begun(world, { seed, stopBefore: 'screening' })))
    const texts = await rowsOf(world, 'agreement_texts')
    expect(texts.map(({ code, version }) => `${code} ${version}`).toSorted()).toEqual(['C0a 1', 'notice 1', 'notice 2'])
    expect(textOf((await reader.open(notice)).html)).toContain('Kept in Macao.')
    const old = textOf((await reader.open(`${notice}?version=1`)).html)
    expect(old).toContain('This is an earlier version.')
    expect(old).not.toContain('Macao.')
    // Whoever still has the older one in front of them reads the new one first.
    const sent = await waiting.post(form.path, { ...hidden(form.html), Q01: '4', C0a: '1', paradata: '1' })
    expect(sent.status).toBe(200)
    expect((await sent.text()).match(/id="[^"]*" name="[^"]*" value="[^"]*" checked/g)).toEqual([
      'id="Q01-o4" name="Q01" value="4" checked',
    ])
    expect(await rowsOf(world, 'respondents')).toHaveLength(4)
  })

  once('the notice names who is given an account for a thank-you, too', async () => {
    const inMainland = (offer: { currency: string }) => offer.currency === 'CNY'
    const study: WorldOptions['study'] = (study) => ({
      ...study,
      offers: study.offers.filter(inMainland),
      thanks: study.offers.filter((offer) => !inMainland(offer)),
    })
    const reader = new Student(await fresh({ study }))
    expect(textOf((await reader.open('/s/study-abroad/privacy')).html)).toContain('FPS 轉數快')
  })

  once('counting is allowed in a box of its own, and whoever leaves it alone goes on just the same', async () => {
    const world = await fresh({ open })
    for (const ticked of [{}, { paradata: '1' }]) {
      const student = new Student(world)
      const { html, path } = await student.open('/s/study-abroad/go')
      expect(html).toContain('name="paradata"')
      const sent = await student.post(path, { ...hidden(html), Q01: '4', C0a: '1', ...ticked })
      expect(sent.headers.get('location')).toBe('/s/study-abroad/go')
    }
    expect((await rowsOf(world, 'responses')).map(({ paradata }) => paradata).toSorted()).toEqual([0, 1])
    const allowing = async () => [
      (await rowsOf(world, 'responses')).filter(({ paradata }) => paradata === 1).length,
      (await rowsOf(world, 'agreements')).filter(({ code }) => code === 'paradata').length,
    ]
    expect(await allowing()).toEqual([1, 1])
    // Taken back, and given, as easily.
    const student = await begun(world, { seed: 3 })
    for (const [allow, many] of [
      ['1', 2],
      ['1', 2],
      ['0', 1],
      ['0', 1],
    ] as const) {
      await student.post(`${status}/paradata`, { allow })
      expect(await allowing()).toEqual([many, many])
    }
    expect(textOf((await student.open(status)).html)).toContain('Typing and pasting are not counted.')
    // What has been counted is part of what they are given, also before the end.
    await student.post(`${status}/paradata`, { allow: '1' })
    const { html, path } = await student.open('/s/study-abroad/go')
    await student.post(path, { ...hidden(html), typed: '12.1', draft: '1', Q02: '3' })
    const document = JSON.parse(await (await student.get(file('json'))).text())
    expect(Object.values(document.typing_counted)).toEqual([{ keys: 12, pastes: 1 }])
    expect(Object.keys(document.page_times_ms).length).toBeGreaterThan(1)
    // The page and its file say the same in words, of each page once.
    const words = async () => {
      const saved = await (await student.get(file('html'))).text()
      return [(await student.open(status)).html, saved].map((html) => [
        html.match(/<td class="number">(\d+ min )?\d+ s<\/td>/g)?.length,
        html.includes('<td class="number">12</td><td class="number">1</td>'),
      ])
    }
    const pages = Object.keys(document.page_times_ms).length
    expect(await words()).toEqual([
      [pages, true],
      [pages, true],
    ])
    // And it goes once they no longer allow it.
    await student.post(`${status}/paradata`, { allow: '0' })
    expect(JSON.parse(await (await student.get(file('json'))).text()).typing_counted).toEqual({})
    expect((await words()).map(([, isSaid]) => isSaid)).toEqual([false, false])
  })

  it('the code alone opens all that is kept of a complete response, as a page and as files', async () => {
    const world = await fresh({ open })
    const { student, last } = await ready(world, { seed: 3 })
    await send(student, 'last', last)
    const code = resumeCodeIn((await student.open(status)).html) ?? ''
    const before = await everything(world)
    const browser = await byCode(world, code)
    const text = textOf((await browser.open(status)).html)
    expect(text).toContain('You have answered to the end.')
    expect(text).toContain('How old are you?')
    expect(text).toContain('I have read the notice and agree')
    const json = await browser.get(file('json'))
    expect(json.headers.get('content-disposition')).toContain('study-abroad-answers.json')
    const document = JSON.parse(await json.text())
    const [row] = await rowsOf(world, 'responses')
    expect(document).toMatchObject({
      state: 'complete',
      kept_beside: { started_at: row?.started_at, ended_at: row?.ended_at, reference: row?.export_ref },
      consents: [{ code: 'C0a', at: row?.started_at, version: 1 }],
      privacy_notice: { version: 1, shown_at: row?.started_at },
    })
    // Anybody can see that the texts are those: each hash is of a text that is kept.
    const hashes = [document.privacy_notice, ...document.consents].map(({ sha256 }) => sha256)
    const texts = (await rowsOf(world, 'agreement_texts')).map((one) => String(one.text))
    expect(hashes.toSorted()).toEqual(texts.map((one) => sha256(one)).toSorted())
    expect(text).toContain('Version 1, agreed on')
    expect(document.answers).toContainEqual({ name: 'Q01', question: 'How old are you?', value: 4, label: '23 to 27' })
    const html = await browser.get(file('html'))
    expect(html.headers.get('content-disposition')).toMatch(/^attachment/)
    const saved = await html.text()
    expect(saved).toContain('23 to 27')
    expect(saved).not.toMatch(/src=|href=/)
    expect(await everything(world)).toBe(before)
  })

  once('whoever was screened out has the code too, and sees what was decided and by whom', async () => {
    const world = await fresh({ open })
    const student = await begun(world, { stopBefore: 'screening' })
    const sent = await send(student, 'screening', screening(1, 5))
    const end = await student.open(sent.headers.get('location') ?? '')
    const browser = await byCode(world, resumeCodeIn(end.html) ?? '')
    const text = textOf((await browser.open(status)).html)
    expect(text).toContain('do not fit those whom this study is for')
    expect(text).toContain('By a rule of the study, without a person.')
  })

  once('a held response says that a person looks at it', async () => {
    const world = await fresh({ open, study: (study) => ({ ...study, openLinkPolicy: 'hold' }) })
    const { student, last } = await ready(world)
    await send(student, 'last', last)
    expect(textOf((await student.open(status)).html)).toContain('A person looks at your answers')
    const document = JSON.parse(await (await student.get(file('json'))).text())
    expect(document.decisions).toMatchObject([{ what: 'held', reason: null, by_rule: true }])
  })

  once('before the end it shows what was saved, and leads back to where it stopped', async () => {
    const world = await fresh({ open })
    const student = await begun(world)
    const { html } = await student.open(status)
    expect(html).toContain('href="/s/study-abroad/go"')
    expect(textOf(html)).toContain('You have begun and not finished yet.')
    const document = JSON.parse(await (await student.get(file('json'))).text())
    expect(document.kept_beside.pages.map(({ page }: { page: string }) => page)).toEqual(['start', 'screening'])
  })

  once('on a phone that others use, it leads to one’s own voucher', async () => {
    const world = await fresh({ open })
    const mine = await ready(world, { seed: 2 })
    await send(mine.student, 'last', mine.last)
    const other = await ready(world, { seed: 3 })
    await send(other.student, 'last', other.last)
    const code = resumeCodeIn((await mine.student.open(status)).html) ?? ''
    const phone = new Student(world)
    await phone.post('/v', { code: (await codeShown(other.student)) ?? '' })
    await phone.post(status, { code })
    // Looking at the status page takes nothing away of what was opened here before.
    const cookies = [...phone.cookies]
    const { html } = await phone.open(status)
    expect(html).toContain(`action="${status}/voucher"`)
    expect(textOf(html)).toContain('A voucher. How it stands is on its own page.')
    expect([...phone.cookies]).toEqual(cookies)
    await phone.post(`${status}/voucher`)
    const shown = voucherCodeIn((await phone.open('/s/study-abroad/voucher')).html)
    expect(shown).toBe(await codeShown(mine.student))
  })

  once('a wrong code, an invitation that was begun elsewhere and a voucher’s code show nothing', async () => {
    const world = await fresh({ open })
    const link = `/i/${await invite(world.ports, world.study.id, '2026-11-30T08:00:00.000Z')}`
    const owner = new Student(world)
    await owner.post(link)
    await owner.start()
    const stranger = new Student(world)
    await stranger.post(link)
    const { student, last } = await ready(world, { seed: 2 })
    await send(student, 'last', last)
    const holder = new Student(world)
    await holder.post('/v', { code: (await codeShown(student)) ?? '' })
    const guesser = new Student(world)
    expect((await guesser.post(status, { code: 'AAAA-BBBB-CCCC-DDDD' })).status).toBe(422)
    for (const browser of [stranger, holder, guesser, new Student(world)]) {
      for (const path of [status, file('json'), file('html')]) {
        const { html } = await browser.open(path)
        expect(html).toContain('name="code"')
        expect(html).not.toContain('How old are you?')
      }
    }
    expect((await owner.get(`${status}/else.json`)).status).toBe(404)
  })
})
