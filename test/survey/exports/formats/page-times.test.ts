/** The file of times on pages says how long pages took, and not whose times they are. */
import { expect, it } from 'vitest'
import type { Database } from '../../../../src/platform/db/together.ts'
import { paradata } from '../../../../src/survey/exports/formats/paradata.ts'
import { records as rowsOf } from '../../../support/parse-csv.ts'
import { alike } from '../../questionnaire/small.ts'
import { variable } from './write.ts'

const about = ['response', 'version', 'day'].map((name) => variable(name, { type: 'text' }))
const asked = (code: string, page: string) => ({
  ...{ code, name: code, type: 'single' as const, page, label: alike(code), variables: [] },
  ...{ options: [], rows: [], universe: null },
})
const dictionary = {
  variables: about,
  sets: [],
  questions: [asked('Q1', 'start'), asked('Q2', 'last')],
  columns: new Map(),
}
/** What whoever has this letter saw, and on which day. */
const kinds: Record<string, { day: string; version?: string; pages: string }> = {
  a: { day: '2026-11-23', pages: '{"start":{"ms":90400},"last":{"ms":5000}}' },
  b: { day: '2026-11-23', pages: '{"start":{"ms":10600},"rules":{"ms":2000},"thanks":{"ms":2100}}' },
  c: { day: '2026-11-23', version: 'w', pages: '{"start":{"ms":30000}}' },
  d: { day: '2026-11-24', pages: '{"start":{"ms":40000}}' },
}
const kindOf = (id: unknown) => kinds[String(id)[0] ?? '']

async function fileOf(order: readonly string[]): Promise<string> {
  const db = {
    read: async ({ values }: { values: readonly unknown[] }) =>
      values.flatMap((id) => (kindOf(id) === undefined ? [] : [{ respondentId: id, pages: kindOf(id)?.pages }])),
  } as unknown as Database
  async function* batches() {
    for (const one of order) {
      const { version = 'v', day = '' } = kindOf(one) ?? {}
      yield { records: [[`ref-${one}`, version, day]], respondents: [one] }
    }
  }
  const options = { title: alike(''), organiser: alike(''), about: null, at: '', count: 3, isContinued: false, db }
  let text = ''
  for await (const piece of paradata.write(dictionary, batches(), { ...options, language: null })) text += piece
  return text
}

const several = (kind: string, count: number) => Array.from({ length: count }, (_, n) => `${kind}${n}`)
const lines = async (order: readonly string[]) => rowsOf(await fileOf(order)).map((row) => Object.values(row).join(','))
const times = (count: number, line: string) => Array.from({ length: count }, () => line)

it('has a row for each that allowed it, blank for a page that was not seen, in an order that tells nothing', async () => {
  const order = [...several('a', 6), 'refused', ...several('b', 5)]
  const file = await fileOf(order)
  expect(file.split('\n')[0]?.trim()).toBe('version,day,told,start,last,other_pages')
  expect(await lines(order)).toEqual([...times(5, 'v,2026-11-23,all,11,,4'), ...times(6, 'v,2026-11-23,all,90,5,')])
  expect(file).not.toContain('ref-')
  expect(await fileOf(order.toReversed())).toBe(file)
})

it.each<[what: string, order: string[], told: string[]]>([
  [
    'where fewer than five saw the same pages, those of five others stand with them, and pages that all saw are told',
    [...several('a', 7), ...several('b', 2)],
    [
      ...times(2, 'v,2026-11-23,shared,11,,'),
      ...times(2, 'v,2026-11-23,all,90,5,'),
      ...times(5, 'v,2026-11-23,shared,90,,'),
    ],
  ],
  [
    'where several ways of few are five together, they stand alone',
    [...several('a', 3), ...several('b', 2)],
    [...times(2, 'v,2026-11-23,shared,11,,'), ...times(3, 'v,2026-11-23,shared,90,,')],
  ],
  [
    'where fewer than five are of a version, the version is not told',
    [...several('a', 6), ...several('c', 1)],
    [',2026-11-23,shared,30,,', 'v,2026-11-23,all,90,5,', ...times(5, ',2026-11-23,shared,90,,')],
  ],
  [
    'where fewer than five of a day allowed it, none is told',
    [...several('a', 5), ...several('d', 4)],
    [...times(5, 'v,2026-11-23,all,90,5,')],
  ],
])('%s', async (_, order, expected) => {
  expect((await lines(order)).sort()).toEqual(expected.sort())
})
