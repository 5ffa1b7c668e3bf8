/** What the live page makes of what it reads: counts, shares and times, without a database. */
import { describe, expect, it } from 'vitest'
import { wholeText } from '../../../schema/text.ts'
import { liveChart } from '../../../src/journey/live/chart.ts'
import { detailTables } from '../../../src/journey/live/detail-tables.ts'
import { funnelTables, wasCounted } from '../../../src/journey/live/funnel-tables.ts'
import { liveBudget } from '../../../src/journey/live/money.ts'
import { pageTimesOf } from '../../../src/journey/live/page-times.ts'
import { nameCell } from '../../../src/journey/live/table.ts'
import { completedCount, completionRate, liveColumns, tallyOf } from '../../../src/journey/live/tally.ts'
import { contrast } from '../../platform/http/contrast.ts'
import { fresh } from '../../support/databases/fresh.ts'

/** Responses as slots, one text each: status, language, door, source, day, flags, seconds. */
async function* pieces(...texts: string[][]) {
  for (const some of texts) {
    const rows = some.map((text) => text.split(' ').map(Number))
    yield {
      size: rows.length,
      slots: (name: string) => rows.map((row) => row[liveColumns.indexOf(name as '_day')] ?? 0),
    }
  }
}

describe('shown responses', () => {
  it('are counted by how they ended, whatever was decided about the complete ones; those that are gone are nowhere else', async () => {
    const tally = await tallyOf(
      pieces(
        ['1 1 1 1 20 0 60', '2 1 1 3 20 3 120', '3 2 2 1 21 1 0'],
        ['4 1 1 1 21 0 0', '5 1 1 1 21 0 0', '6 1 1 1 21 0 0', '0 1 1 1 20 63 60'],
      ),
    )
    expect(tally.shown).toBe(7)
    expect(tally.how).toEqual({
      gone: 1,
      complete: 1,
      held: 1,
      rejected: 1,
      screened_out: 1,
      over_quota: 1,
      lapsed: 1,
    })
    expect(completedCount(tally)).toBe(3)
    expect([...tally.languages]).toEqual([
      [1, { ended: 5, complete: 2 }],
      [2, { ended: 1, complete: 1 }],
    ])
    expect(tally.doors.get(2)).toEqual({ ended: 1, complete: 1 })
    expect(tally.sources.get(3)).toEqual({ ended: 1, complete: 1 })
    expect([...tally.days]).toEqual([
      [20, { ended: 2, complete: 2 }],
      [21, { ended: 4, complete: 1 }],
    ])
    expect(tally.flags).toEqual([2, 1, 0, 0, 0, 0])
    expect(tally.flagged).toBe(2)
    expect([...tally.seconds]).toEqual([
      [60, 1],
      [120, 1],
    ])
    expect(completionRate(7, tally)).toBe(3 / 5)
    expect(completionRate(2, tally)).toBeNull()
  })
})

it('questions are named as respondents read them, with what their texts leave open', async () => {
  const { study } = await fresh()
  const tally = await tallyOf(pieces())
  const stops = [{ page: 'border', question: 'Q21', stopped: 1 }]
  const found = { study, opened: 1, started: 1, days: [], tally, stops, cells: [], tags: [], openings: [], times: null }
  const tables = funnelTables({ ...found, flags: false, budgets: null }, 'en')
  const [[name] = []] = tables.find(({ id }) => id === 'questions')?.rows ?? []
  expect(name?.shown).toMatch(/^Q21 · When in the winter vacation \(.*\d.* to .*\d.*\) will you/)
})

it('a bar of a quota is as long as its part of the limit, on the page and in the picture', async () => {
  const { study: opened } = await fresh()
  const label = wholeText({ en: 'planning' })
  const quota = { cell: 'planning', label, limit: 200, when: { q: 'Q02', in: [1] } }
  const study = { ...opened, settings: { ...opened.settings, quotas: [quota] } }
  const cells = [{ studyId: study.id, cell: 'planning', cap: 200, open: 0, held: 10, accepted: 40 }]
  const found = { study, opened: 0, started: 0, days: [], tally: await tallyOf(pieces()), stops: null, cells, tags: [] }
  const more = { openings: null, times: null, flags: false, budgets: null }
  const table = detailTables({ ...found, ...more }, 'en')[0]
  expect([table?.rows[0]?.[table?.bar ?? 0]?.raw, table?.whole]).toEqual([25, 100])
  expect(table && liveChart(table)?.option).toMatchObject({ xAxis: { max: 100 }, series: [{ data: [25] }] })
})

it('what is drawn of a day stands out from a light page and from a dark one, three to one', () => {
  const cells = [nameCell('2026-11-23'), ...[1, 2, 2].map((raw) => ({ shown: '', raw }))]
  const days = { id: 'days', title: '', note: '', heads: ['', 'opened', 'started', 'complete'], rows: [cells], bar: 1 }
  const series = liveChart(days)?.option.series as { itemStyle: { color: string; borderColor?: string } }[]
  const edges = series.map(({ itemStyle: { color, borderColor = color } }) => borderColor.slice(1))
  const ratios = edges.flatMap((edge) => ['ffffff', '1b2228'].map((page) => contrast(edge, page)))
  expect(ratios).toHaveLength(6)
  expect(Math.min(...ratios)).toBeGreaterThanOrEqual(3)
})

describe('times', () => {
  const visit = (ms: number, more: object = {}) => ({ ms, at: 0, base: 0, done: 1, again: 0, n: 1, ...more })
  const row = (route: string, activeMs: number, pages: Record<string, object>) => ({
    route,
    activeMs,
    pages: JSON.stringify(pages),
  })

  it('are told of pages and ways that five took; a page that was sent again says nothing of how long it takes', () => {
    const rows = [1, 2, 3, 4, 5, 6].map((n) =>
      row(n < 6 ? 'a' : 'b', n * 10_000, {
        one: visit(n * 1_000, { again: 1, key: 'k' }),
        two: visit(n * 2_000, n === 6 ? { again: 1 } : {}),
        ...(n < 5 && { three: visit(1_000) }),
      }),
    )
    const { pages, routes, sampled } = pageTimesOf(rows)
    expect(sampled).toBe(6)
    expect([...pages]).toEqual([
      ['one', { count: 6, median: 3_500, p80: 5_000 }],
      ['two', { count: 5, median: 6_000, p80: 8_400 }],
    ])
    expect(routes).toEqual([{ count: 5, median: 30_000, p80: 42_000, pages: ['one', 'two', 'three'] }])
  })
})

describe('a budget', () => {
  const row = {
    offerId: 'o',
    studyId: 's',
    study: 's',
    currency: 'CNY',
    amountMinor: 1_000,
    taxMinor: 0,
    opensAt: '2026-03-01T00:00:00.000Z',
    state: 'open' as const,
    total: 100_000,
    available: 60_000,
    reserved: 10_000,
    liability: 20_000,
    clearing: 0,
    paid: 10_000,
    tax: 0,
    outside: 0,
  }
  it.each([
    [
      'is promised as far as responses are shown',
      0,
      '2026-03-11T00:00:00.000Z',
      { promised: 30_000, left: 70_000, more: 70, days: 23 },
    ],
    [
      'counts what those are owed who are not shown as left',
      10,
      '2026-03-11T00:00:00.000Z',
      { promised: 20_000, left: 80_000, more: 80, days: 40 },
    ],
    [
      'says nothing of days while nothing is promised',
      30,
      '2026-03-11T00:00:00.000Z',
      { promised: 0, left: 100_000, more: 100, days: null },
    ],
  ])('%s', (_, waiting, now, expected) => {
    expect(liveBudget(row, waiting, now)).toMatchObject(expected)
  })
})

describe('pictures', () => {
  it('of days have the oldest at the left and no day between them left out, and leave out what is nothing on all of them', () => {
    const number = (raw: number) => ({ shown: String(raw), raw })
    const row = (day: string, ...counts: number[]) => [nameCell(day), ...counts.map(number)]
    const heads = ['Day', 'Opened', 'Started', 'Complete']
    const rows = [row('2026-11-17', 0, 5, 2), row('2026-11-14', 0, 7, 0)]
    const chart = liveChart({ id: 'days', title: 'By day', note: '', heads, rows, bar: 2 })
    const option = chart?.option as
      | { xAxis: { data: string[] }; series: { name: string; data: number[] }[] }
      | undefined
    expect(option?.xAxis.data).toEqual(['11-14', '11-15', '11-16', '11-17'])
    expect(option?.series.map(({ name, data }) => [name, data])).toEqual([
      ['Started', [7, 0, 0, 5]],
      ['Complete', [0, 0, 0, 2]],
    ])
  })

  it.each([
    [0, 0, true],
    [3, 9, true],
    [0, 9, false],
  ])('of %i openings and %i who started are counted: %s', (opened, started, expected) => {
    expect(wasCounted(opened, started)).toBe(expected)
  })
})
