/** The words of an expression, in the part of XPath that forms use. */

export type ExpressionToken =
  | { is: 'ref'; name: string }
  | { is: 'text'; text: string }
  | { is: 'number'; number: number }
  | { is: 'name'; name: string }
  | { is: 'sign'; sign: string }

/** Thrown for an expression, or a part of one, that cannot be said as a condition. */
export class Unreadable extends Error {}

/** Characters of an expression. */
const longest = 10_000

const patterns: readonly [RegExp, (found: string) => ExpressionToken | null][] = [
  [/\s+/y, () => null],
  [/\$\{\s*[\p{L}_][\p{L}\p{N}_.:-]*\s*\}/uy, (found) => ({ is: 'ref', name: found.slice(2, -1).trim() })],
  // Word processors turn quotes, sometimes both to the same side.
  [/'[^']*'|"[^"]*"|[‘’‚][^‘’‚]*[‘’‚]|[“”„][^“”„]*[“”„]/y, (found) => ({ is: 'text', text: found.slice(1, -1) })],
  [/\d+(?:\.\d*)?|\.\d+/y, (found) => ({ is: 'number', number: Number(found) })],
  [/[\p{L}_][\p{L}\p{N}_.-]*(?::[\p{L}_][\p{L}\p{N}_.-]*)?/uy, (found) => ({ is: 'name', name: found })],
  [/!=|<=|>=|[=<>(),.+*-]/y, (found) => ({ is: 'sign', sign: found })],
]

/**
 * Cuts an expression into its words, each character looked at a set number of times.
 * @throws Unreadable where it is too long, or has something that is none of them (such as a path)
 */
export function tokensOf(expression: string): ExpressionToken[] {
  if (expression.length > longest) throw new Unreadable(`over ${longest} characters`)
  const tokens: ExpressionToken[] = []
  let at = 0
  while (at < expression.length) {
    const start = at
    for (const [pattern, make] of patterns) {
      pattern.lastIndex = at
      const found = pattern.exec(expression)?.[0]
      if (found === undefined) continue
      const token = make(found)
      if (token) tokens.push(token)
      at += found.length
      break
    }
    if (at === start) throw new Unreadable(expression.slice(at, at + 20))
  }
  return tokens
}
