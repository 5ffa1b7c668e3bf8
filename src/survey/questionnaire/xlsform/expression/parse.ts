/** An expression of a form as a tree. One pass over its words; brackets only so deep. */
import { type ExpressionToken, tokensOf, Unreadable } from './tokens.ts'

export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>='

export type ExpressionTree =
  /** `${name}`: the answer of another question. */
  | { is: 'ref'; name: string }
  /** `.`: the answer of the question itself. */
  | { is: 'self' }
  | { is: 'text'; text: string }
  | { is: 'number'; number: number }
  /** A bare name: a column of the sheet of choices. */
  | { is: 'name'; name: string }
  | { is: 'call'; name: string; given: ExpressionTree[] }
  | { is: 'compare'; how: ComparisonOperator; left: ExpressionTree; right: ExpressionTree }
  | { is: 'and' | 'or'; parts: ExpressionTree[] }

/** Brackets and calls within one another. */
const deepest = 32

/** @throws Unreadable for what is no expression, or one with arithmetic or paths */
export function parseExpression(expression: string): ExpressionTree {
  const tokens = tokensOf(expression)
  let at = 0
  let depth = 0

  const isSign = (token: ExpressionToken | undefined, sign: string) => token?.is === 'sign' && token.sign === sign
  const isWord = (token: ExpressionToken | undefined, word: string) =>
    token?.is === 'name' && token.name.toLowerCase() === word
  const fail = (): never => {
    throw new Unreadable(expression)
  }
  const expectSign = (sign: string) => {
    if (!isSign(tokens[at], sign)) fail()
    at += 1
  }

  function joined(word: 'and' | 'or', next: () => ExpressionTree): ExpressionTree {
    const parts = [next()]
    while (isWord(tokens[at], word)) {
      at += 1
      parts.push(next())
    }
    return parts.length === 1 && parts[0] ? parts[0] : { is: word, parts }
  }
  const either = (): ExpressionTree => joined('or', both)
  const both = (): ExpressionTree => joined('and', comparison)

  function comparison(): ExpressionTree {
    const left = operand()
    const token = tokens[at]
    const how = token?.is === 'sign' ? comparisons.find((sign) => sign === token.sign) : undefined
    if (how === undefined) return left
    at += 1
    return { is: 'compare', how, left, right: operand() }
  }

  function operand(): ExpressionTree {
    const token = tokens[at]
    at += 1
    if (token === undefined) return fail()
    if (token.is === 'name') return isSign(tokens[at], '(') ? call(token.name) : token
    if (token.is !== 'sign') return token
    if (token.sign === '.') return { is: 'self' }
    if (token.sign === '-') return negative()
    return token.sign === '(' ? inside(either) : fail()
  }

  function negative(): ExpressionTree {
    const token = tokens[at]
    at += 1
    return token?.is === 'number' ? { is: 'number', number: -token.number } : fail()
  }

  function inside(read: () => ExpressionTree): ExpressionTree {
    depth += 1
    if (depth > deepest) fail()
    const tree = read()
    expectSign(')')
    depth -= 1
    return tree
  }

  function call(name: string): ExpressionTree {
    expectSign('(')
    return inside(() => {
      const given: ExpressionTree[] = []
      while (!isSign(tokens[at], ')')) {
        if (given.length > 0) expectSign(',')
        given.push(either())
      }
      return { is: 'call', name: name.toLowerCase(), given }
    })
  }

  const tree = either()
  return at === tokens.length ? tree : fail()
}

const comparisons: readonly ComparisonOperator[] = ['=', '!=', '<', '<=', '>', '>=']

/** The same comparison, told from its other side. */
export const turned: Record<ComparisonOperator, ComparisonOperator> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}
