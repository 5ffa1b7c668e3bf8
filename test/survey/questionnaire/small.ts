/** Builds small questionnaires: a test gives only what matters to it. */

import type { Circumstances, Facts } from '../../../schema/answers.ts'
import type {
  MatrixRow,
  Option,
  Page,
  Question,
  Questionnaire,
  QuestionOf,
  Text,
} from '../../../schema/questionnaire.ts'
import { questionnaireSchema } from '../../../schema/shapes/questionnaire.ts'
import { wholeText } from '../../../schema/text.ts'

/** These words in each language; those of Chinese end with the sign that tells the two apart. */
export const text = (words: string): Text => wholeText({ en: words, 'zh-Hans': `${words}简`, 'zh-Hant': `${words}繁` })

/** The same words in each language. */
export const alike = (words: string): Text => wholeText({ en: words })

export const option = (code: number, more: Partial<Option> = {}): Option => ({
  code,
  label: text(`option ${code}`),
  ...more,
})

export const row = (code: number, more: Partial<MatrixRow> = {}): MatrixRow => ({
  code,
  label: text(`row ${code}`),
  ...more,
})

type Ask<T extends Question['type']> = Omit<QuestionOf<T>, 'code' | 'name' | 'text' | 'type'> &
  Partial<Pick<Question, 'text'>>

/** A question of one type; its wording is its code unless given. */
export function ask<T extends Question['type']>(code: string, type: T, rest: Ask<T>): QuestionOf<T> {
  const name = type !== 'note' && { name: code.toLowerCase() }
  return { code, ...name, text: text(code), type, ...rest } as unknown as QuestionOf<T>
}

export const page = (code: string, questions: Question[], more: Partial<Page> = {}): Page => ({
  code,
  title: text(code),
  questions,
  ...more,
})

/** A questionnaire of these pages; throws when it does not meet the schema. */
export function small(pages: Page[], more: Partial<Questionnaire> = {}): Questionnaire {
  const questionnaire: Questionnaire = {
    code: 'small',
    title: text('Small'),
    facts: [],
    sets: {},
    lists: {},
    place: 'Q1',
    rates: {},
    pages,
    ...more,
  }
  questionnaireSchema.parse(questionnaire)
  return questionnaire
}

export const seeds = Array.from({ length: 60 }, (_, at) => `seed ${at}`)

export const given = (facts: Facts = {}, seed = 'seed'): Circumstances => ({ seed, facts })
