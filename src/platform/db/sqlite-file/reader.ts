/** How a connection to the embedded database answers a query. */
import type SqliteFile from 'better-sqlite3'
import { decodeRows } from '../decode-rows.ts'
import { assertBindable, type Query } from '../together.ts'

/** Reads by one reading query, at once. @throws TypeError for one that may change something */
export function readerOf(statementOf: (sql: string) => SqliteFile.Statement) {
  return async <Row>(query: Query<Row>): Promise<Row[]> => {
    const statement = statementOf(query.sql)
    if (!statement.readonly) throw new TypeError(`Only together may change something, and this does: ${query.sql}`)
    return decodeRows(statement.all(assertBindable(query)) as Row[], query.sql)
  }
}
