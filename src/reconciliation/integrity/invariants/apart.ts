/** What a student said and where the money went are joined by the voucher's id alone. */
import type { Ports } from '../../../ports.ts'
import { atMost, type Invariant, seenBySql } from '../invariant.ts'

/** The columns of each table. */
export type TableColumns = ReadonlyMap<string, readonly string[]>

/** Columns that lead to what somebody said. */
const ofAnswers = [
  'respondent_id',
  'invitation_id',
  'export_ref',
  'document',
  'answers',
  'resume_hash',
  'network',
  'facts',
  'seed',
]
/** Columns that lead to where money went. */
const ofPayees = [
  'payee',
  'account_hash',
  'claim_id',
  'payout_id',
  'attempt_id',
  'confirm',
  'reference',
  'provider_id',
  'event_id',
]

/** The tables that hold both. */
function joined(tables: TableColumns): string[] {
  return [...tables].flatMap(([table, columns]) => {
    const has = (some: readonly string[]) => columns.filter((column) => some.includes(column))
    const [said, went] = [has(ofAnswers), has(ofPayees)]
    return said.length > 0 && went.length > 0 ? [`${table} holds ${said.join(', ')} beside ${went.join(', ')}`] : []
  })
}

export const answersApart: Invariant = {
  name: 'answers_apart',
  promise: "No table holds both what leads to somebody's answers and where money went.",
  async check({ db }) {
    const tables = await columnsOf(db)
    return { figures: { tables: tables.size }, breaches: atMost(joined(tables)) }
  },
}

export const payeesSealed = seenBySql(
  'payees_sealed',
  'Payees are kept encrypted, and so is what a phone needs to confirm.',
  `select channel as "figure", count(*) as "value" from claims group by channel order by channel`,
  `select id as "subject", 'keeps a payee that is not encrypted' as "what" from claims
where payee not like 'eyJ%.%.%.%.%' and payee not like 'erased %'`,
  `select id as "subject", 'keeps a confirmation that is not encrypted' as "what" from attempts where confirm not like 'eyJ%.%.%.%.%'`,
)

/** What SQLite and D1 were asked already, by database: the columns, and the definitions of the tables that have them. */
const known = new WeakMap<Ports['db'], { definitions: string; columns: TableColumns }>()

/**
 * Postgres has the standard's tables about tables; SQLite and D1 know their columns only by their own function, which is
 * slow, so they are asked again only when a table's definition is another than last time.
 */
async function columnsOf(db: Ports['db']): Promise<TableColumns> {
  if (!known.has(db)) {
    const rows = await db.read<Column>({ sql: standard, values: [] }).catch(() => null)
    if (rows !== null) return byTable(rows)
  }
  const tables = await db.read<{ definition: string }>({ sql: definitionsOfSqlite, values: [] })
  const definitions = tables.map(({ definition }) => definition).join('\n')
  const before = known.get(db)
  if (before?.definitions === definitions) return before.columns
  const columns = byTable(await db.read<Column>({ sql: ofSqlite, values: [] }))
  known.set(db, { definitions, columns })
  return columns
}

interface Column {
  table: string
  column: string
}

function byTable(rows: readonly Column[]): TableColumns {
  const tables = new Map<string, string[]>()
  for (const { table, column } of rows) tables.set(table, [...(tables.get(table) ?? []), column])
  return tables
}

const standard = `select cast(table_name as text) as "table", cast(column_name as text) as "column"
from information_schema.columns where table_schema = current_schema()`
const ofSqlite = `select sqlite_master.name as "table", columns.name as "column"
from sqlite_master join pragma_table_info(sqlite_master.name) columns
where sqlite_master.type = 'table' and sqlite_master.name not like 'sqlite%' and sqlite_master.name not like '~_cf%' escape '~'`
/** The names of tables and columns stand in it. */
const definitionsOfSqlite = `select sql as "definition" from sqlite_master where type = 'table' order by name`
