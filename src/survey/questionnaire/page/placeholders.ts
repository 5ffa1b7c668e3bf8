/** Texts with `{placeholders}`. */
import type { Language, Text } from '../../../../schema/questionnaire.ts'
import { inEachLanguage } from '../../../../schema/text.ts'

const placeholder = /\{([A-Za-z][A-Za-z0-9_]*)\}/g

/** The text with each `{name}` replaced by what `value` gives for it. */
export function replaced(text: Text, value: (name: string, language: Language) => string): Text {
  if (!Object.values(text).some((one) => one.includes('{'))) return text
  return inEachLanguage((language) => text[language].replace(placeholder, (_, name: string) => value(name, language)))
}

/** The same words in every language, such as what was typed. */
export function everywhere(text: string): Text {
  return inEachLanguage(() => text)
}
