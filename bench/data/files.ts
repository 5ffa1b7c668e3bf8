/** The files that are proved: every format that needs no database, of the same records and one instant. */
import { createHash } from 'node:crypto'
import { type Language, languages } from '../../schema/questionnaire.ts'
import { allBytes } from '../../src/platform/files/bytes.ts'
import { inMemory } from '../../src/platform/files/file-bytes.ts'
import { filesIn, unpacked } from '../../src/platform/files/zip.ts'
import { codebookCsv } from '../../src/survey/exports/formats/codebook/csv.ts'
import { codebookPage } from '../../src/survey/exports/formats/codebook/page.tsx'
import { csv } from '../../src/survey/exports/formats/csv.ts'
import { csvLabels } from '../../src/survey/exports/formats/csv-labels.ts'
import { ddi } from '../../src/survey/exports/formats/ddi/ddi.ts'
import { dta } from '../../src/survey/exports/formats/dta/index.ts'
import type { ExportFormat, RecordBatch, WriteOptions } from '../../src/survey/exports/formats/format.ts'
import { jsonLines } from '../../src/survey/exports/formats/json-lines.ts'
import { parquet } from '../../src/survey/exports/formats/parquet.ts'
import { sav } from '../../src/survey/exports/formats/sav/index.ts'
import { xlsx } from '../../src/survey/exports/formats/xlsx/index.ts'
import { questionnaires } from './questionnaire.ts'
import { type Answered, dictionary } from './records.ts'

/** So many people answered. */
export const people = 150

const proved: readonly ExportFormat[] = [xlsx, sav, dta]
/** Those that other tests prove, or that nothing but a person can read. */
const others: readonly ExportFormat[] = [csv, csvLabels, jsonLines, parquet, codebookPage, codebookCsv, ddi]

/** What the writer of a format is told beside the records; there is no database. */
export function optionsOf({ hasLanguage }: ExportFormat, language: Language, count: number): WriteOptions {
  const [first] = questionnaires
  if (first === undefined) throw new Error('No questionnaire.')
  const about = { title: first.title, organiser: first.title, about: null, at: '2026-11-29T12:00:00.000Z' }
  return { ...about, language: hasLanguage ? language : null, count, isContinued: false, db: undefined as never }
}

/** The file's bytes. */
async function fileOf(format: ExportFormat, language: Language, all: readonly Answered[]): Promise<Uint8Array> {
  const batches: AsyncIterable<RecordBatch> = {
    async *[Symbol.asyncIterator]() {
      for (let at = 0; at < all.length; at += 50) {
        yield { records: all.slice(at, at + 50).map(({ record }) => record), respondents: [] }
      }
    },
  }
  const pieces: Uint8Array[] = []
  for await (const piece of format.write(dictionary, batches, optionsOf(format, language, all.length))) {
    pieces.push(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece)
  }
  return Buffer.concat(pieces)
}

/** Every file that is proved, with its name. */
export const files = (all: readonly Answered[]) => named(proved, all)

/** The others that need no database. */
export const otherFiles = (all: readonly Answered[]) => named(others, all)

async function* named(formats: readonly ExportFormat[], all: readonly Answered[]) {
  for (const format of formats) {
    for (const language of format.hasLanguage ? languages : (['en'] as const)) {
      const parts = [format.id, ...(format.hasLanguage ? [language] : [])]
      yield { name: `${parts.join('-')}.${format.extension}`, bytes: await fileOf(format, language, all) }
    }
  }
}

/**
 * The SHA-256 of a file; of a workbook, that of the files inside: how they are packed is the business of the runtime, and
 * may change with it.
 */
export async function contentHash(name: string, bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256')
  if (!name.endsWith('.xlsx')) return hash.update(bytes).digest('hex')
  for (const file of await filesIn(inMemory(bytes))) hash.update(await allBytes(unpacked(file), 1e9))
  return hash.digest('hex')
}
