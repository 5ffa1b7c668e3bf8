/** ZIPs and gzips that lie, never end, or hold what no file of ours holds. */
import { deflateRawSync, gzipSync } from 'node:zlib'
import type { StatementFault } from '../../../../src/reconciliation/formats/statement.ts'
import { asBytes } from '../reading.ts'
import { joinedBytes, u16, u32, type ZipEnd, type ZipPart, zipOf } from './zip-parts.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** A kind of packed file that is made to break whoever opens it. */
export interface HostilePack {
  what: string
  make(n: number): Bytes
  /** How much of it there is in the test of what it comes to. */
  n: number
  comesTo: StatementFault | 'read'
  /** So much of it is opened in a time that grows no faster than it does. Absent where that says nothing. */
  readTo?: number
}

const entry = '<Ntry><Amt Ccy="CNY">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-02-24</Dt></BookgDt></Ntry>'
export const bankFile = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn><Ntfctn><Id>N</Id>${entry}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`
const listed: ZipPart = { name: 'a.xml', content: bankFile }
const times = (n: number, part: (i: number) => ZipPart) => Array.from({ length: n }, (_, i) => part(i))

type Row = [what: string, comesTo: StatementFault | 'read', make: (n: number) => Bytes, n?: number, readTo?: number]
const rowsOf = (rows: readonly Row[]): HostilePack[] =>
  rows.map(([what, comesTo, make, n = 1, readTo]) => ({
    what,
    comesTo,
    make,
    n,
    ...(readTo === undefined ? {} : { readTo }),
  }))
/** One good file of which something is said that is not so. */
const lie = (what: string, comesTo: StatementFault | 'read', part: ZipPart, end: ZipEnd = {}): Row => [
  what,
  comesTo,
  () => zipOf([{ ...listed, ...part }], end),
]
const zip64 = joinedBytes(u16(1), u16(16), u32(bankFile.length), u32(0), u32(99), u32(0))

export const hostileZips: readonly HostilePack[] = rowsOf([
  ['a ZIP of nothing', 'unknown_format', () => zipOf([])],
  ['a ZIP of empty files', 'no_detail', (n) => zipOf(times(n, () => ({ content: '' }))), 100],
  ['more files than any', 'too_many_files', (n) => zipOf(times(n, () => listed)), 101],
  [
    'files that overlap',
    'too_many_files',
    (n) => zipOf([listed, ...times(n, () => ({ ...listed, isListed: true, offset: 0 }))]),
    1_000,
  ],
  [
    'files that all are one, which is large when it is unpacked',
    'too_packed',
    (n) => {
      const content = new Uint8Array(60_000)
      return zipOf([{ content }, ...times(n, () => ({ content, isListed: true, offset: 0 }))])
    },
    99,
  ],
  [
    'a file within the header of another one',
    'container',
    () => zipOf([listed, { ...listed, isListed: true, offset: 7 }]),
  ],
  ['a file within itself', 'container', () => zipOf([{ ...listed, offset: 40 }])],
  lie('a size that is too small', 'container', { size: 9 }),
  lie('a size that is too large', 'container', { size: bankFile.length + 1 }),
  lie('a size beyond any', 'too_large', { size: 0xffff_fff0 }),
  lie('no size', 'no_detail', { size: 0 }),
  lie('a packed size that is too small', 'container', { packedSize: 9 }),
  lie('a packed size beyond the file', 'container', { packedSize: 0x7fff_ffff }),
  lie('a packed size that takes the directory along', 'container', {
    packedSize: deflateRawSync(bankFile).length + 20,
  }),
  lie('a checksum of something else', 'container', { crc: 1 }),
  lie('a place beyond the file', 'container', { offset: 0xffff_fff0 }),
  lie('sizes in its own header that are others', 'read', { local: { size: 1, packedSize: 1, crc: 1, method: 0 } }),
  lie('sizes behind it, with a signature', 'read', {
    flags: 8,
    local: { crc: 0, size: 0, packedSize: 0 },
    behind: joinedBytes(u32(0x08074b50), u32(1), u32(2), u32(3)),
  }),
  lie('sizes behind it, without one', 'read', {
    flags: 8,
    local: { crc: 0, size: 0, packedSize: 0 },
    behind: joinedBytes(u32(1), u32(2), u32(3)),
  }),
  lie('encrypted, as of old', 'container', { flags: 1 }),
  lie('encrypted strongly', 'container', { flags: 0x41 }),
  lie('encrypted by AES', 'container', { flags: 1, method: 99 }),
  lie('packed by LZMA', 'container', { method: 14 }),
  lie('packed as it is, and said to be deflated', 'container', { packed: asBytes(bankFile) }),
  lie('deflated, and said to be as it is', 'container', {
    method: 0,
    packed: new Uint8Array(deflateRawSync(bankFile)),
  }),
  lie('a deflate stream that breaks off', 'container', {
    packed: new Uint8Array(deflateRawSync(bankFile)).slice(0, -9),
  }),
  lie('noise instead of a deflate stream', 'container', { packed: Uint8Array.from({ length: 400 }, (_, i) => i * 31) }),
  lie('extra fields of ZIP64, of which it has no need', 'read', { extra: zip64 }),
  lie('an extra field that says it is longer than it is', 'read', { extra: joinedBytes(u16(1), u16(60_000)) }),
  lie('sizes that stand in ZIP64', 'container', { extra: zip64, size: 0xffff_ffff, packedSize: 0xffff_ffff }),
  lie('a name out of the folder', 'read', { name: '../../../../etc/passwd' }),
  lie('a name from the root, of a device', 'read', { name: 'C:\\CON\u0000.xml' }),
  lie('a name without end', 'read', { name: 'x'.repeat(65_535) }),
  lie('a name of no text', 'read', { name: Uint8Array.of(0xff, 0xfe, 0x00, 0x80) }),
  lie('a link to a file of ours', 'no_detail', { content: '/etc/passwd', mode: 0o120777 }),
  lie('a link whose aim is a list', 'read', { mode: 0o120777 }),
  lie('fewer files than it has', 'read', {}, { count: 1, between: new Uint8Array(30) }),
  lie('more files than it has', 'container', {}, { count: 2 }),
  lie('a directory that is elsewhere', 'container', {}, { start: 3 }),
  lie('a directory behind its end', 'container', {}, { start: 0x7fff_ffff }),
  lie('a directory in ZIP64', 'container', {}, { start: 0xffff_ffff }),
  lie('a count in ZIP64', 'container', {}, { count: 0xffff }),
  lie('a part of a ZIP in several', 'container', {}, { disk: 1 }),
  lie('a comment as long as may be', 'read', {}, { comment: new Uint8Array(65_535) }),
  lie(
    'a comment of ends',
    'read',
    {},
    { comment: joinedBytes(...Array.from({ length: 2_000 }, () => u32(0x06054b50))) },
  ),
  lie('a comment that is a ZIP of nothing', 'no_detail', {}, { comment: zipOf([]) }),
  ['the same name twice', 'read', () => zipOf([{ content: 'note' }, { ...listed, name: 'a' }])],
  [
    'a ZIP within a ZIP within a ZIP',
    'nested',
    (n) => {
      let bytes = zipOf([listed])
      for (let i = 0; i < n; i += 1) bytes = zipOf([{ content: bytes }])
      return bytes
    },
    50,
  ],
  [
    // It is unpacked up to the limits, whatever it says; then its size does not hold.
    'a gzip within a ZIP that says it holds four gigabytes',
    'container',
    () => zipOf([{ content: changed(gzip(bankFile), -1, 0xff) }]),
  ],
  [
    'ZIPs within a ZIP that overlap',
    'too_packed',
    (n) => {
      const content = new Uint8Array(60_000)
      const inner = zipOf([{ content }, ...times(n, () => ({ content, isListed: true, offset: 0 }))])
      return zipOf([{ content: inner }])
    },
    60,
  ],
  ['a gzip within a ZIP', 'read', () => zipOf([{ content: new Uint8Array(gzipSync(bankFile)) }])],
  [
    'a workbook of which only the first name is one',
    'container',
    () => zipOf([{ name: '[Content_Types].xml', content: 'x' }]),
  ],
  ['something behind its end', 'container', () => joinedBytes(zipOf([listed]), 'x')],
  ['two ZIPs', 'container', () => joinedBytes(zipOf([{ content: 'note' }]), zipOf([listed]))],
  [
    'one that is packed as far as may be, over and over',
    'too_packed',
    (n) => zipOf([{ content: new Uint8Array(n) }]),
    3_000_000,
  ],
  ['a file of nothing but entries', 'read', (n) => zipOf([{ content: manyEntries(n) }]), 100, 4_000],
])

const manyEntries = (n: number) => bankFile.replace(entry, `${entry}\n`.repeat(n))
const noBlocks = (n: number) => new Uint8Array(Buffer.alloc(5 * n, Uint8Array.of(0, 0, 0, 0xff, 0xff)))
const gzip = (content: string | Bytes, options = {}) => new Uint8Array(gzipSync(content, options))
/** A gzip's header with flags, and what they announce. */
const headed = (flags: number, between: Bytes) => {
  const bytes = gzip(bankFile)
  return joinedBytes(bytes.slice(0, 3), Uint8Array.of(flags), bytes.slice(4, 10), between, bytes.slice(10))
}
const changed = (bytes: Bytes, at: number, value: number) => {
  const other = bytes.slice()
  other[at < 0 ? other.length + at : at] = value
  return other
}

export const hostileGzips: readonly HostilePack[] = rowsOf([
  ['a gzip of nothing', 'empty', () => gzip('')],
  ['one that ends behind its mark', 'container', () => Uint8Array.of(0x1f, 0x8b)],
  ['a method that is none', 'container', () => changed(gzip(bankFile), 2, 9)],
  ['flags that are reserved', 'container', () => headed(0xe0, new Uint8Array())],
  ['an extra field as long as may be', 'read', () => headed(4, joinedBytes(u16(65_535), new Uint8Array(65_535)))],
  ['an extra field beyond its end', 'container', () => joinedBytes(headed(4, u16(65_535)).slice(0, 60))],
  ['a name without end', 'container', (n) => headed(8, new Uint8Array(n).fill(65)).slice(0, n), 1_000_000],
  [
    'a comment without end',
    'read',
    (n) => headed(16, joinedBytes(new Uint8Array(n).fill(65), Uint8Array.of(0))),
    1_000_000,
  ],
  ['a checksum of something else', 'container', () => changed(gzip(bankFile), -8, 1)],
  ['a length of something else', 'container', () => changed(gzip(bankFile), -1, 9)],
  ['a stream that breaks off', 'container', () => gzip(bankFile).slice(0, -12)],
  ['a stream without its end', 'container', () => gzip(bankFile).slice(0, -4)],
  ['a gzip within a gzip', 'read', () => gzip(gzip(bankFile))],
  ['a ZIP within a gzip', 'read', () => gzip(zipOf([listed]))],
  [
    'gzips within one another',
    'nested',
    (n) => {
      let bytes = gzip(bankFile)
      for (let i = 0; i < n; i += 1) bytes = gzip(bytes)
      return bytes
    },
    50,
  ],
  [
    'one that is packed as far as may be',
    'too_packed',
    (n) => gzip(bankFile.replace(entry, '<A/>'.repeat(n))),
    1_000_000,
  ],
  [
    'blocks of nothing',
    'read',
    (n) => joinedBytes(gzip('').slice(0, 10), noBlocks(n), gzip(bankFile).slice(10)),
    200_000,
    200_000,
  ],
  ['a stream that packs nothing', 'read', (n) => gzip(manyEntries(n), { level: 0 }), 100, 4_000],
])
