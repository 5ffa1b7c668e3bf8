/** What the columns and codes of a file of answers mean, in every language, with every wording that was ever shown. Pure. */
import { languages, type Text } from '../../../schema/questionnaire.ts'
import { byteOrderMark, guardedCsvRow } from '../../platform/files/csv.ts'
import type { Dictionary, Variable } from '../variables/variable.ts'
import { isCount } from '../variables/words.ts'

/**
 * The codebook as a CSV file for people: a line for each column and for each of its codes, then one for each earlier
 * wording that differed. Entries of long lists stand in the questionnaire itself.
 */
export function codebookFile({ variables, questions }: Dictionary): string {
  const asked = new Map(questions.map((question) => [question.code, question]))
  const lines = variables.flatMap((variable) => {
    if (variable.column === null) return []
    const { name, type = variable.column.kind } = asked.get(variable.question ?? '') ?? { name: null }
    const codes = isCount(variable) ? [] : variable.codes.map(({ code }) => code)
    return [null, ...codes].flatMap((code) => linesOf(variable, code, [variable.name, name, type, code]))
  })
  const header = ['column', 'name', 'type', 'code', 'version', ...languages]
  return byteOrderMark + [guardedCsvRow(header), ...lines].join('')
}

/** A column, or one of its codes, as each version put it into words: the last first, and none twice. */
function linesOf({ wordings }: Variable, code: number | null, about: (string | number | null)[]): string[] {
  const said = new Set<string>()
  const texts = wordings.flatMap(({ version, label, codes }) => {
    const text = code === null ? label : codes.find((one) => one.code === code)?.label
    return text === undefined ? [] : { version, texts: inOrder(text) }
  })
  // A code that was never put into words needs no line.
  if (code !== null && texts.every((one) => one.texts.every((text) => text === String(code)))) return []
  return texts
    .toReversed()
    .filter((one) => {
      const text = one.texts.join('\n')
      return said.has(text) ? false : said.add(text)
    })
    .map((one) => guardedCsvRow([...about, one.version, ...one.texts]))
}

const inOrder = (text: Text) => languages.map((language) => text[language])
