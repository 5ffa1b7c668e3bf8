/** What phones and their browsers do by themselves: keyboards that compose, what is pasted, Back, what they refuse. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { claimMessages } from '../../../messages/generated/claim.ts'
import { languages } from '../../../schema/questionnaire.ts'
import { studyAbroad } from '../../../schema/study-abroad/index.ts'
import { rejectResponse } from '../../../src/journey/reviews/judge.ts'
import { staffAs, withAlipay } from '../../support/claimed.ts'
import { answer, begin, filledIn, fillIn, next, pageCode } from '../../support/page.ts'
import { home } from '../../support/wechat.ts'
import { everyType } from '../../survey/questionnaire/types/every-type.ts'
import { axeFindings, faultsOfChangedText, frameFaults } from '../look.ts'
import { type Visit, type Visited, visitors } from '../site.ts'

const { site, open, visit } = visitors()
const onward = '.actions [name=go][value=next]'
const says = (page: Page, text: string) => page.locator('#status', { hasText: text }).waitFor()

/** A browser at a page in the middle of the questionnaire, reached and not answered. */
async function at(stopBefore: string, options: Visit = {}) {
  const here = await site()
  const visited = await visit(here, { as: await here.student(stopBefore), ...options })
  await visited.page.goto('/s/study-abroad/go')
  return { here, ...visited }
}

/** Composing as the keyboards of Chinese do, by Chromium's own input of text: `letters` stand for what is not chosen yet. */
async function composerOf({ context, page }: Pick<Visited, 'context' | 'page'>) {
  const keyboard = await context.newCDPSession(page)
  return {
    letters: (text: string) =>
      keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length }),
    choose: (text: string) => keyboard.send('Input.insertText', { text }),
  }
}

describe('a text', () => {
  it('that is being composed is kept and saved as it stands, and not disturbed by that', async () => {
    const { page, context } = await at('border')
    await fillIn(page, undefined, '')
    const { letters, choose } = await composerOf({ page, context })
    const field = page.locator('#page textarea')
    await field.focus()
    await letters('ni')
    await says(page, 'Saved')
    await letters('nihao')
    await choose('你好')
    expect(await field.inputValue()).toBe('你好')
    await letters('sh')
    await page.close()
    const later = await context.newPage()
    await later.goto('/s/study-abroad/p/border')
    expect(await later.locator('#page textarea').inputValue()).toBe('你好sh')
  })

  it('that is being composed is neither doubled nor lost when another device saves the page, and when Next is pressed', async () => {
    const here = await site()
    const as = await here.student('border')
    const { page, context } = await visit(here, { as })
    const other = (await visit(here, { as })).page
    for (const device of [page, other]) await device.goto('/s/study-abroad/p/border')
    await fillIn(page, { Q23: '90' }, '')
    await says(page, 'Saved')
    const { letters, choose } = await composerOf({ page, context })
    const own = page.locator('[name="Q23.text"]')
    await own.focus()
    await letters('xue')
    // What this device saves next is refused, and both are joined under the letters.
    await other.locator('#page textarea').fill('通关慢')
    await says(other, 'Saved')
    await letters('xueren')
    await page.waitForFunction(() => document.querySelector('textarea')?.value === '通关慢')
    expect(await own.inputValue()).toBe('xueren')
    await letters('xuerenqian')
    await choose('学人签')
    await letters('zheng')
    expect(await own.inputValue()).toBe('学人签zheng')
    await page.locator(onward).click()
    await page.waitForURL('**/p/next')
    const stored = await here.rows<{ answers: string }>("select answers from saved_pages where page = 'border'")
    expect(stored).toHaveLength(1)
    await page.goBack()
    await page.locator('[name="Q23.text"]').waitFor()
    expect(await own.inputValue()).toBe('学人签zheng')
    expect(await page.locator('#page textarea').inputValue()).toBe('通关慢')
  })

  it('that is pasted and too long stays whole, is not said to be saved, and goes on once it is short enough', async () => {
    const { page, here } = await at('border')
    await fillIn(page, undefined, '')
    const field = page.locator('#page textarea')
    const long = '字😀'.repeat(2500)
    await field.focus()
    await page.keyboard.insertText(long)
    await page.getByText('4700 characters too many').waitFor()
    await says(page, 'Saved as far as it can be. Your answers are kept on this device.')
    await page.reload()
    expect(await field.inputValue()).toBe(long)
    // Its own note says what is wrong: it is gone to, and nothing is sent.
    await page.locator(onward).click()
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true)
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    expect(await page.locator('#faults').count()).toBe(0)
    expect(await field.inputValue()).toBe(long)
    // Where the browser itself counts, in halves of these signs, 150 of them are all.
    const short = '字😀'.repeat(150)
    await field.fill(short)
    await page.getByText('Characters left: 0').waitFor()
    await says(page, 'Saved')
    expect(await here.rows('select * from saved_pages')).not.toEqual([])
    await next(page)
    await page.goBack()
    await page.waitForURL('**/p/border')
    await page.waitForFunction((text) => document.querySelector('textarea')?.value === text, short)
  })

  it('of more than a browser sends behind a page that goes is no lost connection', async () => {
    const { page, here } = await at('border')
    const seen = here.refuse('/s/study-abroad/p/border', () => Response.json({ revision: 1 }))
    await page.locator('#page textarea').fill('字'.repeat(8_000))
    await says(page, 'Saved')
    expect(seen.drafts).toBe(1)
  })
})

describe('an objection', () => {
  it('that is pasted and too long stays whole, on a page of one language that marks what was typed as of none', async () => {
    const here = await open({ study: (study) => ({ ...study, openLinkPolicy: 'hold' }) })
    const student = await here.student()
    const [voucher] = await here.rows<{ id: string }>('select id as "id" from vouchers')
    await rejectResponse(here.ports, await staffAs(here, 'admin'), voucher?.id ?? '', 'automated')
    here.wait(60)
    const { page } = await visit(here, { as: student })
    for (const language of languages) {
      await page.goto(`/s/study-abroad/status?lang=${language}`)
      await page.locator('details summary').first().click()
      expect(await frameFaults(page, language)).toEqual([])
    }
    expect(await axeFindings(page)).toEqual([])
    await page.locator('#words').focus()
    await page.keyboard.insertText('冤'.repeat(5_000))
    await page.getByText('超出1000字').waitFor()
    await page.locator('#objection form button').click()
    await page.locator('#words-e').waitFor()
    expect((await page.locator('#words').inputValue()).length).toBe(5_000)
    await page.locator('#words').fill('冤'.repeat(4_000))
    // The message above has gone by then: it would take the button from under the finger.
    await page.locator('#objection form button').click()
    await page.locator('blockquote', { hasText: '冤' }).waitFor()
    expect(await frameFaults(page, 'zh-Hant')).toEqual([])
  })
})

describe('an answer', () => {
  it('to each type of question is there after the tab was closed before anything was sent', async () => {
    const questions = everyType.pages.find(({ code }) => code === 'required')?.questions ?? []
    const pages = studyAbroad.pages.map((page) =>
      page.code === 'border' ? { ...page, questions: [...page.questions, ...questions] } : page,
    )
    const here = await open({ study: (study) => ({ ...study, questionnaire: { ...studyAbroad, pages } }) })
    const { page, context } = await visit(here, { as: await here.student('border') })
    const address = '/s/study-abroad/p/border'
    await page.goto(address)
    here.cut(true)
    await fillIn(page, { R_date: '2027-01-15' })
    const typed = await filledIn(page)
    expect(new Set(typed.map(([name = '']) => name.split('.')[0])).size).toBeGreaterThan(10)
    await page.close({ runBeforeUnload: false })
    here.cut(false)
    const later = await context.newPage()
    await later.goto(address)
    expect(await filledIn(later)).toEqual(typed)
  })
})

describe('a scale', () => {
  it('keeps its words whole with letters twice as large and on 320 px', async () => {
    const { page } = await at('factors')
    expect(await faultsOfChangedText(page)).toEqual([])
  })
})

describe('Back', () => {
  it('to a page that a form was answered with shows a page of ours, not that of the browser', async () => {
    const here = await site()
    withAlipay(here)
    const { page } = await visit(here, { as: await here.student() })
    const words = claimMessages('en')
    await page.goto(`${home}/claim?way=alipay`)
    const send = page.getByRole('button', { name: words.go, exact: true }).last()
    await send.click()
    await page.locator('#faults').waitFor()
    await page.locator('[name=name]').fill('王小明')
    await page.locator('[name=phone]').fill('13812345678')
    await send.click()
    await page.getByRole('button', { name: words.confirm }).click()
    await page.waitForURL(`**${home}`)
    for (let presses = 0; presses < 2; presses++) {
      await page.goBack()
      await page.locator('h1').waitFor()
    }
    expect(await here.rows('select * from claims')).toHaveLength(1)
  })
})

describe('a browser', () => {
  it('that refuses even to be asked whether it keeps anything is told so, and the whole way can be gone', async () => {
    const here = await site()
    const { page, context, complaints } = await visit(here)
    await context.addInitScript(() => {
      const refuse = {
        get() {
          throw new DOMException('refused', 'SecurityError')
        },
      }
      for (const name of ['localStorage', 'sessionStorage', 'caches']) Object.defineProperty(window, name, refuse)
      Object.defineProperty(Navigator.prototype, 'serviceWorker', refuse)
    })
    await page.goto('/s/study-abroad')
    await begin(page)
    await fillIn(page)
    await next(page)
    await page.getByText('does not let pages keep anything').waitFor()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await answer(page)
    await page.waitForURL(`**${home}`)
    expect(complaints).toEqual([])
  })

  it('that takes no more notes into its history lets the first page go on', async () => {
    const { page } = await visit(await site())
    await page.goto('/s/study-abroad')
    await begin(page)
    await page.evaluate(() => {
      History.prototype.replaceState = () => {
        throw new DOMException('more than 100 times in 30 seconds', 'SecurityError')
      }
    })
    await fillIn(page)
    await next(page)
    expect(pageCode(page)).toBe('screening')
  })

  it('that translates a page leaves codes as they are, and the page works', async () => {
    const { page, complaints } = await at('course')
    // As browsers do it: each text in elements of theirs, also of what comes later.
    await page.addInitScript(() => {
      const translate = () => {
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
        const found: Node[] = []
        while (texts.nextNode()) found.push(texts.currentNode)
        for (const one of found) {
          const around = one.parentElement
          if (!one.nodeValue?.trim() || around?.closest('[translate=no],font,textarea,script')) continue
          const font = document.createElement('font')
          font.textContent = `«${one.nodeValue}»`
          one.parentNode?.replaceChild(font, one)
        }
      }
      addEventListener('DOMContentLoaded', () => {
        translate()
        new MutationObserver(translate).observe(document, { childList: true, subtree: true })
      })
    })
    await page.reload()
    await page.locator('h1', { hasText: '«' }).waitFor()
    expect(await page.locator('.resume code').first().textContent()).toMatch(/^[\w-]+$/)
    await answer(page)
    await page.waitForURL(`**${home}`)
    expect(complaints).toEqual([])
  })
})
