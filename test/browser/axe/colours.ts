/** Which texts of a page have colours that axe-core has not judged yet. */
import type { Page } from 'playwright-core'

/** The attribute of a text that is new, and of the link that it stands in, for axe-core to be asked of. */
export const newText = 'data-axe-new-text'

/**
 * Marks in the page what has a text of its own and colours, sizes and surroundings of a kind that is not among the known,
 * one of each kind, as `newText`; gives the new kinds. A kind is what an element and all around it are, how they are drawn, and
 * how large its own words are: those around it may be of any size, which is all that a width changes in most of them, and
 * on any ground if one that covers it is between.
 */
export function newColours(page: Page, known: readonly string[]): Promise<string[]> {
  return page.evaluate(
    ([known, newText]) => {
      const colours = ['color', 'opacity', 'filter', 'textShadow'] as const
      const drawn = [...colours, 'position', 'visibility', 'textDecorationLine'] as const
      /** 53 bits are enough for some thousand kinds. */
      const digest = (text: string) => {
        let [a, b] = [0xdeadbeef, 0x41c6ce57]
        for (let at = 0; at < text.length; at++) {
          a = Math.imul(a ^ text.charCodeAt(at), 2654435761)
          b = Math.imul(b ^ text.charCodeAt(at), 1597334677)
        }
        return `${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}`
      }
      const links = 'a[href], [role=link]'
      /** Whether there are other words beside the link, from which its looks have to tell it. */
      const isInText = (link: Element) => {
        let block = link.parentElement
        while (block !== null && getComputedStyle(block).display === 'inline') block = block.parentElement
        const length = (one: Element | null) => one?.textContent?.trim().length ?? 0
        const ofLinks = [...(block?.querySelectorAll(links) ?? [])].reduce((sum, one) => sum + length(one), 0)
        return length(block) > ofLinks
      }
      const isKnown = new Set(known)
      const fresh: string[] = []
      const walk = (element: Element, around: string, under: string): void => {
        const style = getComputedStyle(element)
        if (style.display === 'none') return
        const own = `${around} ${element.tagName} ${element.getAttribute('class')} ${element.matches(':disabled')} ${element.matches(links) && isInText(element)} ${drawn.map((name) => style[name])}`
        const surroundings = digest(own)
        const { backgroundColor, backgroundImage } = style
        const covers = /^rgb\(/.test(backgroundColor) && backgroundImage === 'none'
        const ground = covers ? backgroundColor : digest(`${under} ${backgroundColor} ${backgroundImage}`)
        const kind = digest(`${own} ${ground} ${style.fontSize} ${style.fontWeight}`)
        const hasText =
          element.matches('input, select, textarea') ||
          [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
        if (hasText && !isKnown.has(kind)) {
          isKnown.add(kind)
          fresh.push(kind)
          element.setAttribute(newText, '')
          element.closest(links)?.setAttribute(newText, '')
        }
        for (const child of element.children) walk(child, surroundings, ground)
      }
      walk(document.body, '', '')
      return fresh
    },
    [known, newText] as const,
  )
}
