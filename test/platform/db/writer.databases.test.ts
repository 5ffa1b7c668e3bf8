/** The embedded database whose writes are made by another thread, through a door of the same shape in this one where that is enough. */
import { copyFileSync, statSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import SqliteFile from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { openBesideThread } from '../../../src/entry/stores/beside-thread.ts'
import { openBesideWriter } from '../../../src/platform/db/sqlite-file/beside-writer.ts'
import { readMark } from '../../../src/platform/db/sqlite-file/commit-mark.ts'
import { openWriter, type Writer } from '../../../src/platform/db/sqlite-file/writer.ts'
import type { FromWriter, OpenChannel, ToWriter } from '../../../src/platform/db/sqlite-file/writer-messages.ts'
import type { Database, Write, WriteOutcome } from '../../../src/platform/db/together.ts'
import type { Flush } from '../../../src/platform/metrics/commit-watch.ts'
import { insertRow, sampleRow } from '../../support/databases/sample-rows.ts'
import { sqlite } from '../../support/databases/sqlite-database.ts'
import { closeAfterwards } from '../../support/run/closing.ts'

const note = (id: string, subject = 'a subject'): Write => insertRow(sampleRow('audit_entries'), { id, subject })
const network = (name: string, open = 0): Write =>
  insertRow(sampleRow('networks'), { network: name, open_leases: open, cap: 1 })
const nowhere: Write = { sql: 'insert into nowhere (id) values (1)', values: [] }

const idsOf = async (db: Database) =>
  (await db.read<{ id: string }>({ sql: 'select id from audit_entries order by id', values: [] })).map(({ id }) => id)
const endOf = (settled: PromiseSettledResult<WriteOutcome>): unknown => {
  if (settled.status === 'rejected') return (settled.reason as { code?: string }).code ?? String(settled.reason.message)
  return settled.value.done || settled.value.breach.on
}

const tick = () => new Promise((resolve) => setImmediate(resolve))

async function newPath(): Promise<string> {
  const opened = closeAfterwards(await sqlite.openBound())
  return opened.address ?? ''
}

/** Everything is copied on its way, as between threads; `cut` ends the way, `held` keeps what the writer says. */
async function beside(path: string, given?: Writer) {
  const writer = given ?? openWriter(path, 1)
  const flushes: Flush[] = []
  const waiting: (number | null)[] = []
  const asked: ToWriter[] = []
  let opens = 0
  let end: ((why: Error) => void) | undefined
  let held: (() => void)[] | null = null
  const open: OpenChannel = (heard, gone) => {
    opens += 1
    let isCut = false
    end = (why) => {
      isCut = true
      gone(why)
    }
    const hear = writer.hearing((message: FromWriter) => {
      const pass = () => isCut || heard(structuredClone(message))
      if (held === null) setImmediate(pass)
      else held.push(pass)
    })
    return {
      post(message) {
        asked.push(message)
        hear(structuredClone(message))
      },
      close: async () => undefined,
    }
  }
  const db = openBesideWriter(path, open, {
    flushed: (flush) => flushes.push(flush),
    waits: () => (flush) => waiting.push(flush?.calls ?? null),
  })
  closeAfterwards({
    async close() {
      await db.close()
      if (given === undefined) writer.close()
    },
  })
  return {
    db,
    writer,
    flushes,
    told: waiting,
    asked,
    opens: () => opens,
    cut: (why: string) => end?.(new Error(why)),
    hold() {
      held = []
    },
    letGo() {
      for (const pass of held?.splice(0) ?? []) pass()
      held = null
    },
  }
}

test('breaches, errors and rows come back to the call that they are of, and what is acknowledged can be read', async () => {
  const { db, flushes, told, asked } = await beside(await newPath())
  const ends = await Promise.allSettled([
    db.together(note('before'), network('before')),
    db.together(note('refused'), network('refused', 2)),
    db.together(nowhere),
    db.together({ ...network('given back'), sql: `${network('given back').sql} returning network` }),
    db.together({ ...network('fraction'), sql: `${network('fraction').sql} returning 0.5 as half` }),
  ])
  expect(ends.map(endOf)).toEqual([
    true,
    'networks_within_cap',
    'SQLITE_ERROR',
    true,
    expect.stringContaining('half is a fraction'),
  ])
  expect((ends[4] as PromiseRejectedResult).reason).toBeInstanceOf(TypeError)
  expect(ends[3]).toMatchObject({ value: { rows: [[{ network: 'given back' }]] } })
  expect(await idsOf(db)).toEqual(['before'])
  // One message for the group, one commit, and a text that was told once has a number.
  expect([asked.length, flushes.map(({ calls }) => calls), told]).toEqual([1, [5], [5, 5, 5, 5, 5]])
  expect(Math.abs((flushes[0]?.endedAt ?? 0) - performance.now())).toBeLessThan(60_000)
  await db.together(note('again'))
  expect(asked[1]).toMatchObject({ texts: [], calls: [[[0, expect.any(Array)]]] })
})

test('each write of a call gives its rows, also where others beside it or all of them give none', async () => {
  const { db } = await beside(await newPath())
  const read = { ...note('b'), sql: `${note('b').sql} returning id` }
  expect(await db.together(note('a'), read, note('c'))).toEqual({ done: true, rows: [[], [{ id: 'b' }], []] })
  expect(await db.together(note('d'), note('e'))).toEqual({ done: true, rows: [[], []] })
})

test('a read that would change something, and a value that cannot be bound, are refused before they are sent', async () => {
  const { db, asked } = await beside(await newPath())
  await expect(db.read({ sql: 'delete from audit_entries returning id', values: [] })).rejects.toThrow('Only together')
  await expect(db.together({ sql: 'select ?', values: ['\0'] })).rejects.toThrow('Not a bindable value')
  expect(asked).toEqual([])
})

test('what two have asked for at once shares a commit, and each hears of its own', async () => {
  const path = await newPath()
  const one = await beside(path)
  const other = await beside(path, one.writer)
  const ends = await Promise.allSettled([
    one.db.together(note('one')),
    other.db.together(note('other'), network('other', 2)),
    other.db.together(note('one more')),
  ])
  expect(ends.map(endOf)).toEqual([true, 'networks_within_cap', true])
  expect([one.flushes, other.flushes].map((all) => all.map(({ calls }) => calls))).toEqual([[3], [3]])
  expect(await idsOf(other.db)).toEqual(['one', 'one more'])
})

test('when the writer dies, what was on its way is rejected, and what waited goes to the next one', async () => {
  const { db, hold, letGo, cut, opens, told, asked } = await beside(await newPath())
  hold()
  const lost: Promise<unknown>[] = []
  for (const id of ['a', 'b']) {
    lost.push(db.together(note(id)).catch(({ code }: { code: string }) => code))
    while (!(await idsOf(db)).includes(id)) await tick()
  }
  const waits = db.together(note('c'))
  await tick()
  expect([asked.length, db.waiting?.()]).toEqual([2, 3])
  cut('killed')
  letGo()
  expect(await Promise.all(lost)).toEqual(['WRITER_GONE', 'WRITER_GONE'])
  expect(await waits).toMatchObject({ done: true })
  // They were made, which nobody could know: the same writes, sent again, say so.
  expect(await db.together(note('a'))).toMatchObject({ done: false, breach: { on: 'audit_entries.id' } })
  expect([opens(), told, db.waiting?.()]).toEqual([2, [null, null, 1, 1], 0])
})

test('the log is emptied while others go on writing, after what was written before', async () => {
  const { db, asked } = await beside(await newPath())
  let emptied = false
  let made = 0
  const goesOn = async (name: string) => {
    for (let n = 0; n < 40; n++) {
      await db.together(note(`${name} ${n}`))
      made += 1
    }
  }
  const writing = ['a', 'b', 'c', 'd'].map(goesOn)
  await tick()
  const emptying = db.emptyLog?.().then(() => {
    emptied = true
  })
  while (made < 80) await tick()
  expect(emptied).toBe(true)
  await Promise.all([...writing, emptying])
  expect(asked.findIndex((one) => 'emptyLog' in one)).toBeLessThan(asked.length - 1)
})

test('a log that somebody reads keeps no writes waiting, and is emptied when nobody reads it any more', async () => {
  const path = await newPath()
  const { db } = await beside(path)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    await db.together(note('a'))
    const reader = new SqliteFile(path, { readonly: true })
    reader.exec('begin')
    reader.prepare('select count(*) from audit_entries').get()
    await db.together(note('b'))
    await db.emptyLog?.()
    await db.together(note('c'))
    vi.advanceTimersByTime(1_000)
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(0)
    reader.close()
    vi.advanceTimersByTime(1_000)
    expect(statSync(`${path}-wal`).size).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
  } finally {
    vi.useRealTimers()
  }
})

test('a group of which nothing is made is rejected whole, with the code that says why', async () => {
  const path = await newPath()
  const { db } = await beside(path)
  const other = new SqliteFile(path)
  other.exec('begin immediate')
  expect((await Promise.allSettled([db.together(note('a')), db.together(note('b'))])).map(endOf)).toEqual([
    'SQLITE_BUSY',
    'SQLITE_BUSY',
  ])
  other.exec('rollback')
  other.close()
  expect(await db.together(note('c'))).toMatchObject({ done: true })
})

test('a thread that writes: scripts, an empty log, the mark, its death, and closing with everything in the file', async () => {
  const path = await newPath()
  const threads = vi.spyOn(Worker.prototype, 'postMessage')
  try {
    const db = openBesideThread(path)
    await db.apply("insert into heartbeats (part, at) values ('script', 't');")
    await expect(db.apply('insert into nowhere values (1);')).rejects.toThrow('nowhere')
    const made = Promise.all(Array.from({ length: 600 }, (_, n) => db.together(note(`n${n}`))))
    expect((await made).every(({ done }) => done)).toBe(true)
    expect(readMark(path)(0)).toBeGreaterThan(0)
    await db.emptyLog?.()
    const whole = `${path}-copy`
    copyFileSync(path, whole)
    const copy = new SqliteFile(whole)
    expect(copy.prepare('select count(*) from audit_entries').pluck().get()).toBe(600)
    copy.close()
    const thread = threads.mock.contexts.at(-1) as Worker
    const ending = thread.terminate()
    const lost = db.together(note('lost')).then(
      () => 'made',
      (error: { code: string }) => error.code,
    )
    expect(['made', 'WRITER_GONE']).toContain(await lost)
    await ending
    expect(await db.together(note('last'))).toMatchObject({ done: true })
    expect(threads.mock.contexts.at(-1)).not.toBe(thread)
    void db.together(note('queued'))
    await db.close()
    await expect(db.together(note('late'))).rejects.toThrow('closed')
    expect(statSync(`${path}-wal`).size).toBe(0)
  } finally {
    threads.mockRestore()
  }
})
