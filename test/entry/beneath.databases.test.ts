/** On Postgres no command upgrades the database beneath a server of an older version. */
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, inject, it } from 'vitest'
import { runHere } from '../support/run/here.ts'
import { ownDirectory } from '../support/run/memory.ts'

const name = `beneath_${process.pid}`

async function ask(text: string, database?: string): Promise<Record<string, string>[]> {
  const url = new URL(inject('postgresUrl'))
  if (database !== undefined) url.pathname = `/${database}`
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  return (await client.query(text).finally(() => client.end())).rows
}

afterAll(() => ask(`drop database if exists ${name} with (force)`))

it('a command is refused while a server has the turn of the periodic work, and tries once its turn is over', async () => {
  await ask(`create database ${name}`)
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${name}`
  const root = mkdtempSync(join(ownDirectory(), 'beneath-'))
  const env = { DATA_DIR: join(root, 'data'), DATABASE_URL: url.href, KEYS_FILE: join(root, 'keys.json') }
  expect(await runHere('set-up', [], env)).toMatchObject({ code: 0 })
  const turn = (ms: number) =>
    ask(
      `insert into elections (part, holder, ends_at) values ('sweep', 'a server', '${new Date(Date.now() + ms).toISOString()}')
on conflict (part) do update set ends_at = excluded.ends_at`,
      name,
    )
  const audit = () => runHere('audit', [], env)
  await turn(120_000)
  expect(await audit(), 'of the same version').toMatchObject({ code: 0 })

  await ask('delete from migrations where id = (select max(id) from migrations)', name)
  const count = () => ask('select count(*) as n from migrations', name)
  const before = await count()
  const refused = /is from another version, and a server of that version runs: stop it first\. Nothing was changed\./
  expect(await audit()).toMatchObject({ code: 1, err: expect.stringMatching(refused) })
  expect(await count()).toEqual(before)
  await turn(-1_000)
  expect((await audit()).err).not.toMatch(refused)
})
