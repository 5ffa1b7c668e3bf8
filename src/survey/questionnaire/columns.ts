/** The columns that every export of a questionnaire version has, whatever was answered. */
import type { Question, Questionnaire } from '../../../schema/questionnaire.ts'
import { indexOf, type Known } from './indexed.ts'

/**
 * - `single`, `scale`, `nps`, `year`, `number`, `text`: the answer to the question
 * - `option`: 1 or 0, whether `option` was picked
 * - `detail`: what was typed for `option`, or the code picked from its list, here or in question `from`
 * - `rank`: the code that was put in place `place`
 * - `row`: the code picked on matrix row `row`; `attention` is such a row, `attention_target` what it should hold
 * - `consent`: 1 when ticked
 * - `agrees`: 1 or 0, whether an answer that was dropped agreed with the others
 */
export type ColumnKind =
  | Exclude<Question['type'], 'multi' | 'rank' | 'matrix'>
  | 'option'
  | 'detail'
  | 'rank'
  | 'row'
  | 'attention'
  | 'attention_target'
  | 'consent'
  | 'agrees'

export interface Column {
  name: string
  /** The code of the question, or of the consent. */
  question: string
  kind: ColumnKind
  option?: number
  from?: string
  place?: number
  row?: string
}

/** The columns of a questionnaire version in their order: page by page, a page's consents after its questions. */
export function columns(questionnaire: Questionnaire): Column[] {
  return indexOf(questionnaire).pages.flatMap(({ page, questions }) => [
    ...questions.flatMap(questionColumns),
    ...(page.consents ?? []).map(({ code }): Column => ({ name: code, question: code, kind: 'consent' })),
  ])
}

function questionColumns({ question, options, rows }: Known): Column[] {
  const { code } = question
  if (question.draftOnly) return [{ name: `${code}_agrees`, question: code, kind: 'agrees' }]
  const carry = 'carry' in question ? question.carry : undefined
  const details = options
    .filter(({ detail }) => detail && question.type !== 'matrix')
    .map(({ code: option }): Column => {
      return { name: `${code}_${option}_text`, question: code, kind: 'detail', option, ...carry }
    })
  switch (question.type) {
    case 'multi':
      return [
        ...options.map(
          (it): Column => ({ name: `${code}_${it.code}`, question: code, kind: 'option', option: it.code }),
        ),
        ...details,
      ]
    case 'rank':
      return [
        ...Array.from({ length: question.max }, (_, at): Column => {
          return { name: `${code}_r${at + 1}`, question: code, kind: 'rank', place: at }
        }),
        ...details,
      ]
    case 'matrix': {
      const check = question.attention?.code
      return [
        ...rows.map(
          (it): Column => ({ name: `${code}_${it.code}`, question: code, kind: 'row', row: String(it.code) }),
        ),
        ...(check ? attentionColumns(code, check) : []),
      ]
    }
    default:
      return [{ name: code, question: code, kind: question.type }, ...details]
  }
}

function attentionColumns(question: string, row: string): Column[] {
  return [
    { name: row, question, kind: 'attention', row },
    { name: `${row}_target`, question, kind: 'attention_target' },
  ]
}
