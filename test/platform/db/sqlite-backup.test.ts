import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { backUp, restore } from '../../../src/platform/db/sqlite-backup.ts'
import { checkFile } from '../../../src/platform/db/sqlite-file/check-file.ts'

let directory: string
let live: SqliteFile.Database
const at = (name: string) => join(directory, name)

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'honorarium-backup-'))
  live = new SqliteFile(at('live.db'))
  live.pragma('journal_mode = WAL')
  live.exec('create table migrations (id integer); create table money (minor integer); insert into money values (1)')
})
afterEach(() => {
  live.close()
  rmSync(directory, { recursive: true, force: true })
})

function minorIn(name: string): unknown[] {
  const file = new SqliteFile(at(name), { readonly: true })
  try {
    return file.prepare('select minor from money order by minor').pluck().all()
  } finally {
    file.close()
  }
}

it('a backup has what was written so far, while the service goes on writing, and is one file', async () => {
  await backUp(at('live.db'), at('copy.db'))
  live.exec('insert into money values (2)')
  expect(minorIn('copy.db')).toEqual([1])
  expect(readdirSync(directory).sort()).toEqual(['copy.db', 'live.db', 'live.db-shm', 'live.db-wal'])
})

it('a backup is restored on a machine that has no folder for it yet', async () => {
  await backUp(at('live.db'), at('copy.db'))
  expect(await restore(at('copy.db'), at('new/data/honorarium.db'), at('aside.db'))).toBe(false)
  expect(minorIn('new/data/honorarium.db')).toEqual([1])
  expect(await restore(at('copy.db'), at('new/data/honorarium.db'), at('aside.db'))).toBe(true)
  expect(minorIn('aside.db')).toEqual([1])
  // The place of a copy says nothing of the database; and what is not there makes no folder.
  await expect(backUp(at('live.db'), at('none/copy.db'))).rejects.toThrow(/^There is no folder .*none/)
  await expect(restore(at('nothing.db'), at('other/honorarium.db'), at('aside2.db'))).rejects.toThrow(
    'There is no file',
  )
  expect(existsSync(at('other'))).toBe(false)
})

it('a backup of a service that never rests is over as soon as that of one that does', async () => {
  live.exec('create table answers (text text)')
  const add = live.prepare('insert into answers values (zeroblob(4000))')
  for (let n = 0; n < 400; n += 1) add.run()
  let written = 0
  const other = new SqliteFile(at('live.db'))
  const insert = other.prepare('insert into money values (2)')
  const write = () => {
    insert.run()
    written += 1
    if (written < 1_000) again = setImmediate(write)
  }
  let again = setImmediate(write)
  // Pieces are counted, and not what is written meanwhile: how long the copy waits to begin is the machine's affair.
  let pieces = 0
  const { backup } = SqliteFile.prototype
  const watched = vi.spyOn(SqliteFile.prototype, 'backup').mockImplementation(function (this: unknown, to, options) {
    const progress = (info: SqliteFile.BackupMetadata) => {
      pieces += 1
      return options?.progress?.(info) ?? 100
    }
    return backup.call(this as SqliteFile.Database, to, { ...options, progress })
  })
  try {
    await backUp(at('live.db'), at('copy.db'))
    expect(pieces).toBe(1)
    expect(minorIn('copy.db')[0]).toBe(1)
  } finally {
    watched.mockRestore()
    clearImmediate(again)
    other.close()
  }
})

it('a backup is made where an index says something else than its table: every row is in it, and the audit of either says so', async () => {
  live.exec('create index money_minor on money (minor)')
  live.unsafeMode()
  live.pragma('writable_schema = on')
  const [index] = live.prepare(`select * from sqlite_schema where name = 'money_minor'`).raw().all() as unknown[][]
  live.exec(`delete from sqlite_schema where name = 'money_minor'`)
  live.pragma('writable_schema = reset')
  live.exec('update money set minor = 2')
  live.pragma('writable_schema = on')
  live.prepare('insert into sqlite_schema values (?, ?, ?, ?, ?)').run(index)
  live.pragma('writable_schema = reset')
  await backUp(at('live.db'), at('copy.db'))
  const file = new SqliteFile(at('copy.db'), { readonly: true })
  expect(file.prepare('select minor from money not indexed order by minor').pluck().all()).toEqual([2])
  file.close()
  for (const name of ['live.db', 'copy.db']) {
    expect(checkFile(at(name), false)).toEqual([])
    expect(checkFile(at(name), true)).toEqual([expect.stringMatching(/damaged.*money_minor/)])
  }
})

it('a restored database is the backup, and what was there lies beside it with all that was in its journal', async () => {
  await backUp(at('live.db'), at('copy.db'))
  live.exec('insert into money values (2)')
  live.close()
  await restore(at('copy.db'), at('live.db'), at('before.db'))
  expect(minorIn('live.db')).toEqual([1])
  expect(minorIn('before.db')).toEqual([1, 2])
  expect(readdirSync(directory).sort()).toEqual(['before.db', 'copy.db', 'live.db'])
})

it('nothing is restored while the service has the database open', async () => {
  await backUp(at('live.db'), at('copy.db'))
  live.exec('insert into money values (2)')
  await expect(restore(at('copy.db'), at('live.db'), at('before.db'))).rejects.toThrow('stop the service first')
  expect(minorIn('live.db')).toEqual([1, 2])
  expect(existsSync(at('before.db'))).toBe(false)
  expect(existsSync(at('live.db.restoring'))).toBe(false)
})

it('where no database was, for want of a disk, the backup becomes it', async () => {
  await backUp(at('live.db'), at('copy.db'))
  await restore(at('copy.db'), at('new.db'), at('before.db'))
  expect(minorIn('new.db')).toEqual([1])
})

it('a file is not written over by a backup', async () => {
  writeFileSync(at('copy.db'), 'dear')
  await expect(backUp(at('live.db'), at('copy.db'))).rejects.toThrow('exists already')
  expect(readFileSync(at('copy.db'), 'utf8')).toBe('dear')
})

it.each([
  ['missing', () => undefined],
  ['some other file', () => writeFileSync(at('copy.db'), 'a letter, long enough to be looked at as a database file')],
  ['empty', () => writeFileSync(at('copy.db'), '')],
  ["another program's", () => new SqliteFile(at('copy.db')).exec('create table notes (text text)').close()],
  [
    'cut off',
    async () => {
      live.exec(
        'insert into money with recursive n(i) as (select 1 union all select i + 1 from n where i < 5000) select i from n',
      )
      await backUp(at('live.db'), at('copy.db'))
      truncateSync(at('copy.db'), 20_000)
    },
  ],
])('a backup that is %s is refused, and the database stays as it was', async (_, make) => {
  await make()
  const before = minorIn('live.db')
  live.close()
  await expect(restore(at('copy.db'), at('live.db'), at('before.db'))).rejects.toThrow(/copy\.db/)
  expect(minorIn('live.db')).toEqual(before)
  expect(existsSync(at('live.db.restoring'))).toBe(false)
})

it('where a copy has no room that is said of its place, and not of the database', async () => {
  await backUp(at('live.db'), at('copy.db'))
  const full = vi.spyOn(SqliteFile.prototype, 'backup').mockImplementation(() => {
    throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
  })
  try {
    await expect(backUp(at('live.db'), at('other.db'))).rejects.toThrow(/^The disk of .*other\.db is full/)
    await expect(restore(at('copy.db'), at('live.db'), at('before.db'))).rejects.toThrow(
      /^The disk of .*live\.db.* is full/,
    )
  } finally {
    full.mockRestore()
  }
})
