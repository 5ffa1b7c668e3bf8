/** Writing XML: elements as values, escaped when they become text. */

export interface Element {
  name: string
  attributes: Readonly<Record<string, string>>
  content: string | readonly Element[]
}

/** An element with a text or with elements in it; what is null is left out. */
export function element(
  name: string,
  content: string | readonly (Element | null)[],
  attributes: Readonly<Record<string, string>> = {},
): Element {
  if (typeof content === 'string') return { name, attributes, content }
  return { name, attributes, content: content.filter((child) => child !== null) }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Readers turn these into spaces or newlines where they stand as they are.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** A text as it stands in an element or an attribute. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (character) => entities[character] ?? character)
}

/** Whether a text has nothing that XML 1.0 cannot hold, not even escaped (its production `Char`). */
export function fitsXml(text: string): boolean {
  return /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u.test(text)
}

function written({ name, attributes, content }: Element, indent: string): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
  const inside =
    typeof content === 'string'
      ? escapeXml(content)
      : `\n${content.map((child) => written(child, `${indent}  `)).join('')}${indent}`
  return `${indent}<${name}${pairs.join('')}>${inside}</${name}>\n`
}

/** The whole document in UTF-8, one element a line. */
export function xmlDocument(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}`
}
