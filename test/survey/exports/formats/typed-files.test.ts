import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codebookCsv } from '../../../../src/survey/exports/formats/codebook/csv.ts'
import { csv } from '../../../../src/survey/exports/formats/csv.ts'
import { jsonLines } from '../../../../src/survey/exports/formats/json-lines.ts'
import { parquet } from '../../../../src/survey/exports/formats/parquet.ts'
import type { Value } from '../../../../src/survey/variables/variable.ts'
import { records as linesOf } from '../../../support/parse-csv.ts'
import { rowsOf } from './by-duckdb.ts'
import { fileOf, oddTexts, sampleRecords } from './sample-dictionary.ts'
import { dictionary, variable, written } from './write.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'typed-files-'))
})
afterAll(() => rm(folder, { recursive: true }))

const files = {
  parquet: async (records: Value[][]) => ({
    path: join(folder, 'a.parquet'),
    bytes: await fileOf(parquet, records),
    from: 'FILE',
  }),
  json: async (records: Value[][]) => ({
    path: join(folder, 'a.jsonl'),
    bytes: await fileOf(jsonLines, records),
    from: "read_json(FILE, format = 'newline_delimited')",
  }),
  csv: async (records: Value[][]) => ({
    path: join(folder, 'a.csv'),
    bytes: await fileOf(csv, records),
    from: 'read_csv(FILE, header = true)',
  }),
}

async function read(format: keyof typeof files, records: Value[][], query: string) {
  const { path, bytes, from } = await files[format](records)
  return rowsOf(path, bytes, query.replace('FILE', from))
}

/** What stands in typed columns: no text where there is a number for why there is none. */
const typed = (value: Value | undefined) => (typeof value === 'number' ? null : (value ?? null))

describe.each(['parquet', 'json'] as const)('a file of typed columns: %s', (format) => {
  it('is read by DuckDB as it was written, whatever people typed', async () => {
    const rows = await read(format, sampleRecords, 'select * exclude missing, missing::varchar as missing from FILE')
    expect(rows).toHaveLength(sampleRecords.length)
    for (const [at, record] of sampleRecords.entries()) {
      const { missing, ...cells } = rows[at] ?? {}
      const numbers = Object.values(cells)
        .slice(1, 5)
        .map((cell) => (cell === null ? null : Number(cell)))
      expect(numbers).toEqual(record.slice(1, 5))
      expect([cells.response, cells.Q4, cells.Q5]).toEqual([record[0], typed(record[5]), typed(record[6])])
    }
    expect(rows.slice(-oddTexts.length).map(({ Q4 }) => Q4)).toEqual(oddTexts)
  })

  it('has each column in its type, the same whatever the records are', async () => {
    const types = 'select column_name, column_type from (describe select * exclude missing from FILE)'
    const one = await read(format, sampleRecords.slice(0, 1), types)
    expect(one.map(({ column_type }) => column_type)).toEqual(
      format === 'parquet'
        ? ['VARCHAR', 'INTEGER', 'INTEGER', 'INTEGER', 'INTEGER', 'VARCHAR', 'DATE']
        : ['VARCHAR', 'BIGINT', 'BIGINT', 'BIGINT', 'BIGINT', 'VARCHAR', 'DATE'],
    )
    if (format === 'parquet') expect(await read(format, [], types)).toEqual(one)
  })

  it('tells why a cell is empty, apart from questions that were not shown', async () => {
    const rows = await read(format, sampleRecords.slice(0, 4), 'select missing::json as missing from FILE')
    const reasons = rows.map(({ missing }) =>
      Object.fromEntries(Object.entries(JSON.parse(String(missing ?? '{}'))).filter(([, reason]) => reason !== null)),
    )
    expect(reasons).toEqual([{}, { Q4: 'blank', Q5: 'blank', Q2_2: 'not_offered' }, { Q4: 'erased' }, {}])
  })
})

it.each(['csv', 'parquet', 'json'] as const)('DuckDB counts each code in %s as the codebook does', async (format) => {
  const lines = linesOf(String(await fileOf(codebookCsv, sampleRecords)).replace('\uFEFF', ''))
  for (const column of ['Q1', 'Q2_1', 'Q2_2']) {
    const rows = await read(
      format,
      sampleRecords,
      `select ${column}::int as code, count(*)::int as n from FILE where ${column} is not null group by 1 order by 1`,
    )
    const entries = lines.filter((line) => line.column === column && line.code !== '' && line.n !== '0')
    const counts = entries.map(({ code, n }) => ({ code: Number(code), n: Number(n) }))
    expect(rows).toEqual(counts.toSorted((one, other) => one.code - other.code))
  }
})

it('no records are a file without rows', async () => {
  expect(await read('parquet', [], 'select count(*)::int as n from FILE')).toEqual([{ n: 0 }])
  expect((await files.json([])).bytes).toHaveLength(0)
})

it('Parquet has weights as they are, and whole numbers beside them', async () => {
  const about = dictionary([variable('weight', { isWeight: true }), variable('Q1')])
  const records = [
    [0.25, -999],
    [1.5, 98],
    [null, null],
  ]
  const rows = await rowsOf(
    join(folder, 'weights.parquet'),
    await written(parquet, about, records),
    'select * from FILE',
  )
  expect(rows.map(({ weight, Q1 }) => [weight, Q1])).toEqual(records)
})

it('Parquet comes in groups of rows, with the labels in its metadata', async () => {
  const many = Array.from({ length: 20_000 }, (_, at): Value[] => [`r${at}`, 1 + (at % 2), 1, 0, at, null, null])
  const { path, bytes } = await files.parquet(many)
  const groups =
    'select distinct row_group_id as n, row_group_num_rows::int as size from parquet_metadata(FILE) order by 1'
  expect((await rowsOf(path, bytes, groups)).map(({ size }) => size)).toEqual([8_192, 8_192, 3_616])
  expect(
    await rowsOf(path, bytes, 'select Q1, count(*)::int as n, sum(Q3)::int as s from FILE group by 1 order by 1'),
  ).toEqual([
    { Q1: 1, n: 10_000, s: 99_990_000 },
    { Q1: 2, n: 10_000, s: 100_000_000 },
  ])
  const metadata = await rowsOf(
    path,
    bytes,
    'select decode(key) as key, decode(value) as value from parquet_kv_metadata(FILE)',
  )
  const { value } = metadata.find(({ key }) => key === 'variables') ?? {}
  const [, q1] = JSON.parse(String(value))
  expect(q1).toMatchObject({ name: 'Q1', label: 'What of Q1?', measure: 'nominal' })
  expect(q1.codes.at(-1)).toEqual({ code: 98, label: 'do not know', missing: true })
})
