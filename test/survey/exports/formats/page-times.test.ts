/** The file of times on pages says how long pages took, and not whose times they are. */
import { expect, it } from 'vitest'
import type { Database } from '../../../../src/platform/db/together.ts'
import { paradata } from '../../../../src/survey/exports/formats/paradata.ts'
import { records as rowsOf } from '../../../support/parse-csv.ts'
import { plain, variable } from './write.ts'

const about = ['response', 'version', 'day'].map((name) => variable(name, { type: 'text' }))
const asked = (code: string, page: string) => ({
  ...{ code, name: code, type: 'single' as const, page, label: plain(code), variables: [] },
  ...{ options: [], rows: [], universe: null },
})
const dictionary = {
  variables: about,
  sets: [],
  questions: [asked('Q1', 'start'), asked('Q2', 'last')],
  columns: new Map(),
}
const visits: Record<string, string> = {
  a: '{"start":{"ms":90400},"last":{"ms":5000}}',
  b: '{"start":{"ms":10600},"rules":{"ms":2000},"thanks":{"ms":2100}}',
}

async function fileOf(order: readonly string[]): Promise<string> {
  const db = {
    read: async ({ values }: { values: readonly unknown[] }) =>
      values.flatMap((id) =>
        visits[String(id)] === undefined ? [] : [{ respondentId: id, pages: visits[String(id)] }],
      ),
  } as unknown as Database
  async function* batches() {
    for (const one of order) yield { records: [[`ref-${one}`, 'v', '2026-11-23']], respondents: [one] }
  }
  const options = { title: plain(''), organiser: plain(''), about: null, at: '', count: 3, isContinued: false, db }
  let text = ''
  for await (const piece of paradata.write(dictionary, batches(), { ...options, language: null })) text += piece
  return text
}

it('has a row for each that allowed it, blank for a page that was not seen, in an order that tells nothing', async () => {
  const file = await fileOf(['a', 'refused', 'b'])
  expect(rowsOf(file)).toEqual([
    { version: 'v', day: '2026-11-23', start: '11', last: '', other_pages: '4' },
    { version: 'v', day: '2026-11-23', start: '90', last: '5', other_pages: '' },
  ])
  expect(file).not.toContain('ref-')
  expect(await fileOf(['b', 'a', 'refused'])).toBe(file)
})
