/** Writes files of any format out of a dictionary and records, without a database. */
import type { ExportFormat, RecordBatch, WriteOptions } from '../../../../src/survey/exports/formats/format.ts'
import type { Code, Dictionary, MultiSet, Value, Variable } from '../../../../src/survey/variables/variable.ts'
import { alike, text } from '../../questionnaire/small.ts'

export const code = (value: number, label: string, isMissing = false): Code => ({
  code: value,
  label: alike(label),
  isMissing,
})
export const blank = code(-1, '(left blank)', true)
export const gone = code(-2, '(erased)', true)

export const variable = (name: string, more: Partial<Variable> = {}): Variable => ({
  name,
  column: null,
  question: null,
  type: 'number',
  measure: 'nominal',
  label: alike(name),
  part: null,
  codes: [],
  entries: [],
  maxBytes: null,
  wordings: [],
  ...more,
})

export const dictionary = (variables: Variable[], sets: MultiSet[] = []): Dictionary => ({
  variables,
  sets,
  questions: [],
  columns: new Map(),
})

/** The file piece by piece; records come in batches of two, and from the start whenever they are asked for. */
export async function writtenPieces(
  format: ExportFormat,
  about: Dictionary,
  records: readonly (readonly Value[])[],
  more: Partial<WriteOptions> = {},
): Promise<Uint8Array[]> {
  const batches: AsyncIterable<RecordBatch> = {
    async *[Symbol.asyncIterator]() {
      for (let at = 0; at < records.length; at += 2) yield { records: records.slice(at, at + 2), respondents: [] }
    },
  }
  const options = {
    language: 'en',
    title: text('A study'),
    at: '2026-11-29T16:05:09.123Z',
    isContinued: false,
  } as const
  const pieces: Uint8Array[] = []
  const asked = {
    ...options,
    organiser: text('A university'),
    about: null,
    count: records.length,
    db: undefined as never,
    ...more,
  }
  for await (const piece of format.write(about, batches, asked)) {
    pieces.push(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece)
  }
  return pieces
}

/** The file's bytes. */
export async function written(...asked: Parameters<typeof writtenPieces>): Promise<Uint8Array> {
  return Buffer.concat(await writtenPieces(...asked))
}
