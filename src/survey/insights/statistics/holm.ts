/** The p values of several tests of one question, by Holm (1979), in the order given (R: `p.adjust(p, "holm")`). */
export function holm(values: readonly number[]): number[] {
  const order = values.map((p, at) => ({ p, at })).sort((a, b) => a.p - b.p)
  const adjusted = new Array<number>(values.length).fill(0)
  let least = 0
  order.forEach(({ p, at }, rank) => {
    least = Math.max(least, Math.min(1, (values.length - rank) * p))
    adjusted[at] = least
  })
  return adjusted
}
