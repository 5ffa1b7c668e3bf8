/** Texts in a workbook: what is said again and again stands once, what was typed stands in its cell. */
import { asWritten } from '../../../../platform/files/xlsx-write.ts'

/** Excel's own limit, in UTF-16 units. */
const longestCell = 32_767

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/**
 * A text as it stands in the XML of a workbook. Characters that XML cannot hold are written as Excel does (`_x000B_`), a
 * lone half of a surrogate pair becomes U+FFFD, and the text is cut at what a cell can hold.
 */
export function workbookText(text: string): string {
  const whole = text.length > longestCell ? `${text.slice(0, longestCell - 1)}…` : text
  return asWritten(whole)
    .toWellFormed()
    .replace(/[&<>"]/g, (character) => entities[character] ?? character)
    .replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, escapeOf)
}

const escapeOf = (character: string) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/** The texts that cells point to. All are known before the first row is written: labels and headers. */
export class SharedTexts {
  readonly #places = new Map<string, number>()

  /** Its number, the same for the same text. */
  place(text: string): number {
    const known = this.#places.get(text)
    if (known !== undefined) return known
    this.#places.set(text, this.#places.size)
    return this.#places.size - 1
  }

  /** The part `xl/sharedStrings.xml`. */
  xml(): string {
    const items = [...this.#places.keys()].map((text) => `<si><t xml:space="preserve">${workbookText(text)}</t></si>`)
    return `<sst xmlns="${spreadsheet}" uniqueCount="${items.length}">${items.join('')}</sst>`
  }
}

export const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
