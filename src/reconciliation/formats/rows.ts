/** A text file as rows, many at a time, each with the place in the file where the next one begins. */
import { chunked } from '../../platform/db/chunked.ts'
import { piecesOf } from '../../platform/files/bytes.ts'
import { endsWithin } from '../../platform/files/csv-read.ts'
import { decoded, type Encoding, encodings, markLength, sniffEncoding } from '../../platform/files/encoding.ts'
import { longestText, mostRows } from '../../platform/files/limits.ts'
import type { FilePosition, ParsedBatch, ParsedRecord, Source } from './parser.ts'
import { BrokenFile } from './statement.ts'

interface Row extends ParsedRecord<string> {
  /** Where the next one begins. */
  end: FilePosition
}

const newline = 0x0a

/** A step that was asked for a thousand rows writes few more, however short they are. */
const rowsOfABatch = 250

/**
 * Rows without their line ends, blank ones too. The newline's byte is no part of any other character, in UTF-8 and in
 * GB 18030 alike, so bytes and text are cut in the same places.
 * @param quotes a quoted cell may hold line ends: rows are joined until their quotes are even
 */
export function rowSource(quotes: boolean): Source<string> {
  return {
    // A checkpoint of before has the encoding alone.
    begin: (head, { mapping }) =>
      `${mapping?.encoding ?? sniffEncoding(head)}${quotes ? (mapping?.delimiter ?? '') : ''}`,
    batches: (stream, place, memory) => rowsOf(stream, memory as string, place, quotes),
  }
}

async function* rowsOf(
  stream: ReadableStream<Uint8Array>,
  memory: string,
  from: FilePosition,
  quotes: boolean,
): AsyncGenerator<ParsedBatch<string>> {
  const encoding = encodings.find((one) => memory.startsWith(one)) ?? 'utf-8'
  const join: Join = quotes ? joinQuoted(from, memory.slice(encoding.length)) : asTheyAre
  let { line, offset } = from
  let rest: Uint8Array = new Uint8Array()
  for await (const piece of piecesOf(stream)) {
    const skipped = offset === 0 && rest.length === 0 ? markLength(piece) : 0
    const bytes = joined(rest, piece.subarray(skipped))
    offset += skipped
    const end = bytes.lastIndexOf(newline) + 1
    if (end === 0 && bytes.length > 2 * longestText)
      throw new BrokenFile('line_too_long', line + 1, String(longestText))
    const rows = rowsIn(bytes.subarray(0, end), encoding, { line, offset })
    line += rows.length
    offset += end
    rest = bytes.slice(end)
    for (const some of chunked(rows, rowsOfABatch)) yield { ...join(some), memory }
  }
  rest = withoutFill(rest)
  if (rest.length > 0) {
    const rows = rowsIn(rest, encoding, { line, offset }).map((row) => ({ ...row, isOpen: true }))
    yield { ...join(rows), memory }
  }
  join([], true)
}

/** Old programs end a file with Ctrl-Z, and fill it up with zeros: neither is a row. */
function withoutFill(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, bytes.findLastIndex((byte) => byte !== 0 && byte !== 0x1a) + 1)
}

type Join = (rows: readonly Row[], isEnd?: boolean) => { parts: readonly Row[]; place: FilePosition }

function asTheyAre(parts: readonly Row[]): { parts: readonly Row[]; place: FilePosition } {
  return { parts, place: parts.at(-1)?.end ?? { line: 0, offset: 0 } }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second
  const bytes = new Uint8Array(first.length + second.length)
  bytes.set(first)
  bytes.set(second, first.length)
  return bytes
}

function rowsIn(bytes: Uint8Array, encoding: Encoding, from: FilePosition): Row[] {
  if (bytes.length === 0) return []
  const text = decoded(bytes, encoding)
  if (text === null) throw new BrokenFile('encoding', from.line + 1 + goodRows(bytes, encoding))
  const texts = text.split('\n')
  if (texts.at(-1) === '') texts.pop()
  if (from.line + texts.length > mostRows) throw new BrokenFile('too_many', mostRows + 1, `${mostRows} rows`)
  const rows: Row[] = []
  let at = 0
  for (let i = 0; i < texts.length; i += 1) {
    const found = bytes.indexOf(newline, at)
    at = found < 0 ? bytes.length : found + 1
    const row = texts[i] ?? ''
    if (row.length > longestText) throw new BrokenFile('line_too_long', from.line + i + 1, String(longestText))
    rows.push({
      value: row.endsWith('\r') ? row.slice(0, -1) : row,
      line: from.line + i + 1,
      end: { line: from.line + i + 1, offset: from.offset + at },
    })
  }
  return rows
}

/** How many rows can be read before the one that cannot. */
function goodRows(bytes: Uint8Array, encoding: Encoding): number {
  let count = 0
  for (let at = 0; at < bytes.length; count += 1) {
    const found = bytes.indexOf(newline, at)
    const end = found < 0 ? bytes.length : found + 1
    if (decoded(bytes.subarray(at, end), encoding) === null) break
    at = end
  }
  return count
}

/** Puts rows together that a line end within quotes has cut; the place is always between two whole ones. */
function joinQuoted(from: FilePosition, delimiter: string) {
  /** The lines of a row whose quotes are odd so far. */
  let open: { line: number; length: number; texts: string[] } | null = null
  let place = from
  return (rows: readonly Row[], isEnd = false): { parts: Row[]; place: FilePosition } => {
    const parts: Row[] = []
    for (const row of rows) {
      const staysOpen = endsWithin(row.value, delimiter, open !== null)
      if (open === null && !staysOpen) {
        place = row.end
        parts.push(row)
        continue
      }
      const begun: NonNullable<typeof open> = open ?? { line: row.line, length: -1, texts: [] }
      begun.texts.push(row.value)
      begun.length += 1 + row.value.length
      // A quoted cell longer than this was never closed.
      if (begun.length > longestText) throw new BrokenFile('quote', begun.line)
      open = staysOpen ? begun : null
      if (staysOpen) continue
      place = row.end
      parts.push({ ...row, value: begun.texts.join('\n'), line: begun.line })
    }
    if (isEnd && open !== null) throw new BrokenFile('quote', open.line)
    return { parts, place }
  }
}
