/** Names that SPSS takes, and with it every other reader of our files. */

const reserved = new Set(['ALL', 'AND', 'BY', 'EQ', 'GE', 'GT', 'LE', 'LT', 'NE', 'NOT', 'OR', 'TO', 'WITH'])
const mostBytes = 64

/**
 * Gives names out, each once whatever the case.
 * @returns what makes of a wish the name to use: the wish itself wherever it is a name that nobody has
 */
export function uniqueNames(): (wish: string) => string {
  const taken = new Set<string>()
  return (wish) => {
    // Codes may be below 0, and a name has no minus.
    const base = wish
      .replace(/-(?=\d)/g, 'm')
      .replace(/\W/g, '_')
      .replace(/^(?![A-Za-z])/, 'v')
    for (let n = 1; ; n += 1) {
      const end = n === 1 ? '' : `_${n}`
      const name = base.slice(0, mostBytes - end.length) + end
      const known = name.toUpperCase()
      if (taken.has(known) || reserved.has(known)) continue
      taken.add(known)
      return name
    }
  }
}
