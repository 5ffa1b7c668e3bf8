import { describe, expect, test } from 'vitest'
import { makeFile } from '../../../simulation/statements/make.ts'
import { paymentsFrom } from '../../../simulation/statements/movement.ts'
import type { Checkpoint, ParseOptions } from '../../../src/reconciliation/formats/parser.ts'
import { readInSteps, readSome } from '../../../src/reconciliation/formats/read.ts'
import {
  reusesReferences,
  type StatementFormat,
  type StatementItem,
  statementFormats,
} from '../../../src/reconciliation/formats/statement.ts'
import { inTurn, isWhole } from '../../support/run/whole.ts'
import { mapping } from './hostile/mapping.ts'
import { asBytes, chunked, read } from './reading.ts'
import { skipBytes } from './skip-bytes.ts'

const cases: { format: StatementFormat; as?: 'csv'; batch?: string }[] = [
  ...statementFormats.map((format) => ({ format })),
  { format: 'tremendous', as: 'csv' },
  { format: 'camt053', batch: 'A' },
]

/** An import that forgets everything between two steps but the checkpoint's JSON. */
async function inSteps(
  format: StatementFormat,
  bytes: Uint8Array<ArrayBuffer>,
  options: ParseOptions,
  isSeekable: boolean,
) {
  const items: StatementItem[] = []
  let cursor: string | null = null
  let steps = 0
  do {
    const from: Checkpoint | null = cursor === null ? null : JSON.parse(cursor)
    const offset = from?.place.offset ?? 0
    const stream = isSeekable ? chunked(bytes.slice(offset)) : skipBytes(chunked(bytes), offset)
    const { items: more, next } = await readSome(format, stream, 500, { ...options, from })
    items.push(...more)
    cursor = next === null ? null : JSON.stringify(next)
    steps += 1
  } while (cursor !== null)
  return { items, steps }
}

describe('an import in steps, with a crash after each', () => {
  test.each(cases)('comes to the same as one in one go: $format $as $batch', async ({ format, as, batch }) => {
    const movements = paymentsFrom(5, isWhole ? 3000 : 1600, { days: 3 }).map((movement) =>
      batch ? { ...movement, batch } : movement,
    )
    const made = await makeFile(format, movements, { seed: 3, ...(as === undefined ? {} : { as }) })
    const whole: StatementItem[] = []
    for await (const { items } of readInSteps(format, chunked(made.bytes), made.read)) whole.push(...items)
    expect(whole.at(-1)?.is).toBe('totals')
    for (const isSeekable of inTurn([true, false], statementFormats.indexOf(format))) {
      const { items, steps } = await inSteps(format, made.bytes, made.read, isSeekable)
      expect(steps).toBeGreaterThan(2)
      expect(items).toEqual(whole)
    }
  })

  test('notices at its end what was wrong near its beginning', async () => {
    const made = await makeFile('wechat_fund_bill', paymentsFrom(5, 3000), { fault: 'balance' })
    const { items } = await inSteps('wechat_fund_bill', made.bytes, {}, true)
    expect(items.at(-1)).toMatchObject({ is: 'broken', why: 'balance' })
    expect(items.some(({ is }) => is === 'totals')).toBe(false)
  })

  test.each([0, 1, 2, 499, 500, 501, 700, 999, 1_000, 1_001])(
    'never goes on behind a row that is broken, wherever it stands: row %i of the file',
    async (at) => {
      const rows = Array.from({ length: 1_100 }, (_, i) => (i === at ? '2026-02-24,?\n' : '2026-02-24,1.00\n'))
      const bytes = asBytes(`Date,Amount\n${rows.join('')}`)
      const { items } = await inSteps('csv', bytes, { mapping, keysElsewhere: true }, true)
      const whole = await read('csv', bytes, { mapping, keysElsewhere: true })
      expect(whole.broken).not.toBeNull()
      expect(items.at(-1)).toEqual(whole.broken)
      expect(items.filter(({ is }) => is === 'line')).toHaveLength(at)
    },
  )

  test('keeps a small checkpoint however far it is', async () => {
    for (const { format, as, batch } of cases) {
      const movements = paymentsFrom(5, 3000, { days: 3 }).map((movement) =>
        batch ? { ...movement, batch } : movement,
      )
      const made = await makeFile(format, movements, as === undefined ? {} : { as })
      const { next } = await readSome(format, chunked(made.bytes), 2000, made.read)
      expect(JSON.stringify(next).length).toBeLessThan(reusesReferences(format) ? 40_000 : 3000)
    }
  })

  test('of another format, or with a hash that cannot be known, is a mistake of the caller', async () => {
    const made = await makeFile('wechat_fund_bill', paymentsFrom(5, 3000))
    const { next: from } = await readSome('wechat_fund_bill', chunked(made.bytes), 100)
    await expect(read('alipay_bill', 'x', { from })).rejects.toThrow(RangeError)
    await expect(read('wechat_fund_bill', 'x', { from, sha1: made.sha1 })).rejects.toThrow(RangeError)
  })
})
