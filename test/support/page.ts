/** A student at a real browser: reads what the page asks, presses labels, chooses from lists, types. */
import type { Page } from 'playwright-core'

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
  await page.locator('.button.big').click()
  await page.locator('#page').waitFor()
}

/** The page's code in the address, or null when it is not a page of questions. */
export function pageCode(page: Page): string | null {
  return /\/p\/([a-z-]+)$/.exec(new URL(page.url()).pathname)?.[1] ?? null
}

/** Fills in the page of questions as it stands; `remark` is what is typed where words are asked for. */
export async function fillIn(
  page: Page,
  wanted: Wishes = wishes,
  remark = '排队太久 The queue is long',
): Promise<void> {
  for (const asked of await whatIsAsked(page)) {
    const wish = wanted[asked.field]
    if (asked.kind === 'select') {
      const value = wish === undefined ? asked.options[Math.max(1, asked.place)]?.value : [wish].flat()[0]
      if (value !== undefined && asked.place <= 2) await page.locator(`[name="${asked.field}"]`).selectOption(value)
    } else if (asked.kind === 'text') {
      await page.locator(`[name="${asked.field}"]`).fill(wish === undefined ? remark : String(wish))
    } else {
      const picks =
        wish === undefined ? firstPicks(asked) : asked.options.filter(({ value }) => [wish].flat().includes(value))
      for (const { press } of picks) await page.locator(press).click()
    }
    await giveDetail(page, asked.field, remark)
  }
}

/** One option where one is asked for, the first two that go together elsewhere. */
function firstPicks({ kind, options }: Asked): Asked['options'] {
  const inView = options.filter((option) => option.inView)
  const together = inView.filter((option) => !option.exclusive)
  return kind === 'radio' ? inView.slice(0, 1) : (together.length > 0 ? together : inView).slice(0, 2)
}

/** Says which, where the pick asks for it. */
async function giveDetail(page: Page, field: string, remark: string): Promise<void> {
  const detail = page.locator(`.o > input:checked ~ .detail [name="${field}.text"]`)
  if ((await detail.count()) === 0) return
  const isList = (await detail.evaluate((element) => element.tagName)) === 'SELECT'
  if (isList) await detail.selectOption({ index: 1 })
  else await detail.fill(remark)
}

/** Every field of the form once, in the order of the page; the texts of details are left out. */
function whatIsAsked(page: Page): Promise<Asked[]> {
  return page.locator('#page').evaluate((form) => {
    const found = new Map<string, Asked>()
    const fields = [...form.querySelectorAll<HTMLInputElement>('input, select, textarea')]
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
export async function next(page: Page): Promise<void> {
  const before = page.url()
  await page.locator('.actions [name=go][value=next]').click()
  await page.waitForURL((url) => url.href !== before)
  await page.locator('h1').waitFor()
}

/**
 * Answers page after page until one that is not a page of questions, or that is `stopBefore`; `see` is called at each
 * page before it is answered, and at the last.
 */
export async function answer(page: Page, { wanted = wishes, remark, stopBefore, see }: Answering = {}): Promise<void> {
  for (let pages = 0; pages < 20; pages++) {
    await see?.(page)
    const code = pageCode(page)
    if (code === null || code === stopBefore) return
    await fillIn(page, wanted, remark)
    await next(page)
  }
  throw new Error(`${page.url()}: the questionnaire does not end`)
}

export interface Answering {
  wanted?: Wishes
  remark?: string
  stopBefore?: string
  see?: (page: Page) => Promise<void>
}

/** What stands in the form of the page, as it would be sent: every answer, and no field that nobody sees. */
export function filledIn(page: Page): Promise<string[][]> {
  return page.locator('#page').evaluate((form) => {
    const hidden = [...form.querySelectorAll<HTMLInputElement>('input[type=hidden]')].map(({ name }) => name)
    const fields = [...new FormData(form as HTMLFormElement)].map(([name, value]) => [name, String(value)])
    return fields.filter(([name = '']) => !hidden.includes(name))
  })
}
