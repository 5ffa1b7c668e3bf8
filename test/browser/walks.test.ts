import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { type Language, languages } from '../../schema/questionnaire.ts'
import { answer, begin } from '../support/page.ts'
import { inTurn } from '../support/run/whole.ts'
import { axeFindings, faultsOfChangedText, frameFaults } from './look.ts'
import { visitors } from './site.ts'

const { site, visit } = visitors()

/** What a walk leads past: the pages in order, by their address. */
const way = [
  '/s/study-abroad',
  ...[
    'start',
    'screening',
    'places',
    'course',
    'factors',
    'money',
    'documents',
    'crossing',
    'border',
    'next',
    'last',
    '~review',
  ].map((page) => `/s/study-abroad/p/${page}`),
  '/s/study-abroad/voucher',
]

interface Walk {
  language: Language
  scripts: boolean
  width?: number
  colorScheme?: 'light' | 'dark'
  /** Looks at each page with text of twice the size, with text spaced, and on 320 px as well. */
  isChanged?: boolean
}

/** Goes the whole way as a person would, and gathers what is wrong with any page on it. */
async function walk({ language, scripts, width = 360, colorScheme = 'light', isChanged = false }: Walk) {
  const here = await site()
  const { page, complaints } = await visit(here, { language, scripts, width, colorScheme })
  // Where no script runs axe cannot either: it looks at the same page in another window, from which the script is kept.
  const beside = scripts ? null : (await visit(here, { language, width, colorScheme })).page
  await beside?.route('**/*.js', (route) => route.abort())
  const faults: string[] = []
  const paths: string[] = []
  const see = async (seen: Page) => {
    const path = new URL(seen.url()).pathname
    paths.push(path)
    if (beside) {
      await beside.goto('/robots.txt')
      await beside.setContent(await seen.content())
    }
    const found = [...(await frameFaults(seen, language)), ...(await axeFindings(beside ?? seen))]
    if (isChanged) found.push(...(await faultsOfChangedText(seen)))
    faults.push(...found.map((fault) => `${path}: ${fault}`))
  }
  await page.goto('/s/study-abroad')
  await see(page)
  await begin(page)
  // Hands are tried in one language: where a label stands is looked at in each.
  await answer(page, { see, byMouse: language === 'en' && width === 360 })
  return { page, paths, faults: [...faults, ...complaints] }
}

describe.each(languages)('the way from the landing page to the voucher, in %s', (language) => {
  it.each(inTurn([true, false], languages.indexOf(language)))(
    'can be gone on a phone with nothing amiss on any page (scripts: %s)',
    async (scripts) => {
      const { page, paths, faults } = await walk({ language, scripts })
      expect(paths).toEqual(way)
      expect(faults).toEqual([])
      expect(await page.locator('.voucher .amount').textContent()).toMatch(/20\.00/)
    },
  )
})

describe('the same way', () => {
  it('can be gone on a wide screen', async () => {
    const { paths, faults } = await walk({ language: 'en', scripts: true, width: 1280 })
    expect(paths).toEqual(way)
    expect(faults).toEqual([])
  })

  it('can be gone in the dark', async () => {
    // Every page fits when its text is twice as large or spaced, and where it is narrower, too.
    const { paths, faults } = await walk({ language: 'zh-Hans', scripts: true, colorScheme: 'dark', isChanged: true })
    expect(paths).toEqual(way)
    expect(faults).toEqual([])
  })

  it('is gone on by the keyboard alone, and forced colours show where one is and what is picked', async () => {
    const here = await site()
    const student = await here.student('factors')
    const { page } = await visit(here, { as: student, language: 'zh-Hant', forcedColors: 'active' })
    await page.goto('/s/study-abroad/go')
    /** What has the focus: a key of a scale, Next, or anything else; whether a line is drawn around it. */
    const focused = () =>
      page.evaluate(() => {
        const one = document.activeElement as HTMLInputElement
        const drawn = one.type === 'radio' ? one.labels?.[0] : one
        const { outlineStyle, outlineWidth } = getComputedStyle(drawn ?? one)
        return { type: one.type, value: one.value, isDrawn: outlineStyle !== 'none' && outlineWidth !== '0px' }
      })
    const seen: string[] = []
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab')
      const { type, value, isDrawn } = await focused()
      seen.push(`${type} ${isDrawn}`)
      if (type === 'radio') await page.keyboard.press('Space')
      if (type === 'submit' && value === 'next') break
    }
    expect(seen.filter((one) => one === 'radio true').length).toBeGreaterThan(8)
    expect(seen.filter((one) => one.endsWith('false'))).toEqual([])
    const picked = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLInputElement>('.k > input:checked')].map(({ labels }) => {
        const { outlineStyle } = getComputedStyle(labels?.[0] ?? document.body)
        return outlineStyle
      }),
    )
    expect([...new Set(picked)]).toEqual(['solid'])
    await page.keyboard.press('Enter')
    await page.waitForURL('**/p/money')
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1')
  })
})
