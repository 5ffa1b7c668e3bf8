/** The options and rows of a question as one respondent sees them: which, in which order, in which words. */
import type { Answers, Circumstances } from '../../../../schema/answers.ts'
import type { Text } from '../../../../schema/questionnaire.ts'
import type { Asked, AskedRow, Index, Offered } from '../asked.ts'
import { isShuffled } from '../parts.ts'
import { drawnRanks } from '../route/shuffle.ts'
import { replaced } from './placeholders.ts'
import type { OptionView, RowView } from './view.ts'

/** What fills the places that texts leave open. */
export interface ViewWords {
  index: Index
  answers: Answers
  circumstances: Circumstances
  fill: (text: Text) => Text
}

/** The options that this route offers, in the order of this response. */
export function optionViews(asked: Asked, words: ViewWords): OptionView[] {
  const { question, options } = asked.known
  // Where there are rows, those are shuffled, and the scale that they share stays as it is.
  if (!isShuffled(question) || asked.known.rows.length > 0)
    return asked.options.map((offered) => optionView(offered, words))
  // The whole list is shuffled, not what is left of it, so that the order stays the same when picks change.
  const { seed } = words.circumstances
  const ranks = drawnRanks(options.length, (at) => options[at]?.last === true, seed, `${question.code} options`)
  return [...asked.options].sort(byRank(ranks)).map((offered) => optionView(offered, words))
}

function optionView({ option, hidden, typed }: Offered, { index, fill }: ViewWords): OptionView {
  const view: OptionView = { code: option.code, label: typed ?? fill(option.label) }
  if (hidden) view.hidden = true
  if (option.exclusive) view.exclusive = true
  if (option.detail === 'text' && !typed) view.detail = 'text'
  else if (option.detail && option.detail !== 'text' && !typed) {
    view.detail = { list: index.questionnaire.lists[option.detail.list] ?? [] }
  }
  return view
}

/** The rows that this route shows, but for the one that checks attention, in the order of this response. */
export function rowsInOrder(asked: Asked, seed: string): AskedRow[] {
  const { question, rows: all } = asked.known
  const rows = asked.rows.filter((row) => row.at >= 0)
  return isShuffled(question)
    ? rows.sort(byRank(drawnRanks(all.length, () => false, seed, `${question.code} rows`)))
    : rows
}

/** The rows that this route shows, in the order of this response, with the row that checks attention among them. */
export function rowViews(asked: Asked, words: ViewWords): RowView[] {
  const { options } = asked.known
  const rows = rowsInOrder(asked, words.circumstances.seed)
  const views = rows.map(({ field, code, label, typed }) => ({ field, code, label: typed ? label : words.fill(label) }))
  const check = asked.rows.find((row) => row.at < 0)
  if (check && asked.attention) {
    const { target, place } = asked.attention
    const aim = options.find((option) => option.code === target)
    const label = replaced(check.label, (name, language) => {
      if (name === 'target') return aim ? aim.label[language] : String(target)
      return name === 'target_code' ? String(target) : `{${name}}`
    })
    views.splice(place(views.length), 0, { field: check.field, code: check.code, label: words.fill(label) })
  }
  return views
}

function byRank(ranks: readonly number[]) {
  return (one: { at: number }, other: { at: number }) => (ranks[one.at] ?? 0) - (ranks[other.at] ?? 0)
}
