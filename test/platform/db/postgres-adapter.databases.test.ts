import { connect, createServer, type Server, type Socket } from 'node:net'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { bytewise, numbered } from '../../../src/platform/db/postgres/sql.ts'
import { openPostgres } from '../../../src/platform/db/postgres.ts'
import { splitStatements } from '../../../src/platform/db/script.ts'
import type { Database } from '../../../src/platform/db/together.ts'
import type { CommitWatch, Flush } from '../../../src/platform/metrics/commit-watch.ts'
import { postgres } from '../../support/databases/postgres-database.ts'
import { insertRow, sampleRow } from '../../support/databases/sample-rows.ts'
import type { Opened } from '../../support/databases/test-database.ts'

describe('SQL', () => {
  test('each value gets its number', () => {
    expect(numbered('select a from b where c = ? and d in (?, ?)')).toBe(
      'select a from b where c = $1 and d in ($2, $3)',
    )
  })

  test('a question mark in a text or a quoted name stays', () => {
    expect(numbered(`select '?' as "?", 'it''s ?', "a""?" from b where c = ?`)).toBe(
      `select '?' as "?", 'it''s ?', "a""?" from b where c = $1`,
    )
  })

  test('text columns of a new table or column compare by bytes, and nothing else changes', () => {
    expect(
      bytewise("create table a (id text not null, text_count bigint,\n  note text, check (note <> 'x text'));"),
    ).toBe(
      'create table a (id text collate "C" not null, text_count bigint,\n  note text collate "C", check (note <> \'x text\'))',
    )
    expect(bytewise('alter table a add column more text;')).toBe('alter table a add column more text collate "C"')
    expect(bytewise("insert into a (id, note) values ('b', 'id text');")).toBe(
      "insert into a (id, note) values ('b', 'id text')",
    )
  })

  test('a script is cut where a line ends a statement', () => {
    expect(
      splitStatements(
        "-- one; two;\ncreate table a (\n  -- three;\n  id text\n);\r\ninsert into a values ('x;y'); \n\n",
      ),
    ).toEqual(['create table a (\n  id text\n)', "insert into a values ('x;y')"])
  })
})

describe('connections', () => {
  let opened: Opened
  beforeEach(async () => {
    opened = await postgres.open()
  })
  afterEach(() => opened.close())

  const note = (id: string) => insertRow(sampleRow('audit_entries'), { id })
  const ids = { sql: 'select id from audit_entries order by id', values: [] }

  test('a connection cut while it commits leaves the outcome unknown, and sending again tells it', async () => {
    const proxy = await cuttingProxy()
    const db = openPostgres(proxy.through(opened.address ?? ''), { connections: 1 })
    expect(await db.together(note('first'))).toMatchObject({ done: true })
    proxy.cutAtNextCommit()
    await expect(db.together(note('second'))).rejects.toThrow('The outcome of a commit is unknown')
    expect(await db.together(note('second'))).toEqual({
      done: false,
      breach: { kind: 'unique', on: 'audit_entries.id' },
    })
    expect(await db.read(ids)).toEqual([{ id: 'first' }, { id: 'second' }])
    await db.close()
    await proxy.close()
  })

  test('a connection that the server ends while idle is replaced', async () => {
    const flushes: Flush[] = []
    const waitingAt: (number | null)[] = []
    const watch: CommitWatch = {
      flushed: (flush) => flushes.push(flush),
      waits: () => (flush) => waitingAt.push(flush?.calls ?? null),
    }
    const db = openPostgres(opened.address ?? '', { connections: 1, watch })
    const [me] = await db.read<{ pid: number }>({ sql: 'select pg_backend_pid() as pid', values: [] })
    await opened.db.read({ sql: 'select pg_terminate_backend(?)', values: [me?.pid ?? 0] })
    await expect.poll(() => db.read(ids).catch(() => 'not yet')).toEqual([])
    // Whoever watches is told of each commit, and each call of what became of it.
    await db.together({ sql: 'delete from audit_entries', values: [] })
    await expect(db.together({ sql: 'delete from nothing', values: [] })).rejects.toThrow('nothing')
    expect([flushes.map(({ calls }) => calls), waitingAt, db.waiting?.()]).toEqual([[1], [1, null], 0])
    expect(flushes.every(({ beganAt, endedAt }) => endedAt > beganAt)).toBe(true)
    await db.close()
  })

  test('a deadlock is undone and tried again', async () => {
    const other = new pg.Client(opened.address)
    const third = new pg.Client(opened.address)
    await Promise.all([other.connect(), third.connect()])
    // Who waits looks for a deadlock once, after this time: the adapter's connections at once, the other one never. So
    // the adapter has to be the one that closes the circle, and its transaction is the one that is undone.
    await other.query(`alter database ${other.database} set deadlock_timeout = '10ms'`)
    await other.query("set deadlock_timeout = '1h'")
    const touch = (network: string) => ({
      sql: 'update networks set open_leases = open_leases + 1 where network = ?',
      values: [network],
    })
    for (const network of ['left', 'middle', 'right'])
      await opened.db.together(insertRow(sampleRow('networks'), { network, cap: 9 }))
    const db = openPostgres(opened.address ?? '')
    await other.query("begin; update networks set open_leases = 5 where network = 'right'")
    await third.query("begin; update networks set open_leases = 1 where network = 'middle'")
    const all = db.together(touch('left'), touch('middle'), touch('right'))
    await expect.poll(() => waiting(opened.db), { interval: 5 }).toBe(1)
    const others = other.query("update networks set open_leases = 5 where network = 'left'; commit")
    await expect.poll(() => waiting(opened.db), { interval: 5 }).toBe(2)
    await third.query('commit')
    expect(await all).toMatchObject({ done: true })
    await others
    expect(await db.read({ sql: 'select network, open_leases from networks order by network', values: [] })).toEqual([
      { network: 'left', open_leases: 6 },
      { network: 'middle', open_leases: 2 },
      { network: 'right', open_leases: 6 },
    ])
    await db.close()
    await Promise.all([other.end(), third.end()])
  })

  test('a server that cannot be reached throws', async () => {
    const db = openPostgres('postgres://postgres:test@127.0.0.1:1/nothing')
    await expect(db.together(note('nowhere'))).rejects.toThrow('ECONNREFUSED')
    await expect(db.read(ids)).rejects.toThrow('ECONNREFUSED')
    await db.close()
  })

  test('statements get names only where no pooler stands between', async () => {
    const prepared = { sql: 'select count(*) as n from pg_prepared_statements', values: [] }
    const direct = openPostgres(opened.address ?? '', { connections: 1 })
    await direct.together(note('direct'))
    expect(await direct.read(prepared)).toEqual([{ n: 2 }])
    // What is refused the first time has been planned all the same, and that does not stand in the way of the next.
    const returning = (id: string) => ({ ...note(id), sql: `${note(id).sql} returning id` })
    const breach = { kind: 'unique', on: 'audit_entries.id' }
    expect(await direct.together(returning('direct'))).toEqual({ done: false, breach })
    expect(await direct.together(returning('more'))).toEqual({ done: true, rows: [[{ id: 'more' }]] })
    await direct.close()
    const pooled = openPostgres(`${opened.address}?pgbouncer=true`, { connections: 1 })
    await pooled.together(note('pooled'))
    expect(await pooled.read(prepared)).toEqual([{ n: 0 }])
    await pooled.close()
  })

  test('statements are planned anew when their table is altered, over a connection that is new', async () => {
    await opened.db.apply('create table altered (id text not null);')
    const db = openPostgres(opened.address ?? '', { connections: 1 })
    const all = { sql: 'select * from altered', values: [] }
    const add = (id: string) => ({ sql: 'insert into altered (id) values (?) returning *', values: [id] })
    expect([await db.together(add('a')), await db.read(all)]).toEqual([
      { done: true, rows: [[{ id: 'a' }]] },
      [{ id: 'a' }],
    ])
    await opened.db.apply('alter table altered add column more bigint;')
    await expect(db.read(all)).rejects.toThrow('must not change result type')
    const [again] = await db.read(all)
    expect(again).toEqual({ id: 'a', more: null })
    expect(await db.together(add('b'))).toEqual({ done: true, rows: [[{ id: 'b', more: null }]] })
    await db.close()
  })

  test('is read committed whatever the database has as its default', async () => {
    const name = new URL(opened.address ?? '').pathname.slice(1)
    await opened.db.apply(`alter database ${name} set default_transaction_isolation = 'serializable';`)
    const db = openPostgres(opened.address ?? '')
    const asked = { sql: "select current_setting('transaction_isolation') as is_now", values: [] }
    expect(await db.read(asked)).toEqual([{ is_now: 'read committed' }])
    await db.close()
    await opened.db.apply(`alter database ${name} reset default_transaction_isolation;`)
  })

  test('the server ends what takes too long, unless a pooler stands between, which would refuse to be asked', async () => {
    const timeouts = {
      sql: "select current_setting('statement_timeout') as statement, current_setting('idle_in_transaction_session_timeout') as idle",
      values: [],
    }
    const direct = openPostgres(opened.address ?? '')
    expect(await direct.read(timeouts)).toEqual([{ statement: '15s', idle: '15s' }])
    await direct.close()
    const pooled = openPostgres(`${opened.address}?pgbouncer=true`)
    expect(await pooled.read(timeouts)).toEqual([{ statement: '0', idle: '0' }])
    await pooled.close()
  })

  test('a script may take its time', async () => {
    await opened.db.apply(
      "create table timeouts (statement text);\ninsert into timeouts values (current_setting('statement_timeout'));",
    )
    expect(await opened.db.read({ sql: 'select statement from timeouts', values: [] })).toEqual([{ statement: '0' }])
  })

  test('a server that falls silent is given up, and the next query goes over a new connection', async () => {
    const proxy = await cuttingProxy()
    const db = openPostgres(proxy.through(opened.address ?? ''), { connections: 1, answerMilliseconds: 500 })
    expect(await db.read(ids)).toEqual([])
    proxy.fallSilent()
    await expect(db.read(ids)).rejects.toThrow('Query read timeout')
    proxy.speakAgain()
    expect(await db.read(ids)).toEqual([])
    await db.close()
    await proxy.close()
  })

  test('closing ends although queries hang', async () => {
    const proxy = await cuttingProxy()
    const db = openPostgres(proxy.through(opened.address ?? ''), {
      closingMilliseconds: 1,
      answerMilliseconds: 3_600_000,
    })
    expect(await db.read(ids)).toEqual([])
    proxy.fallSilent()
    const hanging = Promise.allSettled([db.read(ids), db.together(note('hanging'))])
    await db.close()
    expect((await hanging).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await proxy.close()
  })

  test('a key of odd names is named by its columns, whatever values it holds', async () => {
    await opened.db.apply(
      'create table "odd, table" ("a)=(b" text not null, "c, d" text not null, unique ("c, d", "a)=(b"));',
    )
    const insert = { sql: 'insert into "odd, table" values (?, ?)', values: ['x)=(y', ') already exists.'] }
    await opened.db.together(insert)
    expect(await opened.db.together(insert)).toEqual({
      done: false,
      breach: { kind: 'unique', on: 'odd, table.c, d, odd, table.a)=(b' },
    })
  })

  test('a hundred writers on two connections all get their turn', async () => {
    const db = openPostgres(opened.address ?? '', { connections: 2 })
    const all = Array.from({ length: 100 }, (_, i) => db.together(note(`${i}`)))
    expect((await Promise.all(all)).every((outcome) => outcome.done)).toBe(true)
    await db.close()
  })
})

/** How many connections wait for a lock in this database. */
async function waiting(db: Database): Promise<number> {
  const sql = "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
  return (await db.read({ sql, values: [] })).length
}

/** How the server says that a transaction is over and it waits for the next one. */
const madeAndIdle = Buffer.from('Z\0\0\0\u0005I')

/** Stands between the adapter and the server. Told so, it cuts the line once a commit is made and not yet heard of. */
async function cuttingProxy(): Promise<{
  through(url: string): string
  cutAtNextCommit(): void
  /** From now on nothing of what the server says comes through. */
  fallSilent(): void
  speakAgain(): void
  close(): Promise<void>
}> {
  const { hostname, port } = new URL(inject('postgresUrl'))
  let cutting = false
  let silent = false
  const sockets = new Set<Socket>()
  const server: Server = createServer((near) => {
    const far = connect(Number(port), hostname)
    let committing = false
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => sockets.delete(socket))
    }
    near.on('data', (bytes) => {
      if (cutting) committing = true
      far.write(bytes)
    })
    far.on('data', (bytes) => {
      if (silent) return
      if (!committing) {
        near.write(bytes)
        return
      }
      if (!bytes.includes(madeAndIdle)) return
      cutting = false
      near.destroy()
      far.destroy()
    })
    near.on('close', () => far.end())
    far.on('close', () => near.end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const own = address !== null && typeof address === 'object' ? address.port : 0
  return {
    through(url) {
      const other = new URL(url)
      other.port = String(own)
      return other.href
    },
    cutAtNextCommit() {
      cutting = true
    },
    fallSilent() {
      silent = true
    },
    speakAgain() {
      silent = false
    },
    close() {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
