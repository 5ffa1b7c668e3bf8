/** A table of counts, or of sums of weights, that grows with the patterns that are met. Pure. */

export type CountCall = (count: number, row: number, column: number) => void

export interface PatternCounts {
  /** The counts, row by row; another array once it has grown. */
  table: Float64Array
  /** How many cells stand between one row and the next. */
  width: number
  /** Makes room for so many rows and columns. */
  make(rows: number, columns: number): void
  /** Calls back for each cell that is not empty. */
  each(call: CountCall): void
}

/** An empty table. */
export function patternCounts(): PatternCounts {
  let height = 0
  const counts: PatternCounts = {
    table: new Float64Array(0),
    width: 0,
    make: (rows, columns) => {
      const { table, width } = counts
      if (rows <= height && columns <= width) return
      const more = columns <= width ? width : Math.max(columns, 2 * width)
      const higher = rows <= height ? height : Math.max(rows, 2 * height)
      const wider = new Float64Array(higher * more)
      for (let row = 0; row < height; row++) wider.set(table.subarray(row * width, (row + 1) * width), row * more)
      height = higher
      counts.table = wider
      counts.width = more
    },
    each: (call) => {
      const { table, width } = counts
      table.forEach((count, at) => {
        if (count !== 0) call(count, Math.floor(at / width), at % width)
      })
    },
  }
  return counts
}
