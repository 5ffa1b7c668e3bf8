/** How a person fills in a page: their own facts first, then what is likely, then anything that is allowed. */
import type { Circumstances } from '../schema/answers.ts'
import type { Questionnaire, QuestionType } from '../schema/questionnaire.ts'
import type { Posted } from '../src/platform/http/form.ts'
import type { PageView } from '../src/survey/questionnaire/page/page-view.ts'
import type { OptionView } from '../src/survey/questionnaire/page/view.ts'
import { attentionOf } from '../src/survey/questionnaire/route/attention.ts'
import { samplePosted } from '../src/survey/questionnaire/sample.ts'
import type { QuestionView, ViewOf } from '../src/survey/questionnaire/types/index.ts'
import type { Person } from './people.ts'
import { weighted } from './seeded.ts'

/** How likely each option of a question is; one that is not named has the weight 1. */
const likely: Record<string, Record<number, number>> = {
  Q05: { 1: 2, 2: 5, 3: 32, 4: 38, 5: 5, 6: 8, 7: 7, 8: 3 },
  Q08: { 1: 24, 2: 15, 3: 17, 4: 9, 5: 8, 6: 11, 7: 9, 8: 7 },
  Q13: { 1: 9, 2: 17, 3: 22, 4: 19, 5: 12, 6: 7, 7: 4, 98: 6, 99: 4 },
  Q18: { 1: 4, 2: 13, 3: 30, 4: 36, 5: 13, 97: 4 },
  Q19: { 1: 9, 2: 18, 3: 45, 4: 22, 5: 6 },
  Q25: { 1: 26, 2: 30, 3: 16, 4: 4, 5: 6, 6: 10, 7: 18, 8: 12 },
  Q29: { 1: 18, 2: 28, 3: 17, 4: 8, 5: 4, 6: 9, 7: 10, 8: 3, 99: 3 },
}

/**
 * A form for this page as the person would send it; it will be accepted. The same person and the same `pick` give the
 * same answers whatever the seed has shuffled, but for the attention row, whose target the seed draws.
 */
export function postedBy(
  person: Person,
  view: PageView,
  questionnaire: Questionnaire,
  circumstances: Circumstances,
  pick: (n: number) => number,
): Posted {
  const narrowed = view.questions.map((question) => narrow(inOrder(question), person, pick))
  const posted = samplePosted({ ...view, questions: narrowed }, pick)
  for (const question of narrowed) Object.assign(posted, rated(question, person, questionnaire, circumstances, pick))
  return posted
}

/** What was shuffled for this response, back in the questionnaire's order. */
function inOrder(question: QuestionView): QuestionView {
  if (!('options' in question)) return question
  const options = [...question.options].sort((a, b) => a.code - b.code)
  if (!('rows' in question)) return { ...question, options }
  const rows = [...question.rows].sort((a, b) => (a.code < b.code ? -1 : 1))
  return { ...question, options, rows }
}

/** By type: what a person leaves of a question. Of a type that is not here, they answer anything that is allowed. */
const narrowing: {
  [T in QuestionType]?: (question: ViewOf<T>, own: number | undefined, pick: (n: number) => number) => ViewOf<T>
} = {
  single: narrowOne,
  scale: narrowOne,
  multi: (question, own, pick) => {
    const must = question.options.find(({ code }) => code === own)
    if (must === undefined) return question
    const others = question.options.filter((it) => it !== must && !it.exclusive && pick(4) === 0)
    const options = [must, ...others.slice(0, (question.max ?? 4) - 1)]
    return { ...question, options, min: options.length, max: options.length }
  },
  year: (question, own) => (own === undefined ? question : { ...question, min: own, max: own }),
}

function narrowOne<View extends ViewOf<'single' | 'scale'>>(
  question: View,
  own: number | undefined,
  pick: (n: number) => number,
): View {
  const known = question.options.find(({ code }) => code === own)
  return { ...question, options: [known ?? drawn(question.code, question.options, pick)] }
}

/** Leaves of a question only what this person would say. */
function narrow(question: QuestionView, person: Person, pick: (n: number) => number): QuestionView {
  const narrowed = narrowing[question.type] as Narrow | undefined
  return narrowed?.(question, factOf(question.code, person), pick) ?? question
}

type Narrow = (question: QuestionView, own: number | undefined, pick: (n: number) => number) => QuestionView

/** What a person's mood says where degrees are asked; the attentive give what the row that checks them asks for. */
function rated(
  question: QuestionView,
  person: Person,
  questionnaire: Questionnaire,
  { seed }: Circumstances,
  pick: (n: number) => number,
): Posted {
  if ('low' in question) return { [question.code]: [String(Math.min(10, person.mood * 2 + pick(4) - 1))] }
  if (!('rows' in question)) return {}
  const attention = attentionOf(questionnaire, seed)[question.code]
  const fields = question.rows.map(({ field }): [string, string[]] => {
    const isCheck = person.attentive && attention !== undefined && field === attention.field
    return [`${question.code}.${field}`, [String(isCheck ? attention.target : rating(question.options, person, pick))]]
  })
  return Object.fromEntries(fields)
}

function factOf(question: string, person: Person): number | undefined {
  const { age, stage, home, now, destination, born, begins } = person
  const facts: Record<string, number> = {
    Q01: age,
    Q02: stage,
    Q03: home,
    Q04: now,
    Q06: destination,
    Q07: destination,
    Q09: begins,
    Q30: born,
  }
  return facts[question]
}

function drawn(question: string, options: readonly OptionView[], pick: (n: number) => number): OptionView {
  const weights = likely[question] ?? {}
  const code = weighted(
    options.map((option) => [option.code, weights[option.code] ?? 1] as const),
    pick,
  )
  const found = options.find((option) => option.code === code)
  if (found === undefined) throw new RangeError(`${question} offers nothing`)
  return found
}

const notApplicable = 97

function rating(options: readonly OptionView[], person: Person, pick: (n: number) => number): number {
  if (pick(25) === 0 && options.some(({ code }) => code === notApplicable)) return notApplicable
  const wish = person.mood + pick(3) - 1
  const most = Math.max(...options.map(({ code }) => code).filter((code) => code <= 5))
  return Math.min(most, Math.max(1, wish))
}
