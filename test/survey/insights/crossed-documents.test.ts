/** Whichever two questions are crossed under a filter: every figure of the table is what a plain loop over records counts. */
import { expect, test } from 'vitest'
import { answered } from '../../../bench/data/records.ts'
import { axesOf } from '../../../src/survey/insights/axes/axes-of.ts'
import type { Axis } from '../../../src/survey/insights/axes/axis.ts'
import { countingOf } from '../../../src/survey/insights/crosses/count.ts'
import { people as ofPeople } from '../../../src/survey/insights/crosses/joint-counts.ts'
import { type CrossTable, tableOf } from '../../../src/survey/insights/crosses/table.ts'
import { decoderOf } from '../../../src/survey/insights/decoder.ts'
import { filterFromQuery } from '../../../src/survey/insights/filter/filter.ts'
import { matcherOf, selecting } from '../../../src/survey/insights/filter/matcher.ts'
import type { SegmentColumns } from '../../../src/survey/insights/segments/columns.ts'
import { layoutOf } from '../../../src/survey/insights/segments/layout.ts'
import { dictionaryOf } from '../../../src/survey/variables/dictionary.ts'
import { recordOf } from '../../../src/survey/variables/record.ts'
import type { Value } from '../../../src/survey/variables/variable.ts'
import { stored } from './stored.ts'

// A version and its correction; of each five, one was taken back and one was rejected.
const people = answered(240)
  .filter(({ version }) => version.dataVersion === 'version-1')
  .map((one, at) => ({
    ...one,
    state: at % 5 === 1 ? ('withdrawn' as const) : ('complete' as const),
    judged: at % 5 === 2 ? ('rejected' as const) : null,
  }))
const versions = [...new Map(people.map(({ version }) => [version.n, version])).values()].sort((a, b) => a.n - b.n)
const dictionary = dictionaryOf(versions, {})
const questionnaire = people[0]?.version.questionnaire ?? versions[0]?.questionnaire
if (questionnaire === undefined) throw new Error('Nobody answered')
const names = dictionary.variables.map(({ column, name }) => column?.name ?? name)
const all = people.map(({ version, answers, given, state, judged }) => {
  const record = recordOf(dictionary, version.questionnaire, answers, given)
  const counts = state === 'complete' && judged === null
  return { counts, home: answers.Q01, valueIn: (column: string): Value => record[names.indexOf(column)] ?? null }
})
type One = (typeof all)[number]

/** Where somebody stands: the place outside the shares, or null; and whether each category was offered, and is theirs. */
function standOf(axis: Axis, { valueIn }: One): { missing: number | null; offered: boolean[]; is: boolean[] } {
  const [n, end] = [axis.categories.length, axis.missing.length - 1]
  if (axis.kind === 'one') {
    const place = axis.placeOf(valueIn(axis.column))
    const is = axis.categories.map((_, at) => at === place)
    return { missing: place < n ? null : place - n, offered: is.map(() => true), is }
  }
  const values = axis.categories.map(({ column }) => valueIn(column))
  const silent = axis.noAnswer.map(({ column }) => valueIn(column))
  const [every, said] = [[...values, ...silent], silent.lastIndexOf(1)]
  const isShown = every.some((value) => value !== null)
  const missing = every.includes(-1) ? end - 1 : said >= 0 ? said : isShown ? null : end
  return { missing, offered: values.map((value) => value !== null), is: values.map((value) => value === 1) }
}

/** The same table, person by person. */
function counted(rows: Axis, columns: Axis, some: readonly One[]): Omit<CrossTable, 'rows' | 'columns'> {
  const stands = some.map((one) => ({ row: standOf(rows, one), column: standOf(columns, one) }))
  const how = (meets: (stand: (typeof stands)[number]) => boolean) => stands.filter(meets).length
  const base = stands.filter(({ row, column }) => row.missing === null && column.missing === null)
  return {
    base: base.length,
    cells: rows.categories.map((_, r) =>
      columns.categories.map((_, c) => {
        const of = base.filter(({ row, column }) => row.offered[r] && column.offered[c])
        const [ofRow, ofColumn] = [of.filter(({ row }) => row.is[r]), of.filter(({ column }) => column.is[c])]
        const count = ofRow.filter(({ column }) => column.is[c]).length
        return { count, ofRow: ofRow.length, ofColumn: ofColumn.length, ofWhole: of.length }
      }),
    ),
    rowTotals: rows.categories.map((_, r) => base.filter(({ row }) => row.is[r]).length),
    columnTotals: columns.categories.map((_, c) => base.filter(({ column }) => column.is[c]).length),
    besideRows: rows.categories.map((_, r) =>
      columns.missing.map((_, c) =>
        how(({ row, column }) => row.missing === null && row.is[r] === true && column.missing === c),
      ),
    ),
    besideColumns: rows.missing.map((_, r) =>
      columns.categories.map((_, c) =>
        how(({ row, column }) => row.missing === r && column.missing === null && column.is[c] === true),
      ),
    ),
    outside: rows.missing.map((_, r) =>
      columns.missing.map((_, c) => how(({ row, column }) => row.missing === r && column.missing === c)),
    ),
  }
}

test.each([
  ['', () => true],
  ['is.Q01=1.2', ({ home }: One) => home === 1 || home === 2],
  ['is.Q01=99', () => false],
])(
  'under the filter %j every two questions of a version and its correction are crossed as their records say',
  async (query, isMet) => {
    const axes = axesOf(dictionary)
    expect(axes.filter(({ kind }) => kind === 'several').length).toBeGreaterThan(1)
    const rows = people.map((one) => ({ ...one, ...one.given, versionN: one.version.n }))
    const segments: SegmentColumns[] = []
    for await (const segment of stored(questionnaire, rows, 51)) segments.push(segment)
    const into = { decoder: decoderOf(questionnaire), layout: layoutOf(questionnaire), size: 51 }
    const select = selecting(matcherOf(dictionary, filterFromQuery(new URLSearchParams(query))), into)
    const chosen = all.filter((one) => one.counts && isMet(one))
    for (const rows of axes) {
      for (const columns of axes) {
        if (rows === columns) continue
        const counting = countingOf(rows, columns, into, false)
        for (const segment of segments) counting.add(segment, select(segment), null)
        const { rows: _, columns: __, ...table } = tableOf(rows, columns, counting.counts(ofPeople))
        expect(table, `${rows.key} by ${columns.key}`).toEqual(counted(rows, columns, chosen))
      }
    }
  },
)
