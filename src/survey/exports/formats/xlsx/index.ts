/**
 * Excel workbook (`.xlsx`): every value in words, typed; references as text, days as dates, and a second sheet that says what
 * everything means. What does not fit a sheet stands in further ones.
 */
import { exportsMessages } from '../../../../../messages/generated/exports.ts'
import type { Language } from '../../../../../schema/questionnaire.ts'
import { type FileToZip, zipped } from '../../../../platform/files/zip-write.ts'
import type { Dictionary, Value } from '../../../variables/variable.ts'
import type { ExportFormat, RecordBatch } from '../format.ts'
import { codebookSheet } from './codebook-sheet.ts'
import { packageParts } from './package.ts'
import { type RowWriter, rowWriter } from './rows.ts'
import { mostSheetBytes, mostSheetRows, type SheetColumn, sheetEnd, sheetHead } from './sheet.ts'
import { SharedTexts } from './texts.ts'

export const xlsx: ExportFormat = {
  id: 'xlsx',
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  permission: 'responses.export',
  hasLanguage: true,
  byRecord: false,
  write: (dictionary, batches, options) => zipped(parts(dictionary, batches, options.language ?? 'en')),
}

async function* parts(
  dictionary: Dictionary,
  batches: AsyncIterable<RecordBatch>,
  language: Language,
): AsyncGenerator<FileToZip> {
  const words = exportsMessages(language)
  const texts = new SharedTexts()
  const columns = dictionary.variables.map(({ name, label, type }): SheetColumn => {
    const header = `${name} ${label[language]}`.trim()
    return { header: texts.place(header), width: type === 'text' ? 24 : 16 }
  })
  const rowOf = rowWriter(dictionary.variables, language, texts)
  const codebook = codebookSheet(dictionary, language, texts)

  const records = new Records(batches)
  const sheets: { name: string; file: string }[] = []
  do {
    const n = sheets.length + 1
    const file = `sheet${n}.xml`
    sheets.push({ name: n === 1 ? words.sheet : `${words.sheet} ${n}`, file })
    yield { path: `xl/worksheets/${file}`, content: sheet(sheetHead(columns), rowOf, records) }
  } while ((await records.next()) !== null)
  sheets.push({ name: words.codebook.sheet, file: 'codebook.xml' })
  const others: [string, string][] = [
    ['xl/worksheets/codebook.xml', codebook],
    ['xl/sharedStrings.xml', texts.xml()],
    ...packageParts(sheets),
  ]
  for (const [path, xml] of others) yield { path, content: bytesOf([xml]) }
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

async function* bytesOf(pieces: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(declaration)
  for await (const piece of pieces) yield encoder.encode(piece)
}

/** A sheet of as many records as fit. */
function sheet(head: string, rowOf: RowWriter, records: Records): AsyncGenerator<Uint8Array> {
  const pieces = async function* () {
    yield head
    let [row, length] = [1, 0]
    for (let left = await records.next(); left !== null && row < mostSheetRows && length < mostSheetBytes; ) {
      const some = records.take(mostSheetRows - row)
      let xml = ''
      for (const record of some) {
        row += 1
        xml += rowOf(record, row)
      }
      // A sign of a text takes three bytes at most for each of its units.
      length += xml.length * 3
      yield xml
      left = await records.next()
    }
    yield sheetEnd
  }
  return bytesOf(pieces())
}

/** Records that may be taken a part of a batch at a time. */
class Records {
  readonly #source: AsyncIterator<RecordBatch>
  #left: readonly (readonly Value[])[] = []

  constructor(batches: AsyncIterable<RecordBatch>) {
    this.#source = batches[Symbol.asyncIterator]()
  }

  /** What was read and not taken, never empty; null when there is no more. */
  async next(): Promise<readonly (readonly Value[])[] | null> {
    while (this.#left.length === 0) {
      const { done, value } = await this.#source.next()
      if (done === true) return null
      this.#left = value.records
    }
    return this.#left
  }

  /** At most so many of them. */
  take(most: number): readonly (readonly Value[])[] {
    const taken = this.#left.slice(0, most)
    this.#left = this.#left.slice(most)
    return taken
  }
}
