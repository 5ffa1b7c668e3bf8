import SqliteFile from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSqlite } from '../../../src/platform/db/sqlite.ts'
import { committerOf } from '../../../src/platform/db/sqlite-file/commit-group.ts'
import { openMark } from '../../../src/platform/db/sqlite-file/commit-mark.ts'
import { assertPromises, statementCache } from '../../../src/platform/db/sqlite-file/connection.ts'
import type { SqlValue, Write, WriteOutcome } from '../../../src/platform/db/together.ts'
import type { CommitWatch } from '../../../src/platform/metrics/commit-watch.ts'
import { insertRow, sampleRow } from '../../support/databases/sample-rows.ts'
import { sqlite } from '../../support/databases/sqlite-database.ts'
import type { Opened } from '../../support/databases/test-database.ts'

let opened: Opened

beforeEach(async () => {
  opened = await sqlite.openBound()
})
afterEach(() => opened.close())

const note = (id: string, subject = 'a subject'): Write => insertRow(sampleRow('audit_entries'), { id, subject })
const network = (name: string, open = 0): Write =>
  insertRow(sampleRow('networks'), { network: name, open_leases: open, cap: 1 })
const names = (n: number): string[] => Array.from({ length: n }, (_, i) => `note ${String(i).padStart(4, '0')}`)

async function notes(): Promise<string[]> {
  const rows = await opened.db.read<{ id: string }>({ sql: 'select id from audit_entries order by id', values: [] })
  return rows.map(({ id }) => id)
}

const asked = <Row>(sql: string, ...values: SqlValue[]) => opened.db.read({ sql, values }) as Promise<Row[]>
const reasons = (settled: PromiseSettledResult<WriteOutcome>[]): string[] =>
  settled.map((each) => (each.status === 'rejected' ? String(each.reason.message) : 'answered'))

test('what is promised is on the disk: a write-ahead log that every commit flushes, with references on', async () => {
  const file = new SqliteFile(opened.address ?? '', { readonly: true })
  expect(file.pragma('journal_mode')).toEqual([{ journal_mode: 'wal' }])
  file.close()
  expect(await asked('pragma synchronous')).toEqual([{ synchronous: 2 }])
  expect(await asked('pragma foreign_keys')).toEqual([{ foreign_keys: 1 }])
})

test('a connection whose promises would not hold is refused, in one line that names each', () => {
  const file = new SqliteFile(`${opened.address}-other`)
  for (const setting of ['journal_mode = DELETE', 'synchronous = NORMAL', 'foreign_keys = OFF']) file.pragma(setting)
  expect(() => assertPromises(file)).toThrow(
    /^what is acknowledged would not be safe there \(journal_mode is delete and must be wal; synchronous is 1 and must be 2; foreign_keys is 0 and must be 1\)$/,
  )
  file.close()
})

test('calls of one tick share a commit: when the first is answered, the last is made', async () => {
  const [first, ...others] = names(50).map((id) => opened.db.together(note(id), network(id)))
  await first
  expect(await notes()).toEqual(names(50))
  expect((await Promise.all(others)).every((outcome) => outcome.done)).toBe(true)
})

test('nobody reads what is not committed, nor is anybody answered before', async () => {
  let answered = false
  const asking = opened.db.together(note('later')).then(() => {
    answered = true
  })
  expect(await notes()).toEqual([])
  expect(answered).toBe(false)
  await asking
  expect(await notes()).toEqual(['later'])
})

test('more calls than one commit takes are all made', async () => {
  const outcomes = await Promise.all(names(1000).map((id) => opened.db.together(note(id))))
  expect(outcomes.every((outcome) => outcome.done)).toBe(true)
  expect(await notes()).toEqual(names(1000))
})

test('one that is refused is undone alone, and its neighbours stand', async () => {
  const full = (id: string) => opened.db.together(note(id), network(id, 2))
  const outcomes = await Promise.all([
    opened.db.together(note('before'), network('before')),
    full('refused, several writes'),
    opened.db.together(network('refused, one write', 2)),
    opened.db.together(note('between')),
    full('refused again'),
    opened.db.together(note('after'), network('after')),
  ])
  expect(outcomes.map((outcome) => outcome.done || outcome.breach.on)).toEqual([
    true,
    'networks_within_cap',
    'networks_within_cap',
    true,
    'networks_within_cap',
    true,
  ])
  expect(await notes()).toEqual(['after', 'before', 'between'])
  expect(await asked('select network from networks order by network')).toEqual([
    { network: 'after' },
    { network: 'before' },
  ])
})

test('one that fails is rejected alone, and its neighbours stand', async () => {
  const settled = await Promise.allSettled([
    opened.db.together(note('before')),
    opened.db.together(note('failed'), { sql: 'insert into nowhere (id) values (1)', values: [] }),
    opened.db.together(note('after')),
  ])
  expect(reasons(settled)).toEqual(['answered', 'no such table: nowhere', 'answered'])
  expect(await notes()).toEqual(['after', 'before'])
})

test('one write that cannot even be prepared is rejected alone, and its neighbours stand', async () => {
  const settled = await Promise.allSettled([
    opened.db.together(note('before')),
    opened.db.together({ sql: 'insert into nowhere (id) values (1)', values: [] }),
    opened.db.together(note('after')),
  ])
  expect(reasons(settled)).toEqual(['answered', 'no such table: nowhere', 'answered'])
  expect(await notes()).toEqual(['after', 'before'])
})

test.each([
  ['all are good', note('middle'), 0, [true, true, true]],
  ['one write is refused, which undoes itself', network('middle', 2), 0, [true, false, true]],
  ['the middle call is refused', [note('middle'), network('middle', 2)], 3, [true, false, true]],
  ['the middle call throws', [note('middle'), { sql: 'nonsense', values: [] }], 3, [true, 'threw', true]],
])(
  'a group runs without savepoints, and once more with one for each call when it must: %s',
  (_, middle, saved, made) => {
    const ran: string[] = []
    const file = new SqliteFile(opened.address ?? '', { verbose: (text) => ran.push(String(text)) })
    const mark = openMark(file)
    const before = file.pragma('user_version', { simple: true }) as number
    const calls = [[note('before'), network('before')], [middle].flat(), [note('after'), network('after')]]
    const answers = committerOf(file, statementCache(file), mark).group(calls)
    expect(answers.map((answer) => ('outcome' in answer ? answer.outcome.done : 'threw'))).toEqual(made)
    const names = (what: string) => ran.filter((text) => text.startsWith(what)).length
    expect([names('savepoint'), names('rollback to'), names('commit')]).toEqual([saved, saved / 3, 1])
    expect([names('begin'), names('rollback')]).toEqual(saved === 0 ? [1, 0] : [2, 2])
    expect(file.pragma('user_version', { simple: true })).toBe(before + 1)
    expect(file.prepare('select network from networks order by network').pluck().all()).toEqual(['after', 'before'])
    mark.close()
    file.close()
  },
)

test('a group of which nothing is left after a refusal counts no commit', async () => {
  const version = () => asked('pragma user_version')
  const before = await version()
  expect(await opened.db.together(note('undone'), network('undone', 2))).toMatchObject({ done: false })
  expect(await version()).toEqual(before)
})

test('a row that cannot be given back undoes its write', async () => {
  const { sql, values } = insertRow(sampleRow('networks'), { network: 'most', cap: 2 ** 53 - 1 })
  const most = { sql: `${sql} returning cap + 1 as more`, values }
  await expect(opened.db.together(most)).rejects.toThrow('beyond 2^53-1')
  expect(await asked('select network from networks')).toEqual([])
})

test('when one takes the whole transaction with it, all are rejected, and the next are made', async () => {
  await opened.db.apply(`create trigger boom before insert on audit_entries when new.subject = 'boom'
    begin select raise(rollback, 'everything is gone'); end;`)
  const settled = await Promise.allSettled([
    opened.db.together(note('before'), network('before')),
    opened.db.together(network('taken along'), note('boom', 'boom')),
    opened.db.together(note('after')),
  ])
  expect(reasons(settled)).toEqual(['everything is gone', 'everything is gone', 'everything is gone'])
  expect(await notes()).toEqual([])
  expect(await asked('select network from networks')).toEqual([])
  expect(await opened.db.together(note('next'))).toMatchObject({ done: true })
  expect(await notes()).toEqual(['next'])
})

test('when the disk is full, all of the group are rejected, and what fits is made later', async () => {
  const [size] = await asked<{ page_count: number }>('pragma page_count')
  await opened.db.apply(`pragma max_page_count = ${(size?.page_count ?? 0) + 20};`)
  const settled = await Promise.allSettled([
    opened.db.together(note('before')),
    opened.db.together(note('large', 'x'.repeat(1_000_000))),
    opened.db.together(note('after')),
  ])
  const full = `database or disk is full: make room on the disk of ${opened.address}, and try again`
  expect(reasons(settled)).toEqual([full, full, full])
  expect(await notes()).toEqual([])
  expect(await opened.db.together(note('small'))).toMatchObject({ done: true })
})

test('while another process writes, a group waits its time and is rejected whole', async () => {
  const other = new SqliteFile(opened.address ?? '')
  const flushes: number[] = []
  const waiting: (number | null)[] = []
  const watch: CommitWatch = {
    flushed: ({ calls }) => flushes.push(calls),
    waits: () => (flush) => waiting.push(flush?.calls ?? null),
  }
  const impatient = openSqlite(opened.address ?? '', { busyMilliseconds: 1, watch })
  other.exec('begin immediate')
  const settled = await Promise.allSettled([impatient.together(note('a')), impatient.together(note('b'))])
  expect(reasons(settled)).toEqual(['database is locked', 'database is locked'])
  other.exec('rollback')
  other.close()
  expect(await impatient.together(note('c'))).toMatchObject({ done: true })
  // Whoever watches is told of what was flushed, and each call of what became of it.
  expect([flushes, waiting]).toEqual([[1], [null, null, 1]])
  await impatient.close()
  expect(await notes()).toEqual(['c'])
})

test('after closing, everything lies in the file itself', async () => {
  const other = await opened.again()
  await opened.db.together(note('kept'))
  await opened.db.close()
  await other.close()
  const file = new SqliteFile(opened.address ?? '', { readonly: true })
  expect(file.prepare('select id from audit_entries').all()).toEqual([{ id: 'kept' }])
  file.close()
})

test('a read that would change something is refused', async () => {
  await expect(asked('delete from audit_entries returning id')).rejects.toThrow('Only together may change something')
})

test('more different queries than are kept ready all work', async () => {
  for (let i = 0; i < 1200; i += 1) expect(await asked(`select ${i} as n`)).toEqual([{ n: i }])
})

test('a file that is no database is refused when it is opened', async () => {
  expect(() => openSqlite(new URL(import.meta.url).pathname)).toThrow('file is not a database')
})
