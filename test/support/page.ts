/** A student at a real browser: reads what the page asks, presses labels, chooses from lists, types. */
import type { Locator, Page } from 'playwright-core'

/** What to answer where the first choice would not do, by field: option codes or text. */
export type Wishes = Record<string, string | string[]>

/** Someone of 24 from the mainland, who studies in the mainland and was born in 2001. */
export const wishes: Wishes = { Q01: '4', Q02: '3', Q03: '1', Q04: '1', Q30: '2001' }

interface Asked {
  field: string
  kind: 'radio' | 'checkbox' | 'select' | 'text'
  /** Where a list stands among those that rank, from 1; 0 elsewhere. */
  place: number
  options: { press: string; value: string; exclusive: boolean; inView: boolean }[]
}

/** Presses the button of the landing page. */
export async function begin(page: Page): Promise<void> {
  const before = page.url()
  await press(page, '.button.big')
  await page.waitForURL((url) => url.href !== before)
  await seen(page, '#page')
}

/**
 * Waits until the page has run its scripts and the one element of this selector is in sight. Where it is already, as on most
 * pages, Playwright need not bring the script that waits into the page, which takes half as long as the page itself.
 */
async function seen(page: Page, selector: string): Promise<void> {
  const isSeen = page.evaluate((selector) => {
    const [one, ...others] = document.querySelectorAll(selector)
    if (document.readyState !== 'complete' || one === undefined || others.length > 0) return false
    const { width, height } = one.getBoundingClientRect()
    return width > 0 && height > 0 && one.checkVisibility({ visibilityProperty: true })
  }, selector)
  // A page that is just going answers nothing.
  if (await isSeen.catch(() => false)) return
  await page.locator(selector).waitFor()
  await page.waitForLoadState()
}

/**
 * Presses what is there once it is, from inside the page: a press by Playwright's mouse takes twice as long as the page that
 * it leads to. What is disabled, out of sight or covered is refused, as a finger would not reach it.
 */
export async function press(page: Page, selector: string): Promise<void> {
  await seen(page, selector)
  await fillAtOnce(page, [{ field: '', presses: [selector], value: null }], '')
}

/** The page's code in the address, or null when it is not a page of questions. */
export function pageCode(page: Page): string | null {
  return /\/p\/([a-z0-9-]+)$/.exec(new URL(page.url()).pathname)?.[1] ?? null
}

/** What is done to one field: labels are pressed, or a value is given. */
interface Doing {
  field: string
  presses: string[]
  value: string | null
}

/**
 * Fills in the page of questions as it stands; `remark` is what is typed where words are asked for. With the mouse and
 * the keyboard only when told: each press of these costs as much as opening a page.
 */
export async function fillIn(page: Page, wanted: Wishes = wishes, remark = words, byMouse = false): Promise<void> {
  const doings = (await whatIsAsked(page)).map((asked) => doingOf(asked, wanted[asked.field], remark))
  if (!byMouse) return fillAtOnce(page, doings, remark)
  for (const { field, presses, value } of doings) {
    for (const press of presses) await page.locator(press).click()
    if (value !== null) await give(page.locator(`[name="${field}"]`), { value })
    const detail = page.locator(`.o > input:checked ~ .detail [name="${field}.text"]`)
    if ((await detail.count()) === 0) continue
    const offered = await detail.evaluate((one) => one instanceof HTMLInputElement && one.list?.options[0]?.value)
    await give(detail, { value: offered || remark, index: 1 })
  }
}

const words = '排队太久 The queue is long'

function doingOf(asked: Asked, wish: string | string[] | undefined, remark: string): Doing {
  const { field, kind, place, options } = asked
  const wished = [wish ?? []].flat()
  if (kind === 'text') return { field, presses: [], value: wish === undefined ? remark : String(wish) }
  if (kind === 'select') {
    const value = wish === undefined ? options[Math.max(1, place)]?.value : wished[0]
    return { field, presses: [], value: place <= 2 ? (value ?? null) : null }
  }
  const picks = wish === undefined ? firstPicks(asked) : options.filter(({ value }) => wished.includes(value))
  return { field, presses: picks.map(({ press }) => press), value: null }
}

/** Chooses in a list, the value or else what stands at the index, or types the value. */
async function give(field: Locator, { value, index }: { value: string; index?: number }): Promise<void> {
  const isList = (await field.evaluate((element) => element.tagName)) === 'SELECT'
  if (isList) await field.selectOption(index === undefined ? value : { index })
  else await field.fill(value)
}

/** The same from inside the page. What is out of sight or covered is refused, as a finger would not reach it. */
function fillAtOnce(page: Page, doings: readonly Doing[], remark: string): Promise<void> {
  return page.evaluate(
    ([doings, remark]) => {
      type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement
      const reach = <E extends HTMLElement>(selector: string): E => {
        const element = document.querySelector<E>(selector)
        element?.scrollIntoView({ block: 'center', behavior: 'instant' })
        const { x = 0, y = 0, width = 0, height = 0 } = element?.getBoundingClientRect() ?? {}
        const there = document.elementFromPoint(x + width / 2, y + height / 2)
        const isReached = element?.contains(there) || there?.closest('label')?.control === element
        if (element === null || there === null || !isReached) throw new Error(`${selector} cannot be reached`)
        return element
      }
      const give = (field: Field, set: () => void) => {
        if (field.disabled) throw new Error(`${field.name} is disabled`)
        set()
        for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }))
      }
      for (const { field, presses, value } of doings) {
        for (const press of presses) {
          const button = reach(press)
          if (button.matches(':disabled')) throw new Error(`${press} is disabled`)
          button.click()
        }
        if (value !== null) {
          const asked = reach<Field>(`[name="${field}"]`)
          give(asked, () => {
            asked.value = value
          })
          if (asked.value !== value) throw new Error(`${field} does not take ${value}`)
        }
        const detail = `.o > input:checked ~ .detail [name="${field}.text"]`
        if (document.querySelector(detail) === null) continue
        const more = reach<Field>(detail)
        give(more, () => {
          if (more instanceof HTMLSelectElement) more.selectedIndex = 1
          else more.value = (more instanceof HTMLInputElement && more.list?.options[0]?.value) || remark
        })
      }
    },
    [doings, remark] as const,
  )
}

/** One option where one is asked for, the first two that go together elsewhere. */
function firstPicks({ kind, options }: Asked): Asked['options'] {
  const inView = options.filter((option) => option.inView)
  const together = inView.filter((option) => !option.exclusive)
  return kind === 'radio' ? inView.slice(0, 1) : (together.length > 0 ? together : inView).slice(0, 2)
}

/** Every field of the form once, in the order of the page; the texts of details are left out. */
async function whatIsAsked(page: Page): Promise<Asked[]> {
  await seen(page, '#page')
  return page.evaluate(() => {
    const found = new Map<string, Asked>()
    if (document.querySelector('#page') === null) throw new Error('The page with the form has gone')
    const fields = [...document.querySelectorAll<HTMLInputElement>('#page input, #page select, #page textarea')]
    for (const field of fields.filter(({ type, name }) => type !== 'hidden' && !name.endsWith('.text'))) {
      const list = field instanceof HTMLSelectElement ? field : null
      const kind = list ? 'select' : field.type === 'radio' || field.type === 'checkbox' ? field.type : 'text'
      const place = field.dataset.rank === undefined ? 0 : Number(field.name.split('.')[1])
      const asked: Asked = found.get(field.name) ?? { field: field.name, kind, place, options: [] }
      found.set(field.name, asked)
      if (list) {
        const values = [...list.options].map(({ value }) => ({ press: '', value, exclusive: false, inView: true }))
        asked.options.push(...values)
      } else {
        const { id, value } = field
        // A key is one large button for the finger; elsewhere the words are pressed.
        const press = field.parentElement?.className === 'k' ? `#${id}` : `label[for="${id}"]`
        const inView = field.closest('details:not([open])') === null
        asked.options.push({ press, value, exclusive: field.dataset.exclusive !== undefined, inView })
      }
    }
    return [...found.values()]
  })
}

/** Presses Next (or Finish) and waits until another page stands there. */
export async function next(page: Page, byMouse = false): Promise<void> {
  const before = page.url()
  const button = '.actions [name=go][value=next]'
  if (byMouse) await page.locator(button).click()
  else await press(page, button)
  await page.waitForURL((url) => url.href !== before)
  await seen(page, 'h1')
}

/**
 * Answers page after page until one that is not a page of questions, or that is `stopBefore`; `see` is called at each
 * page before it is answered, and at the last.
 */
export async function answer(page: Page, options: Answering = {}): Promise<void> {
  const { wanted = wishes, remark, stopBefore, see, byMouse } = options
  for (let pages = 0; pages < 20; pages++) {
    await see?.(page)
    if (page.url().endsWith('/p/~review')) {
      await next(page, byMouse)
      continue
    }
    const code = pageCode(page)
    if (code === null || code === stopBefore) return
    await fillIn(page, wanted, remark, byMouse)
    await next(page, byMouse)
  }
  throw new Error(`${page.url()}: the questionnaire does not end`)
}

export interface Answering {
  wanted?: Wishes
  remark?: string
  stopBefore?: string
  see?: (page: Page) => Promise<void>
  /** Whether each field is filled in as a hand does it. */
  byMouse?: boolean
}

/** What stands in the form of the page, as it would be sent: every answer, and no field that nobody sees. */
export async function filledIn(page: Page): Promise<string[][]> {
  await seen(page, '#page')
  return page.evaluate(() => {
    const hidden = [...document.querySelectorAll<HTMLInputElement>('#page input[type=hidden]')].map(({ name }) => name)
    const form = document.querySelector<HTMLFormElement>('#page')
    if (form === null) throw new Error('The page with the form has gone')
    const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)])
    return fields.filter(([name = '']) => !hidden.includes(name))
  })
}
