/**
 * One exchange with Postgres: statements that are sent in one go with one Sync behind them. Outside a transaction block
 * the server makes all of them or none, and commits at the Sync. It is a query as the driver takes any that has `submit`;
 * the driver's own describes each statement anew, and syncs after each.
 */
import type { ClientBase, Connection } from 'pg'
import type { SqlValue } from '../together.ts'
import { postgresTypes } from './types.ts'

export interface PreparedStatement {
  /** With `$1`, `$2`, … for its values. */
  text: string
  /** By which a connection knows it once it is planned; without one it is planned each time. */
  name?: string
}

/** What a statement's rows hold; null when it gives none. */
type Columns = { name: string; read: (text: string) => unknown }[] | null

/** The statements that each connection has planned, and their columns: told once, as a plan whose columns changed is refused. */
const planned = new WeakMap<ClientBase, Map<string, Columns>>()

/**
 * Makes all of these statements or none.
 * @returns the rows of each
 * @throws PostgresError for what the server has refused; another Error when no answer came, and they may have been made
 */
export function exchange(
  client: ClientBase,
  statements: readonly PreparedStatement[],
  values: readonly (readonly SqlValue[])[],
): Promise<unknown[][]> {
  const known = planned.get(client) ?? new Map<string, Columns>()
  planned.set(client, known)
  return new Promise((resolve, reject) => {
    client.query(new Exchange(statements, values, known, resolve, reject))
  })
}

/** The messages that the driver's connection sends; its types ask for more than it takes. */
interface Wire {
  stream: { cork(): void; uncork(): void }
  close(of: { type: 'S'; name: string }): void
  parse(statement: PreparedStatement): void
  bind(to: { statement: string; values: readonly SqlValue[]; valueMapper: (value: SqlValue) => string | null }): void
  describe(of: { type: 'P'; name: string }): void
  execute(portal: Record<string, never>): void
  sync(): void
}

const textOf = (value: SqlValue) => (value === null ? null : String(value))

class Exchange {
  /** The driver puts its own in the place of this one, which stops its clock. */
  callback: (error?: Error | null) => void = () => {}
  readonly #statements: readonly PreparedStatement[]
  readonly #values: readonly (readonly SqlValue[])[]
  readonly #known: Map<string, Columns>
  readonly #resolve: (rows: unknown[][]) => void
  readonly #reject: (error: Error) => void
  readonly #rows: unknown[][] = []
  /** Of the statement that is being answered. */
  #columns: Columns = null
  #some: unknown[] = []

  constructor(
    statements: readonly PreparedStatement[],
    values: readonly (readonly SqlValue[])[],
    known: Map<string, Columns>,
    resolve: (rows: unknown[][]) => void,
    reject: (error: Error) => void,
  ) {
    this.#statements = statements
    this.#values = values
    this.#known = known
    this.#resolve = resolve
    this.#reject = reject
  }

  submit(connection: Connection): void {
    const wire = connection as unknown as Wire
    const sent = new Set<string>()
    wire.stream.cork()
    this.#statements.forEach((statement, at) => {
      const { name = '' } = statement
      const isKnown = this.#known.has(name)
      if (!isKnown && !sent.has(name)) {
        // One that was refused may have been planned before it was.
        if (name !== '') wire.close({ type: 'S', name })
        wire.parse(statement)
      }
      if (name !== '') sent.add(name)
      wire.bind({ statement: name, values: this.#values[at] ?? [], valueMapper: textOf })
      if (!isKnown) wire.describe({ type: 'P', name: '' })
      wire.execute({})
    })
    wire.sync()
    wire.stream.uncork()
    this.#begin()
  }

  /** What is known of the statement whose answer comes next. */
  #begin(): void {
    this.#columns = this.#known.get(this.#statements[this.#rows.length]?.name ?? '') ?? null
    this.#some = []
  }

  handleRowDescription({ fields }: { fields: { name: string; dataTypeID: number }[] }): void {
    this.#columns = fields.map(({ name, dataTypeID }) => ({ name, read: postgresTypes.getTypeParser(dataTypeID) }))
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const row: Record<string, unknown> = {}
    this.#columns?.forEach(({ name, read }, at) => {
      const text = fields[at] ?? null
      row[name] = text === null ? null : read(text)
    })
    this.#some.push(row)
  }

  handleCommandComplete(): void {
    const name = this.#statements[this.#rows.length]?.name
    if (name !== undefined) this.#known.set(name, this.#columns)
    this.#rows.push(this.#some)
    this.#begin()
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete()
  }

  handleReadyForQuery(): void {
    this.callback(null)
    this.#resolve(this.#rows)
  }

  handleError(error: Error): void {
    this.callback(error)
    this.#reject(error)
  }
}
