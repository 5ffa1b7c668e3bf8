/** The columns that every export of a questionnaire version has, whatever was answered. */
import type { Questionnaire } from '../../../schema/questionnaire.ts'
import type { KnownQuestion } from './asked.ts'
import type { Column } from './column.ts'
import { indexOf } from './indexed.ts'
import { carriedFrom, isAnswered, rowsOf } from './parts.ts'
import { dataOf } from './types/data/index.ts'

/**
 * The columns of a questionnaire version in their order: page by page, a page's consents after its questions. Each has a name
 * of its own: option 2 of `Q1` is `Q1_2`, unless something else has that for its code.
 */
export function columns(questionnaire: Questionnaire): Column[] {
  const { pages, names } = indexOf(questionnaire)
  const taken = new Set(names)
  const wanted = pages.flatMap(({ page, questions }) => [
    ...questions.flatMap(questionColumns),
    ...(page.consents ?? []).map(({ code }): Column => ({ name: code, question: code, kind: 'consent' })),
  ])
  return wanted.map((column) => (isCode(column) ? column : { ...column, name: freeName(column.name, taken) }))
}

/** Of a question, a consent or a row that checks attention: no two have the same. */
const isCode = ({ name, question, row = question }: Column) => name === row

function freeName(wish: string, taken: Set<string>): string {
  let name = wish
  for (let n = 2; taken.has(name); n += 1) name = `${wish}_${n}`
  taken.add(name)
  return name
}

function questionColumns(known: KnownQuestion): Column[] {
  const { question } = known
  const { code } = question
  if (!isAnswered(question)) return []
  if (question.draftOnly) return [{ name: `${code}_agrees`, question: code, kind: 'agrees' }]
  return [...dataOf(question.type).columns(question, known), ...(rowsOf(question).length > 0 ? [] : details(known))]
}

/** The texts typed for options; what rows share as their scale asks for none. */
function details({ question, options }: KnownQuestion): Column[] {
  const { code } = question
  const from = carriedFrom(question)
  return options
    .filter(({ detail }) => detail)
    .map(({ code: option }) => ({
      name: `${code}_${option}_text`,
      question: code,
      kind: 'detail',
      option,
      ...(from !== undefined && { from }),
    }))
}
