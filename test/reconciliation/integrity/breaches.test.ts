import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newKeySet } from '../../../src/platform/adapters/key-set.ts'
import { openSqlite } from '../../../src/platform/db/sqlite.ts'
import { statementCache } from '../../../src/platform/db/sqlite-file/connection.ts'
import { readerOf } from '../../../src/platform/db/sqlite-file/reader.ts'
import { auditDatabase, invariants } from '../../../src/reconciliation/integrity/audit.ts'
import { closedDays } from '../../../src/reconciliation/integrity/invariants/calendar.ts'
import { sqlite } from '../../support/databases/sqlite-database.ts'
import { runHere } from '../../support/run/here.ts'
import { ownDirectory } from '../../support/run/memory.ts'
import { world as makeWorld } from '../../support/world.ts'
import { corrupt, corruptBy, corruptions, withoutKeys } from './broken.ts'
import { type Story, tell } from './story.ts'

let directory: string
let story: Story
let copies = 0
const keySet = await newKeySet()

/** A file with a copy of the story's database. */
function copy(): string {
  copies += 1
  const path = join(directory, `${copies}.sqlite`)
  copyFileSync(join(directory, 'story.sqlite'), path)
  return path
}

beforeAll(async () => {
  directory = mkdtempSync(join(ownDirectory(), 'audit-'))
  const opened = await sqlite.openBound()
  story = await tell(await makeWorld({ open: async () => opened, keySet }))
  const file = new SqliteFile(opened.address ?? '')
  file.prepare('vacuum into ?').run(join(directory, 'story.sqlite'))
  file.close()
})

afterAll(async () => {
  await story.world.close()
  rmSync(directory, { recursive: true, force: true })
})

describe('a breach is found', () => {
  /** One connection corrupts, is looked at and takes all of it back: it prepares each statement once. */
  let file: SqliteFile.Database
  let statements: ReturnType<typeof statementCache>
  beforeAll(() => {
    file = withoutKeys(copy())
    statements = statementCache(file)
  })
  afterAll(() => file.close())

  it.each(corruptions.map((one) => [one.breaks, one.how, one] as const))('%s: %s', async (breaks, _, corruption) => {
    const now = Date.parse(story.world.ports.clock.now()) + (corruption.later ?? 0) * 86_400_000
    file.exec('begin')
    try {
      corruptBy(file, corruption, story)
      const looked = await auditDatabase({
        db: { ...story.world.ports.db, read: readerOf(statements) },
        clock: { now: () => new Date(now).toISOString() },
        keys: story.world.ports.keys,
      })
      const broken = looked.filter(({ ok }) => !ok)
      expect(broken.map(({ invariant }) => invariant).sort()).toEqual([breaks, ...(corruption.also ?? [])].sort())
      for (const { breaches } of broken) expect(breaches.length).toBeGreaterThan(0)
    } finally {
      file.exec('rollback')
    }
  })

  it('answers_apart: a column that a table gets after it was looked at', async () => {
    const db = openSqlite(copy())
    try {
      const look = () => auditDatabase({ db, clock: story.world.ports.clock }, (name) => name === 'answers_apart')
      const [before] = await look()
      expect([before?.ok, (await look())[0]?.figures]).toEqual([true, before?.figures])
      await db.apply('alter table claims add column respondent_id text;')
      expect((await look())[0]?.breaches).toEqual([expect.stringContaining('claims holds respondent_id')])
    } finally {
      await db.close()
    }
  })

  it('held_has_flags: and not of somebody who was rejected, and then had all of it erased', async () => {
    const path = copy()
    const sql = ({ held }: Story) => [
      `update review_steps set actor = 'service' where respondent_id = '${held.respondentId}' and n = 1`,
      `update studies set open_link_policy = 'check', invitation_policy = 'check'`,
      `delete from response_flags where respondent_id = '${held.respondentId}'`,
    ]
    const erased = ({ held }: Story) => [`update responses set seed = '' where respondent_id = '${held.respondentId}'`]
    const look = async () => {
      const db = openSqlite(path)
      const [looked] = await auditDatabase({ db, clock: story.world.ports.clock }, (name) => name === 'held_has_flags')
      await db.close()
      return looked?.ok
    }
    corrupt(path, { breaks: 'held_has_flags', how: 'flags that are gone', sql }, story)
    expect(await look()).toBe(false)
    corrupt(path, { breaks: 'held_has_flags', how: 'answers that are gone', sql: erased }, story)
    expect(await look()).toBe(true)
  })

  it('of every promise there is', () => {
    const shown = new Set(corruptions.map(({ breaks }) => breaks))
    expect(invariants.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([])
  })
})

describe('closed days', () => {
  const zone = 'Asia/Shanghai'
  const open = { calendarId: 'cn', zone, day: '2026-02-14', n: 1, open: 1, since: '' }
  const stored = {
    id: 'a_1',
    calendarId: 'cn',
    minute: '2026-02-14T08:00',
    day: '2026-02-14',
    settlesDay: '2026-02-14',
  }

  it('go by what was published at the time, not by what came later', () => {
    const closedLater = { ...open, n: 2, open: 0, since: '2026-02-14T09:00:00.000Z' }
    expect(closedDays([open, closedLater], [stored])).toEqual([])
    const closedBefore = { ...closedLater, since: '2026-02-14T07:00:00.000Z' }
    expect(closedDays([open, closedBefore], [stored])).toEqual([
      'a_1 was stored at 2026-02-14T08:00 although 2026-02-14 is not open',
    ])
  })

  it('begin and end in the zone of the calendar', () => {
    const late = { ...stored, minute: '2026-02-14T16:00' }
    expect(closedDays([open], [late])).toEqual(['a_1 says it was stored on 2026-02-14, and it was 2026-02-15'])
  })
})

describe('npm run audit', () => {
  async function audit(data: string, ...args: string[]): Promise<{ code: number; out: string }> {
    const { code, out, err } = await runHere('audit', args, { DATA_DIR: data })
    return { code, out: out + err }
  }

  it('prints every promise with its figures, and ends with 1 only when one is broken', async () => {
    const data = mkdtempSync(join(directory, 'data-'))
    const path = join(data, 'honorarium.db')
    copyFileSync(join(directory, 'story.sqlite'), path)
    writeFileSync(join(data, 'keys.json'), JSON.stringify(keySet), { mode: 0o600 })
    const sealed = await audit(data, '--seal')
    expect(sealed.out).toContain(
      'ok     paid_is_vouchers: What is paid is the paid vouchers, what is paid outside those whose holders were paid outside of the books, and what is owed in tax is the tax of both.\n       vouchers 1\n',
    )
    expect(sealed).toMatchObject({
      code: 0,
      // One more is that the file itself is whole.
      out: expect.stringContaining(`${invariants.length + 1} checks: all passed`),
    })
    const corruption = corruptions.find(({ breaks }) => breaks === 'paid_is_vouchers')
    if (corruption === undefined) throw new Error('no corruption')
    corrupt(path, corruption, story)
    const broken = await audit(data)
    expect(broken.code).toBe(1)
    expect(broken.out).toMatch(
      /BREACH paid_is_vouchers: .*\n.*\n +! offer_\w+ vouchers_paid: the balance says 2001, found 2000/,
    )
  })
})
