import { describe, expect, it } from 'vitest'
import { voucherMessages } from '../../../messages/generated/voucher.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { at, begun, ready, send, textOf } from '../../support/begun.ts'
import { countWrites, everything, fresh, shared } from '../../support/databases/fresh.ts'
import { hidden, Student } from '../../support/student.ts'

const lang = (html: string) => /<html lang="([^"]*)"/.exec(html)?.[1]

describe('switching the language', () => {
  it('on a page of questions keeps what is typed, also what is not allowed, and writes nothing', async () => {
    const world = await fresh()
    const student = await begun(world, { stopBefore: 'course' })
    const before = await everything(world)
    const counted = countWrites(world)
    const long = '太長'.repeat(80)
    const typed = {
      Q07: ['5'],
      Q08: ['90'],
      'Q08.text': [`“half\ntyped” <script>${long}`],
      'Q10.1': ['2'],
      'Q10.2': ['2'],
      revision: ['0'],
    }
    for (const [to, title] of [
      ['zh-Hans', '专业与原因'],
      ['zh-Hant', '主修與原因'],
      ['en', 'Course and reasons'],
    ] as const) {
      const page = await student.post(at('course'), { ...typed, lang: [to] })
      expect(page.status).toBe(200)
      const html = await page.text()
      expect(lang(html)).toBe(to)
      expect(html).toContain(title)
      expect(html).toMatch(/name="Q07" value="5" checked/)
      expect(html).toContain('“half\ntyped” &lt;script&gt;')
      expect(html.match(/<option value="2" selected/g)).toHaveLength(2)
      expect(html).toContain(long)
      expect(hidden(html).revision).toBe('0')
    }
    expect(counted.writes).toBe(0)
    expect(await everything(world)).toBe(before)
  })

  it('on the first page keeps age, consent and the form that starting needs, and stores nothing', async () => {
    const world = await fresh()
    const before = await everything(world)
    const student = new Student(world)
    const { html } = await student.open(at('start'))
    const page = await student.post(at('start'), { ...hidden(html), Q01: '4', C0a: '1', lang: 'zh-Hant' })
    const switched = await page.text()
    expect(lang(switched)).toBe('zh-Hant')
    expect(switched).toMatch(/name="Q01" value="4" checked/)
    expect(switched).toMatch(/name="C0a" value="1" checked/)
    expect(hidden(switched)).toEqual(hidden(html))
    expect(await everything(world)).toBe(before)
    expect((await student.post(at('start'), { ...hidden(switched), Q01: '4', C0a: '1' })).status).toBe(303)
  })

  it('is remembered on the pages after', async () => {
    const world = await fresh()
    const student = await begun(world)
    await student.post(at('places'), { revision: '0', lang: 'zh-Hans' })
    expect(lang((await student.open(at('screening'))).html)).toBe('zh-Hans')
    expect(lang((await student.open('/s/study-abroad')).html)).toBe('zh-Hans')
    expect((await student.get('/s/study-abroad/resume?elsewhere=1&lang=zh-Hant')).headers.getSetCookie()).toHaveLength(
      1,
    )
    expect(lang((await student.open('/s/study-abroad/resume')).html)).toBe('zh-Hant')
  })

  it('to one that there is not changes nothing', async () => {
    const world = await fresh()
    const student = await begun(world)
    expect(lang((await student.open('/s/study-abroad?lang=xx%22%3E')).html)).toBe('en')
    expect([...student.cookies.keys()].filter((name) => name.includes('lang'))).toEqual([])
  })
})

describe('in each language', () => {
  const share = shared()

  it.each<[string, Language]>([
    ['en', 'en'],
    ['zh-CN', 'zh-Hans'],
    ['zh-HK', 'zh-Hant'],
  ])('%s: the landing page, the first page, its errors and the voucher', async (header, language) => {
    const world = share()
    const newcomer = new Student(world)
    newcomer.headers['accept-language'] = header
    expect(lang((await newcomer.open('/s/study-abroad')).html)).toBe(language)
    const start = await newcomer.open(at('start'))
    const refused = await newcomer.post(at('start'), { ...hidden(start.html) })
    expect(refused.status).toBe(422)
    expect(lang(await refused.text())).toBe(language)
    expect((await newcomer.open('/s/study-abroad/voucher')).status).toBe(401)

    const { student, last } = await ready(world)
    student.headers['accept-language'] = header
    await send(student, 'last', last)
    const { html } = await student.open('/s/study-abroad/go')
    expect(lang(html)).toBe(language)
    const text = textOf(html)
    const voucher = voucherMessages(language)
    expect(text).toContain(voucher.title)
    expect(text).toContain(voucher.stages.issued.name)
  })
})
