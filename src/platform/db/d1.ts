/**
 * Cloudflare's D1, for the Worker. The binding is used as it is, without a session: such queries always go to the
 * primary, so what is read before money moves is never a replica's past.
 */
import { decodeRows } from './decode-rows.ts'
import { splitStatements } from './script.ts'
import { sqliteBreach } from './sqlite-breach.ts'
import { assertBindable, type Database, type Query, type Write, type WriteOutcome } from './together.ts'

/** The little that is needed of the binding; the types of Workers would bring their globals into the whole project. */
export interface D1Binding {
  prepare(sql: string): D1Statement
  batch(statements: D1Statement[]): Promise<{ results: unknown[] }[]>
}

interface D1Statement {
  bind(...values: unknown[]): D1Statement
  all(): Promise<{ results: unknown[] }>
}

/** What D1 answers to one invocation of a Worker; on the free plan it is 50, which is too little for the periodic work. */
const mostStatements = 1_000

/**
 * The database behind a binding. A `together` that throws may have been made: D1 answers over a network, so the
 * caller sends the same writes again.
 */
export function d1Database(binding: D1Binding): Database {
  const statementOf = (query: Query): D1Statement => binding.prepare(query.sql).bind(...assertBindable(query))

  return {
    mostStatements,

    async read<Row>(query: Query<Row>): Promise<Row[]> {
      const { results } = await statementOf(query).all()
      return decodeRows(results as Row[], query.sql)
    },

    async together(...writes: Write[]): Promise<WriteOutcome> {
      const statements = writes.map(statementOf)
      if (statements.length === 0) return { done: true, rows: [] }
      try {
        const results = await binding.batch(statements)
        return { done: true, rows: results.map(({ results }, i) => decodeRows(results, writes[i]?.sql ?? '')) }
      } catch (error) {
        const breach = error instanceof Error ? sqliteBreach(error.message) : undefined
        if (breach === undefined) throw error
        return { done: false, breach }
      }
    },

    async apply(script: string): Promise<void> {
      await binding.batch(splitStatements(script).map((statement) => binding.prepare(statement)))
    },

    async close(): Promise<void> {
      // The binding belongs to the Worker's runtime.
    },
  }
}
