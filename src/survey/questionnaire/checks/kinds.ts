/**
 * Which answers of a question are alike to everything that comes later. Nineteen places of study may matter only as
 * "one of 1, 2, 3, 4 or any other": one answer of each kind then stands for all.
 */
import type { Condition, Option, Questionnaire } from '../../../../schema/questionnaire.ts'
import { carriedFrom, rowsOf, withoutOf } from '../parts.ts'
import { dataOf } from '../types/data/index.ts'
import type { Kinds } from '../types/data/question-data.ts'
import { eachQuestion, optionsAt, placedConditions } from './places.ts'

type Atom = Extract<Condition, { q: string }>

/** The kinds of answers of a questionnaire whose references are sound. */
export function kindsOf(questionnaire: Questionnaire): Kinds {
  const atoms = Map.groupBy(
    placedConditions(questionnaire).flatMap(({ condition }) => atomsOf(condition)),
    (atom) => atom.q,
  )
  const single = codesThatMatterAlone(questionnaire)
  const groups = carriedTogether(questionnaire)
  const carries = new Set(groups.filter((group) => group.length > 1).flat())
  const local = new Map<string, Map<number, string>>()
  const numbers = new Map<string, readonly number[]>()
  eachQuestion(questionnaire, (question, path) => {
    const { code } = question
    const seen = (value: number) => (atoms.get(code) ?? []).map((atom) => Number(mentions(atom, value))).join('')
    const range = dataOf(question.type).range(question)
    if (range) {
      numbers.set(code, oneOfEach(breakpoints(atoms.get(code) ?? [], range.min, range.max), seen))
      return
    }
    const alone = (value: number) => (single.get(code)?.has(value) ? value : '')
    const looks = new Map<number, string>()
    const rows = rowsOf(question)
    for (const row of rows) looks.set(row.code, JSON.stringify(row.when ?? null))
    if (rows.length === 0) {
      for (const option of optionsAt(questionnaire, question, path).options) {
        looks.set(option.code, [seen(option.code), alone(option.code), marks(option, carries.has(code))].join('|'))
      }
    }
    local.set(code, looks)
  })
  const standIn = standIns(local, groups)
  const label = (question: string) => (code: number) =>
    (carries.has(question) ? standIn.get(question)?.get(code) : undefined) ?? code
  return { standIn, numbers, label }
}

/** The conditions on single questions inside a condition. */
export function atomsOf(condition: Condition): Atom[] {
  if ('q' in condition) return [condition]
  if ('all' in condition) return condition.all.flatMap(atomsOf)
  if ('any' in condition) return condition.any.flatMap(atomsOf)
  return 'not' in condition ? atomsOf(condition.not) : []
}

function mentions(atom: Atom, value: number): boolean {
  if ('in' in atom) return atom.in.includes(value)
  if ('only' in atom) return atom.only.includes(value)
  if ('answered' in atom) return true
  return value >= (atom.min ?? -Infinity) && value <= (atom.max ?? Infinity)
}

/** What an option does apart from its words. When it is offered matters later only where picks are carried on. */
function marks({ exclusive, decoy, always, when }: Option, carries: boolean): string {
  return JSON.stringify([exclusive ?? 0, decoy ?? 0, always ?? 0, (carries && when) || 0])
}

/** `without` compares codes one by one, so each code that it names is a kind of its own, on both sides. */
function codesThatMatterAlone(questionnaire: Questionnaire): Map<string, Set<number>> {
  const alone = new Map<string, Set<number>>()
  eachQuestion(questionnaire, (question) => {
    const without = withoutOf(question)
    if (!without) return
    for (const code of [question.code, without.q]) {
      alone.set(code, new Set([...(alone.get(code) ?? []), ...without.codes]))
    }
  })
  return alone
}

/** Groups of questions that pass picks on to one another: a code must be of one kind in all of them. */
function carriedTogether(questionnaire: Questionnaire): string[][] {
  const group = new Map<string, string[]>()
  eachQuestion(questionnaire, (question) => {
    const from = carriedFrom(question)
    const own = (from === undefined ? undefined : group.get(from)) ?? []
    own.push(question.code)
    group.set(question.code, own)
  })
  return [...new Set(group.values())]
}

function standIns(
  local: ReadonlyMap<string, ReadonlyMap<number, string>>,
  groups: readonly string[][],
): Map<string, Map<number, number>> {
  const result = new Map<string, Map<number, number>>()
  for (const group of groups) {
    const codes = new Set(group.flatMap((code) => [...(local.get(code)?.keys() ?? [])]))
    const first = new Map<string, number>()
    for (const code of codes) {
      const look = JSON.stringify(group.map((question) => local.get(question)?.get(code) ?? null))
      if (!first.has(look)) first.set(look, code)
      for (const question of group) {
        const own = result.get(question) ?? new Map<number, number>()
        if (local.get(question)?.has(code)) own.set(code, first.get(look) ?? code)
        result.set(question, own)
      }
    }
  }
  return result
}

/** Every number at which a condition may turn, and its neighbours, within the limits. */
function breakpoints(atoms: readonly Atom[], min: number, max: number): number[] {
  const named = atoms.flatMap((atom) => {
    if ('in' in atom) return atom.in
    if ('only' in atom) return atom.only
    return 'answered' in atom ? [] : [atom.min ?? min, atom.max ?? max]
  })
  const around = [min, max, ...named.flatMap((value) => [value - 1, value, value + 1])]
  return around.filter((value) => value >= min && value <= max)
}

function oneOfEach(values: readonly number[], look: (value: number) => string): number[] {
  return [...new Map(values.map((value) => [look(value), value])).values()]
}
