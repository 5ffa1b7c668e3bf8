import pg from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { AuditSealsTable } from '../../../schema/tables.ts'
import { nanoIds } from '../../../src/platform/adapters/nano-ids.ts'
import type { Database, Query, Write } from '../../../src/platform/db/together.ts'
import { addAudit } from '../../../src/staff/audit-trail/audit.ts'
import { sealAudit } from '../../../src/staff/audit-trail/seal.ts'
import { entryDigest, sealHash } from '../../../src/staff/audit-trail/seal-hash.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import type { Opened } from '../../support/databases/test-database.ts'

forEachDatabase((name, open, once) => {
  let opened: Opened
  let now = Date.parse('2026-11-23T08:00:00.000Z')
  const clock = { now: () => new Date(now).toISOString() }
  const ids = nanoIds(clock)
  const ports = () => ({ db: opened.db, clock })
  const wait = (seconds: number) => {
    now += seconds * 1000
  }

  beforeEach(async () => {
    opened = await open()
  })
  afterEach(() => opened.close())

  async function write(count: number, id = () => ids.next('audit')): Promise<string[]> {
    const entries = Array.from({ length: count }, () => id())
    const rows = entries.map((id) =>
      addAudit({ id, actor: 'staff_1', action: 'batch.approved', subject: 'batch_1', at: clock.now() }),
    )
    const outcome = await opened.db.together(...rows)
    if (!outcome.done) throw new Error('refused')
    return entries.sort()
  }
  const seals = () => opened.db.read<AuditSealsTable>({ sql: 'select * from audit_seals order by n', values: [] })

  async function expectChain(entries: readonly string[]): Promise<void> {
    const rows = await seals()
    expect(rows.map(({ entry_id }) => entry_id)).toEqual(entries)
    const stored = await opened.db.read<Parameters<typeof entryDigest>[0]>({
      sql: 'select id, actor, action, subject, at from audit_entries',
      values: [],
    })
    const byId = new Map(stored.map((entry) => [entry.id, entry]))
    let before: string | null = null
    for (const [i, row] of rows.entries()) {
      const entry = byId.get(row.entry_id)
      if (entry === undefined) throw new Error('sealed nothing')
      expect(row).toMatchObject({ n: i + 1, n_before: i === 0 ? null : i, hash_before: before })
      expect(row.hash).toBe(sealHash(i + 1, before, entryDigest(entry)))
      before = row.hash
    }
  }

  it('chains entries in the order of their ids, those of the last seconds later', async () => {
    const first = await write(40)
    wait(5)
    const second = await write(1)
    wait(6)
    expect(await sealAudit(ports())).toEqual({ sealed: 40 })
    await expectChain(first)
    wait(5)
    expect(await sealAudit(ports())).toEqual({ sealed: 1 })
    await expectChain([...first, ...second])
    expect(await sealAudit(ports())).toEqual({ sealed: 0 })
  })

  once('seals one that came late, however late, in the next run', async () => {
    const early = ids.next('audit')
    wait(300)
    const late = ids.next('audit')
    wait(400)
    const first = await write(3)
    wait(60)
    await sealAudit(ports())
    await write(1, () => early)
    await write(1, () => late)
    wait(60)
    expect(await sealAudit(ports())).toEqual({ sealed: 2 })
    await expectChain([...first, early, late])
    expect(await sealAudit(ports(), true)).toEqual({ sealed: 0 })
  })

  once('goes on after a clock that ran a day ahead for a while, whoever sealed in between', async () => {
    const before = await write(2)
    const day = 86_400
    wait(day)
    const ahead = await write(3)
    wait(22)
    // By then the sealer has sealed what was written by the wrong clock.
    expect(await sealAudit(ports())).toEqual({ sealed: 5 })
    const stillAhead = await write(1)
    wait(-day)
    const after = await write(4)
    wait(60)
    expect(await sealAudit(ports())).toEqual({ sealed: 5 })
    await expectChain([...before, ...ahead, ...after, ...stillAhead])
    const next = await write(2)
    wait(60)
    expect(await sealAudit(ports())).toEqual({ sealed: 2 })
    await expectChain([...before, ...ahead, ...after, ...stillAhead, ...next])
  })

  once('that does not know of an entry that waits finds it when it looks through everything', async () => {
    const [entry = ''] = await write(1)
    wait(60)
    await opened.db.together({ sql: 'update audit_entries set waits = null where id = ?', values: [entry] })
    expect(await sealAudit(ports())).toEqual({ sealed: 0 })
    expect(await sealAudit(ports(), true)).toEqual({ sealed: 1 })
    await expectChain([entry])
  })

  once('does a bounded part of a long trail in a run, and the next run goes on', async () => {
    const entries: string[] = []
    for (let i = 0; i < 5; i++, wait(1)) entries.push(...(await write(300)))
    wait(60)
    const counted = { ...ports(), db: { ...opened.db, mostStatements: 1_000 } }
    expect(await sealAudit(counted)).toEqual({ sealed: 1280 })
    expect(await sealAudit(counted)).toEqual({ sealed: 220 })
    expect((await seals()).map(({ entry_id }) => entry_id)).toEqual(entries)
  })

  once(
    'goes on in the same run where nobody counts statements: a campaign leaves more behind in a minute',
    async () => {
      const entries: string[] = []
      for (let i = 0; i < 5; i++, wait(1)) entries.push(...(await write(300)))
      wait(60)
      const { mostStatements: _, ...db } = opened.db
      expect(await sealAudit({ ...ports(), db })).toEqual({ sealed: 1500 })
      await expectChain(entries)
    },
  )

  it('reads twice and writes 20 times 16 at once, by indexes, however many are sealed', async () => {
    await write(650)
    wait(60)
    const asked: Query[] = []
    const commits: Write[][] = []
    const db: Database = {
      ...opened.db,
      read: (query) => {
        asked.push(query)
        return opened.db.read(query)
      },
      together: (...writes) => {
        commits.push(writes)
        return opened.db.together(...writes)
      },
    }
    expect(await sealAudit({ db, clock })).toEqual({ sealed: 650 })
    expect({ asked: asked.length, commits: commits.map(({ length }) => length) }).toEqual({
      asked: 2,
      commits: [21, 21, 2],
    })
    const sealed = commits[0]?.at(-1) as Write
    const found = { ...sealed, sql: sealed.sql.replace(/^update audit_entries set .*/, 'select id from audit_entries') }
    const plans = await Promise.all([...asked, found].map(planOf))
    for (const plan of plans) expect(plan).not.toMatch(/Seq Scan|^SCAN (?!.* USING )/m)
    // Those that wait, however long the trail is.
    expect(plans[1]).toContain('audit_entries_waiting')
  })

  /** How this question is answered, a line a step. */
  async function planOf({ sql, values }: Query): Promise<string> {
    if (name !== 'postgres') {
      const plan = await opened.db.read<{ detail: string }>({ sql: `explain query plan ${sql}`, values })
      return plan.map(({ detail }) => detail).join('\n')
    }
    const client = new pg.Client({ connectionString: opened.address })
    await client.connect()
    try {
      // As in a large table: one is passed over as a whole only where no index serves.
      await client.query('set enable_seqscan = off')
      let n = 0
      const { rows } = await client.query(`explain ${sql.replaceAll('?', () => `$${++n}`)}`, [...values])
      return rows.map((row) => row['QUERY PLAN'] as string).join('\n')
    } finally {
      await client.end()
    }
  }

  it('of two sealers at once one seals, and the chain has no fork', async () => {
    const entries = await write(700)
    wait(60)
    const other: Database = await opened.again()
    try {
      const both = await Promise.all([sealAudit(ports()), sealAudit({ db: other, clock })])
      expect(both.reduce((sum, { sealed }) => sum + sealed, 0)).toBeGreaterThan(0)
      await sealAudit(ports())
      await expectChain(entries)
    } finally {
      await other.close()
    }
  })
})
