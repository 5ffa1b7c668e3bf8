import { textWidth } from '../../platform/i18n/text-width.ts'

/** A text that is cut where it is longer than so many Latin letters. */
export function shortened(text: string, most: number): string {
  let width = 0
  let prefix = ''
  for (const character of text) {
    width += textWidth(character)
    if (width > most) return `${prefix.trimEnd()}…`
    if (width < most) prefix += character
  }
  return text
}
