/** Apache Parquet: typed columns in groups of rows, with labels beside them. The library is loaded when a file is asked for. */
import type { Language } from '../../../../schema/questionnaire.ts'
import type { Dictionary, Value, Variable } from '../../variables/variable.ts'
import type { Format } from './format.ts'
import { type MissingReason, missingReasonsOf } from './missing.ts'

/** How many records are in memory at a time, in columns; readers skip and read whole groups. */
const groupSize = 4_096

/** A promise that is kept: most servers never write one. */
let loaded:
  | Promise<
      [typeof import('hyparquet-writer/src/parquet-writer.js'), typeof import('hyparquet-writer/src/bytewriter.js')]
    >
  | undefined
const library = () =>
  (loaded ??= Promise.all([
    import('hyparquet-writer/src/parquet-writer.js'),
    import('hyparquet-writer/src/bytewriter.js'),
  ]))

/**
 * Codes and whole numbers are INT32, weights DOUBLE, texts UTF-8, days DATE; null is a question that was not shown, unless the column
 * `missing`, a JSON object, gives another reason. Labels and codes stand in the file's key-value metadata as JSON, under
 * `variables` and `sets`.
 */
export const parquet: Format = {
  id: 'parquet',
  extension: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  permission: 'responses.export',
  hasLanguage: true,
  byRecord: false,
  async *write(dictionary, batches, { language }) {
    const { writer, taken } = await opened(dictionary, language ?? 'en')
    const { variables } = dictionary
    const missingReasons = missingReasonsOf(dictionary)
    let columns = emptyColumns(variables.length)
    let reasons: (string | null)[] = []
    const writeGroup = () => {
      const columnData = variables.map(({ name }, at) => ({ name, data: columns[at] ?? [], offsetIndex: false }))
      columnData.push({ name: 'missing', data: reasons, offsetIndex: false })
      writer.write({ columnData, rowGroupSize: groupSize })
      // There are none, and the writer would keep a note of each column of each group until the end.
      writer.pendingIndexes.length = 0
      columns = emptyColumns(variables.length)
      reasons = []
      return taken()
    }
    for await (const { records } of batches) {
      for (const record of records) {
        for (const [at, column] of columns.entries()) column.push(cell(record[at] ?? null, variables[at]))
        reasons.push(written(missingReasons(record)))
        if (reasons.length === groupSize) yield writeGroup()
      }
    }
    if (reasons.length > 0) yield writeGroup()
    writer.finish()
    yield taken()
  },
}

/** A writer into memory that is emptied with each group. */
async function opened(dictionary: Dictionary, language: Language) {
  const [{ ParquetWriter }, { ByteWriter }] = await library()
  const { variables } = dictionary
  const bytes = new ByteWriter()
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [
      { name: 'responses', num_children: variables.length + 1 },
      ...variables.map(({ name, type, isWeight }) => ({
        name,
        repetition_type: 'OPTIONAL' as const,
        ...(isWeight ? physical.weight : physical[type]),
      })),
      { name: 'missing', repetition_type: 'OPTIONAL', ...physical.text },
    ],
    kvMetadata: metadataOf(dictionary, language),
    createdBy: 'Honorarium',
    // The least and the greatest code of each group help no reader, and stay in memory until the end.
    statistics: false,
  })
  return {
    writer,
    /** What was written since the last time; the writer goes on counting from the start of the file. */
    taken: () => {
      const piece = bytes.getBytes().slice()
      bytes.index = 0
      return piece
    },
  }
}

const physical = {
  number: { type: 'INT32' },
  weight: { type: 'DOUBLE' },
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  day: { type: 'INT32', converted_type: 'DATE' },
} as const

const emptyColumns = (count: number): Value[][] => Array.from({ length: count }, () => [])

function cell(value: Value, variable: Variable | undefined): Value {
  if (variable?.type === 'day') return typeof value === 'string' ? Date.parse(value) / 86_400_000 : null
  // A number in the place of a text says why there is none: see `missing.ts`.
  return variable?.type === 'text' && typeof value === 'number' ? null : value
}

const written = (reasons: Record<string, MissingReason> | null) => (reasons === null ? null : JSON.stringify(reasons))

function metadataOf({ variables, sets }: Dictionary, language: Language) {
  const about = variables.map(({ name, label, measure, codes, entries }) => ({
    name,
    label: label[language],
    measure,
    ...(entries.length > 0 && { entries: entries.map(({ code, label }) => ({ code, label: label[language] })) }),
    codes: codes.map(({ code, label, isMissing }) => ({
      code,
      label: label[language],
      ...(isMissing && { missing: true }),
    })),
  }))
  const multi = sets.map(({ name, label, variables }) => ({ name, label: label[language], variables }))
  return [
    { key: 'language', value: language },
    { key: 'variables', value: JSON.stringify(about) },
    { key: 'sets', value: JSON.stringify(multi) },
  ]
}
