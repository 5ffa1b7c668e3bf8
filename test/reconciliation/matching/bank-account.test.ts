/** Which bank account a file is of, and how much of other files is remembered beside it. */
import { expect, test } from 'vitest'
import { sha256 } from '../../../src/platform/crypto/sha256.ts'
import { areApart, bankAccountOf } from '../../../src/reconciliation/bank-account.ts'
import type { KnownLine } from '../../../src/reconciliation/matching/lines-store.ts'
import { metBefore, metOfReports } from '../../../src/reconciliation/matching/overlapping-formats.ts'

const of = (format: 'camt053' | 'camt054' | 'mt940', account: string | null) => bankAccountOf(format, [{ account }])

test.each([
  [
    'an IBAN as it is written',
    of('camt053', 'CH93 0076 2011 6238 5295 7'),
    of('mt940', 'ch9300762011623852957'),
    false,
  ],
  ['two IBANs', of('camt053', 'CH9300762011623852957'), of('mt940', 'DE89370400440532013000'), true],
  ['two numbers of one format', of('camt053', '622200'), of('camt053', '622201'), true],
  ['one number, with and without its dashes', of('mt940', '012-345678-001'), of('mt940', '012345678001'), false],
  [
    'an IBAN and a number, which may be inside of it',
    of('camt053', 'CH9300762011623852957'),
    of('mt940', '1234'),
    false,
  ],
  ['numbers of two formats', of('camt053', '622200'), of('mt940', 'HSBC/622200'), false],
  ['what looks like an IBAN and a number', of('camt053', 'CH9300762011623852958'), of('camt053', '622200'), true],
  ['one number, with and without its bank', of('mt940', 'HSBCHKHH/012345678001'), of('mt940', '012345678001'), false],
  ['one number, with and without its currency', of('mt940', '012345678001 HKD'), of('mt940', '012345678001'), false],
  ['one number, with and without zeros before it', of('mt940', '0012345678001'), of('mt940', '12345678001'), false],
  ['two numbers at one bank', of('mt940', 'HSBCHKHH/622200'), of('mt940', 'HSBCHKHH/622201'), true],
  ['an IBAN with its currency', of('mt940', 'NL91ABNA0417164300EUR'), of('camt053', 'NL91ABNA0417164300'), false],
  [
    'an IBAN that ends with a currency',
    of('camt053', 'MU17BOMM0101101030300200000MUR'),
    of('camt053', 'NL91ABNA0417164300'),
    true,
  ],
  ['a file that names none', of('camt053', '622200'), of('camt053', ' '), false],
])('%s', (_what, one, other, apart) => {
  expect([areApart(one, other), areApart(other, one)]).toEqual([apart, apart])
})

test('the number itself is not kept', () => {
  expect(of('camt053', '622200')).toMatch(/^camt053:[0-9a-f]{16}$/)
  expect(bankAccountOf('csv', [])).toBeNull()
})

test('of 100,000 lines of reports that come again less is remembered than a row of D1 holds; of more the file is refused', () => {
  const file = { format: 'camt053', mapping: null } as const
  const line = (key: string): KnownLine => {
    const rest = { statementId: 'S1', row: 1, digest: '', day: '2026-02-21', names: null, booking: null }
    return { key, format: 'mt942', ...rest }
  }
  const half = Array.from({ length: 50_000 }, (_, n) => line(`R${n}`))
  const all = metOfReports(file, half, metOfReports(file, half, ''))
  expect(all).toHaveLength(600_000)
  expect(() => metOfReports(file, [line('X')], all)).toThrow(expect.objectContaining({ why: 'too_many' }))
  expect(metOfReports(file, [{ ...line('X'), format: 'camt052' }], all)).toHaveLength(600_000)
})

test('what an earlier release remembered of a file that was being read is not forgotten', () => {
  const file = { format: 'camt053', mapping: null } as const
  const lines = ['R1', 'R2|-100.00'].map(
    (key) => ({ key, format: 'mt942', statementId: 'S1', row: 1, digest: '', day: '2026-02-21' }) as KnownLine,
  )
  const now = metOfReports(file, lines, '')
  const ofReports = lines.map(({ key }) => sha256(key).slice(0, 16)).join('')
  expect(metBefore({ ofReports })).toBe(now)
  expect([metBefore({ reportsMet: now, ofReports: '' }), metBefore({})]).toEqual([now, ''])
})
