import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSqlite } from '../../src/platform/db/sqlite.ts'
import { holdLock } from '../../src/platform/db/sqlite-lock.ts'
import { runHere } from '../support/run/here.ts'
import { ownDirectory } from '../support/run/memory.ts'
import { spawnServer, startServer } from '../support/run/server.ts'

let root: string
let data: string
beforeAll(() => {
  root = mkdtempSync(join(ownDirectory(), 'second-'))
  data = join(root, 'data')
  mkdirSync(data)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

it('a second server on one directory is refused, commands go on beside the first, and a crash frees it', async () => {
  const first = await startServer(data)
  const second = await spawnServer(data)
  expect(await second.ended).toBe(1)
  expect(second.complained()).toMatch(/^Another server serves the database in [^\n]*: stop it first, [^\n]*\n$/)

  const env = { DATA_DIR: data }
  expect(await runHere('audit', [], env)).toMatchObject({ code: 0, err: '' })
  expect(await runHere('sign-in', ['Mei Chan', '--role', 'admin'], env)).toMatchObject({ code: 0, err: '' })
  const books = ['--to', join(root, 'books.jsonl')]
  expect(await runHere('export-books', books, env)).toMatchObject({ code: 0 })
  expect((await fetch(`http://127.0.0.1:${first.port}/healthz`)).status).toBe(200)

  first.kill('SIGKILL')
  expect(await first.ended).toBe('SIGKILL')
  const third = await startServer(data)
  third.kill('SIGTERM')
  expect(await third.ended).toBe(0)
})

it('a server stops whose database is of another version now, and no command changes it beneath one', async () => {
  const server = await startServer(data)
  const db = openSqlite(join(data, 'honorarium.db'))
  await db.together({ sql: 'delete from migrations where id = (select max(id) from migrations)', values: [] })
  // At its next turn of the periodic work, which is the first unless the machine is slow.
  expect(await server.ended).toBe(0)
  expect(server.complained()).toMatch(/^The database lacks the migration \S+\. This server stops\.$/m)

  const lock = holdLock(join(data, 'server.lock'))
  const count = () => db.read({ sql: 'select count(*) as "n" from migrations', values: [] })
  const before = await count()
  const audit = await runHere('audit', [], { DATA_DIR: data })
  lock?.release()
  expect(audit).toMatchObject({ code: 1, err: expect.stringMatching(/is from another version, and a server .* runs/) })
  expect(await count()).toEqual(before)
  await db.close()
})
