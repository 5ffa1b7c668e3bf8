/** Texts that are blank or broken, labels that are too long, placeholders that nothing fills. */
import { languages, type Questionnaire } from '../../../../schema/questionnaire.ts'
import { type ContentFault, faultAt } from './fault.ts'
import { eachQuestion, type PlacedText, placedTexts } from './places.ts'

/** The longest value label that SPSS keeps, in UTF-8 bytes. */
const longest = 120

const braces = /\{([^{}]*)\}/g
const encoder = new TextEncoder()
const bytes = (text: string) => encoder.encode(text).length

/** Faults of every text, language by language. */
export function textFaults(questionnaire: Questionnaire): ContentFault[] {
  const facts = new Set(questionnaire.facts)
  const pageOf = new Map<string, number>()
  eachQuestion(questionnaire, (question, _, pageAt) => pageOf.set(question.code, pageAt))
  return placedTexts(questionnaire).flatMap((placed) => [
    ...wordFaults(placed),
    ...lengthFaults(placed),
    ...placeholderFaults(placed, facts, pageOf),
  ])
}

function wordFaults({ text, path }: PlacedText): ContentFault[] {
  return languages.flatMap((language) => {
    const words = text[language]
    if (words.trim() === '') return [faultAt([...path, language], 'missing translation')]
    return words.isWellFormed() && !words.includes('\0') ? [] : [faultAt([...path, language], 'not well-formed text')]
  })
}

function lengthFaults({ text, path, label }: PlacedText): ContentFault[] {
  if (!label) return []
  const { short, shortPath } = label
  return languages.flatMap((language) => {
    if (short) {
      if (bytes(short[language]) <= longest) return []
      return [faultAt([...shortPath, language], `the short form is over ${longest} bytes`)]
    }
    if (bytes(text[language]) <= longest) return []
    return [faultAt([...path, language], `the label is over ${longest} bytes and has no short form`)]
  })
}

function placeholderFaults(
  { text, path, before, own }: PlacedText,
  facts: ReadonlySet<string>,
  pageOf: ReadonlyMap<string, number>,
): ContentFault[] {
  const namesIn = (words: string) => new Set([...words.matchAll(braces)].map(([, name]) => name ?? ''))
  const everywhere = new Set(languages.flatMap((language) => [...namesIn(text[language])]))
  return languages.flatMap((language) => {
    const names = namesIn(text[language])
    const faults: ContentFault[] = []
    for (const name of everywhere) {
      const page = pageOf.get(name)
      if (!names.has(name)) {
        faults.push(faultAt([...path, language], `{${name}} stands in another language and not here`))
      } else if (facts.has(name) || own.includes(name)) {
      } else if (page === undefined) {
        faults.push(faultAt([...path, language], `{${name}} is not a fact or a question`))
      } else if (page >= before) {
        faults.push(faultAt([...path, language], `{${name}} is not on an earlier page`))
      }
    }
    return faults
  })
}
