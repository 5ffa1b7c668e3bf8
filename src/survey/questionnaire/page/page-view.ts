/** A page as one respondent may see it: which questions, which options, in which order, in which words. */
import type { Answers, Circumstances } from '../../../../schema/answers.ts'
import type { Questionnaire, Text } from '../../../../schema/questionnaire.ts'
import { askPage, dueConsents, limitsOf } from '../ask.ts'
import { type Asked, type Index, indexOf, type Offered, placeOfPage } from '../indexed.ts'
import { holds } from '../route/conditions.ts'
import { progress } from '../route/progress.ts'
import { drawnRanks } from '../route/shuffle.ts'
import { filled, replaced } from './fill.ts'
import type { OptionView, PageView, QuestionView, RowView } from './view.ts'

/**
 * The page as this response sees it after `answers`: pruned, or pruned with what was just given on this page put
 * in by `withPage`, for a consent may depend on that. A page that is not on the route has no questions. Throws a RangeError for a page that the questionnaire does not have.
 */
export function pageView(
  questionnaire: Questionnaire,
  pageCode: string,
  answers: Answers,
  circumstances: Circumstances,
): PageView {
  const index = indexOf(questionnaire)
  const at = placeOfPage(index, pageCode)
  const asked = askPage(index, at, answers, circumstances)
  const { page, questions } = asked
  const words: Words = {
    index,
    answers,
    circumstances,
    fill: (text) => filled(text, index, answers, circumstances),
  }
  return {
    code: page.code,
    title: words.fill(page.title),
    consents: dueConsents(asked, answers, circumstances).map(({ code, text }) => ({ code, text: words.fill(text) })),
    questions: questions.map((asked) => questionView(asked, words)),
    ...progress(questionnaire, page.code, answers, circumstances),
  }
}

interface Words {
  index: Index
  answers: Answers
  circumstances: Circumstances
  fill: (text: Text) => Text
}

function questionView(asked: Asked, words: Words): QuestionView {
  const { question } = asked.known
  const base = {
    code: question.code,
    text: words.fill(wording(asked, words)),
    ...(question.hint && { hint: words.fill(question.hint) }),
    optional: asked.optional,
  }
  switch (question.type) {
    case 'single':
    case 'scale':
      return { ...base, type: question.type, options: optionViews(asked, words) }
    case 'multi':
      return { ...base, type: 'multi', options: optionViews(asked, words), ...limitsOf(asked) }
    case 'rank':
      return { ...base, type: 'rank', options: optionViews(asked, words), max: question.max }
    case 'matrix':
      return { ...base, type: 'matrix', rows: rowViews(asked, words), options: optionViews(asked, words) }
    case 'nps':
      return { ...base, type: 'nps', low: words.fill(question.low), high: words.fill(question.high) }
    case 'year':
      return { ...base, type: 'year', min: question.min, max: question.max }
    case 'number': {
      const unit = question.unit && { unit: words.fill(question.unit) }
      return { ...base, type: 'number', min: question.min, max: question.max, ...unit }
    }
    case 'text':
      return { ...base, type: 'text', maxLength: question.maxLength }
  }
}

function wording({ known: { question } }: Asked, { answers, circumstances }: Words): Text {
  if (!Array.isArray(question.text)) return question.text
  const fits = question.text.find((variant) => holds(variant.when, answers, circumstances)) ?? question.text.at(-1)
  if (!fits) throw new RangeError(`Question ${question.code} has no text.`)
  return fits.text
}

function optionViews(asked: Asked, words: Words): OptionView[] {
  const { question, options } = asked.known
  const shuffles = question.type !== 'matrix' && 'shuffle' in question && question.shuffle
  if (!shuffles) return asked.options.map((offered) => optionView(offered, words))
  // The whole list is shuffled, not what is left of it, so that the order stays the same when picks change.
  const { seed } = words.circumstances
  const ranks = drawnRanks(options.length, (at) => options[at]?.last === true, seed, `${question.code} options`)
  return [...asked.options].sort(byRank(ranks)).map((offered) => optionView(offered, words))
}

function optionView({ option, hidden, typed }: Offered, { index, fill }: Words): OptionView {
  const view: OptionView = { code: option.code, label: typed ?? fill(option.label) }
  if (hidden) view.hidden = true
  if (option.exclusive) view.exclusive = true
  if (option.detail === 'text' && !typed) view.detail = 'text'
  else if (option.detail && option.detail !== 'text' && !typed) {
    view.detail = { list: index.questionnaire.lists[option.detail.list] ?? [] }
  }
  return view
}

function rowViews(asked: Asked, words: Words): RowView[] {
  const { question, rows: all, options } = asked.known
  let rows = asked.rows.filter((row) => row.at >= 0)
  if (question.type === 'matrix' && question.shuffle) {
    const ranks = drawnRanks(all.length, () => false, words.circumstances.seed, `${question.code} rows`)
    rows = rows.sort(byRank(ranks))
  }
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
