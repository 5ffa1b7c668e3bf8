/** The second sheet: what each column and each of its values means, whole, in the language of the file. */
import { exportsMessages } from '../../../../../messages/generated/exports.ts'
import type { Language } from '../../../../../schema/questionnaire.ts'
import type { Dictionary, Variable } from '../../../variables/variable.ts'
import { isCount } from '../../../variables/words.ts'
import { columnLetters, looks, sharedCell, xlsxNumberCell } from './cells.ts'
import { sheetEnd, sheetHead } from './sheet.ts'
import type { SharedTexts } from './texts.ts'

type Cell = string | number | null

/** The whole sheet: it is as long as the questionnaire, whatever was answered. */
export function codebookSheet(dictionary: Dictionary, language: Language, texts: SharedTexts): string {
  const words = exportsMessages(language).codebook
  const headers = [words.variable, words.name, words.label, words.value, words.meaning, words.missing]
  const columns = headers.map((header, at) => ({ header: texts.place(header), width: widths[at] ?? 16 }))
  const names = new Map(dictionary.questions.map(({ code, name }) => [code, name]))
  const rows = dictionary.variables.flatMap((variable) => [
    [variable.name, names.get(variable.question ?? '') ?? null, variable.label[language], null, null, null],
    ...valuesOf(variable, language, words.isMissing),
  ])
  return sheetHead(columns) + rows.map((cells, at) => rowXml(cells, at + 2, texts)).join('') + sheetEnd
}

const widths = [20, 16, 60, 10, 40, 16]

/** A 1 that is a pick is said by the variable's own words. */
function valuesOf(variable: Variable, language: Language, isMissing: string): Cell[][] {
  const codes = isCount(variable) ? variable.codes.filter((code) => code.isMissing) : variable.codes
  return [
    ...codes.map((code) => [null, null, null, code.code, code.label[language], code.isMissing ? isMissing : null]),
    ...variable.entries.map(({ code, label }) => [null, null, null, code, label[language], null]),
  ]
}

function rowXml(cells: readonly Cell[], row: number, texts: SharedTexts): string {
  const xml = cells.map((cell, at) => {
    if (cell === null) return ''
    const where = `${columnLetters(at)}${row}`
    if (typeof cell === 'number') return xlsxNumberCell(where, cell)
    return sharedCell(where, texts.place(cell), looks.wrapped)
  })
  return `<row r="${row}">${xml.join('')}</row>`
}
