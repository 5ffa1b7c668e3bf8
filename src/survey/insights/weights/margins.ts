/**
 * Margins: the shares of answers that are known of those a study is about. They stand in an address (`t.Q02.1=52.3`,
 * `unit=count` for counts), in the form where they are typed, and where a set of them is kept. Pure.
 */
import type { Axis, OneAxis } from '../axes/axis.ts'
import { areComparable } from '../axes/comparable.ts'

export const units = ['percent', 'count'] as const
export type Unit = (typeof units)[number]

/** As it was typed or uploaded. */
export interface TypedTarget {
  /** A question, or a row of one, as an axis is called. */
  on: string
  code: string
  value: string
}

export interface TypedMargins {
  unit: Unit
  targets: readonly TypedTarget[]
}

/** One question with its targets. */
export interface Margin {
  axis: OneAxis
  /** By the place of the answer among the axis' categories; shares add up to 1. */
  targets: readonly { place: number; share: number }[]
  /** Places of answers without a target: whoever gave one stays at their own share, as those without an answer do. */
  untargeted: readonly number[]
}

/**
 * What is wrong with margins, where.
 * - `question`, `code`: there is none of this name; `value`: no number, or below 0; `twice`: it has a target already
 * - `sum`: percentages that are not 100, beyond rounding; `few`: fewer than two answers have a target
 * - `changed`: its codes said something else when the margins were kept
 * - `nothing`: there are no targets; `many`: more questions, targets or combinations of answers than can be raked on
 */
export type MarginProblem =
  | { why: 'nothing' | 'many' }
  | { why: 'question' | 'few' | 'changed'; on: string }
  | { why: 'sum'; on: string; sum: number }
  | { why: 'code' | 'value' | 'twice'; on: string; code: string }

const mostMargins = 10
const mostTargets = 400
const mostCells = 1 << 17

const named = /^t\.([A-Za-z]\w{0,72})\.(-?\w{1,64})$/

/** The margins of an address or a form; of fields left empty there is no target. */
export function marginsFromQuery(query: URLSearchParams): TypedMargins {
  const targets: TypedTarget[] = []
  for (const [name, value] of query) {
    const [, on, code] = named.exec(name) ?? []
    if (on === undefined || code === undefined || value.trim() === '' || targets.length > mostTargets) continue
    targets.push({ on, code, value: numberText(value) })
  }
  return { unit: query.get('unit') === 'count' ? 'count' : 'percent', targets }
}

const keptForVersion = /^[1-9]\d{0,8}$/

/** The number of the version whose codes kept margins name; null where they do not say. */
export function versionOfMargins(query: URLSearchParams): number | null {
  const of = query.get('of') ?? ''
  return keptForVersion.test(of) ? Number(of) : null
}

/** As they are kept: what a code says may be another thing in a later version. @param n the number of the version */
export const marginsToKeep = (typed: TypedMargins, n: number): string => `${marginsToQuery(typed)}&of=${n}`

/** As an address has them, in one order: by question, then by code. */
export function marginsToQuery({ unit, targets }: TypedMargins): string {
  const query = new URLSearchParams()
  const inOrder = targets.toSorted((a, b) => compare(a.on, b.on) || compare(a.code, b.code))
  for (const { on, code, value } of inOrder) query.append(`t.${on}.${code}`, value)
  if (unit === 'count' && inOrder.length > 0) query.append('unit', unit)
  return query.toString()
}

function compare(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)
}

/** As people write numbers: full-width digits, a percent sign, commas between thousands. */
export function numberText(value: string): string {
  const text = value.normalize('NFKC').trim().replace(/ ?%$/, '')
  return /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text.slice(0, 40)
}

/** Formulas of a workbook come to seventeen digits. */
const aNumber = /^\d{1,12}(?:\.(\d{1,20}))?$/

/** The questions that can be raked on: everybody has one answer, of some that have codes. */
export function rakingAxes(axes: readonly Axis[]): OneAxis[] {
  return axes.filter((axis): axis is OneAxis => axis.kind === 'one' && axis.isTested && axis.question !== null)
}

/** How many cells there are: of each margin, its targets and whoever gave none of them. */
const cellsIn = (margins: readonly Margin[]): number =>
  margins.reduce((all, { targets }) => all * (targets.length + 1), 1)

/**
 * The margins that were typed, as the questions are, with every problem that there is. Margins stand in the order of the
 * questions, whatever the order in which they were typed.
 * @param axes of `rakingAxes`
 * @param keptFor the same of the version whose codes they name, where that is another
 */
export function checkMargins(
  { unit, targets }: TypedMargins,
  axes: readonly OneAxis[],
  keptFor: readonly OneAxis[] | null = null,
): { margins: Margin[]; problems: MarginProblem[] } {
  const problems: MarginProblem[] = []
  for (const on of new Set(targets.map((target) => target.on))) {
    if (!axes.some(({ key }) => key === on)) problems.push({ why: 'question', on })
  }
  const margins = axes.flatMap((axis): Margin[] => {
    const own = targets.filter(({ on }) => on === axis.key)
    if (own.length === 0) return []
    const before = keptFor?.find(({ key }) => key === axis.key)
    if (before !== undefined && !areComparable(before, axis)) {
      problems.push({ why: 'changed', on: axis.key })
      return []
    }
    const { margin, found } = marginOf(axis, own, unit)
    problems.push(...found)
    return margin === null ? [] : [margin]
  })
  if (targets.length === 0) problems.push({ why: 'nothing' })
  const isMany = targets.length > mostTargets || margins.length > mostMargins || cellsIn(margins) > mostCells
  return { margins, problems: isMany ? [...problems, { why: 'many' }] : problems }
}

function marginOf(
  axis: OneAxis,
  own: readonly TypedTarget[],
  unit: Unit,
): { margin: Margin | null; found: MarginProblem[] } {
  const on = axis.key
  const found: MarginProblem[] = []
  const values = new Map<number, number>()
  let decimals = 0
  for (const { code, value } of own) {
    const place = axis.categories.findIndex(({ key }) => key === code)
    const [text, behind = ''] = aNumber.exec(value) ?? []
    if (place < 0) found.push({ why: 'code', on, code })
    else if (values.has(place)) found.push({ why: 'twice', on, code })
    else if (text === undefined) found.push({ why: 'value', on, code })
    else {
      values.set(place, Number(text))
      decimals = Math.max(decimals, behind.length)
    }
  }
  if (found.length > 0) return { margin: null, found }
  const sum = [...values.values()].reduce((all, value) => all + value, 0)
  if (values.size < 2 || sum === 0) return { margin: null, found: [{ why: 'few', on }] }
  // Each may be off by half of its last digit, but all of them not by more than a point.
  const rounding = Math.min(1, 0.5 * 10 ** -decimals * values.size) + 1e-9
  if (unit === 'percent' && Math.abs(sum - 100) > rounding) return { margin: null, found: [{ why: 'sum', on, sum }] }
  const targets = [...values].sort(([a], [b]) => a - b).map(([place, value]) => ({ place, share: value / sum }))
  const untargeted = axis.categories.flatMap((_, place) => (values.has(place) ? [] : place))
  return { margin: { axis, targets, untargeted }, found: [] }
}
