/** What a disk may do to the embedded database: it is full, loses what was flushed, or tears a page. Nothing of it is silent. */
import { execFileSync } from 'node:child_process'
import {
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { checkBeside, watchFile } from '../../../src/entry/stores/watch-file.ts'
import { openSqlite } from '../../../src/platform/db/sqlite.ts'
import { checkFile } from '../../../src/platform/db/sqlite-file/check-file.ts'
import { markOf, openMark, readMark } from '../../../src/platform/db/sqlite-file/commit-mark.ts'
import type { Database, Write } from '../../../src/platform/db/together.ts'
import { ownDirectory } from '../../support/run/memory.ts'

const home = mkdtempSync(join(ownDirectory(), 'disk-'))
let count = 0
let directory: string
let path: string
let db: Database

const schema = `create table money (id text primary key, minor integer not null, note text not null) strict;
create index money_minor on money (minor);`
const note = 'what it was for, '.repeat(20)
const pay = (n: number): Write => ({
  sql: 'insert into money (id, minor, note) values (?, ?, ?)',
  values: [`m${String(n).padStart(4, '0')}`, n, `${n} ${note}`],
})
const pragma = (text: string) => db.read<Record<string, number>>({ sql: `pragma ${text}`, values: [] })

beforeEach(async () => {
  count += 1
  directory = join(home, String(count))
  mkdirSync(directory)
  path = join(directory, 'live.db')
  db = openSqlite(path)
  await db.apply(schema)
})
afterEach(() => db.close())
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** The files as they lie on the disk now, somewhere else. */
function image(name: string): string {
  const to = join(directory, `${name}.db`)
  for (const end of ['', '-wal', '-mark']) if (existsSync(path + end)) copyFileSync(path + end, to + end)
  return to
}

function contentOf(at: string): string {
  const file = new SqliteFile(at)
  try {
    return file
      .prepare('select id, minor, note from money order by id')
      .all()
      .map((row) => JSON.stringify(row))
      .join('\n')
  } finally {
    file.close()
  }
}

const versionOf = (at: string) => {
  const file = new SqliteFile(at)
  const version = file.pragma('user_version', { simple: true }) as number
  file.close()
  return version
}

it('what was deleted is in neither file once the log is emptied, long rows and short ones', async () => {
  const typed = 'what somebody typed, '
  const row = (id: string, times: number): Write => ({
    sql: 'insert into money (id, minor, note) values (?, 1, ?)',
    values: [id, typed.repeat(times)],
  })
  await db.together(row('short', 1), row('long', 2_000), pay(1))
  await db.emptyLog?.()
  const onDisk = () => [path, `${path}-wal`].map((file) => readFileSync(file, 'latin1')).join('')
  expect(onDisk()).toContain(typed)
  await db.together({ sql: "delete from money where id in ('short', 'long')", values: [] })
  await db.emptyLog?.()
  expect(onDisk()).not.toContain(typed)
  expect(onDisk()).toContain('what it was for')
})

describe('a disk that is full', () => {
  it('at any write refuses it whole, keeps what was acknowledged, and takes all again once there is room', async () => {
    const [{ page_count: pages = 0 } = {}] = await pragma('page_count')
    let acknowledged = 0
    let refused = 0
    for (let room = 0; room < 12; room++) {
      await pragma(`max_page_count = ${pages + room}`)
      for (let n = 0; n < 8; n++) {
        const made = await db.together(pay(acknowledged), pay(5_000 + acknowledged)).then(
          (outcome) => outcome.done,
          (error: { code?: string }) => error.code,
        )
        if (made === true) acknowledged += 1
        else {
          expect(made).toBe('SQLITE_FULL')
          refused += 1
        }
      }
      expect(await db.read({ sql: 'select count(*) as "n" from money', values: [] })).toEqual([{ n: 2 * acknowledged }])
    }
    expect([acknowledged > 8, refused > 8]).toEqual([true, true])
    await pragma('max_page_count = 1000000')
    expect(await db.together(pay(acknowledged))).toMatchObject({ done: true })
    expect(checkFile(path, true)).toEqual([])
  })

  it('lets whoever has the database close it, and the log stays for the next who opens it', async () => {
    await db.together(pay(1))
    const pragma = SqliteFile.prototype.pragma
    const full = vi.spyOn(SqliteFile.prototype, 'pragma').mockImplementation(function (
      this: SqliteFile.Database,
      text,
    ) {
      if (!text.startsWith('wal_checkpoint')) return pragma.call(this, text)
      throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
    })
    try {
      await db.close()
    } finally {
      full.mockRestore()
    }
    expect([checkFile(path, true), contentOf(path)]).toEqual([[], expect.stringContaining('"m0001"')])
  })
})

describe('a disk that loses what was flushed', () => {
  it('shows, wherever the log is cut, and when it is gone: what is missing is what the mark says', async () => {
    const commits = 12
    for (let n = 0; n < commits; n++) await db.together(pay(n))
    const all = versionOf(path)
    const size = readFileSync(`${path}-wal`).length
    const cuts = [...Array.from({ length: 40 }, (_, i) => Math.floor((i * size) / 40) + (i % 7)), size]
    const losses = new Set<number>()
    for (const cut of cuts) {
      const copy = image(`cut-${cut}`)
      truncateSync(`${copy}-wal`, cut)
      const lost = readMark(copy)(versionOf(copy))
      losses.add(lost)
      expect([versionOf(copy) + lost, lost === 0]).toEqual([all, cut === size])
      if (versionOf(copy) === 0) continue
      expect(contentOf(copy).split('\n').filter(Boolean)).toHaveLength(commits - lost)
      expect(checkFile(copy, true)).toEqual(lost === 0 ? [] : [expect.stringContaining(`the last ${lost} commits`)])
    }
    expect(losses.size).toBeGreaterThan(commits)
    const gone = image('gone')
    rmSync(`${gone}-wal`)
    expect(readMark(gone)(versionOf(gone))).toBe(all)
  })

  it('after everything was brought into the file, the log may go', async () => {
    await db.together(pay(1))
    await db.close()
    expect([existsSync(`${path}-wal`), checkFile(path, true)]).toEqual([false, []])
  })

  it('a mark that is behind, missing, odd or of a count that began again says nothing that is not so', async () => {
    for (let n = 0; n < 5; n++) await db.together(pay(n))
    const version = versionOf(path)
    expect(readMark(path)(version)).toBe(0)
    const says = (text: string | null, at: number) => {
      if (text === null) rmSync(markOf(path))
      else writeFileSync(markOf(path), text)
      return readMark(path)(at)
    }
    expect(says('0000000004\n', 6)).toBe(0)
    expect(says('0000000009\n', 6)).toBe(3)
    expect(says('0000000002\n', 2 ** 31 - 1)).toBe(3)
    expect(says('2147483647\n', 1)).toBe(0)
    expect(says('00000', 6)).toBe(0)
    expect(says(null, 6)).toBe(0)
  })

  it('what another program commits while the mark is looked at does not look lost', async () => {
    await db.together(pay(1))
    const lostAt = readMark(path)
    const version = versionOf(path)
    await db.together(pay(2))
    expect([lostAt(version), readMark(path)(version)]).toEqual([0, 1])
  })

  it('a commit that failed is not kept by the next one that changes nothing', () => {
    const file = new SqliteFile(path)
    const mark = openMark(file)
    const row = file.prepare("insert into money (id, minor, note) values ('m', 1, '')")
    const commit = (isFull: boolean) => {
      file.exec('begin immediate')
      if (isFull) row.run()
      mark.count()
      file.exec(isFull ? 'rollback' : 'commit')
      if (!isFull) mark.keep()
    }
    commit(true)
    commit(false)
    expect(readMark(path)(versionOf(path))).toBe(0)
    mark.close()
    file.close()
  })

  it("a mark that cannot be read stands in nobody's way, and one that root makes is of whom the database is", async () => {
    const copy = image('odd')
    rmSync(markOf(copy))
    mkdirSync(markOf(copy))
    expect(checkFile(copy, true)).toEqual([])
    rmSync(markOf(copy), { recursive: true })
    if (process.getuid?.() === 0) chownSync(copy, 1_234, 1_234)
    const other = openSqlite(copy)
    expect(statSync(markOf(copy)).uid).toBe(statSync(copy).uid)
    await other.close()
  })

  it('what changes nothing and what is refused is not counted', async () => {
    await db.together(pay(1))
    const before = versionOf(path)
    await db.together({ sql: 'update money set minor = 2 where id = ?', values: ['nobody'] })
    expect((await db.together(pay(1))).done).toBe(false)
    expect(versionOf(path)).toBe(before)
    await db.together(pay(2))
    expect(versionOf(path)).toBe(before + 1)
  })
})

describe('a page that is torn', () => {
  it('in the log is not taken for a commit; in the file it is found, or nothing was lost by it', async () => {
    for (let n = 0; n < 60; n++) await db.together(pay(n))
    const content = contentOf(path)
    const torn = image('torn-log')
    const log = readFileSync(`${torn}-wal`)
    log.fill(0, log.length - 2_000)
    writeFileSync(`${torn}-wal`, log)
    expect(checkFile(torn, true)).toEqual([expect.stringContaining('the last 1 commits')])
    await db.close()
    const whole = readFileSync(path)
    const pages = whole.length / 4_096
    let found = 0
    for (let page = 0; page < pages; page++) {
      for (const half of [0, 1]) {
        for (const what of [0, 0xff]) {
          const copy = join(directory, 'torn.db')
          const bytes = Buffer.from(whole)
          bytes.fill(what, page * 4_096 + half * 2_048, page * 4_096 + (half + 1) * 2_048)
          writeFileSync(copy, bytes)
          const lines = checkFile(copy, true)
          found += lines.length
          if (lines.length > 0) expect(lines[0]).toMatch(/is damaged .*npm run restore -- FILE/)
          else expect(contentOf(copy)).toBe(content)
        }
      }
    }
    expect(found).toBeGreaterThan(2 * pages)
  })

  it('is found by the look beside the service as well', async () => {
    for (let n = 0; n < 60; n++) await db.together(pay(n))
    await db.close()
    expect(await checkBeside(path, new AbortController().signal)).toEqual([])
    const bytes = readFileSync(path)
    bytes.fill(0, 2 * 4_096, 2 * 4_096 + 2_048)
    writeFileSync(path, bytes)
    expect(await checkBeside(path, new AbortController().signal)).toEqual([expect.stringContaining('is damaged')])
  })
  it('is not what a look that could not be made speaks of', async () => {
    vi.useFakeTimers()
    try {
      const reports: string[] = []
      const looks = { found: () => reports.push('found'), failed: (why: string) => reports.push(why) }
      const watch = watchFile('there.db', looks, async () => {
        throw new Error('too many open files')
      })
      await vi.advanceTimersByTimeAsync(30_000)
      await watch.stop()
      expect(reports).toEqual([expect.stringMatching(/there\.db cannot be looked through: .*too many open files/)])
    } finally {
      vi.useRealTimers()
    }
  })

  it('is not looked for any longer once the service is told to stop', async () => {
    // The first thing that a look reads waits until somebody writes into it, as SQLite would in a large file.
    rmSync(markOf(path))
    execFileSync('mkfifo', [markOf(path)])
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval'] })
    try {
      const reports: unknown[] = []
      const watch = watchFile(path, { found: (lines) => reports.push(lines), failed: (why) => reports.push(why) })
      vi.advanceTimersByTime(30_000)
      const mark = await open(markOf(path), 'w')
      await watch.stop()
      await expect(mark.write('1')).rejects.toThrow('EPIPE')
      await mark.close()
      expect(reports).toEqual([])
    } finally {
      vi.useRealTimers()
    }
  })
})
