import { languages, type Text } from '../../../../../schema/questionnaire.ts'
import { type Element, element } from '../../../../platform/files/xml/write.ts'

/** What XML 1.0 cannot hold, not even escaped. */
const unfit = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** One element for each language; none for a text that is not there. */
export function inLanguages(
  name: string,
  text: Text | null,
  attributes: Readonly<Record<string, string>> = {},
): Element[] {
  if (text === null) return []
  return languages.map((language) =>
    element(name, text[language].replace(unfit, ''), { ...attributes, 'xml:lang': language }),
  )
}
