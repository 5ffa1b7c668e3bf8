/** What the columns and codes of a file of answers mean, in every language, with every wording that was ever shown. Pure. */
import type { Facts } from '../../../schema/answers.ts'
import { languages } from '../../../schema/questionnaire.ts'
import { byteOrderMark, guardedCsvRow } from '../../platform/files/csv.ts'
import type { Column } from '../questionnaire/column.ts'
import { columns } from '../questionnaire/columns.ts'
import { indexOf } from '../questionnaire/indexed.ts'
import { type Labelled, labelled } from './labels.ts'
import type { AskedVersion } from './responses-file.ts'

/** What a column says as a whole (null) and for each of its codes, in every language. */
type Entries = ReadonlyMap<number | null, string[]>

/**
 * The codebook as a CSV file for people: a line for each column and for each of its codes, then one for each earlier
 * wording that differed. Entries of long lists stand in the questionnaire itself.
 * @param versions a version and its corrections, in the order in which they were asked
 */
export function codebookFile(versions: readonly AskedVersion[], facts: Facts): string {
  const last = versions.at(-1)
  if (last === undefined) return ''
  const asked = columns(last.questionnaire)
  const entries = versions.map((one) => entriesOf(one, asked, facts))
  const lines = asked.flatMap((column, at) => {
    const known = indexOf(last.questionnaire).questions.get(column.question)?.question
    const about = [column.name, known !== undefined && 'name' in known ? known.name : null, known?.type ?? column.kind]
    return [...(entries.at(-1)?.[at] ?? []).keys()].flatMap((code) => {
      const wordings = versions.map(({ version }, of) => ({ version, texts: entries[of]?.[at]?.get(code) ?? [] }))
      // A column of 1 and 0 has no labels for them.
      if (code !== null && wordings.every(({ texts }) => texts.every((text) => text === String(code)))) return []
      const said = new Set<string>()
      return wordings
        .toReversed()
        .filter(({ texts }) => {
          const text = texts.join('\n')
          return said.has(text) ? false : said.add(text)
        })
        .map(({ version, texts }) => guardedCsvRow([...about, code, version, ...texts]))
    })
  })
  const header = ['column', 'name', 'type', 'code', 'version', ...languages]
  return byteOrderMark + [guardedCsvRow(header), ...lines].join('')
}

function entriesOf({ questionnaire }: AskedVersion, asked: readonly Column[], facts: Facts): Entries[] {
  const inLanguages = languages.map((language) => labelled(questionnaire, asked, language, facts))
  const index = indexOf(questionnaire)
  return asked.map((column, at) => {
    const of = inLanguages.map((known) => known[at]).filter((known): known is Labelled => known !== undefined)
    const codes = index.questions.get(column.question)?.options ?? []
    return new Map<number | null, string[]>([
      [null, of.map(({ header }) => header.slice(column.name.length).trim())],
      ...codes.map(({ code }) => [code, of.map(({ label }) => String(label(code) ?? ''))] as const),
    ])
  })
}
