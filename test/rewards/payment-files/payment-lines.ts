/** Payments with odd payees, and readers of their files that share nothing with what wrote them. */
import { inflateRawSync } from 'node:zlib'
import { SaxesParser } from 'saxes'
import type { PaymentLine } from '../../../src/rewards/payment-files/line.ts'

export const oddNames = [
  '陈大文',
  '歐陽"小明"',
  "O'Neill, Séan",
  '=1+1',
  '+85261234567',
  '-cmd',
  '@SUM(A1)',
  '＝1+1',
  'A & B <c> ]]>',
  '😀 Wong 𠮷',
  'x_x0041_y',
]

/** A payment by bank in HKD, unless told otherwise. */
export function payment(nth: number, some: Partial<PaymentLine> = {}): PaymentLine {
  return {
    reference: `H${String(nth).padStart(9, '0')}ABCDEFGHJKMN`,
    voucherReference: `V${nth}`,
    amountMinor: 2000 + nth,
    currency: 'HKD',
    channel: 'bank',
    payee: { name: 'Chan Tai Man', bank: '004', account: '012345678901' },
    title: '调研参与奖励',
    ...some,
  }
}

export interface Node {
  name: string
  attributes: Record<string, string>
  children: Node[]
  text: string
}

/** An XML document as a tree. Throws when it is not well-formed. */
export function tree(xml: string): Node {
  const parser = new SaxesParser({ xmlns: false })
  const root: Node = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const node = { name, attributes: attributes as Record<string, string>, children: [], text: '' }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('text', (text) => {
    const node = open.at(-1)
    if (node) node.text += text
  })
  parser.on('closetag', () => open.pop())
  parser.write(xml).close()
  return root.children[0] ?? root
}

/** All nodes at a path of names below this one. */
export function all(node: Node, path: string): Node[] {
  return path
    .split('/')
    .reduce((nodes, name) => nodes.flatMap(({ children }) => children.filter((child) => child.name === name)), [node])
}

export const textAt = (node: Node, path: string): string | undefined => all(node, path)[0]?.text

/** The files of a ZIP, by name. */
function unzipped(bytes: Uint8Array): Map<string, Buffer> {
  const zip = Buffer.from(bytes)
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const files = new Map<string, Buffer>()
  let at = zip.readUInt32LE(end + 16)
  for (let i = 0; i < zip.readUInt16LE(end + 10); i += 1) {
    const nameLength = zip.readUInt16LE(at + 28)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20))
    files.set(name, zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed))
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return files
}

export interface SheetCell {
  /** What Excel takes it for. */
  type: 'text' | 'number' | 'empty'
  value: string
  format: string
}

/** The cells of a workbook's first sheet, by column and row number from 1, as Excel would see them: `C2`. */
export function sheetOf(bytes: Uint8Array): Map<string, SheetCell> {
  const files = unzipped(bytes)
  const xml = (name: string) => tree(files.get(name)?.toString('utf8') ?? '')
  const strings = all(xml('xl/sharedStrings.xml'), 'si/t').map(({ text }) => excelText(text))
  const styles = xml('xl/styles.xml')
  const formats = new Map(
    all(styles, 'numFmts/numFmt').map(({ attributes }) => [attributes.numFmtId, attributes.formatCode ?? '']),
  )
  const builtIn: Record<string, string> = { 0: 'General', 1: '0', 4: '#,##0.00', 14: 'date', 49: '@' }
  const xfs = all(styles, 'cellXfs/xf').map(
    ({ attributes: { numFmtId = '0' } }) => formats.get(numFmtId) ?? builtIn[numFmtId] ?? numFmtId,
  )
  const cells = all(xml('xl/worksheets/sheet1.xml'), 'sheetData/row/c')
  return new Map(
    cells.map((cell): [string, SheetCell] => {
      const { r = '', t, s = '0' } = cell.attributes
      if (cell.children.some(({ name }) => name === 'f')) throw new Error(`${r} is a formula`)
      const raw = textAt(cell, 'v')
      const format = xfs[Number(s)] ?? ''
      if (raw === undefined) return [r, { type: 'empty', value: '', format }]
      return [
        r,
        t === 's'
          ? { type: 'text', value: strings[Number(raw)] ?? '', format }
          : { type: 'number', value: raw, format },
      ]
    }),
  )
}

/** `_x000D_` stands for the character, as ECMA-376 (ST_Xstring) has it. */
function excelText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
}
