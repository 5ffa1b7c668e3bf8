/** A packed file that would fill the memory, or hides what it holds, is refused before it does. */
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { gzipped, zipped } from '../../../simulation/statements/pack.ts'
import { largestUnpacked } from '../../../src/platform/files/limits.ts'
import { checkUnpacked } from '../../../src/platform/files/unpacked-limits.ts'
import { detectUpload } from '../../../src/reconciliation/formats/open-file.ts'
import { asBytes, chunked, read, readUpload } from './reading.ts'

const file = (name: string, content: Uint8Array<ArrayBuffer>) => ({ name: asBytes(name), content })
/** A bank's file that goes on with nothing in it. */
const empty = (bytes: number) => asBytes(nestedXml(1).replace('</Ntfctn>', `${'<A/>\n'.repeat(bytes / 5)}</Ntfctn>`))
const table = asBytes('Date,Amount\n2026-02-24,1.00\n')

/** A ZIP of one file whose directory says that it has so many bytes. */
async function saying(bytes: number) {
  const zip = await zipped([{ ...file('a.xml', empty(100_000)), isStored: true }], false)
  const view = new DataView(zip.buffer)
  const directory = view.getUint32(zip.length - 6, true)
  view.setUint32(directory + 24, bytes, true)
  return zip
}

const zipOf = (...contents: Uint8Array<ArrayBuffer>[]) =>
  zipped(
    contents.map((content, n) => file(`${n}`, content)),
    false,
  )

function gzips(count: number, bytes: number) {
  return Promise.all(Array.from({ length: count }, () => gzipped(empty(bytes))))
}

/** Its last four bytes are how much comes out of it. */
async function lying(gzip: Uint8Array<ArrayBuffer>) {
  return gzip.fill(0, gzip.length - 4).fill(1, gzip.length - 4, gzip.length - 3)
}

const tar = asBytes(`${'a.csv'.padEnd(257, '\0')}ustar${'\0'.repeat(250)}Date,Amount\n`)

function nestedXml(depth: number) {
  const inner = `${'<A>'.repeat(depth)}${'</A>'.repeat(depth)}`
  return `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn><Ntfctn>${inner}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`
}

describe('a packed file is refused', () => {
  test.each<[string, string, () => Promise<Uint8Array<ArrayBuffer>>]>([
    ['a ZIP of hardly anything', 'too_packed', () => zipped([file('a.xml', empty(1_200_000))], false)],
    ['a gzip of hardly anything', 'too_packed', () => gzipped(empty(1_200_000))],
    ['a ZIP that says it is larger than may be', 'too_large', () => saying(largestUnpacked + 1)],
    ['a ZIP that says it is smaller than it is', 'container', () => saying(100_000)],
    [
      'a ZIP of too many files',
      'too_many_files',
      () =>
        zipped(
          Array.from({ length: 101 }, (_, n) => file(`${n}.csv`, table)),
          false,
        ),
    ],
    ['a third packed file within two', 'nested', async () => gzipped(await zipOf(await gzipped(table)))],
    ['three ZIPs within one another', 'nested', async () => zipOf(await zipOf(await zipOf(table)))],
    ['three gzips within one another', 'nested', async () => gzipped(await gzipped(await gzipped(table)))],
    ['a gzip of hardly anything within a ZIP', 'too_packed', async () => zipOf(await gzipped(empty(1_200_000)))],
    ['a ZIP of hardly anything within a ZIP', 'too_packed', async () => zipOf(await zipOf(empty(1_200_000)))],
    ['a ZIP of hardly anything within a gzip', 'too_packed', async () => gzipped(await zipOf(empty(1_200_000)))],
    ['gzips that are too much only together', 'too_packed', async () => zipOf(...(await gzips(4, 500_000)))],
    ['a gzip within a ZIP that says it holds less', 'container', async () => zipOf(await lying(await gzipped(table)))],
    [
      'ZIPs within a ZIP that have too many files only together',
      'too_many_files',
      async () => zipOf(...(await Promise.all([1, 2].map(() => zipOf(...Array(60).fill(table)))))),
    ],
    ['a TAR', 'archive', async () => tar],
    ['a TAR within a gzip', 'archive', () => gzipped(tar)],
    ['a PDF within a ZIP', 'pdf', () => zipOf(asBytes('%PDF-1.7, and so on'))],
    [
      'a workbook of Excel before 2007',
      'old_workbook',
      async () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]),
    ],
  ])('%s', async (_what, why, bytes) => {
    expect((await readUpload(await bytes())).broken?.why).toBe(why)
  })

  test('beyond 200 MB, however little it is packed', () => {
    expect(() => checkUnpacked(largestUnpacked, largestUnpacked)).not.toThrow()
    expect(() => checkUnpacked(largestUnpacked + 1, largestUnpacked)).toThrow('too_large')
  })

  test('elements within elements beyond 64', async () => {
    expect((await read('camt054', nestedXml(60))).broken?.why).not.toBe('too_deep')
    expect((await read('camt054', nestedXml(62))).broken).toMatchObject({ why: 'too_deep', detail: '64' })
    expect((await read('camt054', chunked(asBytes(nestedXml(100_000))))).broken?.why).toBe('too_deep')
  })
})

describe('what the first piece of a larger file shows', () => {
  const camt = asBytes(nestedXml(1))
  let seed = 1
  const noise = Uint8Array.from({ length: 700_000 }, () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) | 0
    return seed >>> 24
  })
  test.each([
    ['a file of a bank', 'camt054', [file('a.xml', camt), file('noise', noise)], false],
    ['one that was written as a stream', 'camt054', [file('a.xml', camt), file('noise', noise)], true],
    ['a workbook', 'csv', [file('[Content_Types].xml', camt), file('noise', noise)], false],
    ['nothing that is known', null, [file('noise', noise), file('a.xml', camt)], false],
  ] as const)('%s', async (_what, format, files, streamed) => {
    const zip = await zipped(files, streamed)
    expect(await detectUpload(zip.slice(0, 600_000))).toBe(format)
  })

  test('of a gzip that goes on', async () => {
    const packed = new Uint8Array(gzipSync(Buffer.concat([camt, noise])))
    expect(await detectUpload(packed.slice(0, 600_000))).toBe('camt054')
  })
})
