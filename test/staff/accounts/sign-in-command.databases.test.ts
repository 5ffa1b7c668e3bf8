import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { runHere } from '../../support/run/here.ts'
import { runCommand } from '../../support/run/programs.ts'

const directories: string[] = []
const databases: string[] = []

async function ask(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  await client.query(text).finally(() => client.end())
}

afterAll(async () => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true })
  for (const name of databases) await ask(`drop database ${name} with (force)`)
})

function freshDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'honorarium-sign-in-'))
  directories.push(directory)
  return directory
}

const stores = {
  'the embedded database': async () => ({ DATA_DIR: freshDirectory() }),
  Postgres: async () => {
    const name = `sign_in_${process.pid}`
    await ask(`create database ${name}`)
    databases.push(name)
    const url = new URL(inject('postgresUrl'))
    url.pathname = `/${name}`
    return { DATA_DIR: freshDirectory(), DATABASE_URL: url.href }
  },
}

const signIn = (env: Record<string, string>, ...args: string[]) => runHere('sign-in', args, env)

describe.each(Object.entries(stores))('npm run sign-in on %s', (_, store) => {
  it('prints a fresh link for one person, also in production, and says in a line what is missing', async () => {
    const env = {
      ...(await store()),
      ORIGIN: 'https://study.example.org',
      MODE: 'production',
      KEYS_FILE: join(freshDirectory(), 'keys.json'),
    }
    expect(await runHere('set-up', [], env)).toMatchObject({ code: 0, err: '' })
    expect(await signIn(env, 'Mei')).toMatchObject({ code: 1, out: '', err: expect.stringContaining('--role admin') })

    const made = await runCommand('sign-in', ['Mei', '--role', 'admin'], env)
    expect(made).toMatchObject({ code: 0, err: '' })
    expect(made.out).toMatch(/for Mei \(admin\).*\nhttps:\/\/study\.example\.org\/sign-in\/[0-9a-z]{26}\n$/)

    const again = await signIn(env, 'Mei')
    expect(again.code).toBe(0)
    expect(again.out.split('\n')[1]).not.toBe(made.out.split('\n')[1])

    const other = await signIn(env, 'Mei', '--role', 'preparer')
    expect(other).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^Mei has the role admin\.[^\n]*\n$/) })
  })
})

it.each([
  [[]],
  [['Mei', '--role', 'boss']],
  [['--rule', 'admin', 'Mei']],
  [['Mei', '--role', 'admin', '--study', 'nowhere']],
])('says how it is used when it is asked %j', async (args) => {
  const { code, out, err } = await signIn({ DATA_DIR: freshDirectory() }, ...args)
  expect([code, out]).toEqual([1, ''])
  expect(err).not.toMatch(/\bat .*:\d+/)
  expect(err.length).toBeGreaterThan(20)
})
