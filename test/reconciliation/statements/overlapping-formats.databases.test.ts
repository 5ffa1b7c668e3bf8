/** One day, told by files of two kinds: its money counts once, or the second file is refused with the day. */
import { expect, it } from 'vitest'
import type { CsvMapping } from '../../../src/reconciliation/formats/csv/mapping.ts'
import { csvMapping } from '../../../src/reconciliation/formats/csv/mapping.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { floatOf, uploadBytes } from '../../support/paid.ts'
import { manualPayer } from '../../support/payer.ts'
import type { World } from '../../support/world.ts'

const accountId = 'manual:HKD'
const bytes = (text: string) => new TextEncoder().encode(text)

const table = csvMapping.parse({
  delimiter: ',',
  day: { column: 'Date', format: 'YYYY-MM-DD' },
  amount: { by: 'sign', column: 'Amount', below: 'debit' },
  currency: { code: 'HKD' },
  key: 'Ref',
})
const rows = ['Date,Ref,Serial,Amount,Memo', '2026-11-21,A,71,-10.00,x', '2026-11-21,B,72,-10.00,y', '']
const laterRows = [...rows.slice(0, 3), '2026-11-21,C,73,-4.00,z', '2026-11-22,D,74,-5.00,z', '']

const csv = (lines: readonly string[], changed: Partial<CsvMapping> = {}) => ({
  bytes: bytes(lines.join('\n')),
  mapping: { ...table, ...changed },
  claims: { rows: lines.length - 2 },
})

const movement = (ref: string, day = 21) => `:61:2611${day}11${day}D10,00NTRFNONREF//${ref}\n`
const report = (refs: readonly string[]) => ({
  bytes: bytes(
    `:20:M\n:25:X\n:28C:1/1\n:34F:HKD0,\n:13D:2611211200+0800\n${refs.map((ref) => movement(ref)).join('')}-\n`,
  ),
})
const message = (refs: readonly string[], day = 21) => ({
  bytes: bytes(
    `:20:M\n:25:X\n:28C:1/1\n:60F:C2611${day - 1}HKD100,\n${refs.map((ref) => movement(ref, day)).join('')}:62F:C2611${day}HKD${100 - 10 * refs.length},\n-\n`,
  ),
})
const entry = (ref: string) =>
  `<Ntry><Amt Ccy="HKD">10.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-21</Dt></BookgDt><AcctSvcrRef>${ref}</AcctSvcrRef></Ntry>`
const balance = (code: string, amount: number) =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="HKD">${amount}.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>`
const head = '<Acct><Id><IBAN>X</IBAN></Id><Ccy>HKD</Ccy></Acct>'
const period = '<FrToDt><FrDtTm>2026-11-21T00:00:00</FrDtTm><ToDtTm>2026-11-21T23:59:59</ToDtTm></FrToDt>'
const camt = (refs: readonly string[]) => ({
  bytes: bytes(
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>S</Id>${period}${head}${balance('OPBD', 100)}${balance('CLBD', 100 - 10 * refs.length)}${refs.map(entry).join('')}</Stmt></BkToCstmrStmt></Document>`,
  ),
})
const camtReport = (refs: readonly string[]) => ({
  bytes: bytes(
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.052.001.08"><BkToCstmrAcctRpt><Rpt><Id>R</Id>${head}${refs.map(entry).join('')}</Rpt></BkToCstmrAcctRpt></Document>`,
  ),
})

const naming = (file: { bytes: Uint8Array }, ref: string) => ({
  bytes: bytes(
    new TextDecoder()
      .decode(file.bytes)
      .replace(
        `<AcctSvcrRef>${ref}</AcctSvcrRef>`,
        `$&<NtryDtls><TxDtls><Refs><EndToEndId>E-${ref}</EndToEndId></Refs></TxDtls></NtryDtls>`,
      ),
  ),
})
const notification = (refs: readonly string[]) => ({
  bytes: bytes(
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn><Ntfctn><Id>N</Id>${head}${refs.map(entry).join('')}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`,
  ),
})

type File = Parameters<typeof uploadBytes>[2] & { bytes: Uint8Array }

async function upload(world: World, { bytes: content, ...said }: File) {
  const { statement } = await uploadBytes(world, content, { accountId, ...said })
  return [statement?.state, JSON.parse(statement?.problem ?? '{}').why ?? statement?.linesNew]
}

async function moneyOf(world: World) {
  return (await rowsOf(world, 'statement_days')).reduce((sum, { debit_minor }) => sum + Number(debit_minor), 0)
}

const same = ['published', 0]
const refused = ['refused', 'other_format']

forEachDatabase((_, openDatabase, once) => {
  const world = async () => {
    const made = await fresh({ open: openDatabase })
    made.ports.payers = [manualPayer()]
    return made
  }

  it('a table that is named by another column is refused on days that are covered, and so is one without', async () => {
    const there = await world()
    expect(await upload(there, csv(rows))).toEqual(['published', 2])
    for (const key of ['Serial', null]) expect(await upload(there, csv(laterRows, { key }))).toEqual(refused)
    expect(await moneyOf(there)).toBe(2_000)
    const [names = '', ...others] = laterRows
    const behind = csv([names, ...others.slice(3)], { key: 'Serial' })
    expect(await upload(there, behind)).toEqual(['published', 1])
  })

  once('a table that is read otherwise in nothing that names a line adds what is new', async () => {
    const there = await world()
    await upload(there, csv(rows))
    expect(await upload(there, csv(laterRows, { type: 'Memo' }))).toEqual(['published', 2])
    expect(await moneyOf(there)).toBe(2_900)
  })

  const published = (linesNew: number) => ['published', linesNew]

  it.each<[string, File, File, unknown[], number]>([
    ['a table', report(['R1', 'R2']), csv(rows), published(2), 2_000],
    ['camt.053 that numbers some of it otherwise', report(['R1', 'R2']), camt(['R1', 'Z2', 'Z3']), published(2), 3_000],
    ['camt.053 that has nothing of it', report(['R1', 'R2']), camt([]), refused, 2_000],
    ['a notification that numbers otherwise', report(['R1', 'R2']), notification(['Z1']), refused, 2_000],
  ])('a report of a day, and then %s', async (_what, first, second, comesTo, money) => {
    const there = await world()
    expect(await upload(there, first)).toEqual(['published', 2])
    expect(await upload(there, second)).toEqual(comesTo)
    expect(await moneyOf(there)).toBe(money)
    expect(await floatOf(there, accountId)).toBe(-money)
  })

  once.each<[string, File, File, unknown[], number]>([
    ['camt.053 that numbers otherwise', report(['R1', 'R2']), camt(['Z1', 'Z2', 'Z3']), published(3), 3_000],
    ['camt.053 that numbers alike', report(['R1', 'R2']), camt(['R1', 'R2', 'R3']), published(1), 3_000],
    ['MT940 that numbers otherwise', camtReport(['R1', 'R2']), message(['Z1', 'Z2']), published(2), 2_000],
    ['MT940 that numbers alike', camtReport(['R1', 'R2']), message(['R1', 'R2']), same, 2_000],
    ['MT940 of another day', camtReport(['R1', 'R2']), message(['Z1', 'Z2'], 22), published(2), 4_000],
    ['MT942 that numbers otherwise', camtReport(['R1', 'R2']), report(['Z1']), refused, 2_000],
    ['a notification that numbers alike', report(['R1', 'R2']), notification(['R1']), published(1), 2_000],
  ])('a report of a day, and then %s', async (_what, first, second, comesTo, money) => {
    const there = await world()
    expect(await upload(there, first)).toEqual(['published', 2])
    expect(await upload(there, second)).toEqual(comesTo)
    expect(await moneyOf(there)).toBe(money)
  })

  it.each<[string, readonly File[]]>([
    ['a table and a notification', [csv(rows), notification(['R1', 'R2'])]],
    ['a notification and a table', [notification(['R1', 'R2']), csv(rows)]],
  ])('%s of one day count once', async (_what, files) => {
    const there = await world()
    for (const file of files) expect(await upload(there, file)).toEqual(published(2))
    expect(await moneyOf(there)).toBe(2_000)
    expect(await floatOf(there, accountId)).toBe(-2_000)
  })

  once.each<[string, File[], File, unknown[]]>([
    ['a line that now says whose it is', [report(['R1', 'Z2'])], naming(camt(['R1', 'Q2']), 'R1'), published(2)],
    [
      'a booking that a notification told of',
      [camt(['Z1', 'Z2']), notification(['R1'])],
      message(['R1', 'R2']),
      refused,
    ],
  ])('%s does not stand for another that is not found again', async (_what, before, last, comesTo) => {
    const there = await world()
    for (const file of before) expect((await upload(there, file))[0]).toBe('published')
    expect(await upload(there, last)).toEqual(comesTo)
    expect(await moneyOf(there)).toBe(2_000)
  })

  once(
    'a report of a sum whose parts a statement has told of is no hindrance to the statement that comes again',
    async () => {
      const there = await world()
      const parts = ['E1', 'E2']
        .map(
          (ref) =>
            `<TxDtls><Refs><EndToEndId>${ref}</EndToEndId></Refs><Amt Ccy="HKD">5.00</Amt><CdtDbtInd>DBIT</CdtDbtInd></TxDtls>`,
        )
        .join('')
      const detailed = (refs: readonly string[]) => {
        const text = new TextDecoder().decode(camt(refs).bytes)
        return { bytes: bytes(text.replace('<AcctSvcrRef>R1</AcctSvcrRef>', `$&<NtryDtls>${parts}</NtryDtls>`)) }
      }
      expect(await upload(there, report(['R1']))).toEqual(['published', 1])
      expect(await upload(there, detailed(['R1']))).toEqual(['published', 2])
      expect(await upload(there, detailed(['R1', 'R2']))).toEqual(['published', 1])
    },
  )

  once.each<[string, File, File, unknown[]]>([
    ['MT942 after a table', csv(rows), report(['R1']), published(1)],
    ['MT942 that numbers otherwise than camt.053', camt(['R1', 'R2']), report(['Z1']), published(1)],
    ['MT942 that numbers alike', camt(['R1', 'R2']), report(['R1']), same],
    ['camt.052 that numbers otherwise than MT940', message(['R1', 'R2']), camtReport(['Z1']), published(1)],
  ])('a report of a day that is covered: %s', async (_what, first, second, comesTo) => {
    const there = await world()
    expect(await upload(there, first)).toEqual(['published', 2])
    expect(await upload(there, second)).toEqual(comesTo)
    expect(await moneyOf(there)).toBe(2_000)
  })
})
