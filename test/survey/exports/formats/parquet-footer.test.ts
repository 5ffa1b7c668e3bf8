/** The end of a Parquet file, kept group by group, is what the library writes of all groups at once. */
import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js'
import { writeMetadata } from 'hyparquet-writer/src/metadata.js'
import { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js'
import { expect, it } from 'vitest'
import { footerInParts } from '../../../../src/survey/exports/formats/parquet-footer.ts'

const names = ['a', 'b']
const schema = [
  { name: 'responses', num_children: names.length },
  ...names.map((name) => ({ name, type: 'INT32' as const, repetition_type: 'OPTIONAL' as const })),
]

it.each([0, 1, 2, 14, 15, 16, 200])('is the same of %d groups', (groups) => {
  const whole = new ByteWriter()
  const kvMetadata = [{ key: 'language', value: 'en' }]
  const writer = new ParquetWriter({ writer: whole, schema, kvMetadata, createdBy: 'Honorarium', statistics: false })
  const footer = footerInParts({ ByteWriter, writeMetadata })
  for (let n = 0; n < groups; n += 1) {
    const data = Array.from({ length: 1 + (n % 3) }, (_, at) => (at === 1 ? null : n * 1_000))
    writer.write({ columnData: names.map((name) => ({ name, data, offsetIndex: false })) })
    for (const group of writer.row_groups.slice(-1)) footer.add(group)
  }
  writer.pendingIndexes.length = 0
  const start = whole.index
  writer.finish()
  const parts = new ByteWriter()
  const of = { version: 2, created_by: 'Honorarium', schema: writer.schema, num_rows: writer.num_rows }
  footer.write(parts, { ...of, key_value_metadata: kvMetadata })
  expect(parts.getBytes()).toEqual(whole.getBytes().subarray(start))
})
