/** The contrast of texts that lie on a gradient, which axe-core leaves undecided. */
import type { Page } from 'playwright-core'

/** The attribute of such a text: how far it has to stand out, such as `4.5`. */
export const onGradient = 'data-axe-on-gradient'

interface Color {
  alpha: number
  parseString(text: string): void
  toHexString(): string
}

/** Those that stand out too little from some colour of the gradients under them, a line each; takes the marks away. */
export function faintOnGradients(page: Page): Promise<string[]> {
  return page.evaluate((onGradient) => {
    const { axe } = globalThis as unknown as {
      axe: {
        commons: {
          color: {
            Color: new () => Color
            flattenColors(above: Color, below: Color): Color
            getContrast(below: Color, above: Color): number
          }
        }
      }
    }
    const { Color, flattenColors, getContrast } = axe.commons.color
    const parsed = (text: string) => {
      const color = new Color()
      color.parseString(text)
      return color
    }
    /** Every colour that may be seen under what stands in the element: where a gradient has several, each of them. */
    const grounds = (element: Element | null): Color[] => {
      if (element === null) return [parsed('white')]
      const { backgroundColor, backgroundImage } = getComputedStyle(element)
      const own = parsed(backgroundColor)
      const under = own.alpha === 1 ? [own] : grounds(element.parentElement).map((below) => flattenColors(own, below))
      const stops = (backgroundImage.match(/(rgba?|color)\([^()]*\)/g) ?? []).map(parsed)
      return stops.length === 0 ? under : stops.flatMap((stop) => under.map((below) => flattenColors(stop, below)))
    }
    return [...document.querySelectorAll(`[${onGradient}]`)].flatMap((text) => {
      const wanted = Number(text.getAttribute(onGradient))
      text.removeAttribute(onGradient)
      const own = parsed(getComputedStyle(text).color)
      const faint = grounds(text).filter((ground) => getContrast(ground, flattenColors(own, ground)) < wanted)
      const seen = faint.map((ground) => `${own.toHexString()} on ${ground.toHexString()}`)
      return faint.length === 0
        ? []
        : [`color-contrast at ${text.outerHTML.slice(0, 80)}: ${[...new Set(seen)].join()}`]
    })
  }, onGradient)
}
