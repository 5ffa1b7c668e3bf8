/** What a spreadsheet has to show of the answers: each cell in words. */
import type { Language } from '../../schema/questionnaire.ts'
import type { Dictionary } from '../../src/survey/variables/variable.ts'
import { valueLabel } from '../../src/survey/variables/words.ts'
import type { Answered } from './records.ts'

/** The first sheet, row by row; an empty cell is an empty text. */
export function sheetRows({ variables }: Dictionary, all: readonly Answered[], language: Language): string[][] {
  const labels = variables.map((variable) => valueLabel(variable, language))
  return [
    variables.map(({ name, label }) => `${name} ${label[language]}`),
    ...all.map(({ record }) => labels.map((label, at) => String(label(record[at] ?? null) ?? ''))),
  ]
}
