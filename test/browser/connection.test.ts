import { describe, expect, it } from 'vitest'
import { resumeCodeIn } from '../support/begun.ts'
import { withDateAndNote } from '../support/date-and-note.ts'
import { begin, filledIn, fillIn, next, pageCode } from '../support/page.ts'
import { type Site, type Visit, visitors } from './site.ts'

const { open, site, visit } = visitors()
const finish = '.actions [name=go][value=next]'

/** A browser at a page in the middle of the questionnaire, reached and not answered. */
async function at(stopBefore: string, options: Visit = {}) {
  const here = await site()
  const visited = await visit(here, { as: await here.student(stopBefore), ...options })
  await visited.page.goto('/s/study-abroad/go')
  expect(pageCode(visited.page)).toBe(stopBefore)
  return { here, ...visited }
}

async function made(here: Site) {
  const count = async (query: string) => (await here.rows<{ n: number }>(query))[0]?.n
  return {
    respondents: await count('select count(*) as n from respondents'),
    complete: await count("select count(*) as n from responses where state = 'complete'"),
    vouchers: await count('select count(*) as n from vouchers'),
  }
}
const one = { respondents: 1, complete: 1, vouchers: 1 }

/** A browser may send a form by itself whose reply was lost, and is then on its way already. */
function unlessSentAgain(error: Error): void {
  if (!error.message.includes('is interrupted by another navigation')) throw error
}

describe('a page that is sent', () => {
  it('brings the next one along: one request, an address to load anew, and a way back', async () => {
    const { page } = await at('places')
    await fillIn(page)
    const typed = await filledIn(page)
    const asked: string[] = []
    page.on('request', (request) => {
      const code = /\/p\/(places|course)$/.exec(request.url())?.[1]
      if (code !== undefined && !request.postData()?.includes('draft=')) asked.push(`${request.method()} ${code}`)
    })
    await next(page)
    await page.waitForURL('**/p/course')
    const heading = await page.locator('h1').textContent()
    expect(asked).toEqual(['POST places'])
    await page.reload()
    expect([pageCode(page), await page.locator('h1').textContent()]).toEqual(['course', heading])
    expect(asked).toEqual(['POST places', 'GET course'])
    await page.goBack()
    await page.waitForURL('**/p/places')
    await page.locator('h1', { hasText: 'Level and places' }).waitFor()
    expect(await filledIn(page)).toEqual(typed)
  })
})

describe('without a connection', () => {
  it('pressing Next says so, keeps the answers, and sends them by itself when it is back', async () => {
    const { page, context } = await at('places')
    await fillIn(page)
    const typed = await filledIn(page)
    await context.setOffline(true)
    await page.locator(finish).click()
    await page.locator('#status.off', { hasText: 'No connection' }).waitFor()
    // Wherever its reader is.
    const isInView = await page.evaluate(() => {
      window.scrollTo(0, 0)
      const { top, bottom } = document.getElementById('status')?.getBoundingClientRect() ?? { top: -1, bottom: 0 }
      return top >= 0 && bottom <= innerHeight
    })
    expect(isInView).toBe(true)
    expect(await filledIn(page)).toEqual(typed)
    expect(pageCode(page)).toBe('places')
    await context.setOffline(false)
    await page.waitForURL('**/p/course')
    await page.goBack()
    await page.waitForURL('**/p/places')
    await page.locator('h1', { hasText: 'Level and places' }).waitFor()
    expect(await filledIn(page)).toEqual(typed)
  })

  it('pressing Finish makes one response and one voucher when it is back', async () => {
    const { here, page, context } = await at('last')
    await fillIn(page)
    await next(page)
    await context.setOffline(true)
    await page.locator(finish).click()
    await page.locator('#status.off').waitFor()
    expect((await made(here)).vouchers).toBe(0)
    await context.setOffline(false)
    await page.waitForURL('**/voucher')
    expect(await made(here)).toEqual(one)
  })

  it('a page that is loaded anew, or come back to, has what was saved of it before the connection went', async () => {
    const { page, context } = await at('places')
    await page.evaluate(() => navigator.serviceWorker.ready)
    await fillIn(page)
    const typed = await filledIn(page)
    await page.locator('#status', { hasText: 'Saved' }).waitFor()
    await context.setOffline(true)
    await page.reload()
    expect(await filledIn(page)).toEqual(typed)
    // A browser that fills in what it remembered of the page does so after the script now and then, and it may be older.
    expect(await page.locator('#page').getAttribute('autocomplete')).toBe('off')
    await page.goBack()
    await page.goForward()
    await page.locator('h1', { hasText: 'Level and places' }).waitFor()
    expect(await filledIn(page)).toEqual(typed)
    await page.locator(finish).click()
    await page.locator('#status.off', { hasText: 'No connection' }).waitFor()
    await context.setOffline(false)
    await page.waitForURL('**/p/course')
  })

  it('a page that is closed and opened again still has what was typed', async () => {
    const { here, page, context } = await at('places')
    here.cut(true)
    await fillIn(page)
    const typed = await filledIn(page)
    await page.locator('#status.off').waitFor()
    await page.close()
    here.cut(false)
    const again = await context.newPage()
    // The status gives way to "Saved" within a second or two, so what it said is written down as it is said.
    await again.addInitScript(() => {
      const statusTexts: string[] = []
      Object.assign(window, { statusTexts })
      const note = () => statusTexts.push(document.getElementById('status')?.textContent ?? '')
      new MutationObserver(note).observe(document, { childList: true, subtree: true, characterData: true })
    })
    await again.goto('/s/study-abroad/p/places')
    await again.waitForFunction(() =>
      (window as unknown as { statusTexts: string[] }).statusTexts.join().includes('has been restored'),
    )
    expect(await filledIn(again)).toEqual(typed)
  })
})

describe('a phone that is signed out from elsewhere while something is typed', () => {
  it('says so, keeps what was typed, and shows it again once the resume code was entered', async () => {
    const here = await site()
    const student = await here.student('places')
    const { page } = await visit(here, { as: student })
    await page.goto('/s/study-abroad/go')
    await student.post('/s/study-abroad/devices/others')
    const code = resumeCodeIn((await student.open('/s/study-abroad/devices?done=1')).html) ?? ''
    await fillIn(page)
    const typed = await filledIn(page)
    await page.locator('#status.status', { hasText: 'signed out' }).waitFor()
    await page.locator(finish).click()
    await page.locator('h1', { hasText: 'We do not recognise this device' }).waitFor()
    await page.getByRole('link', { name: 'Enter your resume code' }).click()
    await page.locator('#code').fill(code)
    await page.locator('form button').last().click()
    await page.waitForURL('**/p/places')
    expect(await filledIn(page)).toEqual(typed)
  })
})

describe('a day', () => {
  it('that was typed without a connection is there again when the page is opened again', async () => {
    const here = await open({ study: withDateAndNote })
    const { page, context } = await visit(here, { as: await here.student('places') })
    await page.goto('/s/study-abroad/go')
    await context.setOffline(true)
    await page.locator('[name=D1]').fill('2027-06-05')
    await page.locator('#status.off').waitFor()
    await page.close()
    await context.setOffline(false)
    const again = await context.newPage()
    await again.goto('/s/study-abroad/p/places')
    await again.waitForFunction(() => document.querySelector<HTMLInputElement>('[name=D1]')?.value === '2027-06-05')
  })
})

describe.each([true, false])('one response and one voucher (scripts: %s)', (scripts) => {
  it('come of a Finish whose reply is lost', async () => {
    const { here, page } = await at('last', { scripts })
    await fillIn(page)
    await next(page)
    const lost = here.loseReply('/s/study-abroad/p/~review')
    await page.locator(finish).click({ noWaitAfter: true })
    await lost
    // Without scripts it is for the student to open the link again.
    if (!scripts) await page.goto('/s/study-abroad/go').catch(unlessSentAgain)
    await page.waitForURL('**/voucher')
    expect(await made(here)).toEqual(one)
  })

  it('come of a double click on Finish', async () => {
    const { here, page } = await at('last', { scripts })
    await fillIn(page)
    await next(page)
    await page.locator(finish).dblclick({ noWaitAfter: true })
    // The second click ends the first one's navigation, which a wait for a navigation would take for a failure.
    await expect.poll(() => page.url()).toMatch(/\/voucher$/)
    await page.waitForLoadState()
    expect(await made(here)).toEqual(one)
  })

  it('come of going back from the voucher and finishing again', async () => {
    const { here, page } = await at('last', { scripts })
    await fillIn(page)
    await next(page)
    await next(page)
    const code = await page.locator('.voucher code').textContent()
    await page.goBack()
    if (page.url().endsWith('/~review') && (await page.locator('#page').count()) > 0) {
      await page.locator(finish).click()
    }
    await page.waitForURL('**/voucher')
    expect(await page.locator('.voucher code').textContent()).toBe(code)
    expect(await made(here)).toEqual(one)
  })
})

describe('a start whose reply is lost', () => {
  it('begins one response', async () => {
    const here = await site()
    const { page } = await visit(here)
    await page.goto('/s/study-abroad')
    await begin(page)
    await fillIn(page)
    const lost = here.loseReply('/s/study-abroad/p/start')
    await page.locator(finish).click()
    await lost
    await page.waitForURL('**/p/screening')
    expect(await here.rows('select * from respondents')).toHaveLength(1)
  })
})

describe('what was answered', () => {
  it.each([true, false])('is there after a reload, and going back and forward (scripts: %s)', async (scripts) => {
    const { page } = await at('places', { scripts })
    await fillIn(page)
    const places = await filledIn(page)
    if (scripts) {
      await page.locator('#status', { hasText: 'Saved' }).waitFor()
      await page.reload()
      expect(await filledIn(page)).toEqual(places)
    }
    await next(page)
    await page.goBack()
    await page.waitForURL('**/p/places')
    await page.locator('h1', { hasText: 'Level and places' }).waitFor()
    expect(await filledIn(page)).toEqual(places)
    await page.goForward()
    await page.waitForURL('**/p/course')
    await page.locator('h1', { hasText: 'Course and reasons' }).waitFor()
    await page.locator('.actions [value=back]').click()
    await page.waitForURL('**/p/places')
    await page.locator('h1', { hasText: 'Level and places' }).waitFor()
    expect(await filledIn(page)).toEqual(places)
  })

  it('in the middle of a page is there when the tab is closed and the link is opened again', async () => {
    const { page, context } = await at('course')
    await page.getByText('Singapore').click()
    await page.getByText('Engineering').click()
    const typed = await filledIn(page)
    await page.locator('#status', { hasText: 'Saved' }).waitFor()
    await page.close()
    const again = await context.newPage()
    await again.goto('/s/study-abroad')
    await begin(again)
    expect(pageCode(again)).toBe('course')
    expect(await filledIn(again)).toEqual(typed)
  })
})

describe('of two tabs', () => {
  it('the second is told while it is filled in, and both answers are shown', async () => {
    const { page, context } = await at('places')
    const other = await context.newPage()
    await other.goto('/s/study-abroad/p/places')
    await page.getByText("Bachelor's degree").click()
    await page.locator('#status', { hasText: 'Saved' }).waitFor()
    await other.getByText('Doctorate').click()
    await other.locator('#status', { hasText: 'another tab' }).waitFor()
    await other.locator(finish).click()
    await other.locator('h1', { hasText: 'changed in another tab' }).waitFor()
    expect(await other.locator('.note dd').allTextContents()).toEqual(['Doctorate'])
    expect(await other.locator('#page input:checked + label').textContent()).toBe("Bachelor's degree")
    await other.getByRole('button', { name: 'Use the answers in this tab' }).click()
    await other.waitForURL('**/p/course')
    await page.reload()
    expect(await page.locator('#page input:checked + label').textContent()).toBe('Doctorate')
  })

  it('the second is told when it presses Next, without scripts too', async () => {
    const { page, context } = await at('places', { scripts: false })
    const other = await context.newPage()
    await other.goto('/s/study-abroad/p/places')
    await page.getByText("Bachelor's degree").click()
    await next(page)
    await other.getByText('Doctorate').click()
    await other.locator(finish).click()
    await other.locator('h1', { hasText: 'changed in another tab' }).waitFor()
    await other.getByRole('button', { name: 'Keep the newer answers' }).click()
    await other.waitForURL('**/p/course')
    await other.goto('/s/study-abroad/p/places')
    expect(await other.locator('#page input:checked + label').textContent()).toBe("Bachelor's degree")
  })
})
