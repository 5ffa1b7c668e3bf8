/** Codes that stand twice where one would hide the other, that mean something else, or that nobody can answer with. */
import type { Questionnaire } from '../../../../schema/questionnaire.ts'
import { largestTyped } from '../page/posted-values.ts'
import { attentionRow, givenOptions, isAnswered, rowsOf } from '../parts.ts'
import { dataOf } from '../types/data/index.ts'
import { type ContentError, contentErrorAt, type Path } from './content-error.ts'
import { eachQuestion, optionsAt } from './places.ts'

/** Duplicate codes of pages, questions, consents, options, rows, label sets, lists, names and facts. */
export function duplicateErrors(questionnaire: Questionnaire): ContentError[] {
  const errors: ContentError[] = []
  /** Remembers a code under one heading; the second time it is an error. */
  const uniqueIn = (what: string) => {
    const seen = new Set<string | number>()
    return (code: string | number, path: Path) => {
      if (seen.has(code)) errors.push(contentErrorAt(path, `duplicate ${what} ${code}`))
      seen.add(code)
    }
  }
  const each = (what: string, codes: readonly { code: string | number }[], path: Path) => {
    const once = uniqueIn(what)
    codes.forEach(({ code }, at) => {
      once(code, [...path, at, 'code'])
    })
  }

  // Questions, consents and attention rows share the keys of one answers object.
  const field = uniqueIn('code')
  const name = uniqueIn('name')
  const fact = uniqueIn('fact')
  questionnaire.facts.forEach((one, at) => {
    fact(one, ['facts', at])
  })
  each('page', questionnaire.pages, ['pages'])
  questionnaire.pages.forEach((page, pageAt) => {
    page.questions.forEach((question, at) => {
      const path = ['pages', pageAt, 'questions', at]
      field(question.code, [...path, 'code'])
      if (isAnswered(question)) name(question.name, [...path, 'name'])
      each('row', rowsOf(question), [...path, 'rows'])
      const { key, given } = givenOptions(question) ?? {}
      if (key && Array.isArray(given)) each('option', given, [...path, key])
      const attention = attentionRow(question)
      if (attention) field(attention.code, [...path, 'attention', 'code'])
    })
    page.consents?.forEach((consent, at) => {
      field(consent.code, ['pages', pageAt, 'consents', at, 'code'])
    })
  })
  for (const [set, options] of Object.entries(questionnaire.sets)) each('option', options, ['sets', set])
  for (const [list, entries] of Object.entries(questionnaire.lists)) each('entry', entries, ['lists', list])
  return errors
}

/** Options coded -1 where that says that the question, a row of it or a place in it was left blank. */
export function blankErrors(questionnaire: Questionnaire): ContentError[] {
  const errors: ContentError[] = []
  eachQuestion(questionnaire, (question, path) => {
    const { counted } = dataOf(question.type)
    const canBeBlank =
      counted === 'rank' || (counted !== 'several' && isAnswered(question) && question.optional === true)
    if (!canBeBlank) return
    const { options, path: at } = optionsAt(questionnaire, question, path)
    options.forEach(({ code }, n) => {
      if (code === -1) errors.push(contentErrorAt([...at, n, 'code'], '-1 says that nothing was answered'))
    })
  })
  return errors
}

/** Codes and bounds that no form can be answered with, and rankings with more places than options. */
export function unanswerableErrors(questionnaire: Questionnaire): ContentError[] {
  const errors: ContentError[] = []
  const small = (number: number | undefined, path: Path) => {
    if (number !== undefined && Math.abs(number) > largestTyped)
      errors.push(contentErrorAt(path, `${number} is beyond what can be answered`))
  }
  eachQuestion(questionnaire, (question, path) => {
    const { options, path: at } = optionsAt(questionnaire, question, path)
    options.forEach(({ code }, n) => {
      small(code, [...at, n, 'code'])
    })
    rowsOf(question).forEach(({ code }, n) => {
      small(code, [...path, 'rows', n, 'code'])
    })
    const { range, counted } = dataOf(question.type)
    const bounds = range(question)
    small(bounds?.min, [...path, 'min'])
    small(bounds?.max, [...path, 'max'])
    if (counted === 'rank' && 'max' in question && Number(question.max) > options.length && options.length > 0)
      errors.push(contentErrorAt([...path, 'max'], `${options.length} options are fewer than the places`))
  })
  return errors
}
