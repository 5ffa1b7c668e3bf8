/** The languages, and a text in all of them. */

/** The languages of every text, in the order in which they are offered. */
export const languages = ['en', 'zh-Hans', 'zh-Hant'] as const
export type Language = (typeof languages)[number]

/** A text in every language. What checks one that is given stands in `shapes/text.ts`. */
export type Text = Record<Language, string>

/** What `say` gives for each language. */
export function inEachLanguage<Said>(say: (language: Language) => Said): Record<Language, Said> {
  // A file of answers says some ten thousand texts so: half of what it took through a list of pairs.
  const texts = {} as Record<Language, Said>
  for (const language of languages) texts[language] = say(language)
  return texts
}

/** The text with what it lacks said in its base language. */
export function wholeText(text: Partial<Text>): Text {
  const base = languages.map((language) => text[language]).find((wording) => wording !== undefined) ?? ''
  return inEachLanguage((language) => text[language] ?? base)
}

/**
 * What `JSON.parse` has just made, with every text in it filled in where it stands: of a questionnaire's thousands of small
 * objects only those that lack a language become others.
 */
export function everyTextWhole(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1) value[at] = everyTextWhole(value[at])
    return value
  }
  let filled = 0
  let isText = true
  let isWhole = true
  for (const name in value) {
    const part: unknown = (value as Record<string, unknown>)[name]
    isWhole &&= name === languages[filled]
    isText &&= typeof part === 'string' && known.has(name)
    filled += 1
    if (typeof part === 'object') (value as Record<string, unknown>)[name] = everyTextWhole(part)
  }
  const isTold = !isText || filled === 0 || (isWhole && filled === languages.length)
  return isTold ? value : wholeText(value as Partial<Text>)
}

const known: ReadonlySet<string> = new Set(languages)
