/**
 * `npm run bench:formats [-- --rows 1000000]`: how fast each format is written when the records are there already, and how
 * much memory that takes; each in a process of its own. What reading and opening answers costs comes on top.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { csvRow } from '../../src/platform/files/csv.ts'
import type { RecordBatch } from '../../src/survey/exports/formats/format.ts'
import { exportFormats } from '../../src/survey/exports/formats/index.ts'
import type { Value } from '../../src/survey/variables/variable.ts'
import { optionsOf } from './files.ts'
import { answered, dictionary } from './records.ts'

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '1000000' }, format: { type: 'string' } },
})
const rows = Number(values.rows)
/** Nothing of a format: the rows joined by commas, which no format can be faster than by much. */
const bare = 'bare loop'
/** Those whose rows are the records themselves. */
const ofRecords = exportFormats.filter(
  ({ countsOnly, isOfEverybody, weights }) => countsOnly !== true && isOfEverybody !== true && weights !== 'none',
)
const measured = [bare, ...ofRecords.map(({ id }) => id)]

if (values.format !== undefined) await measure(values.format)
else {
  console.log('format        rows a second   bytes a row   peak MB   before MB')
  for (const format of measured) {
    const args = [...process.execArgv, fileURLToPath(import.meta.url), '--rows', values.rows, '--format', format]
    spawnSync(process.execPath, args, { stdio: 'inherit' })
  }
}

async function measure(id: string): Promise<void> {
  const sample = answered(200).map(({ record }) => record)
  const before = process.memoryUsage.rss()
  const began = performance.now()
  let bytes = 0
  for await (const piece of pieces(id, sample))
    bytes += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length
  const seconds = (performance.now() - began) / 1000
  const figures = [rows / seconds, bytes / rows, process.resourceUsage().maxRSS / 1000, before / 1e6]
  console.log(
    id.padEnd(12),
    ...figures.map((figure, at) =>
      Math.round(figure)
        .toString()
        .padStart([14, 13, 9, 11][at] ?? 9),
    ),
  )
}

function pieces(id: string, sample: readonly Value[][]): AsyncIterable<Uint8Array | string> {
  const batches: AsyncIterable<RecordBatch> = {
    async *[Symbol.asyncIterator]() {
      for (let from = 0; from < rows; from += sample.length) {
        const records = sample.slice(0, rows - from).map((record, at) => record.with(0, `r${from + at}`))
        yield { records, respondents: [] }
      }
    },
  }
  if (id === bare) return printed(batches)
  const format = exportFormats.find((one) => one.id === id)
  if (format === undefined) throw new Error(`There is no format ${id}.`)
  return format.write(dictionary, batches, optionsOf(format, 'zh-Hans', rows))
}

async function* printed(batches: AsyncIterable<RecordBatch>): AsyncGenerator<string> {
  for await (const { records } of batches) yield records.map((record) => csvRow([...record])).join('')
}
