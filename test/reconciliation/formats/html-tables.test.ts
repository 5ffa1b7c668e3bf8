/** Tables in HTML and in Excel's XML of 2003, which banks call `.xls`, are read as the same table in a CSV is. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gbkBytes } from '../../../simulation/statements/gbk.ts'
import { zipped } from '../../../simulation/statements/pack.ts'
import { inMemory } from '../../../src/platform/files/file-bytes.ts'
import { tableText } from '../../../src/platform/files/html/table-text.ts'
import { UnreadableFile } from '../../../src/platform/files/unreadable-file.ts'
import { sniffCsv } from '../../../src/reconciliation/formats/csv/sniff-csv.ts'
import { detectUpload, openFile } from '../../../src/reconciliation/formats/open-file.ts'
import { mappingIn } from '../../../src/reconciliation/reading-rules/columns-fields.ts'
import { guessedFields } from '../../../src/reconciliation/reading-rules/guessed-fields.ts'
import { asBytes, readUpload } from './reading.ts'

const row = (cells: readonly string[], name = 'td') =>
  `<tr>${cells.map((cell) => `<${name}>${cell}</${name}>`).join('')}</tr>`
const html = (head = '') =>
  `<html><head>${head}<style>td > b {}</style></head><body><!-- <tr><td>none</td></tr> --><table border=1>
<tr><td colspan="4">账户&nbsp;123</td></tr>${row(['交易日期', '摘要', '支出', '收入'], 'th')}
${row(['2026-11-13', '酬金&amp;<b>税</b>', '&yen;22.00', ''])}<TR class=x><TD>2026-11-14<TD>"充值", 一<br>二<TD><TD>1,000.00</table></body></html>`
const excel2003 = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="S"><Table>
<Row><Cell ss:MergeAcross="3"><Data ss:Type="String">账户 123</Data></Cell></Row>
<Row>${['交易日期', '摘要', '支出', '收入'].map((name) => `<Cell><Data ss:Type="String">${name}</Data></Cell>`).join('')}</Row>
<Row><Cell><Data ss:Type="DateTime">2026-11-13T00:00:00.000</Data></Cell><Cell><Data ss:Type="String">a</Data></Cell><Cell><Data ss:Type="Number">22</Data></Cell></Row>
<Row><Cell><Data ss:Type="DateTime">2026-11-14T00:00:00.000</Data></Cell><Cell ss:Index="4"><Data ss:Type="Number">1000</Data></Cell></Row>
</Table></Worksheet></Workbook>`

const inZip = await zipped([{ name: asBytes('a.xls'), content: asBytes(html()) }], true)

async function textOf(bytes: Uint8Array): Promise<string> {
  let text = ''
  for await (const piece of tableText(bytes)) text += new TextDecoder().decode(piece)
  return text
}

describe('a table of a bank that is called .xls', () => {
  test.each([
    ['HTML', asBytes(html())],
    ['HTML in GBK, as it says', gbkBytes(html('<meta http-equiv=Content-Type content="text/html; charset=gb2312">'))],
    ['HTML in GBK that says nothing', gbkBytes(html())],
    ['HTML in UTF-16', new Uint8Array(Buffer.from(`\ufeff${html()}`, 'utf16le'))],
    ['HTML in a ZIP', inZip],
    ["Excel's XML of 2003", asBytes(excel2003)],
  ])('is read: %s', async (_what, bytes) => {
    expect(await detectUpload(bytes)).toBe('csv')
    const opened = await openFile(inMemory(bytes))
    if ('is' in opened) throw new Error(opened.why)
    await opened.stream.cancel()
    const sniffed = sniffCsv(opened.head)
    const mapping = sniffed && mappingIn(guessedFields(sniffed), sniffed, 'CNY')
    if (mapping === null || 'refused' in mapping) throw new Error('no table')
    const { broken, lines } = await readUpload(bytes, { mapping, currency: 'CNY', claims: { rows: 2 } })
    expect(broken).toBeNull()
    expect(lines.map(({ day, direction, amountMinor }) => [day, direction, amountMinor])).toEqual([
      ['2026-11-13', 'debit', 2_200],
      ['2026-11-14', 'credit', 100_000],
    ])
  })

  test('has its cells as they are shown, what spans columns in the first of them', async () => {
    expect(await textOf(asBytes(html()))).toBe(
      '账户 123\n交易日期,摘要,支出,收入\n2026-11-13,酬金& 税,¥22.00\n2026-11-14,"""充值"", 一 二",,"1,000.00"\n',
    )
  })

  test('without a table is none', async () => {
    expect(await detectUpload(asBytes('<html><body>Please sign in, again</body></html>'))).toBeNull()
  })

  test('has the figures of a row below a cell that spans rows in their columns', async () => {
    const table = `<table>${row(['day', 'text', 'out', 'in', 'balance'])}<tr><td>2026-11-13<td rowspan=2>a<td>1.00<td><td>9.00</tr>
<tr><td>2026-11-13<td>2.00<td><td>7.00</tr>${row(['2026-11-14', 'b', '', '3.00', '10.00'])}</table>`
    expect(await textOf(asBytes(table))).toBe(
      'day,text,out,in,balance\n2026-11-13,a,1.00,,9.00\n2026-11-13,,2.00,,7.00\n2026-11-14,b,,3.00,10.00\n',
    )
  })

  test('has the rows behind a style that ends in other letters, and behind a table without rows', async () => {
    const text = `<table/><table>${row(['a'])}<style>b {}</STYLE>${row(['c'])}</table>`
    expect(await textOf(asBytes(text))).toBe('a\nc\n')
  })

  test.each([
    ['in a figure', '<table><tr><td>2026-11-13<td>1200.00<tr><td>2026-11-13<td>12'],
    ['between two rows', `<table>${row(['2026-11-13', '1200.00'])}`],
    ['in a row of a part of a page', `${row(['2026-11-13', '1200.00'])}<tr><td>2026-11-13`],
    ["in Excel's XML", excel2003.slice(0, excel2003.indexOf('</Table>'))],
  ])('is refused where it is cut %s', async (_where, text) => {
    expect((await readUpload(asBytes(text))).broken).toMatchObject({ why: 'truncated' })
  })

  test.each([
    ['ends with its page alone', `<html><table><tr><td>a<td>b</body></html>`],
    ['has no table around its rows', row(['a', 'b'])],
  ])('is whole where it %s', async (_what, text) => {
    expect(await textOf(asBytes(text))).toBe('a,b\n')
  })

  test.each([
    ['a cell that spans more columns than any', '<table><tr><td colspan=99999>a', 'too_many'],
    ['a cell that is longer than any', `<table><tr><td>${'a'.repeat(70_000)}`, 'line_too_long'],
    ['a place beyond any', '<Worksheet><Row><Cell ss:Index="99999">a', 'too_many'],
  ])('is refused for %s', async (_what, text, why) => {
    expect((await readUpload(asBytes(text))).broken).toMatchObject({ why })
  })

  test('is read to its end or refused, whatever the markup is', async () => {
    const bits = fc.constantFrom(
      '<table>',
      '<tr>',
      '<td>',
      '</td>',
      '<td colspan=3>',
      '<td rowspan=2>',
      '</table>',
      '<!--',
      '-->',
      '<script>',
      '&#x1F600;',
      '&#0;',
      '<',
      '>',
      'a',
      ',',
      '\n',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(bits, { maxLength: 40 }), async (all) => {
        const text = await textOf(asBytes(all.join(''))).catch((error: unknown) => {
          if (!(error instanceof UnreadableFile)) throw error
          return error.why
        })
        expect(text).not.toContain('\0')
      }),
    )
  })
})
