import type { Migration } from './migrations.ts'
import { openSqlite } from './sqlite.ts'
import type { SqlValue } from './together.ts'

const head = `-- The whole schema on one page, as all migrations together make it. Written by \`npm run snapshot\`: change it by a
-- new file in migrations/.
`

/** What a database holds after `migrations`: its tables and indexes, then the rows of its word lists. */
export async function schemaPage(migrations: readonly Migration[]): Promise<string> {
  const db = openSqlite(':memory:')
  try {
    for (const { script } of migrations) await db.apply(script)
    const made = await db.read<{ name: string; type: string; sql: string }>({
      sql: `select name, type, sql from sqlite_schema where sql is not null and name not like 'sqlite~_%' escape '~' order by rowid`,
      values: [],
    })
    const words: string[] = []
    // A table without rowids is no list of words.
    for (const { name } of made.filter(({ type, sql }) => type === 'table' && !/without rowid$/i.test(sql))) {
      const rows = await db.read<Record<string, SqlValue>>({
        sql: `select * from "${name}" order by rowid`,
        values: [],
      })
      const listed = rows.map((row) => `(${Object.values(row).map(literal).join(', ')})`)
      if (listed.length > 0) words.push(`insert into ${name} values ${listed.join(', ')};`)
    }
    return `${[head, ...made.map(({ sql }) => `${sql.replace(/^CREATE (TABLE|UNIQUE INDEX|INDEX)/, (word) => word.toLowerCase())};\n`), ...words].join('\n')}\n`
  } finally {
    await db.close()
  }
}

function literal(value: SqlValue): string {
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)
}
