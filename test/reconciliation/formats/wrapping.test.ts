/** What a file is packed in, and how its text is encoded, make no difference to what it says. */
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { zipped } from '../../../simulation/statements/pack.ts'
import { inMemory } from '../../../src/platform/files/file-bytes.ts'
import { csvMapping } from '../../../src/reconciliation/formats/csv/mapping.ts'
import { sniffCsv } from '../../../src/reconciliation/formats/csv/sniff-csv.ts'
import { detectUpload } from '../../../src/reconciliation/formats/open-file.ts'
import { readSome } from '../../../src/reconciliation/formats/read.ts'
import { inspectUpload } from '../../../src/reconciliation/statements/account.ts'
import { inspectFile, takeOut } from '../../../src/reconciliation/statements/several/inspect-file.ts'
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
const gz = (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes))
const zipOf = (...contents: Uint8Array<ArrayBuffer>[]) =>
  zipped(
    contents.map((content, n) => ({ name: asBytes(`${n}`), content })),
    true,
  )
/** Of references that cannot be packed much. */
const long = asBytes(
  documentOf('UTF-8', 20_000).replace(/R(\d+)/g, (_, n) =>
    (n * 0.618_034_1 - Math.floor(n * 0.618_034_1)).toString(36),
  ),
)
const [inZip, inGzip, inZips] = [
  await zipOf(gz(asBytes(plain))),
  gz(await zipOf(asBytes(plain))),
  await zipOf(await zipOf(asBytes(plain))),
]
const inMembers = new Uint8Array(Buffer.concat([asBytes(plain.slice(0, 900)), asBytes(plain.slice(900))].map(gz)))
const inMembersInZip = await zipOf(inMembers)
const utf16InZip = await zipOf(gz(utf16(`\ufeff${documentOf('UTF-16', 3)}`)))
const [longInZip, longInGzip] = [await zipOf(gz(long)), gz(await zipOf(long))]

describe('a bank file is read the same in', () => {
  test.each([
    ['ISO-8859-1', latin1(documentOf('ISO-8859-1', 3))],
    ['windows-1252', latin1(documentOf('windows-1252', 3))],
    ['ISO-8859-15', latin1(documentOf('ISO-8859-15', 3))],
    ['windows-1250', latin1(documentOf('windows-1250', 3))],
    ['ISO-8859-1, of which only ASCII is used', latin1(documentOf('ISO-8859-1', 3, 'Hello'))],
    ['GBK', gbk(documentOf('GBK', 3, '\u4ed8\u6b3e'))],
    ['UTF-8 with a mark, whatever it declares', asBytes(`\ufeff${documentOf('ISO-8859-1', 3)}`)],
    ['GB 2312, as it is called on Windows', gbk(documentOf('windows-936', 3, '\u4ed8\u6b3e'))],
    ['UTF-8, misspelt', asBytes(documentOf('utf_8', 3))],
    ['UTF-8 behind blank lines', asBytes(`\r\n\n  ${plain}`)],
    ['UTF-8 with its mark behind a blank line', asBytes(`\n\ufeff${plain}`)],
    ['ISO-8859-1 behind a blank line', latin1(`\n${documentOf('ISO-8859-1', 3)}`)],
    ['UTF-8 behind comments', asBytes(`<!-- sent by > a portal -->\n<!---->\n${plain}`)],
    ['UTF-8, its namespace with blanks', asBytes(plain.replace('xmlns="', 'xmlns = "'))],
    ['UTF-8, filled up with zeros', asBytes(`${plain}\n${'\0'.repeat(500)}`)],
    ['UTF-8, ended by Ctrl-Z', asBytes(`${plain}\r\n\x1a`)],
    ['UTF-16 with a mark', utf16(`\ufeff${documentOf('UTF-16', 3)}`)],
    ['UTF-16 without a mark', utf16(documentOf('UTF-16', 3))],
    ['UTF-16, the other way round', utf16be(`\ufeff${documentOf('UTF-16', 3)}`)],
    ['gzip', gz(asBytes(plain))],
    ['a gzip of two members', inMembers],
    ['a gzip of two members in a ZIP', inMembersInZip],
    ['a gzip in a ZIP', inZip],
    ['a ZIP in a gzip', inGzip],
    ['a ZIP in a ZIP', inZips],
    ['a gzip in a gzip', gz(gz(asBytes(plain)))],
    ['a gzip in a ZIP, in UTF-16', utf16InZip],
  ])('%s', async (_what, bytes) => {
    const { broken, lines, format } = await readUpload(bytes)
    expect(broken).toBeNull()
    expect(format).toBe('camt054')
    expect(await detectUpload(bytes)).toBe('camt054')
    const numbered = (all: typeof lines) => all.map(({ line: _, ...rest }) => rest)
    expect(numbered(lines)).toEqual(numbered((await read('camt054', plain)).lines))
  })

  test('and what stands before its declaration counts among its lines', async () => {
    const [first] = (await read('camt054', plain)).lines
    const [behind] = (await read('camt054', `\n\r\n<!--\n-->${plain}`)).lines
    expect(behind?.line).toBe((first?.line ?? 0) + 3)
  })

  test('but not with anything else behind it', async () => {
    expect((await read('camt054', `${plain}END`)).broken).toMatchObject({ why: 'truncated' })
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

  test.each([
    ['a table', asBytes('Date,Text,Amount\r13/11/2026,a,-22.00\r14/11/2026,b,-3.00\r'), ','],
    ['a table in UTF-16', utf16('\ufeffDate\tText\tAmount\r13/11/2026\ta\t-22.00\r14/11/2026\tb\t-3.00\r'), '\t'],
    ['a table in a gzip', gz(asBytes('Date,Text,Amount\r13/11/2026,a,-22.00\r14/11/2026,b,-3.00')), ','],
  ])('carriage returns alone, as an old Mac ends its rows: %s', async (_what, bytes, delimiter) => {
    const mapping = csvMapping.parse({
      delimiter,
      day: { column: 'Date', format: 'DD/MM/YYYY' },
      amount: { by: 'sign', column: 'Amount', below: 'debit' },
      currency: { code: 'HKD' },
    })
    expect(await detectUpload(bytes)).toBe('csv')
    const { broken, lines } = await readUpload(bytes, { mapping, claims: { rows: 2 } })
    expect(broken).toBeNull()
    expect(lines.map(({ amountMinor }) => amountMinor)).toEqual([2_200, 300])
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

describe('at the door', () => {
  const look = (bytes: Uint8Array) => inspectUpload.run({ head: bytes }, async () => {}, inMemory(bytes))

  test.each([
    ['a gzip in a ZIP', inZip],
    ['the beginning of a long one', longInZip.subarray(0, 100_000)],
    ['the beginning of a long ZIP in a gzip', longInGzip.subarray(0, 100_000)],
  ])('%s says whose it is', async (_what, bytes) => {
    expect(await look(bytes)).toEqual({
      format: 'camt054',
      account: { provider: 'manual', currency: 'HKD' },
      notRead: null,
    })
  })

  test.each([
    ['nested', gz(inZip)],
    ['pdf', asBytes('%PDF-1.7')],
    ['archive', asBytes('Rar!\x1a\x07\x01')],
    [null, asBytes('no list at all')],
  ])('what is not read is told by its kind: %s', async (notRead, bytes) => {
    expect(await look(bytes)).toEqual({ format: null, account: null, notRead })
  })
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

  test.each([
    ['as they are', () => packed(dayFile(25, 11), dayFile(24, 10))],
    ['each in a gzip', () => zipOf(gz(asBytes(dayFile(25, 11))), gz(asBytes(dayFile(24, 10))))],
    [
      'in a ZIP of their own, beside one',
      async () => zipOf(await packed(dayFile(25, 11)), asBytes('Read me'), asBytes(dayFile(24, 10))),
    ],
    ['and all in a gzip', async () => gz(await packed(dayFile(25, 11), dayFile(24, 10)))],
  ])('are read one after the other, in order of their days, %s', async (_how, made) => {
    const zip = inMemory(await made())
    const { several } = await inspectFile.run({}, async () => {}, zip)
    const found = []
    for (const { place, format } of several?.files ?? []) {
      const pieces: Uint8Array<ArrayBuffer>[] = []
      await takeOut.run({ place, pieceBytes: 1_000 }, async (piece) => void pieces.push(new Uint8Array(piece)), zip)
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

  test('are taken out one by one, and none of them opens the others', async () => {
    const bytes = await packed(...Array.from({ length: 60 }, (_, n) => `${dayFile(24, 10)}${' '.repeat(n)}`))
    let read = 0
    const counted = {
      size: bytes.length,
      from: (offset: number) => {
        read += 1
        return inMemory(bytes).from(offset)
      },
    }
    await takeOut.run({ place: [59, 0], pieceBytes: 10_000 }, async () => {}, counted)
    expect(read).toBeLessThan(12)
  })

  test('of two formats are refused', async () => {
    expect(await readUpload(await packed(dayFile(24, 10), plain))).toMatchObject({ broken: { why: 'several_details' } })
  })
})
