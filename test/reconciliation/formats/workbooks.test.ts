/** A workbook is read as the table that it shows, whichever program wrote it. */
import { describe, expect, test } from 'vitest'
import { gbkBytes } from '../../../simulation/statements/gbk.ts'
import { makeFile } from '../../../simulation/statements/make.ts'
import { paymentsFrom } from '../../../simulation/statements/movement.ts'
import { zipped } from '../../../simulation/statements/pack.ts'
import { inMemory } from '../../../src/platform/files/file-bytes.ts'
import { csvMapping } from '../../../src/reconciliation/formats/csv/mapping.ts'
import { sniffCsv } from '../../../src/reconciliation/formats/csv/sniff-csv.ts'
import { openFile } from '../../../src/reconciliation/formats/open-file.ts'
import { asBytes, read, readUpload } from './reading.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships'
const type = (name: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`

/** @param rows the insides of `sheetData`; style 1 is a date, 2 a date with its time */
function workbook(rows: string, shared: readonly string[] = [], cover = false) {
  const sheets = cover ? ['<row r="1"/>', rows] : [rows]
  const files: [string, string][] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type('sheet.main')}"/></Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.map((_, n) => `<sheet name="S${n}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${packages}">${sheets.map((_, n) => `<Relationship Id="rId${n + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${n + 1}.xml"/>`).join('')}<Relationship Id="rId8" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId9" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ],
    [
      'xl/styles.xml',
      `<styleSheet xmlns="${main}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ],
    ['xl/sharedStrings.xml', `<sst xmlns="${main}">${shared.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`],
    ...sheets.map((content, n): [string, string] => [
      `xl/worksheets/sheet${n + 1}.xml`,
      `<worksheet xmlns="${main}"><sheetData>${content}</sheetData></worksheet>`,
    ]),
  ]
  return zipped(
    files.map(([name, content]) => ({ name: asBytes(name), content: asBytes(content) })),
    false,
  )
}

const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
const row = (n: number, ...cells: string[]) => `<row r="${n}">${cells.join('')}</row>`

/** Every cell of a CSV as an inline text, as exports of wallets have it. */
function asSheet(text: string) {
  const escaped = (cell: string) => cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const rows = text
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n')
  return rows
    .map((line, n) =>
      row(n + 1, ...line.split(line.startsWith('#') ? '\u0000' : ',').map((cell) => inline(escaped(cell.trim())))),
    )
    .join('')
}

describe('a workbook', () => {
  // Day 46070 is 17 February 2026.
  const table =
    row(2, '<c r="A2" t="s"><v>0</v></c>') +
    row(4, '<c r="A4" t="s"><v>1</v></c>', '<c r="B4" t="s"><v>2</v></c>', '<c r="C4" t="s"><v>3</v></c>') +
    row(5, '<c r="A5" s="1"><v>46070</v></c>', '<c r="B5"><v>-0.30000000000000004</v></c>', inline('a, "b"')) +
    row(6, '<c r="A6" s="2"><v>46071.520833333336</v></c>', '<c r="B6"><f>1+1</f><v>1234567.5</v></c>')
  const shared = ['Statement', 'Booked', 'Amount', 'Text']

  test.each([
    ['alone', () => workbook(table, shared)],
    ['behind an empty sheet', () => workbook(table, shared, true)],
    ['in a ZIP', async () => zipped([{ name: asBytes('a.xlsx'), content: await workbook(table, shared) }], true)],
  ])('%s is a table whose rows stand where they are seen', async (_where, made) => {
    const bytes = await made()
    const opened = await openFile(inMemory(bytes))
    if ('is' in opened) throw new Error(opened.why)
    const sniffed = sniffCsv(opened.head)
    expect(sniffed).toMatchObject({ headerRow: 4, names: ['Booked', 'Amount', 'Text'], delimiter: ',' })
    const mapping = csvMapping.parse({
      ...{ delimiter: ',', headerRow: 4, reference: 'Text' },
      day: { column: 'Booked', format: sniffed?.days.Booked?.[0] },
      amount: { by: 'sign', column: 'Amount', below: 'debit' },
      currency: { code: 'HKD' },
    })
    const { broken, lines } = await readUpload(bytes, { mapping, claims: { rows: 2 } })
    expect(broken).toBeNull()
    expect(lines).toMatchObject([
      { line: 5, day: '2026-02-17', bookedAt: null, direction: 'debit', amountMinor: 30, reference: 'a, "b"' },
      { line: 6, day: '2026-02-18', bookedAt: '2026-02-18T04:30:00.000Z', amountMinor: 123456750, reference: null },
    ])
  })

  test.each(['wechat_fund_bill', 'alipay_bill'] as const)(
    'that was made of a bill is that bill: %s',
    async (format) => {
      const { bytes, read: options } = await makeFile(format, paymentsFrom(1, 5))
      const text = new TextDecoder(format === 'alipay_bill' ? 'gb18030' : 'utf-8').decode(bytes)
      const found = await readUpload(await workbook(asSheet(text)), options)
      expect([found.format, found.broken]).toEqual([format, null])
      const plain = await read(format, format === 'alipay_bill' ? gbkBytes(text) : bytes, options)
      const moneyOf = ({ lines }: typeof plain) =>
        lines.map(({ key, day, amountMinor, direction, reference }) => [key, day, amountMinor, direction, reference])
      expect(moneyOf(found)).toEqual(moneyOf(plain))
    },
  )

  test.each([
    ['without a table', () => workbook(row(1, inline('Dear all'))), 'unknown_format'],
    ['without anything', () => workbook(''), 'empty'],
    ['that is damaged', async () => (await workbook(table)).fill(0, 60, 120), 'container'],
  ])('%s is refused', async (_what, bytes, why) => {
    expect((await readUpload(await bytes())).broken).toMatchObject({ why })
  })
})
