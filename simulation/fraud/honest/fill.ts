/** How somebody with a story answers what stands on a page, by what is offered there. */
import type { Filled } from '../browser.ts'
import type { Draws } from '../draws.ts'
import type { Choice, Field, Form } from '../form.ts'
import { notApplicable, ratingOf, reasons, several, single, type Weights } from './opinions.ts'
import { otherOf, remarkOf } from './remarks.ts'
import type { Story } from './story.ts'

export interface Care {
  /** How likely the row that checks attention is read. */
  attentive: number
  /** How likely a fact is answered wrong: a wrong line, a mistyped year. */
  slips: number
  /** How likely an optional text is written. */
  writes: number
  /** How likely they agree that typing and pasting are counted. */
  agrees: number
}

const rowsOf: Record<string, number> = { Q11: 10 }

/** The row that checks attention has a number that no other row has, and names in its words what to choose. */
function attentionIn({ name, row, choices }: Field): Choice | null {
  const [matrix = '', n] = name.split('.')
  if (row === null || rowsOf[matrix] === undefined || Number(n) <= rowsOf[matrix]) return null
  const named = choices.filter(({ label }) => row.includes(wordsOf(label)))
  return named.sort((a, b) => b.label.length - a.label.length)[0] ?? null
}

/** A key's label begins with its number. */
const wordsOf = (label: string) => label.replace(/^\d+\s*/, '')

/** The whole page, filled in. What is on it twice the same story answers alike; chance does the rest. */
export function fillIn(form: Form, story: Story, care: Care, draws: Draws): Filled {
  const filled: Filled = {}
  const levels = new Map<string, number>()
  for (const field of inOrder(form)) {
    const [question = '', part] = field.name.split('.')
    if (part === 'text') continue
    const values = valuesOf(field, question, part, { story, care, draws, filled, levels })
    if (values.length > 0) filled[field.name] = values
  }
  for (const { name, list } of form.fields) {
    const [question = '', part] = name.split('.')
    const isAsked = part === 'text' && form.fields.some((other) => isDue(other, question, filled, list.length > 0))
    if (isAsked) filled[name] = [list.length > 0 ? draws.oneOf(list) : draws.oneOf(otherOf[story.language])]
  }
  return filled
}

/** As the questionnaire has it, whatever is shuffled for this response; the row that checks attention comes last. */
function inOrder({ fields }: Form): Field[] {
  const place = ({ name }: Field) => {
    const [question = '', part = '0'] = name.split('.')
    return [question, Number.isNaN(Number(part)) ? 0 : Number(part)] as const
  }
  const ordered = fields.map((field) => ({
    ...field,
    choices: [...field.choices].sort((a, b) => Number(a.value) - Number(b.value)),
  }))
  ordered.sort((a, b) => {
    const [[question, part], [other, otherPart]] = [place(a), place(b)]
    return question === other ? part - otherPart : question < other ? -1 : 1
  })
  const isCheck = new Set(ordered.filter((field) => attentionIn(field) !== null))
  return [...ordered.filter((field) => !isCheck.has(field)), ...isCheck]
}

/** Whether what was picked asks for words: "Other", or the one that has a list behind it. */
function isDue({ name, choices }: Field, question: string, filled: Filled, hasList: boolean): boolean {
  if (name.split('.')[0] !== question || choices.length === 0) return false
  return (filled[name] ?? []).includes(hasList ? '5' : '90')
}

interface Filling {
  story: Story
  care: Care
  draws: Draws
  filled: Filled
  /** Matrices that are done with one answer all down. */
  levels: Map<string, number>
}

function valuesOf(field: Field, question: string, part: string | undefined, filling: Filling): string[] {
  const { story, care, draws } = filling
  const codes = field.choices.map(({ value }) => Number(value))
  if (field.row !== null) return [String(ratingIn(field, question, Number(part), filling))]
  if (field.kind === 'select' && part !== undefined) return ranked(field, question, filling)
  if (field.kind === 'textarea') return draws.happens(care.writes) ? [remarkOf(question, story.language, draws)] : []
  // Years are typed, or picked from a list where there are few.
  if (field.kind === 'text' || field.kind === 'select') return [String(yearOf(question, story, care, draws))]
  if (field.name.startsWith('C0')) return ['1']
  if (field.name === 'paradata') return draws.happens(care.agrees) ? ['1'] : []
  if (field.kind === 'checkbox') return ticked(field, several(question, story), filling)
  if (question === 'Q27') return [String(scoreOf(story, draws))]
  const meant = single(question, story)
  const isFact = 'code' in meant && codes.includes(meant.code)
  // Whoever picks a wrong line picks its neighbour.
  if (isFact && !(draws.happens(care.slips) && !['Q01', 'Q02', 'Q03', 'Q04'].includes(question)))
    return [String(meant.code)]
  const weights = 'weights' in meant ? meant.weights : {}
  const offered = field.choices.filter(
    ({ hidden, value }) => !hidden && (isFact || value !== '90' || weights[90] !== undefined),
  )
  return [draws.weighted(offered.map(({ value }) => [value, weights[Number(value)] ?? 1] as const))]
}

function ratingIn(field: Field, matrix: string, row: number, { story, care, draws, levels }: Filling): number {
  const target = attentionIn(field)
  if (target !== null && draws.happens(care.attentive)) return Number(target.value)
  if (!levels.has(matrix)) levels.set(matrix, draws.happens(story.levelling) ? draws.weighted(levelWeights) : 0)
  const level = levels.get(matrix) ?? 0
  if (level > 0) return level
  if (draws.happens(notApplicable(matrix, row))) return 97
  return Math.max(1, Math.min(5, Math.round(ratingOf(matrix, row, story, draws.normal()))))
}

const levelWeights: readonly (readonly [number, number])[] = [
  [3, 35],
  [4, 45],
  [5, 20],
]

function scoreOf({ mood }: Story, draws: Draws): number {
  return Math.max(0, Math.min(10, Math.round(7.4 + mood * 1.8 + draws.normal() * 1.4)))
}

/** Up to three in order; most give three. */
function ranked({ name, choices }: Field, question: string, { draws, filled }: Filling): string[] {
  const place = Number(name.split('.')[1])
  if (place > 1 && filled[`${question}.${place - 1}`] === undefined) return []
  if (place > 1 && draws.happens(0.08)) return []
  const before = Object.entries(filled).flatMap(([key, values]) => (key.startsWith(`${question}.`) ? values : []))
  const left = choices.filter(({ value }) => !before.includes(value))
  return [draws.weighted(left.map(({ value }) => [value, reasons[Number(value)] ?? 1] as const))]
}

/** What is ticked of a list; at least one thing, for an empty list is sent back. */
function ticked({ choices, name }: Field, chances: Weights, { story, draws }: Filling): string[] {
  const open = choices.filter(({ hidden }) => !hidden)
  const chanceOf = ({ value }: Choice) => chances[Number(value)] ?? 0.1
  const alone = open.filter(({ exclusive }) => exclusive)
  const rest = open.filter(({ exclusive }) => !exclusive)
  const none = alone.find((choice) => draws.happens(chanceOf(choice)))
  if (none !== undefined) return [none.value]
  const some = rest.filter((choice) => draws.happens(Math.min(0.97, chanceOf(choice) * story.ticking)))
  const must = name === 'Q06' ? rest.filter(({ value }) => Number(value) === story.destination) : []
  const picks = [...new Set([...must, ...some])].slice(0, name === 'Q06' ? 5 : undefined)
  if (picks.length > 0) return picks.map(({ value }) => value)
  const [first] = alone
  if (rest.length === 0 && first !== undefined) return [first.value]
  return [draws.weighted(rest.map((choice) => [choice.value, chanceOf(choice) + 0.001] as const))]
}

function yearOf(question: string, { begins, born }: Story, { slips }: Care, draws: Draws): number {
  const meant = question === 'Q30' ? born : begins
  if (!draws.happens(slips)) return meant
  // One beside it, mostly; in a birth year sometimes a digit.
  const wrong = question === 'Q30' && draws.happens(0.3) ? meant - 10 : meant + (draws.happens(0.5) ? 1 : -1)
  return Math.max(question === 'Q30' ? 1930 : 2010, Math.min(question === 'Q30' ? 2012 : 2030, wrong))
}
