/** An expression of a form as a condition of ours. */
import type { Condition } from '../../../../../schema/questionnaire.ts'
import { type ComparisonOperator, type ExpressionTree, parseExpression, turned } from './parse.ts'
import { Unreadable } from './tokens.ts'

/** A question that an expression may look at. */
export interface ExpressionSubject {
  code: string
  /** What its answer is: one code, several, a number, or something of which one can only ask whether it is there. */
  kind: 'choice' | 'choices' | 'number' | 'other'
  /** The codes of its options by the names they have in the form; a list that is filtered may have a name twice. */
  choices: ReadonlyMap<string, readonly number[]>
}

export interface ExpressionScope {
  /** @throws Unreadable for a name that is not that of a question */
  subject(name: string): ExpressionSubject
  /** What a column says of the choice in hand; undefined where none is. */
  column?: ((name: string) => string | undefined) | undefined
}

/**
 * What must hold, or true or false where that depends on nothing.
 * @throws Unreadable for what a condition cannot say
 */
export function toCondition(expression: string, scope: ExpressionScope): Condition | boolean {
  return read(parseExpression(expression), scope)
}

function read(tree: ExpressionTree, scope: ExpressionScope): Condition | boolean {
  switch (tree.is) {
    case 'and':
    case 'or':
      return combined(
        tree.is,
        tree.parts.map((part) => read(part, scope)),
      )
    case 'call':
      return called(tree, scope)
    case 'compare':
      return compared(tree.how, tree.left, tree.right, scope)
    default:
      throw new Unreadable(tree.is)
  }
}

function combined(how: 'and' | 'or', parts: readonly (Condition | boolean)[]): Condition | boolean {
  const decisive = how === 'or'
  if (parts.includes(decisive)) return decisive
  const left: Condition[] = []
  for (const part of parts) {
    if (typeof part === 'boolean') continue
    const before = left.at(-1)
    const one = before && (decisive ? oneList(before, part) : oneRange(before, part))
    if (one) left.splice(-1, 1, one)
    else left.push(part)
  }
  const [only] = left
  if (only === undefined) return !decisive
  if (left.length === 1) return only
  return decisive ? { any: left } : { all: left }
}

/** `${Q} = 'a' or ${Q} = 'b'` is one list. */
function oneList(one: Condition, other: Condition): Condition | null {
  if (!('in' in one && 'in' in other) || one.q !== other.q) return null
  return { q: one.q, in: [...one.in, ...other.in.filter((code) => !one.in.includes(code))] }
}

/** `${Q} >= 1 and ${Q} <= 5` is one range. */
function oneRange(one: Condition, other: Condition): Condition | null {
  if (!('min' in one && 'max' in other) || one.q !== other.q) return null
  return one.max === undefined && other.min === undefined ? { q: one.q, min: one.min, max: other.max } : null
}

function called({ name, given }: Extract<ExpressionTree, { is: 'call' }>, scope: ExpressionScope): Condition | boolean {
  const [first, second] = given
  if (name === 'true' && !first) return true
  if (name === 'false' && !first) return false
  if ((name === 'not' || name === 'boolean') && first && !second) {
    const inner = read(first, scope)
    if (name === 'boolean') return inner
    return typeof inner === 'boolean' ? !inner : { not: inner }
  }
  if (name === 'selected' && first?.is === 'ref' && second && given.length === 2) {
    return picked(scope.subject(first.name), wordOf(second, scope))
  }
  throw new Unreadable(name)
}

function picked({ code, choices, kind }: ExpressionSubject, name: string): Condition {
  const options = choices.get(name)
  if (options === undefined || (kind !== 'choice' && kind !== 'choices')) throw new Unreadable(name)
  return { q: code, in: [...options] }
}

function compared(
  how: ComparisonOperator,
  left: ExpressionTree,
  right: ExpressionTree,
  scope: ExpressionScope,
): Condition | boolean {
  const about = subjectIn(left, scope)
  if (about) return weighed(about, how, right, scope)
  const other = subjectIn(right, scope)
  if (other) return weighed(other, turned[how], left, scope)
  const [one, two] = [wordOf(left, scope), wordOf(right, scope)]
  if (how === '=') return one === two
  if (how === '!=') return one !== two
  throw new Unreadable(how)
}

/** The question on one side of a comparison, and whether it is its length or its count that is compared. */
function subjectIn(
  tree: ExpressionTree,
  scope: ExpressionScope,
): { subject: ExpressionSubject; isCount: boolean } | null {
  if (tree.is === 'ref') return { subject: scope.subject(tree.name), isCount: false }
  if (tree.is !== 'call') return null
  const [given, more] = tree.given
  if (given?.is !== 'ref' || more) return null
  if (tree.name === 'string-length' || tree.name === 'count-selected') {
    return { subject: scope.subject(given.name), isCount: true }
  }
  return tree.name === 'string' || tree.name === 'number' || tree.name === 'int'
    ? { subject: scope.subject(given.name), isCount: false }
    : null
}

function weighed(
  { subject, isCount }: { subject: ExpressionSubject; isCount: boolean },
  how: ComparisonOperator,
  against: ExpressionTree,
  scope: ExpressionScope,
): Condition {
  const { code, kind, choices } = subject
  const answered: Condition = { q: code, answered: true }
  const word = wordOf(against, scope)
  if (isCount) {
    const asks = `${how}${word}`
    if (['>0', '>=1', '!=0'].includes(asks)) return answered
    if (['=0', '<1', '<=0'].includes(asks)) return { not: answered }
    throw new Unreadable(asks)
  }
  if (word === '' && (how === '=' || how === '!=')) return how === '=' ? { not: answered } : answered
  if (how === '!=') return { not: weighed({ subject, isCount }, '=', against, scope) }
  const isNumber =
    kind === 'number' || (kind === 'choice' && [...choices].every(([name, codes]) => name === codes.join()))
  if (how !== '=') {
    const range = isNumber && word !== '' ? comparisonRange(how, Number(word)) : null
    if (!range) throw new Unreadable(word)
    return { q: code, ...range }
  }
  if (kind === 'number') {
    if (!/^-?\d+$/.test(word)) throw new Unreadable(word)
    return { q: code, in: [Number(word)] }
  }
  const options = choices.get(word)
  if (options === undefined) throw new Unreadable(word)
  if (kind === 'choice') return { q: code, in: [...options] }
  if (kind === 'choices') return { q: code, only: [...options] }
  throw new Unreadable(word)
}

/** Whole numbers within a comparison; null for what is no number. */
export function comparisonRange(
  how: Exclude<ComparisonOperator, '!='>,
  number: number,
): { min?: number; max?: number } | null {
  if (!Number.isFinite(number) || Math.abs(number) > Number.MAX_SAFE_INTEGER) return null
  switch (how) {
    case '>=':
      return { min: Math.ceil(number) }
    case '>':
      return { min: Math.floor(number) + 1 }
    case '<=':
      return { max: Math.floor(number) }
    case '<':
      return { max: Math.ceil(number) - 1 }
    case '=':
      return Number.isInteger(number) ? { min: number, max: number } : null
  }
}

function wordOf(tree: ExpressionTree, scope: ExpressionScope): string {
  if (tree.is === 'text') return tree.text
  if (tree.is === 'number') return String(tree.number)
  const column = tree.is === 'name' ? scope.column?.(tree.name) : undefined
  if (column === undefined) throw new Unreadable(tree.is)
  return column
}
