/**
 * Pages of a list by its key, forwards and back. A page is a stretch of an index, however far in it lies; a number of rows
 * to skip would be read and thrown away.
 */

/** What was asked for: what follows a key, what comes before one, or (neither) the list's beginning. */
export interface AskedPage {
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
 * Reads one page.
 * @param read gives at most `count` rows from the key on (exclusive; null for the beginning), in the list's order for
 *   `behind`, in the opposite order for `ahead`
 */
export async function pageByKey<Row>(
  asked: AskedPage,
  size: number,
  keyOf: (row: Row) => string,
  read: (way: 'behind' | 'ahead', from: string | null, count: number) => Promise<readonly Row[]>,
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

function keyAt<Row>(rows: readonly Row[], at: number, keyOf: (row: Row) => string): string | null {
  const row = rows.at(at)
  return row === undefined ? null : keyOf(row)
}
