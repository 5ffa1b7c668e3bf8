import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeFile } from '../../../simulation/statements/make.ts'
import { type Movement, randomFrom } from '../../../simulation/statements/movement.ts'
import { isBankFormat, type MovementKind, statementFormats } from '../../../src/reconciliation/formats/statement.ts'
import { runs } from '../../support/run/whole.ts'
import { chunked, type Reading, read, readUpload } from './reading.ts'

const start = Date.parse('2026-02-24T00:00:00.000+08:00')
const debits: MovementKind[] = ['payment', 'fee', 'tax', 'other', 'unknown']
const credits: MovementKind[] = ['return', 'topup', 'unknown']

/** Any movements: amounts, times, directions, currencies of one account. */
const anyMovements = (currency: string, isBank: boolean): fc.Arbitrary<Movement[]> =>
  fc
    .array(
      fc.record({
        second: fc.nat(3 * 86_400 - 1),
        amountMinor: fc.oneof(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 90_000_000 })),
        isDebit: fc.boolean(),
        kind: fc.nat(),
        reference: fc.option(fc.stringMatching(/^[1-9A-Z][0-9A-Z]{0,30}$/), { nil: null }),
        batch: isBank ? fc.constantFrom('', 'A', 'B') : fc.constant(''),
      }),
      { minLength: 1, maxLength: 25 },
    )
    .map((all) =>
      all
        .sort((one, other) => one.second - other.second)
        .map(({ second, amountMinor, isDebit, kind, reference, batch }, i) => ({
          id: `F${i}`,
          providerId: `P${i}`,
          reference,
          at: new Date(start + second * 1000).toISOString(),
          direction: isDebit ? 'debit' : 'credit',
          amountMinor,
          currency,
          kind: (isDebit ? debits[kind % debits.length] : credits[kind % credits.length]) ?? 'unknown',
          account: `A${i}`,
          ...(batch === '' ? {} : { batch }),
        })),
    )

const anyFile = fc
  .record({
    format: fc.constantFrom(...statementFormats),
    seed: fc.nat(1000),
    mark: fc.boolean(),
    as: fc.constantFrom('json', 'csv'),
  })
  .chain(({ format, ...options }) => {
    const isBank = isBankFormat(format)
    const isChinese = format === 'wechat_fund_bill' || format === 'alipay_bill'
    const currency = isChinese ? fc.constant('CNY') : fc.constantFrom('CNY', 'JPY', 'USD', 'KWD', 'CLF')
    const version = fc.constantFrom('02', '03', '04', '08', '13')
    const prefix = fc.constantFrom('', 'ns')
    return fc
      .record({ movements: currency.chain((code) => anyMovements(code, isBank)), version, prefix })
      .map(({ movements, ...more }) => ({
        format,
        movements,
        options: {
          ...options,
          ...more,
          as: format === 'tremendous' ? (options.as as 'json' | 'csv') : ('json' as const),
        },
      }))
  })

const picked = ({ lines }: Reading, like: readonly object[]) =>
  lines.map((line, i) => Object.fromEntries(Object.keys(like[i] ?? {}).map((name) => [name, line[name as 'key']])))

describe('any file that is made', () => {
  test('is read back to exactly the movements it was made of', async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, fc.boolean(), async ({ format, movements, options }, packed) => {
        const made = await makeFile(format, movements, { ...options, packed })
        const reading = await readUpload(made.bytes, { ...made.read, sha1: made.sha1 })
        expect(reading.broken).toBeNull()
        expect(reading.format).toBe(format)
        expect(picked(reading, made.lines)).toEqual(made.lines)
        expect(reading.totals).toHaveLength(1)
      }),
      { numRuns: runs(150) },
    )
  })

  test('comes to the same however its bytes arrive', async () => {
    const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(anyFile, cuts, fc.boolean(), async ({ format, movements, options }, shares, packed) => {
        const made = await makeFile(format, movements, { ...options, packed })
        const places = shares.map((share) => Math.floor(share * made.bytes.length))
        expect(await readUpload(made.bytes, made.read, places)).toEqual(await readUpload(made.bytes, made.read))
      }),
      { numRuns: runs(60) },
    )
  })

  test('is refused when it is cut, unless nothing of what it says is lost', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyFile,
        fc.double({ min: 0, max: 1, noNaN: true }),
        async ({ format, movements, options }, share) => {
          const made = await makeFile(format, movements, options)
          const whole = await read(format, made.bytes, made.read)
          // Half of the cuts are within the last forty bytes, where the traps are.
          const fromEnd = share < 0.5 ? 1 + Math.floor(share * 80) : Math.ceil((share - 0.5) * 2 * made.bytes.length)
          const cut = await read(format, made.bytes.slice(0, Math.max(0, made.bytes.length - fromEnd)), made.read)
          if (cut.broken === null) expect(cut).toEqual(whole)
          else expect(cut.totals).toEqual([])
        },
      ),
      { numRuns: runs(300) },
    )
  })

  test('packed and cut is always refused', async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), async (file, share) => {
        const made = await makeFile(file.format, file.movements, { ...file.options, packed: true })
        const cut = made.bytes.slice(0, Math.floor(share * made.bytes.length))
        const reading = await readUpload(cut, made.read)
        expect(reading.broken).not.toBeNull()
        expect(reading.totals).toEqual([])
      }),
      { numRuns: runs(60) },
    )
  })

  test('with any one byte changed is refused by its hash at the latest', async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, fc.nat(), fc.integer({ min: 1, max: 255 }), async (file, place, change) => {
        const made = await makeFile(file.format, file.movements, file.options)
        const bytes = made.bytes.slice()
        const at = place % bytes.length
        bytes[at] = (bytes[at] ?? 0) ^ change
        const reading = await read(file.format, chunked(bytes), { ...made.read, sha1: made.sha1 })
        expect(reading.broken).not.toBeNull()
        expect(reading.totals).toEqual([])
      }),
      { numRuns: runs(150) },
    )
  })
})

test('the seed decides everything about a made file', async () => {
  const [one, other] = [randomFrom(7), randomFrom(7)]
  expect([one(), one(), one()]).toEqual([other(), other(), other()])
})
