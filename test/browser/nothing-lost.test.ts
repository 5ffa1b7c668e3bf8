/** What is typed survives every kind of leaving, and what the server says is shown as it says it. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { rejectResponse } from '../../src/journey/reviews/judge.ts'
import { staffAs, withAlipay } from '../support/claimed.ts'
import { begin, filledIn, fillIn, next, pageCode } from '../support/page.ts'
import { type Visit, visitors } from './site.ts'

const { site, open, visit } = visitors()
const finish = '.actions [name=go][value=next]'
const places = '/s/study-abroad/p/places'
const status = (page: Page) => page.locator('#status').textContent()

/** A browser at a page in the middle of the questionnaire, reached and not answered. */
async function at(stopBefore: string, options: Visit = {}) {
  const here = await site()
  const visited = await visit(here, { as: await here.student(stopBefore), ...options })
  await visited.page.goto('/s/study-abroad/go')
  return { here, ...visited }
}

/** What the device still keeps of this site. */
const left = (page: Page) =>
  page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...(await caches.keys()),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  ])

describe('what the server answers', () => {
  const html =
    (status: number, title: string, headers: Record<string, string> = {}) =>
    () =>
      new Response(`<!doctype html><main id="main"><h1>${title}</h1><p class="lead">Why so.</p></main>`, {
        status,
        headers: { 'Content-Type': 'text/html', ...headers },
      })

  it('is said in its own words beside the form, which is not sent for ever, and can be sent again', async () => {
    const { here, page } = await at('places')
    await fillIn(page)
    const typed = await filledIn(page)
    for (const [code, title, headers, most] of [
      [429, 'Too many today', { 'Retry-After': '40000' }, 1],
      [413, 'Too much at once', {}, 1],
      [500, 'Something went wrong', {}, 1],
    ] as const) {
      const seen = here.refuse(places, html(code, title, headers))
      await page.locator(finish).click()
      await page.locator('#status.off', { hasText: title }).waitFor()
      expect(await status(page)).not.toContain('connection')
      expect(await filledIn(page)).toEqual(typed)
      expect(seen.posts, title).toBe(most)
    }
    // A proxy's page is none of ours.
    here.refuse(places, () => new Response('<h1>Bad gateway</h1>', { status: 501 }))
    await page.locator(finish).click()
    await page.locator('#status.off', { hasText: '501' }).waitFor()
    // A service that is busy is asked until it is not, and never said to be a lost connection.
    let busy = 8
    here.refuse(places, () => {
      busy -= 1
      if (busy === 0) here.refuse(places, null)
      return html(503, 'Back in a moment', { 'Retry-After': busy === 0 ? '1' : '0.01' })()
    })
    await page.locator(finish).click()
    await page.locator('#status.off', { hasText: 'is busy' }).waitFor()
    await page.waitForURL('**/p/course')
  })

  it('to a draft is said as well, and ends the saving', async () => {
    const { here, page } = await at('places')
    const gone = JSON.stringify({ title: 'This study is closed', detail: 'Use your resume code.' })
    const seen = here.refuse(places, () => new Response(gone, { status: 403 }))
    await page.getByText("Bachelor's degree").click()
    await page.locator('#status.off', { hasText: 'Use your resume code.' }).waitFor()
    await page.getByText('Doctorate').click()
    await page.locator(finish).click()
    await page.waitForFunction(() => document.getElementById('status')?.textContent?.includes('403'))
    expect(seen).toEqual({ posts: 1, drafts: 1 })
    expect(await page.locator('#page input:checked + label').textContent()).toBe('Doctorate')
  })

  it('to a draft is not called saved when it came from something else on the way', async () => {
    const { here, page } = await at('places')
    here.refuse(
      places,
      () => new Response('<h1>Sign in to this Wi-Fi</h1>', { headers: { 'Content-Type': 'text/html' } }),
    )
    await page.getByText("Bachelor's degree").click()
    await page.locator('#status.off', { hasText: 'No connection' }).waitFor()
    here.refuse(places, null)
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await page.locator('#status', { hasText: 'Saved' }).waitFor()
    expect(await here.rows(`select * from saved_pages where page = 'places'`)).toHaveLength(1)
  })
})

describe('what is typed', () => {
  it('is there after each kind of leaving: reload and back at once, another language, a tab that is killed', async () => {
    const { here, page, context } = await at('border')
    const border = '/s/study-abroad/p/border'
    const shown = (one: Page) => one.locator('#page textarea').waitFor()
    const type = async (text: string) => {
      await page.locator('#page textarea').pressSequentially(text)
      return filledIn(page)
    }
    let typed = await type('The queue ')
    await page.reload()
    expect(await filledIn(page), 'a reload').toEqual(typed)
    typed = await type('is so ')
    await page.locator('.actions [value=back]').click()
    await page.locator('#page [name=Q18]').first().waitFor({ state: 'attached' })
    await page.goBack()
    await page.waitForURL(`**${border}`)
    await shown(page)
    expect(await filledIn(page), 'the Back of the page').toEqual(typed)
    typed = await type('long at ')
    await page.goForward()
    await page.locator('#page [name=Q18]').first().waitFor({ state: 'attached' })
    await page.goBack()
    await page.waitForURL(`**${border}`)
    await shown(page)
    expect(await filledIn(page), 'the Back of the browser').toEqual(typed)
    typed = await type('Luohu ')
    await page.getByRole('button', { name: '繁體中文' }).click()
    await page.locator('html[lang=zh-Hant]').waitFor()
    await page.reload()
    expect(await filledIn(page), 'another language').toEqual(typed)
    here.cut(true)
    typed = await type('口岸')
    await page.close({ runBeforeUnload: false })
    here.cut(false)
    const again = await context.newPage()
    await again.goto(border)
    expect(await filledIn(again), 'a killed tab').toEqual(typed)
    expect(await again.locator('.differs').count()).toBe(0)
    await fillIn(again, undefined, 'all in all')
    await next(again)
    expect((await left(again)).filter((key) => key.startsWith('answers:') && key.includes('border'))).toEqual([])
  })

  it('stays in view when Forward and Back follow so fast that their replies come in another order', async () => {
    const { page } = await at('border')
    const isBorder = () => page.locator('#page textarea').count()
    await page.locator('.actions [value=back]').click()
    await page.locator('#page [name=Q18]').first().waitFor({ state: 'attached' })
    await page.goBack()
    await page.locator('#page textarea').waitFor()
    // The page ahead comes when it is let go; what has come is noted once it was read.
    await page.evaluate(() => {
      const { fetch } = window
      const letGo = Promise.withResolvers<void>()
      const came: string[] = []
      Object.assign(window, { letGo: letGo.resolve, came })
      window.fetch = async (...asked) => {
        const reply = await fetch(...asked)
        const path = new URL(reply.url).pathname
        if (path.endsWith('/crossing')) await letGo.promise
        const text = await reply.text()
        return Object.assign(reply, {
          text() {
            came.push(path)
            return Promise.resolve(text)
          },
        })
      }
    })
    const has = (name: string) =>
      page.waitForFunction((end) => (Reflect.get(window, 'came') as string[]).some((path) => path.endsWith(end)), name)
    await page.goForward()
    await page.goBack()
    await has('/border')
    expect(await isBorder()).toBe(1)
    await page.evaluate(() => Reflect.get(window, 'letGo')())
    await has('/crossing')
    expect(await isBorder()).toBe(1)
  })

  it('into a claim is kept but for what finds an account, which is said', async () => {
    const here = await site()
    withAlipay(here)
    const { page } = await visit(here, { as: await here.student() })
    const claim = '/s/study-abroad/voucher/claim?way=alipay'
    await page.goto(claim)
    await page.locator('[name=name]').fill('王小明')
    await page.locator('[name=phone]').fill('13812345678')
    await page.reload()
    expect(await page.locator('[name=name]').inputValue()).toBe('王小明')
    expect(await page.locator('[name=phone]').inputValue()).toBe('')
    await page.getByText('are not: if you leave this page').waitFor()
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('1381')
    await page.goto('/s/study-abroad/voucher')
    await page.goto(claim)
    expect(await page.locator('[name=name]').inputValue()).toBe('王小明')
  })

  it('into an objection is kept until it is sent', async () => {
    const here = await open({ study: (study) => ({ ...study, openLinkPolicy: 'hold' }) })
    const student = await here.student()
    const [voucher] = await here.rows<{ id: string }>('select id as "id" from vouchers')
    await rejectResponse(here.ports, await staffAs(here, 'admin'), voucher?.id ?? '', 'automated')
    here.wait(60)
    const { page, context } = await visit(here, { as: student })
    const status = '/s/study-abroad/status'
    await page.goto(status)
    await page.locator('#words').pressSequentially('I typed all of it')
    await page.reload()
    expect(await page.locator('#words').inputValue()).toBe('I typed all of it')
    here.cut(true)
    const failed = page.waitForEvent('requestfailed')
    await page.locator('#objection form button').click({ noWaitAfter: true })
    await failed
    here.cut(false)
    const later = await context.newPage()
    await later.goto(status)
    expect(await later.locator('#words').inputValue()).toBe('I typed all of it')
    await later.locator('#objection form button').click()
    await later.locator('blockquote', { hasText: 'I typed all of it' }).waitFor()
    await expect.poll(() => left(later)).toEqual([])
  })

  it('before anything is agreed to is kept by the history of the tab alone', async () => {
    const { page } = await visit(await site())
    await page.goto('/s/study-abroad')
    await begin(page)
    await fillIn(page)
    const typed = await filledIn(page)
    await page.reload()
    expect(await filledIn(page)).toEqual(typed)
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
    await next(page)
    expect(pageCode(page)).toBe('screening')
    await page.goBack()
    await page.waitForURL('**/p/start')
    expect(await page.evaluate(() => history.state)).toBe(null)
  })

  it('is said not to be kept where the browser keeps nothing', async () => {
    const { page, context } = await at('places')
    await context.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('blocked', 'SecurityError')
      }
    })
    await page.reload()
    await page.getByText('does not let pages keep anything').waitFor()
  })

  it('is not said to be kept before anything is agreed to, nor once the device has no room', async () => {
    const here = await site()
    withAlipay(here)
    const { page } = await visit(here)
    const status = (text: string) => page.locator('#status', { hasText: text }).waitFor()
    await page.goto('/s/study-abroad')
    await begin(page)
    await fillIn(page)
    here.cut(true)
    await page.locator('.actions [value=next]').click({ noWaitAfter: true })
    await status('No connection. Please leave this page open.')
    here.cut(false)
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await page.waitForURL('**/p/screening')
    await fillIn(page)
    await status('Saved')
    here.cut(true)
    const option = page.locator('#page .o > label')
    await option.first().click()
    await status('No connection. Your answers are kept on this device.')
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    })
    await option.nth(1).click()
    await page.getByText('does not let pages keep anything').waitFor()
    here.cut(false)
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await status('Saved')
  })

  it('by one tab conflicts with no other question of another, and what differs is marked alone', async () => {
    const { page, context } = await at('course')
    const other = await context.newPage()
    await other.goto('/s/study-abroad/p/course')
    /** Presses an option of the first or second question. */
    const pick = (one: Page, question: number, option: number) =>
      one.locator('#page fieldset').nth(question).locator('.o > label').nth(option).click()
    const saved = (one: Page) => one.locator('#status', { hasText: 'Saved' }).waitFor()
    const picked = (one: Page) => one.locator('#page .o > :checked').evaluateAll((all) => all.map(({ id }) => id))
    await pick(page, 0, 0)
    await saved(page)
    // Another question: both stand, and nobody is asked.
    await pick(other, 1, 0)
    await saved(other)
    expect(await picked(other)).toHaveLength(2)
    // The same question: it alone is marked.
    await page.reload()
    await pick(page, 0, 1)
    await saved(page)
    await pick(other, 0, 2)
    await other.locator('#status', { hasText: 'another tab' }).waitFor()
    expect(await other.locator('.differs').count()).toBe(1)
  })
})

describe('without a connection', () => {
  it('reload and back show the survey and what was typed, until it ends', async () => {
    const { here, page } = await at('places')
    await page.evaluate(() => navigator.serviceWorker.ready)
    await fillIn(page)
    const typed = await filledIn(page)
    await next(page)
    expect(pageCode(page)).toBe('course')
    await page.waitForFunction(async () => (await caches.match(location.pathname)) !== undefined)
    here.cut(true)
    await page.getByText('Singapore').click()
    const course = await filledIn(page)
    await page.reload()
    expect(await page.locator('h1').textContent()).toBe('Course and reasons')
    expect(await filledIn(page)).toEqual(course)
    await page.goBack()
    await page.locator('h1', { hasText: 'Level and places' }).waitFor()
    expect((await filledIn(page)).length).toBe(typed.length)
    here.cut(false)
    await page.goForward()
    await page.locator('h1', { hasText: 'Course and reasons' }).waitFor()
    expect(await filledIn(page)).toEqual(course)
  })

  it('nothing of it is left on the device once there is a voucher', async () => {
    const { here, page, complaints } = await at('last')
    await page.evaluate(() => navigator.serviceWorker.ready)
    await fillIn(page)
    expect((await left(page)).length).toBeGreaterThan(2)
    await next(page)
    await next(page)
    await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistrations()).length === 0)
    await expect.poll(() => left(page)).toEqual([])
    expect(await here.rows('select * from vouchers')).toHaveLength(1)
    expect(complaints).toEqual([])
  })
})
