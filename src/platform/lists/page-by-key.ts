/**
 * Pages of a list by its key, forwards and back. A page is a stretch of an index, however far in it lies; a number of rows
 * to skip would be read and thrown away.
 */

/** What was asked for: what follows a key, what comes before one, or (neither) the list's beginning. */
export interface PageRequest {
  /** Rows that stand behind this key in the list: the next page. */
  before?: string | undefined
  /** Rows that stand ahead of it: the previous page. */
  after?: string | undefined
}

export interface KeyedPage<Row> {
  rows: Row[]
  /** For `after`: the key of the first row, when there are rows ahead of it; else null. */
  previous: string | null
  /** For `before`: the key of the last row, when there are rows behind it; else null. */
  next: string | null
}

/**
 * At most `count` rows from the key on (exclusive; null for the beginning), in the list's order for `behind`, in the
 * opposite order for `ahead`.
 */
export type ReadPage<Row> = (way: 'behind' | 'ahead', from: string | null, count: number) => Promise<readonly Row[]>

/** Reads one page. */
export async function pageByKey<Row>(
  asked: PageRequest,
  size: number,
  keyOf: (row: Row) => string,
  read: ReadPage<Row>,
): Promise<KeyedPage<Row>> {
  if (asked.after !== undefined && asked.before === undefined) {
    const rows = await read('ahead', asked.after, size + 1)
    // Fewer than a page means the beginning: it is shown whole.
    if (rows.length > size) {
      const page = rows.slice(0, size).reverse()
      return { rows: page, previous: keyAt(page, 0, keyOf), next: keyAt(page, -1, keyOf) }
    }
  }
  const from = asked.before ?? null
  const rows = await read('behind', from, size + 1)
  const page = rows.slice(0, size)
  return {
    rows: page,
    previous: from === null ? null : keyAt(page, 0, keyOf),
    next: rows.length > size ? keyAt(page, -1, keyOf) : null,
  }
}

/** How to read one page of the same list from its end to its beginning. */
export function fromTheEnd<Row>(read: ReadPage<Row>): ReadPage<Row> {
  return (way, from, count) => read(way === 'behind' ? 'ahead' : 'behind', from, count)
}

function keyAt<Row>(rows: readonly Row[], at: number, keyOf: (row: Row) => string): string | null {
  const row = rows.at(at)
  return row === undefined ? null : keyOf(row)
}
