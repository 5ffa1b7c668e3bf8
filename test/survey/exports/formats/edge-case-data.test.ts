/** Every writer says the same table of odd answers, as readers have it that know nothing of the writers. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { exportFormats, formatOf } from '../../../../src/survey/exports/formats/index.ts'
import type { Value, Variable } from '../../../../src/survey/variables/variable.ts'
import { valueLabel } from '../../../../src/survey/variables/words.ts'
import { records as linesOf, parseCsv } from '../../../support/parse-csv.ts'
import { rowsOf } from './by-duckdb.ts'
import { edgeCaseDictionary, edgeCaseRecords } from './edge-case-data.ts'
import { readDta } from './read-dta.ts'
import { readSav } from './read-sav.ts'
import { written } from './write.ts'
import { type Node, treeOf } from './xml-tree.ts'

const { variables } = edgeCaseDictionary

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edge-case-data-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Those that are read back below; the others tell no answer of a response. */
const readBack = ['csv', 'csv-labels', 'xlsx', 'sav', 'dta', 'parquet', 'jsonl', 'codebook-csv', 'ddi'] as const
const others = ['codebook', 'paradata', 'flags', 'themes']
type ReadBack = (typeof readBack)[number]

async function bytesOf(id: ReadBack): Promise<Uint8Array> {
  const format = formatOf(id)
  if (format === undefined) throw new Error(`There is no format ${id}.`)
  return written(format, edgeCaseDictionary, edgeCaseRecords)
}
const textOf = async (id: ReadBack) =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await bytesOf(id))

/** The table, each cell as a format has it. */
const tableAs = (cell: (value: Value, variable: Variable) => unknown) =>
  edgeCaseRecords.map((record) => variables.map((variable, at) => cell(record[at] ?? null, variable)))

const begin = (text: string, bytes: number) =>
  text.slice(0, new TextEncoder().encodeInto(text, new Uint8Array(bytes)).read)
/** A text where a code may stand in its place. */
const standing = (value: Value) => (value === '-1' || value === '-2' ? ` ${value}` : String(value ?? ''))
/** DuckDB's client reads a byte order mark in front of a text as none. */
const asDuckDb = (text: string) => text.replace(/^\uFEFF/, '')
const dayOf = (value: string) => Date.parse(value) / 86_400_000

it('every format is read back here, but for those without answers', () => {
  expect(exportFormats.map(({ id }) => id).toSorted()).toEqual([...readBack, ...others].toSorted())
})

it('CSV of codes has each code, and each text with its escapes undone', async () => {
  const [names, ...rows] = parseCsv(await textOf('csv'))
  expect(names).toEqual(variables.map(({ name }) => name))
  const read = rows.map((row) =>
    row.map((cell) => JSON.parse(`"${cell.replaceAll('"', '\\"').replaceAll('\t', '\\t')}"`)),
  )
  expect(read).toEqual(tableAs((value) => String(value ?? '')))
  // Nothing typed stands there as a code, or begins as a formula does.
  expect(rows.flat().filter((cell) => cell === '-2')).toHaveLength(2)
  expect(rows.flat().filter((cell) => /^[=@+]/.test(cell))).toEqual([])
})

it('CSV and workbook with labels have each answer in words, and a day as a day', async () => {
  const labels = variables.map((variable) => valueLabel(variable, 'en'))
  const words = edgeCaseRecords.map((record) => labels.map((label, at) => label(record[at] ?? null)))
  const [, ...rows] = parseCsv((await textOf('csv-labels')).slice(1))
  // A quote in front keeps spreadsheets from running what was typed, and is no part of it.
  const formula = /^'(?=['"\s\uFEFF]*[=+\-@])|(?<=[;\t\r\n][\s"']*)'(?=[=+\-@])/g
  expect(rows.map((row) => row.map((cell) => cell.replace(formula, '')))).toEqual(
    words.map((row) => row.map((cell) => String(cell ?? '').replace(formula, ''))),
  )
  const { sheets } = await readXlsx(await bytesOf('xlsx'), { readStyles: false })
  const cells = sheets[0]?.rows.slice(1).map((row) =>
    variables.map((_, at) => {
      const cell = row[at] ?? null
      return cell instanceof Date ? cell.toISOString().slice(0, 10) : cell
    }),
  )
  expect(cells).toEqual(words)
})

it('.sav has each code and day, system-missing for what was not asked, and a text as far as there is room', async () => {
  const read = readSav(await bytesOf('sav'))
  const cut = (text: string) => (Buffer.byteLength(text) <= 32_766 ? text : `${begin(text, 32_763)}…`)
  expect(read.rows).toEqual(
    tableAs((value, { type }) => {
      if (type === 'text') return cut(standing(value)).replace(/ +$/, '')
      return typeof value === 'string' ? (dayOf(value) + 141_428) * 86_400 : value
    }),
  )
  expect(read.variables.map(({ name }) => name)).toEqual(variables.map(({ name }) => name))
})

it('.dta has each code and day, a letter for each way not to answer, and every text whole', async () => {
  const letters = new Map([
    [97, '.b'],
    [98, '.c'],
    [99, '.d'],
  ])
  expect(readDta(await bytesOf('dta')).rows).toEqual(
    tableAs((value, { type, codes }) => {
      if (type === 'text') return standing(value)
      if (typeof value === 'string') return dayOf(value) + 3653
      if (value === null) return '.'
      return codes.some(({ code, isMissing }) => code === value && isMissing) ? (letters.get(value) ?? '.a') : value
    }),
  )
})

it.each([
  ['parquet', 'read_parquet(FILE)'],
  ['jsonl', "read_json(FILE, format = 'newline_delimited')"],
] as const)('%s has each cell in its type, and why one is empty, as DuckDB reads it', async (id, from) => {
  const rows = await rowsOf(
    join(folder, id),
    await bytesOf(id),
    `select * replace (missing::json as missing) from ${from}`,
  )
  const missingCodes = rows.map(({ missing }) => JSON.parse(String(missing ?? '{}')))
  expect(
    rows.map((row) =>
      variables.map(({ name, type }) => (type === 'number' && row[name] !== null ? Number(row[name]) : row[name])),
    ),
  ).toEqual(
    tableAs((value, { type }) => (typeof value === 'string' ? asDuckDb(value) : type === 'number' ? value : null)),
  )
  for (const [row, record] of edgeCaseRecords.entries()) {
    for (const [at, { name, type }] of variables.entries()) {
      const value = record[at]
      const why = type === 'number' || typeof value !== 'number' ? undefined : value === -2 ? 'erased' : 'blank'
      if (why !== undefined) expect([name, missingCodes[row]?.[name]]).toEqual([name, why])
    }
  }
  expect(missingCodes[1]?.QM_7 ?? null).toBe('not_offered')
})

it('codebook and DDI count each code as often as it stands in the table', async () => {
  const counts = new Map<string, number>()
  for (const record of edgeCaseRecords) {
    for (const [at, { name, codes }] of variables.entries()) {
      const found = codes.find(({ code }) => code === record[at])
      if (found !== undefined) counts.set(`${name} ${found.code}`, (counts.get(`${name} ${found.code}`) ?? 0) + 1)
    }
  }
  const counted = Object.fromEntries([...counts].toSorted())
  const book = linesOf(await textOf('codebook-csv'))
    .filter(({ code, n }) => code !== '' && n !== '0' && n !== '')
    .map(({ column, code, n }) => [`${column} ${code?.replace(/^'/, '')}`, Number(n)] as const)
  expect(Object.fromEntries(book.toSorted())).toEqual(counted)
  const ddi = [...named(treeOf(await textOf('ddi')), 'var')].flatMap((one) =>
    [...named(one, 'catgry')].map((category) => {
      const [value] = named(category, 'catValu')
      const [n] = named(category, 'catStat')
      return [`${one.attributes.name} ${value?.text.trim()}`, Number(n?.text ?? 0)] as const
    }),
  )
  expect(Object.fromEntries(ddi.filter(([, n]) => n > 0).toSorted())).toEqual(counted)
})

function* named(node: Node, name: string): Generator<Node> {
  for (const child of node.children) {
    if (child.name === name) yield child
    yield* named(child, name)
  }
}
