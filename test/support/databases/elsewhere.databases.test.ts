/** What one database is asked, the others take; and worlds are opened where the facts about them are told. */
import { expect, it } from 'vitest'
import { forEachDatabase } from './databases.ts'
import { askedElsewhere } from './elsewhere.ts'
import { fresh } from './fresh.ts'
import { postgres } from './postgres-database.ts'
import { sqlite } from './sqlite-database.ts'

const ask = (sql: string) => ({ sql, values: [] })

forEachDatabase((name) => {
  it('a world that names no database is opened on the one whose facts are told', async () => {
    const { db } = (await fresh()).ports
    const isPostgres = await db.read(ask('select 1 from pg_class limit 1')).then(...[true, false].map((is) => () => is))
    const isD1 = db.mostStatements !== undefined
    expect([isPostgres, isD1]).toEqual([name === 'postgres', name === 'd1'])
  })
})

it.each([
  ['reads', 'select total(amount_minor) as n from offers', "select id from studies where id = ''"],
  ['writes', "insert or ignore into studies (id) values ('x')", "delete from studies where id = ''"],
] as const)('a statement that %s, and that another database does not take, is found', async (how, odd, plain) => {
  const closes = async (sql: string) => {
    const { db, close } = askedElsewhere([postgres])(await sqlite.open())
    await (how === 'reads' ? db.read(ask(sql)) : db.together(ask(sql)))
    return close()
  }
  await expect(closes(odd)).rejects.toThrow(`Another database does not take this statement: ${odd}`)
  await expect(closes(plain)).resolves.toBeUndefined()
})
