/** What a constraint of a form asks of an answer, as far as a question of ours can ask it, too. */
import { type ComparisonOperator, type ExpressionTree, parseExpression, turned } from './parse.ts'
import { comparisonRange } from './to-condition.ts'
import { Unreadable } from './tokens.ts'

export interface Constraint {
  /** Of the number, or of the picks, or of the length of the text. */
  value: { min?: number; max?: number }
  picks: { min?: number; max?: number }
  length: { min?: number; max?: number }
  /** ISO days. */
  days: { min?: string; max?: string }
  /** Names of choices that exclude all others. */
  exclusive: string[]
  /** Whether there is a part that was not understood. */
  hasMore: boolean
}

/** Reads what can be read; the rest is `hasMore`. */
export function constraintOf(expression: string): Constraint {
  const result: Constraint = { value: {}, picks: {}, length: {}, days: {}, exclusive: [], hasMore: false }
  try {
    const tree = parseExpression(expression)
    for (const part of tree.is === 'and' ? tree.parts : [tree]) {
      if (!take(result, part)) result.hasMore = true
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    result.hasMore = true
  }
  return result
}

function take(result: Constraint, tree: ExpressionTree): boolean {
  if (tree.is === 'and') return tree.parts.map((part) => take(result, part)).every(Boolean)
  const alone = exclusiveIn(tree)
  if (alone !== null) {
    result.exclusive.push(alone)
    return true
  }
  if (tree.is === 'or') return takeRange(result, tree.parts)
  if (tree.is !== 'compare') return false
  return narrow(result, tree.how, tree.left, tree.right) || narrow(result, turned[tree.how], tree.right, tree.left)
}

/** Of a range or single numbers that stand for no answer, such as -888, the range; it is told that the numbers are left out. */
function takeRange(result: Constraint, parts: readonly ExpressionTree[]): boolean {
  const ranges = parts.map((part) => {
    const own: Constraint = { value: {}, picks: {}, length: {}, days: {}, exclusive: [], hasMore: false }
    const isRange = take(own, part) && own.value.min !== undefined && own.value.max !== undefined
    return isRange ? own.value : null
  })
  const wide = ranges.filter((range) => range?.min !== range?.max)
  const [range] = wide
  if (ranges.includes(null) || wide.length !== 1 || !range) return false
  Object.assign(result.value, range)
  result.hasMore = true
  return true
}

function narrow(result: Constraint, how: ComparisonOperator, left: ExpressionTree, right: ExpressionTree): boolean {
  const what = measured(left)
  if (what === null || how === '!=') return false
  if (what === 'value') {
    const day = dayOf(right)
    if (day !== null) return narrowDays(result.days, how, day)
  }
  const range = right.is === 'number' ? comparisonRange(how, right.number) : null
  if (!range) return false
  const limits = result[what]
  if (range.min !== undefined) limits.min = Math.max(range.min, limits.min ?? range.min)
  if (range.max !== undefined) limits.max = Math.min(range.max, limits.max ?? range.max)
  return true
}

function measured(tree: ExpressionTree): 'value' | 'picks' | 'length' | null {
  if (tree.is === 'self') return 'value'
  if (tree.is !== 'call' || tree.given.length !== 1 || tree.given[0]?.is !== 'self') return null
  if (tree.name === 'count-selected') return 'picks'
  return tree.name === 'string-length' ? 'length' : null
}

function dayOf(tree: ExpressionTree): string | null {
  const given = tree.is === 'call' && tree.name === 'date' ? tree.given[0] : tree
  return given?.is === 'text' && /^\d{4}-\d{2}-\d{2}$/.test(given.text) ? given.text : null
}

function narrowDays(days: Constraint['days'], how: ComparisonOperator, day: string): boolean {
  const moved = (by: number) => {
    const at = Date.parse(day)
    return Number.isNaN(at) ? day : new Date(at + by * 86_400_000).toISOString().slice(0, 10)
  }
  if (how === '>=' || how === '=') days.min = day
  if (how === '<=' || how === '=') days.max = day
  if (how === '>') days.min = moved(1)
  if (how === '<') days.max = moved(-1)
  return true
}

/** `not(selected(., 'none') and count-selected(.) > 1)`, in the ways in which people write it. */
function exclusiveIn(tree: ExpressionTree): string | null {
  if (tree.is === 'or' && tree.parts.length === 2) {
    const [one, two] = tree.parts
    const name = one?.is === 'call' && one.name === 'not' && one.given[0] ? selectedIn(one.given[0]) : null
    return name !== null && two && isCount(two, ['=1', '<2', '<=1']) ? name : null
  }
  if (tree.is !== 'call') return null
  if (tree.name === 'if' && tree.given.length === 3) {
    const [test, then, otherwise] = tree.given
    const name = test ? selectedIn(test) : null
    const isFree = otherwise?.is === 'call' && otherwise.name === 'true'
    return name !== null && then && isFree && isCount(then, ['=1', '<2', '<=1']) ? name : null
  }
  const inner = tree.name === 'not' ? tree.given[0] : undefined
  if (inner?.is !== 'and' || inner.parts.length !== 2) return null
  const name = inner.parts.map(selectedIn).find((found) => found !== null)
  return name != null && inner.parts.some((part) => isCount(part, ['>1', '>=2'])) ? name : null
}

function selectedIn(tree: ExpressionTree): string | null {
  if (tree.is !== 'call' || tree.name !== 'selected' || tree.given[0]?.is !== 'self') return null
  const name = tree.given[1]
  if (name?.is === 'number') return String(name.number)
  return name?.is === 'text' ? name.text : null
}

function isCount(tree: ExpressionTree, asks: readonly string[]): boolean {
  if (tree.is !== 'compare' || measured(tree.left) !== 'picks' || tree.right.is !== 'number') return false
  return asks.includes(`${tree.how}${tree.right.number}`)
}
