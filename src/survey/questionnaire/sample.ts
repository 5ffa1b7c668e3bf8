/** Fills in any page as someone might, for the seed command and for tests. */

import type { Posted } from '../../platform/http/form.ts'
import type { OptionView, PageView, QuestionView } from './page/view.ts'

/**
 * A form for this page that will be accepted. `pick(n)` gives a whole number from 0 to n - 1. An optional question
 * is left blank half of the time; the attention row gets any answer, see `attentionOf` for the attentive one.
 */
export function samplePosted(view: PageView, pick: (n: number) => number): Posted {
  const posted: Posted = {}
  for (const { code } of view.consents) posted[code] = ['1']
  for (const question of view.questions) {
    if (!question.optional || pick(2) === 1) fillIn(question, posted, pick)
  }
  return posted
}

function fillIn(question: QuestionView, posted: Posted, pick: (n: number) => number) {
  const { code } = question
  switch (question.type) {
    case 'single':
    case 'scale':
      return choose(code, [oneOf(question.options, pick)], [code], posted, pick)
    case 'multi': {
      const picks = somePicks(question.options, question.min, question.max, pick)
      posted[code] = picks.map((option) => String(option.code))
      return detail(code, picks, posted, pick)
    }
    case 'rank': {
      const picks = someOf(question.options, 1 + pick(Math.min(question.max, question.options.length)), pick)
      const fields = picks.map((_, at) => `${code}.${at + 1}`)
      return choose(code, picks, fields, posted, pick)
    }
    case 'matrix':
      for (const row of question.rows) posted[`${code}.${row.field}`] = [String(oneOf(question.options, pick).code)]
      return
    case 'nps':
      posted[code] = [String(pick(11))]
      return
    case 'year':
    case 'number':
      posted[code] = [String(question.min + pick(question.max - question.min + 1))]
      return
    case 'text':
      posted[code] = [oneOf(remarks, pick).slice(0, question.maxLength)]
  }
}

function choose(
  code: string,
  picks: readonly OptionView[],
  fields: readonly string[],
  posted: Posted,
  pick: (n: number) => number,
) {
  picks.forEach((option, at) => {
    posted[fields[at] ?? code] = [String(option.code)]
  })
  detail(code, picks, posted, pick)
}

function detail(code: string, picks: readonly OptionView[], posted: Posted, pick: (n: number) => number) {
  const asks = picks.find((option) => option.detail)?.detail
  if (asks) posted[`${code}.text`] = [asks === 'text' ? oneOf(others, pick) : oneOf(asks.list, pick).code]
}

/** Either one pick that excludes the others, or between `min` and `max` (and not very many) that go together. */
function somePicks(options: readonly OptionView[], min: number, max: number | null, pick: (n: number) => number) {
  const alone = options.filter((option) => option.exclusive)
  const visible = options.filter((option) => !option.exclusive && !option.hidden)
  const together = visible.length >= min ? visible : options.filter((option) => !option.exclusive)
  if (alone.length > 0 && (together.length === 0 || pick(6) === 0)) return [oneOf(alone, pick)]
  const most = Math.max(min, Math.min(max ?? 4, together.length))
  return someOf(together, min + pick(most - min + 1), pick)
}

function someOf<T>(items: readonly T[], count: number, pick: (n: number) => number): T[] {
  const left = [...items]
  const some: T[] = []
  while (some.length < count && left.length > 0) some.push(...left.splice(pick(left.length), 1))
  return some
}

function oneOf<T>(items: readonly T[], pick: (n: number) => number): T {
  const item = items[pick(items.length)]
  if (item === undefined) throw new RangeError('There is nothing to pick from.')
  return item
}

const others = ['something else', '别的', '其他情況', 'Brunei', '朋友介紹']
const remarks = [
  'Longer opening hours at the land ports in term time.',
  'Renewing the stay endorsement should not need a trip home.',
  '希望能在线续签，不必专程回户籍地。',
  '口岸节假日排队太久，希望增加自助通道。',
  '希望各部門的要求寫得更清楚，少跑一趟。',
  '開學前後口岸人太多，希望延長通關時間。',
]
