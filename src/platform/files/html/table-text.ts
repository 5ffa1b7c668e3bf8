/**
 * Tables in HTML, and in Excel's XML of 2003, as the text of a CSV: many a bank's `.xls` is one of these. Only what makes
 * rows and cells is looked at, once and from left to right.
 */
import { decoded, decodePrefix, type Encoding, encodingNamed, markLength, sniffEncoding, utf16In } from '../encoding.ts'
import { longestText, mostCells, mostRows } from '../limits.ts'
import { UnreadableFile } from '../unreadable-file.ts'

/** So many characters go out at once. */
const pieceLength = 65_536

/** Whether a file's first bytes are of markup with a table in it. */
export function isMarkupTable(head: Uint8Array): boolean {
  const isMarkup = /^[\s\ufeff]*</.test(decodePrefix(head.subarray(0, 512)))
  return isMarkup && /<(?:table|tr|(?:\w+:)?worksheet)[\s>]/i.test(decodePrefix(head))
}

/**
 * The rows of all tables with commas, in UTF-8, one a line. A cell that spans several columns or rows stands in the first.
 * @throws UnreadableFile `encoding`; `truncated` where a table does not end; `line_too_long` or `too_many` beyond what one may hold
 */
export async function* tableText(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let text = ''
  let count = 0
  for (const cells of rowsIn(textOf(bytes))) {
    count += 1
    if (count > mostRows) throw new UnreadableFile('too_many', count, `${mostRows} rows`)
    text += `${cells.map(quoted).join(',').replace(/,+$/, '')}\n`
    if (text.length < pieceLength) continue
    yield encoder.encode(text)
    text = ''
  }
  if (text !== '') yield encoder.encode(text)
}

function textOf(bytes: Uint8Array): string {
  const utf16 = utf16In(bytes)
  if (utf16 !== null) return decodePrefix(bytes)
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4_096))
  const [, declared = ''] = /(?:charset|encoding)\s*=\s*["']?([\w:.-]+)/i.exec(head) ?? []
  const declaredEncoding = markLength(bytes) > 0 ? 'utf-8' : encodingNamed(declared)
  const encodings: Encoding[] = [
    ...(declaredEncoding === null ? [] : [declaredEncoding]),
    sniffEncoding(bytes.subarray(0, pieceLength)),
  ]
  for (const encoding of encodings) {
    const text = decoded(bytes, encoding)
    if (text !== null) return text
  }
  throw new UnreadableFile('encoding', 0, declared === '' ? null : declared)
}

const tag = /<(\/?)(?:\w+:)?([a-z]\w*)/iy

function* rowsIn(text: string): Generator<string[]> {
  let row: string[] | null = null
  let cell: string | null = null
  let spans = { columns: 1, rows: 1 }
  let below: number[] = []
  let isInTable = false
  const endCell = () => {
    if (cell !== null) row = add(row ?? [], cell, spans, below)
    cell = null
  }
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('<', at)
    const end = next < 0 ? text.length : next
    if (cell !== null) {
      cell += text.slice(at, end)
      if (cell.length > longestText) throw new UnreadableFile('line_too_long', 0, String(longestText))
    }
    if (next < 0) break
    if (text.startsWith('<!--', next)) {
      at = behind(text, '-->', next)
      continue
    }
    tag.lastIndex = next
    const [, slash = '', given = ''] = tag.exec(text) ?? []
    const name = given.toLowerCase()
    const isOpen = slash === ''
    at = isOpen && /^(?:script|style)$/.test(name) ? behindElement(text, name, next) : behind(text, '>', next)
    if (/^(?:tr|row|table|worksheet|body|html)$/.test(name)) {
      endCell()
      if (row !== null && (row as string[]).length > 0) yield row
      row = null
      if (name === 'tr' && isOpen) below = below.map((rows) => rows - 1)
      else if (!/^(?:tr|row)$/.test(name)) {
        below = []
        isInTable = isOpen && /^(?:table|worksheet)$/.test(name) && !text.startsWith('/>', at - 2)
      }
    } else if (/^(?:td|th|cell)$/.test(name)) {
      endCell()
      if (!isOpen) continue
      const attributes = text.slice(next, Math.min(at, next + 2_000))
      row = placed(row ?? [], numberIn(attributes, /\bss:Index\s*=\s*["'](\d{1,5})["']/))
      const across = numberIn(attributes, /\bss:MergeAcross\s*=\s*["'](\d{1,5})["']/) ?? 0
      const rows = numberIn(attributes, /\browspan\s*=\s*["']?(\d{1,5})/i) ?? 1
      spans = {
        columns: (numberIn(attributes, /\bcolspan\s*=\s*["']?(\d{1,5})/i) ?? 1) + across,
        // 0: all that follow.
        rows: rows === 0 ? mostRows : rows,
      }
      cell = ''
    } else if (cell !== null) cell += ' '
  }
  endCell()
  // A figure that was cut is another figure.
  if (row !== null || isInTable) throw new UnreadableFile<'truncated'>('truncated', 0)
}

function behind(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  return found < 0 ? text.length : found + mark.length
}

/** Behind a script or style; its end may be written in other letters. */
function behindElement(text: string, name: string, from: number): number {
  const end = new RegExp(`</${name}\\s*>`, 'gi')
  end.lastIndex = from
  return end.test(text) ? end.lastIndex : text.length
}

function numberIn(attributes: string, pattern: RegExp): number | null {
  const found = pattern.exec(attributes)?.[1]
  return found === undefined ? null : Number(found)
}

/** A row up to the column where the next cell stands, counted from 1. */
function placed(row: string[], column: number | null): string[] {
  if (column === null || column <= row.length + 1) return row
  return add(row, '', { columns: column - 1 - row.length, rows: 1 }, [])
}

/** @param below of each column, for how many rows from this one on a cell stands in it that began above */
function add(row: string[], cell: string, spans: { columns: number; rows: number }, below: number[]): string[] {
  while ((below[row.length] ?? 0) > 0) row.push('')
  const columns = Math.max(1, spans.columns)
  if (row.length + columns > mostCells) throw new UnreadableFile('too_many', 0, `${mostCells} columns`)
  for (let n = 0; n < columns; n += 1) {
    if (spans.rows > 1) below[row.length] = spans.rows
    row.push(n === 0 ? plain(cell) : '')
  }
  return row
}

const entities: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  yen: '¥',
  pound: '£',
  euro: '€',
  minus: '-',
}

/** The text of a cell as it is shown: white space is one blank. */
function plain(cell: string): string {
  return cell
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
      if (name !== undefined) return entities[name.toLowerCase()] ?? whole
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole
    })
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
}

function quoted(cell: string): string {
  return /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
