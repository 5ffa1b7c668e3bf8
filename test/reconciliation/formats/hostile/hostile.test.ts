/** Files that are made to break a reader: each is refused at its line, for what it is, after no more than its limit. */
import { describe, expect, it } from 'vitest'
import { streamOf } from '../../../../src/platform/files/bytes.ts'
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
