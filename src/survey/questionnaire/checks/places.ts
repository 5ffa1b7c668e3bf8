/** Everything of a questionnaire that has a path and stands somewhere on the way: texts, labels, conditions. */
import type { Condition, Option, Question, Questionnaire, Text } from '../../../../schema/questionnaire.ts'
import { attentionRow, givenOptions, rowsOf } from '../parts.ts'
import { dataOf } from '../types/data/index.ts'
import type { Path } from './content-error.ts'

export interface PlacedText {
  text: Text
  path: Path
  /** Questions of pages before this one may be named in it. */
  before: number
  /** Placeholders that only this text may have. */
  own: readonly string[]
  /** A value label, which must be short or have a short form; `short` is that form's path. */
  label?: { short?: Text; shortPath: Path }
}

export interface PlacedCondition {
  condition: Condition
  path: Path
  /** The page on which it is decided. */
  pageAt: number
  /** It may look at questions of pages before this one. */
  before: number
}

const noOptions = { key: 'options', given: [] }

/** The options of a question (of a matrix, its scale) and where they stand; none when its set is unknown. */
export function optionsAt(
  questionnaire: Questionnaire,
  question: Question,
  path: Path,
): { options: readonly Option[]; path: Path } {
  const { key, given } = givenOptions(question) ?? noOptions
  if (Array.isArray(given)) return { options: given, path: [...path, key] }
  return { options: questionnaire.sets[given.set] ?? [], path: ['sets', given.set] }
}

/** Calls `see` for each question with its path and the number of its page. */
export function eachQuestion(
  questionnaire: Questionnaire,
  see: (question: Question, path: Path, pageAt: number) => void,
): void {
  questionnaire.pages.forEach((page, pageAt) => {
    page.questions.forEach((question, at) => {
      see(question, ['pages', pageAt, 'questions', at], pageAt)
    })
  })
}

/** Every text that a respondent or a reader of the codebook may see. Those of a set stand at its first use. */
export function placedTexts(questionnaire: Questionnaire): PlacedText[] {
  const texts: PlacedText[] = []
  const add = (text: Text | undefined, path: Path, before: number) => {
    if (text) texts.push({ text, path, before, own: [] })
  }
  const addLabel = (
    one: { label: Text; short?: Text | undefined },
    path: Path,
    before: number,
    own: readonly string[] = [],
  ) => {
    const label = { shortPath: [...path, 'short'], ...(one.short && { short: one.short }) }
    texts.push({ text: one.label, path: [...path, 'label'], before, own, label })
    add(one.short, label.shortPath, before)
  }

  add(questionnaire.title, ['title'], 0)
  questionnaire.pages.forEach((page, at) => {
    add(page.title, ['pages', at, 'title'], at)
    page.consents?.forEach((consent, n) => {
      add(consent.text, ['pages', at, 'consents', n, 'text'], at)
    })
  })
  const setsUsed = new Map<string, number>()
  eachQuestion(questionnaire, (question, path, before) => {
    if (Array.isArray(question.text)) {
      question.text.forEach((variant, n) => {
        add(variant.text, [...path, 'text', n, 'text'], before)
      })
    } else add(question.text, [...path, 'text'], before)
    add(question.hint, [...path, 'hint'], before)
    for (const [key, text] of Object.entries(dataOf(question.type).texts(question))) add(text, [...path, key], before)
    rowsOf(question).forEach((row, n) => {
      addLabel(row, [...path, 'rows', n], before)
    })
    const attention = attentionRow(question)
    if (attention) addLabel(attention, [...path, 'attention'], before, ['target', 'target_code'])
    const { options, path: at } = optionsAt(questionnaire, question, path)
    if (at[0] === 'sets') setsUsed.set(String(at[1]), Math.min(before, setsUsed.get(String(at[1])) ?? before))
    else
      options.forEach((option, n) => {
        addLabel(option, [...at, n], before)
      })
  })
  for (const [set, options] of Object.entries(questionnaire.sets)) {
    options.forEach((option, n) => {
      addLabel(option, ['sets', set, n], setsUsed.get(set) ?? 0)
    })
  }
  for (const [list, entries] of Object.entries(questionnaire.lists)) {
    entries.forEach((entry, n) => {
      addLabel(entry, ['lists', list, n], 0)
    })
  }
  return texts
}

/** Every condition with the page before which its questions must stand. Those of a set are placed at each use. */
export function placedConditions(questionnaire: Questionnaire): PlacedCondition[] {
  const conditions: PlacedCondition[] = []
  const add = (condition: Condition | undefined, path: Path, pageAt: number, before = pageAt) => {
    if (condition) conditions.push({ condition, path: [...path, 'when'], pageAt, before })
  }
  questionnaire.pages.forEach((page, at) => {
    add(page.when, ['pages', at], at)
    page.consents?.forEach((consent, n) => {
      add(consent.when, ['pages', at, 'consents', n], at, at + 1)
    })
    page.ends?.forEach((end, n) => {
      add(end.when, ['pages', at, 'ends', n], at, at + 1)
    })
  })
  eachQuestion(questionnaire, (question, path, pageAt) => {
    add(question.when, path, pageAt)
    if (Array.isArray(question.text)) {
      question.text.forEach((variant, n) => {
        add(variant.when, [...path, 'text', n], pageAt)
      })
    }
    const { options, path: at } = optionsAt(questionnaire, question, path)
    options.forEach((option, n) => {
      add(option.when, [...at, n], pageAt)
    })
    rowsOf(question).forEach((row, n) => {
      add(row.when, [...path, 'rows', n], pageAt)
    })
  })
  return conditions
}
