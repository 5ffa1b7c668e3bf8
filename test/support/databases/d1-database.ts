import { createHash, createHmac } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { d1Database } from '../../../src/platform/db/d1.ts'
import { migrationFiles } from '../../../src/platform/db/migration-files.ts'
import { migrationScript } from '../../../src/platform/db/migrations.ts'
import { ownDirectory } from '../run/memory.ts'
import { door, doorBinding, doorWorker } from './d1-door.ts'
import { objectKey, objects, objectsWorker, openObject } from './d1-object.ts'
import { lending, type Pooled } from './lent.ts'
import type { Opened, TestDatabase } from './test-database.ts'

/** How many databases one Miniflare holds behind D1's binding; after that many, another is started. */
const perMiniflare = 100
let host: Promise<Host> | undefined
let used = 0
let opened = 0
let template: Promise<string> | undefined

interface Host {
  /** Where its D1s are asked, and where its objects are. */
  d1: URL
  objects: URL
  folder: string
}

function hostOf(): Promise<Host> {
  host ??= startMiniflare(used / perMiniflare)
  return host
}

/** Behind the binding that a deployed Worker has. */
async function openBound(from?: string): Promise<Opened> {
  if (used % perMiniflare === 0 && used > 0) host = undefined
  const running = hostOf()
  const name = `DB${used % perMiniflare}`
  used += 1
  const { d1, folder } = await running
  const file = fileOf(folder, 'd1', name)
  if (from !== undefined) copyFileSync(from, file)
  const binding = doorBinding(d1, name)
  const db = d1Database(binding)
  const close = async () => {
    await db.close()
    remove(file)
  }
  return { db, address: file, again: async () => d1Database(binding), close }
}

/** The same database of workerd, asked more directly. */
async function makePooled(): Promise<Pooled> {
  const [from, { objects, folder }] = [await fromTemplate(), await hostOf()]
  opened += 1
  const name = `object-${opened}`
  const file = fileOf(folder, 'do', `/${name}`)
  copyFileSync(from, file)
  const { binding, clean, close } = await openObject(objects, name)
  return {
    db: d1Database(binding),
    address: file,
    again: async () => d1Database(binding),
    clean: () => clean().catch(() => false),
    async close() {
      await close()
      remove(file)
    },
  }
}

/** Lives for as long as this process: Miniflare itself ends workerd when that exits. */
async function startMiniflare(number: number): Promise<Host> {
  const names = Array.from({ length: perMiniflare }, (_, i) => `DB${i}`)
  const resourcePersistencePath = join(ownDirectory(), `d1-${number}`)
  // It takes longer to load than a small file of tests, most of which ask no D1.
  const { Miniflare } = await import('miniflare')
  const miniflare = new Miniflare({
    telemetry: { enabled: false },
    resourcePersistencePath,
    workers: [doorWorker(Object.fromEntries(names.map((name) => [name, name]))), objectsWorker],
  })
  await miniflare.ready
  for (const [kind, key] of Object.entries(folders))
    mkdirSync(join(resourcePersistencePath, kind, key), { recursive: true })
  return {
    d1: await miniflare.unsafeGetDirectURL(door),
    objects: await miniflare.unsafeGetDirectURL(objects),
    folder: resourcePersistencePath,
  }
}

/** By kind, what Miniflare calls the durable objects that hold the databases: each has a folder of that name. */
const folders = { d1: 'miniflare-D1DatabaseObject', do: objectKey }
/** A database is up to three files: what is in the log has not been moved into the first yet. */
const ends = ['', '-wal', '-shm']

/** The file of a database: workerd makes an object's id from its name so. */
function fileOf(folder: string, kind: keyof typeof folders, name: string): string {
  const key = createHash('sha256').update(folders[kind]).digest()
  const half = (of: string | Buffer) => createHmac('sha256', key).update(of).digest().subarray(0, 16)
  const first = half(name)
  return join(folder, kind, folders[kind], `${Buffer.concat([first, half(first)]).toString('hex')}.sqlite`)
}

function remove(file: string): void {
  for (const end of ends) rmSync(file + end, { force: true })
}

/** Made behind the binding; as one file, so that nobody who opens a copy of it has to read a log first. */
async function makeTemplate(): Promise<string> {
  const { db, address = '' } = await openBound()
  await db.apply(migrationScript(migrationFiles(), '2026-01-01T00:00:00.000Z'))
  const made = join(ownDirectory(), 'd1-template.sqlite')
  for (const end of ['', '-wal']) if (existsSync(address + end)) copyFileSync(address + end, made + end)
  const file = new Sqlite(made)
  file.pragma('wal_checkpoint(TRUNCATE)')
  file.close()
  return made
}

const fromTemplate = () => {
  template ??= makeTemplate()
  return template
}

/** A real D1 each, in the memory of one workerd per test process. */
export const d1: TestDatabase = {
  name: 'd1',
  open: lending(makePooled),
  openBound: async () => openBound(await fromTemplate()),
  openEmpty: () => openBound(),
}
