/**
 * Charts as SVG: the same bytes for the same data. Text takes the colour of the page that the chart stands in
 * (`currentColor`), so that it is read on light and dark paper; nothing in it needs an inline style, which the content
 * policy forbids.
 */

import { escapeXml } from '../files/xml/write.ts'
import { loadedOnce } from '../memory/loaded-once.ts'
import type { ChartOption } from './engine.ts'
import { headingOf } from './heading.ts'

export type { ChartOption } from './engine.ts'

export interface Chart {
  option: ChartOption
  width: number
  height: number
  /** What is read aloud instead of the picture, and what it shows in words. */
  title: string
  description: string
  /** What stands above it in a file, where that is not its title. */
  heading?: string
}

const engine = loadedOnce(() => import('./engine.ts'))

/**
 * The chart as markup for a page.
 * @param id unlike every other on the page; what is inside the chart has names that begin with it
 */
export async function chartSvg({ option, width, height, title, description }: Chart, id: string): Promise<string> {
  const { render } = await engine()
  const markup = cleaned(render(option, width, height), id)
  const about = `<title id="${id}-t">${escapeXml(title)}</title><desc id="${id}-d">${escapeXml(description)}</desc>`
  // Every figure of it stands in the table beside it: what is drawn is not read a second time.
  return markup
    .replace(
      /^<svg [^>]*>/,
      // By a function: a `$` in a title, such as that of a price, means nothing but itself.
      () =>
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-t ${id}-d" font-family="system-ui, sans-serif">${about}<g aria-hidden="true">`,
    )
    .replace(/<\/svg>$/, '</g></svg>')
}

/**
 * The chart as a file of its own: with paper, with ink in both colour schemes, and with what it shows above it, because a
 * picture is passed on without its page.
 * @param about more lines below its title and description: of which study it is, whom it counts and when
 */
export async function chartFile(chart: Chart, about: readonly string[] = []): Promise<string> {
  const { width, height, heading = chart.title, description } = chart
  const above = headingOf([heading, description, ...about], width)
  const whole = above.height + height
  const style = `<style>svg{color:#1c2530}.paper{fill:#fff}@media (prefers-color-scheme:dark){svg{color:#e9edf0}.paper{fill:#1b2228}}</style>`
  const paper = `<rect class="paper" width="100%" height="100%" fill="#fff"/>`
  const markup = (await chartSvg(chart, 'chart'))
    .replace(
      /^<svg ([^>]*?) height="[^"]*" viewBox="[^"]*"/,
      `<svg $1 height="${whole}" viewBox="0 0 ${width} ${whole}"`,
    )
    .replace('</desc>', () => `</desc>${style}${paper}${above.svg}<g transform="translate(0 ${above.height})">`)
    .replace(/<\/svg>$/, '</g></svg>')
  return `<?xml version="1.0" encoding="UTF-8"?>\n${markup}\n`
}

/** Without what only a script of the library would use, without inline styles, and with names that do not depend on earlier charts. */
function cleaned(markup: string, id: string): string {
  return markup
    .replace(/<style[^>]*>[\s\S]*?<\/style>/g, '')
    .replace(/ (?:class|ecmeta_\w+)="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_, style: string) => attributesOf(style))
    .replace(/ font-family="inherit"/g, '')
    .replace(/\bzr\d+-/g, `${id}-`)
    .replace(/>\s+</g, '><')
    .trim()
}

function attributesOf(style: string): string {
  return style
    .split(';')
    .filter((part) => part.includes(':'))
    .map((part) => {
      const [name = '', ...value] = part.split(':')
      return ` ${name.trim()}="${value.join(':').trim().replace(/px$/, '')}"`
    })
    .join('')
}
