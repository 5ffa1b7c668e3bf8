/** Files that are made to break a reader: each is refused at its line, for what it is, after no more than its limit. */
import { describe, expect, it } from 'vitest'
import { streamOf } from '../../../../src/platform/files/bytes.ts'
import { recordsOfAStep } from '../../../../src/platform/files/limits.ts'
import { inPlace } from '../../../../src/platform/offload/job.ts'
import { readStep } from '../../../../src/reconciliation/formats/jobs.ts'
import type { StatementFormat } from '../../../../src/reconciliation/formats/statement.ts'
import { asBytes, read } from '../reading.ts'
import { hostileBankFiles } from './bank-files.ts'
import { mapping } from './mapping.ts'
import { hostileTables } from './tables.ts'

const all = [...hostileBankFiles, ...hostileTables]
/** Those that no test can wait for are in the growth test alone. */
const quick = all.filter(({ refusedFrom }) => refusedFrom < 3_000_000)

/** The file, and how much of it was asked for. */
function watched(bytes: Uint8Array<ArrayBuffer>) {
  const asked = { bytes: 0 }
  const stream = streamOf(
    (async function* () {
      for (let at = 0; at < bytes.length; at += 16_384) {
        const piece = bytes.subarray(at, at + 16_384)
        asked.bytes += piece.length
        yield piece
      }
    })(),
  )
  return { stream, asked }
}

describe('a file made to break its reader is refused with its line', () => {
  it.each(quick)('$format: $what', async ({ format, make, refusedFrom, why }) => {
    const { broken } = await read(format, make(refusedFrom), { mapping, keysElsewhere: true })
    expect(broken).toMatchObject({ why })
    expect(broken?.line).toBeGreaterThan(0)
  })

  it('without being read to its end', async () => {
    const bytes = asBytes(hostileBankFiles[0]?.make(5_000_000) ?? '')
    const { stream, asked } = watched(bytes)
    expect((await read('camt054', stream)).broken?.why).toBe('too_deep')
    expect(asked.bytes).toBeLessThan(200_000)
  })
})

describe('one step', () => {
  const fields = hostileBankFiles.find(({ what }) => what === 'fields without end')
  const rows = (n: number) => `Date,Amount\n${'2026-02-24,1.00\n'.repeat(n)}`

  it.each<[string, StatementFormat, string, number]>([
    ['takes so many elements, whatever they come to', 'camt054', fields?.make(100_000) ?? '', recordsOfAStep],
    ['takes the rows that it was asked for, however short they are', 'csv', rows(5_000), 1_000],
  ])('%s', async (_what, format, content, least) => {
    const bytes = asBytes(content)
    const options = { mapping, keysElsewhere: true }
    const { next } = await inPlace(readStep, { format, bytes, isLast: true, rows: 1_000, options })
    const share = (next?.place.offset ?? 0) / bytes.length
    const records = format === 'csv' ? 5_000 : 100_000
    expect(share).toBeGreaterThan(least / records - 0.01)
    // No more than one piece of the file beyond.
    expect(share).toBeLessThan((least + 20_000 * (records / 100_000)) / records)
  })
})
