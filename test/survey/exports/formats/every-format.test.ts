/** What holds for every format of answers, whatever it writes. */
import { expect, it } from 'vitest'
import type { Database } from '../../../../src/platform/db/together.ts'
import { exportFormats } from '../../../../src/survey/exports/formats/index.ts'
import { edgeCaseDictionary, edgeCaseRecords } from './edge-case-data.ts'
import { writtenPieces } from './write.ts'

/** Formats whose rows stand in other tables find none there. */
const db = { read: async () => [] } as unknown as Database
const records = edgeCaseRecords.slice(0, 5)
const options = { db, count: records.length }

it.each(exportFormats.filter(({ byRecord }) => byRecord).map((format) => [format.id, format] as const))(
  '%s is its head, then one piece a batch, and goes on from any of them',
  async (_, format) => {
    const [, ...pieces] = await writtenPieces(format, edgeCaseDictionary, records, options)
    expect(pieces).toHaveLength(3)
    for (const batch of [1, 2]) {
      const rest = records.slice(batch * 2)
      expect(await writtenPieces(format, edgeCaseDictionary, rest, { ...options, isContinued: true })).toEqual(
        pieces.slice(batch),
      )
    }
  },
)

it.each(exportFormats.map((format) => [format.id, format] as const))(
  '%s has the same bytes when it is written again',
  async (_, format) => {
    const write = async () => Buffer.concat(await writtenPieces(format, edgeCaseDictionary, records, options))
    expect((await write()).equals(await write())).toBe(true)
  },
)
