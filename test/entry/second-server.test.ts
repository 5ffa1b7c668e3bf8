import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ownDirectory } from '../support/run/memory.ts'
import { runCommand } from '../support/run/programs.ts'
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
  expect(await runCommand('audit', [], env)).toMatchObject({ code: 0, err: '' })
  expect(await runCommand('sign-in', ['Mei Chan', '--role', 'admin'], env)).toMatchObject({ code: 0, err: '' })
  const books = ['--to', join(root, 'books.jsonl')]
  expect(await runCommand('export-books', books, env)).toMatchObject({ code: 0 })
  expect((await fetch(`http://127.0.0.1:${first.port}/healthz`)).status).toBe(200)

  first.kill('SIGKILL')
  expect(await first.ended).toBe('SIGKILL')
  const third = await startServer(data)
  third.kill('SIGTERM')
  expect(await third.ended).toBe(0)
})
