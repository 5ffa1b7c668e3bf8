/** One figure of one size, and how those of all sizes are set beside one another. */
export interface Figure {
  what: string
  unit: 'ms' | 's' | '/s' | 'MB' | 'bytes' | 'kB'
  value: number
  /** Whether it ought to stay the same however full the database is: then it is said whether it does. */
  flat?: true
}

/** A tenth up or down is the machine's mood. */
const allowed = 1.1

const written = (value: number) =>
  value >= 1_000 ? Math.round(value).toLocaleString('en') : value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2)

/** How the largest size compares with the smallest: above 1 is worse. */
function growth(first: Figure, last: Figure): number {
  return first.unit === '/s' ? first.value / last.value : last.value / first.value
}

/** @param sizes how many responses, with what was measured there; the smallest first */
export function curve(sizes: readonly { responses: number; figures: readonly Figure[] }[]): string {
  const heads = sizes.map(({ responses }) => responses.toLocaleString('en'))
  const lines = [
    `| what | | ${heads.join(' | ')} | last : first | |`,
    `| --- | --- |${' --- |'.repeat(heads.length + 2)}`,
  ]
  const named = new Set(sizes.flatMap(({ figures }) => figures.map(({ what }) => what)))
  for (const what of named) {
    const found = sizes.map(({ figures }) => figures.find((figure) => figure.what === what))
    const there = found.filter((figure) => figure !== undefined)
    const [first] = there
    const last = there.at(-1)
    if (first === undefined || last === undefined) continue
    const times = growth(first, last)
    const isCompared = there.length > 1 && first.value > 0
    const judged = isCompared && first.flat === true ? (times <= allowed ? 'flat' : 'bends') : ''
    const values = found.map((figure) => (figure === undefined ? '' : written(figure.value)))
    lines.push(
      `| ${what} | ${first.unit} | ${values.join(' | ')} | ${isCompared ? times.toFixed(2) : ''} | ${judged} |`,
    )
  }
  return lines.join('\n')
}
