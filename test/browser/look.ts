/** What is looked at on every page, whatever it shows. */

import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import type { Language } from '../../schema/questionnaire.ts'
import { programDirectory } from '../support/run/memory.ts'
import { isWhole } from '../support/run/whole.ts'
import { newColours, newText } from './axe/colours.ts'
import { faintOnGradients, onGradient } from './axe/gradients.ts'
import { markupOf } from './axe/markup.ts'
import { crowded, inPart, inQuestion, scrolls } from './axe/part.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** In what axe-core has found nothing. All workers of a run share it. */
const inOrder = {
  read: (name: string) => (existsSync(fileOf(name)) ? readFileSync(fileOf(name), 'utf8') : undefined),
  write: (name: string, text = '') => writeFileSync(fileOf(name), text),
  colours: () => inOrder.read('colours')?.split('\n') ?? [],
  addColours: (kinds: string[]) => appendFileSync(fileOf('colours'), `${kinds.join('\n')}\n`),
}
const fileOf = (name: string) => join(programDirectory(), `axe-${name}`)

/** All that we want of axe-core. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Those of its rules that depend on colours, and those that depend on how wide the page is. */
const ofColours = ['color-contrast', 'link-in-text-block']
const ofWidths = ['target-size', 'scrollable-region-focusable']

/**
 * What axe-core finds on the page, a line each: the rule, the element, why. It judges markup and how it is drawn. In the
 * whole matrix it is asked everything of every page, at each width and in all colours. In the check it is asked once for
 * markup that is alike, whatever its words; later of what was not seen then, as at another width; of widths, what could
 * break their rules (`inQuestion`); and of colours once for each kind of text.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  const { markup, seen, drawn, colours } = await markupOf(page)
  if (isWhole) {
    const name = `${drawn}-${colours}`
    const findings =
      inOrder.read(name) === undefined ? await askAxe(page, { tags, rules: [...ofWidths, ...ofColours] }) : []
    if (findings.length === 0) inOrder.write(name)
    return findings
  }
  const kinds = await newColours(page, inOrder.colours())
  const isDrawn = inOrder.read(drawn) !== undefined
  if (isDrawn && kinds.length === 0) return []
  const known = inOrder.read(markup)
  const asked = await inQuestion(page, { seen, known, ofWidths: !isDrawn })
  const findings = await askAxe(page, {
    ...(known === undefined || asked.isNew ? { tags } : {}),
    rules: [...(isDrawn ? [] : ofWidths), ...(kinds.length > 0 ? ofColours : [])],
    ...(known === undefined ? {} : { within: asked.isAny ? `[${inPart}]` : null }),
  })
  if (findings.length > 0) return findings
  inOrder.write(drawn)
  inOrder.write(markup, [...seen].map((one, at) => (known?.[at] === '1' ? '1' : one)).join(''))
  if (kinds.length > 0) inOrder.addColours(kinds)
  return []
}

interface Asked {
  /** All rules with one of these tags but those of colours and widths, and of these the ones that are named. */
  tags?: string[]
  rules: string[]
  /** A selector of what is asked about, nothing where that is null, and the whole page where it is left out. */
  within?: string | null
}

async function askAxe(page: Page, { tags, rules: named, within }: Asked): Promise<string[]> {
  if (within === null) return []
  // Reading it takes as long as looking at a small page: what is seen at a second width has it already.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await load(page, axe)
  const rules = Object.fromEntries([...ofWidths, ...ofColours].map((id) => [id, { enabled: named.includes(id) }]))
  // What axe-core leaves undecided is looked through for texts on gradients.
  const resultTypes: RunOptions['resultTypes'] = named.includes('color-contrast')
    ? ['violations', 'incomplete']
    : ['violations']
  const options: RunOptions = { runOnly: tags ?? named, rules, resultTypes }
  const { violations, isOnGradient } = await page.evaluate(
    async ([options, within, [texts, targets, scrolled], marks, onGradient]) => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
      const rules = [
        { id: 'color-contrast', selector: `[${texts}]` },
        { id: 'link-in-text-block', selector: `a[href][${texts}], [role=link][${texts}]` },
        { id: 'target-size', selector: `[${targets}]` },
        { id: 'scrollable-region-focusable', selector: `[${scrolled}]` },
        // What is in `main` is in a landmark, and takes the most time of all rules to be looked at.
        { id: 'region', selector: 'body *:not(main *)' },
      ]
      if (texts !== undefined) axe.configure({ rules })
      const context = within === undefined ? document : { include: [within] }
      // What is in order need not be told element by element, nor where it stands: a quarter of the time went into that.
      const first = await axe.run(context, { ...options, selectors: false, elementRef: true })
      const violations = first.violations.length === 0 ? [] : (await axe.run(context, options)).violations
      const undecided = first.incomplete.filter(({ id }) => id === 'color-contrast').flatMap(({ nodes }) => nodes)
      const onGradients = undecided.flatMap(({ element, any: [check] }) => {
        return check?.data?.messageKey === 'bgGradient' && element
          ? [{ element, wanted: check.data.expectedContrastRatio }]
          : []
      })
      for (const { element, wanted } of onGradients) element.setAttribute(onGradient, String(Number.parseFloat(wanted)))
      for (const mark of marks) for (const one of document.querySelectorAll(`[${mark}]`)) one.removeAttribute(mark)
      return {
        violations: violations.flatMap(({ id, nodes }) =>
          nodes.map((node) => `${id} at ${node.target}: ${node.failureSummary}`),
        ),
        isOnGradient: onGradients.length > 0,
      }
    },
    [
      options,
      within,
      isWhole ? [] : [newText, crowded, scrolls],
      [newText, crowded, scrolls, inPart],
      onGradient,
    ] as const,
  )
  return isOnGradient ? [...violations, ...(await faintOnGradients(page))] : violations
}

/** Runs this script in the page, as it stands: Playwright's own way wraps it, which takes longer for a large one. */
async function load(page: Page, expression: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const { exceptionDetails } = await session.send('Runtime.evaluate', { expression })
  await session.detach()
  if (exceptionDetails) throw new Error(exceptionDetails.text)
}

/** What is wrong with the frame of a page in this language, a line each. */
export async function frameFaults(page: Page, language: Language): Promise<string[]> {
  const seen = await page.evaluate(() => {
    /** The text a reader sees, without what is marked as another language. */
    const readable = () => {
      const own = document.documentElement.lang
      const texts: string[] = []
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const around = node.parentElement
        if (around?.closest('[lang]')?.getAttribute('lang') !== own) continue
        if (around.closest('code, input, textarea') === null) texts.push(node.textContent ?? '')
      }
      return texts.join('\n')
    }
    /** The colour of what is wrong, as the browser computes it. */
    const wrong = (box: HTMLElement) => {
      const probe = document.createElement('span')
      probe.style.color = 'var(--bad)'
      box.after(probe)
      const { color } = getComputedStyle(probe)
      probe.remove()
      return color
    }
    return {
      lang: document.documentElement.lang,
      headings: document.querySelectorAll('h1').length,
      title: document.title,
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      beyond: [...document.querySelectorAll('table.data td > div')]
        .filter(
          (one) => one.getBoundingClientRect().right > (one.parentElement?.getBoundingClientRect().right ?? 0) + 1,
        )
        .map((one) => one.textContent),
      /** Amounts and names of one word, on cards, that break within. */
      broken: [...document.querySelectorAll<HTMLElement>('.stat dd:not(.small, :has(*))')]
        .filter(
          (one) =>
            !/[ \n]/.test(one.textContent ?? '') && one.offsetHeight > 2 * parseFloat(getComputedStyle(one).fontSize),
        )
        .map((one) => one.textContent),
      /** Boxes that are wrong and do not look so, or look so and are not. */
      mismarked: [...document.querySelectorAll<HTMLElement>('input[type=text], select, textarea')]
        .filter((one) => one.offsetHeight > 0)
        .filter((one) => (one.ariaInvalid === 'true') !== (getComputedStyle(one).borderColor === wrong(one)))
        .map((one) => one.id),
      /** Titles that stand more than a level below the one before them. */
      jumps: [...document.querySelectorAll<HTMLElement>('h1, h2, h3, h4')]
        .filter((one, at, all) => at > 0 && Number(one.tagName[1]) > Number(all[at - 1]?.tagName[1]) + 1)
        .map((one) => one.textContent),
      text: readable(),
    }
  })
  return [
    seen.lang === language ? '' : `lang is ${seen.lang}`,
    seen.headings === 1 ? '' : `${seen.headings} h1`,
    seen.title.trim() === '' ? 'no title' : '',
    seen.overflow <= 0 ? '' : `${seen.overflow} px wider than the screen`,
    ...seen.beyond.map((text) => `beyond its card: ${text}`),
    ...seen.broken.map((text) => `breaks within: ${text}`),
    ...seen.mismarked.map((id) => `is wrong and does not look so, or the other way round: ${id}`),
    ...seen.jumps.map((text) => `a title two levels below the one before: ${text}`),
    ...textFaults(seen.text, language),
  ].filter((fault) => fault !== '')
}

/** The words of a scale are not cut into letters: one that does not fit sticks out, and is found. */
const wholeWords = '.k { overflow-wrap: normal }'

/** What readers may do to a page: WCAG 2.2, 1.4.4 (text of twice the size), 1.4.12 (text spacing) and 1.4.10 (320 px). */
const changes = [
  ['twice as large', `:root { font-size: 200% } ${wholeWords}`, null],
  [
    'spaced',
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    null,
  ],
  ['on 320 px', wholeWords, 320],
] as const

/** What does not fit on the page once its reader has changed it: what is cut off, and what makes it wider than the screen. */
export async function faultsOfChangedText(page: Page): Promise<string[]> {
  const viewport = page.viewportSize()
  const faults: string[] = []
  for (const [how, css, width] of changes) {
    if (width !== null && viewport !== null) await page.setViewportSize({ ...viewport, width })
    const found = await page.evaluate((css) => {
      // A style sheet in the page would be refused by the content policy.
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(css)
      document.adoptedStyleSheets = [sheet]
      const cut = [...document.querySelectorAll<HTMLElement>('button:not(.first), label, a.button, summary')].filter(
        (one) =>
          one.offsetParent !== null &&
          one.clientHeight > 2 &&
          (one.scrollHeight > one.clientHeight + 2 || (one.matches('.k > *') && one.scrollWidth > one.clientWidth + 2)),
      )
      const isWider = document.documentElement.scrollWidth > document.documentElement.clientWidth
      document.adoptedStyleSheets = []
      return [...(isWider ? ['wider than the screen'] : []), ...cut.map(({ outerHTML }) => outerHTML)]
    }, css)
    faults.push(...found.map((one) => `${how}: ${one}`))
  }
  if (viewport !== null) await page.setViewportSize(viewport)
  return faults
}

/** Names that are the same in every language: brands, commands, members of staff, a voucher's reference. */
const names =
  /\b[0-9A-Z]{4}(-[0-9A-Z]{4})+\b|npm run sign-in|Honorarium|WeChat Pay|微信支付|AlipayHK|Alipay|支付宝|MPay|澳門錢包|FPS|轉數快|Cookie|JavaScript|CSV|HTML|MT94[02]|ISO 8601|SVG|JSON|AI|UTC|study-abroad|Mei|Omar|study@example\.org|\b(CNY|HKD|MOP)\b|\bHK\$/g
/** Letters that only one of the two ways of writing Chinese has, and that our pages are full of. */
const hansOnly = /[这个国请费们为从来时间后选择经历学与问题页错误务币领证码]/g
const hantOnly = /[這個國請費們為從來時間後選擇經歷學與問題頁錯誤務幣領證碼]/g

function textFaults(text: string, language: Language): string[] {
  return [...foreignWords(text, language), ...(language.startsWith('zh') ? (text.match(englishMarks) ?? []) : [])]
}

/** What joins English words and has no place beside Chinese ones. */
const englishMarks = /.{0,12}\p{Script=Han} *[,:;()].{0,3}|.{0,12}\p{Script=Han}.? —(?!—).{0,3}/gu

function foreignWords(text: string, language: Language): string[] {
  const rest = text.replace(names, '')
  const foreign = language.startsWith('zh')
    ? [
        ...(rest.match(/[A-Za-z]{2,}[A-Za-z ]*/g) ?? []),
        ...(rest.match(language === 'zh-Hans' ? hantOnly : hansOnly) ?? []),
      ]
    : rest.match(/[\u3400-\u9fff]+/g)
  return [...new Set(foreign ?? [])].map((word) => `another language: ${word}`)
}
