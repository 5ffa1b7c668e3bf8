/** What the columns and cells of a questionnaire are called in a language. */
import { exportsMessages } from '../../../messages/generated/exports.ts'
import { erased, type Facts } from '../../../schema/answers.ts'
import type { Language, Questionnaire, Text } from '../../../schema/questionnaire.ts'
import type { Cell } from '../questionnaire/cells.ts'
import type { Column } from '../questionnaire/column.ts'
import { indexOf } from '../questionnaire/indexed.ts'

export interface Labelled {
  /** The column's code, then its words. */
  header: string
  /** A cell of this column as people read it. */
  label(cell: Cell): Cell
}

/** Each column with its words; `facts` fill the places that texts leave open, as they did for respondents. */
export function labelled(
  questionnaire: Questionnaire,
  columns: readonly Column[],
  language: Language,
  facts: Facts,
): Labelled[] {
  const index = indexOf(questionnaire)
  const words = exportsMessages(language)
  const consents = new Map(
    questionnaire.pages.flatMap((page) =>
      (page.consents ?? []).map((consent) => [consent.code, consent.text] as const),
    ),
  )
  const say = (text: Text) =>
    text[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const fact = facts[name]
      if (typeof fact === 'string') return fact
      return typeof fact === 'object' ? fact[language] : whole
    })
  const orBlank = (labels: ReadonlyMap<Cell, string>) => (cell: Cell) =>
    labels.get(cell) ?? (cell === -1 ? words.blank : cell)
  const plain = orBlank(new Map())
  const agreed = orBlank(
    new Map([
      [0, words.agreed.no],
      [1, words.agreed.yes],
    ]),
  )
  const typed = (cell: Cell) => (cell === erased ? words.erased : plain(cell))

  return columns.map((column): Labelled => {
    const { kind, name } = column
    const consent = consents.get(column.question)
    if (kind === 'consent') return { header: `${name} ${consent ? say(consent) : ''}`.trim(), label: plain }

    const known = index.questions.get(column.question)
    if (known === undefined) return { header: name, label: plain }
    const { question, options } = known
    const asked = Array.isArray(question.text)
      ? question.text.map(({ text }) => say(text)).join(' / ')
      : say(question.text)
    const optionLabels = orBlank(new Map(options.map((option) => [option.code, say(option.label)])))
    const option = options.find(({ code }) => code === column.option)
    const header = (part: string) => `${name} ${asked} [${part}]`

    switch (kind) {
      case 'rank':
        return { header: header(words.place({ place: (column.place ?? 0) + 1 })), label: optionLabels }
      case 'row': {
        const row = known.rows.find(({ code }) => String(code) === column.row)
        return { header: header(row ? say(row.label) : (column.row ?? '')), label: optionLabels }
      }
      case 'attention':
        return { header: header(words.check), label: optionLabels }
      case 'attention_target':
        return { header: header(words.checkTarget), label: optionLabels }
      case 'option':
        return { header: header(option ? say(option.label) : String(column.option)), label: plain }
      case 'detail': {
        const part = `${option ? say(option.label) : column.option}: ${words.detail}`
        const list = typeof option?.detail === 'object' ? index.lists.get(option.detail.list) : undefined
        return { header: header(part), label: (cell) => list?.get(String(cell))?.[language] ?? typed(cell) }
      }
      case 'agrees':
        return { header: header(words.agrees), label: agreed }
      default:
        return { header: `${name} ${asked}`, label: column.isTyped === true ? typed : optionLabels }
    }
  })
}
