import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { migrationFiles } from '../../../src/platform/db/migration-files.ts'
import { migrate } from '../../../src/platform/db/migrations.ts'
import { openPostgres } from '../../../src/platform/db/postgres.ts'
import { isCleaned, makeCleanable } from './clean-postgres.ts'
import { lending, type Pooled } from './lent.ts'
import type { Opened, TestDatabase } from './test-database.ts'

let admin: Promise<pg.Client> | undefined
let template: Promise<string> | undefined

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  return client
}

async function ask(sql: string): Promise<pg.QueryResult> {
  admin ??= connect()
  return (await admin).query(sql)
}

function urlOf(name: string): string {
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${name}`
  return url.href
}

/** One migrated database for the whole run, which the others are copied from; made by whoever comes first. */
async function makeTemplate(): Promise<string> {
  const scripts = migrationFiles()
  const name = `template_${createHash('sha256').update(JSON.stringify(scripts)).digest('hex').slice(0, 16)}`
  await ask('select pg_advisory_lock(1)')
  try {
    const { rowCount } = await ask(`select 1 from pg_database where datname = '${name}'`)
    if (rowCount === 0) {
      await makeEmpty(`${name}_raw`)
      const db = openPostgres(urlOf(`${name}_raw`))
      await migrate(db, scripts, '2026-01-01T00:00:00.000Z')
      await db.close()
      await makeCleanable(urlOf(`${name}_raw`))
      await ask(`alter database ${name}_raw rename to ${name}`)
    }
  } finally {
    await ask('select pg_advisory_unlock(1)')
  }
  return name
}

/** Its locale sorts text as people do, so that an order which is bytewise all the same is the schema's doing. */
async function makeEmpty(name: string): Promise<void> {
  await ask(`drop database if exists ${name}`)
  await ask(`create database ${name} template template0 locale_provider icu icu_locale 'en-US'`)
}

/** On a machine that does much else, a hundred at once wait longer for a connection than a server has them wait. */
const openPatiently = (name: string) => openPostgres(urlOf(name), { connectionMilliseconds: 120_000 })

function openAt(name: string): Opened {
  const db = openPatiently(name)
  const close = async () => {
    await db.close()
    await ask(`drop database if exists ${name} with (force)`)
  }
  return { db, address: urlOf(name), again: async () => openPatiently(name), close }
}

function newName(): string {
  return `test_${randomBytes(8).toString('hex')}`
}

async function makePooled(): Promise<Pooled> {
  template ??= makeTemplate()
  const name = newName()
  await ask(`create database ${name} template ${await template} strategy file_copy`)
  const opened = openAt(name)
  return { address: urlOf(name), ...opened, clean: () => isCleaned(opened.db) }
}

const open = lending(makePooled)

/** A database each on the real Postgres of the run. */
export const postgres: TestDatabase = {
  name: 'postgres',
  open,
  openBound: open,
  async openEmpty() {
    const name = newName()
    await makeEmpty(name)
    return openAt(name)
  },
}
