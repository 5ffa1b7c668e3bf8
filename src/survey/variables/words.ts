/** What the columns of a questionnaire and their values are called, in every language. */
import { exportsMessages } from '../../../messages/generated/exports.ts'
import { erased, type Facts } from '../../../schema/answers.ts'
import type { Language, MatrixRow, Option, Questionnaire, Text } from '../../../schema/questionnaire.ts'
import { inEachLanguage } from '../../../schema/text.ts'
import type { KnownQuestion } from '../questionnaire/asked.ts'
import type { Column } from '../questionnaire/column.ts'
import { indexOf } from '../questionnaire/indexed.ts'
import { isAnswered } from '../questionnaire/parts.ts'
import { dataOf } from '../questionnaire/types/data/index.ts'
import type { Code, Value, Variable } from './variable.ts'

type Say = (text: Text) => Text
type Words = ReturnType<typeof exportsMessages>

/** Fills the places that a text leaves open, as they were filled for respondents. */
export function sayWith(facts: Facts): Say {
  const say = (text: string, language: Language) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const fact = facts[name]
      if (typeof fact === 'string') return fact
      return typeof fact === 'object' ? fact[language] : whole
    })
  return (text) => inEachLanguage((language) => say(text[language], language))
}

/** The wording of a question; several, with a stroke between them. */
export function wordingOf({ question }: Pick<KnownQuestion, 'question'>, say: Say): Text {
  if (!Array.isArray(question.text)) return say(question.text)
  const wordings = question.text.map(({ text }) => say(text))
  return inEachLanguage((language) => wordings.map((text) => text[language]).join(' / '))
}

/** Not applicable, don't know, prefer not to say: under these codes everywhere. */
const nonAnswers: ReadonlySet<unknown> = new Set([97, 98, 99])

/** Whether an option of this code says that there is no answer: not applicable, do not know, prefer not to say. */
export const isNonAnswer = (code: unknown): boolean => nonAnswers.has(code)

/** A code with its label, its short form, and whether it says that there is no answer. */
export function labelledCode({ code, label, short }: Option | MatrixRow, say: Say): Code {
  return { code, label: say(label), short: short && say(short), isMissing: nonAnswers.has(code) }
}

const own = (choose: (words: Words) => string) => inEachLanguage((language) => choose(exportsMessages(language)))
const blank = (code = -1): Code => ({ code, label: own((words) => words.blank), isMissing: true })
const gone = (): Code => ({ code: erased, label: own((words) => words.erased), isMissing: true })
const yesOrNo = (choose: (words: Words) => { yes: string; no: string }): Code[] => [
  { code: 0, label: own((words) => choose(words).no), isMissing: false },
  { code: 1, label: own((words) => choose(words).yes), isMissing: false },
]

/** The most bytes that a sign has in UTF-8. */
const bytesOfCharacter = 4

/** Whether a number that can be answered, or what stands for a blank, is larger than 32 bits hold; the least of these is not used. */
const isBeyond32Bits = ({ min, max }: { min: number; max: number }, blankCode: number): boolean =>
  Math.min(min, blankCode) <= -(2 ** 31) || max >= 2 ** 31

/** SPSS and Stata show a number of more in powers of ten unless they are told to leave room for it. */
const charactersShown = 8

function roomFor(range: { min: number; max: number } | null, blankCode = -1): Pick<Variable, 'isLarge' | 'characters'> {
  if (range === null) return {}
  const characters = Math.max(...[range.min, range.max, blankCode].map((number) => String(number).length))
  return {
    ...(isBeyond32Bits(range, blankCode) && { isLarge: true }),
    ...(characters > charactersShown && { characters }),
  }
}

const detailBytes = 100 * bytesOfCharacter

/**
 * Each column of a version as a variable that has the column's name.
 * @param facts what the study's texts leave open
 */
export function variablesOf(questionnaire: Questionnaire, columns: readonly Column[], facts: Facts): Variable[] {
  const say = sayWith(facts)
  const consents = new Map(
    questionnaire.pages.flatMap((page) => (page.consents ?? []).map(({ code, text }) => [code, text] as const)),
  )
  return columns.map((column) => {
    const known = indexOf(questionnaire).questions.get(column.question)
    if (known !== undefined && column.kind !== 'consent') return variableOf(questionnaire, known, column, say)
    const text = consents.get(column.question)
    const agreed = yesOrNo((words) => words.agreed).slice(1)
    return { ...bare(column), label: text === undefined ? nothing : say(text), codes: agreed }
  })
}

const nothing = inEachLanguage(() => '')

function bare(column: Column): Variable {
  const { name, question } = column
  const empty = { label: nothing, part: null, codes: [], entries: [], maxBytes: null, wordings: [] }
  return { ...empty, name, column, question, type: 'number', measure: 'nominal' }
}

function variableOf(questionnaire: Questionnaire, known: KnownQuestion, column: Column, say: Say): Variable {
  const { question, options } = known
  const label = wordingOf(known, say)
  const isOptional = isAnswered(question) && question.optional === true
  const blanks = isOptional ? [blank(column.blank)] : []
  const picks = options.map((option) => labelledCode(option, say))
  const option = options.find(({ code }) => code === column.option)
  const optionLabel = option ? say(option.label) : inEachLanguage(() => String(column.option))
  const partOf = (part: Text, more: Partial<Variable>): Variable => ({
    ...bare(column),
    label: inEachLanguage((language) => `${label[language]} [${part[language]}]`),
    part,
    ...more,
  })
  const { type, measure } = dataOf(question.type).variable

  switch (column.kind) {
    case 'rank': {
      const place = own((words) => words.place({ place: (column.place ?? 0) + 1 }))
      return partOf(place, { codes: [...picks, blank()] })
    }
    case 'row': {
      const row = known.rows.find(({ code }) => String(code) === column.row)
      const part = row ? say(row.label) : inEachLanguage(() => column.row ?? '')
      return partOf(part, { measure, codes: [...picks, ...blanks] })
    }
    case 'attention':
      return partOf(
        own((words) => words.check),
        { measure, codes: [...picks, ...blanks] },
      )
    case 'attention_target':
      return partOf(
        own((words) => words.checkTarget),
        { measure, codes: picks },
      )
    case 'option':
      return partOf(optionLabel, { codes: [...yesOrNo((words) => words.picked), ...blanks] })
    case 'detail': {
      const detail = own((words) => words.detail)
      const part = inEachLanguage((language) => `${optionLabel[language]}: ${detail[language]}`)
      const list = typeof option?.detail === 'object' ? questionnaire.lists[option.detail.list] : undefined
      if (list === undefined) return partOf(part, { type: 'text', codes: [gone()], maxBytes: detailBytes })
      const maxBytes = Math.max(1, ...list.map(({ code }) => code.length * bytesOfCharacter))
      return partOf(part, { type: 'text', entries: list, maxBytes })
    }
    case 'agrees':
      return partOf(
        own((words) => words.agrees),
        { codes: [...yesOrNo((words) => words.agreed), blank()] },
      )
    default: {
      if (type === 'text' || column.isTyped === true) {
        const maxBytes = ('maxLength' in question ? question.maxLength : 100) * bytesOfCharacter
        return { ...bare(column), type: 'text', label, codes: [...blanks, gone()], maxBytes }
      }
      const range = dataOf(question.type).range(question)
      return { ...bare(column), type, measure, label, codes: [...picks, ...blanks], ...roomFor(range, column.blank) }
    }
  }
}

/** A value as people read it in a language: by its label where it has one. Whether an option was picked stays 1 or 0. */
export function valueLabel(variable: Variable, language: Language): (value: Value) => Value {
  const labels = new Map<Value, string>()
  for (const { code, label } of variable.entries) labels.set(code, label[language])
  for (const { code, label, isMissing } of variable.codes) {
    if (isMissing || !isCount(variable)) labels.set(code, label[language])
  }
  if (!labels.has(-1) && variable.type !== 'number') labels.set(-1, exportsMessages(language).blank)
  return (value) => labels.get(value) ?? value
}

/** Whether its 1 is a pick or an agreement, whose words are in the variable's label. */
export function isCount({ column }: Pick<Variable, 'column'>): boolean {
  return column?.kind === 'option' || column?.kind === 'consent'
}
