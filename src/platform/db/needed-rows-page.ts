import type { Migration } from './migrations.ts'
import { openSqlite } from './sqlite.ts'

const head = `/**
 * How many rows each table has once all migrations are made: word lists and calendars, which only grow. Written by
 * \`npm run snapshot\`: change it by a new file in migrations/.
 */
`

/** The text of `schema/needed-rows.ts` for these migrations. */
export async function neededRowsPage(migrations: readonly Migration[]): Promise<string> {
  const db = openSqlite(':memory:')
  try {
    for (const { script } of migrations) await db.apply(script)
    const tables = await db.read<{ name: string }>({
      sql: `select name from sqlite_schema where type = 'table' and name not like 'sqlite~_%' escape '~' order by name`,
      values: [],
    })
    const lines: string[] = []
    for (const { name } of tables) {
      const [row] = await db.read<{ n: number }>({ sql: `select count(*) n from "${name}"`, values: [] })
      if (row !== undefined && row.n > 0) lines.push(`  ${name}: ${row.n},\n`)
    }
    return `${head}export const neededRows: Readonly<Record<string, number>> = {\n${lines.join('')}}\n`
  } finally {
    await db.close()
  }
}
