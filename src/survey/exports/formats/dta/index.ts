/**
 * Stata file (`.dta`, format 118): codes with their labels, the kinds of missing told apart. Long texts stand behind all
 * records, and the head says where: so the responses are read three times, to measure, for the records and for the texts.
 */
import { ByteWriter } from '../../../../platform/files/byte-writer.ts'
import type { ExportFormat, RecordBatch } from '../format.ts'
import { dtaHead } from './head.ts'
import { valueLabelTables } from './labels.ts'
import { type DtaVariableLayout, dtaPlaces, isLong } from './layout.ts'
import { longTextBytes, writeLongTexts, writeRecord } from './records.ts'
import { shortLabel } from './short-label.ts'

export const dta: ExportFormat = {
  id: 'dta',
  extension: 'dta',
  mediaType: 'application/x-stata-dta',
  permission: 'responses.export',
  hasLanguage: true,
  saysStudy: true,
  byRecord: false,
  weights: 'stata',
  revision: 3,
  cut: ({ variables }, language) =>
    variables.filter((variable) => shortLabel(variable, language) !== variable.label[language]).map(({ name }) => name),
  async *write(dictionary, batches, options) {
    const language = options.language ?? 'en'
    const places = dtaPlaces(dictionary.variables)
    const labels = valueLabelTables(places, language)
    const longTexts = places.some(isLong) ? await measured(places, batches) : 0
    const head = { places, language, title: options.title[language], instant: options.at, n: options.count }
    yield dtaHead(head, { longTexts, labels: labels.length })

    const out = new ByteWriter()
    let n = 0
    for await (const { records } of batches) {
      for (const record of records) {
        n += 1
        writeRecord(out, places, record, n)
      }
      yield out.take()
    }
    if (n !== options.count) throw new RangeError('There are not as many responses as the head of the file says.')
    out.text('</data><strls>')

    let [written, of] = [0, 0]
    for await (const { records } of longTexts > 0 ? batches : []) {
      const before = out.length
      for (const record of records) {
        of += 1
        writeLongTexts(out, places, record, of)
      }
      written += out.length - before
      yield out.take()
    }
    if (written !== longTexts) throw new RangeError('Texts went while the file was written.')
    yield out.text('</strls><value_labels>').bytes(labels).text('</value_labels></stata_dta>').take()
  },
}

async function measured(places: readonly DtaVariableLayout[], batches: AsyncIterable<RecordBatch>): Promise<number> {
  let bytes = 0
  for await (const { records } of batches) for (const record of records) bytes += longTextBytes(places, record)
  return bytes
}
