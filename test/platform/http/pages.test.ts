import { describe, expect, test } from 'vitest'
import { commonMessages } from '../../../messages/generated/common.ts'
import { surveyMessages } from '../../../messages/generated/survey.ts'
import { voucherMessages } from '../../../messages/generated/voucher.ts'
import { languages } from '../../../schema/questionnaire.ts'
import { rewardGonePage } from '../../../src/journey/answering/other-pages.tsx'
import { messageOf } from '../../../src/survey/questionnaire/page/draw.ts'
import { questionPage } from '../../../src/survey/responses/question-page.tsx'
import { straySpaces } from '../../support/chinese-typography.ts'
import { sampleErrors, samplePage, text } from './sample-page.ts'
import { everyPage, landingIn, questionsIn } from './sample-pages.ts'
import { shellIn } from './sample-shell.ts'
import { progresses, voucherIn } from './sample-vouchers.ts'

const every = (
  await Promise.all(
    languages.flatMap((language) =>
      Object.entries(everyPage(language)).map(async ([name, html]) => ({ name, language, html: String(await html) })),
    ),
  )
).map((page) => ({ ...page, title: `${page.name} in ${page.language}` }))

const tags = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`<${name}\\b[^>]*>`, 'g'))].map(([tag]) => tag)
const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
const idsOf = (html: string) => [...html.matchAll(/\sid="([^"]*)"/g)].map((found) => found[1] ?? '')

describe.each(every)('$title', ({ name, language, html }) => {
  test('it is a whole page in its language, found by search engines only where people should land', () => {
    expect(html).toMatch(/^<!doctype html><html lang="/)
    expect(html).toContain(`<html lang="${language}">`)
    expect(html).toContain('name="viewport"')
    expect(tags(html, 'main')).toHaveLength(1)
    expect(tags(html, 'h1')).toHaveLength(1)
    expect(html.includes('content="noindex"')).toBe(!name.startsWith('landing'))
  })

  test('nothing in it is inline script, inline style or from elsewhere', () => {
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/i)
    const own = name === 'wechatReceive' ? ['<script src="/assets/w.js" defer="">'] : []
    const common = ['<script src="/assets/words.js" defer="">', '<script src="/assets/a.js" defer="">']
    expect(tags(html, 'script')).toEqual([...common, ...own])
    expect(html).not.toMatch(/(src|action)="https?:/)
  })

  test('every field has a label or is hidden, and nothing browser-side stops a button', () => {
    const labelled = new Set(tags(html, 'label').map((label) => attribute(label, 'for')))
    const fields = [...tags(html, 'input'), ...tags(html, 'select'), ...tags(html, 'textarea')]
    const bare = fields.filter((field) => !/type="hidden"/.test(field) && !labelled.has(attribute(field, 'id')))
    expect(bare).toEqual([])
    expect(html).not.toMatch(/\srequired/)
  })

  test('ids are unique, and whatever names one finds it', () => {
    const ids = idsOf(html)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
    const named = [...html.matchAll(/\s(?:for|aria-describedby|aria-labelledby|form|href)="(#?[^"]*)"/g)]
      .filter(([whole, value = '']) => !whole.startsWith(' href') || value.startsWith('#'))
      .flatMap(([, value = '']) => value.replace('#', '').split(' '))
    expect(named.filter((id) => !ids.includes(id))).toEqual([])
  })
})

describe('the questions', () => {
  const page = async (...given: Parameters<typeof questionsIn>) => String(await questionsIn(...given))

  test('what was answered is filled in', async () => {
    const html = await page('en')
    const checked = tags(html, 'input').filter((tag) => / checked/.test(tag))
    expect(checked.map((tag) => `${attribute(tag, 'name')}=${attribute(tag, 'value')}`)).toEqual([
      ...['Q01=90', 'Q02=5', 'Q03=1', 'Q03=7', 'Q05.1=4', 'Q05.8=2', 'Q06=97', 'Q07=10', 'C0a=1'],
    ])
    const selected = tags(html, 'option').filter((tag) => / selected/.test(tag))
    expect(selected.map((tag) => attribute(tag, 'value'))).toEqual(['3', '1', '2024'])
    // JP of a long list is typed by its name.
    for (const value of ['typed', 'Japan en', '2001', '12']) expect(html).toContain(`value="${value}"`)
    expect(html).toContain('a &lt; b</textarea>')
  })

  test('each fault stands at its field and in the summary, and leads there', async () => {
    for (const language of languages) {
      const html = await page(language, { errors: sampleErrors })
      expect(html).toMatch(/<div class="faults" id="faults" role="alert" tabindex="-1">/)
      expect(tags(html, 'a').filter((tag) => /href="#(?!main)/.test(tag))).toHaveLength(sampleErrors.length - 1)
      for (const error of sampleErrors) {
        const { field, code } = error
        const message = messageOf(language, error)
        const times = html.split(message).length - 1
        expect(times, `${field} ${code}`).toBeGreaterThanOrEqual(field === 'Q99' ? 1 : 2)
        if (field !== 'Q99') expect(html).toContain(`id="${field.replace('.', '-')}-e"`)
      }
      expect(html.match(/aria-invalid="true"/g)?.length).toBeGreaterThanOrEqual(sampleErrors.length - 1)
      expect(html).toContain(`<title>${commonMessages(language).errorPrefix}`)
    }
  })

  test('an option that is not yet offered can be shown, and is open when it was picked', async () => {
    expect(await page('en')).toMatch(/<details class="more" open=""/)
    expect(await page('en', { fill: {} })).toMatch(/<details class="more"><summary>/)
  })

  test('pressing Enter goes on: the first button of the form is Next, not a language', async () => {
    const html = await page('zh-Hant')
    const [first] = tags(html, 'button').filter((tag) => /type="submit"/.test(tag))
    expect(first).toContain('name="go" value="next"')
    expect(tags(html, 'button').filter((tag) => /name="lang"/.test(tag))).toHaveLength(languages.length - 1)
    expect(
      tags(html, 'button').filter((tag) => /(name="lang"|value="back")/.test(tag) && !/formnovalidate/.test(tag)),
    ).toEqual([])
  })

  test('the last page finishes, the first has no way back', async () => {
    expect(await page('en', { view: { ...samplePage, at: 9 } })).toContain('>Finish</button>')
    expect(await page('en', { back: null })).not.toContain('value="back"')
  })

  test('what people wrote is text, wherever it stands', async () => {
    const evil = '"><script>alert(1)</script>'
    const html = String(
      await questionPage({
        shell: { ...shellIn('en'), runBy: { name: evil, contact: evil } },
        study: { slug: 's', title: evil },
        view: {
          ...samplePage,
          title: { ...text('x'), en: evil },
          questions: [{ code: 'Q01', text: { ...text('x'), en: evil }, optional: false, type: 'text', maxLength: 9 }],
        },
        fill: { Q01: [evil] },
        mark: '',
        devices: evil,
        worker: null,
        status: evil,
        errors: [{ field: 'Q01', code: 'required' }],
        hidden: { [evil]: evil },
        action: evil,
        back: null,
        resume: { code: evil, link: evil },
        fresh: true,
      }),
    )
    expect(html).not.toContain('<script>')
    expect(tags(html, 'script')).toHaveLength(2)
  })
})

describe('the other pages', () => {
  test('no two Chinese sentences have a space between them', () => {
    const spaces = every.flatMap(({ title, html }) => straySpaces(html).map((space) => `${title}: ${space}`))
    expect(spaces).toEqual([])
    expect(straySpaces('<p>已于2026年（北京时间）<b>结束。</b> <a>查看</a></p>')).toEqual([
      expect.stringContaining('。 查'),
    ])
  })

  test('the landing page names every amount, wallet and condition, and says when one is used up', async () => {
    const html = String(await landingIn('zh-Hant'))
    for (const expected of ['¥20.00', 'HK$22.00', '微信支付', '名額已滿', 'Hong Kong 繁', '尚未測定']) {
      expect(html).toContain(expected)
    }
    expect(html).toContain('<a class="button big" href="/s/s/p/start">')
    expect(html).not.toContain('<form')
  })

  test('an invitation is opened by a button that posts, so that looking changes nothing', async () => {
    const html = String(await landingIn('en', { invitation: true, startPath: '/i/abc' }))
    expect(html).toContain('<form method="post" action="/i/abc">')
  })

  test('no way to start is offered to those who cannot', async () => {
    for (const extra of [
      { open: 'closed' },
      { open: 'not_yet' },
      { open: 'paused' },
      { state: 'screened_out' },
      { state: 'lapsed' },
    ] as const) {
      const html = String(await landingIn('en', extra))
      expect(html).not.toContain('class="button')
      // Before any amount is promised they are told why.
      expect(html.indexOf('<p class="note">'), html).toBeGreaterThan(0)
      expect(html.indexOf('<p class="note">')).toBeLessThan(html.indexOf('class="offers"'))
    }
    // Whoever has begun elsewhere still finds the way back in.
    for (const open of ['open', 'paused', 'closed', 'not_yet'] as const)
      expect(String(await landingIn('en', { open })).includes('href="/s/s/resume"'), open).toBe(open !== 'not_yet')
    expect(String(await landingIn('en', { open: 'closed', state: 'complete' }))).toContain('See my result')
  })

  test('a voucher shows its amount, code in groups, link, QR, what comes next, who has to do it and by when', async () => {
    for (const life of progresses) {
      const html = String(await voucherIn('en', life))
      const { name, next }: { name: string; next?: string } = voucherMessages('en').stages[life.stage]
      for (const expected of [
        ...['CNY\u00a020.00', '7K2M-9QFZ-4T8W', 'https://example.org/v/7k2m9qfz4t8w', '<svg', `>${name}</span>`],
        ...(next ? [`<dt>Next</dt><dd>${next}`, '<dd>You</dd>', '24 November 2026, 16:00', 'by 30 November 2026'] : []),
      ]) {
        expect(html, life.stage).toContain(expected)
      }
    }
  })

  test.each([
    ['issued', 'Claim by'],
    ['another', 'Claim by'],
    ['awaiting', 'Confirm by'],
    ['approved', 'Due by'],
  ] as const)('the day by which a voucher that is %s has to move on is called “%s”', async (stage, label) => {
    const life = progresses.find((one) => one.stage === stage)
    if (life === undefined) throw new Error('a stage that a holder sees')
    const certain = String(await voucherIn('en', { ...life, until: '2027-06-11', untilAtLeast: false }))
    expect(certain).toContain(`<dt>${label}</dt><dd>11 June 2027</dd>`)
    const atLeast = String(await voucherIn('en', { ...life, until: '2027-06-11', untilAtLeast: true }))
    expect(atLeast).toContain(
      `<dt>${label}</dt><dd>11 June 2027. If it falls in a holiday announced later, you have until after that holiday.</dd>`,
    )
  })

  test('a voucher offers what may be done now, and nothing else', async () => {
    for (const life of progresses) {
      const html = String(await voucherIn('en', life, true))
      // What was paid to an account that is wrong is claimed by another one.
      const claims = life.stage === 'another' ? 'Correct the account</a>' : 'Claim the money</a>'
      expect(html.includes(claims), life.stage).toBe(life.may.claim)
      expect(html.includes('Change the account</a>'), life.stage).toBe(life.may.change)
      expect(html.includes('action="/s/s/voucher/receive"'), life.stage).toBe(life.may.receive)
      const elsewhere = String(await voucherIn('en', life, false))
      expect(elsewhere).not.toContain('/receive')
      expect(elsewhere.includes('This works only inside WeChat'), life.stage).toBe(life.may.receive)
    }
  })

  test('a voucher link shows nothing of the voucher', async () => {
    const html = String(await everyPage('en').voucherLink)
    expect(html).not.toMatch(/CNY|HKD|MOP|\d\.\d\d/)
    expect(html).toContain('<form method="post" action="/v/abc" data-clean="/v">')
  })

  test('why a reward is gone is said; waiting is proposed only where it may help, and a way on always', async () => {
    for (const reason of ['budget', 'budgetNone'] as const) {
      const study = { slug: 's', title: 'Study' }
      const ways = { action: '/r', retry: '/g', status: '/k' }
      const html = String(await rewardGonePage({ shell: shellIn('en'), study, reason, ...ways }))
      const words = surveyMessages('en').rewardGone
      expect(html).toContain(words[reason])
      expect(html.includes('href="/g"')).toBe(reason === 'budget')
      expect(html.includes(words.later)).toBe(reason === 'budget')
      expect(html.includes('href="/k"')).toBe(reason === 'budgetNone')
      expect(html).toContain('action="/r"')
    }
  })

  test('a conflict lists what this tab had, and keeps it ready to be sent as it was', async () => {
    const html = String(await everyPage('en').conflict)
    expect(html).toContain('<dt>question Q01 en</dt><dd>option 2 en (typed)</dd>')
    expect(html).not.toContain('<dt>question Q02 en</dt>')
    expect(html).toContain('<input type="hidden" name="Q01" value="2"/>')
    expect(html.match(/name="revision" value="4"/g)).toHaveLength(2)
    expect(html).not.toContain('name="revision" value="3"')
  })
})
