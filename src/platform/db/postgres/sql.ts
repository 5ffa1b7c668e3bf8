import { splitStatements } from '../script.ts'

/** SQL with `?` for each value, as Postgres wants it: `$1`, `$2`, … Texts and quoted names stay as they are. */
export function numbered(sql: string): string {
  let count = 0
  return sql.replaceAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|\?/g, (found) => {
    if (found !== '?') return found
    count += 1
    return `$${count}`
  })
}

/**
 * A migration script, as Postgres must read it: text columns compare by their bytes, as in SQLite, so that an order is
 * the same everywhere, whatever the locale of the database; and where the rows of a table lie is its own affair.
 */
export function bytewise(script: string): string {
  return splitStatements(script)
    .map((statement) => {
      if (!/^(create|alter) table\b/i.test(statement)) return statement
      return statement
        .replaceAll(/((?:[(,]|\badd column)\s*"?\w+"?\s+)text\b/gi, '$1text collate "C"')
        .replace(/\)\s*without rowid\s*$/i, ')')
    })
    .join(';\n')
}
