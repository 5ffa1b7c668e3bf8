import { createHash, createHmac } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Miniflare } from 'miniflare'
import { d1Database } from '../../../src/platform/db/d1.ts'
import { migrationFiles } from '../../../src/platform/db/migration-files.ts'
import { migrationScript } from '../../../src/platform/db/migrations.ts'
import { ownDirectory } from '../run/memory.ts'
import { door, doorBinding, doorWorker } from './d1-door.ts'
import type { Opened, TestDatabase } from './test-database.ts'

/** How many databases one Miniflare holds; after that many, another is started. */
const perMiniflare = 400
let host: Promise<Host> | undefined
let used = 0
let template: Promise<string> | undefined

interface Host {
  url: URL
  folder: string
}

async function openNew(from?: string): Promise<Opened> {
  if (used % perMiniflare === 0) host = startMiniflare(used / perMiniflare)
  const name = `DB${used % perMiniflare}`
  used += 1
  const { url, folder } = await (host as Promise<Host>)
  const file = fileOf(folder, name)
  if (from !== undefined) copy(from, file)
  const binding = doorBinding(url, name)
  const db = d1Database(binding)
  const close = async () => {
    await db.close()
    for (const end of ends) rmSync(file + end, { force: true })
  }
  return { db, address: file, again: async () => d1Database(binding), close }
}

/** Lives for as long as this process: Miniflare itself ends workerd when that exits. */
async function startMiniflare(number: number): Promise<Host> {
  const names = Array.from({ length: perMiniflare }, (_, i) => `DB${i}`)
  const resourcePersistencePath = join(ownDirectory(), `d1-${number}`)
  const miniflare = new Miniflare({
    telemetry: { enabled: false },
    resourcePersistencePath,
    workers: [doorWorker(Object.fromEntries(names.map((name) => [name, name])))],
  })
  await miniflare.ready
  const folder = join(resourcePersistencePath, 'd1', objects)
  mkdirSync(folder, { recursive: true })
  return { url: await miniflare.unsafeGetDirectURL(door), folder }
}

/** What Miniflare calls the durable objects that hold the databases. */
const objects = 'miniflare-D1DatabaseObject'
/** A database is up to two files: what is in the log has not been moved into the other yet. */
const ends = ['', '-wal', '-shm']

/** The file of a database: workerd makes an object's id from its name so. */
function fileOf(folder: string, name: string): string {
  const key = createHash('sha256').update(objects).digest()
  const half = (of: string | Buffer) => createHmac('sha256', key).update(of).digest().subarray(0, 16)
  const first = half(name)
  return join(folder, `${Buffer.concat([first, half(first)]).toString('hex')}.sqlite`)
}

/** Puts a database in the place of one that nobody has asked for anything yet. */
function copy(from: string, to: string): void {
  for (const end of ['', '-wal']) if (existsSync(from + end)) copyFileSync(from + end, to + end)
}

async function makeTemplate(): Promise<string> {
  const { db, address = '' } = await openNew()
  await db.apply(migrationScript(migrationFiles(), '2026-01-01T00:00:00.000Z'))
  const made = join(ownDirectory(), 'd1-template.sqlite')
  copy(address, made)
  return made
}

/** A real D1 each, in the memory of one workerd per test process. */
export const d1: TestDatabase = {
  name: 'd1',
  async open() {
    template ??= makeTemplate()
    return openNew(await template)
  },
  openEmpty: () => openNew(),
}
