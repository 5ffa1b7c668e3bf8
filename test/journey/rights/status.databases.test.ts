/** What a respondent sees of all that is kept of them: by the code alone, and nobody else. */
import { expect, it } from 'vitest'
import { invite } from '../../../src/survey/respondents/actions.ts'
import { begun, codeShown, ready, resumeCodeIn, screening, send, textOf, voucherCodeIn } from '../../support/begun.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { everything, fresh, rowsOf } from '../../support/databases/fresh.ts'
import { Student } from '../../support/student.ts'
import type { World } from '../../support/world.ts'

const status = '/s/study-abroad/status'
const file = (name: string) => `${status}/answers.${name}`

/** A browser that has nothing but the code. */
async function byCode(world: World, code: string): Promise<Student> {
  const browser = new Student(world)
  const done = await browser.post(status, { code })
  expect([done.status, done.headers.get('location')]).toEqual([303, status])
  return browser
}

forEachDatabase((_, open, once) => {
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
    const kept = JSON.parse(await json.text())
    const [row] = await rowsOf(world, 'responses')
    expect(kept).toMatchObject({
      state: 'complete',
      kept_beside: { started_at: row?.started_at, ended_at: row?.ended_at, reference: row?.export_ref },
      consents: [{ code: 'C0a', at: row?.started_at }],
    })
    expect(kept.answers).toContainEqual({ name: 'Q01', question: 'How old are you?', value: 4, label: '23 to 27' })
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
    const kept = JSON.parse(await (await student.get(file('json'))).text())
    expect(kept.decisions).toMatchObject([{ what: 'held', reason: null, by_rule: true }])
  })

  once('before the end it shows what was saved, and leads back to where it stopped', async () => {
    const world = await fresh({ open })
    const student = await begun(world)
    const { html } = await student.open(status)
    expect(html).toContain('href="/s/study-abroad/go"')
    expect(textOf(html)).toContain('You have begun and not finished yet.')
    const kept = JSON.parse(await (await student.get(file('json'))).text())
    expect(kept.kept_beside.pages.map(({ page }: { page: string }) => page)).toEqual(['start', 'screening'])
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
    expect((await phone.open(status)).html).toContain('href="/s/study-abroad/voucher"')
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
