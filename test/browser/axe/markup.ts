/** What a verdict of axe-core on a page depends on, in short, so that it is asked once for all pages that are alike to it. */
import type { Page } from 'playwright-core'

interface Markup {
  markup: string
  /** Which elements are seen, of all in their order: 1 for each that is and 0 for each that is not. */
  seen: string
  /** The markup, what is seen of it, the width in CSS pixels, and in which colours it is drawn, dark or light. */
  drawn: string
  colours: 'dark' | 'light'
}

/** Where the page keeps the elements that `seen` speaks of. */
export const elements = 'axeElements'

/**
 * Elements, attributes, which has a text, what refers to what, and what is picked or has the focus; and what is seen of them.
 * Words, addresses, values, what is picked from a list, how large a drawing is and what only a script reads are left out;
 * an empty one is not.
 */
export function markupOf(page: Page): Promise<Markup> {
  return page.evaluate(async (kept) => {
    const words =
      /^(lang|hreflang|href|src|value|action|formaction|content|title|alt|placeholder|label|aria-label|datetime|nonce|download|integrity|d|data-.*)$/
    const references = /^(id|for|name|form|aria-(labelledby|describedby|controls|errormessage|owns))$/
    /** Where a drawing has its lines and how long they are: no rule asks, as long as nobody can press them. */
    const lines = /^([xyr]|[xy][12]|c[xy]|r[xy]|width|height|points|transform|viewBox)$/
    const known = new Map<string, number>()
    const numbered = (name: string) => {
      if (!known.has(name)) known.set(name, known.size)
      return known.get(name)
    }
    const described: unknown[] = [
      devicePixelRatio,
      [...document.styleSheets].map(({ href }) => href && new URL(href).pathname),
      ['print', '(prefers-reduced-motion: reduce)'].map((media) => matchMedia(media).matches),
    ]
    const elements: Element[] = []
    let seen = ''
    const tell = (node: Element, depth: number): void => {
      // Which of the languages is the one shown is no matter of how they stand there.
      if (node.matches('script, .languages > *, input[type=hidden]:not([id])')) return
      const isOption = node.tagName === 'OPTION'
      const isLine = node instanceof SVGElement && node.closest('a, button, [tabindex]') === null
      const { right, bottom } = node.getBoundingClientRect()
      const isOutside = right + scrollX <= 0 || bottom + scrollY <= 0
      const isSeen = !isOutside && node.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      elements.push(node)
      seen += isSeen ? 1 : 0
      described.push(
        depth,
        node.tagName,
        !isOption && node.matches(':focus, :checked, :target, :invalid'),
        node.matches(':disabled'),
      )
      for (const { name, value } of node.attributes) {
        if (isOption && name === 'selected') continue
        described.push(name)
        if (references.test(name)) described.push(value.split(/\s+/).map(numbered))
        else if (value.startsWith('#') && name === 'href') described.push(numbered(value.slice(1)))
        else described.push(words.test(name) || (isLine && lines.test(name)) ? value.trim() === '' : value)
      }
      for (const child of node.childNodes) {
        if (child instanceof Element) tell(child, depth + 1)
        else if (child.nodeType === Node.TEXT_NODE && child.textContent?.trim()) described.push(1)
      }
    }
    tell(document.documentElement, 0)
    Object.assign(globalThis, { [kept]: elements })
    const digest = async (of: unknown) => {
      const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(of)))
      return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    }
    const markup = await digest(described)
    const colours = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
    return { markup, seen, drawn: await digest([markup, seen, innerWidth]), colours }
  }, elements)
}
