/** Apache Parquet: typed columns in groups of rows, with labels beside them. The library is loaded when a file is asked for. */

import type { Language } from '../../../../schema/questionnaire.ts'
import { loadedOnce } from '../../../platform/memory/loaded-once.ts'
import type { Dictionary, Value, Variable } from '../../variables/variable.ts'
import type { ExportFormat } from './format.ts'
import { type MissingReason, missingReasonsOf } from './missing.ts'
import { footerInParts } from './parquet-footer.ts'

/**
 * How many records are in memory at a time, in columns; readers skip and read whole groups. Of each column of each group 40 bytes
 * are kept until the end: of a million records and 121 columns 0.6 MB.
 */
const groupSize = 8_192

/** Most servers never write one. */
const library = loadedOnce(async () => ({
  ...(await import('hyparquet-writer/src/parquet-writer.js')),
  ...(await import('hyparquet-writer/src/bytewriter.js')),
  ...(await import('hyparquet-writer/src/metadata.js')),
}))

/**
 * Codes and whole numbers are INT32 (DOUBLE, which has whole ones to 2^53, where a question takes larger ones), weights DOUBLE, texts UTF-8, days DATE; null is a question that was not shown, unless the column
 * `missing`, a JSON object, gives another reason. Labels and codes stand in the file's key-value metadata as JSON, under
 * `variables` and `sets`.
 */
export const parquet: ExportFormat = {
  id: 'parquet',
  extension: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  permission: 'responses.export',
  hasLanguage: true,
  byRecord: false,
  revision: 3,
  async *write(dictionary, batches, { language }) {
    const { write, finish } = await opened(dictionary, language ?? 'en')
    const { variables } = dictionary
    const missingReasons = missingReasonsOf(dictionary)
    const columns = variables.map((variable) =>
      variable.type === 'text' ? new Texts(variable.name) : new Numbers(variable.name, isDouble(variable)),
    )
    const missing = new Texts('missing')
    const all = [...columns, missing]
    let n = 0
    const writeGroup = () => {
      for (const column of all) column.filled = n
      n = 0
      return write(all)
    }
    for await (const { records } of batches) {
      for (const record of records) {
        for (const [at, variable] of variables.entries()) columns[at]?.put(n, cell(record[at] ?? null, variable))
        missing.put(n, written(missingReasons(record)))
        n += 1
        if (n === groupSize) yield writeGroup()
      }
    }
    if (n > 0) yield writeGroup()
    yield finish()
  },
}

/** A writer into memory that is emptied with each group. */
async function opened(dictionary: Dictionary, language: Language) {
  const { ParquetWriter, ...written } = await library()
  const { variables } = dictionary
  const bytes = new written.ByteWriter()
  const footer = footerInParts(written)
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [
      { name: 'responses', num_children: variables.length + 1 },
      ...variables.map((variable) => ({
        name: variable.name,
        repetition_type: 'OPTIONAL' as const,
        ...(isDouble(variable) ? physical.double : physical[variable.type]),
      })),
      { name: 'missing', repetition_type: 'OPTIONAL', ...physical.text },
    ],
    kvMetadata: metadataOf(dictionary, language),
    createdBy: 'Honorarium',
    // The least and the greatest code of each group help no reader, and stay in memory until the end.
    statistics: false,
  })
  /** What was written since the last time; the writer goes on counting from the start of the file. */
  const taken = () => {
    const piece = bytes.getBytes().slice()
    bytes.index = 0
    return piece
  }
  return {
    /** A group of rows. */
    write(columnData: GroupColumn[]): Uint8Array {
      writer.write({ columnData, rowGroupSize: groupSize })
      // The writer would keep notes of each column of each group until the end.
      writer.pendingIndexes.length = 0
      for (const group of writer.row_groups.splice(0)) footer.add(group)
      return taken()
    },
    finish(): Uint8Array {
      const { schema, num_rows, kvMetadata, createdBy } = writer
      footer.write(bytes, {
        ...{ version: 2, created_by: createdBy, schema, num_rows },
        ...(kvMetadata && { key_value_metadata: kvMetadata }),
      })
      return taken()
    },
  }
}

const physical = {
  number: { type: 'INT32' },
  double: { type: 'DOUBLE' },
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  day: { type: 'INT32', converted_type: 'DATE' },
} as const

const isDouble = ({ isWeight, isLarge }: Variable) => isWeight === true || isLarge === true

/** Stands for null among numbers, and is none that can be answered: of 32 bits, and of more. */
const [nothing, nothingWide] = [-(2 ** 31), Number.NaN]

/** A column of a group, whose memory is used again for the next. The writer asks for `data`, one column after the other. */
abstract class GroupColumn {
  readonly name: string
  readonly offsetIndex = false
  filled = 0
  constructor(name: string) {
    this.name = name
  }
  abstract put(at: number, value: Value): void
  abstract get data(): Value[]
}

class Numbers extends GroupColumn {
  readonly #numbers: Int32Array | Float64Array
  readonly #nothing: number
  constructor(name: string, isWide: boolean) {
    super(name)
    this.#nothing = isWide ? nothingWide : nothing
    this.#numbers = new (isWide ? Float64Array : Int32Array)(groupSize)
  }
  put(at: number, value: Value): void {
    this.#numbers[at] = typeof value === 'number' ? value : this.#nothing
  }
  get data(): Value[] {
    return Array.from(this.#numbers.subarray(0, this.filled), (value) =>
      Object.is(value, this.#nothing) ? null : value,
    )
  }
}

class Texts extends GroupColumn {
  readonly #texts: Value[] = []
  /** Equal texts are held once: the reasons of many responses are the same. */
  readonly #known = new Map<Value, Value>()
  put(at: number, value: Value): void {
    if (at === 0) this.#known.clear()
    const known = this.#known.get(value)
    if (known === undefined) this.#known.set(value, value)
    this.#texts[at] = known ?? value
  }
  get data(): Value[] {
    return this.#texts.slice(0, this.filled)
  }
}

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
