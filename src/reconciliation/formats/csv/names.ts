/** What the columns of a table are called: by the row of names, by several of them, or by their numbers. */

/** As many columns as are looked at where a table has no row of names. */
const mostColumns = 100

/**
 * One name for each column. Several rows of names are joined from above; a column without one is `#3`, after its place,
 * and names that come twice have their place behind them, so that each can be chosen.
 * @param rows the rows of names; none for a table without
 */
export function columnNames(rows: readonly (readonly string[])[]): string[] {
  const width = rows.length === 0 ? mostColumns : Math.max(...rows.map((row) => row.length))
  const own = Array.from({ length: width }, (_, at) => {
    const parts = rows.map((row) => row[at]?.trim() ?? '').filter((part) => part !== '')
    return [...new Set(parts)].join(' ')
  })
  return own.map((name, at) => {
    if (name === '') return `#${at + 1}`
    return own.indexOf(name) === own.lastIndexOf(name) ? name : `${name} #${at + 1}`
  })
}
