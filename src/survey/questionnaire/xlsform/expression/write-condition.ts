/** A condition of ours as an expression of a form. */
import type { Condition } from '../../../../../schema/questionnaire.ts'
import { canonicalJson } from '../../../../platform/crypto/version.ts'
import { type ExpressionScope, toCondition } from './to-condition.ts'
import { Unreadable } from './tokens.ts'

/** The expression that reads back as this very condition; null where there is none, as for one that asks for a fact. */
export function expressionOf(condition: Condition, scope: ExpressionScope): string | null {
  try {
    const expression = expressionText(condition, scope)
    const again = toCondition(expression, scope)
    return typeof again !== 'boolean' && canonicalJson(again) === canonicalJson(condition) ? expression : null
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}

function expressionText(condition: Condition, scope: ExpressionScope): string {
  if ('all' in condition) return condition.all.map((part) => bracketed(part, scope)).join(' and ')
  if ('any' in condition) return condition.any.map((part) => bracketed(part, scope)).join(' or ')
  if ('not' in condition) return `not(${expressionText(condition.not, scope)})`
  if ('fact' in condition) throw new Unreadable('fact')
  const { kind, choices } = scope.subject(condition.q)
  const ref = `\${${condition.q}}`
  if ('answered' in condition) return `${ref} != ''`
  if ('min' in condition || 'max' in condition) {
    const parts = [
      ...(condition.min === undefined ? [] : [`${ref} >= ${condition.min}`]),
      ...(condition.max === undefined ? [] : [`${ref} <= ${condition.max}`]),
    ]
    return parts.join(' and ')
  }
  const names = new Map([...choices].flatMap(([name, codes]) => codes.map((code) => [code, name] as const)))
  const nameOf = (code: number) => {
    const name = kind === 'number' ? String(code) : names.get(code)
    if (name === undefined) throw new Unreadable(String(code))
    return name
  }
  if ('in' in condition) {
    const each = (code: number) => {
      if (kind === 'number') return `${ref} = ${nameOf(code)}`
      return kind === 'choices' ? `selected(${ref}, '${nameOf(code)}')` : `${ref} = '${nameOf(code)}'`
    }
    return condition.in.map(each).join(' or ')
  }
  if ('only' in condition && condition.only.length === 1) return `${ref} = '${nameOf(condition.only[0] ?? 0)}'`
  throw new Unreadable('only')
}

/** What joins parts of its own stands in brackets within another. */
function bracketed(condition: Condition, scope: ExpressionScope): string {
  const text = expressionText(condition, scope)
  return 'not' in condition || !/ (?:and|or) /.test(text) ? text : `(${text})`
}
