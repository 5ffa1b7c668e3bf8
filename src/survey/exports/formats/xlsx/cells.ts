/** Cells of a sheet as XML. A text is never a formula here, whatever it begins with. */
import { workbookText } from './texts.ts'

/** The looks that `package.ts` declares, by their numbers. */
export const looks = { plain: 0, text: 1, day: 2, header: 3, wrapped: 4 }

const dayMs = 86_400_000
/** Excel counts days from the end of 1899, and a leap day in 1900 that never was. */
const days1900 = 25_569

/** `A`, `Z`, `AA`: the letters of a column, counted from 0. */
export function columnLetters(column: number): string {
  const rest = column % 26
  const letter = String.fromCharCode(65 + rest)
  return column < 26 ? letter : columnLetters((column - rest) / 26 - 1) + letter
}

/** A cell with a number, at an address such as `B7`. */
export const xlsxNumberCell = (at: string, value: number) => `<c r="${at}"><v>${value}</v></c>`

/** A cell whose text has a place in the shared strings. */
export const sharedCell = (at: string, place: number, look = looks.text) =>
  `<c r="${at}" s="${look}" t="s"><v>${place}</v></c>`

/** A cell with a text of its own. */
export const textCell = (at: string, text: string) =>
  `<c r="${at}" s="${looks.text}" t="inlineStr"><is><t xml:space="preserve">${workbookText(text)}</t></is></c>`

/** A day (ISO 8601) as a date of the spreadsheet; one before it begins to count stays a text. */
export function dayCell(at: string, day: string): string {
  const serial = Date.parse(day) / dayMs + days1900
  return serial > 60 ? `<c r="${at}" s="${looks.day}"><v>${serial}</v></c>` : textCell(at, day)
}
