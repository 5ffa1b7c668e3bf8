/** The row of a matrix that checks attention: its field, place and target are drawn from the response's seed. */
import type { Question, Questionnaire } from '../../../../schema/questionnaire.ts'
import { attentionRow, rowsOf } from '../parts.ts'
import { drawer } from './shuffle.ts'

export interface DrawnAttention {
  /** The last part of the form field's name: a number that no row of the matrix has. */
  field: string
  /** The code of the scale that an attentive reader picks. */
  target: number
  /** Where the row stands among `rows` other rows: never first and, when there are two or more, never last. */
  place: (rows: number) => number
}

/** What the seed draws for a question; null when it has no attention row. */
export function drawnAttention(question: Question, seed: string): DrawnAttention | null {
  const row = attentionRow(question)
  if (!row) return null
  const draw = drawer(seed, `${question.code} attention`)
  const target = row.targets[draw(row.targets.length)] ?? 0
  const share = draw(0x10000)
  const taken = new Set(rowsOf(question).map(({ code }) => code))
  let field = 0
  do field = 1 + draw(98 + taken.size)
  while (taken.has(field))
  return { field: String(field), target, place: (rows) => 1 + Math.floor((share / 0x10000) * Math.max(1, rows - 1)) }
}

/** The drawn field and target of each question that has an attention row, by question code. */
export function attentionOf(
  questionnaire: Questionnaire,
  seed: string,
): Record<string, { field: string; target: number }> {
  const drawn: Record<string, { field: string; target: number }> = {}
  for (const question of questionnaire.pages.flatMap((page) => page.questions)) {
    const attention = drawnAttention(question, seed)
    if (attention) drawn[question.code] = { field: attention.field, target: attention.target }
  }
  return drawn
}
