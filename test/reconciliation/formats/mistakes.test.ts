import { describe, expect, test } from 'vitest'
import type { BookFault } from '../../../simulation/statements/book.ts'
import { type ByteFault, makeFile, withBrokenBytes } from '../../../simulation/statements/make.ts'
import { mistakeClasses, withMistakes } from '../../../simulation/statements/mistakes.ts'
import { dayOfMovement, paymentsFrom, randomFrom } from '../../../simulation/statements/movement.ts'
import {
  type StatementFault,
  type StatementLine,
  statementFormats,
} from '../../../src/reconciliation/formats/statement.ts'
import { readUpload } from './reading.ts'

const movements = paymentsFrom(11, 200)
const each = Object.fromEntries(mistakeClasses.map((name) => [name, name === 'balance_break' ? 1 : 2]))
const opening = 50_000_000

/** What is different between true movements and the lines of a file, said in as few words as the truth. */
function differences(
  lines: readonly StatementLine[],
  failed: ReadonlySet<string>,
  openingMinor: number | null,
): string[] {
  const byReference = Map.groupBy(lines, ({ reference }) => reference ?? '')
  const known = new Set(movements.map(({ reference }) => reference))
  const payments = movements.filter(({ kind }) => kind === 'payment')
  const found = payments.flatMap((movement) => {
    const { reference, amountMinor } = movement
    const all = byReference.get(reference ?? '') ?? []
    const [first, ...more] = [...all].sort((one, other) => other.direction.localeCompare(one.direction))
    if (first === undefined) return [`missing_at_provider ${reference}`]
    return [
      ...(failed.has(reference ?? '') ? [`state_conflict ${reference}`] : []),
      ...(first.amountMinor === amountMinor ? [] : [`amount_mismatch ${reference} ${first.amountMinor - amountMinor}`]),
      ...(first.day === dayOfMovement(movement) ? [] : [`late ${reference} ${first.day}`]),
      ...(first.kind === 'unknown' ? [`unknown_type ${reference}`] : []),
      ...more.map(({ kind }) => `${kind === 'return' ? 'return_after_success' : 'duplicate'} ${reference}`),
    ]
  })
  const strange = lines.flatMap(({ reference, kind, amountMinor }) => {
    if (kind === 'fee') return [`fee ${amountMinor}`]
    return reference === null || known.has(reference) ? [] : [`missing_in_ledger ${amountMinor}`]
  })
  const shift = openingMinor === null ? 0 : openingMinor - opening
  return [...found, ...strange, ...(shift === 0 ? [] : [`balance_break ${shift}`])].sort()
}

describe('mistakes put into a file', () => {
  test.each(statementFormats)('are all there to be found in %s, and nothing else is', async (format) => {
    const { movements: mistaken, shiftMinor, truth } = withMistakes(movements, 3, each)
    const made = await makeFile(format, mistaken, { openingMinor: opening + shiftMinor, packed: true, seed: 2 })
    const { lines, totals, broken } = await readUpload(made.bytes, made.read)
    expect(broken).toBeNull()
    const failed = new Set(
      truth.filter((one) => one.class === 'state_conflict').map(({ reference }) => reference ?? ''),
    )
    const hasBalances = !['alipay_bill', 'camt054', 'camt052', 'mt942'].includes(format)
    const expected = truth
      .filter((one) => hasBalances || one.class !== 'balance_break')
      .map((one) => {
        if (one.class === 'missing_in_ledger' || one.class === 'fee') return `${one.class} ${one.amountMinor}`
        if (one.class === 'amount_mismatch') return `${one.class} ${one.reference} ${one.deltaMinor}`
        if (one.class === 'late') return `${one.class} ${one.reference} ${one.day}`
        return one.class === 'balance_break' ? `${one.class} ${one.deltaMinor}` : `${one.class} ${one.reference}`
      })
    expect(differences(lines, failed, totals[0]?.openingMinor ?? null)).toEqual(expected.sort())
    expect(new Set(truth.map((one) => one.class)).size).toBe(mistakeClasses.length)
  })

  test('are the same for the same seed, and none without any', () => {
    expect(withMistakes(movements, 3)).toEqual(withMistakes(movements, 3))
    expect(withMistakes(movements, 3, {})).toEqual({ movements, shiftMinor: 0, truth: [] })
  })

  test('need payments to be made in', () => {
    expect(() => withMistakes(movements.slice(0, 3), 3)).toThrow(RangeError)
  })
})

describe('a file that is broken itself is refused', () => {
  const faults: [BookFault, StatementFault, typeof statementFormats][] = [
    [
      'totals',
      'totals',
      ['wechat_fund_bill', 'alipay_bill', 'camt053', 'camt054', 'camt052', 'mt942', 'tremendous'] as never,
    ],
    ['balance', 'balance', ['wechat_fund_bill', 'camt053', 'mt940', 'tremendous', 'csv'] as never],
    ['duplicate_key', 'duplicate_key', ['wechat_fund_bill', 'alipay_bill'] as never],
    ['period', 'period', ['alipay_bill', 'camt054'] as never],
  ]
  test.each(faults.flatMap(([fault, why, where]) => where.map((format) => [fault, format, why] as const)))(
    'for %s in %s',
    async (fault, format, why) => {
      for (let seed = 0; seed < 3; seed += 1) {
        const made = await makeFile(format, movements, { fault, seed })
        expect(await readUpload(made.bytes, made.read)).toMatchObject({ broken: { why }, totals: [] })
      }
    },
  )

  test.each(statementFormats)('for a column of amounts that is missing in %s', async (format) => {
    const made = await makeFile(format, movements, { fault: 'missing_column' })
    const reading = await readUpload(made.bytes, made.read)
    expect(['header', 'json', 'amount', 'no_amount', 'unknown_format']).toContain(reading.broken?.why)
    expect(reading.totals).toEqual([])
  })

  const byteFaults: ByteFault[] = ['truncated', 'garbage', 'flipped']
  test.each(statementFormats.flatMap((format) => byteFaults.map((fault) => [format, fault] as const)))(
    '%s %s is refused (row 19 of the fault table)',
    async (format, fault) => {
      const random = randomFrom(9)
      for (let i = 0; i < 5; i += 1) {
        const made = await makeFile(format, movements, { seed: i })
        const reading = await readUpload(withBrokenBytes(made.bytes, fault, random), { ...made.read, sha1: made.sha1 })
        expect(reading.broken).not.toBeNull()
        expect(reading.totals).toEqual([])
      }
    },
  )
})
