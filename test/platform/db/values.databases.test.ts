import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Query, SqlValue } from '../../../src/platform/db/together.ts'
import { everyWay } from '../../support/databases/every-way.ts'
import { insertRow, sampleRow } from '../../support/databases/sample-rows.ts'
import type { Opened } from '../../support/databases/test-database.ts'

const most = Number.MAX_SAFE_INTEGER

describe.each(everyWay)('$name', ({ openBound }) => {
  let opened: Opened
  let count = 0
  beforeAll(async () => {
    opened = await openBound()
  })
  afterAll(() => opened.close())

  const read = <Row = Record<string, unknown>>(sql: string, ...values: SqlValue[]): Promise<Row[]> =>
    opened.db.read({ sql, values } as Query<Row>)

  /** Writes a text and a number, and gives back how they are read. */
  async function storedValue(instead: { text?: SqlValue; cap?: SqlValue }): Promise<unknown> {
    count += 1
    const id = `kept ${count}`
    const outcome = await opened.db.together(
      // A column of long texts: what is in an index is short.
      insertRow(sampleRow('questionnaires'), {
        version: id.padEnd(64),
        ...('text' in instead ? { document: instead.text ?? null } : {}),
      }),
      insertRow(sampleRow('networks'), { network: id, ...('cap' in instead ? { cap: instead.cap ?? null } : {}) }),
    )
    if (!outcome.done) return outcome.breach
    const [kept] = await read<{ document: string }>(
      'select document from questionnaires where version = ?',
      id.padEnd(64),
    )
    const [number] = await read<{ cap: number }>('select cap from networks where network = ?', id)
    return 'text' in instead ? kept?.document : number?.cap
  }

  test.each([
    ['nothing', ''],
    ['spaces at both ends', '  a  '],
    ['Chinese', '留学生，香港；澳門'],
    ['a character outside the first plane', '𠮷野家'],
    ['an emoji of several parts', '👩🏽‍🎓🇭🇰'],
    ['a combining mark', 'e\u0301'],
    ['quotes, a backslash, a question mark and a dollar', `'"\\ ? $1 ''`],
    ['control characters', '\u0001\t\r\n\u001F\u007F'],
    ['a byte order mark and noncharacters', '\uFEFF\uFFFE\uFFFF'],
    ['a text like a number', '0012.50'],
    ['a text like null', 'null'],
  ])('%s is read as it was written', async (_, text) => {
    expect(await storedValue({ text: text })).toBe(text)
  })

  test.each([
    ['900 KB', 'x'.repeat(900_000)],
    ['1.9 MB of Chinese', '学'.repeat(640_000)],
  ])('a text of %s is read as it was written', async (_, text) => {
    expect((await storedValue({ text: text })) === text).toBe(true)
  })

  test.each([[0], [1], [2 ** 31 - 1], [2 ** 31], [3_000_000_000], [2 ** 32], [most - 1], [most]])(
    'the number %i is read as it was written',
    async (number) => {
      expect(await storedValue({ cap: number })).toBe(number)
    },
  )

  test('a negative number and null are read as they were written', async () => {
    await opened.db.together(insertRow(sampleRow('networks'), { network: 'negative', cap: 1 }))
    expect(await read('select -cap as n from networks where network = ?', 'negative')).toEqual([{ n: -1 }])
    expect(await storedValue({ text: null })).toEqual({ kind: 'required', on: 'questionnaires.document' })
  })

  const strange: [string, unknown][] = [
    ['undefined', undefined],
    ['true', true],
    ['false', false],
    ['a fraction', 0.1],
    ['2^53', 2 ** 53],
    ['-2^53', -(2 ** 53)],
    ['infinity', Number.POSITIVE_INFINITY],
    ['not a number', Number.NaN],
    ['a bigint', 1n],
    ['a Date', new Date(0)],
    ['bytes', new Uint8Array(2)],
    ['a list', ['a']],
    ['a text with NUL', 'a\0b'],
    ['the first half of a pair', 'a\uD83D'],
    ['the second half of a pair', '\uDE00b'],
    ['a text over 2 MB', 'x'.repeat(2_000_001)],
  ]
  test.each(strange)('%s is refused before anything is sent, in a write and in a read', async (_, value) => {
    count += 1
    const good = insertRow(sampleRow('audit_entries'), { id: `good ${count}` })
    const bad = insertRow(sampleRow('audit_entries'), { id: `bad ${count}`, subject: value as SqlValue })
    await expect(opened.db.together(good, bad)).rejects.toThrow(TypeError)
    await expect(read('select id from audit_entries where subject = ?', value as SqlValue)).rejects.toThrow(
      'Not a bindable value',
    )
    expect(await read('select id from audit_entries where id in (?, ?)', `good ${count}`, `bad ${count}`)).toEqual([])
  })

  test('a query may have a hundred values and no more', async () => {
    const marks = (n: number) => Array.from({ length: n }, () => '?').join(', ')
    const ids = (n: number) => Array.from({ length: n }, (_, i) => `nobody ${i}`)
    expect(await read(`select id from staff where id in (${marks(100)})`, ...ids(100))).toEqual([])
    await expect(read(`select id from staff where id in (${marks(101)})`, ...ids(101))).rejects.toThrow(
      'More than 100 values',
    )
  })

  test('a number that the database makes too large is thrown, never rounded', async () => {
    await opened.db.together(insertRow(sampleRow('networks'), { network: 'most', cap: most }))
    await expect(read('select cap + 2 as more from networks where network = ?', 'most')).rejects.toThrow(
      'beyond 2^53-1',
    )
    await expect(read('select -cap - 2 as less from networks where network = ?', 'most')).rejects.toThrow(
      'beyond 2^53-1',
    )
    await expect(
      read("select sum(n) as n from (select cap as n from networks where network = 'most' union all select 5)"),
    ).rejects.toThrow('beyond 2^53-1')
    const grow = { sql: 'update networks set cap = cap + 2 where network = ? returning cap', values: ['most'] }
    await expect(opened.db.together(grow)).rejects.toThrow('beyond 2^53-1')
  })

  test('sums, counts, averages, extremes and comparisons are numbers', async () => {
    for (const cap of [1, 3]) await opened.db.together(insertRow(sampleRow('networks'), { network: `sum ${cap}`, cap }))
    const from = "from networks where network in ('sum 1', 'sum 3')"
    expect(
      await read(`select sum(cap) as sum, count(*) as n, avg(cap) as mean, min(cap) as low, max(cap) as high ${from}`),
    ).toEqual([{ sum: 4, n: 2, mean: 2, low: 1, high: 3 }])
    expect(await read(`select cap > 2 as big, cap is null as missing ${from} order by cap`)).toEqual([
      { big: 0, missing: 0 },
      { big: 1, missing: 0 },
    ])
    expect(await read("select sum(cap) as sum from networks where network = 'nobody'")).toEqual([{ sum: null }])
  })

  test('a fraction that the database computes is thrown', async () => {
    for (const cap of [1, 2])
      await opened.db.together(insertRow(sampleRow('networks'), { network: `mean ${cap}`, cap }))
    await expect(read("select avg(cap) as mean from networks where network in ('mean 1', 'mean 2')")).rejects.toThrow(
      'a fraction',
    )
  })

  test('a question mark inside a text or a name is no value', async () => {
    await opened.db.together(insertRow(sampleRow('audit_entries'), { id: 'why?', subject: "what's that?" }))
    const sql = `select id as "id?", 'it''s ?' as said from audit_entries where subject = 'what''s that?' and id = ?`
    expect(await read(sql, 'why?')).toEqual([{ 'id?': 'why?', said: "it's ?" }])
  })

  test('a limit and an offset may be values', async () => {
    expect(await read('select state from voucher_states order by state limit ? offset ?', 2, 1)).toEqual([
      { state: 'expired' },
      { state: 'held' },
    ])
  })
})
