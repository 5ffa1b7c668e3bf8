/** What a file is packed in, and how its text is encoded, make no difference to what it says. */
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { zipped } from '../../../simulation/statements/pack.ts'
import { inMemory } from '../../../src/platform/files/file-bytes.ts'
import { csvMapping } from '../../../src/reconciliation/formats/csv/mapping.ts'
import { sniffCsv } from '../../../src/reconciliation/formats/csv/sniff-csv.ts'
import { detectUpload } from '../../../src/reconciliation/formats/open-file.ts'
import { readSome } from '../../../src/reconciliation/formats/read.ts'
import { lookThrough, takeOut } from '../../../src/reconciliation/statements/several/look-through.ts'
import { asBytes, chunked, read, readUpload } from './reading.ts'
import { skipBytes } from './skip-bytes.ts'

const entry = (n: number) =>
  `<Ntry><Amt Ccy="HKD">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-02-24</Dt></BookgDt><AcctSvcrRef>R${n}</AcctSvcrRef><AddtlNtryInf>Gr\u00fc\u00dfe</AddtlNtryInf></Ntry>`
const documentOf = (encoding: string, entries: number, word = 'Gr\u00fc\u00dfe') =>
  `<?xml version="1.0" encoding="${encoding}"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn><Ntfctn><Id>N</Id><Acct><Id><IBAN>X</IBAN></Id><Ccy>HKD</Ccy></Acct>${Array.from({ length: entries }, (_, n) => entry(n)).join('\n')}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`.replaceAll(
    'Gr\u00fc\u00dfe',
    word,
  )

const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))
const utf16be = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16())
/** `\u4ed8\u6b3e` in GBK. */
const gbk = (text: string) => {
  const [head = '', ...rest] = text.split('\u4ed8\u6b3e')
  return new Uint8Array(
    Buffer.concat([
      Buffer.from(head),
      ...rest.flatMap((part) => [Buffer.from([0xb8, 0xb6, 0xbf, 0xee]), Buffer.from(part)]),
    ]),
  )
}
const plain = documentOf('UTF-8', 3)

describe('a bank file is read the same in', () => {
  test.each([
    ['ISO-8859-1', latin1(documentOf('ISO-8859-1', 3))],
    ['windows-1252', latin1(documentOf('windows-1252', 3))],
    ['ISO-8859-1, of which only ASCII is used', latin1(documentOf('ISO-8859-1', 3, 'Hello'))],
    ['GBK', gbk(documentOf('GBK', 3, '\u4ed8\u6b3e'))],
    ['UTF-8 with a mark, whatever it declares', asBytes(`\ufeff${documentOf('ISO-8859-1', 3)}`)],
    ['UTF-16 with a mark', utf16(`\ufeff${documentOf('UTF-16', 3)}`)],
    ['UTF-16 without a mark', utf16(documentOf('UTF-16', 3))],
    ['UTF-16, the other way round', utf16be(`\ufeff${documentOf('UTF-16', 3)}`)],
    ['gzip', new Uint8Array(gzipSync(plain))],
  ])('%s', async (_what, bytes) => {
    const { broken, lines, format } = await readUpload(bytes)
    expect(broken).toBeNull()
    expect(format).toBe('camt054')
    expect(await detectUpload(bytes)).toBe('camt054')
    expect(lines).toEqual((await read('camt054', plain)).lines)
  })

  test('UTF-16, which a plain table may be as well', async () => {
    const bytes = utf16('\ufeffDate\tText\tAmount\r\n13/11/2026\ta\t-22.00\r\n')
    const sniffed = sniffCsv(bytes)
    expect(sniffed).toMatchObject({ encoding: 'utf-8', delimiter: '\t', names: ['Date', 'Text', 'Amount'] })
    const mapping = csvMapping.parse({
      encoding: sniffed?.encoding,
      delimiter: '\t',
      day: { column: 'Date', format: 'DD/MM/YYYY' },
      amount: { by: 'sign', column: 'Amount', below: 'debit' },
      currency: { code: 'HKD' },
    })
    expect(await readUpload(bytes, { mapping, claims: { rows: 1 } })).toMatchObject({
      format: 'csv',
      broken: null,
      lines: [{ day: '2026-11-13', amountMinor: 2200 }],
    })
  })

  test('an encoding that is not read is named', async () => {
    expect(await read('camt054', latin1(documentOf('EBCDIC-XML', 1)))).toMatchObject({
      broken: { why: 'encoding', detail: 'EBCDIC-XML' },
    })
  })
})

test.each([
  ['ISO-8859-1', latin1(documentOf('ISO-8859-1', 2000))],
  ['GBK', gbk(documentOf('GBK', 2000, '\u4ed8\u6b3e'))],
])('a file in %s goes on where it stopped', async (_what, bytes) => {
  const whole = await read('camt054', bytes)
  expect(whole.lines).toHaveLength(2000)
  const lines = []
  let from = null
  for (let step = 0; step < 50; step += 1) {
    const stream = from === null ? chunked(bytes) : skipBytes(chunked(bytes), from.place.offset)
    const { items, next } = await readSome('camt054', stream, 300, { from, keysElsewhere: true })
    lines.push(...items.filter(({ is }) => is === 'line'))
    from = next === null ? null : JSON.parse(JSON.stringify(next))
    if (next === null) break
  }
  expect(lines).toEqual(whole.lines)
})

describe('several bank files in one ZIP', () => {
  const dayFile = (day: number, opening: number) =>
    `\ufeff<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><CreDtTm>2026-03-01T00:00:00</CreDtTm></GrpHdr><Stmt><Id>S${day}</Id><FrToDt><FrDtTm>2026-02-${day}T00:00:00</FrDtTm><ToDtTm>2026-02-${day}T23:59:59</ToDtTm></FrToDt><Acct><Id><IBAN>X</IBAN></Id><Ccy>HKD</Ccy></Acct>${[
      ['OPBD', opening],
      ['CLBD', opening + 1],
    ]
      .map(
        ([code, amount]) =>
          `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="HKD">${amount}.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>`,
      )
      .join('')}${entry(day).replace('2026-02-24', `2026-02-${day}`)}</Stmt></BkToCstmrStmt></Document>\n`
  const packed = (...files: string[]) =>
    zipped(
      files.map((content, i) => ({ name: asBytes(`${i}.xml`), content: asBytes(content) })),
      false,
    )

  test('are read one after the other, in order of their days', async () => {
    const zip = inMemory(await packed(dayFile(25, 11), dayFile(24, 10)))
    const { several } = await lookThrough.run({}, async () => {}, zip)
    const found = []
    for (const { at, format } of several?.files ?? []) {
      const pieces: Uint8Array<ArrayBuffer>[] = []
      await takeOut.run({ at, pieceBytes: 1_000 }, async (piece) => void pieces.push(new Uint8Array(piece)), zip)
      const { broken, lines, headings } = await read(format, new Uint8Array(await new Blob(pieces).arrayBuffer()))
      found.push([
        format,
        broken,
        headings.map((one) => [one.statementId, one.openingMinor]),
        lines.map(({ day }) => day),
      ])
    }
    expect(found).toEqual([
      ['camt053', null, [['S24', 1000]], ['2026-02-24']],
      ['camt053', null, [['S25', 1100]], ['2026-02-25']],
    ])
  })

  test('of two formats are refused', async () => {
    expect(await readUpload(await packed(dayFile(24, 10), plain))).toMatchObject({ broken: { why: 'several_details' } })
  })
})
