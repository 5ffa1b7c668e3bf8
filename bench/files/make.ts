/** Hostile files without end, drawn from a seed: those of every generator in the tests, and honest ones that are damaged. */
import { pickerOf, weighted } from '../../demo/seeded.ts'
import { type MadeFile, makeFile } from '../../simulation/statements/make.ts'
import { paymentsFrom } from '../../simulation/statements/movement.ts'
import { statementFormats } from '../../src/reconciliation/formats/statement.ts'
import { hostileBankFiles } from '../../test/reconciliation/formats/hostile/bank-files.ts'
import { hostileGzips, hostileZips } from '../../test/reconciliation/formats/hostile/packed.ts'
import { hostileTables } from '../../test/reconciliation/formats/hostile/tables.ts'
import { hostileWorkbooks } from '../../test/reconciliation/formats/hostile/workbooks.ts'

type Bytes = Uint8Array<ArrayBuffer>

export interface HostileUpload {
  what: string
  bytes: Bytes
}

interface Kind {
  what: string
  /** So much of it is refused, or as much as is worth having. */
  most: number
  make(n: number): Bytes
}

const encoder = new TextEncoder()
const kinds: readonly Kind[] = [
  ...[...hostileBankFiles, ...hostileTables].map(({ what, format, make, refusedFrom }) => ({
    what: `${format}: ${what}`,
    most: refusedFrom,
    make: (n: number) => encoder.encode(make(n)),
  })),
  ...[...hostileZips, ...hostileGzips, ...hostileWorkbooks].map(({ what, make, n, readTo }) => ({
    what: `packed: ${what}`,
    most: Math.max(n, readTo ?? 1),
    make,
  })),
]

/** Most files are small, as whoever attacks has many of them; one in so many is as large as it gets. */
const largeOneIn = 400
const usuallyAtMost = 20_000
const largestBytes = 46_000_000

/** Makes the file of this number, always the same one for the same seed. */
export async function hostileUpload(seed: number, number: number): Promise<HostileUpload> {
  const pick = pickerOf(`hostile file ${seed} ${number}`)
  const from = weighted(
    [
      ['kind', 6],
      ['damaged', 3],
      ['honest', 1],
    ] as const,
    pick,
  )
  if (from === 'kind') {
    const { what, most, make } = kinds[pick(kinds.length)] as Kind
    const top = pick(largeOneIn) === 0 ? most * 1.1 : Math.min(most * 1.1, usuallyAtMost)
    const n = Math.max(1, Math.round(top ** (pick(1_000) / 999)))
    return { what, bytes: make(n).subarray(0, largestBytes) }
  }
  const format = statementFormats[pick(statementFormats.length)] ?? 'camt053'
  const isPacked = pick(2) === 0
  const movements = paymentsFrom(number + 1, 1 + pick(30))
  const { bytes }: MadeFile = await makeFile(format, movements, { packed: isPacked, openingMinor: 100_000_000 })
  const what = `${from}: ${format}${isPacked ? ', packed' : ''}`
  return { what, bytes: from === 'honest' ? bytes : damaged(bytes, pick) }
}

/** What a bad cable, a bad disk or a bad person makes of bytes. */
function damaged(bytes: Bytes, pick: (n: number) => number): Bytes {
  let result = bytes
  for (let times = 1 + pick(3); times > 0; times -= 1) {
    const at = pick(result.length)
    const [before, some, after] = [result.slice(0, at), result.slice(at, at + 1 + pick(40)), result.slice(at)]
    const how = pick(4)
    const noise = Uint8Array.from(some, () => pick(256))
    const parts = [
      [before, after.slice(some.length)],
      [before, noise, after.slice(some.length)],
      [before, some, after],
      [before],
    ][how] as Bytes[]
    result = new Uint8Array(Buffer.concat(parts))
    if (result.length === 0) return bytes
  }
  return result
}
