/** camt.053 as banks write it beside the examples: balances in other words, decimals, days and charges that XML allows. */
import { describe, expect, test } from 'vitest'
import { inMemory } from '../../../src/platform/files/file-bytes.ts'
import { inspectUpload } from '../../../src/reconciliation/statements/account.ts'
import { asBytes, read } from './reading.ts'

const balance = (code: string, amount: string, day = '2026-11-20', side = '<CdtDbtInd>CRDT</CdtDbtInd>') => {
  const name = /^[A-Z]{4}$/.test(code) ? `<Cd>${code}</Cd>` : `<Prtry>${code}</Prtry>`
  return `<Bal><Tp><CdOrPrtry>${name}</CdOrPrtry></Tp><Amt Ccy="HKD">${amount}</Amt>${side}<Dt><Dt>${day}</Dt></Dt></Bal>`
}
const ends = (opening: string, closing: string) => balance('OPBD', opening) + balance('CLBD', closing)
const entry = (amount: string, { side = 'CRDT', day = '<Dt>2026-11-20</Dt>', ref = 'R1', more = '' } = {}) =>
  `<Ntry><Amt Ccy="HKD">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd><Sts>BOOK</Sts>${day === '' ? '' : `<BookgDt>${day}</BookgDt>`}<AcctSvcrRef>${ref}</AcctSvcrRef>${more}</Ntry>`
const period = '<FrToDt><FrDtTm>2026-11-20T00:00:00</FrDtTm><ToDtTm>2026-11-20T23:59:59</ToDtTm></FrToDt>'
const statement = (inside: string, account = '012345678', days = period) =>
  `<Stmt><Id>S</Id>${days}<Acct><Id><Othr><Id>${account}</Id></Othr></Id><Ccy>HKD</Ccy></Acct>${inside}</Stmt>`
const document = (...statements: string[]) =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>${statements.join('')}</BkToCstmrStmt></Document>`

const fee = `<NtryDtls><TxDtls><Amt Ccy="HKD">1500.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Chrgs><Rcrd><Amt Ccy="HKD">20.00</Amt><Tax><Amt Ccy="HKD">6.00</Amt></Tax></Rcrd></Chrgs></TxDtls></NtryDtls>`

describe('a statement is read', () => {
  test.each<[string, string, string[]]>([
    ['with balances in Chinese', balance('期初余额', '1.00') + balance('期末余额', '6.00') + entry('5.00'), ['c500']],
    [
      'with balances in Portuguese',
      balance('SALDO INICIAL', '1.00') + balance('SALDO FINAL', '6.00') + entry('5.00'),
      ['c500'],
    ],
    ['with balances in short', balance('OB', '1.00') + balance('CB', '6.00') + entry('5.00'), ['c500']],
    [
      'that begins with nothing, on no side',
      balance('OPBD', '0.00', '2026-11-20', '') + balance('CLBD', '5.00') + entry('5.00'),
      ['c500'],
    ],
    [
      'with both balances of each of its days',
      `${ends('1.00', '6.00')}${balance('OPBD', '6.00', '2026-11-21')}${balance('CLBD', '8.00', '2026-11-21')}${entry('5.00')}${entry('2.00', { day: '<Dt>2026-11-21</Dt>' })}`,
      ['c500', 'c200'],
    ],
    [
      'with both balances of each of its days, the later one first',
      `${balance('OPBD', '6.00', '2026-11-21')}${balance('CLBD', '8.00', '2026-11-21')}${ends('1.00', '6.00')}${entry('5.00')}${entry('2.00', { day: '<Dt>2026-11-21</Dt>' })}`,
      ['c500', 'c200'],
    ],
    ['with decimals that leave out a side of the mark', ends('1.', '1.5') + entry('.50'), ['c50']],
    [
      'with a time of day without seconds',
      ends('1', '6') + entry('5.00', { day: '<DtTm>2026-11-20T10:15+08:00</DtTm>' }),
      ['c500'],
    ],
    [
      'with a tax on the charge',
      ends('2000.00', '474.00') + entry('1526.00', { side: 'DBIT', more: fee }),
      ['d150000', 'd2600'],
    ],
  ])('%s', async (_what, inside, lines) => {
    const found = await read('camt053', document(statement(inside)))
    expect(found.broken).toBeNull()
    expect(found.lines.map(({ direction, amountMinor }) => `${direction[0]}${amountMinor}`)).toEqual(lines)
  })

  test('whose balances are called so and do not follow is refused', async () => {
    const inside = balance('期初余额', '1.00') + balance('期末余额', '7.00') + entry('5.00')
    expect((await read('camt053', document(statement(inside)))).broken).toMatchObject({ why: 'balance' })
  })

  test('with the day that a person says, where it has none', async () => {
    const bare = ends('1.00', '6.00').replace(/<Dt>.*?<\/Dt><\/Dt>/g, '') + entry('5.00', { day: '' })
    const text = document(statement(bare, 'X', ''))
    expect((await read('camt053', text)).broken).toMatchObject({ why: 'no_day' })
    const claimed = await read('camt053', text, { claims: { fromDay: '2026-11-20', toDay: '2026-11-20' } })
    expect(claimed.lines.map(({ day }) => day)).toEqual(['2026-11-20'])
  })

  test('with a period of days', async () => {
    const days = '<FrToDt><FrDt>2026-11-19</FrDt><ToDt>2026-11-20</ToDt></FrToDt>'
    const { headings } = await read('camt053', document(statement(ends('1.00', '6.00') + entry('5.00'), 'X', days)))
    expect(headings).toMatchObject([{ fromDay: '2026-11-19', toDay: '2026-11-20' }])
  })
})

describe('two statements of one day in a file', () => {
  const [first, second] = [ends('1.00', '6.00') + entry('5.00'), ends('6.00', '11.00') + entry('5.00')]

  test('have each their booking, where a reference and an amount come in both', async () => {
    const { broken, lines } = await read('camt053', document(statement(first), statement(second)))
    expect(broken).toBeNull()
    expect(lines.map(({ key }) => key)).toEqual(['R1|c500', 'R1|c500|2'])
  })

  test('of two accounts know nothing of each other', async () => {
    const { broken, lines } = await read('camt053', document(statement(first), statement(second, '987')))
    expect(broken).toBeNull()
    expect(lines.map(({ key }) => key)).toEqual(['R1|c500', 'R1|c500'])
  })
})

describe('a file that breaks before its first line says whose it is', () => {
  const swift = ':20:X\n:25:1\n:60F:C261119HKD1,00\n:61:nonsense\n:62F:C261120HKD1,00\n-\n'
  test.each([
    ['camt053', document(statement(ends('1.00', '6.00') + entry('five')))],
    ['camt053', document(statement(ends('1.00', '6.00') + entry('5.00'))).replace('</Bal>', '</Ball>')],
    ['mt940', swift],
  ])('%s', async (format, text) => {
    const bytes = asBytes(text)
    expect((await read(format as 'mt940', bytes)).broken).not.toBeNull()
    expect(await inspectUpload.run({ head: bytes }, async () => {}, inMemory(bytes))).toEqual({
      format,
      account: { provider: 'manual', currency: 'HKD' },
      notRead: null,
    })
  })
})
