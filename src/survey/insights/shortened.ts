const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/

/** How wide a text is, in Latin letters: a Chinese character is as wide as two. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0)
}

/** A text that is cut where it is longer than so many Latin letters. */
export function shortened(text: string, most: number): string {
  let width = 0
  let prefix = ''
  for (const character of text) {
    width += widthOf(character)
    if (width > most) return `${prefix.trimEnd()}…`
    if (width < most) prefix += character
  }
  return text
}
