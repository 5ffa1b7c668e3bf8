/** What the variables and codes of a file mean, in every language, with every wording that was ever shown, as CSV for people. */
import { languages, type Text } from '../../../../../schema/questionnaire.ts'
import { byteOrderMark, type CsvCell, guardedCsvRow } from '../../../../platform/files/csv.ts'
import type { Dictionary, Variable } from '../../../variables/variable.ts'
import { isCount } from '../../../variables/words.ts'
import { countRecords, type RecordCounts } from '../count.ts'
import type { ExportFormat } from '../format.ts'

export const codebookCsv: ExportFormat = {
  id: 'codebook-csv',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  permission: 'responses.export',
  hasLanguage: false,
  byRecord: false,
  countsOnly: true,
  async *write(dictionary, batches) {
    yield codebookFile(dictionary, await countRecords(dictionary, batches))
  },
}

/**
 * A line for each variable and for each of its codes, then one for each earlier wording that differed. Entries of long
 * lists stand in the questionnaire itself.
 * @param counted how often each stands in a file; null for a codebook that is of no file
 */
export function codebookFile({ variables, questions }: Dictionary, counted: RecordCounts | null = null): string {
  const asked = new Map(questions.map((question) => [question.code, question]))
  const count = counted === null ? [] : ['n']
  const header = ['column', 'name', 'type', 'code', 'missing', 'version', ...count, ...languages]
  const lines = variables.flatMap((variable, at) => {
    if (counted === null && variable.column === null) return []
    const question = asked.get(variable.question ?? '')
    const about = [variable.name, question?.name ?? null, question?.type ?? variable.column?.kind ?? variable.type]
    const known = counted?.variables[at]
    const nOf = (code: number | null): CsvCell[] =>
      counted === null ? [] : [code === null ? (known?.valid ?? 0) : (known?.codes.get(code) ?? 0)]
    const line = (code: number | null, isMissing: boolean) => (wording: Said, nth: number) =>
      guardedCsvRow([
        ...about,
        code,
        isMissing ? 1 : null,
        wording.version,
        ...(nth === 0 ? nOf(code) : count.map(() => null)),
        ...languages.map((language) => wording.text[language]),
      ])
    return [
      ...saidOf(variable, ({ label }) => label).map(line(null, false)),
      ...(counted === null && isCount(variable) ? [] : variable.codes).flatMap(({ code, isMissing }) =>
        saidOf(variable, ({ codes }) => codes.find((one) => one.code === code)?.label)
          .filter((_, __, all) => all.some(({ text }) => isWords(text, code)))
          .map(line(code, isMissing)),
      ),
    ]
  })
  return byteOrderMark + [guardedCsvRow(header), ...lines].join('')
}

interface Said {
  version: string | null
  text: Text
}

/** What the versions said of it, the last first, each wording once. */
function saidOf(variable: Variable, of: (wording: Pick<Variable, 'label' | 'codes'>) => Text | undefined): Said[] {
  const { wordings } = variable
  const newestFirst = wordings.length === 0 ? [{ version: null, ...variable }] : wordings.toReversed()
  const seen = new Set<string>()
  return newestFirst.flatMap((wording) => {
    const text = of(wording)
    const key = text && languages.map((language) => text[language]).join('\n')
    if (text === undefined || key === undefined || seen.has(key)) return []
    seen.add(key)
    return [{ version: wording.version, text }]
  })
}

/** A label that is but its code says nothing. */
const isWords = (text: Text, code: number) => languages.some((language) => text[language] !== String(code))
