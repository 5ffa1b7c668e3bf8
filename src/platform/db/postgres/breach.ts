import type { Breach } from '../together.ts'

/** What a Postgres error says of itself; the texts of its message follow the server's language, so they are not read. */
export interface PostgresError {
  code: string
  schema?: string
  table?: string
  column?: string
  constraint?: string
}

/** Asks Postgres; given the values of the `$n`. */
export type Ask = (sql: string, values: string[]) => Promise<Record<string, unknown>[]>

const keyColumns = `
select t.relname as table_name, a.attname as column_name
from pg_catalog.pg_class c
join pg_catalog.pg_namespace s on s.oid = c.relnamespace
join pg_catalog.pg_index i on i.indexrelid = c.oid
join pg_catalog.pg_class t on t.oid = i.indrelid
cross join lateral unnest(i.indkey::int2[]) with ordinality as k (attnum, place)
left join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum
where s.nspname = $1 and c.relname = $2 and k.place <= i.indnkeyatts
order by k.place`

/** Whether Postgres itself refused, and not the connection to it. */
export function isPostgresError(error: unknown): error is PostgresError {
  return error instanceof Error && 'code' in error && 'severity' in error && typeof error.code === 'string'
}

/**
 * Makes the function that says which breach an error tells of, in SQLite's words; undefined when it tells of something
 * else. The columns of a unique key are asked of the catalogue once and kept.
 */
export function breachReader(): (error: PostgresError, ask: Ask) => Promise<Breach | undefined> {
  const keys = new Map<string, string>()

  async function columnsOf(schema: string, key: string, ask: Ask): Promise<string> {
    const known = keys.get(`${schema}.${key}`)
    if (known !== undefined) return known
    const columns = await ask(keyColumns, [schema, key])
    const named = columns.every((row) => row.column_name !== null)
    const on = named ? columns.map((row) => `${row.table_name}.${row.column_name}`).join(', ') : `index '${key}'`
    keys.set(`${schema}.${key}`, on)
    return on
  }

  return async ({ code, schema = '', table = '', column = '', constraint = '' }, ask) => {
    switch (code) {
      case '23505':
        return { kind: 'unique', on: await columnsOf(schema, constraint, ask) }
      case '23514':
        return { kind: 'check', on: constraint }
      case '23502':
        return { kind: 'required', on: `${table}.${column}` }
      case '23503':
      case '23001':
        return { kind: 'reference', on: null }
      default:
        return undefined
    }
  }
}
