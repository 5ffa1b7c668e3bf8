/** A file four times as large takes about four times as long to read: where it grew with its square, it would be sixteen. */
import { describe, expect, it } from 'vitest'
import { asBytes, read, readUpload } from '../reading.ts'
import { hostileBankFiles } from './bank-files.ts'
import { mapping } from './mapping.ts'
import { hostileGzips, hostileZips } from './packed.ts'
import { hostileTables } from './tables.ts'
import { hostileWorkbooks } from './workbooks.ts'

interface Growing {
  what: string
  readTo: number
  make(n: number): Uint8Array<ArrayBuffer>
  work(bytes: Uint8Array<ArrayBuffer>): Promise<unknown>
}

const growing: Growing[] = [
  ...[...hostileBankFiles, ...hostileTables].map(({ what, format, make, readTo }) => ({
    what: `${format}: ${what}`,
    readTo,
    make: (n: number) => asBytes(make(n)),
    work: (bytes: Uint8Array<ArrayBuffer>) => read(format, bytes, { mapping, keysElsewhere: true }),
  })),
  ...[...hostileZips, ...hostileGzips, ...hostileWorkbooks].map(({ what, make, readTo }) => ({
    what: `packed: ${what}`,
    readTo,
    make,
    work: (bytes: Uint8Array<ArrayBuffer>) => readUpload(bytes, { mapping, keysElsewhere: true }),
  })),
].flatMap(({ readTo, ...one }) => (readTo === undefined ? [] : [{ ...one, readTo }]))

/** So little processor time says nothing, in milliseconds. */
const tooLittle = 40
/** Between four, which is linear, and sixteen. */
const most = 9
const tries = 5

async function processorTime(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

describe('reading takes a time that grows no faster than the file', () => {
  it.each(growing)('$what', async ({ make, work, readTo }) => {
    const [small, large] = [make(readTo / 4), make(readTo)]
    // Four in a row, as what is only read once ends before memory has to be tidied up, and the large one does not.
    const ofSmall = async () => {
      for (let n = 0; n < 4; n += 1) await work(small)
    }
    let [least, leastLarge] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    // The least of several is what nobody else disturbed.
    for (let n = 0; n < tries; n += 1) {
      least = Math.min(least, (await processorTime(ofSmall)) / 4)
      leastLarge = Math.min(leastLarge, await processorTime(() => work(large)))
      if (leastLarge < tooLittle || leastLarge < least * most) return
    }
    expect(leastLarge / least).toBeLessThan(most)
  })
})
