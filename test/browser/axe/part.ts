/** What on a page has to be asked of axe-core, where it was asked before of one that is alike. */
import type { Page } from 'playwright-core'
import { newText } from './colours.ts'
import { elements } from './markup.ts'

/** The attributes of what is pressed and may be too small or too near to another, of what is scrolled, and of all in question. */
export const crowded = 'data-axe-crowded'
export const scrolls = 'data-axe-scrolls'
export const inPart = 'data-axe-in-part'

/**
 * Marks in the page what is in question, and says whether there is any, and whether something is among it that was not
 * seen before. That is what is seen only now; a link or a button in which something is now seen or no more; the texts that
 * `newColours` marked; and for the rules of widths, what is scrolled by nothing that has the focus, and what is pressed unless it is certain that axe-core
 * lets it be: what has 24 px each way and nothing upon it that is pressed as well, or else nothing within 24 px of its middle.
 * @param seen which elements are seen, as `markupOf` tells them
 * @param known which have been seen before; all are in question where it is left out
 * @param ofWidths whether the rules of widths are asked
 */
export function inQuestion(
  page: Page,
  { seen, known, ofWidths }: { seen: string; known: string | undefined; ofWidths: boolean },
): Promise<{ isAny: boolean; isNew: boolean }> {
  return page.evaluate(
    ([seen, known, ofWidths, { elements, newText, crowded, scrolls, inPart }]) => {
      const isSeen = (one: Element) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      if (ofWidths) {
        const focusable = [...document.querySelectorAll('*')].filter(
          (one) => one instanceof HTMLElement && (one.tabIndex >= 0 || one.hasAttribute('tabindex')) && isSeen(one),
        )
        const boxes = focusable.map((one) => ({ one, box: one.getBoundingClientRect() }))
        const pressed = 'a, button, input, select, textarea, summary, [role]'
        for (const { one, box } of boxes.filter(({ one }) => one.matches(pressed))) {
          const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
          const isLarge = box.width >= 24 && box.height >= 24
          const isNear = ({ one: other, box: { left, right, top, bottom } }: (typeof boxes)[number]) => {
            const isOn = left < box.right && right > box.left && top < box.bottom && bottom > box.top
            const far = () => Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom))
            return (isLarge ? isOn : isOn || far() < 24) && other !== one && !other.contains(one)
          }
          if (boxes.some(isNear)) one.setAttribute(crowded, '')
        }
        for (const one of document.querySelectorAll('*')) {
          if (one.scrollWidth <= one.clientWidth && one.scrollHeight <= one.clientHeight) continue
          const isReached = focusable.some((other) => one.contains(other))
          if (!isReached && /auto|scroll/.test(getComputedStyle(one).overflow)) one.setAttribute(scrolls, '')
        }
      }
      let isNew = false
      const all = (globalThis as unknown as Record<string, Element[]>)[elements] ?? []
      for (const [at, one] of known === undefined ? [] : all.entries()) {
        if (seen[at] === known?.[at]) continue
        const place = one.closest('a, button, label, summary') ?? (seen[at] === '1' ? one : null)
        place?.setAttribute(inPart, '')
        isNew ||= place !== null
      }
      const marked = document.querySelectorAll([newText, crowded, scrolls].map((one) => `[${one}]`).join())
      for (const one of marked) one.setAttribute(inPart, '')
      return { isAny: marked.length > 0 || isNew, isNew }
    },
    [seen, known, ofWidths, { elements, newText, crowded, scrolls, inPart }] as const,
  )
}
