/** Typed text in the one form in which it is checked and stored. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const controls = /[\u0000-\u0009\u000b-\u001f\u007f]/g

/**
 * The text in NFC, without lone surrogates, with line ends as \n, tabs as spaces, no other control characters and
 * nothing blank around it. Cleaning twice changes nothing more.
 */
export function sanitizeText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replaceAll('\t', ' ').replace(controls, '').normalize('NFC').trim()
}

/** The length of a text as its limits count it: in Unicode code points. */
export function lengthOf(text: string): number {
  let length = text.length
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit >= 0xd800 && unit < 0xdc00) length -= 1
  }
  return length
}
