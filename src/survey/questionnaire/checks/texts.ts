/** Texts that are blank or broken, labels that are too long, placeholders that nothing fills. */
import { type Language, languages, type Questionnaire } from '../../../../schema/questionnaire.ts'
import { isAnswered } from '../parts.ts'
import { type ContentError, contentErrorAt } from './content-error.ts'
import { eachQuestion, type PlacedText, placedTexts } from './places.ts'
import { valueAt } from './shape.ts'

/** The longest value label that SPSS keeps, in UTF-8 bytes. */
const longest = 120

const braces = /\{([^{}]*)\}/g
const encoder = new TextEncoder()
const bytes = (text: string) => encoder.encode(text).length

/** Errors of every text, language by language. */
export function textErrors(questionnaire: Questionnaire): ContentError[] {
  const facts = new Set(questionnaire.facts)
  const pageOf = new Map<string, number>()
  eachQuestion(questionnaire, (question, _, pageAt) => {
    if (isAnswered(question)) pageOf.set(question.code, pageAt)
  })
  return placedTexts(questionnaire).flatMap((placed) => [
    ...wordErrors(placed),
    ...lengthErrors(placed),
    ...placeholderErrors(placed, facts, pageOf),
  ])
}

/**
 * The languages that a text lacks. What is stored may lack one and shows its base language; what people are newly asked
 * may not, so this goes by the data as it was given, before a language is filled in.
 */
export function missingTranslations(
  questionnaire: Questionnaire,
  given: unknown,
  wanted: readonly Language[] = languages,
): ContentError[] {
  return placedTexts(questionnaire).flatMap(({ path }) =>
    wanted
      .filter((language) => valueAt(given, [...path, language]) === undefined)
      .map((language) => contentErrorAt([...path, language], 'missing translation')),
  )
}

function wordErrors({ text, path }: PlacedText): ContentError[] {
  return languages.flatMap((language) => {
    const words = text[language]
    if (words.trim() === '') return [contentErrorAt([...path, language], 'missing translation')]
    return words.isWellFormed() && !words.includes('\0')
      ? []
      : [contentErrorAt([...path, language], 'not well-formed text')]
  })
}

function lengthErrors({ text, path, label }: PlacedText): ContentError[] {
  if (!label) return []
  const { short, shortPath } = label
  return languages.flatMap((language) => {
    if (short) {
      if (bytes(short[language]) <= longest) return []
      return [contentErrorAt([...shortPath, language], `the short form is over ${longest} bytes`)]
    }
    if (bytes(text[language]) <= longest) return []
    return [contentErrorAt([...path, language], `the label is over ${longest} bytes and has no short form`)]
  })
}

function placeholderErrors(
  { text, path, before, own }: PlacedText,
  facts: ReadonlySet<string>,
  pageOf: ReadonlyMap<string, number>,
): ContentError[] {
  const namesIn = (words: string) => new Set([...words.matchAll(braces)].map(([, name]) => name ?? ''))
  const everywhere = new Set(languages.flatMap((language) => [...namesIn(text[language])]))
  return languages.flatMap((language) => {
    const names = namesIn(text[language])
    const errors: ContentError[] = []
    for (const name of everywhere) {
      const page = pageOf.get(name)
      if (!names.has(name)) {
        errors.push(contentErrorAt([...path, language], `{${name}} stands in another language and not here`))
      } else if (facts.has(name) || own.includes(name)) {
      } else if (page === undefined) {
        errors.push(contentErrorAt([...path, language], `{${name}} is not a fact or a question`))
      } else if (page >= before) {
        errors.push(contentErrorAt([...path, language], `{${name}} is not on an earlier page`))
      }
    }
    return errors
  })
}
