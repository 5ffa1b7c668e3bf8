/** Files of odd bytes, characters and amounts: each is refused in a word, or read as whoever wrote it meant it. */
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { StatementFault } from '../../../../src/reconciliation/formats/statement.ts'
import { asBytes, readUpload } from '../reading.ts'
import { mapping } from './mapping.ts'
import { bankFile } from './packed.ts'
import { head, line, main, rows, workbookOf } from './workbook-parts.ts'
import { joinedBytes as joined } from './zip-parts.ts'

type Bytes = Uint8Array<ArrayBuffer>
const bytes = (...all: number[]): Bytes => Uint8Array.from(all)
const own = (buffer: Uint8Array): Bytes => new Uint8Array(buffer)
const utf16 = (text: string) => own(Buffer.from(text, 'utf16le'))
const behind = (...all: number[]) => joined(bytes(...all), 'x'.repeat(500))

/** A bank's message with a text in its name; between its tags; or with bytes within a tag. */
const named = (text: string) => bankFile.replace('N</Id>', `N${text}</Id>`)
const between = (text: string) => bankFile.replaceAll('><', `>${text}<`)
const within = (some: Bytes) => joined(bankFile.slice(0, 120), some, bankFile.slice(120))
const encoded = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>${bankFile}`

const table = 'Date,Amount\n2026-02-24,1.00\n'
const swift = ':20:S\n:25:HK/1\n:28C:1/1\n:60F:C260223CNY0,\n:61:260224C1,NTRFX\n:86:text\n:62F:C260224CNY1,\n'
const list = (inside: string) => `{"transactions":[${inside}]}`
const transfer = (more: string) => list(`{${more},"created_at":"2026-02-24","amount":1}`)
const laughs = Array.from({ length: 25 }, (_, i) => `<!ENTITY b${i} "${'&a;'.repeat(10)}">`).join('')

const odd: [what: string, comesTo: StatementFault | 'one line' | 'nothing', make: () => string | Bytes][] = [
  ['entities of entities', 'doctype', () => `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">${laughs}]>${bankFile}`],
  ['an entity of a file of ours', 'doctype', () => `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///x">]>${named('&x;')}`],
  [
    'an entity of parameters',
    'doctype',
    () => `<!DOCTYPE a [<!ENTITY % p SYSTEM "http://localhost/p"> %p;]>${bankFile}`,
  ],
  ['a document type without end', 'unknown_format', () => `<!DOCTYPE a [${'<!ELEMENT a ANY>'.repeat(20_000)}`],
  ['an entity of no name that is known', 'xml', () => named('&nope;')],
  ['the character 0, by number', 'xml', () => named('&#0;')],
  ['half of a character, by number', 'xml', () => named('&#xD800;')],
  ['a character beyond all, by number', 'xml', () => named('&#x110000;')],
  ['bytes of UTF-8 that are said to be UTF-16', 'one line', () => encoded('UTF-16')],
  ['an encoding of mail', 'encoding', () => encoded('UTF-7')],
  ['an encoding of mainframes', 'encoding', () => encoded('IBM037')],
  ['byte order marks between tags', 'one line', () => between('\uFEFF')],
  ['zeros between tags', 'xml', () => between('\0')],
  ['a zero within a name', 'xml', () => bankFile.replaceAll('<Ntry', '<Nt\0ry')],
  ['half of a character in UTF-8', 'encoding', () => within(bytes(0xed, 0xa0, 0x80))],
  ['a bracket that is longer than it may be', 'encoding', () => within(bytes(0xc0, 0xbc))],
  ['UTF-16', 'one line', () => utf16(`\uFEFF${bankFile}`)],
  ['UTF-16 of an odd number of bytes', 'encoding', () => joined(utf16(`\uFEFF${bankFile}`), bytes(1))],
  ['half of a character in UTF-16', 'encoding', () => utf16(`\uFEFF${named('\ud800')}`)],
  [
    'UTF-32',
    'xml',
    () => new Uint8Array(Uint32Array.from([...`\uFEFF${bankFile}`], (char) => char.codePointAt(0) ?? 0).buffer),
  ],
  ['a table in the encoding of mail', 'header', () => '+/v8-Date,Amount\n+AD0-1+1,2\n'],
  ['byte order marks in each cell', 'one line', () => '\uFEFFDate,\uFEFFAmount\n\uFEFF2026-02-24,\uFEFF1.00\n'],
  ['zeros around each comma', 'unknown_format', () => table.replaceAll(',', '\0,\0')],
  ['half of a character in a cell', 'encoding', () => joined(table, bytes(0xed, 0xbf, 0xbf, 44, 49, 10))],
  ['rows that end as paragraphs do', 'header', () => table.replaceAll('\n', '\u2028')],
  ['rows that end in vertical tabs', 'header', () => table.replaceAll('\n', '\v')],
  ['a field of a zero', 'one line', () => swift.replace('text', '\0')],
  ['fields that end as paragraphs do', 'truncated', () => swift.replaceAll('\n', '\u2028')],
  ['fields that end as on old machines', 'one line', () => swift.replaceAll('\n', '\r')],
  ['a text that goes on and on', 'too_many', () => swift.replace('text', 'text\n'.repeat(20_000))],
  ['blocks within blocks', 'unknown_format', () => '{1:'.repeat(100_000)],
  ['lists within lists from the start', 'unknown_format', () => '['.repeat(100_000)],
  ['a zero within a list', 'json', () => list('\0')],
  ['a byte order mark within an object', 'json', () => '{"transactions":\uFEFF[]}'],
  ['half of a character by escape', 'one line', () => transfer('"id":"\\ud800"')],
  [
    'keys that objects have of themselves',
    'one line',
    () => transfer('"__proto__":{"amount":5},"constructor":1,"id":"x"'),
  ],
  ['two documents', 'json', () => list('') + list('')],
  ['commas without end', 'json', () => list(','.repeat(100_000))],
  ['a gzip in a gzip in a gzip', 'nested', () => own(gzipSync(gzipSync(gzipSync(bankFile))))],
  ['a gzip of zeros in a gzip', 'unknown_format', () => own(gzipSync(gzipSync(Buffer.alloc(3_000_000))))],
  ['Brotli', 'unknown_format', () => own(brotliCompressSync(bankFile))],
  ['Zstandard', 'archive', () => own(zstdCompressSync(bankFile))],
  ['xz', 'archive', () => behind(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0)],
  ['bzip2', 'archive', () => 'BZh91AY&SYxxxxxx'],
  ['7z', 'archive', () => behind(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c)],
  ['RAR', 'archive', () => 'Rar!\x1a\x07\x01\0xxxxxxxx'],
  ['a workbook with a password', 'old_workbook', () => behind(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
  ['a PDF', 'pdf', () => `%PDF-1.7\n${'x'.repeat(500)}`],
  [
    'a workbook of empty rows',
    'too_packed',
    () => workbookOf({ sheet: rows(head + line(2) + '<row/>'.repeat(300_000)) }),
  ],
  [
    'a workbook of texts that it does not use',
    'too_packed',
    () =>
      workbookOf({ strings: `<sst xmlns="${main}">${`<si><t>${'a'.repeat(1_000)}</t></si>`.repeat(20_000)}</sst>` }),
  ],
]

it.each(odd)('%s: %s', async (_what, comesTo, make) => {
  const { broken, lines, totals } = await readUpload(asBytes(make()), { mapping, keysElsewhere: true })
  // A table proves nothing of itself, so that all of it was read where that is what is said.
  const isRead = broken === null ? totals.length > 0 : broken.why === 'unproved'
  expect(isRead ? (lines.length === 1 ? 'one line' : 'nothing') : broken?.why).toBe(comesTo)
})

const quoted = (text: string) => (/^-?\d[\d.e+-]*$/i.test(text) ? text : JSON.stringify(text))
const formats: Record<string, (amount: string) => string> = {
  camt: (amount) => bankFile.replace('>1.00<', `>${amount}<`),
  csv: (amount) => `Date,Amount\n2026-02-24,"${amount}"\n`,
  mt940: (amount) => swift.replace(':61:260224C1,', `:61:260224C${amount}`),
  tremendous: (amount) => list(`{"created_at":"2026-02-24","amount":${quoted(amount)},"id":"a"}`),
}
/** What each comes to in minor units where it is an amount; it is none in any other format. */
const amounts: [amount: string, Record<string, number | null>][] = [
  ...[
    '1e308',
    '1E-400',
    '1e5',
    'NaN',
    'Infinity',
    '0x10',
    '١٢٫٥',
    '1_000',
    '1.000.000,00',
    '1,000,000.00.00',
    '--1',
    '1.005',
    '',
  ]
    .concat('9'.repeat(60), `0.${'0'.repeat(500)}1`)
    .map((amount): [string, Record<string, number>] => [amount, {}]),
  ['-0', { camt: null, csv: null }],
  ['+1', { camt: 100, csv: 100, tremendous: 100 }],
  ['\u22125', { csv: 500 }],
  ['1\u00a0000', { csv: 100_000 }],
  ['１２．５０', { csv: 1_250 }],
]

describe.each(amounts)('the amount %s', (amount, comesTo) => {
  it.each(Object.entries(formats))('in %s', async (format, make) => {
    const { broken, lines } = await readUpload(asBytes(make(amount)), { mapping, keysElsewhere: true })
    const is = comesTo[format]
    if (is === undefined) expect(broken?.why).toBe('amount')
    else expect(lines.map(({ amountMinor }) => amountMinor)).toEqual(is === null ? [] : [is])
  })
})
