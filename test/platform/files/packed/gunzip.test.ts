/** A gzip may hold any number of members, and is read as what they come to together. */
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allBytes, streamOf } from '../../../../src/platform/files/bytes.ts'
import { gunzipped } from '../../../../src/platform/files/packed/gunzip.ts'

const bytesOf = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))
const ascii = (text: string) => new TextEncoder().encode(text)
const header = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]

/** The bytes in it, where it arrives in pieces of a size. */
function unpacked(bytes: Uint8Array, size = bytes.length) {
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  return allBytes(gunzipped(streamOf(pieces())), 10_000_000)
}

describe('several members', () => {
  test('are unpacked one behind the other, however their bytes arrive', async () => {
    const anyParts = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(anyParts, fc.integer({ min: 1, max: 400 }), async (parts, size) => {
        const packed = bytesOf(...parts.map((part) => gzipSync(part)))
        expect(await unpacked(packed, size)).toEqual(bytesOf(...parts))
      }),
      { numRuns: 60 },
    )
  })

  test('of more than a piece each', async () => {
    const part = (seed: number) =>
      Uint8Array.from({ length: 200_000 }, (_, n) => (Math.imul(n + seed, 2_654_435_761) >>> 13) & 0xff)
    const packed = bytesOf(gzipSync(part(1)), gzipSync(part(2)), gzipSync(part(3)))
    expect(await unpacked(packed)).toEqual(bytesOf(part(1), part(2), part(3)))
  })

  test('with names and comments of their own', async () => {
    const plain = gzipSync('b')
    const named = bytesOf(
      Uint8Array.from([...header.slice(0, 3), 8, ...header.slice(4)]),
      ascii('day2.xml\0'),
      plain.subarray(10),
    )
    expect(await unpacked(bytesOf(gzipSync('a'), named))).toEqual(ascii('ab'))
  })
})

describe('what looks like the beginning of a member', () => {
  /** A member that holds its bytes as they are. */
  const stored = (...parts: Uint8Array[]) => new Uint8Array(gzipSync(bytesOf(...parts), { level: 0 }))
  const like = (times: number) =>
    Array.from({ length: times }, () => bytesOf(Uint8Array.of(9, 0, 0, 0, ...header), ascii('-'.repeat(60))))

  test.each([1, 3, 500])('%s times and is none is what the member holds', async (times) => {
    const content = [ascii('x'.repeat(100)), ...like(times)]
    expect(await unpacked(bytesOf(stored(...content), gzipSync('end')))).toEqual(bytesOf(...content, ascii('end')))
  })
})

test.each([1, 7, 65_536])('zeros that fill the file up are passed over: %i', async (count) => {
  const filled = bytesOf(gzipSync('one'), gzipSync('two'), new Uint8Array(count))
  expect(await unpacked(filled, 31)).toEqual(ascii('onetwo'))
})

describe('a gzip is refused', () => {
  const two = bytesOf(gzipSync('one'), gzipSync('two'))
  test.each([
    ['that is cut in its second member', two.subarray(0, two.length - 9), 'container'],
    ['that is cut in its first', two.subarray(0, 15), 'container'],
    ['with something else behind zeros', bytesOf(two, new Uint8Array(9), ascii('and something else')), 'container'],
    ['with something else behind its members', bytesOf(two, ascii('and something else')), 'container'],
    ['of which a checksum does not hold', two.with(two.length - 6, 7), 'container'],
    ['that says another size than it has', two.with(two.length - 4, 7), 'container'],
    ['with a header that is none', two.with(gzipSync('one').length + 2, 7), 'container'],
    ['of more members than any has', bytesOf(...Array.from({ length: 4_001 }, () => gzipSync(''))), 'too_many'],
  ])('%s', async (_what, bytes, why) => {
    await expect(unpacked(bytes)).rejects.toMatchObject({ why })
  })
})
